import { Cursor } from "./cursor.js";
import { listParts } from "./parts.js";
import { findShared, follow } from "./phrase.js";
import { Shard } from "./shard.js";

/**
 * The documents that have a word in one field, in order, and how often each has it.
 * @typedef {{documents: Uint32Array, counts: Uint32Array}} Postings
 */

/**
 * A word of the index: its postings by the name of the field.
 * @typedef {{fields: Map<string, Postings>}} Entry
 */

/** The words of the index, of which only the shards asked for are loaded. */
export class Shards {
  /**
   * @param {object} manifest
   * @param {import("./files.js").Files} files
   * @param {() => Promise<{of: (document: number) => number}>} lengths
   */
  constructor(manifest, files, lengths) {
    this.fields = manifest.fields;
    this.names = manifest.fields.map(({ name }) => name);
    this.parts = listParts(manifest);
    this.files = files;
    this.lengths = lengths;
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
   * Find the documents in which two words follow each other; null where that isn't stored.
   * @returns {Promise<Entry | null>}
   */
  async findPair(first, second) {
    const pair = `${first} ${second}`;
    const stored = await this.mapParts((part) => this.findIn(part, "n", pair));
    if (!stored.some(Boolean)) return null;
    const found = this.parts.map((part, at) => stored[at] ?? this.compare(part, first, second));
    return join(this.parts, await Promise.all(found));
  }

  /**
   * Find where a word stands in a field of some documents, which are in order.
   * @param {string} word
   * @param {string} field
   * @param {ArrayLike<number>} documents
   * @returns {Promise<number[][]>}
   */
  async findPlaces(word, field, documents) {
    const numbers = Array.from(documents);
    const lists = await this.mapParts((part) => {
      const local = numbers.map((number) => number - part.base);
      const here = local.filter((number) => number >= 0 && number < part.documents);
      return here.length ? this.findPlacesIn(part, word, field, here) : [];
    });
    return lists.flat();
  }

  mapParts(action) {
    return Promise.all(this.parts.map(action));
  }

  /** Find a word, or a pair, in one part. */
  async findIn(part, letter, word) {
    const number = findShard(letter === "w" ? part.words : part.pairs, word);
    const shard = await this.loadShard(part, letter, number);
    const runs = shard?.find(word) ?? [];
    if (!runs.length) return null;
    return new Map(
      runs.map(({ field, start, end }) => {
        const documents = shard.documents.subarray(start, end);
        return [field, { documents, counts: shard.counts.subarray(start, end) }];
      }),
    );
  }

  loadShard(part, letter, number) {
    if (number < 0) return null;
    const read = (bytes) => new Shard(bytes, this.names, part.documents);
    return this.files.load(`${part.name}/${letter}${number}`, read);
  }

  /** Find by their places where two words follow each other in a part that doesn't store it. */
  async compare(part, first, second) {
    const words = [first, second];
    const [left, right] = await Promise.all(words.map((word) => this.findIn(part, "w", word)));
    const fields = this.fields.filter(({ everyday, name }) => {
      return everyday && left?.has(name) && right?.has(name);
    });
    const found = fields.map(async ({ name }) => {
      const shared = findShared([left.get(name).documents, right.get(name).documents]);
      const places = shared.length
        ? await Promise.all(words.map((word) => this.findPlacesIn(part, word, name, shared)))
        : [];
      const kept = shared.filter((_, at) => follow(places.map((word) => word[at]), 1));
      const counts = new Uint32Array(kept.length).fill(1);
      return /** @type {const} */ ([name, { documents: Uint32Array.from(kept), counts }]);
    });
    return new Map(await Promise.all(found));
  }

  /** Find where a word stands in a field of some documents of one part. */
  async findPlacesIn(part, word, field, documents) {
    const number = findShard(part.words, word);
    const file = findFile(part.places, number);
    if (!file) return documents.map(() => []);
    const path = `${part.name}/p${file.number}`;
    const [shard, blocks, lengths] = await Promise.all([
      this.loadShard(part, "w", number),
      this.files.load(path, (bytes) => cutBlocks(bytes, part.places[file.number])),
      this.lengths(),
    ]);
    const spans = new Map(
      this.fields.map(({ name, b }, at) => {
        const mean = Math.floor(part.lengths[at] / part.documents);
        return [name, b ? (document) => lengths.of(part.base + document) : () => mean];
      }),
    );
    const run = shard.find(word).find((one) => one.field === field && one.placed);
    if (!run) return documents.map(() => []);
    const found = this.files.check(path, () => {
      const spanOf = (name, document) => spans.get(name)(document);
      return shard.readPlaces(blocks[file.block], run, new Set(documents), spanOf);
    });
    return documents.map((document) => found.get(document) ?? []);
  }
}

/** Join what the parts have of a word, their documents numbered through. */
function join(parts, found) {
  const fields = new Map();
  found.forEach((entry, at) => {
    entry?.forEach(({ documents, counts }, field) => {
      const before = fields.get(field);
      const numbers = documents.map((document) => document + parts[at].base);
      fields.set(field, {
        documents: concatenate(before?.documents, numbers),
        counts: concatenate(before?.counts, counts),
      });
    });
  });
  return fields.size ? { fields } : null;
}

function concatenate(before, after) {
  if (!before) return after;
  const joined = new Uint32Array(before.length + after.length);
  joined.set(before);
  joined.set(after, before.length);
  return joined;
}

/** Find the file that holds the places of a shard, and which of its blocks they are. */
function findFile(counts, shard) {
  let block = shard;
  const number = counts.findIndex((count) => (block -= count) < 0);
  return number < 0 || shard < 0 ? null : { number, block: block + counts[number] };
}

function cutBlocks(bytes, count) {
  const cursor = new Cursor(bytes);
  const sizes = Array.from({ length: count - 1 }, () => cursor.varint());
  return [...sizes.map((size) => cursor.take(size)), cursor.take()];
}

/** Find the last shard that does not begin after `word`; -1 where there are none. */
function findShard(firsts, word) {
  const key = makeKey(word);
  return firsts.filter((first) => makeKey(first) <= key).length - 1;
}

/** Make text that is in order by its UTF-16 units where `text` is by its characters. */
function makeKey(text) {
  return text.replace(/[\ud800-\udbff]/g, "\uffff$&");
}
