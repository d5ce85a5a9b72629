"""The machine, and figures beside their targets."""

from __future__ import annotations

import os
import platform
import re
from pathlib import Path


def machine() -> str:
    """The machine in a few words: processor, cores, system, Python."""
    model = re.search(r"model name\s*: (.+)", _read("/proc/cpuinfo"))
    processor = model[1] if model else platform.processor() or platform.machine()
    python = platform.python_version()
    return f"{processor}, {os.cpu_count()} cores, {platform.system()}, Python {python}"


def load() -> float:
    """How many processes wanted a core, on average of the last minute."""
    return os.getloadavg()[0]


def judge(what: str, value: float, limit: float) -> None:
    """Prints one figure beside its target, and whether it is met."""
    verdict = "met" if value <= limit else "NOT MET"
    print(f"{what:64} {value:7.2f}   target {limit:g}   {verdict}", flush=True)


def affirm(what: str, is_so: bool) -> None:
    """Prints whether something is as it must be."""
    print(f"{what:64} {'met' if is_so else 'NOT MET'}", flush=True)


def tell(what: str, value: object = "") -> None:
    """Prints a figure that has no target."""
    shown = f"{value:7.2f}" if isinstance(value, float) else value
    print(f"{what:64} {shown}".rstrip(), flush=True)


def _read(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except OSError:
        return ""
