import { Bits, findWidth } from "./bits.js";
import { Cursor } from "./cursor.js";

const GUESS = 3;
const SHARED = /([\0-\x1f])([^\0-\x1f]*)/gu;

/**
 * A range of the words of a part: in which documents each is, by number within the part; or of its
 * pairs, whose documents are numbered among those that have both words.
 */
export class Shard {
  /**
   * @param {Uint8Array} bytes
   * @param {string[]} fields their names
   * @param {number} documents how many the part has
   * @param {boolean} paired
   */
  constructor(bytes, fields, documents, paired) {
    const cursor = new Cursor(bytes);
    this.words = readWords(cursor.take(cursor.varint()));
    const present = cursor.take(this.words.length);
    /** Whose postings follow each other: which word's, in which field, and where. */
    this.runs = [];
    let total = 0;
    fields.forEach((field, number) => {
      present.forEach((bits, row) => {
        if (!((bits >> number) & 1)) return;
        const start = total;
        total += cursor.varint();
        if (total - start > documents) throw new RangeError("no such document");
        const placed = !(bits >> fields.length);
        this.runs.push({ row, field, start, end: total, placed });
      });
    });
    for (const run of this.runs) {
      run.whole = paired ? run.end - run.start + cursor.varint() : documents;
    }
    const picks = new Bits(cursor.take(paired ? undefined : cursor.varint()));
    this.readPostings(picks, paired ? null : new Bits(cursor.take()), total);
  }

  readPostings(picks, counts, total) {
    this.documents = new Uint32Array(total);
    this.counts = new Uint32Array(total).fill(1);
    for (const { start, end, whole } of this.runs) {
      const found = picks.pick(whole, end - start);
      this.documents.set(found, start);
      let having = counts ? found.map((_, at) => start + at) : [];
      while (having.length) {
        const before = having;
        const count = counts.read(findWidth(before.length, GUESS));
        having = counts.pick(before.length, count).map((at) => before[at]);
        for (const at of having) this.counts[at]++;
      }
    }
  }

  /** List where the postings of a word are, field by field; nowhere if it isn't here. */
  find(word) {
    const row = this.words.indexOf(word);
    return this.runs.filter((run) => run.row === row);
  }
}

/** Read words, each written as what differs from the one before. */
export function readWords(bytes) {
  let word = "";
  return Array.from(new TextDecoder().decode(bytes).matchAll(SHARED), ([, shared, rest]) => {
    word = word.slice(0, shared.charCodeAt(0)) + rest;
    return word;
  });
}
