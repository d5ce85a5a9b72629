// On a narrow screen the filter lies in a drawer: a modal dialog, which keeps and returns the focus itself.

export class Drawer {
  constructor(root) {
    this.dialog = root.querySelector("[data-drawer]");
    this.home = root.querySelector("[data-filters]");
    this.form = this.home.querySelector("form");
    this.done = this.dialog.querySelector("[data-done]");
    root.querySelector("[data-open]").addEventListener("click", () => this.open());
    this.done.addEventListener("click", () => this.dialog.close());
    this.dialog.querySelector("[data-close]").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("click", ({ target }) => {
      if (target === this.dialog) this.dialog.close();
    });
    this.dialog.addEventListener("close", () => this.home.append(this.form));
    matchMedia("(min-width: 62rem)").addEventListener("change", () => this.dialog.close());
  }

  open() {
    this.dialog.querySelector("[data-slot]").append(this.form);
    this.dialog.showModal();
  }

  say(result) {
    this.done.textContent = this.done.dataset.words.replace("{n}", result);
  }
}
