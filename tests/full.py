"""A made-up profile that fills every field that is told, in both languages, and a project around it."""

from __future__ import annotations

import io
import shutil
import tempfile
from atexit import register
from functools import cache
from pathlib import Path

from PIL import Image
from sites import THIN, make_project
from world import ROOT, profile, share_fonts

from showcase import catalogue
from showcase.book.edition import Made, make_reading_edition

SLUG = "lantern-works"
TEXT = profile(
    ("name_hi: लैंटर्न वर्क्स\n", "name_hi: लैंटर्न वर्क्स\n"
     "legal_name: {value: Lantern Works Private Limited, src: [1]}\naliases: [Lantern, Moonlight Labs]\n"),
    ("[unmanned-marine-systems]", "[unmanned-marine-systems, energy-and-power]"),
    ("  - {name: Asha Rao, src: [1]}\n", "  - {name: Asha Rao, src: [1]}\n  - {name: Bela Sen, src: [2]}\n"),
    ("challenges:\n", 'website: {url: "https://www.lantern.example.org/about", src: [1]}\n'
     "end_users:\n  - {id: indian-army, src: [2]}\nchallenges:\n"
     "  - {id: idea, programme: idex, src: [1]}\n"),
    ("date: 2023-01, src", "date: 2023-02, note: the first of its kind, src"),
    ("stage:\n", "stage:\n  - {step: winner, of: diya, src: [2]}\n"),
    ("what: Contract signed for the lamp., src", "what: Contract signed for the lamp., amount: about Rs 3 crore, src"),
    ("sources:\n", "background:\n  - {id: prize, what: Diya was shown at a fair of lights., src: [1]}\n"
     "photographs:\n  - {id: sea, file: sea.jpg, alt: A lamp on dark water, credit: Chitra Bose, "
     "licence: CC BY 4.0, caption: Diya at sea off Alibag.}\nrelated: [torch-works]\nsources:\n"),
    ("publisher: Naval Notes, date", "publisher: Naval Notes, copy: true, language: mr, date"),
    ("which floats for 12 hours.[^2]\n", "which floats for 12 hours.[^2]\n\nNo one\nsteers it home.[^1][^2]\n"),
)  # fmt: skip
HINDI = """\
---
innovations:
  diya:
    name: दीया
    what: 12 घंटे तक तैरने वाला दीप।
    specs:
      Endurance: {label: सहनशक्ति, value: 12 घंटे}
challenges:
  lamp: {problem: तैरने वाला दीप}
figures:
  endurance: {value: 12 घंटे, label: दीया कितनी देर तैरता है}
milestones:
  contract: {what: दीप के लिए अनुबंध हुआ।, amount: लगभग 3 करोड़ रुपये}
background:
  prize: {what: दीया रोशनी के मेले में दिखाया गया।}
photographs:
  sea: {caption: अलीबाग के पास समुद्र में दीया।, alt: अँधेरे पानी पर दीप}
---
आशा राव ने 2016 में पुणे में आरंभ किया।[^1]

इसे कोई नहीं चलाता।[^1][^2]
"""
TORCH = profile(
    ("id: lantern-works", "id: torch-works"), ("name: Lantern Works", "name: Torch Works"),
    ("name_hi: लैंटर्न वर्क्स", "name_hi: टॉर्च वर्क्स"),
    ("A lamp that finds its own way home", "A torch that never goes out in the rain"),
    ("जो दीप स्वयं घर का रास्ता खोज ले", "वह मशाल जो बारिश में भी नहीं बुझती"),
    ("summary: Lantern Works of Pune makes", "summary: Torch Works of Pune makes"),
    ("[unmanned-marine-systems]", "[unmanned-ground-systems]"),
    ("Asha Rao began in Pune in 2016", "Dipa Roy lit the first of them in Pune"), ("name: Asha Rao", "name: Dipa Roy"),
)  # fmt: skip


QUIET = profile(
    ("It is named by iDEX.", "It is named by iDEX, and that is nearly all that the sources say of this box. "
     "What is in it, who made it and for whom is not said; nor is the year in which work on it began."),
    base=THIN,
)  # fmt: skip


def photograph(turned: int = 0) -> bytes:
    """A sky of one's own making, as JPEG; another when `turned`, in degrees."""
    file = io.BytesIO()
    Image.linear_gradient("L").rotate(turned).resize((3000, 2400)).convert("RGB").save(file, "JPEG")
    return file.getvalue()


def files() -> dict[str, str | bytes]:
    """The files of the whole profile, and of two that are thinner."""
    return {
        f"startups/{SLUG}.md": TEXT, f"startups/{SLUG}.hi.md": HINDI,
        "startups/torch-works.md": TORCH, "startups/quiet-box.md": QUIET, f"images/{SLUG}/sea.jpg": photograph(),
    }  # fmt: skip


@cache
def project() -> Path:
    """A project with both startups, a thin one and a draft, that site and book can be made from.

    Made once for all tests; what they change in it they change back.
    """
    folder = Path(tempfile.mkdtemp(prefix="shared-horizons-whole-"))
    register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(ROOT / "book", folder / "book")
    make_project(folder, files())
    share_fonts(folder)
    return folder


@cache
def made(language: str) -> Made:
    """An edition of that project's book, in its dist/; the bilingual one with its flatplan."""
    root = project()
    return make_reading_edition(
        root, catalogue.load(root), root / "dist", language=language, flatplan=language == "bilingual"
    )
