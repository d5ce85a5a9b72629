"""Makes book/press/fogra39-300.icc anew; the project itself only reads that file.

    sudo apt-get install argyll icc-profiles-free
    python3 scripts/press_profile.py

Argyll's colprof turns the characterisation data FOGRA39L (offset on coated
paper, ISO 12647-2) into an output profile with at most 300 % of ink. The same
data and the same colprof give the same bytes: the time of making, which
colprof writes into the header, is replaced by the day of the data.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DATA = Path("/usr/share/color/icc/FOGRA39L.ti3")
PROFILE = Path(__file__).resolve().parent.parent / "book" / "press" / "fogra39-300.icc"
# Medium tables, at most 300 % of ink, black that grows towards the shadows, no copy of the data inside.
COLPROF = ["colprof", "-v", "-qm", "-l300", "-kr", "-nc"]
NAMED = ["-D", "FOGRA39 coated, 300 % ink (Shared Horizons)", "-C", "From FOGRA39L, zlib licence; see fogra39-300.txt"]
DATE = slice(24, 36)
"""Where the header of an ICC profile has its date: year, month, day, hour, minute, second, two bytes each."""
OF_THE_DATA = b"".join(value.to_bytes(2, "big") for value in (2006, 12, 1, 0, 0, 0))


def main() -> int:
    """Makes the profile; returns 1 with a sentence where something for it is missing."""
    if not shutil.which("colprof") or not DATA.is_file():
        print("Missing: argyll and icc-profiles-free, packages of Debian.", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(DATA, Path(folder, "fogra39.ti3"))
        made = Path(folder, "made.icc")
        subprocess.run([*COLPROF, *NAMED, "-O", made, "fogra39"], cwd=folder, check=True)
        profile = bytearray(made.read_bytes())
    profile[DATE] = OF_THE_DATA
    PROFILE.write_bytes(profile)
    print(f"{PROFILE}: {len(profile)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
