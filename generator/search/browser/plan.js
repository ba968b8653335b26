import { SHORT } from "./rank.js";

const TERM_LIMIT = 128;
const REPEATS = 5;
const WILD_LIMIT = 4;
const SHORTEST_START = 3;
const NOTES = ["long", "words", "terms", "wild", "short"];

/**
 * What is looked for in the index; plan.py says what each kind is.
 * @typedef {{kind: "term", field: string, text: string}
 *   | {kind: "row", field: string, terms: readonly string[], slop: number}
 *   | {kind: "beginning", fields: string[], form: string}
 *   | {kind: "near", fields: string[], form: string, distance: number}
 *   | {kind: "dates", first: string | null, last: string | null}
 *   | {kind: "anyone" | "every", wishes: Wish[]}
 *   | {kind: "except", wish: Wish}
 *   | Choice} Wish
 * @typedef {{kind: "choice", required: Wish[], optional: Wish[], prohibited: Wish[],
 *   filters: Wish[]}} Choice
 */

/**
 * Turn what a query says into what is looked for, as `plan.py` does.
 * @param {ReturnType<typeof import("./query.js").parseQuery>} query
 * @param {import("./words.js").Lexicon} lexicon
 * @param {string[]} everyday the fields that are searched where none is named
 * @returns {{root: Choice | null, notes: string[]}} nothing to look for where there are no words
 */
export function makePlan(query, lexicon, everyday) {
  let planner = new Planner(lexicon, everyday, false, false);
  let root = planner.planSeries(query.root);
  if (!planner.found || root.required.length + root.optional.length > SHORT) {
    planner = new Planner(lexicon, everyday, !planner.found, planner.found);
    root = planner.planSeries(query.root);
  }
  query.notes.forEach((note) => planner.notes.add(note));
  const { required, optional, prohibited, filters } = root;
  const empty = !(required.length + optional.length + prohibited.length + filters.length);
  return { root: empty ? null : root, notes: sortNotes(Array.from(planner.notes)) };
}

/** Put notes in their order, each once. */
export function sortNotes(notes) {
  return NOTES.filter((note) => notes.includes(note));
}

/** Goes through a query once; `found` says that a word was met that is asked for. */
class Planner {
  constructor(lexicon, everyday, stopWords, apart) {
    this.lexicon = lexicon;
    this.everyday = everyday;
    this.stopWords = stopWords;
    this.apart = apart;
    this.found = false;
    this.notes = new Set();
    this.seen = new Set();
    this.left = TERM_LIMIT;
    this.wild = WILD_LIMIT;
    this.denied = 0;
  }

  /** @returns {Choice} */
  planSeries({ parts }) {
    const choice = { kind: "choice", required: [], optional: [], prohibited: [], filters: [] };
    for (const signed of parts) {
      const wishes = this.planSigned(signed);
      if (signed.sign === "-") choice.prohibited.push(...joinEvery(wishes));
      else if (isFilter(signed.part)) choice.filters.push(...wishes);
      else choice[signed.sign ? "required" : "optional"].push(...wishes);
    }
    choice.required = limitRepeats(choice.required);
    choice.optional = limitRepeats(choice.optional);
    choice.prohibited = limitRepeats(choice.prohibited);
    choice.filters = limitRepeats(choice.filters);
    return choice;
  }

  /** Plan a part, its sign aside: one wish, or for a text one a word. */
  planSigned({ sign, part }) {
    const denied = Number(sign === "-");
    this.denied += denied;
    const wishes = this.planPart(part, sign !== "");
    this.denied -= denied;
    return wishes;
  }

  planPart(part, explicit) {
    switch (part.kind) {
      case "text":
        return this.planText(part, explicit);
      case "quote":
        return this.planQuote(part);
      case "start":
      case "like":
        return this.planWild(part, explicit);
      case "dates":
        return [part];
      case "series":
        return simplify(this.planSeries(part));
      case "both":
        return joinEvery(this.planOperands(part.parts));
      default:
        return joinAny(this.planOperands(part.parts));
    }
  }

  planOperands(parts) {
    const wishes = parts.flatMap((signed) => {
      const operand = joinEvery(this.planSigned(signed));
      return signed.sign === "-" ? operand.map((wish) => ({ kind: "except", wish })) : operand;
    });
    return limitRepeats(wishes);
  }

  planText({ text, field }, explicit) {
    return this.lexicon
      .read(text, this.apart && !explicit && !field)
      .filter((wanted) => explicit || field || this.stopWords || !wanted.stop)
      .filter((wanted) => {
        return this.afford(["word", field, wanted], Math.max(wanted.phrase.length, 1));
      })
      .map((wanted) => joinFields(wanted, this.listFields(field)));
  }

  planQuote(quote) {
    const rows = this.lexicon.phrases(quote.text);
    if (!rows.length || !this.afford(quote, rows[0].length)) return [];
    return joinAny(
      this.listFields(quote.field).flatMap((field) => {
        return rows.map((terms) => {
          if (terms.length === 1) return { kind: "term", field, text: terms[0] };
          return { kind: "row", field, terms, slop: quote.slop };
        });
      }),
    );
  }

  planWild(part, explicit) {
    const read = this.lexicon.read(part.text);
    const form = read.length === 1 ? this.lexicon.form(read[0].token) : "";
    const short = part.kind === "start" && Array.from(form).length < SHORTEST_START;
    if (!form || short) {
      if (form) this.notes.add("short");
      return this.planText(part, explicit);
    }
    if (!this.wild) {
      this.notes.add("wild");
      return [];
    }
    if (!this.afford(part, 1)) return [];
    this.wild--;
    const fields = this.listFields(part.field);
    if (part.kind === "start") return [{ kind: "beginning", fields, form }];
    return [{ kind: "near", fields, form, distance: part.distance }];
  }

  /** Tell whether there is room for so many words more; the same again takes none. */
  afford(thing, words) {
    const key = JSON.stringify(thing);
    if (!this.seen.has(key)) {
      if (words > this.left) {
        this.left = 0;
        this.notes.add("terms");
        return false;
      }
      this.left -= words;
      this.seen.add(key);
    }
    this.found ||= !this.denied;
    return true;
  }

  listFields(name) {
    return name ? [name] : this.everyday;
  }
}

/**
 * Make the wish for a word in any of the fields.
 * @returns {Wish}
 */
export function joinFields(wanted, fields) {
  const wishes = fields.flatMap((field) => {
    const list = (texts) => texts.map((text) => ({ kind: "term", field, text }));
    const row = { kind: "row", field, terms: wanted.phrase, slop: 1 };
    return [
      ...list(wanted.any_of),
      ...joinEvery(wanted.all_of.flatMap((group) => joinAny(list(group)))),
      ...(wanted.phrase.length ? [row] : []),
    ];
  });
  return joinAny(wishes)[0];
}

/**
 * Make one wish for any of several, as a list of it; an empty one where there are none.
 * @param {Wish[]} wishes
 * @returns {Wish[]}
 */
export function joinAny(wishes) {
  return wishes.length > 1 ? [{ kind: "anyone", wishes }] : wishes;
}

function joinEvery(wishes) {
  return wishes.length > 1 ? [{ kind: "every", wishes }] : wishes;
}

/** Leave out what was met often enough. */
function limitRepeats(wishes) {
  const met = {};
  return wishes.filter((wish) => {
    const key = JSON.stringify(wish);
    met[key] = (met[key] ?? 0) + 1;
    return met[key] <= REPEATS;
  });
}

/** Tell whether a part speaks of nothing but dates. */
function isFilter({ kind, parts }) {
  return parts ? parts.every(({ part }) => isFilter(part)) : kind === "dates";
}

/** Make one wish of a group, the only one in it where that says the same, or none. */
function simplify(choice) {
  const asked = [...choice.required, ...choice.optional];
  return choice.prohibited.length || choice.filters.length || asked.length > 1 ? [choice] : asked;
}
