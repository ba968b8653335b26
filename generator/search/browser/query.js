const LENGTH_LIMIT = 4000;
const TERM_LIMIT = 128;

const SPACE = /[\s\x1c-\x1f\x85\ufeff]+/gu;
const QUOTE = /[“”„‟«»]/gu;

/**
 * A word or a phrase, and the numbers of the fields to look in.
 * @typedef {{fields: number[], words: string[]}} Clause
 */

/**
 * Read a query as `query.py` does: words, "phrases", and either in a field, `source:herald`.
 * @param {string} text
 * @param {{name: string, everyday: boolean}[]} fields
 * @param {import("./words.js").Words} words
 * @returns {Clause[]}
 */
export function parseQuery(text, fields, words) {
  const names = fields.map((field) => field.name);
  const everyday = fields.flatMap((field, number) => (field.everyday ? [number] : []));
  const clauses = [];
  let left = TERM_LIMIT;
  for (const [, name, phrase, word] of clean(text, names).matchAll(tokens(names))) {
    const stems = words.split(phrase ?? word);
    left -= stems.length;
    if (left < 0) break;
    const looked = name === undefined ? everyday : [names.indexOf(name)];
    if (stems.length) clauses.push({ fields: looked, words: stems });
  }
  return clauses;
}

/** Cut a query, and make one of the several spellings of spaces, quotes and field names. */
function clean(text, names) {
  const cut = Array.from(text).slice(0, LENGTH_LIMIT).join("").normalize("NFKC");
  const field = new RegExp(`(?<!\\S)(?:${names.join("|")}):(?=\\S)`, "giu");
  return cut
    .replace(SPACE, " ")
    .replace(QUOTE, '"')
    .replace(field, (found) => found.toLowerCase());
}

/** A field's name if there is one, then a phrase in quotes or else what stands before the next. */
function tokens(names) {
  const field = `(?:(?<!\\S)(${names.join("|")}):(?=\\S))?`;
  return new RegExp(`${field}(?:"([^"]*)"|((?:(?!"[^"]*")\\S)+))`, "gu");
}
