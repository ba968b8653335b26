import { Bits, findWidth } from "./bits.js";
import { Cursor } from "./cursor.js";

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

  /** Find where a word stands in a field of some documents of one part. */
  async findIn(part, word, field, documents) {
    const { files } = this.shards;
    const { shard, number } = await this.shards.load(part, "w", word);
    const run = shard?.find(word).find((one) => one.field === field && one.placed);
    if (!run) return documents.map(() => []);
    const { file, at } = findFile(part.places, number);
    const path = `${part.name}/p${file}`;
    const [blocks, readers] = await Promise.all([
      files.load(path, (bytes) => cutBlocks(bytes, part.places[file])),
      this.makeReaders(part),
    ]);
    const found = files.check(path, () => {
      return readPlaces(shard, blocks[at], run, new Set(documents), readers);
    });
    return documents.map((document) => found.get(document) ?? []);
  }

  /** Make what reads so many places in a document of a part from bits, by field. */
  async makeReaders({ name, base, documents, lengths }) {
    const [{ of }, steps] = await Promise.all([
      this.shards.lengths(),
      this.shards.files.load(`${name}/e`, (bytes) => {
        const cursor = new Cursor(bytes);
        return Array.from({ length: documents }, () => cursor.varint());
      }),
    ]);
    const exactly = (bits, document, count) => {
      const length = of(base + document);
      return readSpread(bits, count, 0, length + steps[document] * (1 + (length >> 6)));
    };
    return new Map(
      this.shards.fields.map(({ name: field, b }, at) => {
        const span = Math.floor((1.5 * lengths[at]) / documents);
        const about = (bits, _, count) => bits.rising(count, findWidth(span, count));
        return [field, b ? exactly : about];
      }),
    );
  }
}

/** Read `count` rising numbers from `start` to below `end`, the middle one first, but two at once. */
export function readSpread(bits, count, start, end) {
  if (!count) return [];
  if (count === 2) {
    const room = end - start;
    const rank = readAmong(bits, (room * (room - 1)) / 2);
    const greater = Math.floor((1 + Math.sqrt(1 + 8 * rank)) / 2);
    return [start + rank - (greater * (greater - 1)) / 2, start + greater];
  }
  const before = (count - 1) >> 1;
  const middle = start + before + readAmong(bits, end - start - count + 1);
  const left = readSpread(bits, before, start, middle);
  return [...left, middle, ...readSpread(bits, count - before - 1, middle + 1, end)];
}

/** Read a number below `total`. */
function readAmong(bits, total) {
  const width = Math.floor(Math.log2(total));
  const number = bits.plain(width);
  const short = 2 ** (width + 1) - total;
  return number < short ? number : 2 * number + bits.plain(1) - short;
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
function readPlaces(shard, block, wanted, documents, readers) {
  const bits = new Bits(block);
  const found = new Map();
  for (const run of shard.runs) {
    if (!run.placed) continue;
    const read = readers.get(run.field);
    for (let at = run.start; at < run.end; at++) {
      const document = shard.documents[at];
      const places = read(bits, document, shard.counts[at]);
      if (run === wanted && documents.has(document)) found.set(document, places);
    }
    if (run === wanted) break;
  }
  return found;
}
