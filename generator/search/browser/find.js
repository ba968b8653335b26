import { intersect, keep, leaveOut, listRanges, NO_MATCHES, unite } from "./match.js";
import { follow } from "./phrase.js";
import { joinAny, joinFields } from "./plan.js";
import { scorePostings, weigh } from "./score.js";

/** The most words that `harb*` or `harbor~` stands for. */
const MOST_FORMS = 64;

/** @typedef {import("./match.js").Matches} Matches */

/** Finds what one query wishes for, each term once, and all that it needs at the same time. */
export class Finder {
  /**
   * @param {object} index
   * @param {number} index.count how many documents there are
   * @param {string[]} index.everyday the fields of which pairs of words are stored
   * @param {import("./words.js").Lexicon} index.lexicon
   * @param {Pick<import("./shards.js").Shards, "find" | "findPair" | "findPlaces">} index.shards
   * @param {import("./days.js").Days["range"]} index.range finds what is of some dates
   * @param {(field: string) => Promise<Parameters<typeof scorePostings>[2]>} index.measure
   * @param {(form: string, distance: number) => Promise<string[]>} index.expand
   * @param {(likely: Matches) => void} index.foresee is told what a phrase may find, while it is
   *   looked up
   */
  constructor(index) {
    this.index = index;
    this.count = index.count;
    /** Whether a word stood for more than were searched for. */
    this.cut = false;
    /** @type {Map<string, Promise<Matches>>} */
    this.terms = new Map();
  }

  /**
   * Find what a whole query or a group asks for, and what each part of it does.
   * @param {import("./plan.js").Choice} choice
   * @returns {Promise<{found: Matches, parts: Matches[]}>}
   */
  async choose({ required, optional, prohibited, filters }) {
    const lists = [required, optional, prohibited, filters];
    const [must, may, never, within] = await Promise.all(lists.map((list) => this.findEach(list)));
    const wished = must.length ? [this.all(), ...may] : may;
    const asked = may.length ? [...must, this.unite(wished)] : must;
    return { found: this.leaveOut([...asked, ...within], never), parts: [...must, ...may] };
  }

  /**
   * @param {import("./plan.js").Wish} wish
   * @returns {Promise<Matches>}
   */
  async find(wish) {
    switch (wish.kind) {
      case "term":
        return this.findTerm(wish);
      case "row":
        return this.findRow(wish);
      case "beginning":
        return this.findForms(wish.fields, await this.index.expand(wish.form, 0));
      case "near":
        return this.findForms(wish.fields, await this.index.expand(wish.form, wish.distance));
      case "dates":
        return listRanges(await this.index.range(wish.first, wish.last));
      case "anyone":
        return this.unite(await this.findEach(wish.wishes));
      case "every":
        return this.findEvery(wish.wishes);
      case "except":
        return this.leaveOut([], [await this.find(wish.wish)]);
      default:
        return (await this.choose(wish)).found;
    }
  }

  /** Find the documents that have a term in a field; the same again costs nothing. */
  findTerm({ field, text }) {
    const key = `${field} ${text}`;
    const found = this.terms.get(key) ?? this.readTerm(field, text);
    this.terms.set(key, found);
    return found;
  }

  async readTerm(field, text) {
    const [entry, measure] = await Promise.all([this.index.shards.find(text), this.index.measure(field)]);
    const postings = entry?.fields.get(field);
    if (!postings) return NO_MATCHES;
    const { documents } = postings;
    const idf = weigh(this.count, documents.length);
    return { documents, scores: scorePostings(postings, idf, measure) };
  }

  /** Find the documents that have terms in a row. */
  async findRow({ field, terms, slop }) {
    const nexts = slop === 1 && this.index.everyday.includes(field) ? terms.slice(1) : [];
    const [words, pairs] = await Promise.all([
      Promise.all(terms.map((text) => this.findTerm({ field, text }))),
      Promise.all(nexts.map((next, at) => this.index.shards.findPair(terms[at], next))),
    ]);
    const known = pairs.map((pair) => {
      const having = new Set(pair?.fields.get(field)?.documents);
      return { from: pair?.from ?? Infinity, has: (document) => having.has(document) };
    });
    const likely = keep(intersect(words, this.count), (document) => {
      return known.every(({ from, has }) => document < from || has(document));
    });
    // A single pair says all of the documents that it is known of.
    const sure = terms.length === 2 && known.length ? known[0].from : Infinity;
    const unsure = likely.documents.filter((document) => document < sure);
    if (!unsure.length) return likely;
    this.index.foresee(likely);
    const places = await Promise.all(
      terms.map((term) => this.index.shards.findPlaces(term, field, unsure)),
    );
    return keep(likely, (_, at) => {
      return at >= unsure.length || follow(places.map((word) => word[at]), slop);
    });
  }

  /** Find the documents that have any of some words as they are written; each scores 1. */
  async findForms(fields, forms) {
    if (forms.length >= MOST_FORMS) this.cut = true;
    const read = forms.flatMap((form) => this.index.lexicon.read(form));
    const [wish] = joinAny(read.map((wanted) => joinFields(wanted, fields)));
    if (!wish) return NO_MATCHES;
    const { documents } = await this.find(wish);
    return { documents, scores: new Float64Array(documents.length).fill(1) };
  }

  async findEvery(wishes) {
    const asked = await this.findEach(wishes.filter(({ kind }) => kind !== "except"));
    const never = wishes.filter(({ kind }) => kind === "except").map(({ wish }) => wish);
    return this.leaveOut(asked, await this.findEach(never));
  }

  findEach(wishes) {
    return Promise.all(wishes.map((wish) => this.find(wish)));
  }

  all() {
    return listRanges([[0, this.count]]);
  }

  unite(list) {
    return unite(list, this.count);
  }

  leaveOut(asked, never) {
    const kept = asked.length ? intersect(asked, this.count) : this.all();
    return leaveOut(kept, never, this.count);
  }
}
