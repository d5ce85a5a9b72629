// The table of exactly what is shown, made here. Where all is shown, the ready-made file is the answer.

import { json as read } from "../json.js";
import { csv, json } from "./tables.js";

const LONGEST = 80;

const MAKERS = {
  csv: async (...table) => new Blob([csv(...table)], { type: "text/csv" }),
  json: async (records, _columns, version) => new Blob([json(records, version)], { type: "application/json" }),
  xlsx: async (...table) => (await import("./xlsx.js")).xlsx(...table),
};

export class Downloads {
  #told = null;

  // `shown` gives the slugs in their order and the values they were chosen by, or null for the whole list.
  constructor(root, shown, failed) {
    this.shown = shown;
    this.links = [...root.querySelectorAll("[data-form]")];
    this.source = this.links.find(({ dataset }) => dataset.form === "json").href;
    for (const link of this.links) {
      link.addEventListener("click", (event) => {
        const wanted = this.shown();
        if (!wanted) return;
        event.preventDefault();
        this.#give(link.dataset.form, wanted).catch(failed);
      });
    }
  }

  // The sizes that the page tells are those of the ready-made files.
  sizes(told) {
    for (const link of this.links) link.nextElementSibling.hidden = !told;
  }

  async #give(form, { slugs, values }) {
    const { told, version } = await this.#records();
    const records = slugs.map((slug) => told.get(slug)).filter(Boolean);
    const blob = await MAKERS[form](records, Object.keys(told.values().next().value), version);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${["innovators", ...values].join("-").slice(0, LONGEST)}.${form}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async #records() {
    if (!this.#told) {
      const { schema_version: version, innovators } = await read(this.source);
      this.#told = { told: new Map(innovators.map((record) => [record.slug, record])), version };
    }
    return this.#told;
  }
}
