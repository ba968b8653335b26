import { TOKEN } from "./characters.js";
import { isNear, sortForms } from "./forms.js";

const SHORTEST = 4;
const LONG = 6;
const PRICE = 20;
const RARE = 2;
const FAR_MORE = 100;
const LENGTH_LIMIT = 400;
const WORD_LIMIT = 8;
const FIELD = /(?:source|section|date):[^ ]*$/iu;
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
  if (text.length > 2 * LENGTH_LIMIT || Array.from(text).length > LENGTH_LIMIT) return null;
  const words = findWords(text).slice(0, WORD_LIMIT);
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

/** Find the best word for one that no story has in any of its forms, or next to none. */
async function mend(word, lexicon, forms) {
  const form = lexicon.form(word);
  if (((await forms.count(form)).get(form) ?? 0) > RARE) return null;
  const stems = new Set(listTerms(form, lexicon));
  const isSame = ([other]) => listTerms(other, lexicon).some((term) => stems.has(term));
  const [first, second = "", third = ""] = form;
  // Most mistakes are one after the second letter, for which there are the fewest bytes to load.
  for (const reach of [1, 2]) {
    const starts = reach === 1 ? [first + second] : [first, second + first, second + third];
    const near = await findAlike(form, starts, forms);
    const having = Math.max(0, ...near.filter(isSame).map(([, count]) => count));
    if (having > RARE) return null;
    const others = near.filter((known) => !isSame(known) && isNear(form, known[0], reach));
    if (others.length) {
      const [[best]] = sortForms(others.map(([other, count]) => [other, weigh(form, other, count)]));
      return new Map(others).get(best) >= having * FAR_MORE ? best : null;
    }
  }
  return null;
}

/** Find the words that begin in one of these ways and are spelled nearly so, and count stories. */
async function findAlike(form, starts, forms) {
  const distance = Array.from(form).length >= LONG ? 2 : 1;
  const counted = await Promise.all(starts.map((start) => forms.count(start)));
  const counts = new Map(counted.flatMap((of) => Array.from(of)));
  return Array.from(counts).filter(([other]) => isNear(form, other, distance));
}

function weigh(form, other, count) {
  return count * (isNear(form, other, 1) ? PRICE : 1);
}

function listTerms(form, lexicon) {
  return lexicon.read(form).flatMap(({ any_of }) => any_of);
}
