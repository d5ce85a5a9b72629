// The cards: which of them are seen, in which order and under which headings.

import { has } from "./index.js";

export class Results {
  constructor(root, index, filters) {
    this.index = index;
    this.filters = filters;
    this.place = root.querySelector("[data-sections]");
    this.template = root.querySelector("template[data-section]");
    this.none = root.querySelector("[data-none]");
    this.cards = [];
    for (const card of this.place.querySelectorAll("[data-n]")) this.cards[card.dataset.n] = card;
    this.sort = "area";
    this.made = new Map([["area", [...this.place.children].map((one) => this.#section(one))]]);
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
    for (const [n, card] of this.cards.entries()) {
      const away = !has(found, n);
      if (card.hidden !== away) card.hidden = away;
    }
    for (const { element, note, members } of this.made.get(this.sort)) {
      const number = members.reduce((sum, n) => sum + has(found, n), 0);
      element.hidden = number === 0;
      if (number) note.textContent = say(number, members.length);
    }
    this.none.hidden = found.some(Boolean);
  }

  #section(element) {
    return {
      element,
      cards: element.querySelector(".cards"),
      note: element.querySelector("[data-section-count]"),
      members: [...element.querySelectorAll("[data-n]")].map((card) => Number(card.dataset.n)),
    };
  }

  #names() {
    return this.index.orders[this.language] ?? this.cards.map((_, n) => n);
  }

  #make(sort) {
    if (sort === "name") return [this.#build("", this.#names())];
    if (sort === "newest") return [this.#build("", this.index.orders.newest)];
    return this.#byValue(sort);
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
    const heading = element.querySelector("h2");
    heading.textContent = name || this.place.dataset.all;
    element.toggleAttribute("data-plain", !name);
    return { ...this.#section(element), members };
  }
}
