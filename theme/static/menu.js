// Eases what every page has: Escape closes the menu and gives the focus back to its switch, and who
// turns to the box for words finds what answers there already. Everything works without this file;
// the switch is a native disclosure and tells its state by itself.
const part = document.querySelector("#menu");
const disclosure = part?.querySelector("details");

part?.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && disclosure?.open) {
    disclosure.open = false;
    disclosure.querySelector("summary").focus();
  }
});

const box = document.querySelector(".search[data-ahead]");

box?.addEventListener("focusin", () => {
  document.head.append(...box.dataset.ahead.split(" ").map((href) => {
    const link = document.createElement("link");
    [link.rel, link.href] = ["modulepreload", href];
    return link;
  }));
}, { once: true });
