// The boxes to tick, each with the count of what it would show; those that would show none are away.

export class Filters {
  constructor(form) {
    this.form = form;
    this.facets = [...form.querySelectorAll("[data-facet]")].map((details) => ({
      details,
      kind: details.dataset.facet,
      phrase: details.dataset.phrase,
      note: details.querySelector("[data-chosen]"),
      groups: [...details.querySelectorAll(".facet-group")],
      values: [...details.querySelectorAll("label")].map((label) => {
        const box = label.querySelector("input");
        const count = label.querySelector(".value-count");
        return { box, label, count, name: label.querySelector(".value-name").textContent };
      }),
    }));
  }

  // What is ticked, as a map of kinds to values.
  get chosen() {
    return new Map(this.facets.map(({ kind, values }) => [
      kind, values.filter(({ box }) => box.checked).map(({ box }) => box.value),
    ]));
  }

  get number() {
    return [...this.chosen.values()].flat().length;
  }

  // Ticks what an address asked for, and opens the facets that hold it.
  tick(chosen) {
    for (const { kind, details, values } of this.facets) {
      for (const { box } of values) box.checked = chosen.get(kind).includes(box.value);
      if (chosen.get(kind).length) details.open = true;
    }
  }

  untick(kind, value) {
    const facet = this.facets.find((one) => one.kind === kind);
    facet.values.find(({ box }) => box.value === value).box.checked = false;
  }

  // Writes only what changed: a page with many values is not drawn anew for one tick.
  show(counts) {
    for (const { kind, note, groups, values } of this.facets) {
      for (const { box, label, count } of values) {
        const number = counts.get(kind).get(box.value);
        if (count.textContent !== String(number)) count.textContent = number;
        label.hidden = number === 0 && !box.checked;
      }
      for (const group of groups) group.hidden = !group.querySelector("label:not([hidden])");
      const ticked = values.filter(({ box }) => box.checked).length;
      note.textContent = ticked || "";
    }
  }
}
