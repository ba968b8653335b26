import { Cursor } from "./cursor.js";

/** 1 January 1970, counted as the files count days: from 1 January of year 1. */
const EPOCH = 719163;
const DAY = 86_400_000;
/** 31 December 9999, after which there are no dates. */
const LAST = 3652059;

/** The dates of all stories, which are numbered by them, the undated first. */
export class Days {
  /**
   * @param {string} path the file of dates
   * @param {number} documents how many stories there are
   * @param {import("./files.js").Files} files
   */
  constructor(path, documents, files) {
    this.path = path;
    this.documents = documents;
    this.files = files;
  }

  /**
   * Load the first day of each story with a date, and how many days those have that have several.
   * @returns {Promise<{undated: number, firsts: Float64Array, wide: Map<number, number>}>}
   */
  load() {
    return this.files.load(this.path, (bytes) => readDays(bytes, this.documents));
  }

  /**
   * Find the documents whose dates lie from `first` to the end of `last`, as `days.py` does.
   * @param {string | null} first as precisely as it is meant: "2023", "2023-09", "2023-09-04"
   * @param {string | null} last
   * @returns {Promise<[number, number][]>} from each first number up to before the second
   */
  async range(first, last) {
    const { undated, firsts, wide } = await this.load();
    const least = first ? findSpan(first).first : 0;
    const span = last ? findSpan(last) : { first: Infinity, days: 0 };
    const most = span.first + span.days - 1;
    const high = countBelow(firsts, most + 1);
    const ranges = [];
    let low = countBelow(firsts, least);
    for (const [at, days] of wide) {
      if (at < low || at >= high || firsts[at] + days - 1 <= most) continue;
      if (low < at) ranges.push([undated + low, undated + at]);
      low = at + 1;
    }
    if (low < high) ranges.push([undated + low, undated + high]);
    return ranges;
  }
}

/** Give the name of a day, "2023-09-04"; its month is the first seven letters. */
export function nameDay(day) {
  return new Date((day - EPOCH) * DAY).toISOString().slice(0, 10);
}

/** Find the first day that a date may mean, and how many days it may. */
export function findSpan(date) {
  const [year, month = 1, day = 1] = date.split("-").map(Number);
  const first = countDays(year, month, day);
  if (date.length === 4) return { first, days: countDays(year + 1, 1, 1) - first };
  if (date.length === 7) return { first, days: countDays(year, month + 1, 1) - first };
  return { first, days: 1 };
}

function countDays(year, month, day) {
  // Date.UTC takes the years below 100 for those of 1900.
  return new Date(0).setUTCFullYear(year, month - 1, day) / DAY + EPOCH;
}

function readDays(bytes, documents) {
  const cursor = new Cursor(bytes);
  const undated = cursor.varint();
  if (!(undated <= documents) || documents - undated > bytes.length) throw new RangeError("too many");
  const firsts = new Float64Array(documents - undated);
  let first = 0;
  for (let at = 0; at < firsts.length; at++) firsts[at] = first += cursor.varint();
  const count = cursor.varint();
  if (!(count <= firsts.length && first <= LAST)) throw new RangeError("too many");
  const places = [];
  for (let due = 0; places.length < count; due = places.at(-1) + 1) places.push(due + cursor.varint());
  return { undated, firsts, wide: new Map(places.map((at) => [at, cursor.varint()])) };
}

function countBelow(firsts, day) {
  const count = firsts.findIndex((first) => first >= day);
  return count < 0 ? firsts.length : count;
}
