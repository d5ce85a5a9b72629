// Turns the strip of spreads leaf by leaf; without this it scrolls.
for (const section of document.querySelectorAll("[data-leaves]")) {
  const find = (name) => section.querySelector(`[data-${name}]`);
  const [strip, turn, previous, next, place] = ["strip", "turn", "previous", "next", "place"].map(find);
  const leaves = [...strip.children];
  let at = 0;

  const say = () => {
    place.textContent = place.dataset.words.replace("{n}", at + 1).replace("{total}", leaves.length);
    previous.setAttribute("aria-disabled", String(at === 0));
    next.setAttribute("aria-disabled", String(at === leaves.length - 1));
  };
  const go = (to) => {
    at = Math.min(Math.max(to, 0), leaves.length - 1);
    const leaf = leaves[at];
    const left = leaf.offsetLeft - strip.offsetLeft - (strip.clientWidth - leaf.offsetWidth) / 2;
    strip.scrollTo({ left });
    say();
  };
  const ends = { Home: () => go(0), End: () => go(leaves.length - 1) };
  const keys = { ArrowLeft: () => go(at - 1), ArrowRight: () => go(at + 1), ...ends };
  strip.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  previous.addEventListener("click", () => go(at - 1));
  next.addEventListener("click", () => go(at + 1));
  // Scrolled by hand or reached by Tab: the leaf nearest to the middle is the one that is open.
  let waiting;
  strip.addEventListener("scroll", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      const middle = strip.scrollLeft + strip.clientWidth / 2;
      const off = leaves.map((leaf) => Math.abs(leaf.offsetLeft - strip.offsetLeft + leaf.offsetWidth / 2 - middle));
      const nearest = off.indexOf(Math.min(...off));
      at = strip.scrollLeft < 2 ? 0 : nearest;
      say();
    }, 120);
  }, { passive: true });

  turn.hidden = false;
  say();
}
