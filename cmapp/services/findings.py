"""The words for what a look at a profile finds, in the language of whoever reads them.

`resources/findings/*.json` holds {code: {language: [what is, why, what to do]}}; a file for each
area. The last two may be empty.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from cmapp.domain.wording import filled
from cmapp.system import paths

LANGUAGES = ("en", "zh_CN", "zh_TW")
_LONGEST = 300
_ENTRY = re.compile(r"- \*\*(.+?)\*\* ?[(（](.*?)[)）][:：] ?(.*)")
_CODE = re.compile(r"`([a-z_]+)`")
_FACT = re.compile(r"\{(\w+)\}")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def language(wish: str, environ: Mapping[str, str] = os.environ) -> str:
    """Return `en`, `zh_CN` or `zh_TW`: what is wished, else what the environment speaks."""
    if wish in LANGUAGES:
        return wish
    names = (environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((name for name in names if name), "")
    if not spoken.startswith("zh"):
        return "en"
    return "zh_TW" if any(part in spoken for part in ("TW", "HK", "MO", "Hant")) else "zh_CN"


@cache
def words() -> dict[str, dict[str, list[str]]]:
    """Return all words: {code: {language: [what is, why, what to do]}}."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in sorted((paths.resources() / "findings").glob("*.json")):
        found |= json.loads(path.read_text("utf-8"))
    return found


@cache
def problems(spoken: str) -> dict[str, tuple[str, str]]:
    """Return {error code: (what is, what to do)} as the help page of troubles has them."""
    page = (paths.resources() / "help" / spoken / "problems.md").read_text("utf-8")
    found: dict[str, tuple[str, str]] = {}
    for line in page.splitlines():
        if (entry := _ENTRY.match(line)) is None:
            continue
        rest = _LINK.sub(r"\1", entry[3]).replace("**", "")
        for code in _CODE.findall(entry[2]):
            found.setdefault(code, (entry[1], rest[:1].upper() + rest[1:]))
    return found


def utc(at: int) -> str:
    """Return a time as the command line and reports tell it."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d %H:%M UTC")


def told(
    code: str, facts: Mapping[str, Any], spoken: str, *, moment: Callable[[int], str] = utc
) -> tuple[str, str, str]:
    """Return (what is, why, what to do) in `spoken`; a code without words stands for itself.

    A standing problem (fact `why`) is told in the words of the page of troubles. `moment` says a
    time (UTC ms).
    """
    says, way_on = problems(spoken).get(str(facts.get("why") or code), (code, ""))
    lines = words().get(code, {}).get(spoken)
    if lines is None:
        return says, "", way_on
    known = {n: shown for n, value in facts.items() if (shown := _fact(n, value, moment))}
    if "why" in facts:
        known |= {"problem": says, "mend": way_on}
    says, cause, way_on = (
        _FACT.sub(lambda fact: known.get(fact[1], "?"), filled(line, known)) for line in lines
    )
    return says, cause, way_on


def _fact(name: str, value: Any, moment: Callable[[int], str]) -> str:
    if value is None or isinstance(value, Mapping):
        return ""
    if name.endswith("bytes") and isinstance(value, int):
        return f"{value / 1e9:.1f} GB" if value >= 1e9 else f"{value / 1e6:.0f} MB"
    if name.endswith("_at") and type(value) is int:
        return moment(value)
    if isinstance(value, list | tuple):
        value = ", ".join(map(str, value))
    return "".join(char for char in str(value) if char.isprintable())[:_LONGEST]
