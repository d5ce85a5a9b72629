// The header's small habits: solid on scroll, a menu on narrow screens, the choice of scheme, the aids to reading.
(() => {
  const root = document.documentElement;
  const masthead = document.querySelector("[data-masthead]");

  const hero = document.querySelector(".hero");
  if (hero && "IntersectionObserver" in window) {
    // The header turns solid once the sky behind its own height has passed.
    const mark = document.createElement("div");
    mark.className = "masthead-mark";
    hero.prepend(mark);
    new IntersectionObserver(([entry]) => {
      masthead.toggleAttribute("data-solid", !entry.isIntersecting);
    }).observe(mark);
  }

  const menu = document.querySelector("[data-menu]");
  menu.hidden = false;
  const open = (state) => {
    menu.setAttribute("aria-expanded", String(state));
    masthead.toggleAttribute("data-open", state);
  };
  open(false);
  menu.addEventListener("click", () => open(menu.getAttribute("aria-expanded") !== "true"));
  // Whoever leaves the header by keyboard leaves the menu too: it would hide what has the focus.
  masthead.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !masthead.contains(relatedTarget)) open(false);
  });
  document.addEventListener("keydown", (event) => {
    // It closes what lies uppermost, and a dialog lies over the menu.
    if (event.key !== "Escape" || menu.getAttribute("aria-expanded") !== "true" || document.querySelector("dialog[open]")) return;
    open(false);
    menu.focus();
  });

  // The system's scheme holds until the reader asks for the other one.
  const toggle = document.querySelector("[data-scheme-toggle]");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.scheme ? root.dataset.scheme === "dark" : system.matches);
  const name = () => {
    const words = isDark() ? toggle.dataset.toLight : toggle.dataset.toDark;
    toggle.setAttribute("aria-label", words);
    toggle.title = words;
  };
  const choose = (scheme) => {
    const asSystem = (scheme === "dark") === system.matches;
    if (asSystem) delete root.dataset.scheme;
    else root.dataset.scheme = scheme;
    try {
      if (asSystem) localStorage.removeItem("scheme");
      else localStorage.setItem("scheme", scheme);
    } catch { /* the choice then lasts for this page */ }
    name();
  };
  name();
  toggle.hidden = false;
  toggle.addEventListener("click", () => choose(isDark() ? "light" : "dark"));
  system.addEventListener("change", name);

  // What helps a reader: the values of what is chosen, with blanks between them, are an attribute of the root.
  const opener = document.querySelector("[data-ease-open]");
  const panel = document.querySelector("dialog[data-ease]");
  const form = panel.querySelector("form");
  const inputs = [...form.querySelectorAll("input")];
  const keep = () => {
    const ease = inputs.filter((one) => one.checked && one.value).map((one) => one.value).join(" ");
    if (ease) root.dataset.ease = ease;
    else delete root.dataset.ease;
    try {
      if (ease) localStorage.setItem("ease", ease);
      else localStorage.removeItem("ease");
    } catch { /* the choice then lasts for this page */ }
  };
  const show = () => {
    const now = (root.dataset.ease ?? "").split(" ");
    for (const one of inputs) if (one.value) one.checked = now.includes(one.value);
  };
  opener.hidden = false;
  opener.addEventListener("click", () => { show(); panel.showModal(); form.querySelector(":checked").focus(); });
  form.addEventListener("change", keep);
  form.addEventListener("reset", () => setTimeout(keep));
  panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
})();
