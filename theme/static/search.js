// The page of search: what lookup.js finds is shown, narrowed and ordered here. Without scripts the
// page leads to the indexes.
//
// What is looked for is kept in the page's address (?q=kamery&rodzaj=wniosek): it can be sent on,
// and Back undoes it.

const root = document.querySelector(".finding");
const form = root.parentElement.querySelector(".search");
const box = form.querySelector("input");
const told = root.querySelector("[role=status]");
const ways = root.querySelector(".finding__ways");
const fields = ways.querySelector("details");
const list = root.querySelector(".finding__list");
const more = root.querySelector(".finding__more");
const { answer, appear, query, table } = finder; // lookup.js
const SHOWN = 10;
// -- what is shown -----------------------------------------------------------------------------

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};
const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);

const EXCERPT = 28;

/** Words around the place where most of what was looked for stands, that marked. */
function excerpt({ slowa, od, marked: found }) {
  const all = slowa.split(" ");
  const marked = new Set(found.filter((one) => one >= od));
  const count = (start) => [...marked].filter((one) => start <= one && one < start + EXCERPT - 8).length;
  const densest = [...marked].reduce((one, other) => (count(other) > count(one) ? other : one), [...marked][0] ?? 0);
  const start = Math.max(od, densest - 8);
  const shown = all.slice(start, start + EXCERPT).flatMap((word, n) =>
    [marked.has(start + n) ? element("mark", "", word) : word, " "]);
  return [start > od ? "… " : "", ...shown, start + EXCERPT < all.length ? "…" : ""];
}

function day({ dzien, kiedy }) {
  const time = element("time", "", kiedy);
  time.dateTime = dzien;
  return time;
}

/** Say in which language a page is, unless in that of all; an empty `lang` would be none at all. */
function speak(node, { jezyk }) {
  if (jezyk) node.lang = jezyk;
}

function item(page) {
  const link = element("a", "", page.tytul);
  link.href = page.adres;
  const title = element("h2", "finding__title", link);
  const parts = [upper(page.rodzaj), page.kiedy && day(page), page.stan].filter(Boolean);
  const about = element("p", "finding__meta", ...parts.flatMap((part, n) => (n ? [" · ", part] : [part])));
  if (page.archiwalne) about.append(" · ", element("strong", "finding__gone", page.archiwalne));
  speak(title, page);
  return element("li", "finding__one", title, about);
}

function words(page) {
  const text = element("p", "finding__words", ...excerpt(page));
  speak(text, page);
  return text;
}

const chosen = () => new URLSearchParams(location.search);

let held = { results: [], changed: [] };
let turn = 0;

function plural(number) {
  if (number === 1) return "stronę";
  return [2, 3, 4].includes(number % 10) && ![12, 13, 14].includes(number % 100) ? "strony" : "stron";
}

/** What to do when no page is left. */
function nothing() {
  list.replaceChildren();
  list.after(element("div", "finding__help", ...held.results.length ? [element("p", "", everything())] : [
    element("p", "", "Co możesz zrobić:"),
    element("ul", "",
      element("li", "", "Wpisz mniej słów albo inne, na przykład nazwę ulicy."),
      element("li", "", "Sprawdź, czy w\u00a0słowie nie ma literówki."),
      element("li", "", "Przejrzyj spisy niżej: debaty, wnioski, aktualności, ulice.")),
  ]));
}

/** A link to the same query with nothing narrowed. */
function everything() {
  const link = element("a", "", "Pokaż wszystkie wyniki, bez zawężania");
  link.href = `?${new URLSearchParams({ q: query() })}`;
  return link;
}

function tell(count) {
  const { changed, as, results } = held;
  const typed = query();
  if (!typed) told.textContent = "";
  else if (!count && results.length) {
    told.textContent = `Po zawężeniu nie została żadna strona. Bez niego znaleźliśmy ${results.length}\u00a0${plural(results.length)}.`;
  } else if (!count) told.textContent = `Nic nie znaleźliśmy: „${typed}”.`;
  else {
    const other = as.some(({ form: one }) => one);
    const said = other ? `Pokazujemy wyniki dla: „${changed.join(" ")}”. ` : "";
    told.textContent = `${said}Znaleźliśmy ${count}\u00a0${plural(count)}.`;
  }
}

/** Results as they come, the first of them as soon as it can be shown. */
async function show(results, from = 0) {
  const mine = turn;
  const part = results.slice(from, from + SHOWN);
  if (!from) { // alone: the files of the others would only keep it waiting
    const first = part.length ? held.card(part[0]) ?? await held.data(part[0]) : null;
    if (mine !== turn) return;
    list.replaceChildren(...first ? [item(first)] : []);
    appear();
  }
  const coming = part.map((one) => held.data(one));
  for (const [n, one] of coming.entries()) {
    const data = await one;
    if (mine !== turn) return;
    if (!list.children[from + n]) list.append(item(data));
    list.children[from + n].append(words(data));
  }
  more.hidden = results.length <= from + SHOWN;
  more.onclick = async () => {
    const { length } = list.children;
    await show(results, length);
    list.children[length]?.querySelector("a").focus(); // where reading goes on
  };
}

// -- narrowing -------------------------------------------------------------------------------

const VALUES = {
  rodzaj: ({ kind }) => [kind],
  rok: ({ day: one }) => (one ? [one.slice(0, 4)] : []),
  rejon: ({ districts }) => districts,
  kategoria: ({ categories }) => categories,
  aktualnosc: ({ gone }) => [gone ? "archiwalne" : "aktualne"],
};
const ANY = { rodzaj: "Każdy", rok: "Każdy", rejon: "Każdy", kategoria: "Każda", aktualnosc: "Każda" };

/** Whether a page is what was chosen, `but` for one way. */
const suits = (row, but) => Object.entries(VALUES).every(([name, values]) => {
  const wanted = chosen().get(name);
  return !wanted || name === but || values(row).includes(wanted);
});

function option(value, text) {
  const made = element("option", "", text);
  made.value = value;
  made.selected = (chosen().get("kolejnosc") ?? "") === value;
  return made;
}

/** Lists with how many pages each choice would leave. */
function fill(all) {
  const rows = held.results.map((id) => all.get(id));
  const collator = new Intl.Collator("pl", { numeric: true });
  for (const field of ways.querySelectorAll("select")) {
    const { name } = field;
    if (name === "kolejnosc") {
      field.replaceChildren(option("", "Najtrafniejsze"), option("data", "Najnowsze"));
      continue;
    }
    const counts = new Map();
    for (const row of rows.filter((one) => suits(one, name))) {
      for (const value of VALUES[name](row)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const wanted = chosen().get(name);
    if (wanted && !counts.has(wanted)) counts.set(wanted, 0);
    const sorted = [...counts].sort(([one], [other]) => collator.compare(one, other));
    if (name === "rok") sorted.reverse();
    field.replaceChildren(option("", ANY[name]), ...sorted.map(([value, count]) => option(value, `${upper(value)} (${count})`)));
    field.value = wanted ?? "";
    field.parentElement.hidden = sorted.length < 2 && !wanted;
  }
}

/** Show what is held in the way that was chosen. */
async function arrange() {
  const mine = ++turn;
  const plain = ![...Object.keys(VALUES), "kolejnosc"].some((name) => chosen().get(name));
  const { results } = held;
  root.querySelector(".finding__help")?.remove();
  ways.hidden = results.length < 2; // it has its height before its lists are there
  more.hidden = true;
  if (!results.length) {
    tell(0);
    if (query()) nothing();
    else list.replaceChildren();
    return;
  }
  if (plain) {
    tell(results.length);
    await show(results);
    if (mine === turn && fields.open) await offer(); // what narrows weighs more than what is shown
    return;
  }
  const rows = await table();
  if (mine !== turn) return;
  const kept = results.filter((id) => suits(rows.get(id)));
  if (chosen().get("kolejnosc") === "data") {
    kept.sort((one, other) => rows.get(other).day.localeCompare(rows.get(one).day));
  }
  tell(kept.length);
  if (!kept.length) nothing();
  fill(rows);
  await show(kept);
}

/** Lists of what narrows, once someone looks at them. */
async function offer() {
  const mine = turn;
  const rows = await table();
  if (mine === turn) fill(rows);
}

async function look() {
  const mine = ++turn;
  const text = query();
  box.value = text;
  document.title = document.title.replace(/^.*?(?=Znajdź)/, text ? `${text} – ` : "");
  told.textContent = text ? "Szukamy…" : "";
  try {
    const now = await answer(text);
    if (mine !== turn) return;
    held = now;
    await arrange();
  } catch (error) {
    if (mine !== turn) return;
    told.textContent = "Nie udało się wczytać wyszukiwarki. Spróbuj jeszcze raz albo przejrzyj spisy niżej.";
    throw error;
  }
}

function go(changes) {
  const address = new URL(location);
  for (const [name, value] of Object.entries(changes)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.pushState(null, "", address);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ q: box.value.trim(), ...Object.fromEntries(Object.keys(VALUES).map((name) => [name, ""])) });
  look();
});
ways.addEventListener("change", ({ target }) => { go({ [target.name]: target.value }); arrange(); });
fields.addEventListener("toggle", () => { if (fields.open && held.results.length) offer(); });
fields.open = matchMedia("(min-width: 60rem)").matches;
window.addEventListener("popstate", look);
look().finally(() => {
  appear();
  return import(finder.suggest); // what was asked for came first
});
