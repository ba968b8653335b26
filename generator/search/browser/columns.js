import { Cursor } from "./cursor.js";
import { readTexts } from "./texts.js";

/**
 * What all stories have of one column: the values by frequency, and the numbers of those of story d
 * from `starts[d]` up to before `starts[d + 1]`.
 * @typedef {{values: string[], starts: Uint32Array, numbers: Uint32Array}} Column
 */

/** Source, section, topic and byline of all stories; each is loaded when it is asked for. */
export class Columns {
  /**
   * @param {Record<string, string>} paths the file of each column
   * @param {number} documents how many stories there are
   * @param {import("./files.js").Files} files
   */
  constructor(paths, documents, files) {
    this.paths = paths;
    this.documents = documents;
    this.files = files;
  }

  /**
   * @param {string} name
   * @returns {Promise<Column>}
   */
  load(name) {
    return this.files.load(this.paths[name], (bytes) => readColumn(bytes, this.documents));
  }

  /**
   * Find the stories that have one of some values.
   * @param {string} name
   * @param {string[]} wanted
   * @returns {Promise<Uint8Array>} 1 for each story that has
   */
  async select(name, wanted) {
    const { values, starts, numbers } = await this.load(name);
    const asked = new Set(wanted.map((value) => values.indexOf(value)));
    const chosen = new Uint8Array(this.documents);
    for (let document = 0; document < this.documents; document++) {
      for (let at = starts[document]; at < starts[document + 1]; at++) {
        if (asked.has(numbers[at])) chosen[document] = 1;
      }
    }
    return chosen;
  }
}

function readColumn(bytes, documents) {
  if (documents > bytes.length) throw new RangeError("too few");
  const cursor = new Cursor(bytes);
  const values = readTexts(cursor);
  const starts = new Uint32Array(documents + 1);
  const numbers = [];
  const sizes = Array.from({ length: documents }, () => cursor.varint());
  for (let document = 0; document < documents; document++) {
    for (let left = sizes[document], number = 0; left > 0; left--) {
      number += cursor.varint();
      if (!(number < values.length)) throw new RangeError("no such value");
      numbers.push(number);
    }
    starts[document + 1] = numbers.length;
  }
  return { values, starts, numbers: Uint32Array.from(numbers) };
}
