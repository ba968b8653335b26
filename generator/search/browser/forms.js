import { Cursor } from "./cursor.js";
import { compareWords, findLast } from "./order.js";
import { readWords } from "./shard.js";
import { readTexts } from "./texts.js";

const MOST = 64;
const SURE = 2;

/** The words of the archive as they are spelled, and how many stories have each. */
export class Forms {
  /**
   * @param {{name: string}[]} parts
   * @param {import("./files.js").Files} files
   */
  constructor(parts, files) {
    this.parts = parts;
    this.files = files;
  }

  /**
   * Find the words that begin so, the most frequent ones first.
   * @param {string} start
   * @returns {Promise<string[]>}
   */
  async startingWith(start) {
    return listBest(Array.from(await this.count(start)));
  }

  /**
   * Find the words at most `distance` edits away that begin with the same two letters.
   * @param {string} word
   * @param {number} distance
   * @returns {Promise<string[]>}
   */
  async near(word, distance) {
    const counts = Array.from(await this.count(Array.from(word).slice(0, SURE).join("")));
    return listBest(counts.filter(([form]) => isNear(word, form, distance)));
  }

  /**
   * Count the stories of each word that begins so.
   * @param {string} start
   * @returns {Promise<Map<string, number>>}
   */
  async count(start) {
    const counts = new Map();
    for (const shards of await Promise.all(this.parts.map((part) => this.find(part, start)))) {
      for (const [form, count] of shards.flat()) {
        if (form.startsWith(start)) counts.set(form, (counts.get(form) ?? 0) + count);
      }
    }
    return counts;
  }

  /** Load the shards of a part that may have words with this start. */
  async find({ name }, start) {
    const firsts = await this.files.load(`${name}/f`, (bytes) => readTexts(new Cursor(bytes)));
    const from = findLast(firsts, start);
    const numbers = Array.from(firsts.keys()).filter((number) => {
      return number === from || (number > from && firsts[number].startsWith(start));
    });
    return Promise.all(numbers.map((at) => this.files.load(`${name}/f${at}`, readShard)));
  }
}

/**
 * Tell whether two words are at most so many edits apart: letters added, dropped, replaced, or two
 * neighbours swapped, as `forms.py` tells.
 */
export function isNear(one, two, distance) {
  const [left, right] = [Array.from(one), Array.from(two)];
  if (Math.abs(left.length - right.length) > distance) return false;
  let older;
  let before;
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (const [at, letter] of left.entries()) {
    [older, before, row] = [before, row, [at + 1]];
    for (const [place, other] of right.entries()) {
      const same = letter === other ? 0 : 1;
      let cost = Math.min(before[place] + same, before[place + 1] + 1, row[place] + 1);
      if (at && place && letter === right[place - 1] && left[at - 1] === other) {
        cost = Math.min(cost, older[place - 1] + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > distance) return false;
  }
  return row[right.length] <= distance;
}

/**
 * Put words with a number each in order, the highest first, and equal ones by their letters.
 * @param {[string, number][]} counts
 */
export function sortForms(counts) {
  return counts.sort(([left, many], [right, more]) => more - many || compareWords(left, right));
}

function listBest(counts) {
  return sortForms(counts)
    .slice(0, MOST)
    .map(([form]) => form);
}

function readShard(bytes) {
  const cursor = new Cursor(bytes);
  return readWords(cursor.take(cursor.varint())).map((form) => [form, cursor.varint()]);
}
