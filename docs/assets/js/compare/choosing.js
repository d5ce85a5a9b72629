// Choosing what to compare: a button on each card and on a profile, and a bar that leads to the comparison.

import { Basket } from "./basket.js";
import { counted, filled } from "./words.js";

const bar = document.querySelector("[data-compare-bar]");
const words = bar.dataset;
const list = bar.querySelector("ul");
const count = bar.querySelector("[data-count]");
const go = bar.querySelector("a");
const status = document.querySelector("[data-compare-status]");
const basket = new Basket(words.most);
const buttons = new Map();

const say = (text) => { status.textContent = text; };

const toggle = (entry) => {
  if (!basket.has(entry.slug) && basket.isFull) {
    say(filled(words.full, entry));
    count.textContent = status.textContent;
    return;
  }
  const added = !basket.has(entry.slug);
  if (added) basket.add(entry);
  else basket.remove(entry.slug);
  say(filled(added ? words.added : words.removed, { name: entry.name, count: counted(words, basket.entries.length) }));
};

const button = (entry) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "compare-toggle";
  made.textContent = words.compare;
  made.setAttribute("aria-label", filled(words.compareOne, entry));
  made.addEventListener("click", () => toggle(entry));
  buttons.set(entry.slug, made);
  return made;
};

const chip = (entry) => {
  const item = document.createElement("li");
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = entry.name;
  if (entry.lang !== document.documentElement.lang) made.lang = entry.lang;
  made.setAttribute("aria-label", filled(words.remove, entry));
  made.addEventListener("click", () => {
    const place = [...list.children].indexOf(item);
    toggle(entry);
    // Whoever works by keyboard stays in the bar, or goes back to the button that was pressed.
    (list.children[place] ?? list.lastElementChild)?.querySelector("button").focus();
    if (!basket.entries.length) buttons.get(entry.slug)?.focus();
  });
  item.append(made);
  return item;
};

const show = () => {
  const { entries } = basket;
  for (const [slug, one] of buttons) one.setAttribute("aria-pressed", String(basket.has(slug)));
  list.replaceChildren(...entries.map(chip));
  count.textContent = counted(words, entries.length);
  go.hidden = entries.length < 2;
  go.textContent = filled(words.compareN, { n: entries.length });
  go.href = `${words.page}?with=${entries.map(({ slug }) => slug).join(",")}`;
  bar.querySelector("[data-more]").hidden = entries.length >= 2;
  bar.hidden = !entries.length;
  document.documentElement.toggleAttribute("data-comparing", entries.length > 0);
};

const { lang } = document.documentElement;
for (const card of document.querySelectorAll("[data-directory] article.card")) {
  const link = card.querySelector(".card-name a");
  link.closest("div").append(button({ slug: link.pathname.split("/").at(-2), name: link.textContent, lang }));
}
const own = document.querySelector("[data-compare-own]");
own?.append(button({ slug: own.dataset.compareOwn, name: own.dataset.name, lang }));

bar.querySelector("[data-clear]").addEventListener("click", () => {
  const [first] = basket.entries;
  basket.replace([]);
  say(`${words.none}.`);
  buttons.get(first.slug)?.focus();
});
basket.addEventListener("change", show);
show();
// What the bar must not cover leaves as much room as the bar takes: of one row or several, by letters and language.
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--compare-bar", `${bar.offsetHeight}px`);
}).observe(bar);
