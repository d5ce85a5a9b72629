// Runs before the first paint, so that nothing a reader has chosen flashes.
(() => {
  const root = document.documentElement;
  root.dataset.script = "on";
  // Modules are not loaded from a folder on a disk: pages that need them then stay as without scripts. A copy that
  // is made for a disk has none.
  if (location.protocol !== "file:" || "offline" in root.dataset) root.dataset.modules = "on";
  let chosen = null, ease = null;
  try { [chosen, ease] = [localStorage.getItem("scheme"), localStorage.getItem("ease")]; } catch { /* storage may be switched off */ }
  if (chosen === "light" || chosen === "dark") root.dataset.scheme = chosen;
  if (ease) root.dataset.ease = ease;
})();
