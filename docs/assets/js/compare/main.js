// The page that compares: its address says who, /compare/?with=pixxel,qnu-labs, and the table follows.

import { json } from "../json.js";
import { Basket } from "./basket.js";
import { Table } from "./table.js";
import { counted, filled } from "./words.js";

const { lang } = document.documentElement;

class Comparison {
  #columns = new Map();
  #turn = 0;

  constructor(root) {
    const find = (name) => root.querySelector(`[data-${name}]`);
    this.words = root.dataset;
    this.status = find("status");
    this.problem = find("problem");
    this.empty = find("empty");
    this.share = find("share");
    this.form = find("add");
    this.select = this.form.querySelector("select");
    this.names = new Map([...this.select.options].filter(({ value }) => value).map((one) => [one.value, one.text]));
    this.frame = find("table");
    this.table = new Table(this.frame.querySelector("table"), root.dataset.root, (slug) => this.#remove(slug));
    this.basket = new Basket(root.dataset.most);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.#add(this.select.value); });
    find("copy").addEventListener("click", () => this.#copy());
    find("print").addEventListener("click", () => print());
    // A source's number, too, leads to another address: its hash alone is new, and the table stands as it is.
    addEventListener("popstate", () => { if (location.search !== this.shown) this.open(); });
  }

  // Shows what the address asks for; where it asks for nobody, what was chosen on other pages.
  open() {
    const asked = new URLSearchParams(location.search).get("with");
    if (asked === null && this.basket.entries.length) {
      history.replaceState(null, "", this.#address(this.basket.entries.map(({ slug }) => slug)));
      return this.open();
    }
    const wanted = [...new Set((asked ?? "").split(",").filter(Boolean))];
    const unknown = wanted.filter((slug) => !this.names.has(slug));
    this.slugs = wanted.filter((slug) => this.names.has(slug)).slice(0, this.basket.most);
    this.#tell(unknown.length ? filled(this.words.unknown, { name: unknown.join(", ") }) : "");
    return this.show();
  }

  async show() {
    const turn = this.#turn += 1;
    this.shown = location.search;
    const { slugs } = this;
    const columns = await Promise.all(slugs.map((slug) => this.#column(slug))).catch(() => null);
    if (turn !== this.#turn) return;
    if (!columns) this.#tell(this.words.failed);
    const told = columns?.length ? columns : [];
    const names = this.#said(told.map(({ text }) => text));
    if (told.length) this.table.show(told, names);
    this.frame.hidden = !told.length;
    this.frame.style.setProperty("--columns", told.length);
    this.share.hidden = !told.length;
    this.empty.hidden = slugs.length > 1;
    this.form.hidden = slugs.length >= this.basket.most;
    for (const option of this.select.options) option.disabled = slugs.includes(option.value);
    this.select.value = "";
    document.title = [names, this.words.title].filter(Boolean).join(" · ");
    // The same page in the other language shows the same.
    const other = document.querySelector(".masthead-language");
    if (other) other.search = location.search;
  }

  async #column(slug) {
    if (!this.#columns.has(slug)) {
      const column = await json(`${this.words.root}assets/data/columns/${slug}.${lang}.json`);
      this.#columns.set(slug, { slug, ...column });
    }
    return this.#columns.get(slug);
  }

  // Where no more can be added the form goes, and the focus to the column that came.
  async #add(slug) {
    if (!this.names.has(slug) || this.slugs.length >= this.basket.most) return;
    await this.#change([...this.slugs, slug], this.words.added, slug);
    if (this.form.hidden) this.table.last?.focus();
  }

  async #remove(slug) {
    await this.#change(this.slugs.filter((one) => one !== slug), this.words.removed, slug);
    this.select.focus();
  }

  // What is changed here is also what stands chosen on the other pages.
  async #change(slugs, said, slug) {
    this.slugs = slugs;
    this.basket.replace(slugs.map((one) => ({ slug: one, name: this.names.get(one), lang })));
    history.pushState(null, "", this.#address(slugs));
    this.#tell("");
    await this.show();
    this.status.textContent = filled(said, { name: this.names.get(slug), count: counted(this.words, slugs.length) });
  }

  #address(slugs) {
    return slugs.length ? `?with=${slugs.join(",")}` : "?with=";
  }

  #said(names) {
    return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${this.words.and} ${names.at(-1)}` : names.join("");
  }

  async #copy() {
    const done = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    this.#tell(done ? this.words.copied : this.words.notCopied);
  }

  // What is seen is also heard.
  #tell(text) {
    this.problem.textContent = text;
    this.problem.hidden = !text;
    this.status.textContent = text;
  }
}

await new Comparison(document.querySelector("[data-comparison]")).open();
document.documentElement.dataset.ready = "on";
