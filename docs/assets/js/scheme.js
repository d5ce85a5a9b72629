// Runs before the first paint, so that a chosen light or dark scheme never flashes.
(() => {
  const root = document.documentElement;
  root.dataset.script = "on";
  // Modules are not loaded from a folder on a disk: pages that need them then stay as without scripts.
  if (location.protocol !== "file:") root.dataset.modules = "on";
  let chosen = null;
  try { chosen = localStorage.getItem("scheme"); } catch { /* storage may be switched off */ }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
})();
