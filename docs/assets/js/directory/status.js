// Says the result to screen readers once the reader has paused: not at each of five quick ticks.

const PAUSE = 700;

export class Status {
  #timer = 0;

  constructor(element) {
    this.element = element;
  }

  say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { this.element.textContent = text; }, PAUSE);
  }
}
