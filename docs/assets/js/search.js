// Opens the search when it is asked for; until then nothing of it is loaded. Without script its link leads to a page.
(() => {
  const link = document.querySelector("[data-search]");
  const page = document.querySelector("[data-search-page]");
  const load = () => import("./search/panel.js");

  if (page) load().then(({ fill }) => fill(page, link)).catch(() => { page.querySelector("[data-failed]").hidden = false; });
  link.setAttribute("aria-haspopup", "dialog");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (page) page.querySelector("input").focus();
    else load().then(({ open }) => open(link)).catch(() => location.assign(link.href));
  });
})();
