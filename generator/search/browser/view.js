import { countFilters } from "./address.js";
import { make } from "./elements.js";
import { say } from "./messages.js";
import { Results } from "./results.js";

/** How long nothing changes before a listener is told what was found. */
const QUIET = 900;
/** How much of a question is said again. */
const ECHO = 80;
export const NOTHING = { total: 0, whole: 0, notes: [], hits: [], documents: [] };

/** What the search page shows: how much was found, what went wrong, the list and its order. */
export class View {
  /**
   * @param {HTMLElement} main what the template of the page has
   * @param {URL} root the address from which those of pages are reckoned
   * @param {string} index what the address of a page ends in besides its folder
   */
  constructor(main, root, index) {
    const find = (name) => main.querySelector(name);
    this.main = main;
    this.form = find("form");
    this.input = find("input");
    this.bar = find("#search-bar");
    this.status = find("#search-status");
    this.help = find("#search-help");
    this.sorting = find("#search-sort");
    this.order = find("select");
    this.notes = find("#search-notes");
    this.live = find("[role=status]");
    this.said = find("#search-said");
    this.aside = find("#search-side");
    this.more = find("#search-more");
    this.results = new Results(find("ol"), root, index);
  }

  /** What the arrow keys go through below the box. */
  stops() {
    return [...this.results.links(), ...(this.more.hidden ? [] : [this.more])];
  }

  /** Show in the box and the order what is asked. */
  fill({ q, sort }) {
    if (this.input.value !== q) this.input.value = q;
    this.order.value = sort;
  }

  /** Show what was found; `asking` says that something was looked for. */
  show(found, state, asking) {
    const { hits, notes, total } = found;
    const filtered = countFilters(state);
    const count = asking ? describe(found, state.q.trim(), filtered) : "";
    this.put(found, count);
    this.aside.hidden = !(asking && (total || filtered));
    if (asking && !total && filtered) this.offer("unfilter");
    const order = total > 1 && say("ordered", { order: say(state.sort) });
    const shown = hits.length < total && say("shown", { n: hits.length });
    this.announce([count, ...notes.map((note) => say(`note_${note}`)), order, shown]);
  }

  /** Say what went wrong, and what to do. */
  fail(kind) {
    const what = say(kind);
    this.put(NOTHING, what);
    this.aside.hidden = true;
    this.offer(kind === "offline" ? "again" : "reload");
    this.announce([what]);
  }

  /** Say something of the moment. */
  write(line) {
    this.status.textContent = line;
    this.bar.hidden = !line;
  }

  put({ total, notes, hits, documents }, line) {
    this.write(line);
    this.results.show(hits, documents);
    this.notes.replaceChildren();
    notes.forEach((note) => this.note(`note_${note}`));
    this.sorting.hidden = total < 2;
    this.more.hidden = hits.length >= total;
    this.help.hidden = true;
    this.main.classList.toggle("found", total > 0);
  }

  /** Say a word on what is shown. */
  note(key) {
    this.notes.append(make("li", {}, say(key)));
  }

  offer(key) {
    this.help.textContent = say(key);
    this.help.hidden = false;
  }

  /** Tell a screen reader, once the typing has paused. */
  announce(lines) {
    clearTimeout(this.announcing);
    const text = lines.filter(Boolean).join(" ");
    this.announcing = setTimeout(() => (this.live.textContent = text), QUIET);
  }
}

/** Say how much was found. */
function describe({ total, whole }, q, filtered) {
  if (!total) {
    const asked = q.length > ECHO ? `${q.slice(0, ECHO)}…` : q;
    return say(filtered ? (q ? "none_filtered" : "none_left") : "none", { q: asked });
  }
  const stories = say("stories", { n: total });
  if (whole === total) return stories;
  return say(whole ? "whole" : "partly", { stories, n: whole });
}
