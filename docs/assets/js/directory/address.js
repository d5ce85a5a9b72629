// What was chosen, as it stands in the address: ?technology=quantum-technologies&state=karnataka&sort=name

// What an address asks for, without what the index and the page do not know.
export const read = (search, index, sorts) => {
  const asked = new URLSearchParams(search);
  const chosen = new Map([...index.facets.keys()].map((kind) => [
    kind, [...new Set(asked.getAll(kind))].filter((value) => index.knows(kind, value)),
  ]));
  return { chosen, sort: sorts.includes(asked.get("sort")) ? asked.get("sort") : sorts[0] };
};

// The query for it; "" when nothing was chosen. The first order is the page's own and goes unsaid.
export const write = ({ chosen, sort }, sorts) => {
  const asked = new URLSearchParams();
  for (const [kind, values] of chosen) for (const value of values) asked.append(kind, value);
  if (sort !== sorts[0]) asked.set("sort", sort);
  return asked.size ? `?${asked}` : "";
};
