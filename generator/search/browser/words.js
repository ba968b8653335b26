import { findTokens, fold, isContinua } from "./characters.js";
import { STEMMERS } from "./stemmers.js";
import { STOP_WORDS } from "./stopwords.js";

const WORD_LIMIT = 64;
const PART_LIMIT = 8;
const PARTING = /['’.&,\u2010-]/u;
export const BARE = "!";
const UNACCENTED = ["english", "indonesian"];
const APOSTROPHE = /['’]/u;
const OTHER_PARTING = /[.&,\u2010-]/u;
const HYPHEN = /[-\u2010]/u;
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
    this.tongues = stemmers.map((name) => new Tongue(name));
    this.stops = new Set(STOP_WORDS[stemmers[0]]?.split(" "));
  }

  /**
   * @param {string} text
   * @param {boolean} [apart] whether what hyphens join is read as words of their own
   * @returns {Wanted[]}
   */
  read(text, apart = false) {
    return findTokens(text)
      .flatMap((token) => token.split(apart ? HYPHEN : " "))
      .map((token) => this.readToken(token));
  }

  /**
   * Give the terms of `text` in a row, once for each way in which a language has them.
   * @param {string} text
   * @returns {string[][]}
   */
  phrases(text) {
    const tokens = findTokens(text);
    const rows = this.tongues.map((tongue) =>
      tokens.flatMap((token) =>
        isContinua(token) ? cutPairs(token) : cutParts(token).map((part) => tongue.place(part)),
      ),
    );
    const known = new Map(rows.map((row) => [row.join(" "), row]));
    return Array.from(known.values()).filter((row) => row.length);
  }

  /** Give a token as it is spelled, in lower case without accents and possessive. */
  form(token) {
    return spellForm(token);
  }

  readToken(token) {
    if (isContinua(token)) {
      const phrase = count(token) > 1 ? cutPairs(token) : [];
      const any_of = phrase.length ? [] : [markSign(token)];
      return { token, any_of, all_of: [], phrase, stop: false };
    }
    const needed = cutNeeded(token);
    const groups = needed.map((part) => this.spell(part));
    const stop = this.stops.has(spellForm(needed.length === 1 ? needed[0] : token));
    const whole = spellWhole(cutParts(token), token);
    const others = whole === null ? [] : [whole];
    return needed.length === 1
      ? { token, any_of: [...groups[0], ...others], all_of: [], phrase: [], stop }
      : { token, any_of: others, all_of: groups, phrase: [], stop };
  }

  /** Give the terms of a word without joiners in all languages, those with a place first. */
  spell(part) {
    const terms = this.tongues.map((tongue) => tongue.place(part));
    terms.push(...this.tongues.map((tongue) => tongue.stem(part)));
    const small = lower(part);
    if (fold(small) === small) terms.push(...this.tongues.map((tongue) => tongue.markBare(part)));
    return Array.from(new Set(terms.filter(Boolean)));
  }
}

/** A language as words are stemmed in it. */
class Tongue {
  constructor(name) {
    this.stemmer = name === null ? null : new STEMMERS[name]();
    this.unaccented = UNACCENTED.includes(name);
    this.byAccents = name !== null && !this.unaccented;
  }

  stem(word) {
    const small = lower(word);
    return BEYOND_ONE_UNIT.test(small) ? small : this.stemmer?.stemWord(small) || small;
  }

  place(part) {
    return fold(this.stem(this.unaccented ? fold(lower(part)) : part));
  }

  markBare(part) {
    return this.byAccents ? fold(this.stem(fold(lower(part)))) + BARE : "";
  }
}

function lower(word) {
  return Array.from(word).slice(0, WORD_LIMIT).join("").toLowerCase();
}

export function cutPairs(token) {
  const signs = Array.from(token);
  return signs.length === 1 ? signs : signs.slice(1).map((sign, at) => signs[at] + sign);
}

export function markSign(sign) {
  return sign + BARE;
}

export function cutParts(token) {
  return (token.replace(POSSESSIVE, "") || token).split(PARTING);
}

/** Give the words of a token that a story must have, as `cut_needed` does. */
function cutNeeded(token) {
  const chains = (token.replace(POSSESSIVE, "") || token).split(OTHER_PARTING);
  return chains.map((chain) =>
    chain.split(APOSTROPHE).reduce((best, part) => (count(part) > count(best) ? part : best)),
  );
}

function count(word) {
  return Array.from(word).length;
}

function spellForm(token) {
  return fold(lower(respell(token.replace(POSSESSIVE, "") || token)));
}

export function spellWhole(parts, token) {
  const named = parts.length > 1 && parts.length <= PART_LIMIT && count(token) <= WORD_LIMIT;
  return named ? spellForm(token) : null;
}

function respell(word) {
  return word.replaceAll("’", "'").replaceAll("\u2010", "-");
}
