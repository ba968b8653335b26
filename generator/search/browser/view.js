import { countFilters, ORDERS } from "./address.js";
import { make, makeButton } from "./elements.js";
import { Results } from "./results.js";

/** How long nothing changes before a listener is told what was found. */
const QUIET = 900;
export const NOTHING = { total: 0, whole: 0, notes: [], hits: [], documents: [] };

/** What the search page shows: how much was found, what went wrong, the list and its order. */
export class View {
  /**
   * @param {HTMLElement} main has a form, a line for the status and a list
   * @param {URL} root the address from which those of pages are reckoned
   * @param {import("./messages.js").Messages} messages
   */
  constructor(main, root, messages) {
    const { ownerDocument: document } = main;
    this.main = main;
    this.document = document;
    this.messages = messages;
    /** @type {HTMLFormElement} */
    this.form = main.querySelector("form[role=search]");
    /** @type {HTMLInputElement} */
    this.input = this.form.querySelector("input[name=q]");
    this.status = main.querySelector("#search-status");
    this.results = new Results(main.querySelector("#search-results"), root, messages);
    this.live = main.querySelector("[role=status]");
    this.notes = make(document, "ul", { id: "search-notes", className: "meta" });
    this.help = makeButton(document, { id: "search-help", className: "link", hidden: true });
    this.more = makeButton(document, { id: "search-more", hidden: true }, messages.say("more"));
    const orders = ORDERS.map((value) => make(document, "option", { value }, messages.say(value)));
    this.order = make(document, "select", { name: "sort" }, ...orders);
    this.sorting = make(document, "label", { id: "search-sort", hidden: true });
    this.sorting.append(messages.say("sort"), " ", this.order);
    this.bar = make(document, "div", { id: "search-bar", className: "steps", hidden: true });
    this.status.replaceWith(this.bar);
    this.bar.append(this.status, this.help, this.sorting);
    this.bar.after(this.notes);
    // The list has a column to itself, so that something can stand beside it.
    this.column = make(document, "div");
    this.spread = make(document, "div", { className: "spread" }, this.column);
    this.results.list.replaceWith(this.spread);
    this.column.append(this.results.list, this.more);
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
    const { messages } = this;
    const filtered = countFilters(state) > 0;
    const count = asking ? messages.describe(found, state.q.trim(), filtered) : "";
    this.put(found, count);
    if (asking && !found.total && filtered) this.offer("unfilter");
    const order = found.total > 1 && messages.say("ordered", { order: messages.say(state.sort) });
    const first = found.hits.length < found.total;
    const shown = first && messages.say("shown", { n: found.hits.length });
    this.announce([count, ...found.notes.map((note) => messages.say(`note_${note}`)), order, shown]);
  }

  /** Say what went wrong, and what to do. */
  fail(kind) {
    const what = this.messages.say(kind);
    this.put(NOTHING, what);
    this.offer(kind === "offline" ? "again" : "reload");
    this.announce([what]);
  }

  /** Say something of the moment. */
  say(key) {
    this.write(this.messages.say(key));
  }

  write(line) {
    this.status.textContent = line;
    this.bar.hidden = !line;
  }

  put(found, line) {
    this.write(line);
    this.results.show(found.hits, found.documents);
    this.notes.replaceChildren();
    found.notes.forEach((note) => this.note(`note_${note}`));
    this.sorting.hidden = found.total < 2;
    this.more.hidden = found.hits.length >= found.total;
    this.help.hidden = true;
    this.main.classList.toggle("found", found.total > 0);
  }

  /** Say a word on what is shown. */
  note(key) {
    this.notes.append(make(this.document, "li", {}, this.messages.say(key)));
  }

  offer(key) {
    this.help.textContent = this.messages.say(key);
    this.help.hidden = false;
  }

  /** Tell a screen reader, once the typing has paused. */
  announce(lines) {
    clearTimeout(this.announcing);
    const text = lines.filter(Boolean).join(" ");
    this.announcing = setTimeout(() => (this.live.textContent = text), QUIET);
  }
}
