/**
 * The documents that have a term in one field, in order, and how often each has it.
 * @typedef {{documents: ArrayLike<number>, counts: ArrayLike<number>}} Postings
 */

/** Weigh a term by how few documents have it: the idf of Lucene, which is never below 0. */
export function weigh(documents, having) {
  return Math.log(1 + (documents - having + 0.5) / (having + 0.5));
}

/**
 * Score each document that has a term in a field, as `ranking.py` does.
 * @param {Postings} postings
 * @param {number} idf
 * @param {{k1: number, b: number, average: number, of: (document: number) => number}} field how
 *   far the field's length counts, its average, and that of a document
 * @returns {Float64Array}
 */
export function scorePostings({ documents, counts }, idf, { k1, b, average, of }) {
  const scores = new Float64Array(documents.length);
  for (let at = 0; at < scores.length; at++) {
    const tf = counts[at];
    const norm = b ? 1 - b + (b * of(documents[at])) / average : 1;
    scores[at] = idf * ((tf * (k1 + 1)) / (tf + k1 * norm));
  }
  return scores;
}
