// What answers a query: typed words become lemmas, and small files of the index say where those
// stand (plugins/search/bundle.py, postings.py). It knows nothing of the page but the address.
//
// No module, for those wait for stylesheets: it runs as soon as it is here, before the page is read
// on, so that the first files come meanwhile. What other scripts use of it is `finder`.
//
// Letters are folded as in plugins/search/words.py.
"use strict";

const { dataset } = document.currentScript;
const list_of = (text) => text.split(" ").filter(Boolean);
const [told, shelves, replaced, quiet] =
  [dataset.bundles, dataset.shelves, dataset.replaced, dataset.quiet].map(list_of);
const bundles = told.map((part) => {
  const [name, pages, step, edition] = part.split(":");
  return { name, pages: Number(pages), step: Number(step), edition };
});
const TOGETHER = Number(dataset.together);
const REPLACED = new Set(replaced.map(Number));
const QUIET = new Set(quiet);
const CLOSELY = 200; // pages whose words are looked at for how near they are
const PATIENCE = 800; // milliseconds that a page waits for its first result to appear with it

// -- words -----------------------------------------------------------------------------------

const fold = (text) => text.toLowerCase().replaceAll("ł", "l").normalize("NFD").replace(/[\u0300-\u036f]/g, "");

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
    const reply = fetch(dataset.index + path).then((got) => (got.ok ? got[read]() : Promise.reject(new Error(path))));
    files.set(path, reply.catch((error) => { files.delete(path); throw error; }));
  }
  return files.get(path);
}

/** A file of a part of the index, as this page's edition has it. */
const file = (bundle, name, read) => fetched(`${bundle.name}/${name}?${bundle.edition}`, read);

/** The lines of the files of one sort and name, from every one of the parts that has it. */
async function lines(sort, name, parts = bundles) {
  const found = await Promise.all(parts.map(async (bundle) => {
    const has = list_of((await file(bundle, "spis.json", "json"))[sort]).includes(name);
    return has ? file(bundle, `${sort}/${name}.txt`, "text") : "";
  }));
  return found.flatMap((text) => text.split("\n")).filter(Boolean);
}

/** The file of a part of the index that holds a word (plugins/search/shelves.py). */
function shelf(bundle, word) {
  const place = shelves.findLastIndex((least) => least <= word) + 1;
  return file(bundle, `gdzie/${Math.floor(place / bundle.step)}.txt`, "text");
}

const inflected = (line) => {
  const [lemma, count, stem, ends] = line.split(";");
  return { lemma, count: Number(count), stem, ends: ends.split(",") };
};

/** Forms that begin with the same letters: {form, lemma, count}. */
async function forms(word) {
  const found = await lines("slowa", word.slice(0, 2));
  return found.map(inflected).flatMap(({ stem, ends, ...told }) => ends.map((end) => ({ form: stem + end, ...told })));
}

/** The lemma of a form as typed: {lemma, count}, or null. */
async function exactly(word, parts) {
  const texts = await Promise.all(parts.map((bundle) => shelf(bundle, word)));
  const found = texts.flatMap((text) => text.slice(0, Math.max(0, text.indexOf("\n\n"))).split("\n")).filter(Boolean);
  return best(found.map(inflected).filter(({ stem, ends }) => word.startsWith(stem) && ends.includes(word.slice(stem.length))));
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
  for (const bundle of bundles) shelf(bundle, word).catch(() => {}); // all at once
  if (/\d/.test(word)) return { lemma: word };
  // What is new has few words that the rest has not, and is then asked in a second step.
  const exact = await exactly(word, bundles.slice(0, 1)) ?? await exactly(word, bundles.slice(1));
  if (exact) return { lemma: exact.lemma };
  const known = await forms(word);
  const begun = word.length > 2 ? best(known.filter(({ form }) => form.startsWith(word))) : null;
  if (begun) return { lemma: begun.lemma };
  if (word.length < 4) return { lemma: word };
  const near = await alike(word, known);
  return near ? { lemma: near.lemma, form: near.form } : { lemma: word };
}

// -- looking ---------------------------------------------------------------------------------

/** Numbers written as characters (plugins/search/postings.py). */
function numbers(text) {
  const found = new Int32Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code >> 10 === 0x36) { // half a character; to ask each for whole ones would take longer
      code = text.codePointAt(at);
      at += 1;
    }
    found[count] = (code < 0xd800 ? code : code - 0x800) - 35;
    count += 1;
  }
  return found.subarray(0, count);
}

/** What stands after a word at the beginning of a line, if one does. */
function line(text, word) {
  const start = text.indexOf(`\n${word}\t`) + 1;
  return start ? text.slice(start + word.length + 1, text.indexOf("\n", start)) : "";
}

/**
 * A lemma in one part of the index: its line as numbers, for each page the place of its sign there
 * (0: it does not stand in the page), on how many pages it stands, and the file, which has cards.
 */
async function standing(lemma, bundle) {
  const text = await shelf(bundle, lemma);
  const marks = numbers(line(text, lemma));
  const signs = new Uint32Array(bundle.pages);
  let count = 0;
  for (let at = 0, page = -1; at < marks.length; at += 2 + (marks[at + 1] >> 4)) {
    page += marks[at] + 1;
    if (bundle !== bundles[0] || !REPLACED.has(page)) {
      signs[page] = at + 1;
      count += 1;
    }
  }
  return { line: marks, signs, count, text };
}

/** Places of a lemma in a page, each of which was counted from the one before. */
function places({ line, signs }, page) {
  let place = 0;
  const found = [];
  const sign = signs[page];
  for (let at = sign + 1; sign && at <= sign + (line[sign] >> 4); at += 1) found.push(place += line[at]);
  return found;
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
  let near = 0;
  lists.forEach((one, n) => lists.slice(n + 1).forEach((other) => { near += 1 / (1 + gap(one, other) / 4); }));
  return near / Math.max(1, lists.length - 1);
}

/** Which part of the index a page is in, and its number there. */
const split = (id) => [id % bundles.length, Math.floor(id / bundles.length)];

/** How much more a page weighs for the words together: near one another, all there, all in its name. */
function together(words, page) {
  const lists = words.map((one) => places(one, page));
  const near = 1 + 1.2 * nearness(lists.filter((one) => one.length));
  const called = words.every(({ line, signs }) => signs[page] && (line[signs[page]] & 15) > 3);
  return near * (lists.every((one) => one.length) ? 1.2 : 1) * (called ? 1.5 : 1);
}

/** All pages with any of the words, best first; `parts`: the words in each part of the index. */
function ranked(parts, rare) {
  const worth = rare.map((one) => Array.from({ length: 16 }, (_, grade) =>
    one * (1 + (grade & 3) / 6 + 0.3 * (grade >> 2))));
  const ranks = new Float64Array(parts.length * Math.max(...parts.map(([{ signs }]) => signs.length)));
  parts.forEach((words, place) => words.forEach(({ line, signs }, n) => {
    for (let page = 0; page < signs.length; page += 1) {
      if (signs[page]) ranks[page * parts.length + place] += worth[n][line[signs[page]] & 15];
    }
  }));
  const alike = new Map(); // few ranks differ: this is sooner than to compare thousands of pages
  for (let id = 0; id < ranks.length; id += 1) {
    const own = ranks[id] && alike.get(ranks[id]);
    if (own) own.push(id);
    else if (ranks[id]) alike.set(ranks[id], [id]);
  }
  return [...alike].sort(([one], [other]) => other - one);
}

/**
 * Pages that have any of the words, best first: by how rare those are, how much each page is about
 * them, whether it is called so, and how near the words are to one another. `card`: what is shown of
 * a page but the excerpt, if it is known already; `data`: all of it.
 */
async function found(lemmas) {
  const parts = await Promise.all(bundles.map((bundle) => Promise.all(lemmas.map((one) => standing(one, bundle)))));
  const sum = (all) => all.reduce((one, other) => one + other, 0);
  const whole = sum(parts.map(([{ signs }]) => signs.length));
  const rare = lemmas.map((_, n) => Math.log(1 + whole / sum(parts.map((words) => words[n].count))));
  const all = ranked(parts, rare);
  const near = new Map();
  for (const [rank, alike] of all) {
    for (const id of alike.slice(0, CLOSELY - near.size)) {
      const [place, page] = split(id);
      near.set(id, rank * together(parts[place], page));
    }
  }
  const first = [...near.keys()].sort((one, other) => near.get(other) - near.get(one));
  const results = first.concat(all.flatMap(([, alike]) => alike).slice(first.length));
  const words = (id) => parts[split(id)[0]];
  const card = (id) => JSON.parse(words(id).map(({ text }) => line(text, `#${split(id)[1]}`)).find(Boolean) ?? "null");
  return { results, card, data: (id) => data(id, words(id)) };
}

/** A page as it is shown, with the places of all words that were found in it. */
async function data(id, words) {
  const [place, page] = split(id);
  const own = await file(bundles[place], `strony/${Math.floor(page / TOGETHER)}.json`, "json");
  return { ...own[page % TOGETHER], marked: words.flatMap((one) => places(one, page)) };
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

async function answered(query) {
  const typed = words(query);
  if (!typed.length || !bundles.length) return { results: [], changed: [] };
  const as = await Promise.all(typed.map(meant));
  const all = await found([...new Set(as.map(({ lemma }) => lemma))]);
  return { ...all, changed: typed.map((word, n) => as[n].form ?? word), as };
}

let last = {};

/** Everything that answers a query: results, and the words that were read otherwise. */
function answer(query) {
  if (last.query !== query) {
    last = { query, reply: answered(query) };
    last.reply.catch(() => { last = {}; }); // told by who asks
  }
  return last.reply;
}

/** What the page's address asks for. */
const query = () => (new URLSearchParams(location.search).get("q") ?? "").trim();

/** Let the page be laid out. */
const appear = () => { document.documentElement.hidden = false; };

if (query()) { // a phone would lay the page out while what was found waits for it
  document.documentElement.hidden = true;
  setTimeout(appear, PATIENCE);
}
answer(query());

const finder = { answer, appear, fold, lines, QUIET, query, suggest: dataset.suggest, table };
