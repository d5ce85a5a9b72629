"""The Node programs that look at the built site; scripts/prepare.py sets them up from a lock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent / "node"


def run_node(
    program: str, *arguments: str, timeout: float = 300, environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a program of tests/node/node_modules; its exit status and what it wrote. `timeout` in seconds."""
    node = Path(sys.executable).parent / "node"
    command = [node, HERE / "node_modules" / ".bin" / program, *arguments]
    settings = {**os.environ, **(environment or {})}
    return subprocess.run(command, cwd=HERE, env=settings, capture_output=True, text=True, timeout=timeout, check=False)
