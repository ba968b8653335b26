import { STEMMERS } from "./stemmers.js";

const WORD = /([\p{L}\p{N}_]+)(?:['’][sS](?![\p{L}\p{N}_]))?/gu;
const WORD_LIMIT = 64;
// Snowball counts UTF-16 units here and characters in Python, so such words are left as they are.
const BEYOND_ONE_UNIT = /[\u{10000}-\u{10FFFF}]/u;

/** Cut text into the stems of its words, exactly as `language.py` does. */
export class Words {
  /** @param {string | null} stemmer Snowball's name of a language; null leaves words as they are */
  constructor(stemmer) {
    this.stemmer = stemmer === null ? null : new STEMMERS[stemmer]();
  }

  /**
   * @param {string} text
   * @returns {string[]}
   */
  split(text) {
    return Array.from(text.normalize("NFKC").matchAll(WORD), ([, word]) => this.stem(word));
  }

  stem(word) {
    const lower = Array.from(word).slice(0, WORD_LIMIT).join("").toLowerCase();
    if (BEYOND_ONE_UNIT.test(lower)) return lower;
    return this.stemmer?.stemWord(lower) || lower;
  }
}
