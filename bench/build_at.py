"""`build_pdf.py` for the project in another folder: python bench/build_at.py FOLDER --edition press."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import build_pdf  # noqa: E402 - it lies beside, not within, this folder

if __name__ == "__main__":
    root = Path(sys.argv[1])
    sys.exit(build_pdf.main(["--output", str(root / "dist"), *sys.argv[2:]], root))
