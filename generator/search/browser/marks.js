import { findTokens, isContinua, TOKEN } from "./characters.js";
import { BARE, cutPairs, cutParts, markSign, spellWhole } from "./words.js";

/**
 * List the terms of what is asked for, whatever the field.
 * @param {import("./plan.js").Wish | null} wish
 * @param {import("./words.js").Lexicon} lexicon
 * @param {Map<string, string[]>} expanded what words that stand for many stood for
 * @returns {string[]}
 */
export function listWanted(wish, lexicon, expanded) {
  switch (wish?.kind) {
    case "term":
      return [wish.text];
    case "row":
      return [...wish.terms];
    case "beginning":
    case "near": {
      const forms = expanded.get(`${wish.form} ${wish.kind === "near" ? wish.distance : 0}`) ?? [];
      return forms.flatMap((form) => lexicon.read(form)).flatMap((wanted) => wanted.any_of);
    }
    case "anyone":
    case "every":
      return wish.wishes.flatMap((one) => listWanted(one, lexicon, expanded));
    case "choice":
      return [...wish.required, ...wish.optional].flatMap((one) => {
        return listWanted(one, lexicon, expanded);
      });
    default:
      return [];
  }
}

/**
 * Find where any of some terms stands in a text.
 * @param {string} text
 * @param {Set<string>} terms
 * @param {import("./words.js").Lexicon} lexicon
 * @returns {[number, number][]} where each begins and ends
 */
export function findMarks(text, terms, lexicon) {
  return findTerms(text, lexicon).flatMap(({ terms: here, start, end }) => {
    if (!here.some((term) => terms.has(term))) return [];
    const word = text.slice(start, end);
    return isContinua(word) ? markSigns(word, terms, start) : [[start, end]];
  });
}

/**
 * Give the terms of each word of a text in all languages, and where it stands there.
 * @param {string} text
 * @param {import("./words.js").Lexicon} lexicon
 * @returns {{terms: string[], start: number, end: number}[]}
 */
export function findTerms(text, { tongues }) {
  return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => {
    const terms = findTokens(found).flatMap((token) => listEvery(token, tongues));
    return { terms, start: index, end: index + found.length };
  });
}

/** List all terms that a token is indexed as. */
function listEvery(token, tongues) {
  if (isContinua(token)) return [...cutPairs(token), ...Array.from(token, markSign)];
  const parts = cutParts(token);
  const terms = parts.flatMap((part) =>
    tongues.flatMap((tongue) => {
      const [place, bare] = [tongue.place(part), tongue.markBare(part)];
      return [place, tongue.stem(part), bare === place + BARE ? "" : bare].filter(Boolean);
    }),
  );
  const whole = spellWhole(parts, token);
  return whole === null ? terms : [...terms, whole];
}

/** Mark the signs of a run without blanks that are looked for. */
function markSigns(run, terms, start) {
  const signs = Array.from(run);
  /** @type {[number, number][]} */
  const marks = [];
  let place = start;
  signs.forEach((sign, at) => {
    const looked = [sign, markSign(sign), (signs[at - 1] ?? "") + sign, sign + (signs[at + 1] ?? "")];
    const last = marks.at(-1);
    if (looked.some((term) => terms.has(term))) {
      if (last?.[1] === place) last[1] += sign.length;
      else marks.push([place, place + sign.length]);
    }
    place += sign.length;
  });
  return marks;
}
