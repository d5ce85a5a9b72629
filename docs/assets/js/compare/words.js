// Interface strings as the page holds them, with their {name} and {n} filled in.

export const filled = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);

// How many are chosen, in the words of an element that holds them: `words` is its dataset.
export const counted = (words, n) => (n ? filled(n === 1 ? words.one : words.many, { n }) : words.none);
