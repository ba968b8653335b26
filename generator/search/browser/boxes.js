import { make, makeButton } from "./elements.js";

/** How many boxes of a group stand open at first. */
const FIRST = 10;

/** A group of boxes to check: what there is of one kind among the found stories, and how often. */
export class Boxes {
  /**
   * @param {Document} document
   * @param {import("./messages.js").Messages} messages
   * @param {string} name of the facet
   * @param {(chosen: string[]) => void} choose
   */
  constructor(document, messages, name, choose) {
    this.document = document;
    this.messages = messages;
    this.name = name;
    this.limit = FIRST;
    /** @type {Map<string, {item: HTMLElement, box: HTMLInputElement, count: HTMLElement}>} */
    this.rows = new Map();
    this.list = make(document, "ul");
    this.more = makeButton(document, { className: "link" });
    this.tally = make(document, "span", { className: "count" });
    const summary = make(document, "summary", {}, messages.say(name), " ", this.tally);
    this.element = make(document, "details", { className: "boxes" }, summary, this.list, this.more);
    this.element.dataset.facet = name;
    this.list.addEventListener("change", () => choose(this.readChosen()));
    this.more.addEventListener("click", () => {
      const before = this.limit;
      this.limit *= 10;
      this.show(this.counts, this.chosen);
      this.list.children[before]?.querySelector("input").focus();
    });
  }

  /**
   * @param {{value: string | number, count: number}[]} counts most frequent first
   * @param {string[]} chosen
   */
  show(counts, chosen) {
    Object.assign(this, { counts, chosen });
    const numbers = new Map(chosen.map((value) => [value, 0]));
    this.arrange(counts).forEach(({ value, count }) => numbers.set(String(value), count));
    // Under the hand that checks it a list keeps its order.
    const held = this.list.contains(this.document.activeElement);
    if (held) this.keepOrder(numbers);
    const shown = [...numbers].slice(0, Math.max(this.limit, chosen.length));
    this.list.replaceChildren(...shown.map(([value, count]) => this.makeRow(value, count)));
    if (held) this.held?.focus();
    const left = numbers.size - shown.length;
    this.more.hidden = left <= 0;
    this.more.textContent = this.messages.say("more_of", { n: left });
    this.element.hidden = !numbers.size;
    this.tally.textContent = chosen.length ? this.messages.count(chosen.length) : "";
    this.element.open ||= chosen.length > 0;
  }

  /** Years stand in their own order, all others by frequency. */
  arrange(counts) {
    return this.name === "year" ? [...counts].sort((a, b) => Number(b.value) - Number(a.value)) : counts;
  }

  keepOrder(numbers) {
    this.held = this.document.activeElement;
    const now = new Map(numbers);
    numbers.clear();
    for (const item of this.list.children) {
      const { value } = item.querySelector("input");
      numbers.set(value, now.get(value) ?? 0);
    }
    now.forEach((count, value) => numbers.set(value, count));
  }

  readChosen() {
    const boxes = Array.from(this.list.querySelectorAll("input"));
    return boxes.filter((box) => box.checked).map((box) => box.value);
  }

  makeRow(value, number) {
    const { document } = this;
    const row = this.rows.get(value) ?? this.addRow(value);
    row.box.checked = this.chosen.includes(value);
    row.count.textContent = this.messages.count(number);
    return row.item;
  }

  addRow(value) {
    const { document, name } = this;
    const box = make(document, "input", { type: "checkbox", name, value });
    const count = make(document, "span", { className: "count" });
    const label = make(document, "label", {}, box, make(document, "span", {}, value), " ", count);
    const row = { item: make(document, "li", {}, label), box, count };
    this.rows.set(value, row);
    return row;
  }
}
