"""A disk that can lose power: what a program wrote, and what may be there after the power is back.

`disk.c` stands under the program, SQLite's library included, and notes each call. `Disk` plays
the notes: what was synced is there; of what was not, each piece of a sector, each length and each
name may be there or not, in any order. That is stricter than the common file systems are.
"""

from __future__ import annotations

import os
import random
import re
import struct
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).with_name("disk.c")
_HEAD = struct.Struct("<BiiQQI")


class NoCompiler(Exception):
    """There is no C compiler on this machine; the words say what was tried."""


def library() -> Path:
    """Compile `disk.c`, once for each content; return the library to preload."""
    import hashlib

    made = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:12]
    place = Path(os.environ.get("CMAPP_CACHE") or tempfile.gettempdir()) / f"fire-disk-{made}.so"
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        half = place.with_suffix(f".{os.getpid()}")
        command = ["-x", "c", "-O1", "-shared", "-fPIC", "-o", str(half), str(SOURCE), "-ldl"]
        for compiler in ("cc", "gcc", "g++"):
            try:
                subprocess.run([compiler, *command, "-lpthread"], check=True, capture_output=True)
                break
            except FileNotFoundError:
                continue
            except subprocess.CalledProcessError as bad:
                raise NoCompiler(bad.stderr.decode()) from None
        else:
            raise NoCompiler("cc, gcc, g++: none is there")
        half.replace(place)
    return place


@dataclass(frozen=True, slots=True)
class Event:
    """One call that changed something; `op` as in disk.c."""

    op: str
    fd: int
    pid: int
    offset: int
    size: int
    name: str
    data: bytes


def events(log: Path) -> Iterator[Event]:
    """Yield what was noted, in order."""
    with log.open("rb") as file:
        while len(head := file.read(_HEAD.size)) == _HEAD.size:
            op, fd, pid, offset, size, named = _HEAD.unpack(head)
            kind = chr(op)
            name = file.read(named).decode() if named else ""
            data = file.read(size) if kind in "wr#" else b""
            yield Event(kind, fd, pid, offset, size, name, data)


@dataclass(slots=True)
class File:
    """One file: what the disk has for sure, and what was done to it since its last sync."""

    safe: bytearray = field(default_factory=bytearray)
    loose: list[Event] = field(default_factory=list)

    def sync(self) -> None:
        for event in self.loose:
            _apply(self.safe, event)
        self.loose.clear()

    def now(self) -> bytes:
        """What a program sees that asks before the power goes."""
        seen = bytearray(self.safe)
        for event in self.loose:
            _apply(seen, event)
        return bytes(seen)


def _apply(content: bytearray, event: Event) -> None:
    if event.op == "t":
        del content[event.offset :]
        content.extend(bytes(max(0, event.offset - len(content))))
        return
    end = event.offset + len(event.data)
    if len(content) < event.offset:
        content.extend(bytes(event.offset - len(content)))
    content[event.offset : end] = event.data


class Disk:
    """Plays events; `image` says what may be found after a power cut at this moment."""

    def __init__(self, root: Path, *, lies: bool = False) -> None:
        """Watch `root`. `lies`: it says that it has synced what it has not."""
        self.root, self.lies = str(root), lies
        self._open: dict[tuple[int, int], tuple[str, File | None]] = {}
        self._seen: dict[str, File] = {}
        """Names as programs see them."""
        self._safe: dict[str, File] = {}
        """Names that are on the disk for sure."""
        self._folders: set[str] = set()
        """Folders that were made and may not be there: with all that is in them."""
        self._names: list[tuple[str, str, str, File | None]] = []
        """What was done to names since their folders were synced: op, name, new name, file."""

    def stands(self, folder: Path) -> None:
        """Take the files in `folder` for what is on the disk when it begins."""
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = f"{self.root}/{path.relative_to(folder)}"
                self._safe[name] = self._seen[name] = File(bytearray(path.read_bytes()))

    def play(self, event: Event) -> None:
        """Take one event."""
        handle = (event.pid, event.fd)
        match event.op:
            case "o":
                if os.path.isdir(event.name) and event.name not in self._seen:
                    self._open[handle] = (event.name, None)
                    return
                file = self._seen.get(event.name)
                if file is None:
                    file = self._seen[event.name] = File()
                    self._names.append(("create", event.name, "", file))
                elif event.size:
                    file.loose.append(Event("t", 0, 0, 0, 0, "", b""))
                self._open[handle] = (event.name, file)
            case "m":
                self._folders.add(event.name)
                self._names.append(("folder", event.name, "", None))
            case "w" | "t":
                _, written = self._open[handle]
                assert written is not None
                written.loose.append(event)
            case "s":
                _, written = self._open[handle]
                if written is not None and not self.lies:
                    written.sync()
            case "d":
                if not self.lies:
                    self._sync_folder(self._open[handle][0])
            case "u":
                self._seen.pop(event.name, None)
                self._names.append(("unlink", event.name, "", None))
            case "r":
                new = event.data.decode()
                moved = self._seen.pop(event.name, None)
                if moved is not None:
                    self._seen[new] = moved
                    self._names.append(("rename", event.name, new, moved))

    def _sync_folder(self, folder: str) -> None:
        left = []
        for done in self._names:
            if os.path.dirname(done[1]) == folder or os.path.dirname(done[2]) == folder:
                _name(self._safe, done)
                if done[0] == "folder":
                    self._folders.discard(done[1])
            else:
                left.append(done)
        self._names = left

    def at_risk(self, *, but: re.Pattern[str]) -> list[str]:
        """Return the files that a power cut may take or tear now, those apart that match `but`."""
        loose = [n for n, f in self._seen.items() if f.loose]
        named = [new or name for op, name, new, _ in self._names if op in ("create", "rename")]
        here = [n for n in {*loose, *named} if n in self._seen]
        return sorted(n for n in here if not but.search(n.removeprefix(self.root)))

    def torn_by(self, event: Event) -> bool:
        """Tell whether a rename puts what is not on the disk in the place of what was."""
        moved = self._seen.get(event.name)
        return event.op == "r" and moved is not None and bool(moved.loose)

    def image(self, rng: random.Random) -> dict[str, bytes]:
        """Return one of the states that may be found: path below the root → content."""
        names = dict(self._safe)
        match rng.choice(("all", "none", "some first", "any")):
            case "all":
                chosen = self._names
            case "none":
                chosen = []
            case "some first":
                chosen = self._names[: rng.randint(0, len(self._names))]
            case _:
                chosen = [done for done in self._names if rng.random() < 0.5]
        gone = set(self._folders)
        for done in chosen:
            _name(names, done)
            if done[0] == "folder":
                gone.discard(done[1])
        names = {n: f for n, f in names.items() if not any(n.startswith(f"{g}/") for g in gone)}
        way = rng.choice(("none", "all", "some first", "any", "torn", "torn 4096", "garbage"))
        return {
            name.removeprefix(self.root).lstrip("/"): _content(file, way, rng)
            for name, file in names.items()
        }


def _name(names: dict[str, File], done: tuple[str, str, str, File | None]) -> None:
    op, name, new, file = done
    if op == "create" and file is not None:
        names[name] = file
    elif op == "unlink":
        names.pop(name, None)
    elif op == "rename" and file is not None:
        if names.get(name) is file:
            del names[name]
        names[new] = file


def _content(file: File, way: str, rng: random.Random) -> bytes:
    content = bytearray(file.safe)
    loose = file.loose
    match way:
        case "none":
            return bytes(content)
        case "all":
            return file.now()
        case "some first":
            for event in loose[: rng.randint(0, len(loose))]:
                _apply(content, event)
            return bytes(content)
        case "any":
            for event in loose:
                if rng.random() < 0.5:
                    _apply(content, event)
            return bytes(content)
    sector = 4096 if way == "torn 4096" else 512
    # the sectors of all writes that are under way reach the disk in any order, or never
    for event in loose:
        if event.op == "t":
            if rng.random() < 0.5:
                _apply(content, event)
            continue
        at, end = event.offset, event.offset + len(event.data)
        while at < end:
            stop = min(end, (at // sector + 1) * sector)
            piece = event.data[at - event.offset : stop - event.offset]
            if rng.random() < 0.6:
                _apply(content, Event("w", 0, 0, at, len(piece), "", piece))
            elif way == "garbage" and at >= len(file.safe):
                # room that was given to the file and never written: whatever lay there before
                junk = rng.randbytes(len(piece))
                _apply(content, Event("w", 0, 0, at, len(junk), "", junk))
            at = stop
    return bytes(content)
