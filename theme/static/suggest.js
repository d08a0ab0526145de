// Suggestions under the box of the page of search: titles and streets that have the words typed so
// far (the combobox of the ARIA Authoring Practices, list autocomplete).

const { fold, lines, QUIET } = finder; // lookup.js
const form = document.querySelector("main .search");
const box = form.querySelector("input");
const options = document.createElement("ul");
options.className = "search__ideas";
options.id = "szukaj-podpowiedzi";
options.role = "listbox";
options.ariaLabel = "Podpowiedzi";
options.hidden = true;
form.append(options);
box.role = "combobox";
box.setAttribute("aria-autocomplete", "list");
box.setAttribute("aria-controls", options.id);
box.ariaExpanded = "false";
const IDEAS = 6;

function close() {
  options.replaceChildren();
  options.hidden = true;
  box.ariaExpanded = "false";
  box.removeAttribute("aria-activedescendant");
}

async function suggest() {
  const text = box.value;
  const typed = fold(text).split(/[^\p{L}\p{N}]+/u).filter((word) => word && !QUIET.has(word));
  const last = typed.at(-1) ?? "";
  if (last.length < 2) return close();
  const titles = [...new Set(await lines("podpowiedzi", last.slice(0, 2)))];
  if (box.value !== text || document.activeElement !== box) return undefined;
  const fit = titles.filter((title) => {
    const own = fold(title).split(/[^\p{L}\p{N}]+/u);
    return typed.every((word) => own.some((one) => one.startsWith(word)));
  }).slice(0, IDEAS);
  close();
  options.append(...fit.map((title, n) => {
    const made = document.createElement("li");
    [made.className, made.textContent] = ["search__idea", title];
    [made.role, made.id, made.ariaSelected] = ["option", `podpowiedz-${n}`, "false"];
    made.addEventListener("pointerdown", (event) => { event.preventDefault(); take(title); });
    return made;
  }));
  options.hidden = !fit.length;
  box.ariaExpanded = String(fit.length > 0);
  return undefined;
}

function take(title) {
  box.value = title;
  close();
  form.requestSubmit();
}

function point(step) {
  const all = [...options.children];
  const now = all.findIndex((one) => one.ariaSelected === "true");
  const next = now + step < -1 ? all.length - 1 : now + step;
  all.forEach((one, n) => { one.ariaSelected = String(n === next); });
  const pointed = all[next];
  if (pointed) {
    box.setAttribute("aria-activedescendant", pointed.id);
    pointed.scrollIntoView({ block: "nearest" });
  } else box.removeAttribute("aria-activedescendant");
}

box.addEventListener("keydown", (event) => {
  const pointed = options.querySelector("[aria-selected=true]");
  if (event.key === "Escape" && !options.hidden) {
    event.preventDefault(); // the browser would empty the box
    close();
  } else if (event.key === "Enter" && pointed) {
    event.preventDefault();
    take(pointed.textContent);
  } else if (["ArrowDown", "ArrowUp"].includes(event.key) && !options.hidden) {
    event.preventDefault();
    point(event.key === "ArrowDown" ? 1 : -1);
  }
});
box.addEventListener("input", () => { suggest().catch(close); }); // ideas are no more than that
box.addEventListener("blur", close);
form.addEventListener("submit", close);
