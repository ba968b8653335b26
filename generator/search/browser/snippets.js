import { make } from "./elements.js";
import { choosePassage } from "./passages.js";

const BODIES = [".backfile-story", "article .body", "article", "main", "body"];
const BLOCKS = "p, blockquote, figcaption, h2, h3, h4, td, li";

/**
 * Texts of stories by their pages.
 * @typedef {{lang: string, dir: string, paragraphs: string[]}} Story
 * @typedef {{readStory: (page: string) => Promise<Story>}} Texts
 */

/** Passages of the found stories, read from their own pages as they come into view. */
export class Snippets {
  /**
   * @param {import("./results.js").Results} results
   * @param {Texts} [texts] where there are any besides the pages
   */
  constructor(results, texts) {
    this.results = results;
    this.texts = texts;
    /** @type {Map<string, Promise<{lang: string, dir: string, paragraphs: string[]}>>} */
    this.pages = new Map();
  }

  stop() {
    this.observer?.disconnect();
  }

  /**
   * Show a passage with every story that is in view, now or later.
   * @param {(text: string) => number[][] | Promise<number[][]>} mark finds the words in a text
   * @param {AbortSignal} signal
   */
  show(mark, signal) {
    this.stop();
    this.observer = new IntersectionObserver((entries, observer) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        this.fill(target, mark, signal);
      }
    });
    for (const item of this.results.list.children) this.observer.observe(item);
  }

  /** Put a passage under a headline; without one there is nothing to say. */
  async fill(item, mark, signal) {
    const place = item.querySelector(".passage");
    const { page } = item.dataset;
    try {
      const { lang, dir, paragraphs } = await this.find(page, item.querySelector("a").href, signal);
      const marks = await Promise.all(paragraphs.map(mark));
      if (signal.aborted) return;
      const parts = choosePassage(paragraphs, marks).map(({ text, marked }) => {
        return marked ? make("mark", {}, text) : text;
      });
      Object.assign(place, { lang, dir });
      place.replaceChildren(...parts);
    } catch {
      this.pages.delete(page);
    }
  }

  find(page, url, signal) {
    let found = this.pages.get(page);
    if (!found) {
      found = this.texts?.readStory(page) ?? this.read(url, signal).then(readStory);
      this.pages.set(page, found);
    }
    return found;
  }

  /** Read a page as a document: under Trusted Types nothing else may turn text into one. */
  read(url, signal) {
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("GET", url);
      request.responseType = "document";
      request.onloadend = () => (request.status === 200 ? done : fail)(request.responseXML);
      signal.addEventListener("abort", () => request.abort());
      request.send();
    });
  }
}

/** @param {Document} page */
function readStory(page) {
  const body = BODIES.map((name) => page.querySelector(name)).find(Boolean);
  const { lang, dir } = /** @type {HTMLElement} */ (body.closest("[lang]") ?? page.documentElement);
  const blocks = Array.from(body.querySelectorAll(BLOCKS));
  const innermost = blocks.filter((block) => !block.querySelector(BLOCKS));
  const paragraphs = innermost.map((block) => block.textContent.replace(/\s+/g, " ").trim());
  return { lang, dir, paragraphs: paragraphs.filter(Boolean) };
}
