// Slips of the pen: how far a word is from those of the catalogue, and which of them was meant.

// How far two words are apart in letters put in, left out, changed or swapped; `most` + 1 stands for all beyond.
const distance = (one, other, most) => {
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
export const nearest = (word, { names, words, house }) => {
  const room = word.length < 4 ? 0 : word.length < 7 ? 1 : 2;
  return closest(word, [names, words, house], room);
};

// The same where there is little doubt: one slip in a name or in a long word.
export const surely = (word, { names, words, house }) => {
  if (word.length < 5) return null;
  return closest(word, word.length < 6 ? [names] : [names, words, house], 1);
};

// The name that may have been meant by a word which only the pages about this site itself have: "Pixxel" by "pixel".
export const named = (word, { names, words, house }) => {
  const has = (list) => list.some((known) => known.startsWith(word));
  return word.length < 5 || !has(house) || has(names) || has(words) ? word : closest(word, [names], 1) ?? word;
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

// The word of the Hindi pages that was meant by one in Latin letters: one slip in how it sounds, and two at the
// most from how it is spelt, for many words sound much alike once their vowels are gone.
export const heard = (word, { names, words, house, sound, read }) => {
  if (word.length < 5) return null;
  const as = sound(word);
  const soundsLike = (list) => list.filter((known) => distance(as, sound(known), 1) <= 1);
  const spelt = new Map([names, words, house].flatMap(soundsLike).map((known) => [known, distance(word, read(known), 2)]));
  const near = [...spelt].filter(([, away]) => away <= 2).sort(([, one], [, other]) => one - other);
  return near[0]?.[0] ?? null;
};

// How many slips lie between words and those that were meant, as they are read; no end of them where one is unknown.
export const slips = (words, meant, read = (word) => word) => {
  if (!meant.every(Boolean)) return Infinity;
  return words.reduce((sum, word, i) => sum + distance(word, read(meant[i]), 3), 0);
};
