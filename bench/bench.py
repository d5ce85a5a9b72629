"""How fast and how large everything is: `make bench`, or `make bench PART=book` for one part.

Each figure stands beside its target. Two things that are compared are run in turn on the same
machine; the load that others put on it is printed with each part, as it makes figures larger.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import books
import lighthouse
import live
import memory
import rivals
import website
from judging import load, machine

PARTS = {"site": website.measure, "book": books.measure, "rivals": rivals.measure, "memory": memory.measure,
         "lighthouse": lighthouse.measure, "live": live.measure}  # fmt: skip


def main() -> None:
    """Measures the parts that are asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("part", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; without one, all of them")
    asked = parser.parse_args().part
    if unknown := [part for part in asked if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; the parts are {', '.join(PARTS)}")
    print(f"On {machine()}", flush=True)
    for part in asked or PARTS:
        print(f"\n{part} (load {load():.1f})", flush=True)
        with tempfile.TemporaryDirectory(prefix="shared-horizons-bench-") as name:
            PARTS[part](Path(name))


if __name__ == "__main__":
    main()
