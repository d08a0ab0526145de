// Eases what opens: Escape closes the menu and gives the focus back to its switch. Everything works
// without this file; the switch is a native disclosure and tells its state by itself.
const part = document.querySelector("#menu");
const disclosure = part?.querySelector("details");

part?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && disclosure?.open) {
    disclosure.open = false;
    disclosure.querySelector("summary").focus();
  }
});
