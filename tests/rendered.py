"""Contrast as it is rendered: each glyph of a text against the pixels that lie behind it.

axe-core reads colours from styles, so it cannot tell what a drawing, a photograph or a gradient
puts behind words. Here the page is painted once more without its text, and every glyph is held
against the mean colour of its own box (WCAG 2.2, 1.4.3).
"""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from PIL import Image
from playwright.sync_api import Page

from showcase.colour import contrast

WITHOUT_TEXT = "* { -webkit-text-fill-color: transparent !important } text, tspan { fill: transparent !important }"
LARGE, LARGE_BOLD, BOLD = 24.0, 18.66, 700  # CSS pixels and weight: from here 3:1 is enough
AA, AA_LARGE = 4.5, 3.0

EAGER = """async () => {
  const late = [...document.images].filter(one => one.loading === 'lazy' || !one.complete);
  late.forEach(one => { one.loading = 'eager' });
  await Promise.all(late.map(one => one.decode().catch(() => {})));
}"""

GLYPHS = """selectors => selectors.map(selector => {
  const element = document.querySelector(selector), style = getComputedStyle(element);
  const paint = element instanceof SVGElement ? style.fill : style.webkitTextFillColor;
  let opacity = 1, frame = [0, 0, Infinity, Infinity];
  for (let one = element; one; one = one.parentElement) {
    const own = getComputedStyle(one), box = one.getBoundingClientRect();
    opacity *= own.opacity;
    if (one !== document.body && one !== document.documentElement && own.overflow !== 'visible') {
      frame = [Math.max(frame[0], box.left + scrollX), Math.max(frame[1], box.top + scrollY),
               Math.min(frame[2], box.right + scrollX), Math.min(frame[3], box.bottom + scrollY)];
    }
  }
  const boxes = [];
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || style.visibility === 'hidden') continue;
    for (let at = 0; at < node.length; at++) {
      if (!node.data[at].trim()) continue;
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      const over = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      if (over && !over.contains(element) && !element.contains(over)) continue;  // a bar lies over it, for now
      boxes.push([Math.max(box.left + scrollX, frame[0]), Math.max(box.top + scrollY, frame[1]),
                  Math.min(box.right + scrollX, frame[2]), Math.min(box.bottom + scrollY, frame[3])]);
    }
  }
  return { selector, paint, opacity, size: parseFloat(style.fontSize), weight: +style.fontWeight, boxes };
})"""

Colour = tuple[int, int, int]


class Faint(NamedTuple):
    """A text of too little contrast: the ratio of its worst glyph, and what is asked."""

    selector: str
    ratio: float
    asked: float

    def __str__(self) -> str:
        return f"{self.selector} has {self.ratio}:1 of {self.asked}:1"


def faint(page: Page, selectors: list[str]) -> list[Faint]:
    """Those of the elements whose own text has a glyph of too little contrast, as the page stands."""
    if not selectors:
        return []
    page.evaluate(EAGER)
    texts = page.evaluate(GLYPHS, selectors)
    picture = page.screenshot(full_page=True, style=WITHOUT_TEXT, animations="disabled", type="jpeg", quality=95)
    ground = Image.open(io.BytesIO(picture)).convert("RGB")
    found = (_worst(text, ground) for text in texts)
    return [one for one in found if one.ratio < one.asked]


def _worst(text: dict[str, Any], ground: Image.Image) -> Faint:
    large = text["size"] >= LARGE or (text["size"] >= LARGE_BOLD and text["weight"] >= BOLD)
    *paint, alpha = _read(text["paint"])
    grounds = [_mean(ground, box) for box in text["boxes"]]
    ratios = [_ratio(paint, alpha * text["opacity"], behind) for behind in grounds if behind]
    return Faint(text["selector"], round(min(ratios, default=21.0), 2), AA_LARGE if large else AA)


def _read(paint: str) -> tuple[float, float, float, float]:
    """Red, green, blue (0 to 255) and alpha (0 to 1) of `rgb(…)` or `rgba(…)`."""
    numbers = [float(one) for one in paint[paint.index("(") + 1 : -1].replace("/", ",").split(",")]
    return (*numbers[:3], numbers[3] if len(numbers) > 3 else 1.0)  # type: ignore[return-value]


def _mean(ground: Image.Image, box: list[float]) -> Colour | None:
    """The mean colour in the box, None where nothing of it is shown."""
    left, top, right, bottom = (round(one) for one in box)
    left, top = max(left, 0), max(top, 0)
    right, bottom = min(right, ground.width), min(bottom, ground.height)
    if right <= left or bottom <= top:
        return None
    return ground.crop((left, top, right, bottom)).resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[return-value]


def _ratio(paint: list[float], alpha: float, ground: Colour) -> float:
    seen = [alpha * over + (1 - alpha) * under for over, under in zip(paint, ground, strict=True)]
    return contrast(_hex(seen), _hex(ground))


def _hex(colour: Any) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)
