// Eleventy on the same texts: lists, years, months and topics as collections, each made once.

const SITE = "https://policja.przykladow.example";
const iso = (date) => date.toISOString().slice(0, 10);

/** The nearest in time by each topic: the one after and the two before, five in all. */
function nearest(one, byTopic) {
  const found = new Map();
  for (const topic of one.data.tematy) {
    const { posts, places } = byTopic.get(topic);
    const here = places.get(one);
    for (const other of [posts[here - 1], posts[here + 1], posts[here + 2]]) {
      if (other && found.size < 5) found.set(other.inputPath, other);
    }
  }
  return [...found.values()];
}

/** Key → its posts, newest first. */
function grouped(posts, keys) {
  const groups = new Map();
  for (const one of posts) {
    for (const key of keys(one)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(one);
    }
  }
  return groups;
}

export default function (config) {
  let byTopic = new Map(), byFile = new Map();
  const newest = (api) =>
    api.getFilteredByGlob("content/**/*.md").sort((a, b) => b.date - a.date);
  const listed = (groups) => [...groups].map(([name, posts]) => ({ name, posts }));

  config.addPassthroughCopy({ static: "." });
  config.addCollection("posts", newest);
  config.addCollection("years", (api) => listed(grouped(newest(api), (one) => [iso(one.date).slice(0, 4)])));
  config.addCollection("months", (api) => listed(grouped(newest(api), (one) => [iso(one.date).slice(0, 7)])));
  config.addCollection("topics", (api) => {
    const found = newest(api);
    const groups = grouped(found, (one) => one.data.tematy);
    byFile = new Map(found.map((one) => [one.inputPath, one]));
    byTopic = new Map();
    for (const [name, posts] of groups) {
      byTopic.set(name, { posts, places: new Map(posts.map((one, place) => [one, place])) });
    }
    return listed(groups).sort((a, b) => a.name.localeCompare(b.name, "pl"));
  });
  config.addFilter("iso", iso);
  config.addFilter("rfc822", (date) => date.toUTCString().replace("GMT", "+0000"));
  config.addFilter("absolute", (url) => SITE + url);
  config.addFilter("first", (found, count) => found.slice(0, count));
  config.addFilter("of", (months, year) => months.filter((month) => month.name.startsWith(year)));
  config.addFilter("related", (file) => nearest(byFile.get(file), byTopic));
  return {
    dir: { input: ".", includes: "_includes", output: "_site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: "njk",
  };
}
