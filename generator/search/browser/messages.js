/** What the search page says, in the words of a person. */
export const MESSAGES = {
  empty: "",
  searching: "Searching …",
  more: "Show more",
  undated: "undated",
  offline: "The search could not be reached. Look whether you are online, then try again.",
  missing: "A part of the search is missing: the archive may have just been updated. Reload the page.",
  broken: "The search can’t be read. Reload the page; if that doesn’t help, the archive has to be built again.",
};

/**
 * Say how much was found.
 * @param {{total: number, whole: number}} found
 * @param {string} text the query
 * @param {string} language a language tag, for the numbers
 */
export function describeResult({ total, whole }, text, language) {
  if (!total) {
    return `Nothing found for ${text.trim()}. Try fewer or other words: a story needs only one of them.`;
  }
  const count = new Intl.NumberFormat(language).format(total);
  const stories = total === 1 ? "1 story" : `${count} stories`;
  if (whole === total) return stories;
  if (!whole) return `${stories} with some of the words`;
  const all = new Intl.NumberFormat(language).format(whole);
  return `${stories}, ${all} of them with all of the words`;
}
