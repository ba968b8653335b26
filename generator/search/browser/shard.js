import { Bits, findWidth } from "./bits.js";
import { Cursor } from "./cursor.js";

const SHARED = /([\0-\x1f])([^\0-\x1f]*)/gu;

/** A range of the words of a part: in which documents each is, by number within the part. */
export class Shard {
  /**
   * @param {Uint8Array} bytes
   * @param {string[]} fields their names
   * @param {number} documents how many the part has
   */
  constructor(bytes, fields, documents) {
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
        const placed = !(bits >> fields.length);
        this.runs.push({ row, field, start, end: total, placed });
      });
    });
    const gaps = new Bits(cursor.take(cursor.varint()));
    // A posting takes a bit at least, so that no number makes room for more than there is.
    if (total > gaps.end) throw new RangeError("cut short");
    this.readPostings(gaps, new Bits(cursor.take()), total, documents);
  }

  readPostings(gaps, counts, total, documents) {
    this.documents = new Uint32Array(total);
    this.counts = new Uint32Array(total);
    for (const { start, end } of this.runs) {
      const width = findWidth(documents, end - start);
      let document = -1;
      for (let at = start; at < end; at++) {
        document += gaps.read(width) + 1;
        this.documents[at] = document;
        this.counts[at] = counts.read(0) + 1;
      }
      if (document >= documents) throw new RangeError("no such document");
    }
  }

  /** List where the postings of a word are, field by field; nowhere if it isn't here. */
  find(word) {
    const row = this.words.indexOf(word);
    return this.runs.filter((run) => run.row === row);
  }
}

/** Read words, each written as what differs from the one before. */
function readWords(bytes) {
  let word = "";
  return Array.from(new TextDecoder().decode(bytes).matchAll(SHARED), ([, shared, rest]) => {
    word = word.slice(0, shared.charCodeAt(0)) + rest;
    return word;
  });
}
