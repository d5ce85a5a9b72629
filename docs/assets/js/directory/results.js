// The cards: which of them are seen, in which order and under which headings.

import { changed, has, size } from "./index.js";

// So few stand better in rows of their own than each under a heading: the style sheet sees to it.
const FEW = 12;

const numbersIn = (element) => [...element.querySelectorAll("[data-n]")].map(({ dataset }) => Number(dataset.n));

export class Results {
  constructor(root, index, filters) {
    this.index = index;
    this.filters = filters;
    this.place = root.querySelector("[data-sections]");
    this.template = root.querySelector("template[data-section]");
    this.none = root.querySelector("[data-none]");
    this.cards = [];
    for (const card of this.place.querySelectorAll("[data-n]")) this.cards[card.dataset.n] = card;
    this.seen = index.everybody;
    this.sort = "area";
    this.made = new Map([["area", [...this.place.children].map((one) => this.#section(one, numbersIn(one)))]]);
    this.language = document.documentElement.lang;
  }

  // The numbers of those found, in the order in which they are shown.
  ordered(found) {
    const names = this.#names();
    const sections = this.sort === "area" ? [{ members: names }] : this.made.get(this.sort);
    return sections.flatMap(({ members }) => members).filter((n) => has(found, n));
  }

  slug(n) {
    return this.cards[n].querySelector("a").pathname.split("/").at(-2);
  }

  arrange(sort) {
    if (sort === this.sort) return;
    if (!this.made.has(sort)) this.made.set(sort, this.#make(sort));
    const sections = this.made.get(sort);
    for (const { cards, members } of sections) cards.append(...members.map((n) => this.cards[n]));
    this.place.replaceChildren(...sections.map(({ element }) => element));
    this.sort = sort;
  }

  // Shows those found; touches only the cards whose standing changes.
  show(found, say) {
    for (const n of changed(found, this.seen)) this.cards[n].hidden = !has(found, n);
    this.seen = found;
    for (const { element, note, members, set } of this.made.get(this.sort)) {
      const number = size(found, set);
      element.hidden = number === 0;
      if (number) note.textContent = say(number, members.length);
    }
    const number = size(found);
    this.none.hidden = number > 0;
    // By a mark of its own: a rule for what follows [hidden] has the browser look at all that follows each card.
    this.place.hidden = !number;
    this.place.toggleAttribute("data-few", number <= FEW && number < this.index.count);
  }

  #section(element, members) {
    return {
      element,
      members,
      set: this.index.set(members),
      cards: element.querySelector(".cards"),
      note: element.querySelector("[data-section-count]"),
    };
  }

  #names() {
    return this.index.orders[this.language] ?? this.cards.map((_, n) => n);
  }

  #make(sort) {
    if (sort === "name") return this.#byWord(this.#names(), ({ name }) => [...name][0].toUpperCase());
    if (sort === "newest") return this.#byWord(this.index.orders.newest, ({ year }) => year);
    return this.#byValue(sort);
  }

  // A section for each word under which those next to each other stand, such as an initial or a year.
  #byWord(order, word) {
    const under = new Map();
    for (const n of order) {
      const key = word(this.#told(n)) || this.place.dataset.undated;
      under.set(key, [...(under.get(key) ?? []), n]);
    }
    return [...under].map(([key, members]) => this.#build(key, members));
  }

  #told(n) {
    return { name: this.cards[n].querySelector("a").textContent, year: this.cards[n].dataset.year };
  }

  // A section for each value of a facet, the furthest stage first, and one for those without any.
  #byValue(kind) {
    const values = [...this.filters.facets.find((one) => one.kind === kind).values];
    if (kind === "stage") values.reverse();
    const left = new Set(this.#names());
    const sections = values.map(({ box, name }) => {
      const members = [...left].filter((n) => has(this.index.members(kind, box.value), n));
      for (const n of members) left.delete(n);
      return this.#build(name, members);
    });
    return left.size ? [...sections, this.#build(this.place.dataset.rest, [...left])] : sections;
  }

  #build(name, members) {
    const element = this.template.content.firstElementChild.cloneNode(true);
    element.querySelector("h2").textContent = name;
    return this.#section(element, members);
  }
}
