import { Cards } from "./cards.js";
import { Files, SearchError } from "./files.js";
import { Finder } from "./find.js";
import { readLengths } from "./lengths.js";
import { keep } from "./match.js";
import { listParts } from "./parts.js";
import { makePlan, sortNotes } from "./plan.js";
import { isDay, parseQuery } from "./query.js";
import { rank } from "./rank.js";
import { Shards } from "./shards.js";
import { STEMMERS } from "./stemmers.js";
import { Lexicon } from "./words.js";

const FORMAT = 6;
/** How many hits are given where no number is named. */
const HITS = 10;

/**
 * What a query finds: `total` stories in all, `whole` of them with all the words, and codes for why
 * it was not taken as it is.
 * @typedef {{total: number, whole: number, notes: string[], documents: Uint32Array}} Found
 * @typedef {{score: number, url: string | null} & import("./cards.js").Card} Hit
 */

/**
 * Open an exported index.
 * @param {string | URL} base the address of its manifest
 * @param {typeof globalThis.fetch} [fetch]
 * @param {object} [said] what the manifest says, where it needs no loading, and what the page holds
 */
export async function open(base, fetch = globalThis.fetch, said = undefined) {
  const files = new Files(base, fetch, said?.held);
  const manifest = said ?? (await readManifest(files));
  if (manifest.stemmers.some((name) => name && !STEMMERS[name])) {
    Object.assign(STEMMERS, (await import("./tongues.js")).TONGUES);
  }
  const parts = await listParts(manifest, files);
  try {
    return new Index({ ...manifest, parts }, files);
  } catch {
    throw new SearchError("broken", files.base);
  }
}

async function readManifest(files) {
  const manifest = await files.manifest();
  const { isSound } = await import("./sound.js");
  if (manifest?.format === FORMAT && isSound(manifest)) return manifest;
  throw new SearchError("broken", files.base);
}

/** An exported index: it ranks as Whoosh does, and loads only what a query needs. */
class Index {
  constructor(manifest, files) {
    this.manifest = manifest;
    this.files = files;
    this.count = manifest.documents;
    this.lexicon = new Lexicon(manifest.stemmers);
    this.fields = new Map(manifest.fields.map((field) => [field.name, field]));
    this.everyday = manifest.fields.flatMap(({ name, everyday }) => (everyday ? [name] : []));
    this.shards = new Shards(manifest, files, () => this.lengths());
    this.cards = new Cards(manifest.parts, files);
    /** What `harb*` and `harbor~` stood for, by themselves. */
    this.expanded = new Map();
    /** The address from which those of pages are reckoned. */
    this.root = new URL(manifest.root, files.base);
  }

  /**
   * Find the stories with any of the words, those with all of them first unless there are many.
   * @param {string} text
   * @param {object} [options]
   * @param {number} [options.limit] how many hits to give
   * @param {"relevance" | "newest" | "oldest"} [options.sort]
   * @param {string} [options.from] a day, month or year on or after which a story must be
   * @param {string} [options.to] one on or before which it must be
   * @param {Record<string, string[]>} [options.filters] values of which it must have one, by column
   * @param {boolean} [options.origins] whether to load the addresses of the originals
   * @param {AbortSignal} [options.signal]
   * @returns {Promise<Found & {hits: Hit[]}>}
   */
  async search(text, options = {}) {
    const found = await this.find(text, options);
    const hits = await Promise.all(found.hits);
    options.signal?.throwIfAborted();
    return { ...found, hits };
  }

  /**
   * Find the same, but each of the hits comes when it has been loaded.
   * @returns {Promise<Found & {hits: Promise<Hit>[]}>}
   */
  async find(text, { limit = HITS, sort = "relevance", origins = true, ...options } = {}) {
    const { ranked, notes } = await this.findRanked(text, sort, options);
    options.signal?.throwIfAborted();
    const hits = ranked.slice(0, limit).map((found) => this.describe(found, origins));
    // Who waits for all of them hears of the first that fails.
    hits.forEach((hit) => hit.catch(() => undefined));
    return {
      total: ranked.length,
      whole: ranked.filter((found) => found.whole).length,
      notes,
      documents: Uint32Array.from(ranked, ({ document }) => document),
      hits,
    };
  }

  async findRanked(text, sort, { from, to, filters = {} }) {
    const { root, notes } = this.plan(text);
    const ends = [from, to].map((day) => (day && isDay(day) ? day : null));
    const dates = ends.some(Boolean) ? [{ kind: "dates", first: ends[0], last: ends[1] }] : [];
    const chosen = Object.entries(filters).filter(([, values]) => values.length);
    if (!root && !dates.length && !chosen.length) return { ranked: [], notes };
    const choice = root ?? { required: [], optional: [], prohibited: [], filters: [] };
    const finder = new Finder(this);
    const [{ found, parts }, having, { undated }] = await Promise.all([
      finder.choose({ ...choice, filters: [...choice.filters, ...dates] }),
      Promise.all(chosen.map(([name, values]) => this.select(name, values))),
      sort === "oldest" ? this.loadDays().then((days) => days.load()) : { undated: 0 },
    ]);
    const kept = keep(found, (document) => having.every((column) => column[document]));
    const ranked = rank(kept, parts, { sort, undated, count: this.count });
    return { ranked, notes: finder.cut ? sortNotes([...notes, "wild"]) : notes };
  }

  /** Load the cards of what is likely to be shown, so that nobody waits for them later. */
  foresee(matches) {
    const best = rank(matches, [], { sort: "relevance", undated: 0, count: this.count });
    best.slice(0, HITS).forEach(({ document }) => this.cards.find(document).catch(() => undefined));
  }

  plan(text) {
    return makePlan(parseQuery(text, Array.from(this.fields.keys())), this.lexicon, this.everyday);
  }

  async describe({ document, score }, origins) {
    const [card, url] = await Promise.all([
      this.cards.find(document),
      origins ? this.cards.findOrigin(document) : null,
    ]);
    return { ...card, url, score };
  }

  /** Load how long bodies are. */
  lengths() {
    return this.files.load(this.manifest.lengths, (bytes) => readLengths(bytes, this.count));
  }

  /** Load what reads dates. */
  async loadDays() {
    const { Days } = await import("./days.js");
    return new Days(this.manifest.columns.days, this.count, this.files);
  }

  /** Load what reads the other columns. */
  async loadColumns() {
    const { Columns } = await import("./columns.js");
    return new Columns(this.manifest.columns, this.count, this.files);
  }

  /** Load what reads words as they are spelled. */
  async loadForms() {
    const { Forms } = await import("./forms.js");
    return new Forms(this.shards.parts, this.files);
  }

  /** Find the documents whose dates lie from `first` to the end of `last`. */
  async range(first, last) {
    return (await this.loadDays()).range(first, last);
  }

  /** Load how far the length of a field counts. */
  async measure(field) {
    const { b, length } = this.fields.get(field);
    const of = b ? (await this.lengths()).of : () => 1;
    return { k1: this.manifest.k1, b, average: length / this.count || 1, of };
  }

  /** Find the stories that have one of some values, or are of one of some years. */
  async select(name, values) {
    if (name !== "year") {
      return (await this.loadColumns()).select(name, values);
    }
    const years = values.filter(isDay).map((year) => this.range(year, year));
    const chosen = new Uint8Array(this.count);
    for (const [low, high] of (await Promise.all(years)).flat()) chosen.fill(1, low, high);
    return chosen;
  }

  /** Find the words of the archive that begin so, or are spelled nearly so if a distance is given. */
  async expand(form, distance) {
    const forms = await this.loadForms();
    const words = await (distance ? forms.near(form, distance) : forms.startingWith(form));
    this.expanded.set(`${form} ${distance}`, words);
    return words;
  }

  /**
   * Find where the words of a query stand in a text; prefixes count once they were searched for.
   * @param {string} text
   * @param {string} query
   * @returns {Promise<[number, number][]>} where each begins and ends
   */
  async mark(text, query) {
    const { findMarks, listWanted } = await import("./marks.js");
    if (this.marked?.query !== query) {
      const terms = new Set(listWanted(this.plan(query).root, this.lexicon, this.expanded));
      this.marked = { query, terms };
    }
    return findMarks(text, this.marked.terms, this.lexicon);
  }

  /** Count the values of each column among some stories. */
  async facets(documents) {
    const { countFacets } = await import("./facets.js");
    return countFacets(documents, await this.loadColumns(), await this.loadDays());
  }

  /** Count some stories by month. */
  async histogram(documents) {
    const { countMonths } = await import("./facets.js");
    return countMonths(documents, await this.loadDays());
  }

  /** Find the query that may have been meant, or null. */
  async suggest(text) {
    const { suggest } = await import("./suggest.js");
    return suggest(text, this.lexicon, await this.loadForms());
  }
}
