// The boxes to tick, each with the count of what it would show; those that would show none are away.

export class Filters {
  constructor(form) {
    this.form = form;
    this.facets = [...form.querySelectorAll("[data-facet]")].map((details) => ({
      details,
      kind: details.dataset.facet,
      phrase: details.dataset.phrase,
      note: details.querySelector("[data-chosen]"),
      values: [...details.querySelectorAll("label")].map((label) => {
        const box = label.querySelector("input");
        const count = label.querySelector(".value-count");
        const name = label.querySelector(".value-name").textContent;
        return { box, label, count, name, group: label.parentElement, told: Number(count.textContent) };
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
    for (const { kind, details, note, values } of this.facets) {
      const groups = new Map(values.map(({ group }) => [group, false]));
      for (const value of values) {
        const number = counts.get(kind).get(value.box.value);
        const away = number === 0 && !value.box.checked;
        if (value.told !== number) value.count.textContent = number;
        value.told = number;
        value.label.hidden = away;
        if (!away) groups.set(value.group, true);
      }
      for (const [group, seen] of groups) group.hidden = !seen;
      details.hidden = ![...groups.values()].some(Boolean);
      note.textContent = values.filter(({ box }) => box.checked).length || "";
    }
  }
}
