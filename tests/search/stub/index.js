/**
 * An index that keeps all stories in its manifest and knows only whole words: it answers as the
 * real one does, so that the page can be tried by itself.
 */
export async function open(base, fetch = globalThis.fetch) {
  const response = await fetch(base).catch(() => {
    throw Object.assign(new Error("no network"), { kind: "offline" });
  });
  if (!response.ok) throw Object.assign(new Error("not there"), { kind: "missing" });
  return new StubIndex(await response.json());
}

class StubIndex {
  constructor({ stories, meant = {}, broken = [], late = [], gone = [] }) {
    Object.assign(this, { stories, meant, broken, late, gone });
  }

  async find(text, { limit = 10, sort, from, to, filters = {}, signal } = {}) {
    if (text.includes("lost")) throw Object.assign(new Error("gone"), { kind: "missing" });
    const words = split(text);
    const found = [];
    this.stories.forEach((story, document) => {
      const has = words.filter((word) => story.words.includes(word)).length;
      const day = story.published ?? "";
      if (words.length && !has) return;
      if ((from && !(day >= from)) || (to && !(day && day.slice(0, to.length) <= to))) return;
      const fits = ([name, chosen]) => !chosen.length || chosen.some((one) => list(story, name).includes(one));
      if (!Object.entries(filters).every(fits)) return;
      found.push({ document, day, whole: has === words.length, score: has });
    });
    const newest = (a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.document - b.document);
    const order = { newest, oldest: (a, b) => newest(b, a) }[sort] ?? ((a, b) => b.score - a.score);
    found.sort((a, b) => Number(b.whole) - Number(a.whole) || order(a, b));
    await new Promise((done) => setTimeout(done, text.includes("slow") ? 300 : 0));
    signal?.throwIfAborted();
    return {
      total: found.length,
      whole: found.filter(({ whole }) => whole).length,
      notes: text.includes("((") ? ["words"] : [],
      hits: found.slice(0, limit).map(({ document, score }) => this.describe(document, score)),
      documents: Uint32Array.from(found, ({ document }) => document),
    };
  }

  /** Give a hit: a late one after a while, one that is lost never. */
  async describe(document, score) {
    const story = this.stories[document];
    if (this.late.includes(story.headline)) await new Promise((done) => setTimeout(done, 400));
    if (this.gone.includes(story.headline)) throw Object.assign(new Error("gone"), { kind: "missing" });
    return { ...story, score };
  }

  async facets(documents) {
    if (this.broken.includes("facets")) throw Object.assign(new Error("gone"), { kind: "missing" });
    const names = ["source", "section", "topic", "byline", "year"];
    const facets = Object.fromEntries(names.map((name) => [name, this.count(documents, (story) => list(story, name))]));
    facets.year.sort((a, b) => Number(b.value) - Number(a.value));
    return facets;
  }

  async histogram(documents) {
    const months = this.count(documents, (story) => [story.published?.slice(0, 7)]);
    return months.map(({ value: month, count }) => ({ month, count })).sort((a, b) => (a.month < b.month ? -1 : 1));
  }

  count(documents, values) {
    const counts = new Map();
    for (const document of documents) {
      for (const value of values(this.stories[document]).filter(Boolean)) {
        counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    return Array.from(counts, ([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  }

  async suggest(text) {
    return this.meant[text] ?? null;
  }

  mark(text, query) {
    const words = split(query);
    return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu))
      .filter(([word]) => words.includes(word.toLowerCase()))
      .map(({ 0: word, index }) => [index, index + word.length]);
  }
}

function split(text) {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function list(story, name) {
  if (name === "year") return [story.published?.slice(0, 4)];
  return [story[name]].flat();
}
