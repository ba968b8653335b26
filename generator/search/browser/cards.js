/**
 * What is shown of a story.
 * @typedef {object} Card
 * @property {string} headline
 * @property {string} page the page's address, from the root of the site
 * @property {string | null} url the original's address
 * @property {string | null} source
 * @property {string | null} published as precisely as known: "2023-09", "2023-09-04T14:11"
 * @property {string} snippet
 */

/** The cards of all stories, of which only the blocks asked for are loaded. */
export class Cards {
  /**
   * @param {{size: number, files: string[]}} manifest
   * @param {import("./files.js").Files} files
   */
  constructor({ size, files: names }, files) {
    this.size = size;
    this.names = names;
    this.files = files;
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  async find(document) {
    const bytes = await this.files.load(this.names[Math.floor(document / this.size)]);
    const block = JSON.parse(new TextDecoder().decode(bytes));
    const [headline, page, url, source, published, snippet] = block[document % this.size];
    return { headline, page, url, source, published, snippet };
  }
}
