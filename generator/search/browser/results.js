import { describeDate } from "./dates.js";
import { make } from "./elements.js";

/** The list of what was found. */
export class Results {
  /**
   * @param {Element} list
   * @param {URL} root the address from which those of pages are reckoned
   * @param {import("./messages.js").Messages} messages
   */
  constructor(list, root, messages) {
    this.list = list;
    this.document = list.ownerDocument;
    this.language = this.document.documentElement.lang || "en";
    this.root = root;
    /** What the address of a page ends in besides its folder. */
    this.index = "";
    this.messages = messages;
    /** Which stories the items are of, by their numbers. */
    this.numbers = new WeakMap();
  }

  /**
   * Show these and no others, each as soon as it comes; what stays where it was is left alone.
   * @param {Promise<import("./index.js").Hit>[]} hits
   * @param {ArrayLike<number>} documents their numbers
   */
  show(hits, documents) {
    const shown = Array.from(this.list.children);
    hits.forEach((hit, at) => {
      let item = shown[at];
      if (!item || this.numbers.get(item) !== documents[at]) {
        item = make(this.document, "li");
        if (shown[at]) shown[at].replaceWith(item);
        else this.list.append(item);
      }
      this.numbers.set(item, documents[at]);
      hit.then((found) => this.fill(item, found)).catch(() => undefined);
    });
    shown.slice(hits.length).forEach((item) => item.remove());
  }

  /** @returns {HTMLAnchorElement[]} */
  links() {
    return Array.from(this.list.querySelectorAll("h2 a"));
  }

  fill(item, { page, headline, source, published, score }) {
    const { document } = this;
    Object.assign(item.dataset, { page, score: String(score) });
    if (item.firstChild) return;
    const href = new URL(`./${page}${this.index}`, this.root).href;
    const title = make(document, "h2", {}, make(document, "a", { href }, headline));
    const passage = make(document, "p", { className: "passage" });
    const facts = make(document, "p", { className: "meta" }, ...this.makeFacts(source, published));
    item.append(title, passage, facts);
  }

  makeFacts(source, published) {
    const { document, language } = this;
    const when = published
      ? make(document, "time", { dateTime: published }, describeDate(published, language))
      : make(document, "span", {}, this.messages.say("undated"));
    when.lang = language;
    if (!source) return [when];
    // Words that are drawn apart are read apart only where something stands between them.
    const apart = make(document, "span", { className: "tally" }, " · ");
    return [make(document, "span", {}, source, apart), when];
  }
}
