// Scripts whose words are searched for by pairs of characters, since no space parts them: Thai, Lao,
// Myanmar, Khmer, Kana, Han, Hangul.
const CONTINUA =
  "\u0e01-\u0e3a\u0e40-\u0e4e\u0e50-\u0e59\u0e81-\u0edf\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u17d7" +
  "\u17dc-\u17dd\u17e0-\u17e9\u3005-\u3007\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa" +
  "\u30fc-\u30ff\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\u{20000}-\u{3ffff}";
const JOINER = "(?:['’.&\u2010\\-]|(?<=[0-9]),(?=[0-9]))";
// What only chooses the look of the sign before it.
const SILENT = "\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}";
const SILENCE = new RegExp(`[${SILENT}]`, "gu");
// Marks without end take quadratic time to compose.
const SLICE = /.{1,1000}(?:[ \n、。]|$)|.{1,1000}/gsu;
const OTHER = `(?![${CONTINUA}])`;
const RUN = `${OTHER}[\\p{L}\\p{N}_](?:${OTHER}[\\p{L}\\p{N}\\p{M}${SILENT}_])*`;

/** What a token looks like: a run without spaces, or a word with what joins its parts. */
export const TOKEN = new RegExp(
  `[${CONTINUA}][${CONTINUA}${SILENT}]*|${RUN}(?:${JOINER}${RUN})*`,
  "gu",
);
const IS_CONTINUA = new RegExp(`^[${CONTINUA}]`, "u");

const ACCENT = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u0652\u20d0-\u20f0]/gu;
const CYRILLIC = /[\u0400-\u04ff]/u;
const LETTER = /[ßøæœđðłıþ]/gu;
const LETTERS = { ß: "ss", ø: "o", æ: "ae", œ: "oe", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th" };

/**
 * Cut text into tokens, as `characters.py` does.
 * @param {string} text
 * @returns {string[]}
 */
export function findTokens(text) {
  const slices = text.replace(SILENCE, "").match(SLICE) ?? [];
  return slices.map((slice) => slice.normalize("NFKC")).join("").match(TOKEN) ?? [];
}

/** Tell whether a token is of a script that sets no spaces between words. */
export function isContinua(token) {
  return IS_CONTINUA.test(token);
}

/** Take the accents from a word in lower case. */
export function fold(word) {
  if (CYRILLIC.test(word)) return word.replaceAll("ё", "е");
  const bare = word.normalize("NFD").replace(ACCENT, "").normalize("NFC");
  return bare.replace(LETTER, (letter) => LETTERS[letter]) || word;
}
