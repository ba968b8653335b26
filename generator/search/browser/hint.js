import { writeAddress } from "./address.js";
import { make } from "./elements.js";

/** A line that offers what may have been meant. */
export class Hint {
  /**
   * @param {Element} place after which the line stands
   * @param {import("./messages.js").Messages} messages
   * @param {(text: string) => void} take
   */
  constructor(place, messages, take) {
    this.document = place.ownerDocument;
    this.messages = messages;
    this.link = make(this.document, "a");
    this.line = make(this.document, "p", { id: "search-hint", hidden: true });
    place.after(this.line);
    this.link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      take(this.link.textContent);
    });
  }

  hide() {
    this.line.hidden = true;
  }

  /** Offer `meant` in place of the words of `state`, or nothing. */
  show(meant, state) {
    this.line.hidden = !meant;
    if (!meant) return;
    this.link.textContent = meant;
    this.link.href = writeAddress(this.document.URL, { ...state, q: meant }).href;
    const [before, after] = this.messages.say("meant").split("{q}");
    this.line.replaceChildren(before, this.link, after);
  }
}
