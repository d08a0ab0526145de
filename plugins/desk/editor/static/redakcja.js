/* What a script adds to the editor; without it everything works, in more steps. */

const form = document.querySelector("form.red-form[data-path]");
const text = document.getElementById("k-tresc");

/* Buttons over the text: each is a pair of marks around what is selected, or a mark before lines. */
const AROUND = { bold: ["**", "**", "pogrubiony tekst"], link: ["[", "](https://)", "tekst odnośnika"] };
const BEFORE = { heading: "## ", list: "- ", quote: "> " };

function put(start, end, words, from, to) {
  text.focus();
  text.setRangeText(words, start, end, "end");
  text.setSelectionRange(from, to);
  text.dispatchEvent(new Event("input", { bubbles: true }));
}

function around([opening, closing, example]) {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const words = value.slice(start, end) || example;
  const from = start + opening.length;
  put(start, end, opening + words + closing, from, from + words.length);
}

function before(mark) {
  const { selectionStart, selectionEnd, value } = text;
  const start = value.lastIndexOf("\n", selectionStart - 1) + 1;
  const next = value.indexOf("\n", selectionEnd);
  const end = next < 0 ? value.length : next;
  const lines = value.slice(start, end).split("\n").map(line => mark + line.replace(/^(#+|-|>) /, ""));
  const words = lines.join("\n");
  put(start, end, words, start + mark.length, start + words.length);
}

function picture() {
  const part = document.getElementById("k-obraz");
  document.querySelector("[data-cursor]").value = text.selectionStart;
  part.open = true;
  document.getElementById("k-tresc-plik").focus();
}

function tools(bar) {
  bar.hidden = false;
  bar.addEventListener("click", event => {
    const tool = event.target.closest("[data-tool]")?.dataset.tool;
    if (tool === "picture") picture();
    else if (tool in AROUND) around(AROUND[tool]);
    else if (tool in BEFORE) before(BEFORE[tool]);
  });
}

/* The text as it will be read, a moment after the last key. */
const WAIT = 400;

function preview(button) {
  const shown = document.getElementById("podglad-tresci");
  const problems = shown.querySelector("[data-preview-problems]");
  let timer = 0;
  let asked = 0;
  async function ask() {
    const number = ++asked;
    const sent = new FormData();
    for (const name of ["żeton", "plik", "treść"]) sent.set(name, form.elements.namedItem(name).value);
    const answer = await fetch("/redakcja/podglad", { method: "POST", body: sent });
    if (!answer.ok || number !== asked) return;
    const { html, problems: found } = await answer.json();
    const page = new DOMParser().parseFromString(html, "text/html");
    shown.querySelector("[data-preview]").replaceChildren(...page.body.childNodes);
    problems.replaceChildren(...found.map(said => Object.assign(document.createElement("li"), { textContent: said })));
    problems.hidden = found.length === 0;
  }
  button.type = "button";
  const name = () => { button.textContent = shown.hidden ? "Pokaż podgląd treści" : "Ukryj podgląd treści"; };
  button.setAttribute("aria-controls", shown.id);
  name();
  button.addEventListener("click", () => {
    shown.hidden = !shown.hidden;
    name();
    if (!shown.hidden) ask();
  });
  text.addEventListener("input", () => {
    clearTimeout(timer);
    if (!shown.hidden) timer = setTimeout(ask, WAIT);
  });
}

/* Leaving with changes that are not saved asks first; buttons of the form do not leave. */
function guard() {
  let changed = document.querySelector(".red-summary, .red-note--wait[role=status]") !== null;
  form.addEventListener("input", () => { changed = true; });
  form.addEventListener("submit", () => { changed = false; });
  addEventListener("beforeunload", event => { if (changed) event.preventDefault(); });
}

if (form) guard();
if (form && text) {
  tools(document.querySelector("[data-tools]"));
  preview(document.querySelector("[data-preview-button]"));
}
