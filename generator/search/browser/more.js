import { countFilters, GROUPS, writeAddress } from "./address.js";
import { Boxes } from "./boxes.js";
import { Chart } from "./chart.js";
import { say } from "./messages.js";
import { Period } from "./period.js";
import { Snippets } from "./snippets.js";

const WIDE = "(min-width: 62rem)";
/** How long an arrow key of the chart may be followed by another. */
const WAIT = 400;

/** What comes after the first titles: passages, a better spelling, filters with numbers, a chart. */
export class More {
  constructor(page) {
    const { main, results, aside } = page.view;
    this.page = page;
    this.snippets = new Snippets(results, page.disk);
    [this.fold, this.summary] = aside.querySelectorAll("#search-narrow, #search-narrow > summary");
    this.boxes = GROUPS.map((name) => {
      const element = aside.querySelector(`[data-facet=${name}]`);
      return new Boxes(element, (chosen) => {
        page.change({ filters: { ...page.state.filters, [name]: chosen } });
      });
    });
    const chart = aside.querySelector("#search-chart");
    this.chart = new Chart(chart, (dates, typed) => page.change(dates, typed && WAIT));
    this.period = new Period(aside.querySelector(".period"), (dates) => page.change(dates));
    this.hint = main.querySelector("#search-hint");
    this.meant = this.hint.querySelector("a");
    this.meant.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      page.change({ q: this.meant.textContent });
    });
  }

  /** Let the filters stand open where there is room beside the list, once they are all there. */
  unfold() {
    if (this.wide) return;
    this.wide = matchMedia(WIDE);
    const place = () => (this.fold.open = this.wide.matches);
    this.wide.addEventListener("change", place);
    place();
  }

  /** Leave the page without any of it. */
  rest() {
    this.shown = undefined;
    this.hint.hidden = true;
    this.snippets.stop();
  }

  /** Show what belongs to an answer; the rest of the page has it already. */
  async show(index, found, signal) {
    const { state } = this.page;
    this.snippets.show((text) => index.mark(text, state.q), signal);
    if (this.shown === state) return;
    const filtered = countFilters(state);
    this.summary.textContent = say(filtered ? "narrowed" : "narrow", { n: filtered });
    await Promise.all([
      this.showHint(index, found, signal),
      found.total || filtered ? this.showFilters(index, found, signal) : undefined,
    ]);
    if (!signal.aborted) this.shown = state;
  }

  /** Offer what may have been meant, or nothing. */
  async showHint(index, { whole }, signal) {
    const { state } = this.page;
    const q = state.q.trim() && whole < 3 ? await index.suggest(state.q) : null;
    if (signal.aborted) return;
    this.hint.hidden = !q;
    if (!q) return;
    this.meant.textContent = q;
    this.meant.href = writeAddress(document.URL, { ...state, q }).href;
  }

  async showFilters(index, found, signal) {
    const { state } = this.page;
    const [facets, months] = await Promise.all([
      this.countFacets(index, found, signal),
      this.countMonths(index, found, signal),
    ]);
    if (signal.aborted) return;
    GROUPS.forEach((name, at) => this.boxes[at].show(facets[name] ?? [], state.filters[name]));
    this.chart.show(months, state);
    this.period.show(state);
    this.unfold();
  }

  /** Count what each box would find: what is chosen in a group does not narrow the group itself. */
  async countFacets(index, { documents }, signal) {
    const { filters } = this.page.state;
    const facets = { ...(await index.facets(documents)) };
    const chosen = GROUPS.filter((name) => filters[name].length);
    await Promise.all(chosen.map(async (name) => {
      const wider = await this.widen(index, { filters: { ...filters, [name]: [] } }, signal);
      facets[name] = (await index.facets(wider.documents))[name];
    }));
    return facets;
  }

  /** Count by month, whatever dates are chosen, so that others can be chosen. */
  async countMonths(index, found, signal) {
    const { from, to } = this.page.state;
    const wider = from || to ? await this.widen(index, { from: "", to: "" }, signal) : found;
    return index.histogram(wider.documents);
  }

  /** Find what the question would without some of what narrows it. */
  widen(index, changes, signal) {
    return this.page.search(index, { ...this.page.state, ...changes }, { limit: 0, signal });
  }
}
