"""What a column of an imported table can be, and the headers by which it is known.

The list is `resources/imports/fields.toml`: names that platforms, statistics and shops give their
columns, and words in three languages.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from cmapp.system.paths import resources

Kind = Literal["day", "time", "text", "part", "count", "money", "share", "length"]
VALUES = ("count", "money", "share", "length")
"""The kinds that hold numbers."""
POST = ("url", "remote_id", "text")
"""By these a row is a post's."""


@dataclass(frozen=True, slots=True)
class Field:
    """`sum`: how values of one thing add up: sum, mean, last; "" where it is no value."""

    name: str
    kind: Kind
    sum: str
    words: Mapping[str, str]
    headers: tuple[str, ...]


@cache
def fields() -> Mapping[str, Field]:
    """Return the fields by name, in the order in which they are offered."""
    path = resources() / "imports" / "fields.toml"
    return {
        name: Field(
            name, one["kind"], one.get("sum", ""),
            {language: one[language] for language in ("en", "zh_CN", "zh_TW")},
            tuple(one["headers"]),
        )
        for name, one in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }  # fmt: skip


def normal(header: str) -> str:
    """Return a header as it is compared: narrow, lower case, without units in brackets."""
    text = unicodedata.normalize("NFKC", header).casefold()
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", text)
    return " ".join(text.replace("_", " ").replace("：", " ").split()).strip(" :*%")


@cache
def _known() -> Mapping[str, str]:
    return {normal(h): f.name for f in fields().values() for h in f.headers}


def known(header: str) -> bool:
    """Tell whether a header is one of the list."""
    return normal(header) in _known()


def proposed(header: Sequence[str]) -> dict[str, str]:
    """Return column → field for what the list knows; of two columns for one field the first."""
    made: dict[str, str] = {}
    for one in header:
        name = _known().get(normal(one))
        if name is not None and name not in made.values() and one not in made:
            made[one] = name
    return made


def digest(header: Sequence[str]) -> str:
    """Return what a set of headers is remembered by, whatever their order."""
    told = "\0".join(sorted(normal(h) for h in header))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()


_UNITS = (
    (re.compile(r"\((?:ms|milliseconds?|毫秒)\)", re.I), 0.001),
    (re.compile(r"\((?:m|min|mins|minutes?|分钟|分鐘|分)\)", re.I), 60.0),
    (re.compile(r"\((?:h|hr|hours?|小时|小時)\)", re.I), 3600.0),
)


def percent(header: str) -> bool:
    """Tell whether a header says that its numbers are hundredths."""
    return "%" in unicodedata.normalize("NFKC", header)


def unit(header: str) -> float:
    """Return how many seconds a bare number under a header is."""
    told = unicodedata.normalize("NFKC", header)
    return next((seconds for pattern, seconds in _UNITS if pattern.search(told)), 1.0)
