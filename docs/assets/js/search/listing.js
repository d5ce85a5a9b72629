// What a query finds in a copy on a disk, where no index can be read: names and headlines, in whichever script
// they are typed, by the beginnings of words. Asked as asking.js is.

import { json } from "../json.js";
import { hearing, isNoWord } from "./hearing.js";

const APART = /[\s\-–—/,.;:()“”"!?|।·]+/u;

export const listing = (root, language) => {
  let known = null;
  const load = async () => {
    const [words, pages] = await Promise.all([json(`${root}search/${language}.json`), json(`${root}search/listed.json`)]);
    const { sound } = hearing(words);
    const heard = (text) => text.normalize("NFC").toLowerCase().split(APART).filter(Boolean).map(sound);
    const all = pages.map((page) => ({
      page, title: heard(page[language].title), words: heard(Object.values(page).map((one) => `${one.title} ${one.line} ${one.also ?? ""}`).join(" ")),
    }));
    return { words, heard, all };
  };
  const once = () => known ??= load();

  const ask = async (query) => {
    const { heard, all } = await once();
    const wanted = heard(query);
    if (!wanted.length) return null;
    const isWord = !query.toLowerCase().split(APART).some(isNoWord);
    const among = (words) => isWord && wanted.every((one) => words.some((word) => word.startsWith(one)));
    const found = all.filter(({ words }) => among(words));
    const order = [...found.filter(({ title }) => among(title)), ...found.filter(({ title }) => !among(title))];
    const result = ({ page }) => ({ data: async () => ({ content: "", locations: [], meta: page[language] }) });
    return { language, results: order.map(result), listed: true };
  };
  return { ask, said: async () => (await once()).words };
};
