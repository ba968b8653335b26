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
  }

  /** Show these and no others; what stays where it was is left alone. */
  show(hits) {
    const shown = Array.from(this.list.children);
    hits.forEach((hit, at) => {
      const item = /** @type {HTMLElement} */ (shown[at]);
      if (item?.dataset.page !== hit.page) {
        const made = this.makeItem(hit);
        if (item) item.replaceWith(made);
        else this.list.append(made);
      } else item.dataset.score = String(hit.score);
    });
    shown.slice(hits.length).forEach((item) => item.remove());
  }

  /** @returns {HTMLAnchorElement[]} */
  links() {
    return Array.from(this.list.querySelectorAll("h2 a"));
  }

  makeItem({ page, headline, source, published, score }) {
    const { document } = this;
    const href = new URL(`./${page}${this.index}`, this.root).href;
    const title = make(document, "h2", {}, make(document, "a", { href }, headline));
    const passage = make(document, "p", { className: "passage" });
    const facts = make(document, "p", { className: "meta" }, ...this.makeFacts(source, published));
    const item = make(document, "li", {}, title, passage, facts);
    Object.assign(item.dataset, { page, score: String(score) });
    return item;
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
