import { Cursor } from "./cursor.js";

/**
 * The documents that have a word in one field, in order, and how often each has it.
 * @typedef {{documents: number[], counts: number[]}} Postings
 */

/**
 * A word of the index: its postings by the number of the field, and where its places are.
 * @typedef {{fields: Map<number, Postings>, shard: number, rank: number}} Entry
 */

/** The words of the index, of which only the shards asked for are loaded. */
export class Shards {
  /**
   * @param {{first: string[], words: string[], places: string[]}} manifest
   * @param {import("./files.js").Files} files
   */
  constructor(manifest, files) {
    this.first = manifest.first.map(encodeWord);
    this.words = manifest.words;
    this.places = manifest.places;
    this.files = files;
  }

  /**
   * Find a word; null where no story has it.
   * @param {string} text
   * @returns {Promise<Entry | null>}
   */
  async find(text) {
    const word = encodeWord(text);
    const shard = this.findShard(word);
    if (shard < 0) return null;
    return findEntry(await this.files.load(this.words[shard]), shard, word);
  }

  /** Find the last shard that does not begin after `word`; -1 where all do. */
  findShard(word) {
    let low = 0;
    let high = this.first.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareBytes(this.first[middle], word) <= 0) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** Start loading what a phrase with this word needs, without waiting for the rest. */
  preload(text) {
    const shard = this.findShard(encodeWord(text));
    if (shard >= 0) this.files.load(this.places[shard]).catch(() => undefined);
  }

  /**
   * Load the places of a word in one field, document by document, in the order of its postings.
   * @param {Entry} entry
   * @param {number} field
   * @returns {Promise<number[][]>}
   */
  async findPlaces(entry, field) {
    const cursor = new Cursor(await this.files.load(this.places[entry.shard]));
    for (let rank = 0; rank < entry.rank; rank++) cursor.take(cursor.varint());
    cursor.varint();
    for (const [number, { counts }] of entry.fields) {
      const places = counts.map((count) => cursor.rising(count));
      if (number === field) return places;
    }
    return [];
  }
}

/** Walk a shard to `word`. */
function findEntry(bytes, shard, word) {
  const cursor = new Cursor(bytes);
  let before = new Uint8Array();
  for (let rank = 0; !cursor.done; rank++) {
    const shared = cursor.varint();
    const rest = cursor.take(cursor.varint());
    const here = new Uint8Array(shared + rest.length);
    here.set(before.subarray(0, shared));
    here.set(rest, shared);
    const postings = cursor.take(cursor.varint());
    const order = compareBytes(here, word);
    if (order === 0) return { fields: readPostings(postings), shard, rank };
    if (order > 0) return null;
    before = here;
  }
  return null;
}

function readPostings(bytes) {
  const cursor = new Cursor(bytes);
  const fields = new Map();
  const present = cursor.varint();
  for (let field = 0; 2 ** field <= present; field++) {
    if (!(present & (1 << field))) continue;
    const count = cursor.varint();
    const documents = cursor.rising(count);
    fields.set(field, { documents, counts: cursor.varints(count).map((more) => more + 1) });
  }
  return fields;
}

function encodeWord(text) {
  return new TextEncoder().encode(text);
}

/** Order words by their bytes, which is the order of their code points. */
function compareBytes(left, right) {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    if (left[at] !== right[at]) return left[at] - right[at];
  }
  return left.length - right.length;
}
