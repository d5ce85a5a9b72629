// The directory: what is ticked decides what is shown, said, counted and given away; the address holds it.

import { json } from "../json.js";
import { read, write } from "./address.js";
import { Downloads } from "./downloads.js";
import { Drawer } from "./drawer.js";
import { Filters } from "./filters.js";
import { Index, size } from "./index.js";
import { Results } from "./results.js";
import { Sentence } from "./sentence.js";
import { Status } from "./status.js";

const page = document.documentElement;

class Directory {
  constructor(root, index) {
    const find = (name) => root.querySelector(`[data-${name}]`);
    this.index = index;
    this.filters = new Filters(root.querySelector("form"));
    this.results = new Results(root, index, this.filters);
    this.drawer = new Drawer(root);
    this.status = new Status(root.querySelectorAll("[data-status]"));
    this.head = find("results-head");
    this.count = find("count");
    this.badge = find("open-count");
    this.order = find("sort");
    this.sorts = [...this.order.options].map(({ value }) => value);
    this.sentence = new Sentence(find("said"), {
      remove: (kind, value) => this.#change(() => this.filters.untick(kind, value)),
      clear: () => this.#change(() => this.filters.form.reset()),
    });
    this.downloads = new Downloads(root, () => this.#shown(), () => this.status.say(find("failed").dataset.failed));
    this.filters.form.addEventListener("change", () => this.#change());
    this.filters.form.addEventListener("submit", (event) => event.preventDefault());
    this.order.addEventListener("change", () => this.#change());
    addEventListener("popstate", () => this.open());
  }

  // Shows what the address asks for.
  open() {
    const { chosen, sort } = read(location.search, this.index, this.sorts);
    this.filters.tick(chosen);
    this.order.value = sort;
    this.show();
  }

  show() {
    const { found, counts } = this.index.select(this.filters.chosen);
    const number = size(found);
    this.found = found;
    this.results.arrange(this.order.value);
    this.results.show(found, (some, all) => this.#said(some, all));
    this.filters.show(counts);
    this.sentence.say(this.filters.facets);
    this.count.textContent = this.#said(number, this.index.count);
    this.badge.textContent = this.filters.number || "";
    this.drawer.say(this.count.textContent);
    this.downloads.sizes(this.#shown() === null);
    this.#carry();
  }

  #change(act = () => {}) {
    act();
    this.show();
    const query = write({ chosen: this.filters.chosen, sort: this.order.value }, this.sorts);
    history.pushState(null, "", query || location.pathname);
    this.#carry();
    this.status.say(this.count.textContent);
    // Far down in a long list the few that are left would stand above what the reader sees.
    if (this.head.getBoundingClientRect().top < 0) this.head.scrollIntoView();
  }

  #said(number, all) {
    const { one, many, some } = this.count.dataset;
    const text = number < all ? some : number === 1 ? one : many;
    return text.replace("{n}", number).replace("{total}", all);
  }

  // The same page in the other language shows the same.
  #carry() {
    const other = document.querySelector(".masthead-language");
    if (other) other.search = location.search;
  }

  #shown() {
    const whole = this.filters.number === 0 && ["area", "name"].includes(this.order.value);
    if (whole) return null;
    const slugs = this.results.ordered(this.found).map((n) => this.results.slug(n));
    return { slugs, values: [...this.filters.chosen.values()].flat() };
  }
}

const start = async (root) => {
  new Directory(root, new Index(await json(root.dataset.facets))).open();
};

// Without the facet file the page stays what it is without scripts: whole, and by areas.
try {
  await start(document.querySelector("[data-directory]"));
} catch (error) {
  delete page.dataset.modules;
  throw error;
} finally {
  page.dataset.ready = "on";
}
