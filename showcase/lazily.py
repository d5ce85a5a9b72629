"""Commands whose room is loaded only when they are run: no other command waits for its libraries."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib import import_module


def run_by(room: str) -> Callable[[argparse.Namespace], int]:
    """What runs a command by `run` of the module `room`."""

    def run(options: argparse.Namespace) -> int:
        return import_module(room).run(options)

    return run
