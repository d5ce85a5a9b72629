// The search as a reader meets it: a dialog over any page, and the page that shows all results.

import { asking } from "./asking.js";
import { listing } from "./listing.js";

const AT_ONCE = 8;
const AROUND = 26;
const HEAD = 14;
const PAUSE = 160;

const make = (tag, values = {}, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
  element.append(...inside);
  return element;
};

const bare = (word) => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");

const marked = (words, hits) => words.flatMap((word) => {
  const own = bare(word);
  if (!hits.has(own)) return [word, " "];
  const place = word.toLowerCase().indexOf(own);
  const [before, after] = [word.slice(0, place), word.slice(place + own.length)];
  return [before, make("mark", {}, word.slice(place, place + own.length)), after, " "];
});

// The words around what was found; of what is found in a page's head alone, what the page is about.
const excerpt = ({ content, locations, meta }) => {
  const words = content.split(/\s+/);
  const places = [...new Set(locations)].sort((one, other) => one - other);
  const hits = new Set(places.map((place) => bare(words[place])));
  const after = places.filter((place) => place >= HEAD);
  if (!after.length && meta.line) return marked(meta.line.split(" "), hits);
  const within = (start) => after.filter((place) => place >= start && place < start + AROUND - 4).length;
  const best = after.reduce((one, other) => (within(other) > within(one) ? other : one), after[0] ?? 0);
  const start = Math.max(0, Math.min(best - 4, words.length - AROUND));
  const end = Math.min(start + AROUND, words.length);
  return [start ? "… " : "", ...marked(words.slice(start, end), hits), end < words.length ? "…" : ""];
};

const item = (data, language, root) => {
  const link = make("a", { href: root + (data.meta.to ?? data.raw_url.slice(1)) }, data.meta.title);
  return make(
    "li", { class: "find", lang: language },
    make("p", { class: "kicker" }, data.meta.where ?? ""),
    make("p", { class: "find-name" }, link),
    make("p", { class: "find-line" }, ...excerpt(data)),
  );
};

const ways = (list, root) => {
  const links = list.map(([name, address]) => make("a", { class: "chip", href: root + address }, name));
  return make("ul", { class: "chips" }, ...links.map((link) => make("li", {}, link)));
};

// Joins a field to a place for its results; returns what asks again.
const join = (input, place, { ask, said }, root, language, show = () => {}) => {
  const status = make("p", { class: "search-status" });
  const note = make("p", { class: "search-note" });
  const list = make("ol", { class: "finds" });
  const after = make("div", { class: "search-after" });
  // How many were found and for what word, or in which language, is heard as one.
  place.append(make("div", { role: "status" }, status, note), list, after);
  let turn = 0;

  const fill = async (words, answer, from, own) => {
    const part = await Promise.all(answer.results.slice(from, from + AT_ONCE).map((one) => one.data()));
    if (own !== turn) return;
    const items = part.map((data) => item(data, answer.language, root));
    list.append(...items);
    after.replaceChildren();
    if (from) items[0]?.querySelector("a").focus();
    if (from + AT_ONCE >= answer.results.length) return;
    const more = make("button", { type: "button", class: "search-more" }, words.said["more-results"]);
    more.addEventListener("click", () => fill(words, answer, from + AT_ONCE, own));
    after.append(more);
  };

  const told = ({ said: words }, answer, query) => {
    if (answer.listed) return words["search-what"];
    if (answer.corrected) return words[answer.also ? "search-meant" : "search-corrected"].replace("{name}", query).replace("{other}", answer.corrected);
    if (answer.some) return words["search-some"];
    if (answer.language === language) return "";
    return words[answer.language === "hi" ? "search-in-hindi" : "search-in-english"];
  };

  const run = async () => {
    const own = ++turn;
    const query = input.value.trim();
    show(query);
    try {
      const words = await said();
      if (query && !list.childElementCount) status.textContent = words.said.searching;
      const answer = await ask(query);
      if (own !== turn) return;
      list.replaceChildren();
      after.replaceChildren();
      const count = answer?.results.length ?? 0;
      if (count) await fill(words, answer, 0, own);
      else if (answer) after.append(make("p", { class: "kicker" }, words.said["other-ways"]), ways(words.ways, root));
      if (own !== turn) return;
      const key = `count-results-${count === 1 ? "one" : "many"}`;
      note.textContent = answer ? (count || answer.listed) && told(words, answer, query) || "" : words.said["search-what"];
      status.textContent = !answer ? "" : count ? words.said[key].replace("{n}", count) : words.said["no-results"];
    } catch (error) {
      if (own !== turn) return;
      status.textContent = (await said()).said["search-failed"];
      console.error(error);
    }
  };

  let timer = 0;
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(run, PAUSE); });
  place.addEventListener("keydown", (event) => step(event, input, list));
  input.addEventListener("keydown", (event) => step(event, input, list));
  return run;
};

// Arrow keys go from the field into the results and back; Tab does as ever.
const step = (event, input, list) => {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...list.querySelectorAll("a")];
  const place = stops.indexOf(document.activeElement);
  if (!by || place < 0 || !stops[place + by]) return;
  event.preventDefault();
  stops[place + by].focus();
};

const styled = (root) => new Promise((done) => {
  const sheet = make("link", { rel: "stylesheet", href: `${root}assets/css/search.css` });
  sheet.addEventListener("load", done);
  sheet.addEventListener("error", done);
  document.head.append(sheet);
});

const searching = "offline" in document.documentElement.dataset ? listing : asking;
const rootOf = (link) => new URL(link.dataset.root, document.baseURI).href;
const language = document.documentElement.lang;
let dialog = null;

const build = async (link) => {
  const root = rootOf(link);
  const asked = searching(root, language);
  const [{ said }] = await Promise.all([asked.said(), styled(root)]);
  asked.ready?.();
  const input = make("input", {
    class: "search-input", type: "search", name: "q", placeholder: said["search-hint"], "aria-labelledby": "search-title",
    autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
  });
  const close = make("button", { type: "button", class: "search-close", "aria-label": said.close, title: said.close });
  const place = make("div", { class: "search-found" });
  const made = make(
    "dialog", { class: "search", "aria-labelledby": "search-title" },
    make("form", { class: "search-form", role: "search", method: "get", action: link.href },
      make("h2", { class: "kicker", id: "search-title" }, said.search), input, close),
    place,
  );
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => { if (event.target === made) made.close(); });
  join(input, place, asked, root, language)();
  document.body.append(made);
  return made;
};

export const open = async (link) => {
  dialog ??= build(link).catch((error) => { dialog = null; throw error; });
  const made = await dialog;
  made.showModal();
  made.querySelector("input").select();
};

// The page of results: its address always holds the query, so that it can be passed on.
export const fill = async (page, link) => {
  const root = rootOf(link);
  const form = page.querySelector("form");
  const input = form.querySelector("input");
  const asked = searching(root, language);
  await asked.said();
  const place = make("div", { class: "search-found" });
  form.hidden = false;
  form.after(place);
  const show = (query) => {
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query);
    else address.searchParams.delete("q");
    history.replaceState(null, "", address);
  };
  const run = join(input, place, asked, root, language, show);
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  input.value = new URL(location.href).searchParams.get("q") ?? "";
  if (input.value) await run();
};
