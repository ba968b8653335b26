/**
 * What matches one word or phrase in one field: documents in order, and the score of each.
 * @typedef {{documents: number[], scores: number[]}} Matches
 */

/**
 * Find the documents in which words follow each other, and add up the words' scores.
 * @param {(Matches & {places: number[][]})[]} words the words of the phrase, in order
 * @returns {Matches}
 */
export function matchPhrase(words) {
  const ranks = words.map(({ documents }) => new Map(documents.map((number, at) => [number, at])));
  const documents = [];
  const scores = [];
  for (const document of words[0].documents) {
    const at = ranks.map((rank) => rank.get(document));
    if (at.includes(undefined)) continue;
    if (!follow(words.map(({ places }, word) => places[at[word]]))) continue;
    documents.push(document);
    scores.push(addHalves(words.map((word, number) => word.scores[at[number]])));
  }
  return { documents, scores };
}

/**
 * Tell whether there is a place from which each word stands one place after the one before.
 * @param {number[][]} places those of each word
 */
function follow(places) {
  const sets = places.map((of) => new Set(of));
  return places[0].some((start) => sets.every((of, word) => of.has(start + word)));
}

/** Add numbers as Whoosh does along its tree: the sum of one half, plus that of the other. */
function addHalves(numbers) {
  if (numbers.length === 1) return numbers[0];
  const half = numbers.length >> 1;
  return addHalves(numbers.slice(0, half)) + addHalves(numbers.slice(half));
}
