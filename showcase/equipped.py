"""What a program imports before all else: without the project's packages it ends in a sentence, not in a traceback."""

from __future__ import annotations

import sys
from importlib.util import find_spec

NEEDED = ("markdown", "pydantic", "yaml")
"""Packages that every command reads profiles with."""

if missing := [name for name in NEEDED if find_spec(name) is None]:
    sys.exit(
        f"{', '.join(missing)}: not installed for {sys.executable}. Type `make` once, which sets up .venv, "
        f"and begin the command with .venv/bin/python."
    )
