import { Cursor } from "./cursor.js";

/**
 * How long a field is in each document, and on average over all of them.
 * @typedef {{of: (document: number) => number, average: number}} Lengths
 */

/** Read a file of lengths: a table of those that occur, then a byte for each document. */
export function readLengths(bytes, total, documents) {
  const cursor = new Cursor(bytes);
  const table = cursor.varints(cursor.varint());
  const { at } = cursor;
  return { of: (document) => table[bytes[at + document]], average: total / documents };
}

/** Weigh a word by how few documents have it: Whoosh's idf. */
export function weigh(documents, having) {
  return Math.log(documents / (having + 1)) + 1;
}

/**
 * Score each document that has a word in a field: Whoosh's BM25F, its operations in its order, so
 * that the numbers are the same to the last bit.
 * @param {import("./shards.js").Postings} postings
 * @param {Lengths} lengths
 * @param {{documents: number, b: number, k1: number}} manifest
 * @returns {number[]}
 */
export function scorePostings(postings, lengths, { documents, b, k1 }) {
  const idf = weigh(documents, postings.documents.length);
  return postings.documents.map((document, at) => {
    const tf = postings.counts[at];
    const length = (b * lengths.of(document)) / lengths.average;
    return idf * ((tf * (k1 + 1)) / (tf + k1 * (1 - b + length)));
  });
}
