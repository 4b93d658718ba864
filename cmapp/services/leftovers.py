r"""Looking through every file of a profile for words that must not be in any: the proof (P20).

Each word is looked for as it may lie in a file: UTF-8 as it is and in small letters, UTF-16 of both
orders, JSON's \u, percent signs, and as the index of words has it. All forms at once: the first
bytes of each are looked up in a table for every place of the file, and compared where that hits.

Where a finding goes on with another letter or digit (`…/p/118` in `…/p/1184`), it is one all the
same, unless that longer one stands in a value of the database, which says that it is somebody
else's: in a file, values lie side by side with nothing between.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import quote

from cmapp.store import values, words
from cmapp.store.sqlite import Connection
from cmapp.system.later import later

if TYPE_CHECKING:
    import numpy as np
else:
    np = later("numpy")

LIST = "erasing.json"
"""What is looked for, kept while an erasure is not finished; gone before it is told as done."""
APART = ("demo-network", LIST)
"""Not looked through: the folder that stands for a platform (what was published there is not ours),
and the list of what is looked for."""
_WORD = frozenset(b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_Raw = bytes
_ANCHOR = 6
_PIECE = 1 << 23
_BITS = 24
"""Of the table: so few places hit by chance, even with ten thousand forms."""


@dataclass(slots=True)
class Scan:
    """What was looked through. `hits`: file → how many places; `short`: words not looked for."""

    files: int = 0
    bytes: int = 0
    words: int = 0
    forms: int = 0
    hits: dict[str, int] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    longer: Counter[tuple[str, frozenset[_Raw]]] = field(default_factory=Counter)
    """(file, a form with the letter or digit before it, or behind it) → how many hits are such."""

    def spare(self, others: Iterable[_Raw]) -> None:
        """Take back the hits that are a part of these: longer ones, which are somebody else's."""
        known = set(others)
        for (name, around), n in self.longer.items():
            if around & known:
                self.hits[name] -= n
                if not self.hits[name]:
                    del self.hits[name]
        self.longer = Counter({k: n for k, n in self.longer.items() if not k[1] & known})

    def facts(self) -> dict[str, Any]:
        """Return it as JSON values; without a word of what was looked for."""
        return {
            "files": self.files,
            "bytes": self.bytes,
            "words": self.words,
            "forms": self.forms,
            "found": sum(self.hits.values()),
            "where": dict(sorted(self.hits.items())),
            "unread": sorted(self.unread),
        }


def forms(word: str) -> set[bytes]:
    """Return how a word may lie in a file."""
    found: set[bytes] = set()
    for one in (word, word.lower()):
        raw = one.encode("utf-8", "surrogatepass")
        found |= {
            raw,
            one.encode("utf-16-le", "surrogatepass"),
            one.encode("utf-16-be", "surrogatepass"),
            json.dumps(one)[1:-1].encode(),
            json.dumps(one, ensure_ascii=False)[1:-1].encode("utf-8", "surrogatepass"),
            quote(raw, safe="").encode(),
            quote(raw).encode(),
        }
    split = words.split(word)
    if split.count(" ") >= 2:
        found.add(split.encode())
    return {one for one in found if len(one) >= _ANCHOR}


class Finder:
    """All forms of all words, ready to be looked for."""

    def __init__(self, given: Iterable[str], *, raw: Iterable[bytes] = ()) -> None:
        """Work the forms out; `raw` is looked for as it is."""
        kept = list(dict.fromkeys(given))
        self.words = len(kept)
        self.forms = {form for word in kept for form in forms(word)} | set(raw)
        # each is known by six bytes of it that few others have: an address begins as all do
        often = Counter(
            form[n : n + _ANCHOR] for form in self.forms for n in range(len(form) - _ANCHOR + 1)
        )
        self._by_anchor: dict[bytes, list[tuple[int, bytes]]] = defaultdict(list)
        for form in self.forms:
            seen = [often[form[n : n + _ANCHOR]] for n in range(len(form) - _ANCHOR + 1)]
            at = seen.index(min(seen))
            self._by_anchor[form[at : at + _ANCHOR]].append((at, form))
        self._longest = max((len(form) for form in self.forms), default=0)
        self._table = np.zeros(1 << _BITS, dtype=bool)
        anchors = np.frombuffer(b"".join(self._by_anchor), dtype=np.uint8).reshape(-1, _ANCHOR)
        if len(anchors):
            self._table[_hashed(anchors.T)] = True

    def places(self, data: bytes) -> Iterator[tuple[int, int]]:
        """Yield where one of the forms begins in these bytes, and where it ends."""
        if len(data) < _ANCHOR or not self.forms:
            return
        view = np.frombuffer(data, dtype=np.uint8)
        size = len(view) - _ANCHOR + 1
        columns = [view[n : n + size] for n in range(_ANCHOR)]
        for place in np.flatnonzero(self._table[_hashed(columns)]):
            at = int(place)
            for before, form in self._by_anchor.get(data[at : at + _ANCHOR], ()):
                if at >= before and data.startswith(form, at - before):
                    yield at - before, at - before + len(form)

    def count(self, path: Path) -> tuple[int, int, Counter[frozenset[bytes]]]:
        """Return (places, bytes, longer ones) of a file, read in pieces that overlap.

        Raises OSError.
        """
        hits = size = seen = 0
        longer: Counter[frozenset[bytes]] = Counter()
        kept = b""
        with _opened(path) as file:
            piece = file.read(_PIECE)
            while piece:
                following = file.read(_PIECE)
                size += len(piece)
                data = kept + piece
                for start, end in self.places(data):
                    if end <= seen or (end == len(data) and following):
                        continue  # counted before, or what comes after it is not here yet
                    hits += 1
                    around = _around(data, start, end)
                    longer[around] += bool(around)
                kept = data[-self._longest - 1 :]
                seen = len(kept) - 1
                piece = following
        return hits, size, +longer


_HELD: dict[tuple[int, int], int] = {}
"""Databases by device and number, and what they are read with: never closed again.

Whoever closes a file gives back every lock that this process has on it (POSIX), those of SQLite,
too, which would not know: the next to open the database would take it for nobody's, and make what
connections share anew below a writer's hands.
"""


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """Give a file to be read from its beginning. Raises OSError."""
    if os.name != "posix" or not _in_use(path):
        with path.open("rb") as file:
            yield file
        return
    there = path.stat()
    key = there.st_dev, there.st_ino
    if key not in _HELD:
        _HELD[key] = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    os.lseek(_HELD[key], 0, os.SEEK_SET)
    with open(_HELD[key], "rb", closefd=False) as file:
        yield file


def _in_use(path: Path) -> bool:
    """Tell whether it is of a database that somebody has open: a copy frees its room as it goes."""
    name = path.name.removesuffix("-wal").removesuffix("-shm")
    return name.endswith(".sqlite3") and path.with_name(f"{name}-shm").exists()


def _around(data: bytes, start: int, end: int) -> frozenset[bytes]:
    """Return a finding with the letter or digit before it, and behind it, where it goes on so."""
    found = set()
    if start > 0 and data[start] in _WORD and data[start - 1] in _WORD:
        found.add(data[start - 1 : end])
    if end < len(data) and data[end - 1] in _WORD and data[end] in _WORD:
        found.add(data[start : end + 1])
    return frozenset(found)


def _hashed(columns: Any) -> Any:
    """Return a number of `_BITS` bits of the first bytes at each place."""
    mixed = columns[0].astype(np.uint32)
    for column in columns[1:]:
        mixed *= np.uint32(16_777_619)
        mixed ^= column
    mixed ^= mixed >> np.uint32(15)
    mixed *= np.uint32(2_246_822_519)
    mixed >>= np.uint32(32 - _BITS)
    return mixed


def scan(root: Path, finder: Finder) -> Scan:
    """Look through every file below a profile's folder."""
    done = Scan(words=finder.words, forms=len(finder.forms))
    for path in sorted(root.rglob("*")):
        inside = path.relative_to(root)
        if inside.parts[0] in APART or not path.is_file():
            continue
        if finder_hits := _named(str(inside), finder):
            done.hits[f"file name {done.files}"] = finder_hits
        try:
            hits, size, longer = finder.count(path)
        except OSError:
            done.unread.append(str(inside))
            continue
        done.files += 1
        done.bytes += size
        if hits:
            done.hits[str(inside)] = hits
            done.longer += Counter({(str(inside), around): n for around, n in longer.items()})
    return done


def others(db: Connection, scan: Scan) -> set[bytes]:
    """Return which of the longer ones stand in a value of a database that is kept."""
    finder = Finder((), raw={one for _, around in scan.longer for one in around})
    found: set[bytes] = set()
    for piece in values.all_texts(db):
        found |= {piece[start:end] for start, end in finder.places(piece)}
    return found


def _named(name: str, finder: Finder) -> int:
    return sum(1 for _ in finder.places(name.encode("utf-8", "surrogateescape")))
