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
const FIRST_SOURCE = 0x21;

/** The cards of all stories, of which only the blocks asked for are loaded. */
export class Cards {
  /**
   * @param {object} manifest
   * @param {import("./files.js").Files} files
   */
  constructor(manifest, files) {
    this.parts = listParts(manifest);
    this.cards = { letter: "c", size: manifest.cards, rows: 4 };
    this.origins = { letter: "o", size: manifest.origins, rows: 1 };
    this.files = files;
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  async find(document) {
    const [headline, page, source, published] = await this.read(document, this.cards);
    return {
      headline,
      page: expandPage(page, headline, published),
      source: nameSource(source, findPart(this.parts, document).sources) || null,
      published: published || null,
    };
  }

  /** Find the address of a story's original; null where it isn't known. */
  async findOrigin(document) {
    const [address] = await this.read(document, this.origins);
    return address || null;
  }

  /** Read what a block of so many stories has of one: a line of each of its rows. */
  async read(document, { letter, size, rows }) {
    const { name, base, documents } = findPart(this.parts, document);
    const first = document - base - ((document - base) % size);
    const width = Math.min(size, documents - first);
    const lines = await this.files.load(`${name}/${letter}${first / size}`, (bytes) => {
      const read = new TextDecoder().decode(bytes).split("\n");
      if (read.length !== rows * width) throw new RangeError("lines lack");
      return read;
    });
    return Array.from({ length: rows }, (_, row) => lines[row * width + document - base - first]);
  }
}

/** Give the address of a page of which only what its time and headline don't tell is written. */
function expandPage(rest, headline, published) {
  if (rest.startsWith("/")) return `${rest.slice(1)}/`;
  const folder = (published || "undated").slice(0, 10).replaceAll("-", "/");
  return `${folder}/${deriveSlug(headline)}${rest}/`;
}

/** Give the source that a line stands for: one character is a number among those of its part. */
function nameSource(line, sources) {
  if (line.length === 1) return sources[line.charCodeAt(0) - FIRST_SOURCE];
  return line.replace(/^ /, "");
}

function deriveSlug(headline) {
  const words = headline.replace(/['’]/gu, "").toLowerCase().match(/[a-z0-9]+/gu) ?? [];
  const slug = words.join("-");
  if (slug.length <= SLUG_LIMIT) return slug;
  return slug.slice(0, Math.max(slug.lastIndexOf("-", SLUG_LIMIT), 0));
}
