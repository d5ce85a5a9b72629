// What a query finds: first as it is typed, then in the other language, then with its slips put right.

import { hearing } from "./hearing.js";

const DEVANAGARI = /[\u0900-\u097f]/;
const APART = /[\s\-–—/,.;:()“”"!?|।]+/u;
const WEIGHTS = { also: 2, line: .5, where: 2, title: 5 };

// A promise for each key, made once; one that fails is made again when next asked for.
const once = (make) => {
  const made = new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key).catch((error) => { made.delete(key); throw error; }));
    return made.get(key);
  };
};

// How far two words are apart in letters put in, left out, changed or swapped; `most` + 1 stands for all beyond.
export const distance = (one, other, most) => {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + !same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
};

const alike = (one, other) => {
  let count = 0;
  while (count < one.length && one[count] === other[count]) count++;
  return count;
};

// The word of the catalogue that was most likely meant; short words are given less room to err.
export const nearest = (word, { names, words }) => {
  const room = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  return closest(word, [names, words], room);
};

// The same where there is little doubt: one slip in a name or in a long word.
export const surely = (word, { names, words }) => {
  if (word.length < 5) return null;
  return closest(word, word.length < 6 ? [names] : [names, words], 1);
};

const closest = (word, lists, room) => {
  let best = null, least = Infinity;
  for (const [rank, list] of lists.entries()) {
    for (const known of list) {
      const away = distance(word, known, room);
      if (away > room) continue;
      // Fewer slips before all else, then names before other words, then a longer beginning in common.
      const cost = away * 1000 + rank * 100 - alike(word, known);
      if (cost < least) [best, least] = [known, cost];
    }
  }
  return best;
};

export const asking = (root, language) => {
  const lexicon = once(async (name) => {
    const response = await fetch(`${root}search/${name}.json`);
    if (!response.ok) throw new Error(`search/${name}.json: ${response.status}`);
    const { names, words, ...rest } = await response.json();
    return { ...rest, ...hearing(rest), names: names.split(" "), words: words.split(" ") };
  });
  // Each language from a script of its own: within one, all indexes share the word stems of the first.
  const index = once(async (name) => {
    const { createInstance } = await import(`${root}search/${name}/pagefind.js`);
    const made = createInstance({ basePath: `${root}search/${name}/`, noWorker: true, ranking: { metaWeights: WEIGHTS } });
    await made.init();
    return made;
  });
  const search = async (name, terms) => (await (await index(name)).search(terms)).results;

  const termsFor = async (name, words) => {
    const { stem } = await lexicon(language);
    return name === "hi" ? words.map(stem) : words;
  };

  // Whether a page has the word, or one that begins with it. Pagefind alone cuts an unknown word down until
  // something fits, so its results are held against the word.
  const isKnown = async (name, word, term) => {
    if (DEVANAGARI.test(word) === (name === "hi")) {
      const { names, words } = await lexicon(name);
      if (names.some((one) => one.startsWith(word)) || words.some((one) => one.startsWith(word))) return true;
    }
    if ((await search(name, `"${term}"`)).length) return true;
    const [first] = await search(name, term);
    if (!first) return false;
    const { content, locations, meta } = await first.data();
    const { sound } = await lexicon(language);
    const as = name === "hi" ? sound : (text) => text.toLowerCase();
    const texts = content.split(/\s+/);
    return [...locations.map((place) => texts[place] ?? ""), meta.also ?? ""].some((text) => as(text).includes(term));
  };
  const areKnown = async (name, words) => {
    const terms = await termsFor(name, words);
    return Promise.all(words.map((word, i) => isKnown(name, word, terms[i])));
  };
  const found = async (name, words) => {
    const results = await search(name, (await termsFor(name, words)).join(" "));
    return results.length ? { language: name, results } : null;
  };

  // Pages that have some of the words: those with more of them first.
  const some = async (name, words) => {
    const each = await Promise.all(words.map((word) => found(name, [word])));
    const counted = new Map();
    for (const result of each.flatMap((one) => one?.results ?? [])) {
      const { count, score } = counted.get(result.id) ?? { count: 0, score: 0 };
      counted.set(result.id, { result, count: count + 1, score: score + result.score });
    }
    const order = [...counted.values()].sort((one, other) => other.count - one.count || other.score - one.score);
    return order.length ? { language: name, results: order.map(({ result }) => result), some: true } : null;
  };

  // What is found in one language for words as they are, when all of them are known.
  const asTyped = async (name, words) => {
    const known = await areKnown(name, words);
    return { known, hit: known.every(Boolean) ? await found(name, words) : null };
  };
  // What is found for the words that were meant, in the first of the languages that has them.
  const asMeant = async (order, words, meant) => {
    if (!meant.every(Boolean) || meant.every((word, i) => word === words[i])) return null;
    for (const name of order) {
      const { hit } = await asTyped(name, meant);
      if (hit) return { ...hit, corrected: meant.join(" ") };
    }
    return null;
  };

  const ask = async (query) => {
    const words = query.normalize("NFC").toLowerCase().split(APART).filter(Boolean);
    if (!words.length) return null;
    const own = DEVANAGARI.test(query) ? "hi" : "en";
    const order = own === "hi" || language === "hi" ? ["hi", "en"] : ["en", "hi"];
    const typed = { [order[0]]: await asTyped(order[0], words) };
    if (typed[order[0]].hit) return typed[order[0]].hit;
    const listed = await lexicon(own);
    const put = (right) => words.map((word, i) => (typed[own].known[i] ? word : right(word, listed)));
    if (own === order[0]) {
      const sure = await asMeant([own], words, put(surely));
      if (sure) return sure;
    }
    typed[order[1]] = await asTyped(order[1], words);
    if (typed[order[1]].hit) return typed[order[1]].hit;
    const meant = put(nearest);
    const kept = meant.filter(Boolean);
    return (await asMeant(order, words, meant)) ?? (await some(own, kept)) ?? { language, results: [] };
  };
  return { ask, said: () => lexicon(language) };
};
