import { make } from "./elements.js";
import { findLanguage, say } from "./messages.js";

/** How many boxes of a group stand open at first. */
const FIRST = 10;

/** A group of boxes to check: what there is of one kind among the found stories, and how often. */
export class Boxes {
  /**
   * @param {HTMLDetailsElement} element has a list, a count in its summary, and a button for more
   * @param {(chosen: string[]) => void} choose
   */
  constructor(element, choose) {
    this.element = element;
    this.limit = FIRST;
    [this.tally, this.list, this.more] = element.querySelectorAll(".count, ul, button");
    this.list.addEventListener("change", () => {
      choose(this.inputs().flatMap(({ checked, value }) => (checked ? [value] : [])));
    });
    this.more.addEventListener("click", () => {
      const before = this.limit;
      this.limit *= 10;
      this.show(this.counts, this.chosen);
      this.inputs()[before]?.focus();
    });
  }

  /** @returns {HTMLInputElement[]} */
  inputs() {
    return Array.from(this.list.querySelectorAll("input"));
  }

  /**
   * @param {{value: string, count: number}[]} counts in order
   * @param {string[]} chosen
   */
  show(counts, chosen) {
    Object.assign(this, { counts, chosen });
    // Under the hand that checks it a list keeps its order.
    const held = this.inputs().indexOf(document.activeElement);
    const kept = held < 0 ? [] : this.inputs().map(({ value }) => value);
    const numbers = new Map([...kept, ...chosen].map((value) => [value, 0]));
    counts.forEach(({ value, count }) => numbers.set(value, count));
    const shown = [...numbers].slice(0, Math.max(this.limit, chosen.length));
    this.list.replaceChildren(...shown.map(([value, count]) => this.makeRow(value, count)));
    this.inputs()[held]?.focus();
    const left = numbers.size - shown.length;
    this.more.hidden = left <= 0;
    this.more.textContent = say("more_of", { n: left });
    this.element.hidden = !numbers.size;
    this.tally.textContent = chosen.length || "";
    this.element.open ||= chosen.length > 0;
  }

  makeRow(value, number) {
    const checked = this.chosen.includes(value);
    const box = make("input", { type: "checkbox", name: this.element.dataset.facet, value, checked });
    const count = make("span", { className: "count" }, number.toLocaleString(findLanguage()));
    return make("li", {}, make("label", {}, box, make("span", {}, value), " ", count));
  }
}
