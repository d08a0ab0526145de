// Search in the browser: turns what is typed into lemmas, reads where they stand in small files of
// the index (plugins/search/bundle.py) and shows the pages. Without it the page leads to the
// indexes.
//
// What is looked for is kept in the page's address (?q=kamery&rodzaj=wniosek): it can be sent on,
// and Back undoes it. Letters are folded as in plugins/search/words.py.

const root = document.querySelector(".finding");
const form = root.parentElement.querySelector(".search");
const box = form.querySelector("input");
const told = root.querySelector("[role=status]");
const ways = root.querySelector(".finding__ways");
const fields = ways.querySelector("details");
const list = root.querySelector(".finding__list");
const more = root.querySelector(".finding__more");
const list_of = (text) => text.split(" ").filter(Boolean);
const { index, bundles, replaced, quiet } = Object.fromEntries(
  Object.entries(root.dataset).map(([name, text]) => [name, name === "index" ? text : list_of(text)]));
const QUIET = new Set(quiet);
const REPLACED = new Set(replaced.map(Number));
const SHOWN = 10;
const CLOSELY = 200; // pages whose words are looked at for how near they are

// -- words -----------------------------------------------------------------------------------

const fold = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/\p{M}/gu, "");

/** What is typed as folded words; a number keeps its hyphens. */
function words(text) {
  const tokens = fold(text).split(/\s+/).flatMap((token) =>
    (/\d/.test(token) ? [token.replace(/[^\p{L}\p{N}-]/gu, "")] : token.split(/[^\p{L}]+/u)));
  const all = tokens.filter(Boolean);
  const loud = all.filter((word) => !QUIET.has(word));
  return loud.length ? loud : all;
}

// -- small files of the index ----------------------------------------------------------------

const files = new Map();

/** A file of the index, fetched once; asked for again if that failed. */
function fetched(path, read) {
  if (!files.has(path)) {
    const reply = fetch(index + path).then((got) => (got.ok ? got[read]() : Promise.reject(new Error(path))));
    files.set(path, reply.catch((error) => { files.delete(path); throw error; }));
  }
  return files.get(path);
}

/** What a part of the index has: how many pages, and the names of its files by their sort. */
const about = (bundle) => fetched(`${bundle}/spis.json`, "json");

/** A file of the edition that its part's list of files tells of. */
const file = async (bundle, name, read) => fetched(`${bundle}/${name}?${(await about(bundle)).wydanie}`, read);

/** The lines of the files of one sort and name, from every part that has one. */
async function lines(sort, name) {
  const found = await Promise.all(bundles.map(async (bundle) => {
    const has = list_of((await about(bundle))[sort]).includes(name);
    return has ? file(bundle, `${sort}/${name}.txt`, "text") : "";
  }));
  return found.flatMap((text) => text.split("\n")).filter(Boolean);
}

/** The file of a part of the index that says where a lemma stands, if it stands anywhere. */
async function shelf(bundle, lemma) {
  const place = list_of((await about(bundle)).gdzie).findLastIndex((least) => least <= lemma);
  return place < 0 ? "" : file(bundle, `gdzie/${place}.txt`, "text");
}

/** Forms that begin with the same letters: {form, lemma, count}. */
async function forms(word) {
  const found = await lines("slowa", word.slice(0, 2));
  return found.flatMap((line) => {
    const [lemma, count, stem, ends] = line.split(";");
    return ends.split(",").map((end) => ({ form: stem + end, lemma, count: Number(count) }));
  });
}

const best = (found) => found.reduce((one, other) => (other.count > (one?.count ?? 0) ? other : one), null);

// -- spelling --------------------------------------------------------------------------------

/** Letters to change, add, drop or swap (Damerau and Levenshtein); above `limit`: more than that. */
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let [before, last] = [[], [...Array(other.length + 1).keys()]];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

/** The site's word that looks most like `word`; of two the more frequent. */
async function alike(word, known) {
  const near = best(known.filter(({ form }) => distance(word, form, 1) === 1));
  if (near) return near;
  const limit = word.length > 5 ? 2 : 1;
  const lengths = Array.from({ length: 2 * limit + 1 }, (_, n) => String(word.length - limit + n));
  const own = (await Promise.all(lengths.map((length) => lines("litery", length)))).flat();
  const [found] = own.map((form) => [distance(word, form, limit), form])
    .filter(([far]) => far <= limit).sort(([one], [other]) => one - other);
  if (!found) return null;
  return best((await forms(found[1])).filter(({ form }) => form === found[1])) ?? { form: found[1], lemma: found[1] };
}

/** What to look for instead of a word as typed: {lemma}, and {form} where it was misspelt. */
async function meant(word) {
  for (const bundle of bundles) shelf(bundle, word).catch(() => {}); // beside: its lemma is mostly there
  if (/\d/.test(word)) return { lemma: word };
  const known = await forms(word);
  const exact = best(known.filter(({ form }) => form === word));
  const begun = word.length > 2 ? best(known.filter(({ form }) => form.startsWith(word))) : null;
  if (exact || begun) return { lemma: (exact ?? begun).lemma };
  if (word.length < 4) return { lemma: word };
  const near = await alike(word, known);
  return near ? { lemma: near.lemma, form: near.form } : { lemma: word };
}

// -- looking ---------------------------------------------------------------------------------

/** Numbers written as characters (plugins/search/postings.py). */
const numbers = (text) => Array.from(text, (one) => {
  const code = one.codePointAt(0);
  return (code < 0xd800 ? code : code - 0x800) - 35;
});

/** Pages that have a lemma: {id, grade, gaps}. */
async function standing(lemma) {
  const each = await Promise.all(bundles.map(async (bundle, place) => {
    const text = await shelf(bundle, lemma);
    const start = `\n${text}`.indexOf(`\n${lemma}\t`);
    if (start < 0) return [];
    const line = numbers(text.slice(start + lemma.length + 1).split("\n", 1)[0]);
    const pages = [];
    for (let at = 0, page = -1; at < line.length;) {
      page += line[at] + 1;
      const [sign, from] = [line[at + 1], at + 2];
      at = from + (sign >> 4);
      if (place || !REPLACED.has(page)) pages.push({ id: page * bundles.length + place, grade: sign & 15, gaps: [line, from, at] });
    }
    return pages;
  }));
  return each.flat();
}

/** Places of a word in a page, each of which was counted from the one before. */
function places([line, from, to]) {
  let place = 0;
  return line.slice(from, to).map((gap) => { place += gap; return place; });
}

/** The least number of places between two words of a page; both lists are in order. */
function gap(one, other) {
  let [least, i, j] = [Infinity, 0, 0];
  while (i < one.length && j < other.length) {
    least = Math.min(least, Math.abs(one[i] - other[j]));
    if (one[i] < other[j]) i += 1; else j += 1;
  }
  return least;
}

/** How near one another the words of a query stand in a page: 0 to 1 for each two of them. */
function nearness(lists) {
  const pairs = lists.flatMap((one, n) => lists.slice(n + 1).map((other) => gap(one, other)));
  return pairs.reduce((sum, least) => sum + 1 / (1 + least / 4), 0) / Math.max(1, lists.length - 1);
}

/**
 * Pages that have any of the words, best first: by how rare those are, how much each page is about
 * them, whether it is named so, and how near the words are to one another.
 */
async function found(lemmas) {
  const each = await Promise.all(lemmas.map(standing));
  const sizes = await Promise.all(bundles.map(about));
  const whole = sizes.reduce((sum, { stron }) => sum + stron, 0);
  const pages = new Map();
  for (const one of each) {
    const rare = Math.log(1 + whole / one.length);
    for (const { id, grade, gaps } of one) {
      const page = pages.get(id) ?? { id, rank: 0, named: 0, parts: [] };
      page.rank += rare * (1 + (grade & 3) / 6 + 0.3 * (grade >> 2));
      page.named += grade > 3 ? 1 : 0;
      page.parts.push(gaps);
      pages.set(id, page);
    }
  }
  const best = (one, other) => other.rank - one.rank;
  const ranked = [...pages.values()].sort(best);
  const first = ranked.splice(0, CLOSELY).map((page) => {
    const near = 1 + 1.2 * nearness(page.parts.map(places));
    const whole = (page.parts.length === lemmas.length ? 1.2 : 1) * (page.named === lemmas.length ? 1.5 : 1);
    return { ...page, rank: page.rank * near * whole };
  });
  return [...first.sort(best), ...ranked].map(({ id, parts }) => ({ id, data: () => data(id, parts) }));
}

/** A page as it is shown, with the places of all words that were found in it. */
async function data(id, parts) {
  const [bundle, number] = [bundles[id % bundles.length], Math.floor(id / bundles.length)];
  const { razem } = await about(bundle);
  const pages = await file(bundle, `strony/${Math.floor(number / razem)}.json`, "json");
  return { ...pages[number % razem], marked: parts.flatMap(places) };
}

/** What pages are narrowed by: id → {kind, day, gone, districts, categories}. */
async function table() {
  const parts = await Promise.all(bundles.map((bundle) => file(bundle, "strony.json", "json")));
  return new Map(parts.flatMap(({ wartosci, strony }, place) => strony.map((row, number) => {
    const [kind, day, gone, districts, categories] = row;
    const named = (all) => all.map((one) => wartosci[one]);
    const told = { kind: wartosci[kind], day, gone, districts: named(districts), categories: named(categories) };
    return [number * bundles.length + place, told];
  })));
}

/** Everything that answers a query: results, and the words that were read otherwise. */
export async function answer(query) {
  const typed = words(query);
  if (!typed.length || !bundles.length) return { results: [], changed: [] };
  const as = await Promise.all(typed.map(meant));
  const results = await found([...new Set(as.map(({ lemma }) => lemma))]);
  return { results, changed: typed.map((word, n) => as[n].form ?? word), typed, as };
}

// -- what is shown -----------------------------------------------------------------------------

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};
const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const collator = new Intl.Collator("pl", { numeric: true });

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

function item(page) {
  const link = element("a", "", page.tytul);
  link.href = page.adres;
  const title = element("h2", "finding__title", link);
  const parts = [upper(page.rodzaj), page.kiedy && day(page), page.stan].filter(Boolean);
  const about = element("p", "finding__meta", ...parts.flatMap((part, n) => (n ? [" · ", part] : [part])));
  if (page.archiwalne) about.append(" · ", element("strong", "finding__gone", page.archiwalne));
  const text = element("p", "finding__words", ...excerpt(page));
  if (page.jezyk) [title.lang, text.lang] = [page.jezyk, page.jezyk];
  return element("li", "finding__one", title, about, text);
}

const chosen = () => new URLSearchParams(location.search);
const query = () => (chosen().get("q") ?? "").trim();

let held = { results: [], changed: [] };
let turn = 0;

function plural(number) {
  if (number === 1) return "stronę";
  return [2, 3, 4].includes(number % 10) && ![12, 13, 14].includes(number % 100) ? "strony" : "stron";
}

function nothing() {
  const help = element("div", "finding__help", element("ul", "",
    element("li", "", "Wpisz mniej słów albo inne, na przykład nazwę ulicy."),
    element("li", "", "Sprawdź, czy w\u00a0słowie nie ma literówki."),
    element("li", "", "Przejrzyj spisy niżej: debaty, wnioski, aktualności, ulice.")));
  help.firstChild.before(element("p", "", "Co możesz zrobić:"));
  list.replaceChildren();
  list.after(help);
}

function tell(count) {
  const { changed, as } = held;
  const typed = query();
  if (!typed) told.textContent = "";
  else if (!count) told.textContent = `Nic nie znaleźliśmy: „${typed}”.`;
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
  const coming = part.map((one) => one.data());
  if (!from) list.replaceChildren();
  for (const one of coming) {
    const data = await one;
    if (mine !== turn) return;
    list.append(item(data));
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
  const rows = held.results.map(({ id }) => all.get(id));
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
  const kept = results.filter(({ id }) => suits(rows.get(id)));
  if (chosen().get("kolejnosc") === "data") {
    kept.sort((one, other) => rows.get(other.id).day.localeCompare(rows.get(one.id).day));
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

// -- suggestions (the combobox of the ARIA Authoring Practices, list autocomplete) -------------

const options = element("ul", "search__ideas");
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
    const made = element("li", "search__idea", title);
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

form.addEventListener("submit", (event) => {
  event.preventDefault();
  close();
  go({ q: box.value.trim(), ...Object.fromEntries(Object.keys(VALUES).map((name) => [name, ""])) });
  look();
});
ways.addEventListener("change", ({ target }) => { go({ [target.name]: target.value }); arrange(); });
fields.addEventListener("toggle", () => { if (fields.open && held.results.length) offer(); });
fields.open = matchMedia("(min-width: 60rem)").matches;
window.addEventListener("popstate", look);
look();
