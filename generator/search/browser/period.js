import { findSpan, nameDay } from "./days.js";

/** Two dates to type: what the chart says, in words. */
export class Period {
  /**
   * @param {HTMLElement} element has an input for each
   * @param {(dates: {from?: string, to?: string}) => void} choose
   */
  constructor(element, choose) {
    [this.from, this.to] = element.querySelectorAll("input");
    element.addEventListener("change", ({ target }) => choose({ [target.name]: target.value }));
  }

  /** Show the dates that are chosen, a month or year by its first and last day. */
  show({ from, to }) {
    this.from.value = from && nameDay(findSpan(from).first);
    const { first, days } = findSpan(to);
    this.to.value = to && nameDay(first + days - 1);
  }
}
