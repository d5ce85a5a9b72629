// What a reader has chosen to compare: innovators, kept by this browser from page to page.

const KEY = "compare";

const isEntry = (one) => typeof one?.slug === "string" && typeof one?.name === "string";

export class Basket extends EventTarget {
  #entries = [];

  // `most` is how many it has room for, as the page says.
  constructor(most) {
    super();
    this.most = Number(most);
    this.#read();
    // Another tab of the same reader chose something.
    addEventListener("storage", ({ key }) => { if (key === KEY || key === null) this.#again(); });
    addEventListener("pageshow", ({ persisted }) => { if (persisted) this.#again(); });
  }

  // Each with its slug, and with its name in the language in which it was chosen.
  get entries() {
    return [...this.#entries];
  }

  get isFull() {
    return this.#entries.length >= this.most;
  }

  has(slug) {
    return this.#entries.some((one) => one.slug === slug);
  }

  add(entry) {
    if (!this.has(entry.slug) && !this.isFull) this.replace([...this.#entries, entry]);
  }

  remove(slug) {
    this.replace(this.#entries.filter((one) => one.slug !== slug));
  }

  replace(entries) {
    this.#entries = entries;
    try {
      if (entries.length) localStorage.setItem(KEY, JSON.stringify(entries));
      else localStorage.removeItem(KEY);
    } catch { /* storage may be switched off: the choice then lasts for this page */ }
    this.#changed();
  }

  #again() {
    this.#read();
    this.#changed();
  }

  #read() {
    try {
      const told = JSON.parse(localStorage.getItem(KEY) ?? "[]");
      this.#entries = Array.isArray(told) ? told.filter(isEntry).slice(0, this.most) : [];
    } catch { /* switched off, or not ours: what is chosen stands as it was */ }
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
