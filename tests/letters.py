"""Messages of made-up people, with made pictures, for tests."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

SENTENCE = "The sea has no walls, and those who keep watch over it learn early that a lamp is worth more than a shout. "
HINDI_SENTENCE = "समुद्र की कोई दीवार नहीं होती, और जो उसकी रखवाली करते हैं वे जल्दी सीख लेते हैं कि दीप पुकार से बड़ा है। "

ADMIRAL = f"""\
---
name: Asha Lantern
name_hi: आशा लैंटर्न
office: Admiral of the Lanterns
office_hi: दीपों की नौसेनापति
place: Harbour of Lamps
date: 2026-10-02
sent: {{by: Office of the Lanterns, day: 2026-10-03}}
---
{SENTENCE}
"""
HINDI = f"""\
---
sent: {{by: Office of the Lanterns, day: 2026-10-03}}
---
{HINDI_SENTENCE}
"""
PORTRAIT = (
    "portrait: {file: admiral.jpg, alt: The Admiral in a white cap, credit: Ravi Beacon, licence: CC BY 4.0, "
    "consent: true, focus: [0.5, 0.3]}\n"
)
PATH, HINDI_PATH = "book/messages/10-admiral.md", "book/messages/10-admiral.hi.md"


def letter(*changes: tuple[str, str], base: str = ADMIRAL) -> str:
    """The Admiral's message with each (old, new) text replaced; the old text must be there."""
    for old, new in changes:
        assert old in base, f"{old!r} is not in the message"
        base = base.replace(old, new, 1)
    return base


def portrayed(*changes: tuple[str, str]) -> str:
    """The message with a portrait."""
    return letter(("sent:", f"{PORTRAIT}sent:"), *changes)


def portrait(width: int = 1600, height: int = 2000) -> bytes:
    """A head and shoulders of nobody, as JPEG."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    draw.ellipse((width * 0.3, height * 0.15, width * 0.7, height * 0.55), fill="#c9a27e")
    draw.pieslice((0, height * 0.6, width, height * 1.4), 180, 360, fill="#203038")
    out = io.BytesIO()
    image.save(out, "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\0")
    return out.getvalue()


def signature(width: int = 1200, height: int = 300) -> bytes:
    """A scrawl on nothing, as PNG."""
    image = Image.new("RGBA", (width, height))
    ImageDraw.Draw(image).line([(60, 200), (400, 60), (700, 240), (1140, 90)], fill="#123", width=12)
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
