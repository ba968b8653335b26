import { countMatches } from "./match.js";

/**
 * A document that a query finds; `whole` says that it has all the parts, and the highest `rate` is first.
 * @typedef {{document: number, score: number, whole: boolean, rate: number}} Ranked
 */

/** The most parts of a query of which a story should have all: a long question is no list. */
export const SHORT = 5;

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
  const rate = {
    // Scores are compared to nine places, below which sums in another order would differ.
    relevance: (score) => Math.floor(score * 1e9 + 0.5),
    // Documents are numbered by date, but those without one come first there and last here.
    newest: (_, document) => document,
    oldest: (_, document) => -(document < undated ? document + count : document),
  }[sort];
  const ranked = Array.from(documents, (document, at) => {
    const whole = !having || having[document] === parts.length;
    return { document, score: scores[at], whole, rate: rate(scores[at], document) };
  });
  const short = parts.length <= SHORT;
  return ranked.sort((left, right) => {
    return (
      Number(short && right.whole) - Number(short && left.whole) ||
      right.rate - left.rate ||
      left.document - right.document
    );
  });
}
