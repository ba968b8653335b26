import { describeDate } from "./dates.js";
import { open } from "./index.js";
import { describeResult, MESSAGES } from "./messages.js";

const SHOWN = 20;
const PAUSE = 120;

/** The search page: it asks as one types, and puts what is found into the page as text. */
class SearchPage {
  /**
   * @param {HTMLElement} main names the manifest
   * @param {typeof globalThis.fetch} fetch
   */
  constructor(main, fetch) {
    this.document = main.ownerDocument;
    this.language = this.document.documentElement.lang || "en";
    this.manifest = new URL(main.dataset.searchManifest, this.document.baseURI);
    this.fetch = fetch;
    this.form = main.querySelector("form[role=search]");
    /** @type {HTMLInputElement} */
    this.input = this.form.querySelector("input[name=q]");
    this.status = main.querySelector("#search-status");
    this.list = main.querySelector("#search-results");
    this.more = this.document.createElement("button");
    this.asked = new AbortController();
  }

  /** Answer what the address asks, then whatever is typed. */
  start() {
    this.more.type = "button";
    this.more.id = "search-more";
    this.more.textContent = MESSAGES.more;
    this.more.hidden = true;
    this.more.addEventListener("click", () => this.showMore());
    this.list.after(this.more);
    this.input.addEventListener("input", () => this.ask(PAUSE));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask(0);
    });
    this.openIndex()
      .then((index) => index.warm())
      .catch(() => undefined);
    this.input.value ||= new URL(this.document.URL).searchParams.get("q") ?? "";
    if (this.input.value) this.ask(0);
  }

  /** Open the index once; if that fails, again when it is next needed. */
  openIndex() {
    this.opening ??= open(this.manifest, this.fetch).catch((error) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  /** Search for what is typed after a pause, unless more is typed meanwhile. */
  ask(pause) {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    setTimeout(() => signal.aborted || this.answer(SHOWN, signal), pause);
  }

  async answer(limit, signal) {
    const text = this.input.value;
    this.keep(text);
    if (!text.trim()) {
      this.show({ total: 0, hits: [] }, MESSAGES.empty);
      return;
    }
    const slow = setTimeout(() => signal.aborted || this.say(MESSAGES.searching), 4 * PAUSE);
    try {
      const index = await this.openIndex();
      const found = await index.search(text, { limit, signal });
      this.show(found, describeResult(found, text, this.language), index.root);
    } catch (error) {
      if (!signal.aborted) this.show({ total: 0, hits: [] }, explain(error));
    } finally {
      clearTimeout(slow);
    }
  }

  /** Keep the query in the address, so that the page can be sent to somebody. */
  keep(text) {
    const url = new URL(this.document.URL);
    if (text.trim()) url.searchParams.set("q", text);
    else url.searchParams.delete("q");
    this.document.defaultView.history.replaceState(null, "", url);
  }

  say(text) {
    this.status.textContent = text;
  }

  show({ total, hits }, message, root) {
    this.say(message);
    this.list.replaceChildren(...hits.map((hit) => this.makeItem(hit, root)));
    this.more.hidden = hits.length >= total;
  }

  /** Show as many again, and go on reading at the first of the new ones. */
  async showMore() {
    const shown = this.list.children.length;
    const { signal } = this.asked;
    await this.answer(shown + SHOWN, signal);
    if (!signal.aborted) this.list.children[shown]?.querySelector("a").focus();
  }

  makeItem(hit, root) {
    const item = this.make("li", "", [
      this.make("h2", "", [this.makeLink(hit, root)]),
      this.make("p", "teaser", [hit.snippet]),
      this.make("p", "meta", this.makeFacts(hit)),
    ]);
    item.dataset.page = hit.page;
    item.dataset.score = String(hit.score);
    return item;
  }

  makeLink({ headline, page }, root) {
    const link = this.make("a", "", [headline]);
    link.href = new URL(`./${page}`, root).href;
    return link;
  }

  makeFacts({ source, published }) {
    const when = this.make(published ? "time" : "span", "", [
      published ? describeDate(published, this.language) : MESSAGES.undated,
    ]);
    if (published) when.dateTime = published;
    when.lang = this.language;
    // Words that are drawn apart are read apart only where something stands between them.
    const apart = this.make("span", "tally", [" · "]);
    return source ? [this.make("span", "", [source, apart]), when] : [when];
  }

  /** Make an element of text and elements; text stays text. */
  make(name, className, children) {
    const element = this.document.createElement(name);
    if (className) element.className = className;
    element.append(...children);
    return element;
  }
}

/** Say what went wrong, and what to do. */
function explain(error) {
  return MESSAGES[error.kind] ?? MESSAGES.broken;
}

/**
 * Start the search page in `document`, if it is one.
 * @param {Document} document
 * @param {typeof globalThis.fetch} fetch
 */
export function startPage(document, fetch) {
  /** @type {HTMLElement} */
  const main = document.querySelector("main[data-search-manifest]");
  if (main) new SearchPage(main, fetch).start();
}

if (globalThis.document) startPage(globalThis.document, globalThis.fetch.bind(globalThis));
