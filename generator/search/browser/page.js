import { countFilters, readAddress, unfilter, writeAddress } from "./address.js";
import { open } from "./index.js";
import { listenToKeys } from "./keys.js";
import { say } from "./messages.js";
import { NOTHING, View } from "./view.js";

const SHOWN = 10;
const SHOWN_MORE = 20;
const PAUSE = 120;
/** How long a question stands before what is typed next is another. */
const STANDS = 1000;

/** The search page: it asks as one types, and keeps in the address what is asked. */
class SearchPage {
  /**
   * @param {HTMLElement} main names the manifest
   * @param {typeof globalThis.fetch} fetch
   * @param {import("./snippets.js").Texts} [disk] reads what is fetched otherwise
   */
  constructor(main, fetch, disk) {
    this.manifest = new URL(main.dataset.searchManifest, document.baseURI);
    this.fetch = fetch;
    this.disk = disk;
    // No server says which page a folder shows.
    this.view = new View(main, new URL("../", this.manifest), disk ? "index.html" : "");
    this.asked = new AbortController();
  }

  /** Answer what the address asks, then whatever is typed or chosen. */
  start() {
    const { view } = this;
    const { input, order } = view;
    input.addEventListener("input", () => this.change({ q: input.value }, PAUSE));
    // What was typed and left to stand is a question of its own: the next gets its own address.
    input.addEventListener("change", () => (this.settled = true));
    order.addEventListener("change", () => this.change({ sort: order.value }));
    view.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.ask();
    });
    view.help.addEventListener("click", () => this.recover());
    view.more.addEventListener("click", () => this.showMore());
    addEventListener("popstate", () => this.read());
    addEventListener("online", () => this.failed && this.ask());
    listenToKeys(input, () => view.stops(), () => this.change({ q: "" }));
    this.openIndex();
    this.read();
  }

  /** Take what the address asks, and answer it. */
  read() {
    const typed = this.state ? "" : this.view.input.value;
    this.state = readAddress(document.URL);
    // What was typed before this script came is asked too.
    this.state.q ||= typed;
    this.step = undefined;
    this.settled = this.isAsking();
    this.view.fill(this.state);
    this.ask(0, history.state?.shown);
  }

  /** Ask otherwise, and keep that in the address, so that it can be sent to somebody. */
  change(changes, pause = 0) {
    const { q } = this.state;
    this.state = { ...this.state, ...changes };
    const edited = this.state.q.startsWith(q) || q.startsWith(this.state.q);
    const draft = pause && !this.settled && edited;
    this.settled = !pause;
    this.step = draft ? (this.step ?? "replaceState") : "pushState";
    this.view.fill(this.state);
    this.ask(pause);
  }

  /** Put what is asked into the address: not at every key, since browsers bear few changes of it. */
  keep() {
    const url = writeAddress(document.URL, this.state);
    if (this.step && url.href !== document.URL) history[this.step](null, "", url);
    this.step = undefined;
  }

  isAsking() {
    return Boolean(this.state.q.trim() || countFilters(this.state));
  }

  /** Open the index once; if that fails, again when it is next needed. */
  openIndex() {
    if (!this.opening) {
      const { said } = this.view.said.dataset;
      this.opening = open(this.manifest, this.fetch, said && JSON.parse(said));
      this.opening.catch(() => (this.opening = undefined));
    }
    return this.opening;
  }

  /** Search after a pause, unless more is typed meanwhile. */
  ask(pause = 0, limit = SHOWN) {
    this.asked.abort();
    this.asked = new AbortController();
    const { signal } = this.asked;
    setTimeout(() => {
      if (signal.aborted) return;
      this.keep();
      this.answer(limit, signal);
    }, pause);
    setTimeout(() => signal.aborted || (this.settled = this.isAsking()), pause + STANDS);
  }

  async answer(limit, signal) {
    const slow = setTimeout(() => signal.aborted || this.view.write(say("searching")), 4 * PAUSE);
    try {
      const index = this.isAsking() ? await this.openIndex() : null;
      const found = index ? await this.search(index, this.state, { limit, signal }) : NOTHING;
      if (signal.aborted) return;
      clearTimeout(slow);
      this.failed = "";
      this.view.show(found, this.state, Boolean(index));
      await Promise.all(found.hits);
      if (signal.aborted) return;
      this.addMore(index, found, signal).catch(() => signal.aborted || this.view.note("less"));
    } catch (error) {
      if (!signal.aborted) this.fail(error);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Ask an index what a state of the page asks. */
  search(index, { q, ...asked }, options) {
    return index.find(q, { ...asked, origins: false, ...options });
  }

  fail({ kind }) {
    this.failed = kind ?? "broken";
    this.view.fail(this.failed);
    this.extras?.rest();
  }

  /** Do what the page says can be done. */
  recover() {
    if (!this.failed) this.change(unfilter(this.state));
    else if (this.failed === "offline") this.ask();
    else location.reload();
  }

  /** Show as many again, and go on reading at the first of the new ones. */
  async showMore() {
    const { results } = this.view;
    const shown = results.links().length;
    const { signal } = this.asked;
    // The same place again when one comes back to it.
    history.replaceState({ shown: shown + SHOWN_MORE }, "");
    await this.answer(shown + SHOWN_MORE, signal);
    if (!signal.aborted) results.links()[shown]?.focus();
  }

  /** Add what is not needed for the first titles: filters, the chart, passages. */
  async addMore(index, found, signal) {
    if (!index) {
      this.extras?.rest();
      return;
    }
    const { More } = await import("./more.js");
    this.extras ??= new More(this);
    await this.extras.show(index, found, signal);
  }
}

/**
 * Start the search page, if the document is one.
 * @param {typeof globalThis.fetch} fetch
 * @param {import("./snippets.js").Texts} [disk] where the archive is on one
 */
export function startPage(fetch, disk) {
  /** @type {HTMLElement} */
  const main = document.querySelector("main[data-search-manifest]");
  if (main) new SearchPage(main, fetch, disk).start();
}

// A plain script, which a module is not, belongs to a copy on a disk and starts itself: disk.js.
if (globalThis.document && !document.currentScript) startPage(globalThis.fetch.bind(globalThis));
