// Finds the district of an address: street and number, in any order of words, with or without „ul.”,
// diacritics, capitals, a flat or the locality. Without this file the list of streets from A to Z says
// the same. The index is fetched when someone goes to the box; what is written there goes nowhere.

/** Words without case and diacritics; "ul." and flats go, a number keeps its letter: "7 A/3" is "7a". */
function words(text) {
  const plain = text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replaceAll("ł", "l");
  const house = plain
    .replace(/\b\d\d-\d{3}\b/g, " ") // a postal code
    .replace(/(\d\s*[a-z]?)\s*(?:\/|m\.?|lok\.?|mieszkani[ae])\s*\d+[a-z]?\b/g, "$1 ");
  const parts = house.match(/\d+\s*[a-z](?![a-z0-9])|\d+|[a-z]+/g) ?? [];
  const told = parts.map((part) => part.replace(/\s/g, ""));
  return told.filter((part) => !/^(ul|ulica|ulicy|nr|numer)$/.test(part));
}

const KINDS = new Set("al aleja aleje alei pl plac placu os osiedle osiedlu rondo skwer".split(" "));

/** Without „aleja” and the like, unless nothing else is left. */
function bare(list) {
  const rest = list.filter((word) => !KINDS.has(word));
  return rest.length ? rest : list;
}

const key = (list) => [...list].sort().join(" ");

/** The index with its streets, each with all its parts; a locality without streets is one too. */
export function indexed(data) {
  const streets = new Map();
  for (const [name, written, beat, text, spans] of data.ulice) {
    const town = written || data.siedziba;
    const [own, place] = [words(name), words(town)];
    const at = `${place.join("")} ${own.join("")}`;
    const keys = name ? [key(own), key([...own, ...place])] : [key(place)];
    const loose = name ? [key(bare(own)), key([...bare(own), ...place])] : [];
    const street = streets.get(at) ?? { name, town, written, place, keys, loose, parts: [] };
    street.parts.push({ beat, text, spans });
    streets.set(at, street);
  }
  return { ...data, streets: [...streets.values()] };
}

/** Whether a house is in a list; plugins/newsroom/houses.py says what a span means. */
function covers(spans, number, letter) {
  const all = spans.length ? spans : [[1, 9999, 0, null]];
  return all.some(([first, last, side, own]) => first <= number && number <= last
    && (!side || number % 2 === side % 2) && (own === null || own === letter));
}

/** The ways to read an address: which of its words is the house, if any. */
function readings(text) {
  const list = words(text);
  const houses = list.flatMap((word, place) => (/^\d/.test(word) ? [{ word, place }] : []));
  const read = houses.reverse().map(({ word, place }) => ({
    asked: list.filter((_, other) => other !== place),
    number: parseInt(word, 10),
    letter: word.replace(/\d/g, ""),
  }));
  return [...read, { asked: list, number: null, letter: "" }].filter(({ asked }) => asked.length);
}

const WAYS = [
  (street, asked) => street.keys.includes(key(asked)),
  (street, asked) => street.loose.includes(key(bare(asked))),
  (street, asked) => key(street.place) === key(asked), // a village alone: choose its street
  (street, asked) => !street.name && street.place.every((word) => asked.includes(word)),
];

/** Whether two readings mean one house; of a street, the reading that found a number counts. */
const isSame = (one, other) => one.street === other.street
  && (one.number === null || (one.number === other.number && one.letter === other.letter));

/** Streets that an address may mean, with the house; only the best way of naming counts. */
function meant(index, text) {
  for (const way of WAYS) {
    const found = readings(text).flatMap(({ asked, number, letter }) =>
      index.streets.filter((street) => way(street, asked)).map((street) => ({ street, number, letter })));
    if (found.length) return found.filter((one) => one === found.find((other) => isSame(one, other)));
  }
  return [];
}

function pairs(text) {
  const letters = words(text).filter((word) => !/^\d/.test(word)).join(" ");
  return new Set([...letters].slice(1).map((letter, place) => letters[place] + letter));
}

/** Names that look most alike (by pairs of letters), at most five. */
function nearest(index, text) {
  const asked = pairs(text);
  const [{ number, letter } = { number: null, letter: "" }] = readings(text);
  const scored = index.streets.map((street) => {
    const own = pairs(street.name || street.town);
    const common = [...own].filter((pair) => asked.has(pair)).length;
    return { street, number, letter, score: (2 * common) / (own.size + asked.size) };
  });
  const near = scored.filter(({ score }) => score > 0.4).sort((one, other) => other.score - one.score);
  return near.slice(0, 5);
}

/**
 * What is known of one house. kind: "beat" (its district), "number" (the number is missing where
 * it matters), "house" (no list has the number).
 */
export function placed({ street, number, letter }) {
  const house = number === null ? "" : `${number}${letter}`;
  const [first, ...others] = street.parts;
  if (number === null && (others.length || first.spans.length)) return { kind: "number", street };
  const part = number === null ? first : street.parts.find(({ spans }) => covers(spans, number, letter));
  return part ? { kind: "beat", street, house, beat: part.beat } : { kind: "house", street, house };
}

/** What is known of an address: as of one house, or "which" and "nothing" with streets to choose. */
export function answer(index, text) {
  const found = meant(index, text);
  if (found.length === 1) return placed(found[0]);
  return found.length ? { kind: "which", found } : { kind: "nothing", found: nearest(index, text) };
}

// -- the box ---------------------------------------------------------------------------------

const element = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};

function link(href, words) {
  const made = element("a", words);
  made.href = href;
  return made;
}

const call = ([number, href]) => link(href, `tel.\u00a0${number.replaceAll(" ", "\u00a0")}`);
const called = ({ name, town, written }, house = "") =>
  [[name || town, house].filter(Boolean).join("\u00a0"), name && written].filter(Boolean).join(", ");

function start(form) {
  const box = form.querySelector("input");
  const told = form.querySelector("[role=status]");
  let asked = null;

  const load = () => {
    asked ??= fetch(new URL("adresy.json", form.action))
      .then((reply) => (reply.ok ? reply.json() : Promise.reject(new Error(reply.statusText))))
      .then((data) => suggest(indexed(data)))
      .catch((error) => { asked = null; throw error; }); // asked again next time
    return asked;
  };

  function suggest(index) {
    const names = index.streets.map((street) => called(street));
    form.querySelector("datalist").replaceChildren(...names.map((name) => {
      const option = document.createElement("option");
      option.value = name;
      return option;
    }));
    return index;
  }

  const say = (...content) => told.replaceChildren(...content);
  const help = (index) => (index.telefon
    ? [element("p", "Możesz też zadzwonić: ", call(index.telefon), " i\u00a0zapytać o\u00a0swój rejon.")]
    : []);

  function choices(index, found) {
    return element("ul", ...found.map((one) => {
      const button = element("button", called({ ...one.street, written: one.street.name && one.street.town }));
      button.type = "button";
      button.addEventListener("click", () => { show(index, placed(one)); });
      return element("li", button);
    }));
  }

  function parts(index, street) {
    return element("ul", ...street.parts.map(({ beat, text }) => element("li",
      `${text || "wszystkie numery"}: `, link(index.rejony[beat].adres, index.rejony[beat].nazwa))));
  }

  function district(index, { street, house, beat }) {
    const { nazwa, adres, dzielnicowy, telefon } = index.rejony[beat];
    const who = element("p", dzielnicowy ? `Dzielnicowy: ${dzielnicowy}` : "Dzielnicowego jeszcze nie wyznaczono");
    if (telefon) who.append(", ", call(telefon));
    const urgent = document.importNode(form.querySelector("template").content, true);
    const where = element("p", element("strong", called(street, house)), " – ", link(adres, nazwa));
    return [where, who, ...(telefon ? [urgent] : [])];
  }

  function show(index, found) {
    const { kind, street, house } = found;
    if (kind === "beat") say(...district(index, found));
    if (kind === "which") say(element("p", "Jest kilka takich miejsc. Wybierz swoje:"), choices(index, found.found));
    if (kind === "number") {
      say(element("p", `Dopisz numer domu. Od niego zależy, który to rejon (${called(street)}):`), parts(index, street));
    }
    if (kind === "house") {
      say(element("p", `Numeru ${house} nie ma w\u00a0spisie (${called(street)}). Są w\u00a0nim:`),
        parts(index, street), ...help(index));
    }
    if (kind === "nothing") {
      const near = found.found.length ? [element("p", "Może to jedno z\u00a0tych miejsc:"), choices(index, found.found)] : [];
      say(element("p", "Nie mamy takiej ulicy w\u00a0spisie."), ...near, ...help(index));
    }
  }

  box.addEventListener("focus", () => { load().catch(() => {}); }); // told when it is needed
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!words(box.value).length) {
      say(element("p", "Wpisz ulicę i\u00a0numer domu."));
      return;
    }
    try {
      const index = await load();
      show(index, answer(index, box.value));
    } catch {
      say(element("p", "Nie udało się wczytać spisu ulic. Spróbuj jeszcze raz albo poszukaj na liście od A do Ż."));
    }
  });
}

for (const form of document.querySelectorAll(".finder")) {
  form.closest("[data-script]").hidden = false;
  start(form);
}
