// Eases the register of requests: puts its tables in order and, where the page has filters, narrows
// them at once. Without this file links do the same: they lead to lists that stand on their own.
//
// What is chosen is kept in the page's address (?stan=przekazany&rejony=polnoc&kolejnosc=-zmiana):
// it can be sent on, and Back undoes it. A row says in data-marks which choices it belongs to.

const collator = new Intl.Collator("pl", { numeric: true });
const COLUMNS = ["numer", "stan", "zgloszony", "zmiana"];
const VALUES = {
  numer: (row) => row.querySelector(".requests__number").textContent,
  tytul: (row) => row.querySelector(".requests__link").textContent,
  stan: (row) => row.querySelector(".badge").textContent,
  zgloszony: (row) => row.querySelectorAll("time")[0].dateTime,
  zmiana: (row) => row.querySelectorAll("time")[1].dateTime,
};

const form = document.querySelector("#filtry");
const tables = [...document.querySelectorAll(".requests__table")].map((table) => ({
  table,
  rows: [...table.tBodies[0].rows],
}));
const parts = tables.map(({ table }) => table.closest(".part"));

// -- what is chosen ------------------------------------------------------------------------

const chosen = () => new URLSearchParams(location.search);
const order = () => chosen().get("kolejnosc") ?? "";
const fields = () => (form ? [...form.querySelectorAll("select")] : []);

/** The marks that a row must have. */
function wanted() {
  const names = fields().map((field) => field.name).filter((name) => name !== "kolejnosc");
  return names.filter((name) => chosen().get(name)).map((name) => `${name}/${chosen().get(name)}`);
}

function choose(changes) {
  const address = new URL(location);
  for (const [name, value] of Object.entries(changes)) {
    if (value) address.searchParams.set(name, value);
    else address.searchParams.delete(name);
  }
  history.pushState(null, "", address);
  show();
}

// -- order ---------------------------------------------------------------------------------

/** Rows by the order that is chosen; as they came if none is. */
function sorted(rows) {
  const value = VALUES[order().replace("-", "")];
  if (!value) return rows;
  const sign = order().startsWith("-") ? -1 : 1;
  const keys = new Map(rows.map((row) => [row, value(row)]));
  return [...rows].sort((one, other) => sign * collator.compare(keys.get(one), keys.get(other)));
}

function fill(table, rows) {
  table.tBodies[0].replaceChildren(...sorted(rows));
  [...table.tHead.rows[0].cells].forEach((cell, place) => {
    const direction = order().startsWith("-") ? "descending" : "ascending";
    if (COLUMNS[place] === order().replace("-", "")) cell.setAttribute("aria-sort", direction);
    else cell.removeAttribute("aria-sort");
  });
}

/** Its headings become buttons; pressed once more, one turns the order round. */
function ease(table) {
  [...table.tHead.rows[0].cells].forEach((cell, place) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "requests__sort";
    button.textContent = cell.textContent;
    button.addEventListener("click", () => {
      const column = COLUMNS[place];
      choose({ kolejnosc: order() === column ? `-${column}` : column });
    });
    cell.replaceChildren(button);
  });
}

// -- requests that the page itself does not show -------------------------------------------

const pages = new Map();

function page(address) {
  if (!pages.has(address)) {
    const gone = (error) => (pages.delete(address), Promise.reject(error)); // ask again next time
    pages.set(address, fetched(address).catch(gone));
  }
  return pages.get(address);
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** Rows of the lists to which a page leaves some of its own; of one year, if one is chosen. */
async function older(of, year) {
  const links = [...of.querySelectorAll("[data-rest] a")].map((link) => link.href);
  const lists = links.filter((link) => !year || link.endsWith(`/${year}/`));
  const rows = lists.map(async (link) => {
    const found = await page(link);
    return [...found.querySelectorAll("tr[data-marks]"), ...(await older(found))];
  });
  return (await Promise.all(rows)).flat();
}

/** Each request once. */
function once(rows) {
  const found = new Map();
  for (const row of rows) if (!found.has(VALUES.numer(row))) found.set(VALUES.numer(row), row);
  return [...found.values()];
}

// -- what is shown ---------------------------------------------------------------------------

let results = null;
let turn = 0;

/** A part with a table for what was found, before those of the page. */
function found() {
  if (!results) {
    results = parts[0].cloneNode(true);
    results.querySelector(".requests").id = "znalezione";
    results.querySelector("h2").textContent = "Znalezione wnioski";
    results.querySelector(".requests__more")?.remove();
    parts[0].before(results);
    ease(results.querySelector("table"));
  }
  return results;
}

function tell(words) {
  form.querySelector("[role=status]").textContent = words;
}

function list(rows, total) {
  const table = found().querySelector("table");
  results.hidden = !rows.length;
  table.caption.textContent = `${rows.length} z\u00a0${total}`;
  fill(table, rows.map((row) => document.importNode(row, true)));
}

async function narrow(marks) {
  const mine = ++turn;
  const own = tables.flatMap(({ rows }) => rows);
  const has = (row) => marks.every((mark) => row.dataset.marks.split(" ").includes(mark));
  const year = marks.find((mark) => mark.startsWith("rok/"))?.slice(4);
  let [more, total, gone] = [[], Number(form.dataset.total), ""];
  if (own.length < total) tell("Wczytujemy starsze wnioski…");
  try {
    more = await older(document, year);
  } catch {
    total = own.length;
    gone = " Starszych wniosków nie udało się wczytać. Są na końcu strony, w\u00a0latach.";
  }
  if (mine !== turn) return; // something else was chosen meanwhile
  const rows = once([...own, ...more]).filter(has);
  const advice = rows.length ? "" : " Zmień jeden z\u00a0filtrów albo wyczyść wszystkie.";
  parts.forEach((part) => { part.hidden = true; });
  list(rows, total);
  const noun = total === 1 ? "wniosku" : "wniosków";
  tell(`Pokazano ${rows.length} z\u00a0${total} ${noun}.${advice}${gone}`);
}

function show() {
  const marks = wanted();
  fields().forEach((field) => { field.value = chosen().get(field.name) ?? ""; });
  if (marks.length) {
    narrow(marks);
    return;
  }
  turn += 1;
  if (results) results.hidden = true;
  if (form) tell("");
  parts.forEach((part) => { part.hidden = false; });
  tables.forEach(({ table, rows }) => fill(table, rows));
}

tables.filter(({ rows }) => rows.length > 1).forEach(({ table }) => ease(table));
if (form && tables.length) {
  document.querySelectorAll("[data-script=brings]").forEach((one) => { one.hidden = false; });
  document.querySelectorAll("[data-script=replaces]").forEach((one) => { one.hidden = true; });
  form.querySelector("details").open = matchMedia("(min-width: 60rem)").matches || wanted().length > 0;
  form.addEventListener("change", ({ target }) => choose({ [target.name]: target.value }));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    choose(Object.fromEntries(fields().map((field) => [field.name, ""])));
  });
}
addEventListener("popstate", show);
if (location.search) show();
