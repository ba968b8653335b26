import { findPart, listParts } from "./parts.js";

/**
 * What is shown of a story.
 * @typedef {object} Card
 * @property {string} headline
 * @property {string} page the page's address, from the root of the site
 * @property {string | null} source
 * @property {string | null} published as precisely as known: "2023-09", "2023-09-04T14:11"
 */

const SLUG_LIMIT = 80;

/** The cards of all stories, of which only the blocks asked for are loaded. */
export class Cards {
  /**
   * @param {object} manifest
   * @param {import("./files.js").Files} files
   */
  constructor(manifest, files) {
    this.parts = listParts(manifest);
    this.sizes = { c: manifest.cards, o: manifest.origins };
    this.files = files;
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  async find(document) {
    const { lines, at } = await this.loadBlock(document, "c");
    const size = lines.length / 4;
    const [headline, page, source, published] = [0, 1, 2, 3].map((row) => lines[row * size + at]);
    return {
      headline,
      page: expandPage(page, headline, published),
      source: source || null,
      published: published || null,
    };
  }

  /** Find the address of a story's original; null where it isn't known. */
  async findOrigin(document) {
    const { lines, at } = await this.loadBlock(document, "o");
    return lines[at] || null;
  }

  async loadBlock(document, letter) {
    const { name, base } = findPart(this.parts, document);
    const size = this.sizes[letter];
    const number = Math.floor((document - base) / size);
    const lines = await this.files.load(`${name}/${letter}${number}`, (bytes) => {
      return new TextDecoder().decode(bytes).split("\n");
    });
    return { lines, at: (document - base) % size };
  }
}

/** Give the address of a page of which only what its time and headline don't tell is written. */
function expandPage(rest, headline, published) {
  if (rest.startsWith("/")) return `${rest.slice(1)}/`;
  const folder = (published || "undated").slice(0, 10).replaceAll("-", "/");
  return `${folder}/${deriveSlug(headline)}${rest}/`;
}

function deriveSlug(headline) {
  const words = headline.replace(/['’]/gu, "").toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  const slug = words.join("-");
  if (slug.length <= SLUG_LIMIT) return slug;
  return slug.slice(0, Math.max(slug.lastIndexOf("-", SLUG_LIMIT), 0));
}
