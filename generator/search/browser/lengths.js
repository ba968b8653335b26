import { Cursor } from "./cursor.js";

/**
 * Read how long the bodies of all documents are: a table of lengths, then a byte for each document.
 * @param {Uint8Array} bytes
 * @param {number} documents how many there are
 * @returns {{of: (document: number) => number}}
 */
export function readLengths(bytes, documents) {
  const cursor = new Cursor(bytes);
  const table = Array.from({ length: cursor.varint() & 0x1ff }, () => cursor.varint());
  const places = cursor.take(documents);
  return { of: (document) => table[places[document]] };
}
