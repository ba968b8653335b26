import { countFilters, GROUPS } from "./address.js";
import { Boxes } from "./boxes.js";
import { Chart } from "./chart.js";
import { make } from "./elements.js";
import { Hint } from "./hint.js";
import { Period } from "./period.js";
import { Snippets } from "./snippets.js";

const WIDE = "(min-width: 62rem)";
/** How long an arrow key of the chart may be followed by another. */
const PAUSE = 400;

/** What comes after the first titles: passages, a better spelling, filters with numbers, a chart. */
export class More {
  constructor(page) {
    const { document, messages, view, window } = page;
    this.page = page;
    this.snippets = new Snippets(view.results, window, page.disk);
    this.hint = new Hint(view.bar, messages, (q) => page.change({ q }));
    this.boxes = GROUPS.map((name) => {
      return new Boxes(document, messages, name, (chosen) => {
        page.change({ filters: { ...page.state.filters, [name]: chosen } });
      });
    });
    this.chart = new Chart(document, messages, (dates, typed) => page.change(dates, typed && PAUSE));
    this.period = new Period(document, messages, (dates) => page.change(dates));
    this.layOut(document, messages, window.matchMedia(WIDE));
  }

  /** Put the filters beside the list where there is room, else folded above it. */
  layOut(document, messages, wide) {
    const { column } = this.page.view;
    this.summary = make(document, "summary");
    const parts = [this.chart, this.period, ...this.boxes].map((part) => part.element);
    this.folded = make(document, "details", { id: "search-narrow" }, this.summary, ...parts);
    this.aside = make(document, "aside", { className: "facts", hidden: true }, this.folded);
    this.aside.setAttribute("aria-label", messages.say("narrow"));
    const place = () => {
      this.folded.open = wide.matches;
      if (wide.matches) column.after(this.aside);
      else column.before(this.aside);
    };
    wide.addEventListener("change", place);
    place();
  }

  /** Leave the page without any of it. */
  rest() {
    this.aside.hidden = true;
    this.shown = undefined;
    this.hint.hide();
    this.snippets.stop();
  }

  /** Show what belongs to an answer; the rest of the page has it already. */
  async show(index, found, signal) {
    const { state } = this.page;
    this.snippets.show((text) => index.mark(text, state.q), signal);
    if (this.shown === state) return;
    const filtered = countFilters(state);
    const { messages } = this.page;
    this.summary.textContent = messages.say(filtered ? "narrowed" : "narrow", { n: filtered });
    if (!found.total && !filtered) this.aside.hidden = true;
    await Promise.all([
      this.showHint(index, found, signal),
      found.total || filtered ? this.showFilters(index, found, signal) : undefined,
    ]);
    if (!signal.aborted) this.shown = state;
  }

  async showHint(index, { whole }, signal) {
    const { q } = this.page.state;
    const meant = q.trim() && whole < 3 ? await index.suggest(q) : null;
    if (!signal.aborted) this.hint.show(meant, this.page.state);
  }

  async showFilters(index, found, signal) {
    const { state } = this.page;
    const [facets, months] = await Promise.all([
      this.countFacets(index, found, signal),
      this.countMonths(index, found, signal),
    ]);
    if (signal.aborted) return;
    this.boxes.forEach((boxes, at) => {
      boxes.show(facets[GROUPS[at]] ?? [], state.filters[GROUPS[at]]);
    });
    this.chart.show(months, state);
    this.period.show(state);
    this.aside.hidden = false;
  }

  /** Count what each box would find: what is chosen in a group does not narrow the group itself. */
  async countFacets(index, { documents }, signal) {
    const { state } = this.page;
    const facets = { ...(await index.facets(documents)) };
    const chosen = GROUPS.filter((name) => state.filters[name].length);
    await Promise.all(chosen.map(async (name) => {
      const wider = { ...state, filters: { ...state.filters, [name]: [] } };
      const found = await this.page.search(index, wider, { limit: 0, signal });
      facets[name] = (await index.facets(found.documents))[name];
    }));
    return facets;
  }

  /** Count by month, whatever dates are chosen, so that others can be chosen. */
  async countMonths(index, found, signal) {
    const { state } = this.page;
    const wider = state.from || state.to ? { ...state, from: "", to: "" } : null;
    const { documents } = wider ? await this.page.search(index, wider, { limit: 0, signal }) : found;
    return index.histogram(documents);
  }
}
