// Who has which value of which facet. Innovators are numbers; a set of them is bits, 32 to a word.

const each = (count) => {
  const set = new Uint32Array(Math.ceil(count / 32));
  for (let n = 0; n < count; n += 1) set[n >> 5] |= 1 << (n & 31);
  return set;
};

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

export class Index {
  // `told` is the facet file: see showcase/site/facetfile.py.
  constructor({ count, facets, orders }) {
    this.count = count;
    this.orders = orders;
    this.everybody = each(count);
    this.facets = new Map(Object.entries(facets).map(([kind, values]) => [
      kind, new Map(Object.entries(values).map(([value, steps]) => [value, this.#set(steps)])),
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

  #set(steps) {
    const set = new Uint32Array(this.everybody.length);
    let n = 0;
    for (const step of steps) {
      n += step;
      set[n >> 5] |= 1 << (n & 31);
    }
    return set;
  }
}
