// What was chosen, said in words whose values are buttons that take them away again:
// "working on [Cybersecurity] or [Quantum technologies] and at home in [Karnataka]".

const button = (text, label, className) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = className;
  made.textContent = text;
  if (label) made.setAttribute("aria-label", label);
  return made;
};

export class Sentence {
  // `remove` and `clear` are called when a reader takes one value, or all, away.
  constructor(element, { remove, clear }) {
    this.element = element;
    this.words = element.dataset;
    element.addEventListener("click", ({ target }) => {
      const chip = target.closest("button");
      if (!chip) return;
      const place = this.chips.indexOf(chip);
      if (place < 0) clear();
      else remove(chip.dataset.kind, chip.dataset.value);
      this.#keepFocus(place);
    });
  }

  get chips() {
    return [...this.element.querySelectorAll("[data-value]")];
  }

  say(facets) {
    const phrases = facets.map((facet) => this.#phrase(facet)).filter(Boolean);
    const parts = phrases.flatMap((said, i) => (i ? [` ${this.words.and} `, ...said] : said));
    if (parts.length) parts.push(" ", button(this.words.clear, "", "clear"));
    this.element.replaceChildren(...parts);
    this.element.hidden = !parts.length;
  }

  #phrase({ kind, phrase, values }) {
    const chosen = values.filter(({ box }) => box.checked);
    if (!chosen.length) return null;
    const [before, after] = phrase.split("{values}");
    const chips = chosen.map(({ box, name }) => this.#chip(kind, box.value, name));
    return [before, ...chips.flatMap((chip, i) => (i ? [` ${this.words.or} `, chip] : [chip])), after];
  }

  #chip(kind, value, name) {
    const chip = button(name, this.words.remove.replace("{name}", name), "chip chosen");
    chip.dataset.kind = kind;
    chip.dataset.value = value;
    return chip;
  }

  // Whoever works by keyboard stays where they were: on the next value, the last one, or the count.
  #keepFocus(place) {
    const next = this.chips[place] ?? this.chips.at(-1);
    (place < 0 || !next ? this.element.previousElementSibling : next).focus({ preventScroll: true });
  }
}
