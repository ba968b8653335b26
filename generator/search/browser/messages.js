/**
 * The words of the page, from the catalogue of its theme: a text for each key, with `{…}` where a
 * value goes, and a pair where one is said otherwise than another number.
 */
export class Messages {
  /**
   * @param {Record<string, string | [string, string]>} words
   * @param {string} language a language tag, for numbers and what is singular
   */
  constructor(words, language) {
    this.words = words;
    this.plurals = new Intl.PluralRules(language);
    this.numbers = new Intl.NumberFormat(language === "en" ? "en-GB" : language);
  }

  /** @param {Record<string, string | number>} [values] */
  say(key, values = {}) {
    const said = this.words[key] ?? key;
    const text = Array.isArray(said) ? said[this.plurals.select(values.n) === "one" ? 0 : 1] : said;
    return text.replace(/\{(\w+)\}/g, (left, name) => {
      const value = values[name] ?? left;
      return typeof value === "number" ? this.count(value) : value;
    });
  }

  /** @param {number} number */
  count(number) {
    return this.numbers.format(number);
  }

  /**
   * Say how much was found.
   * @param {{total: number, whole: number}} found
   */
  describe({ total, whole }, text, filtered) {
    if (!total && filtered) return this.say(text ? "none_filtered" : "none_left", { q: text });
    if (!total) return this.say("none", { q: text });
    const stories = this.say("stories", { n: total });
    if (whole === total) return stories;
    return whole ? this.say("whole", { stories, n: whole }) : this.say("partly", { stories });
  }
}

/**
 * Read the words that a page of the theme carries.
 * @param {HTMLElement} main
 */
export function readMessages(main) {
  const language = main.ownerDocument.documentElement.lang || "en";
  return new Messages(JSON.parse(main.dataset.searchWords ?? "{}"), language);
}
