/** What stories can be narrowed by, in the order of the page. */
export const GROUPS = ["source", "section", "topic", "byline", "year"];
export const ORDERS = ["relevance", "newest", "oldest"];

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
  const filters = GROUPS.map((name) => [name, [...new Set(said.getAll(name))].filter(Boolean)]);
  return {
    q: said.get("q") ?? "",
    sort: ORDERS.find((order) => order === said.get("sort")) ?? ORDERS[0],
    from: readDay(said.get("from")),
    to: readDay(said.get("to")),
    filters: Object.fromEntries(filters),
  };
}

/**
 * Write what is asked into an address, and leave out what is not.
 * @param {string | URL} address
 * @param {State} state
 */
export function writeAddress(address, { q, sort, from, to, filters }) {
  const url = new URL(address);
  url.search = "";
  const said = url.searchParams;
  if (q.trim()) said.set("q", q);
  if (sort !== ORDERS[0]) said.set("sort", sort);
  if (from) said.set("from", from);
  if (to) said.set("to", to);
  for (const name of GROUPS) filters[name].forEach((value) => said.append(name, value));
  return url;
}

/** Say how many ways of narrowing are in use. */
export function countFilters({ from, to, filters }) {
  return GROUPS.reduce((sum, name) => sum + filters[name].length, from || to ? 1 : 0);
}

/** The same question without its filters and dates, but for those given. */
export function unfilter(state, kept = {}) {
  const filters = Object.fromEntries(GROUPS.map((name) => [name, []]));
  return { ...state, from: "", to: "", filters, ...kept };
}

/** A year, month or day, else nothing. */
function readDay(text) {
  return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text ?? "") ? text : "";
}
