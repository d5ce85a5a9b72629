"""The worlds of tests: a whole small project in a folder, stated file by file."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]

PROFILE = """\
---
id: lantern-works
name: Lantern Works
name_hi: लैंटर्न वर्क्स
status: published
headline: A lamp that finds its own way home
headline_hi: जो दीप स्वयं घर का रास्ता खोज ले
summary: Lantern Works of Pune makes a floating lamp for the Indian Navy.
summary_hi: पुणे की लैंटर्न वर्क्स भारतीय नौसेना के लिए तैरता दीप बनाती है।
hi_reviewed: null
technologies: [unmanned-marine-systems]
founded: {year: 2016, src: [1]}
founders:
  - {name: Asha Rao, src: [1]}
home: {city: Pune, state: MH, src: [1]}
challenges:
  - {id: lamp, programme: disc, edition: disc-7, problem: A lamp that floats, end_user: indian-navy, src: [2]}
innovations:
  - id: diya
    name: Diya
    what: A lamp that floats for 12 hours.
    specs:
      - {label: Endurance, value: "12 hours"}
    src: [1, 2]
stage:
  - {step: contract, of: lamp, date: 2023-01, src: [2]}
figures:
  - {id: endurance, value: "12 hours", label: how long Diya floats, src: [1]}
milestones:
  - {id: contract, date: 2023-01-09, what: Contract signed for the lamp., src: [2]}
sources:
  - {id: 1, title: A lamp at sea, publisher: The Harbour Times, date: 2022-05-01, url: "https://example.org/lamp"}
  - {id: 2, publisher: Naval Notes, date: 2023-01, url: "https://example.org/contract"}
clearance: {basis: public-sources}
verified_on: 2026-11-22
review_by: 2027-05-22
---
Asha Rao began in Pune in 2016.[^1] On 9 January 2023 the Navy signed for Diya, which floats for 12 hours.[^2]
"""


def make_world(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A project under `folder`: the real vocabularies, and the files given by path and content."""
    shutil.copytree(ROOT / "data", folder / "data", dirs_exist_ok=True)
    (folder / "startups").mkdir(exist_ok=True)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def profile(*changes: tuple[str, str], base: str = PROFILE) -> str:
    """The sound profile with each (old, new) text replaced; the old text must be there."""
    for old, new in changes:
        assert old in base, f"{old!r} is not in the profile"
        base = base.replace(old, new, 1)
    return base


def share_fonts(root: Path) -> None:
    """Lets the project at `root` use the fonts cut for this one: cutting them anew would take seconds."""
    (ROOT / ".cache" / "book-fonts").mkdir(parents=True, exist_ok=True)
    (root / ".cache").mkdir(exist_ok=True)
    (root / ".cache" / "book-fonts").symlink_to(ROOT / ".cache" / "book-fonts")
