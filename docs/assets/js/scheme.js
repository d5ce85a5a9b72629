// Runs before the first paint, so that a chosen light or dark scheme never flashes.
(() => {
  const root = document.documentElement;
  root.dataset.script = "on";
  let chosen = null;
  try { chosen = localStorage.getItem("scheme"); } catch { /* storage may be switched off */ }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
})();
