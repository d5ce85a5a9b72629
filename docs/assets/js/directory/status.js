// Says the result to screen readers once the reader has paused: not at each of five quick ticks. One status stands in
// the drawer and one outside, for what lies under an open drawer is not heard, nor what lies in a closed one.

const PAUSE = 700;

export class Status {
  #timer = 0;

  constructor(elements) {
    this.elements = [...elements];
  }

  say(text) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => { for (const one of this.elements) one.textContent = text; }, PAUSE);
  }
}
