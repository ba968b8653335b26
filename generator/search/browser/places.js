import { Bits, findWidth } from "./bits.js";
import { Cursor } from "./cursor.js";
import { findShared, follow } from "./phrase.js";

/** Where words stand, which only phrases need that are not stored as pairs. */
export class Places {
  /** @param {import("./shards.js").Shards} shards */
  constructor(shards) {
    this.shards = shards;
  }

  /**
   * Find where a word stands in a field of some documents, which are in order.
   * @param {string} word
   * @param {string} field
   * @param {ArrayLike<number>} documents
   * @returns {Promise<number[][]>}
   */
  async find(word, field, documents) {
    const numbers = Array.from(documents);
    const lists = this.shards.parts.map((part) => {
      const local = numbers.map((number) => number - part.base);
      const here = local.filter((number) => number >= 0 && number < part.documents);
      return here.length ? this.findIn(part, word, field, here) : [];
    });
    return (await Promise.all(lists)).flat();
  }

  /** Find the documents of a part in which two words follow each other, by everyday field. */
  async compare(part, first, second) {
    const words = [first, second];
    const [left, right] = await Promise.all(
      words.map((word) => this.shards.findIn(part, "w", word)),
    );
    const fields = this.shards.fields.filter(({ everyday, name }) => {
      return everyday && left?.has(name) && right?.has(name);
    });
    const found = fields.map(async ({ name }) => {
      const shared = findShared([left.get(name).documents, right.get(name).documents]);
      const places = await Promise.all(
        words.map((word) => (shared.length ? this.findIn(part, word, name, shared) : [])),
      );
      const kept = shared.filter((_, at) => follow([places[0][at], places[1][at]], 1));
      const counts = new Uint32Array(kept.length).fill(1);
      return /** @type {const} */ ([name, { documents: Uint32Array.from(kept), counts }]);
    });
    return new Map(await Promise.all(found));
  }

  /** Find where a word stands in a field of some documents of one part. */
  async findIn(part, word, field, documents) {
    const { files } = this.shards;
    const { shard, number } = await this.shards.load(part, "w", word);
    const run = shard?.find(word).find((one) => one.field === field && one.placed);
    if (!run) return documents.map(() => []);
    const { file, at } = findFile(part.places, number);
    const path = `${part.name}/p${file}`;
    const [blocks, spans] = await Promise.all([
      files.load(path, (bytes) => cutBlocks(bytes, part.places[file])),
      this.measure(part),
    ]);
    const found = files.check(path, () => {
      return readPlaces(shard, blocks[at], run, new Set(documents), spans);
    });
    return documents.map((document) => found.get(document) ?? []);
  }

  /** Make functions, by field, of about how far places reach in a document of a part. */
  async measure({ base, documents, lengths }) {
    const { of } = await this.shards.lengths();
    const spans = new Map(
      this.shards.fields.map(({ name, b }, at) => {
        const mean = Math.floor(lengths[at] / documents);
        return [name, b ? (document) => of(base + document) : () => mean];
      }),
    );
    return spans;
  }
}

/** Find the file that has the places of a shard, and which of its blocks they are. */
function findFile(counts, shard) {
  let at = shard;
  const file = counts.findIndex((count) => (at -= count) < 0);
  return { file, at: at + counts[file] };
}

function cutBlocks(bytes, count) {
  const cursor = new Cursor(bytes);
  const sizes = Array.from({ length: count - 1 }, () => cursor.varint());
  return [...sizes.map((size) => cursor.take(size)), cursor.take()];
}

/** Read where the word of one run of a shard stands in some documents, past all before it. */
function readPlaces(shard, block, wanted, documents, spans) {
  const bits = new Bits(block);
  const found = new Map();
  for (const run of shard.runs) {
    if (!run.placed) continue;
    const spanOf = spans.get(run.field);
    for (let at = run.start; at < run.end; at++) {
      const document = shard.documents[at];
      const count = shard.counts[at];
      const width = findWidth(spanOf(document), count);
      if (run === wanted && documents.has(document)) {
        found.set(document, bits.rising(count, width));
      } else {
        for (let left = count; left > 0; left--) bits.read(width);
      }
    }
    if (run === wanted) break;
  }
  return found;
}
