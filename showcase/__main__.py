"""`python -m showcase`: see `python -m showcase --help`."""

import sys

import showcase.equipped  # noqa: F401
from showcase.cli import main
from showcase.ending import ended

if __name__ == "__main__":
    sys.exit(ended(main))
