import { Cursor } from "./cursor.js";
import { readWords } from "./shard.js";

/**
 * A part of the archive, as manifest and names describe it; its documents are numbered from `base`
 * on, and its cards repeat what is in the block `dictionary`.
 * @typedef {{name: string, documents: number, base: number, lengths: number[], words: string[],
 *   places: number[], pairs: string[], cards: number, origins: number, sources: string[],
 *   dictionary: Uint8Array}} Part
 */

/**
 * List the parts of an archive, each with the number of its first document and what is named of it.
 * @param {{parts: object[], names: string}} manifest
 * @param {import("./files.js").Files} files
 * @returns {Promise<Part[]>}
 */
export function listParts({ parts, names }, files) {
  return files.load(names, (bytes) => {
    const cursor = new Cursor(bytes);
    const take = () => cursor.take(cursor.varint());
    let base = 0;
    return parts.map((part) => {
      base += part.documents;
      const words = readWords(take());
      const pairs = readWords(take());
      return { ...part, words, pairs, dictionary: take(), base: base - part.documents };
    });
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
