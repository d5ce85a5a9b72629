// Runs before the first paint, so that nothing a reader has chosen flashes.
(() => {
  const root = document.documentElement;
  root.dataset.script = "on";
  // Modules are not loaded from a folder on a disk: pages that need them then stay as without scripts. A copy that
  // is made for a disk has none.
  if (location.protocol !== "file:" || "offline" in root.dataset) root.dataset.modules = "on";
  let chosen = null, ease = null, compare = null;
  try { [chosen, ease, compare] = ["scheme", "ease", "compare"].map((one) => localStorage.getItem(one)); } catch { /* storage may be switched off */ }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  if (ease) root.dataset.ease = ease;
  // The page that compares has room for its table from the first where there is somebody to compare.
  if (compare || new URLSearchParams(location.search).get("with")) root.dataset.asked = "";
})();
