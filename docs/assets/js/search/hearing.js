// How a word sounds, in whichever script it is typed: the key under which the Hindi index holds it. The rules
// are those of showcase/transliteration.py and come with the words of the catalogue.

const DEVANAGARI = /[\u0900-\u0963\u0966-\u097f\u200c\u200d]+/g;
const JOINERS = /[\u200c\u200d]/g;
const ACCENTS = /[\u0300-\u036f]/g;
// Endings of the plural. The index needs none taken off, for what is asked finds what begins with it.
const PLURAL = /(?<=.{3})(iyon|iyn|on|en)$/;

// No word of either language is spelt so. By its sound, of which one letter or two are left, it would begin half of all.
const NO_WORD = /(\p{L})\1\1|^([b-df-hj-np-tv-z])\2/u;
export const isNoWord = (word) => !word.match(DEVANAGARI) && NO_WORD.test(word);

export const hearing = ({ letters, folds }) => {
  const { consonants, dotted, signs, others, nasals, labials, dot } = letters;
  const [atEnd, within] = [new RegExp(letters.atEnd, "g"), new RegExp(letters.within, "g")];
  const rules = folds.map(([pattern, into]) => [new RegExp(pattern, "g"), into]);

  const spoken = (bare) => {
    let word = bare.replace(atEnd, "");
    for (let found; (found = [...word.matchAll(within)].at(-1));) {
      word = word.slice(0, found.index) + word.slice(found.index + 1);
    }
    return word.replaceAll("*", "a");
  };
  const latin = (word) => {
    const made = [];
    const text = [...word.replace(JOINERS, "").replaceAll("ज्ञ", "ग्य")];
    text.forEach((sign, place) => {
      const after = text[place + 1] ?? " ";
      if (sign in consonants) {
        made.push((after === dot && dotted[sign]) || consonants[sign], "*");
      } else if (sign in signs) {
        if (made.at(-1) === "*") made.pop();
        made.push(signs[sign]);
      } else if (nasals.includes(sign)) made.push(labials.includes(after) ? "m" : "n");
      else if (sign !== dot) made.push(others[sign] ?? "");
    });
    return spoken(made.join(""));
  };
  const fold = (part) => {
    const folded = rules.reduce((text, [pattern, into]) => text.replace(pattern, into), part);
    return folded.replaceAll("a", "") || folded;
  };
  const read = (word) => word.normalize("NFC").replace(DEVANAGARI, latin).toLowerCase();
  const heard = new Map();
  const sound = (word) => {
    if (!heard.has(word)) heard.set(word, read(word).normalize("NFD").replace(ACCENTS, "").replace(/[a-z]+/g, fold));
    return heard.get(word);
  };
  return { read, sound, stem: (word) => sound(word).replace(PLURAL, "") };
};
