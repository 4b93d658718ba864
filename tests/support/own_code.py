"""The package as syntax trees, for tests that hold rules of how it is written.

Two hundred megabytes: once for a process, however many modules of tests read them.
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2] / "cmapp"


@cache
def trees() -> dict[str, ast.Module]:
    """Return every module: path below cmapp/ → its syntax tree."""
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }
