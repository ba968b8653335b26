/**
 * Find the last of some words, which are in order, that does not come after another; -1 where all do.
 * @param {string[]} words
 * @param {string} other
 */
export function findLast(words, other) {
  return words.filter((word) => compareWords(word, other) <= 0).length - 1;
}

/** Order words by their characters, which is the order of their bytes. */
export function compareWords(left, right) {
  const [one, two] = [makeKey(left), makeKey(right)];
  return one < two ? -1 : Number(one > two);
}

/** Make text that is in order by its UTF-16 units where `text` is by its characters. */
function makeKey(text) {
  return text.replace(/[\ud800-\udbff]/g, "\uffff$&");
}
