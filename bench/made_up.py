"""Made-up profiles for measuring: valid, all different, about as long as a real one.

No firm, product or source here exists; every web address ends in .example.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from string import Template

import yaml

# Made-up names, with the Hindi spelling of each syllable.
SYLLABLES = {
    "ba": "बा", "de": "दे", "go": "गो", "hi": "हि", "ju": "जु", "ka": "का", "le": "ले", "mo": "मो",
    "ni": "नि", "pu": "पु",
}  # fmt: skip

SENTENCES = """\
A small team set out to mend what the people in the field had long put up with.
The first version was heavy, slow and hard to carry, and the users said so.
Each trial taught the makers something that no drawing had shown them.
What looked like a fault of the sensor turned out to be dust in a connector.
The work moved from a bench to a vehicle, and from the vehicle to open country.
A second prototype came out lighter, and it ran through a night without help.
The makers chose parts that can be bought, repaired and replaced close to home.
The software learns from each run and keeps what it has learned on board.
Nothing in it needs a link to the outside once the task has begun.
The users asked for one button in place of a menu, and they got it.
Tests in heat and cold followed, then tests in rain, salt and sand.
The firm trains the crews itself and listens to what they report.
Others have begun to ask for the same device for their own kinds of work.
What began as an answer to one problem has become a family of devices.""".split("\n")

PROFILE = Template("""\
---
id: $slug
name: $name
name_hi: $name_hi
status: published
headline: A quiet device that keeps working when the link is lost
headline_hi: एक शांत यंत्र जो संपर्क टूटने पर भी काम करता है
summary: "A made-up firm with a made-up device, in answer to a problem posed in $edition_name; it ran for $hours hours in a trial in $month $year."
summary_hi: "एक कल्पित संस्था और उसका कल्पित यंत्र, जो केवल मापने के लिए बनाए गए हैं।"
hi_reviewed: null
technologies: [$technologies]
founded: {year: $founded, src: [1]}
home: {city: $city, state: $state, src: [1, 2]}
website: {url: "https://$slug.example/", src: [1]}
challenges:
  - {id: posed, programme: $programme, edition: $edition, problem: "A device that works alone", end_user: $user, src: [1, 2]}
innovations:
  - id: device
    name: Device
    what: A device that keeps working when it is cut off.
    specs:
      - {label: Running time, value: "$hours hours"}
      - {label: Weight, value: "$weight kg"}
      - {label: Range, value: "$reach km"}
    src: [1, 2]
  - id: software
    name: Software
    what: The software that steers the device and learns from each run.
    src: [3]
stage:
  - {step: winner, of: posed, src: [2]}
  - {step: contract, of: posed, date: $year-$month_number, src: [2, 3]}
  - {step: prototype, of: device, src: [3]}
figures:
  - {id: hours, value: "$hours hours", label: "running time in the trial", src: [1]}
  - {id: weight, value: "$weight kg", label: "weight of the device", src: [1]}
  - {id: reach, value: "$reach km", label: "range in the trial", src: [2]}
milestones:
  - {id: beginning, date: $founded, what: "The firm is founded.", src: [1]}
  - {id: contract, date: $year-$month_number, what: "The contract is signed.", src: [2]}
  - {id: trial, date: $year-$month_number-$day, what: "The device is tried in the open.", src: [3]}
photographs: []
related: []
sources:
  - {id: 1, title: "A made-up report on a device", publisher: Made-up Times, date: $year-$month_number-$day, url: "https://times.example/$slug"}
  - {id: 2, title: "A made-up list of winners", publisher: Made-up Gazette, date: $year-$month_number, url: "https://gazette.example/$slug"}
  - {id: 3, title: "A made-up account of a trial", publisher: Made-up Review, url: "https://review.example/$slug"}
clearance: {basis: public-sources}
verified_on: 2026-11-22
review_by: 2027-05-22
embargo_until: null
---
$story
""")  # noqa: E501


def write_content(root: Path, source: Path, count: int) -> None:
    """Writes `count` profiles under `root`, beside a copy of the vocabularies of `source`."""
    shutil.copytree(source / "data", root / "data")
    vocabulary = _vocabulary(source / "data")
    folder = root / "startups"
    folder.mkdir()
    for number in range(count):
        name, name_hi = _name(number)
        slug = name.lower().replace(" ", "-")
        text = _profile(number, vocabulary, slug=slug, name=name, name_hi=name_hi)
        (folder / f"{slug}.md").write_text(text, encoding="utf-8")


def _vocabulary(data: Path) -> dict[str, list]:
    """What a profile may name, out of the real vocabularies."""
    programmes = _listed(data, "programmes")
    return {
        "technologies": _listed(data, "technologies"),
        "users": _listed(data, "end-users", "end_users"),
        "cities": _listed(data, "cities"),
        "editions": [
            (programme, edition) for programme in programmes for edition in programme["editions"]
        ],
    }


def _listed(data: Path, stem: str, key: str | None = None) -> list:
    return yaml.safe_load((data / f"{stem}.yml").read_text(encoding="utf-8"))[key or stem]


def _name(number: int) -> tuple[str, str]:
    """A name and its Hindi for each number below 10,000."""
    latin, hindi = zip(
        *(list(SYLLABLES.items())[int(digit)] for digit in f"{number:04}"), strict=True
    )
    words = ("".join(latin[:2]).title(), "".join(latin[2:]).title(), "Works")
    return " ".join(words), f"{''.join(hindi[:2])} {''.join(hindi[2:])} वर्क्स"


def _profile(number: int, vocabulary: dict[str, list], **names: str) -> str:
    chance = random.Random(number)
    programme, edition = chance.choice(vocabulary["editions"])
    city = chance.choice(vocabulary["cities"])
    technologies = chance.sample(vocabulary["technologies"], chance.randint(1, 3))
    year, month = chance.randint(2019, 2025), chance.randint(1, 12)
    facts = {
        "programme": programme["id"],
        "edition": edition["id"],
        "edition_name": edition["name"],
        "user": chance.choice(vocabulary["users"])["id"],
        "city": city["name"],
        "state": city["state"],
        "technologies": ", ".join(technology["id"] for technology in technologies),
        "founded": year - chance.randint(1, 9),
        "year": year,
        "month": MONTHS[month - 1],
        "month_number": f"{month:02}",
        "day": f"{chance.randint(1, 28):02}",
        "hours": chance.randint(2, 96),
        "weight": chance.randint(1, 400),
        "reach": chance.randint(3, 900),
    }
    return PROFILE.substitute(**names, **facts, story=_story(chance, facts))


MONTHS = (
    "January February March April May June July August September October November December"
).split()


def _story(chance: random.Random, facts: dict) -> str:
    """Three paragraphs, about as many words as a real story, each sentence with its source."""
    paragraphs = []
    for opening in (
        f"In {facts['month']} {facts['year']} the device ran for {facts['hours']} hours.",
        f"It weighs {facts['weight']} kg.",
        f"Its range is {facts['reach']} km.",
    ):
        sentences = [opening, *chance.sample(SENTENCES, 4)]
        paragraphs.append(" ".join(f"{text}[^{chance.randint(1, 3)}]" for text in sentences))
    return "\n\n".join(paragraphs)
