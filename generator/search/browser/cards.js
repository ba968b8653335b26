import { Bits } from "./bits.js";
import { Cursor } from "./cursor.js";
import { findPart } from "./parts.js";

/**
 * What is shown of a story.
 * @typedef {object} Card
 * @property {string} headline
 * @property {string} page the page's address, from the root of the site
 * @property {string | null} source
 * @property {string | null} published as precisely as known: "2023-09", "2023-09-04T14:11"
 */

const SLUG_LIMIT = 80;
const MINUTE_BITS = 11;
const DAY_MINUTES = 1440;

/** The cards of all stories, of which only the blocks asked for are loaded. */
export class Cards {
  /**
   * @param {import("./parts.js").Part[]} parts
   * @param {import("./files.js").Files} files
   */
  constructor(parts, files) {
    this.parts = parts;
    this.files = files;
  }

  /**
   * @param {number} document
   * @returns {Promise<Card>}
   */
  find(document) {
    return this.read(document, "cards", listCards);
  }

  /** Find the address of a story's original; null where it isn't known. */
  async findOrigin(document) {
    const [{ headline, published }, address] = await Promise.all([
      this.find(document),
      this.read(document, "origins", readLines),
    ]);
    const told = [deriveSlug(headline), joinWords(headline), findFolder(published)];
    return address.replace(/[\0-\x02]/gu, (sign) => told[sign.charCodeAt(0)]) || null;
  }

  /** Read what blocks of "cards" or "origins", whose bytes `list` makes a list of, have of one. */
  async read(document, kind, list) {
    const part = findPart(this.parts, document);
    const size = part[kind];
    const number = document - part.base;
    const block = Math.floor(number / size);
    const width = Math.min(size, part.documents - block * size);
    const read = (bytes) => {
      const made = list(bytes, width, part);
      if (made.length !== width) throw new RangeError("lines lack");
      return made;
    };
    const path = `${part.name}/${kind[0]}${block}`;
    const listed = await this.files.load(path, read, part.dictionary);
    return listed[number % size];
  }
}

function readLines(bytes) {
  return new TextDecoder().decode(bytes).split("\n");
}

/** Make the cards of a block; what its bits don't tell of a card has a line of its own. */
function listCards(bytes, width, { sources }) {
  const cursor = new Cursor(bytes);
  const facts = new Bits(cursor.take(cursor.varint()));
  const lines = readLines(cursor.take());
  const signs = 32 - Math.clz32(sources.length);
  let told = 2 * width;
  let published = "";
  const cards = lines.slice(0, width).map((headline, at) => {
    const sign = facts.plain(signs);
    const source = sign ? sources[sign - 1] : lines[told++];
    const days = facts.read(0);
    published = days ? addTime(published, days - 1, facts.plain(MINUTE_BITS)) : lines[told++];
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

/** Give the time that is some days after another, at another minute of the day. */
function addTime(before, days, minute) {
  const later = new Date(before.slice(0, 10));
  later.setUTCMinutes(days * DAY_MINUTES + minute);
  return later.toISOString().slice(0, 16) + before.slice(16);
}

/** Give the address of a page of which only what its time and headline don't tell is written. */
function expandPage(rest, headline, published) {
  if (rest.startsWith("/")) return `${rest.slice(1)}/`;
  return `${findFolder(published)}/${deriveSlug(headline)}${rest}/`;
}

function findFolder(published) {
  return (published || "undated").slice(0, 10).replaceAll("-", "/");
}

function joinWords(headline) {
  return (headline.toLowerCase().match(/[a-z0-9]+/gu) ?? []).join("-");
}

function deriveSlug(headline) {
  const slug = `${joinWords(headline.replace(/['’]/gu, ""))}-`;
  return slug.slice(0, Math.max(slug.lastIndexOf("-", SLUG_LIMIT), 0));
}
