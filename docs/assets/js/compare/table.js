// The table: a column for each innovator, a row for each fact; what one lacks is a dash that says so.

import { filled } from "./words.js";

const make = (name, className, ...parts) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...parts);
  return made;
};

// A cell of a column, which on a narrow screen stands under the column's name.
const place = (name, role, column, ...parts) => {
  const made = make(name, "", ...parts);
  made.setAttribute("role", role);
  made.dataset.family = column.family;
  made.dataset.name = column.text;
  return made;
};

export class Table {
  constructor(element, root, remove) {
    this.element = element;
    this.words = element.dataset;
    this.root = root;
    this.remove = remove;
    this.names = element.querySelector("[data-names]");
    this.pictures = element.querySelector("[data-pictures]");
    this.rows = [...element.querySelectorAll("[data-row]")];
    this.specifications = element.querySelector("[data-specifications]");
    this.caption = element.querySelector("caption");
  }

  // `columns` are the files of showcase/site/comparing.py; `names` is what they are called together.
  show(columns, names) {
    this.caption.textContent = filled(this.caption.dataset.caption, { names });
    this.pictures.replaceChildren(this.pictures.firstElementChild, ...columns.map((one) => this.#picture(one)));
    this.names.replaceChildren(this.names.firstElementChild, ...columns.map((one) => this.#head(one)));
    for (const row of this.rows) {
      const { row: name } = row.dataset;
      const cells = columns.map((one) => (name === "sources" ? this.#sources(one) : this.#cell(one, one.rows[name])));
      row.replaceChildren(row.firstElementChild, ...cells);
    }
    this.specifications.replaceChildren(...this.#specifications(columns));
  }

  // The button of the column that stands last.
  get last() {
    return this.names.lastElementChild.querySelector("button");
  }

  #picture(column) {
    const picture = make("img", "");
    Object.assign(picture, { src: this.root + column.picture, alt: "", width: 640, height: 400 });
    if (column.keep) picture.dataset.keep = column.keep;
    return place("td", "presentation", column, picture);
  }

  #head(column) {
    const link = make("a", "", column.text);
    link.href = this.root + column.link;
    const button = make("button", "compare-remove");
    button.type = "button";
    button.setAttribute("aria-label", filled(this.words.remove, { name: column.text }));
    button.addEventListener("click", () => this.remove(column.slug));
    const head = place("th", "columnheader", column, link, button);
    head.scope = "col";
    return head;
  }

  #row(label, cells) {
    const head = make("th", "", label);
    head.scope = "row";
    head.setAttribute("role", "rowheader");
    const row = make("tr", "", head, ...cells);
    row.setAttribute("role", "row");
    return row;
  }

  #cell(column, lines) {
    const told = lines.map((line) => this.#line(column, line));
    if (told.length > 1) return place("td", "cell", column, make("ul", "", ...told.map((one) => make("li", "", ...one))));
    return place("td", "cell", column, ...(told[0] ?? this.#absent()));
  }

  #absent() {
    const dash = make("span", "absent", "–");
    dash.setAttribute("aria-hidden", "true");
    return [dash, make("span", "unseen", this.words.absent)];
  }

  #line(column, { text, lang, link, note, src = [] }) {
    const said = link ? make("a", "", text) : make("span", "", text);
    if (link) said.href = this.root + link;
    const cites = src.length ? [this.#cites(column, src)] : [];
    return [...this.#spoken(said, lang), ...cites, ...(note ? [make("span", "compare-note", note)] : [])];
  }

  // A text in the other language says so, to readers and to screen readers.
  #spoken(element, lang) {
    if (!lang) return [element];
    element.lang = lang;
    const mark = make("abbr", "in-english", lang.toUpperCase());
    mark.title = this.words.inEnglish;
    return [element, " ", mark];
  }

  #cites({ slug }, numbers) {
    const links = numbers.map((n) => {
      const link = make("a", "", String(n));
      link.href = `#${slug}-source-${n}`;
      link.setAttribute("aria-label", `${this.words.source} ${n}`);
      return link;
    });
    return make("sup", "cites", ...links.flatMap((link, i) => (i ? ["\u00a0", link] : [link])));
  }

  // Those that two or more share under one label have a row each; the rest of each stands in one row.
  #specifications(columns) {
    const having = new Map();
    for (const { slug, specs } of columns) {
      for (const { key } of specs) having.set(key, (having.get(key) ?? new Set()).add(slug));
    }
    const shared = [...having].filter(([, slugs]) => slugs.size > 1).map(([key]) => key);
    const rows = shared.map((key) => this.#shared(columns, key));
    if (having.size > shared.length) rows.push(this.#rest(columns, new Set(shared)));
    return rows;
  }

  #shared(columns, key) {
    const { label } = columns.flatMap(({ specs }) => specs).find((one) => one.key === key);
    const cells = columns.map((one) => this.#cell(one, one.specs.filter((spec) => spec.key === key)
      .map((spec) => ({ ...spec, note: spec.of?.text }))));
    const head = make("span", "", label.text);
    return this.#row(make("span", "", ...this.#spoken(head, label.lang)), cells);
  }

  #rest(columns, shared) {
    const cells = columns.map((column) => {
      const specs = column.specs.filter(({ key }) => !shared.has(key));
      return specs.length ? place("td", "cell", column, ...this.#lists(column, specs)) : this.#cell(column, []);
    });
    return this.#row(shared.size ? this.words.specsRest : this.words.specs, cells);
  }

  // A list for each innovation, under its name where there are several.
  #lists(column, specs) {
    const under = new Map();
    for (const { of, ...spec } of specs) {
      const name = of?.text ?? "";
      under.set(name, { of, own: [...(under.get(name)?.own ?? []), spec] });
    }
    return [...under.values()].flatMap(({ of, own }) => [
      ...(of ? [make("p", "compare-of", ...this.#spoken(make("span", "", of.text), of.lang))] : []),
      make("dl", "", ...own.map((one) => this.#spec(column, one))),
    ]);
  }

  #spec(column, { label, ...value }) {
    const term = make("dt", "", ...this.#spoken(make("span", "", label.text), label.lang));
    return make("div", "", term, make("dd", "", ...this.#line(column, value)));
  }

  #sources(column) {
    const items = column.sources.map(({ n, text, link, note, lang }) => {
      const source = make("a", "", text);
      Object.assign(source, { href: link, rel: "noopener external" });
      if (lang) source.lang = lang;
      const item = make("li", "", source, ...(note ? [make("span", "compare-note", note)] : []));
      item.id = `${column.slug}-source-${n}`;
      item.value = n;
      return item;
    });
    return place("td", "cell", column, make("ol", "", ...items));
  }
}
