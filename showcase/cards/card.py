"""The card itself: where its words stand, and how it becomes a file."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Literal

from PIL import Image, ImageDraw, ImageFilter

from showcase.cards.ground import Ground
from showcase.cards.setting import Block, Style, fit
from showcase.model.dates import Language
from showcase.plates import HORIZON

SIZE = (1200, 630)
MOST_BYTES = 100_000
MARGIN = 72
QUALITIES = (90, 86, 82, 78, 72, 64, 54, 40)

Part = Literal["kicker", "name", "line", "facts"]

# Sizes are those that can still be read where a chat shows the card at a quarter of its size.
STYLES: dict[Language, dict[Part, Style]] = {
    "en": {
        "kicker": Style("serif-regular", (28, 24), 1.2),
        "name": Style("serif-light", (100, 84, 70, 58, 48, 40, 32, 24), 1.06),
        "line": Style("serif-light", (46, 40, 34, 28, 24), 1.22),
        "facts": Style("sans-regular", (28, 24, 20, 16), 1.3),
    },
    "hi": {
        "kicker": Style("devanagari-regular", (26, 22), 1.4, "hi"),
        "name": Style("devanagari-light", (84, 70, 58, 48, 40, 32, 24), 1.34, "hi"),
        "line": Style("devanagari-light", (42, 36, 30, 24), 1.36, "hi"),
        "facts": Style("devanagari-regular", (26, 23, 20, 16), 1.4, "hi"),
    },
}
LINES: dict[Part, int] = {"kicker": 1, "name": 2, "line": 2, "facts": 1}


@dataclass(frozen=True)
class CardWords:
    """What a card says, in one language: whose site it is, a name, a statement about it, facts."""

    language: Language
    kicker: str
    name: str
    line: str
    facts: str


def draw(words: CardWords, ground: Ground) -> bytes:
    """Return the card as a JPEG of at most 100 kB; CannotShape where words cannot be set."""
    placed = place(words)
    around = ink(placed).filter(ImageFilter.GaussianBlur(7)).point(lambda value: min(255, value * 4))
    image = Image.composite(ground.calm, ground.image, around)
    image.paste(ground.on_sky, mask=ink(placed[:2]))
    image.paste(ground.on_ground, mask=ink(placed[2:]))
    return _jpeg(image)


def place(words: CardWords) -> list[tuple[Block, int]]:
    """Return kicker, name, line and facts, each set and with its first baseline from the top.

    The name stands on the horizon and grows upwards; what is told of it hangs below.
    """
    styles, width, line = STYLES[words.language], SIZE[0] - 2 * MARGIN, round(SIZE[1] * HORIZON)
    texts: dict[Part, str] = {
        "kicker": words.kicker, "name": words.name, "line": words.line, "facts": words.facts,
    }  # fmt: skip
    set_in = {part: fit(text, styles[part], width, LINES[part]) for part, text in texts.items()}
    name, told = set_in["name"], set_in["line"]
    above = line - round(0.44 * name.size) - (len(name.lines) - 1) * name.step
    below = line + round(1.42 * told.size)
    return [
        (set_in["kicker"], MARGIN + 14), (name, above), (told, below), (set_in["facts"], SIZE[1] - 46),
    ]  # fmt: skip


def ink(blocks: list[tuple[Block, int]]) -> Image.Image:
    """Return what the blocks cover of a card, as a mask."""
    mask = Image.new("L", SIZE)
    pen = ImageDraw.Draw(mask)
    for block, baseline in blocks:
        for number, text in enumerate(block.lines):
            at = (MARGIN, baseline + number * block.step)
            pen.text(at, text, 255, block.font, "ls", language=block.style.language)
    return mask


def _jpeg(image: Image.Image) -> bytes:
    """Return the picture as a JPEG in the best quality that is small enough, else in the lowest there is.

    Colours are kept at half the fineness: a card has one hue, and its lines differ in lightness.
    """
    for quality in QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=2)
        if buffer.tell() <= MOST_BYTES:
            break
    return buffer.getvalue()
