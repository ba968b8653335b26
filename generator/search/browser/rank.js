/**
 * A document that a query finds; `whole` says that it has all the clauses.
 * @typedef {{document: number, score: number, whole: boolean}} Ranked
 */

/**
 * Rank what matches as `ranking.py` does: all clauses first, then score, then document.
 * @param {Map<string, import("./phrase.js").Matches>} matches what each looked-for unit finds, in
 *   the order in which scores are summed; a unit is a word or a phrase in one field
 * @param {string[][]} clauses the units of each clause
 * @param {number} documents how many there are in the index
 * @returns {Ranked[]}
 */
export function rank(matches, clauses, documents) {
  const scores = new Float64Array(documents);
  for (const found of matches.values()) {
    found.documents.forEach((document, at) => {
      scores[document] += found.scores[at];
    });
  }
  const had = countClauses(matches, clauses, documents);
  /** @type {Ranked[]} */
  const ranked = [];
  scores.forEach((score, document) => {
    if (had[document]) ranked.push({ document, score, whole: had[document] === clauses.length });
  });
  return ranked.sort(compareRanked);
}

/** Count for each document how many of the clauses it has. */
function countClauses(matches, clauses, documents) {
  const had = new Uint8Array(documents);
  for (const units of clauses) {
    const having = new Set(units.flatMap((unit) => matches.get(unit)?.documents ?? []));
    for (const document of having) had[document]++;
  }
  return had;
}

function compareRanked(left, right) {
  return (
    Number(right.whole) - Number(left.whole) ||
    roundScore(right.score) - roundScore(left.score) ||
    left.document - right.document
  );
}

/** Scores are compared to nine places, below which sums in another order would differ. */
function roundScore(score) {
  return Math.floor(score * 1e9 + 0.5);
}
