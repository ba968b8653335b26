/**
 * Documents in the order of their numbers, and the score of each.
 * @typedef {{documents: ArrayLike<number>, scores: ArrayLike<number>}} Matches
 */

/** @type {Matches} */
export const NO_MATCHES = { documents: [], scores: [] };

/**
 * Make matches of ranges of numbers; they score 0.
 * @param {number[][]} ranges the first number of each, and the one behind its last
 * @returns {Matches}
 */
export function listRanges(ranges) {
  const documents = [];
  for (const [low, high] of ranges) {
    for (let number = low; number < high; number++) documents.push(number);
  }
  return { documents, scores: new Float64Array(documents.length) };
}

/**
 * Find what is in any, its scores added up.
 * @param {Matches[]} list
 * @param {number} count how many documents there are in the index
 * @returns {Matches}
 */
export function unite(list, count) {
  if (list.length === 1) return list[0];
  const sums = new Float64Array(count);
  const having = countMatches(list, count);
  for (const { documents, scores } of list) {
    for (let at = 0; at < documents.length; at++) sums[documents[at]] += scores[at];
  }
  const documents = [];
  having.forEach((lists, document) => lists && documents.push(document));
  return { documents, scores: documents.map((document) => sums[document]) };
}

/**
 * Find what is in all, its scores added up.
 * @param {Matches[]} list
 * @param {number} count
 * @returns {Matches}
 */
export function intersect(list, count) {
  if (list.length === 1) return list[0];
  const having = countMatches(list, count);
  return keep(unite(list, count), (document) => having[document] === list.length);
}

/**
 * Leave out what is in any of some others.
 * @param {Matches} matches
 * @param {Matches[]} others
 * @param {number} count
 * @returns {Matches}
 */
export function leaveOut(matches, others, count) {
  if (!others.length) return matches;
  const having = countMatches(others, count);
  return keep(matches, (document) => !having[document]);
}

/**
 * Count for each document how many of some matches it is in.
 * @param {Matches[]} list
 * @param {number} count
 */
export function countMatches(list, count) {
  const having = new Uint16Array(count);
  for (const { documents } of list) {
    for (let at = 0; at < documents.length; at++) having[documents[at]]++;
  }
  return having;
}

/**
 * Keep some of the documents.
 * @param {Matches} matches
 * @param {(document: number, at: number) => boolean} wanted
 * @returns {Matches}
 */
export function keep({ documents, scores }, wanted) {
  const kept = { documents: [], scores: [] };
  for (let at = 0; at < documents.length; at++) {
    if (!wanted(documents[at], at)) continue;
    kept.documents.push(documents[at]);
    kept.scores.push(scores[at]);
  }
  return kept;
}
