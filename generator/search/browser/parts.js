/**
 * A part of the archive, as the manifest describes it; its documents are numbered from `base` on.
 * @typedef {{name: string, documents: number, base: number, lengths: number[], words: string[],
 *   places: number[], pairs: string[], sources: string[]}} Part
 */

/**
 * List the parts of an archive, each with the number of its first document.
 * @returns {Part[]}
 */
export function listParts({ parts }) {
  let base = 0;
  return parts.map((part) => {
    base += part.documents;
    const [words, pairs] = [part.words, part.pairs].map((firsts) => firsts?.split("|") ?? []);
    return { ...part, words, pairs, base: base - part.documents };
  });
}

/**
 * Find the part that a document is in.
 * @param {Part[]} parts
 * @param {number} document
 */
export function findPart(parts, document) {
  return parts.find(({ base, documents }) => document < base + documents);
}
