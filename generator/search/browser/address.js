import { isDay } from "./query.js";

/** What stories can be narrowed by, in the order of the page. */
export const GROUPS = ["source", "section", "topic", "byline", "year"];
/** How much of a question an address has, which servers refuse if it is long: one is read so far. */
const LONGEST = 4001;
const ORDERS = ["relevance", "newest", "oldest"];

/**
 * All that a search page answers, as its address says it.
 * @typedef {{q: string, sort: string, from: string, to: string, filters: Record<string, string[]>}}
 *   State
 */

/**
 * Read what an address asks; what it may not ask is left out.
 * @param {string | URL} address
 * @returns {State}
 */
export function readAddress(address) {
  const said = new URL(address).searchParams;
  const [from, to] = ["from", "to"].map((name) => said.get(name) ?? "");
  return {
    q: said.get("q") ?? "",
    sort: ORDERS.find((order) => order === said.get("sort")) ?? ORDERS[0],
    from: isDay(from) ? from : "",
    to: isDay(to) ? to : "",
    filters: makeFilters((name) => [...new Set(said.getAll(name))].filter(Boolean)),
  };
}

/**
 * Write what is asked into an address, and leave out what is not.
 * @param {string | URL} address
 * @param {State} state
 */
export function writeAddress(address, { q, sort, from, to, filters }) {
  const url = new URL(address);
  const plain = { q: q.trim() && q.slice(0, LONGEST), sort: sort === ORDERS[0] ? "" : sort, from, to };
  const pairs = Object.entries({ ...plain, ...filters }).flatMap(([name, values]) => {
    return [values].flat().filter(Boolean).map((value) => [name, value]);
  });
  url.search = String(new URLSearchParams(pairs));
  return url;
}

/** Say how many ways of narrowing are in use. */
export function countFilters({ from, to, filters }) {
  return Object.values(filters).flat().length + Number(Boolean(from || to));
}

/** The same question without its filters and dates. */
export function unfilter(state) {
  return { ...state, from: "", to: "", filters: makeFilters(() => []) };
}

function makeFilters(choose) {
  return Object.fromEntries(GROUPS.map((name) => [name, choose(name)]));
}
