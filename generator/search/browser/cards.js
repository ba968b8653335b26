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
const FIRST_SIGN = 0x21;
const MINUTE = 60_000;

/** The cards of all stories, of which only the blocks asked for are loaded. */
export class Cards {
  /**
   * @param {object} manifest
   * @param {import("./files.js").Files} files
   */
  constructor(manifest, files) {
    this.parts = listParts(manifest);
    this.sizes = manifest;
    this.files = files;
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  find(document) {
    return this.read(document, "c", this.sizes.cards, listCards);
  }

  /** Find the address of a story's original; null where it isn't known. */
  async findOrigin(document) {
    const [{ headline }, address] = await Promise.all([
      this.find(document),
      this.read(document, "o", this.sizes.origins, (lines) => lines),
    ]);
    return address.replace("\t", () => deriveSlug(headline)) || null;
  }

  /** Read what blocks of so many stories, whose lines `list` makes a list of, have of one. */
  async read(document, letter, size, list) {
    const part = findPart(this.parts, document);
    const number = document - part.base;
    const block = Math.floor(number / size);
    const width = Math.min(size, part.documents - block * size);
    const listed = await this.files.load(`${part.name}/${letter}${block}`, (bytes) => {
      const made = list(new TextDecoder().decode(bytes).split("\n"), width, part);
      if (made.length !== width) throw new RangeError("lines lack");
      return made;
    });
    return listed[number % size];
  }
}

/** Make the cards of a block; what its last line doesn't tell of a card has a line of its own. */
function listCards(lines, width, { sources }) {
  const facts = lines.pop();
  let told = 2 * width;
  let published = "";
  const cards = lines.slice(0, width).map((headline, at) => {
    const sign = facts[4 * at];
    const code = facts.slice(4 * at + 1, 4 * at + 4);
    const source = sign === " " ? lines[told++] : sources[sign.charCodeAt(0) - FIRST_SIGN];
    published = code === "   " ? lines[told++] : addTime(published, code);
    return {
      headline,
      page: expandPage(lines[width + at], headline, published),
      source: source || null,
      published: published || null,
    };
  });
  if (told !== lines.length) throw new RangeError("lines lack");
  return cards;
}

/** Give the time that is some days after another, at another hour and minute. */
function addTime(before, code) {
  const [days, hour, minute] = Array.from(code, (one) => one.charCodeAt(0) - FIRST_SIGN);
  const later = Date.parse(before.slice(0, 10)) + ((days * 24 + hour) * 60 + minute) * MINUTE;
  return new Date(later).toISOString().slice(0, 16) + before.slice(16);
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
