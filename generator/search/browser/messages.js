/** @type {Record<string, string | [string, string]>} */
let words;

/** Give the language of the page, for numbers and dates. */
export function findLanguage() {
  return document.documentElement.lang || "en";
}

/**
 * Say something in the words of the page, which its theme has from a catalogue: a text for each key,
 * with `{…}` where a value goes, and a pair where one is said otherwise than another number.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  /** @type {HTMLElement} */
  const carrier = document.querySelector("[data-search-words]");
  words ??= JSON.parse(carrier.dataset.searchWords);
  const said = words[key] ?? key;
  const language = findLanguage();
  const rule = new Intl.PluralRules(language);
  const text = Array.isArray(said) ? said[Number(rule.select(values.n) !== "one")] : said;
  return text.replace(/\{(\w+)\}/g, (left, name) => values[name]?.toLocaleString(language) ?? left);
}
