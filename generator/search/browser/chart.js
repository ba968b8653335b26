import { cutBins, findRange } from "./bins.js";
import { describeDate } from "./dates.js";
import { findLanguage, say } from "./messages.js";

const ENDS = ["from", "to"];
/** How far each key moves an end of the range. */
const STEPS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -12, PageUp: 12 };

/** How many stories there are over time: bars to drag over, and two ends to move by keys. */
export class Chart {
  /**
   * @param {HTMLElement} element has a line for what it says
   * @param {(dates: {from: string, to: string}, typed: boolean) => void} choose
   */
  constructor(element, choose) {
    Object.assign(this, { element, choose });
    this.bars = draw("g", { "aria-hidden": "true" });
    this.ends = ENDS.map((name, at) => this.makeEnd(name, at));
    this.field = draw("svg", { class: "bars", role: "group", "aria-label": say("over_time") });
    this.field.append(this.bars, ...this.ends);
    this.said = element.querySelector("p");
    this.said.before(this.field);
    this.field.addEventListener("pointerdown", (event) => this.grip(event));
    this.field.addEventListener("pointermove", (event) => this.drag(event));
    this.field.addEventListener("pointerup", () => this.let(true));
    this.field.addEventListener("pointercancel", () => this.let(false));
  }

  /**
   * @param {{month: string, count: number}[]} months
   * @param {{from: string, to: string}} dates
   */
  show(months, dates) {
    this.bins = cutBins(months);
    this.element.hidden = this.bins.length < 2;
    if (this.element.hidden) return;
    this.range = findRange(this.bins, dates);
    const most = Math.max(...this.bins.map(({ count }) => count));
    this.bars.replaceChildren(
      ...this.bins.map(({ count }, at) => this.makeBar(at, (100 * count) / most)),
    );
    this.update();
  }

  makeEnd(name, at) {
    const about = { role: "slider", tabindex: 0, "aria-label": say(name) };
    const end = draw("circle", { class: "end", r: 6, cy: "100%", ...about });
    end.addEventListener("keydown", (event) => this.move(event, at));
    return end;
  }

  makeBar(at, height) {
    // A month with a single story is to be seen beside one with thousands.
    const tall = height && Math.max(height, 2);
    const [x, width] = [this.share(at + 0.06), this.share(0.88)];
    return draw("rect", { x, width, y: `${100 - tall}%`, height: `${tall}%` });
  }

  share(bins) {
    return `${(100 * bins) / this.bins.length}%`;
  }

  /** Show the range, and say it. */
  update() {
    const [low, high] = this.range;
    Array.from(this.bars.children, (bar, at) => {
      bar.classList.toggle("in", at >= low && at <= high);
    });
    this.ends.forEach((end, at) => {
      setAll(end, {
        cx: this.share(this.range[at] + at),
        "aria-valuemax": this.bins.length - 1,
        "aria-valuenow": this.range[at],
        "aria-valuetext": this.describe(this.range[at]),
      });
    });
    const n = this.bins.slice(low, high + 1).reduce((sum, { count }) => sum + count, 0);
    const [from, to] = [this.describe(low), this.describe(high)];
    const when = from === to ? from : say("span", { from, to });
    this.said.textContent = `${when}: ${say("stories", { n })}`;
  }

  describe(at) {
    return describeDate(this.bins[at].key, findLanguage());
  }

  /** Find the bar under a pointer. */
  locate({ clientX }) {
    const { left, width } = this.field.getBoundingClientRect();
    const at = Math.floor((this.bins.length * (clientX - left)) / width);
    return Math.min(Math.max(at, 0), this.bins.length - 1);
  }

  grip(event) {
    if (event.button) return;
    const at = this.ends.indexOf(event.target);
    this.before = this.range;
    // One end is moved, or a range is drawn anew from where the pointer is.
    this.fixed = at < 0 ? this.locate(event) : this.range[1 - at];
    this.field.setPointerCapture(event.pointerId);
    if (at < 0) this.drag(event);
    event.preventDefault();
    this.ends[Math.max(at, 0)].focus({ preventScroll: true });
  }

  drag(event) {
    if (this.fixed === undefined) return;
    const at = this.locate(event);
    this.range = [Math.min(at, this.fixed), Math.max(at, this.fixed)];
    this.update();
  }

  let(wanted) {
    if (this.fixed === undefined) return;
    this.fixed = undefined;
    // The only bar that was chosen, touched again, is let go.
    const [low, high] = this.range;
    const same = low === high && low === this.before[0] && high === this.before[1];
    if (!wanted) this.range = this.before;
    else if (same) this.range = [0, this.bins.length - 1];
    this.update();
    if (wanted) this.tell(false);
  }

  move(event, at) {
    const last = this.bins.length - 1;
    const to = { Home: 0, End: last }[event.key] ?? this.range[at] + STEPS[event.key];
    if (Number.isNaN(to) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    const [low, high] = at ? [this.range[0], last] : [0, this.range[1]];
    this.range[at] = Math.min(Math.max(to, low), high);
    this.update();
    this.tell(true);
  }

  tell(typed) {
    const [low, high] = this.range;
    const all = low === 0 && high === this.bins.length - 1;
    const [from, to] = all ? ["", ""] : [this.bins[low].key, this.bins[high].key];
    this.choose({ from, to }, typed);
  }
}

/** Make a shape; no style stands in the page, so that its places are attributes. */
function draw(name, attributes) {
  return setAll(document.createElementNS("http://www.w3.org/2000/svg", name), attributes);
}

function setAll(element, attributes) {
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}
