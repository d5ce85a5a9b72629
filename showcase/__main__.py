"""`python -m showcase`: see `python -m showcase --help`."""

import sys

from showcase.cli import main

if __name__ == "__main__":
    sys.exit(main())
