import { Bits } from "./bits.js";
import { Cursor } from "./cursor.js";

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
    const [text, head, picks] = Array.from({ length: paired ? 2 : 3 }, () => cursor.varint());
    this.words = readWords(cursor.take(text));
    /** Whose postings follow each other: which word's, in which field, and where. */
    this.runs = [];
    const total = this.readRuns(new Bits(cursor.take(head)), fields, documents, paired);
    this.readPostings(new Bits(cursor.take(picks)), paired ? null : new Bits(cursor.take()), total);
  }

  /** Read which fields have which words, and in how many documents; give the sum of these. */
  readRuns(head, fields, documents, paired) {
    const having = fields.map(() => head.some(this.words.length));
    const unplaced = new Set(head.some(this.words.length));
    let end = 0;
    fields.forEach((field, number) => {
      const sizes = head.sizes(having[number].length);
      having[number].forEach((row, at) => {
        const start = end;
        end += sizes[at];
        if (sizes[at] > documents) throw new RangeError("no such document");
        this.runs.push({ row, field, start, end, placed: !unplaced.has(row), whole: documents });
      });
    });
    if (paired) {
      const others = having.flatMap((rows) => head.sizes(rows.length));
      this.runs.forEach((run, at) => {
        run.whole = run.end - run.start + others[at] - 1;
      });
    }
    return end;
  }

  readPostings(picks, counts, total) {
    this.documents = new Uint32Array(total);
    this.counts = new Uint32Array(total).fill(1);
    for (const { start, end, whole } of this.runs) {
      this.documents.set(picks.pick(whole, end - start), start);
      if (counts) this.counts.set(counts.rounds(end - start), start);
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
