// The map as one stop of the Tab key: arrow keys go to the next tile in that direction, Home and End to the ends.
for (const map of document.querySelectorAll("[data-tiles]")) {
  const links = [...map.querySelectorAll("a")];
  const keys = map.parentElement.querySelector("[data-map-keys]");
  keys.hidden = false;
  map.setAttribute("aria-describedby", keys.id);

  const stop = (link) => {
    for (const one of links) one.tabIndex = one === link ? 0 : -1;
  };
  const middle = (link) => {
    const box = link.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  // Along the way counts once, off the way twice: so the row or column is kept where there is a tile in it.
  const nearest = (from, [right, down]) => {
    const [x, y] = middle(from);
    const away = links.map((link) => {
      const [toX, toY] = middle(link);
      const along = (toX - x) * right + (toY - y) * down;
      const off = Math.abs((toX - x) * down) + Math.abs((toY - y) * right);
      return [along > 1 ? along + 2 * off : Infinity, link];
    });
    const [distance, link] = away.reduce((best, one) => (one[0] < best[0] ? one : best));
    return distance < Infinity ? link : from;
  };
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  stop(links[0]);
  map.addEventListener("focusin", ({ target }) => stop(target));
  map.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const ends = { Home: links[0], End: links.at(-1) };
    const to = WAYS[event.key] ? nearest(event.target, WAYS[event.key]) : ends[event.key];
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}
