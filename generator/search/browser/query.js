const LENGTH_LIMIT = 4000;
const DEPTH_LIMIT = 64;

const SPACE = /[\s\x1c-\x1f\x85\ufeff]+/gu;
const SURROGATE = /[\ud800-\udfff]/gu;
const QUOTE = /[“”„‟«»]/gu;

const SIGN = /[-+](?=[^ \-+)])/uy;
const FIELD_NAME = /([A-Za-z]+):(?=[^ )])/uy;
const PHRASE = /"([^"]*)"(?:~([0-9]{1,2})(?![0-9]))?/uy;
const TEXT = /[^ "()]+/uy;
const START = /^([^*~]+)\*$/u;
const LIKE = /^([^*~]+)~([12]?)$/u;
const DATE = /^(?!0000)[0-9]{4}(?:-[0-9]{2}){0,2}$/u;
const RANGE = /\[ ?([0-9-]+|\*|) ?TO ?([0-9-]+|\*|) ?\]/uy;
const WORDLIKE = /[\p{L}\p{N}_"(]/uy;
const JOINT = /(?<![^ ])(?:AND|OR|NOT)(?![^ ])/gu;
const JOINTS = ["AND", "OR", "NOT"];

/**
 * What a query says, before any of its words is looked up; tree.py says what each kind is.
 * @typedef {{kind: "text", text: string, field: string | null}
 *   | {kind: "quote", text: string, slop: number, field: string | null}
 *   | {kind: "start", text: string, field: string | null}
 *   | {kind: "like", text: string, distance: number, field: string | null}
 *   | {kind: "dates", first: string | null, last: string | null}
 *   | {kind: "both" | "either" | "series", parts: Signed[]}} Part
 * @typedef {{sign: "" | "+" | "-", part: Part}} Signed
 */

/** What was typed is not of the language, so that only its words count. */
const UNREADABLE = new Error("unreadable");

/**
 * Read a query as `query.py` does; what makes no sense is one text, with the note "words".
 * @param {string} text
 * @param {readonly string[]} fields the names of the fields that a query may name
 * @returns {{root: {kind: "series", parts: Signed[]}, notes: string[]}}
 */
export function parseQuery(text, fields) {
  const { clean, notes } = cleanQuery(text);
  const reader = new Reader(clean, fields);
  if (reader.at === clean.length) return { root: { kind: "series", parts: [] }, notes };
  try {
    return { root: reader.readAll(), notes };
  } catch (error) {
    if (error !== UNREADABLE) throw error;
    const part = { kind: "text", text: clean, field: null };
    return { root: { kind: "series", parts: [{ sign: "", part }] }, notes: [...notes, "words"] };
  }
}

/** Cut a query, and make one of the several spellings of spaces and quotes. */
function cleanQuery(text) {
  const letters = Array.from(text.slice(0, 2 * LENGTH_LIMIT + 2));
  const cut = letters.slice(0, LENGTH_LIMIT).join("").replace(SURROGATE, " ").normalize("NFKC");
  const notes = letters.length > LENGTH_LIMIT ? ["long"] : [];
  return { clean: quieten(cut.replace(SPACE, " ").replace(QUOTE, '"')), notes };
}

/** Make AND, OR and NOT mere words in a sentence that is all in capitals. */
function quieten(text) {
  const joints = text.match(JOINT)?.length ?? 0;
  const shouted = text.trim().split(" ").length > 2 * joints + 2 && text === text.toUpperCase();
  return shouted && !text.includes('"') ? text.replace(JOINT, (joint) => joint.toLowerCase()) : text;
}

/** Reads a query from left to right; `at` is the next character that is not blank. */
class Reader {
  constructor(text, fields) {
    this.text = text;
    this.fields = fields;
    this.depth = 0;
    this.go(0);
  }

  readAll() {
    const series = this.readSeries(null);
    if (this.at < this.text.length) throw UNREADABLE;
    return series;
  }

  readSeries(field) {
    const parts = [];
    while (this.at < this.text.length && this.text[this.at] !== ")") {
      parts.push(this.readEither(field));
    }
    if (!parts.length) throw UNREADABLE;
    return { kind: "series", parts };
  }

  readEither(field) {
    return this.readJoined("OR", "either", () => this.readBoth(field));
  }

  readBoth(field) {
    return this.readJoined("AND", "both", () => this.readUnary(field));
  }

  /** Read what a word joins, each by `read`; alone it is itself. */
  readJoined(joint, kind, read) {
    const parts = [read()];
    while (this.takeOperator(joint)) parts.push(read());
    return parts.length > 1 ? { sign: "", part: { kind, parts } } : parts[0];
  }

  readUnary(field) {
    const sign = this.takeOperator("NOT") ? "-" : (this.take(SIGN)?.[0] ?? "");
    return { sign, part: this.readPrimary(field) };
  }

  readPrimary(field) {
    const name = this.takeField();
    if (name === "date") return this.readDates();
    if (name && this.takeField()) throw UNREADABLE;
    const looked = name ?? field;
    if (this.text[this.at] === "(") return this.readGroup(looked);
    const quote = this.take(PHRASE);
    if (!quote) return readText(this.takeText(), looked);
    const slop = Math.max(Number(quote[2] ?? 1), 1);
    return { kind: "quote", text: quote[1], slop, field: looked };
  }

  readGroup(field) {
    this.depth++;
    if (this.depth > DEPTH_LIMIT) throw UNREADABLE;
    this.go(this.at + 1);
    const series = this.readSeries(field);
    if (this.text[this.at] !== ")") throw UNREADABLE;
    this.go(this.at + 1);
    this.depth--;
    return series;
  }

  readDates() {
    const range = this.take(RANGE);
    if (range) return { kind: "dates", first: readEnd(range[1]), last: readEnd(range[2]) };
    const day = readEnd(this.take(TEXT)?.[0] ?? "");
    if (day === null) throw UNREADABLE;
    return { kind: "dates", first: day, last: day };
  }

  /** Read the name of a field; anything else with a colon before a word makes no sense. */
  takeField() {
    const match = this.match(FIELD_NAME, this.at);
    if (!match) return null;
    const end = this.at + match[0].length;
    const name = match[1].toLowerCase();
    if (name !== "date" && !this.fields.includes(name)) {
      if (this.match(WORDLIKE, end)) throw UNREADABLE;
      return null;
    }
    this.at = end;
    return name;
  }

  takeText() {
    const text = this.take(TEXT)?.[0];
    if (!text || JOINTS.includes(text)) throw UNREADABLE;
    return text;
  }

  takeOperator(name) {
    return this.match(TEXT, this.at)?.[0] === name && this.take(TEXT) !== null;
  }

  take(pattern) {
    const match = this.match(pattern, this.at);
    if (match) this.go(this.at + match[0].length);
    return match;
  }

  match(pattern, at) {
    pattern.lastIndex = at;
    return pattern.exec(this.text);
  }

  /** Go on at a place, or behind the blank there. */
  go(at) {
    this.at = this.text[at] === " " ? at + 1 : at;
  }
}

function readText(text, field) {
  const start = START.exec(text);
  if (start) return { kind: "start", text: start[1], field };
  const like = LIKE.exec(text);
  if (like) return { kind: "like", text: like[1], distance: Number(like[2] || 1), field };
  return { kind: "text", text, field };
}

/** Return a day, month or year if there is one of this name, or null for an open end. */
function readEnd(text) {
  if (text === "" || text === "*") return null;
  if (!isDay(text)) throw UNREADABLE;
  return text;
}

/** Tell whether a text is a day, month or year that there is: "2023-09". */
export function isDay(text) {
  // A day that isn't there is one of the next month to some browsers, and nothing to others.
  return DATE.test(text) && Boolean(new Date(text).toJSON()?.startsWith(text));
}
