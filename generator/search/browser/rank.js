import { countMatches } from "./match.js";

/**
 * A document that a query finds; `whole` says that it has all the parts.
 * @typedef {{document: number, score: number, whole: boolean}} Ranked
 */

/** The most parts of a query of which a story should have all: a long question is no list. */
const SHORT = 5;

/**
 * Put what a query finds in order, as `ranking.py` does: what has all the parts first, if it is short.
 * @param {import("./match.js").Matches} found
 * @param {import("./match.js").Matches[]} parts what each part of the query finds
 * @param {{sort: "relevance" | "newest" | "oldest", undated: number, count: number}} options
 *   how many documents have no date, and how many there are
 * @returns {Ranked[]}
 */
export function rank({ documents, scores }, parts, { sort, undated, count }) {
  const having = parts.length > 1 ? countMatches(parts, count) : null;
  const ranked = Array.from(documents, (document, at) => {
    const whole = !having || having[document] === parts.length;
    return { document, score: scores[at], whole };
  });
  const compare = sort === "relevance" ? compareScores : compareDates(sort, undated);
  if (parts.length > SHORT) return ranked.sort(compare);
  return ranked.sort((left, right) => {
    return Number(right.whole) - Number(left.whole) || compare(left, right);
  });
}

/** Scores are compared to nine places, below which sums in another order would differ. */
function compareScores(left, right) {
  return roundScore(right.score) - roundScore(left.score) || left.document - right.document;
}

function roundScore(score) {
  return Math.floor(score * 1e9 + 0.5);
}

/** Documents are numbered by date, but those without one come first there and last here. */
function compareDates(sort, undated) {
  if (sort === "newest") return (left, right) => right.document - left.document;
  return (left, right) => {
    return (
      Number(left.document < undated) - Number(right.document < undated) ||
      left.document - right.document
    );
  };
}
