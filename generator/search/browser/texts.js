/**
 * Read how many texts there are, and each of them after its length.
 * @param {import("./cursor.js").Cursor} cursor
 */
export function readTexts(cursor) {
  const decoder = new TextDecoder();
  const texts = [];
  for (let left = cursor.varint(); left > 0; left--) {
    texts.push(decoder.decode(cursor.take(cursor.varint())));
  }
  return texts;
}
