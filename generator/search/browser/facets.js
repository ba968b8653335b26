import { nameDay } from "./days.js";

/** The columns that stories are counted by, beside the year. */
export const FACETS = ["source", "section", "topic", "byline"];

/** @typedef {{value: string, count: number}} Tally */

/**
 * Count the values of each column among some stories, the most frequent first; years the latest.
 * @param {ArrayLike<number>} documents
 * @param {import("./columns.js").Columns} columns
 * @param {import("./days.js").Days} days
 * @returns {Promise<Record<string, Tally[]>>}
 */
export async function countFacets(documents, columns, days) {
  const [years, ...tallies] = await Promise.all([
    countYears(documents, days),
    ...FACETS.map(async (name) => countColumn(documents, await columns.load(name))),
  ]);
  return { ...Object.fromEntries(FACETS.map((name, at) => [name, tallies[at]])), year: years };
}

/**
 * Count stories by month, from the first to the last that has any; a date that is known as a year
 * stands for itself: "2019".
 * @param {ArrayLike<number>} documents
 * @param {import("./days.js").Days} days
 * @returns {Promise<{month: string, count: number}[]>}
 */
export async function countMonths(documents, days) {
  const counts = await countNamed(documents, days, (name, width) => name.slice(0, width > 31 ? 4 : 7));
  return counts.map(([month, count]) => ({ month, count }));
}

async function countYears(documents, days) {
  const counts = await countNamed(documents, days, (name) => name.slice(0, 4));
  return counts.reverse().map(([value, count]) => ({ value, count }));
}

/** Count stories by what their month is taken for, in order. */
async function countNamed(documents, days, name) {
  const { undated, firsts, wide } = await days.load();
  const counts = new Map();
  let [day, month] = [-1, ""];
  for (const document of Uint32Array.from(documents).sort()) {
    const at = document - undated;
    if (at < 0) continue;
    if (firsts[at] !== day) {
      day = firsts[at];
      month = nameDay(day).slice(0, 7);
    }
    const key = name(month, wide.get(at));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Array.from(counts);
}

function countColumn(documents, { values, starts, numbers }) {
  const counts = new Uint32Array(values.length);
  for (let place = 0; place < documents.length; place++) {
    const document = documents[place];
    for (let at = starts[document]; at < starts[document + 1]; at++) counts[numbers[at]]++;
  }
  const tallies = values.map((value, at) => ({ value, count: counts[at] }));
  // Values are in the order of their counts in the whole archive, which settles equal ones.
  return tallies.filter(({ count }) => count).sort((left, right) => right.count - left.count);
}
