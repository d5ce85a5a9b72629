// Who has which value of which facet. Innovators are numbers; a set of them is bits, 32 to a word.

const setOf = (numbers, count) => {
  const set = new Uint32Array(Math.ceil(count / 32));
  for (const n of numbers) set[n >> 5] |= 1 << (n & 31);
  return set;
};

// The numbers that the file tells as steps from one to the next.
function* numbers(steps) {
  let n = 0;
  for (const step of steps) yield n += step;
}

const union = (sets, length) => {
  const all = new Uint32Array(length);
  for (const set of sets) for (let i = 0; i < length; i += 1) all[i] |= set[i];
  return all;
};

const common = (sets, everybody) => {
  const all = everybody.slice();
  for (const set of sets) for (let i = 0; i < all.length; i += 1) all[i] &= set[i];
  return all;
};

export const has = (set, n) => (set[n >> 5] >>> (n & 31)) & 1;

export const size = (set, within = set) => {
  let count = 0;
  for (let i = 0; i < set.length; i += 1) {
    for (let word = set[i] & within[i]; word; word &= word - 1) count += 1;
  }
  return count;
};

// The numbers that are in one of two sets and not in the other.
export function* changed(set, before) {
  for (let i = 0; i < set.length; i += 1) {
    for (let word = set[i] ^ before[i]; word; word &= word - 1) yield 32 * i + 31 - Math.clz32(word & -word);
  }
}

export class Index {
  // `told` is the facet file: see showcase/site/facetfile.py.
  constructor({ count, facets, orders }) {
    this.count = count;
    this.orders = orders;
    this.everybody = this.set(Array(count).keys());
    this.facets = new Map(Object.entries(facets).map(([kind, values]) => [
      kind, new Map(Object.entries(values).map(([value, steps]) => [value, this.set(numbers(steps))])),
    ]));
  }

  knows(kind, value) {
    return this.facets.get(kind)?.has(value) ?? false;
  }

  members(kind, value) {
    return this.facets.get(kind).get(value);
  }

  // `chosen` is a map of kinds to lists of values. Any value of a kind will do, and every kind must.
  // A value's count is what choosing it would show: all other kinds hold, its own does not.
  select(chosen) {
    const wanted = new Map([...chosen].filter(([, values]) => values.length).map(([kind, values]) => [
      kind, union(values.map((value) => this.members(kind, value)), this.everybody.length),
    ]));
    const counts = new Map();
    for (const [kind, values] of this.facets) {
      const others = [...wanted].filter(([other]) => other !== kind).map(([, set]) => set);
      const within = common(others, this.everybody);
      counts.set(kind, new Map([...values].map(([value, set]) => [value, size(set, within)])));
    }
    return { found: common(wanted.values(), this.everybody), counts };
  }

  set(members) {
    return setOf(members, this.count);
  }
}
