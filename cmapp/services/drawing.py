"""Drawing a chart into a file where no window is: in a process of its own, begun for that alone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cmapp.domain.errors import Rejected

KINDS = ("svg", "png")
DRAW = "--draw-chart"
"""The first word to the program that has it draw and nothing else; `cmapp.__main__` knows it."""
_PATIENCE = 120.0


def drawn(
    chart: Mapping[str, Any], kind: str, *, language: str = "en", theme: str = "light"
) -> bytes:
    """Return a chart (as `domain/chart.py: to_json` tells it) as SVG or PNG.

    Raises Rejected (`cannot_draw`; fact `said`) where Qt is missing or does not start.
    """
    command = [sys.executable, "-m", "cmapp.ui.draw_chart"]
    if getattr(sys, "frozen", False):  # the program is its own interpreter: no -m there
        command = [sys.executable, DRAW]
    package = str(Path(__file__).resolve().parents[2])
    way = os.pathsep.join(p for p in (package, os.environ.get("PYTHONPATH")) if p)
    try:
        done = subprocess.run(
            [*command, kind, language, theme],
            input=json.dumps(chart).encode(),
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**os.environ, "PYTHONPATH": way, "QT_QPA_PLATFORM": "offscreen"},
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Rejected("cannot_draw", said=type(problem).__name__) from None
    if done.returncode or not done.stdout:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise Rejected("cannot_draw", said=told[-1][:200] if told else "")
    return done.stdout
