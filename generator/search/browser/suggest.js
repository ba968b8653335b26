import { TOKEN } from "./characters.js";
import { isNear, sortForms } from "./forms.js";

const SHORTEST = 4;
const LONG = 6;
const PRICE = 20;
const FIELD = /(?:source|section|date):\S*$/iu;
const LETTERS = /^\p{L}+$/u;
const OPERATORS = new Set(["AND", "OR", "NOT", "TO"]);

/**
 * Put the archive's own words in the place of those that it does not have, as `suggest.py` does.
 * @param {string} text
 * @param {import("./words.js").Lexicon} lexicon
 * @param {import("./forms.js").Forms} forms
 * @returns {Promise<string | null>} null where there is nothing to mend
 */
export async function suggest(text, lexicon, forms) {
  const words = findWords(text);
  const mended = await Promise.all(words.map(([word]) => mend(word, lexicon, forms)));
  if (!mended.some(Boolean)) return null;
  const pieces = words.map(([word, start], at) => {
    const end = at ? words[at - 1][1] + words[at - 1][0].length : 0;
    return text.slice(end, start) + (mended[at] ?? word);
  });
  const [last, start] = words.at(-1);
  return pieces.join("") + text.slice(start + last.length);
}

/** Find the words that mean just themselves. */
function findWords(text) {
  const found = Array.from(text.matchAll(TOKEN), ({ 0: word, index }) => [word, index]);
  return found.filter(([word, index]) => {
    const after = text[index + word.length] ?? " ";
    const plain = LETTERS.test(word) && Array.from(word).length >= SHORTEST && !OPERATORS.has(word);
    return plain && !"*~:".includes(after) && !FIELD.test(text.slice(0, index));
  });
}

/** Find the best word for one that no story has in any of its forms. */
async function mend(word, lexicon, forms) {
  const form = lexicon.form(word);
  const letters = Array.from(form);
  const counts = await forms.count(letters[0]);
  if (counts.has(form)) return null;
  const distance = letters.length >= LONG ? 2 : 1;
  const near = Array.from(counts).filter(([other]) => isNear(form, other, distance));
  const stems = new Set(listTerms(form, lexicon));
  if (near.some(([other]) => listTerms(other, lexicon).some((term) => stems.has(term)))) return null;
  const weighed = near.map(([other, count]) => {
    return [other, Math.floor((count * PRICE) / (isNear(form, other, 1) ? 1 : PRICE))];
  });
  return sortForms(weighed)[0]?.[0] ?? null;
}

function listTerms(form, lexicon) {
  return lexicon.read(form).flatMap(({ any_of }) => any_of);
}
