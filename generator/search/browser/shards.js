import { findLast } from "./order.js";
import { findShared } from "./phrase.js";
import { Places } from "./places.js";
import { Shard } from "./shard.js";

/**
 * The documents that have a word in one field, in order, and how often each has it.
 * @typedef {{documents: ArrayLike<number>, counts: ArrayLike<number>}} Postings
 */

/**
 * A word of the index: its postings by the name of the field.
 * @typedef {{fields: Map<string, Postings>}} Entry
 */

/** The words of the index, of which only the shards asked for are loaded. */
export class Shards {
  /**
   * @param {object} manifest with its parts as they are listed
   * @param {import("./files.js").Files} files
   * @param {() => Promise<{of: (document: number) => number}>} lengths
   */
  constructor(manifest, files, lengths) {
    this.fields = manifest.fields;
    this.names = manifest.fields.map(({ name }) => name);
    this.parts = manifest.parts;
    this.files = files;
    this.lengths = lengths;
    this.places = new Places(this);
  }

  /**
   * Find a word; null where no story has it.
   * @param {string} word
   * @returns {Promise<Entry | null>}
   */
  async find(word) {
    return join(this.parts, await this.mapParts((part) => this.findIn(part, "w", word)));
  }

  /**
   * Find the documents in which two words follow each other, from a document on before which that
   * isn't known; null where it is known of none.
   * @returns {Promise<Entry & {from: number} | null>}
   */
  async findPair(first, second) {
    const stored = await this.mapParts((part) => this.findPairIn(part, first, second));
    // What a part has stored, all that follow have stored as well.
    const from = this.parts[stored.findIndex(Boolean)]?.base;
    const found = join(this.parts, stored);
    return found && { ...found, from };
  }

  /**
   * Find where a word stands in a field of some documents, which are in order.
   * @param {string} word
   * @param {string} field
   * @param {ArrayLike<number>} documents
   * @returns {Promise<number[][]>}
   */
  findPlaces(word, field, documents) {
    return this.places.find(word, field, documents);
  }

  mapParts(action) {
    return Promise.all(this.parts.map(action));
  }

  /** Find a pair in one part, whose documents are numbered among those that have both words. */
  async findPairIn(part, first, second) {
    const [pair, ...words] = await Promise.all([
      this.findIn(part, "n", `${first} ${second}`),
      this.findIn(part, "w", first),
      this.findIn(part, "w", second),
    ]);
    return this.files.check(part.name, () => {
      pair?.forEach((found, field) => {
        const both = findShared(words.map((word) => word.get(field).documents));
        if (both.length !== found.whole) throw new RangeError("other words");
        found.documents = found.documents.map((at) => both[at]);
      });
      return pair;
    });
  }

  /** Find a word ("w") or a pair ("n") in one part: its postings by field, or null. */
  async findIn(part, letter, word) {
    const { shard } = await this.load(part, letter, word);
    const runs = shard?.find(word) ?? [];
    if (!runs.length) return null;
    return new Map(
      runs.map(({ field, start, end, whole }) => {
        const documents = shard.documents.subarray(start, end);
        return [field, { documents, counts: shard.counts.subarray(start, end), whole }];
      }),
    );
  }

  /** Load the shard that may hold a word or a pair, if there is one. */
  async load(part, letter, word) {
    const number = findShard(letter === "w" ? part.words : part.pairs, word);
    if (number < 0) return { number, shard: null };
    const shard = await this.files.load(`${part.name}/${letter}${number}`, (bytes) => {
      return new Shard(bytes, this.names, part.documents, letter === "n");
    });
    return { number, shard };
  }
}

/**
 * Find the shard that may hold a word; below 0 where none may. Up to an empty one, `shards` are all
 * words of each, and from there on what its words don't come before.
 */
function findShard(shards, word) {
  const named = shards.indexOf("");
  const number = shards.slice(0, named).findIndex((words) => words.split("/").includes(word));
  return number < 0 ? named + findLast(shards.slice(named), word) : number;
}

/** Join what the parts have of a word, their documents numbered through. */
function join(parts, found) {
  const fields = new Map();
  found.forEach((entry, at) => {
    entry?.forEach(({ documents, counts }, field) => {
      const joined = fields.get(field) ?? { documents: [], counts: [] };
      documents.forEach((document, place) => {
        joined.documents.push(document + parts[at].base);
        joined.counts.push(counts[place]);
      });
      fields.set(field, joined);
    });
  });
  return fields.size ? { fields } : null;
}
