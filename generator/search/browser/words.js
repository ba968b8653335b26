import { findTokens, fold, isContinua, TOKEN } from "./characters.js";
import { STEMMERS } from "./stemmers.js";
import { STOP_WORDS } from "./stopwords.js";

const WORD_LIMIT = 64;
const PART_LIMIT = 8;
const PARTING = /['’.&,\u2010-]/u;
const POSSESSIVE = /['’][sS]$/u;
// Snowball counts UTF-16 units here and characters in Python, so such words are left as they are.
const BEYOND_ONE_UNIT = /[\u{10000}-\u{10FFFF}]/u;

/**
 * What a word of a query looks for in a field: any term of `any_of`, or one of each group of `all_of`
 * (if there are groups), or the terms of `phrase` in a row (if there are any).
 * @typedef {{token: string, any_of: string[], all_of: string[][], phrase: string[], stop: boolean}}
 *   Wanted
 */

/** Reads the words of a query in every language of an archive, exactly as `lexicon.py` does. */
export class Lexicon {
  /**
   * @param {(string | null)[]} stemmers Snowball's names of the languages, the main one first; null
   *   leaves words as they are
   */
  constructor(stemmers) {
    this.stemmers = stemmers.map((name) => (name === null ? null : new STEMMERS[name]()));
    this.stops = new Set(STOP_WORDS[stemmers[0]]?.split(" "));
  }

  /**
   * @param {string} text
   * @returns {Wanted[]}
   */
  read(text) {
    return findTokens(text).map((token) => this.readToken(token));
  }

  /**
   * Give the terms of `text` in a row, once for each way in which a language has them.
   * @param {string} text
   * @returns {string[][]}
   */
  phrases(text) {
    const tokens = findTokens(text);
    const rows = this.stemmers.map((stemmer) =>
      tokens.flatMap((token) =>
        isContinua(token)
          ? cutPairs(token)
          : cutParts(token).map((part) => fold(stem(stemmer, part))),
      ),
    );
    const known = new Map(rows.map((row) => [row.join(" "), row]));
    return Array.from(known.values()).filter((row) => row.length);
  }

  /** Give a token as it is spelled, in lower case without accents and possessive. */
  form(token) {
    return spellForm(token);
  }

  /**
   * Give each token's terms in all languages, and where it stands in `text`.
   * @param {string} text
   * @returns {{terms: string[], start: number, end: number}[]}
   */
  find(text) {
    return Array.from(text.matchAll(TOKEN), ({ 0: found, index }) => {
      const terms = this.read(found).flatMap(({ any_of, all_of, phrase }) => {
        return [...any_of, ...all_of.flat(), ...phrase];
      });
      return { terms, start: index, end: index + found.length };
    });
  }

  readToken(token) {
    if (isContinua(token)) {
      const pairs = cutPairs(token);
      const [any_of, phrase] = pairs.length === 1 ? [pairs, []] : [[], pairs];
      return { token, any_of, all_of: [], phrase, stop: false };
    }
    const parts = cutParts(token);
    const stop = this.stops.has(spellForm(token));
    const groups = parts.map((part) => this.spell(part));
    if (parts.length === 1) return { token, any_of: groups[0], all_of: [], phrase: [], stop };
    const whole = spellWhole(parts, token);
    return { token, any_of: whole === null ? [] : [whole], all_of: groups, phrase: [], stop };
  }

  /** Give the terms of a word without joiners in all languages, bare ones first. */
  spell(part) {
    const stems = this.stemmers.map((stemmer) => stem(stemmer, part));
    return Array.from(new Set([...stems.map(fold), ...stems]));
  }
}

function stem(stemmer, word) {
  const small = lower(word);
  return BEYOND_ONE_UNIT.test(small) ? small : stemmer?.stemWord(small) || small;
}

function lower(word) {
  return Array.from(word).slice(0, WORD_LIMIT).join("").toLowerCase();
}

function cutPairs(token) {
  const signs = Array.from(token);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign);
}

function cutParts(token) {
  return (token.replace(POSSESSIVE, "") || token).split(PARTING);
}

function spellForm(token) {
  return fold(lower(respell(token.replace(POSSESSIVE, "") || token)));
}

function spellWhole(parts, token) {
  const long = parts.length > PART_LIMIT || Array.from(token).length > WORD_LIMIT;
  return long ? null : spellForm(token);
}

function respell(word) {
  return word.replaceAll("’", "'").replaceAll("\u2010", "-");
}
