import { Cards } from "./cards.js";
import { Files, SearchError } from "./files.js";
import { matchPhrase } from "./phrase.js";
import { parseQuery } from "./query.js";
import { rank } from "./rank.js";
import { readLengths, scorePostings } from "./score.js";
import { Shards } from "./shards.js";
import { Words } from "./words.js";

const FORMAT = 1;

/**
 * Open an exported index.
 * @param {string | URL} base the address of its manifest
 * @param {typeof globalThis.fetch} [fetch]
 */
export async function open(base, fetch = globalThis.fetch) {
  const files = new Files(base, fetch);
  const manifest = await files.manifest();
  if (manifest.format !== FORMAT) throw new SearchError("broken", files.base);
  return new Index(manifest, files);
}

/** An exported index: it ranks as Whoosh does, and loads only what a query needs. */
class Index {
  constructor(manifest, files) {
    this.manifest = manifest;
    this.files = files;
    this.words = new Words(manifest.stemmer);
    this.shards = new Shards(manifest, files);
    this.cards = new Cards(manifest.cards, files);
    /** The address from which those of pages are reckoned. */
    this.root = new URL(manifest.root, files.base);
  }

  /** Load ahead what every query needs; what fails is asked for again when it is needed. */
  async warm() {
    const everyday = this.manifest.fields.filter((field) => field.everyday);
    await Promise.allSettled(everyday.map((field) => this.files.load(field.lengths)));
  }

  /**
   * Find the stories with any of the words, those with all of them first.
   * @param {string} text
   * @param {{limit?: number, signal?: AbortSignal}} [options]
   * @returns {Promise<{total: number, whole: number,
   *   hits: ({score: number} & import("./cards.js").Card)[]}>}
   *   `total` stories in all, `whole` of them with all the words, the best of them as `hits`
   */
  async search(text, { limit = 20, signal } = {}) {
    const clauses = parseQuery(text, this.manifest.fields, this.words);
    const ranked = await this.findRanked(clauses);
    signal?.throwIfAborted();
    const hits = await Promise.all(
      ranked.slice(0, limit).map(async ({ document, score }) => {
        return { score, ...(await this.cards.find(document)) };
      }),
    );
    signal?.throwIfAborted();
    return { total: ranked.length, whole: ranked.filter((found) => found.whole).length, hits };
  }

  /** @param {import("./query.js").Clause[]} clauses */
  async findRanked(clauses) {
    const units = new Map();
    const named = clauses.map((clause) => {
      return clause.fields.map((field) => {
        const unit = [field, ...clause.words].join(" ");
        units.set(unit, units.get(unit) ?? { field, words: clause.words });
        return unit;
      });
    });
    const found = await Promise.all(Array.from(units.values(), (unit) => this.match(unit)));
    const matches = new Map(Array.from(units.keys(), (unit, at) => [unit, found[at]]));
    return rank(matches, named, this.manifest.documents);
  }

  /**
   * Find the documents that have a word, or several in a row, in a field.
   * @returns {Promise<import("./phrase.js").Matches>}
   */
  async match({ field, words }) {
    if (words.length > 1) words.forEach((word) => this.shards.preload(word));
    const entries = await Promise.all(words.map((word) => this.shards.find(word)));
    if (!entries.every((entry) => entry?.fields.has(field))) return { documents: [], scores: [] };
    const lengths = await this.findLengths(field);
    const scored = entries.map((entry) => {
      const postings = entry.fields.get(field);
      const { documents } = postings;
      return { documents, scores: scorePostings(postings, lengths, this.manifest) };
    });
    if (words.length === 1) return scored[0];
    const places = await Promise.all(entries.map((entry) => this.shards.findPlaces(entry, field)));
    return matchPhrase(scored.map((word, at) => ({ ...word, places: places[at] })));
  }

  async findLengths(field) {
    const { length, lengths } = this.manifest.fields[field];
    return readLengths(await this.files.load(lengths), length, this.manifest.documents);
  }
}
