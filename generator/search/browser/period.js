import { make } from "./elements.js";

/** Two dates to type: what the chart says, in words. */
export class Period {
  /**
   * @param {Document} document
   * @param {import("./messages.js").Messages} messages
   * @param {(dates: {from?: string, to?: string}) => void} choose
   */
  constructor(document, messages, choose) {
    const [from, to] = ["from", "to"].map((name) => {
      const input = make(document, "input", { type: "date", name });
      input.addEventListener("change", () => choose({ [name]: input.value }));
      return input;
    });
    Object.assign(this, { from, to });
    const labels = [from, to].map((input) => {
      return make(document, "label", {}, messages.say(input.name), " ", input);
    });
    this.element = make(document, "div", { className: "period" }, ...labels);
  }

  /** Show the dates that are chosen, a month or year by its first and last day. */
  show({ from, to }) {
    this.from.value = firstDay(from);
    this.to.value = lastDay(to);
  }
}

function firstDay(date) {
  return date && `${date}-01-01`.slice(0, 10);
}

function lastDay(date) {
  if (!date || date.length === 10) return date;
  const [year, month = 12] = date.split("-").map(Number);
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return last.toISOString().slice(0, 10);
}
