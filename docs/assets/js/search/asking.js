// What a query finds: first as it is typed, then in the other language, then with its slips put right.

import { json } from "../json.js";
import { hearing, isNoWord } from "./hearing.js";
import { heard, named, nearest, slips, surely } from "./slips.js";

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

export const asking = (root, language) => {
  const lexicon = once(async (name) => {
    const { names, words, house, ...rest } = await json(`${root}search/${name}.json`);
    return { ...rest, ...hearing(rest), names: names.split(" "), words: words.split(" "), house: house.split(" ") };
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
    if (name === "hi" && isNoWord(word)) return false;
    if (DEVANAGARI.test(word) === (name === "hi")) {
      const { names, words, house } = await lexicon(name);
      if ([names, words, house].some((list) => list.some((one) => one.startsWith(word)))) return true;
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

  // The results of two searches, those of the first before the others.
  const joined = ({ results }, other) => [...results, ...other.results.filter(({ id }) => results.every((one) => one.id !== id))];

  // What was meant if it was Hindi in Latin letters, and how many slips that takes.
  const asHeard = async (words, known) => {
    const listed = await lexicon("hi");
    const meant = words.map((word, i) => (known[i] ? word : heard(word, listed)));
    return { in: ["hi"], meant, away: slips(words, meant, listed.read) };
  };

  const ask = async (query) => {
    const words = query.normalize("NFC").toLowerCase().split(APART).filter(Boolean);
    if (!words.length) return null;
    const own = DEVANAGARI.test(query) ? "hi" : "en";
    const order = own === "hi" || language === "hi" ? ["hi", "en"] : ["en", "hi"];
    const typed = { [order[0]]: await asTyped(order[0], words) };
    const listed = await lexicon(own);
    if (typed[order[0]].hit) {
      const first = own === order[0] && (await asMeant([own], words, words.map((word) => named(word, listed))));
      return first ? { ...first, also: true, results: joined(first, typed[order[0]].hit) } : typed[order[0]].hit;
    }
    const put = (right) => words.map((word, i) => (typed[own].known[i] ? word : right(word, listed)));
    if (own === order[0]) {
      const sure = await asMeant([own], words, put(surely));
      if (sure) return sure;
    }
    typed[order[1]] = await asTyped(order[1], words);
    if (typed[order[1]].hit) return typed[order[1]].hit;
    const meant = put(nearest);
    const guesses = [{ in: order, meant, away: slips(words, meant) }];
    if (own === "en") guesses.push(await asHeard(words, typed.hi.known));
    if (language === "hi") guesses.reverse();
    for (const guess of guesses.sort((one, other) => one.away - other.away)) {
      const hit = await asMeant(guess.in, words, guess.meant);
      if (hit) return hit;
    }
    return (await some(own, meant.filter(Boolean))) ?? { language, results: [] };
  };
  // Fetches what any query in this language needs, while the reader types.
  const ready = () => index(language).catch(() => {});
  return { ask, ready, said: () => lexicon(language) };
};
