import { describeDate } from "./dates.js";
import { make } from "./elements.js";
import { findLanguage, say } from "./messages.js";

/** The list of what was found. */
export class Results {
  /**
   * @param {Element} list
   * @param {URL} root the address from which those of pages are reckoned
   * @param {string} index what the address of a page ends in besides its folder
   */
  constructor(list, root, index) {
    Object.assign(this, { list, root, index });
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
      if (item?.story !== documents[at]) {
        item = make("li", { story: documents[at] });
        if (shown[at]) shown[at].replaceWith(item);
        else this.list.append(item);
      }
      hit.then((found) => this.fill(item, found)).catch(() => undefined);
    });
    shown.slice(hits.length).forEach((item) => item.remove());
  }

  /** @returns {HTMLAnchorElement[]} */
  links() {
    return Array.from(this.list.querySelectorAll("h2 a"));
  }

  fill(item, { page, headline, source, published, score }) {
    Object.assign(item.dataset, { page, score });
    if (item.firstChild) return;
    const href = new URL(`./${page}${this.index}`, this.root).href;
    item.append(
      make("h2", {}, make("a", { href }, headline)),
      make("p", { className: "passage" }),
      make("p", { className: "meta" }, ...makeFacts(source, published)),
    );
  }
}

function makeFacts(source, published) {
  const lang = findLanguage();
  const when = published
    ? make("time", { dateTime: published, lang }, describeDate(published, lang))
    : make("span", { lang }, say("undated"));
  if (!source) return [when];
  // Words that are drawn apart are read apart only where something stands between them.
  return [make("span", {}, source, make("span", { className: "tally" }, " · ")), when];
}
