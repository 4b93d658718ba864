"""Small pictures of what is attached, read from this machine only and off the window's thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QImageReader, QPainter, QPixmap
from shiboken6 import isValid

from cmapp.domain.errors import Rejected
from cmapp.ui.bridge import Bridge

MOST = 64
SIDE = 640
MEGABYTES = 64
"""What a picture may take that Qt decodes: only what we made ourselves comes there."""
FILMS = (".mp4", ".mov", ".webm", ".m4v")


def read(path: str, side: int = SIDE) -> QImage:
    """Return a picture at most `side` wide and high, turned as its camera says; null if it is none.

    Qt never sees the file: another process decodes it and hands over a small picture of its own.
    Not on the window's thread.
    """
    from cmapp.system import decoder, media

    try:
        return small(decoder.thumbnail(media.read_attachment(Path(path)).data, side=side))
    except Rejected:
        return QImage()


def small(data: bytes) -> QImage:
    """Return a picture that this program made, null if it is none: PNG or JPEG, of few pixels."""
    QImageReader.setAllocationLimit(MEGABYTES)
    # the stubs ask for bytes, which the binding refuses
    kind: Any = "PNG" if data.startswith(b"\x89PNG") else "JPG"
    return QImage.fromData(data, kind)


class Thumbs:
    """Pictures by path. Lives on the window's thread."""

    def __init__(self, bridge: Bridge, folder: Path | None) -> None:
        self._bridge, self._folder = bridge, folder
        self._known: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: dict[str, list[Callable[[], None]]] = {}

    def place(self, path: str) -> str:
        """Return where a file lies: names without a folder are in the profile's media folder."""
        if Path(path).is_absolute() or self._folder is None:
            return path
        return str(self._folder / path)

    def get(self, path: str, then: Callable[[], None]) -> QPixmap | None:
        """Return the picture if it is at hand (null: it is none); else `then` is called later."""
        if path in self._known:
            self._known.move_to_end(path)
            return self._known[path]
        if path.lower().endswith(FILMS):
            return QPixmap()
        waiting = self._asked.setdefault(path, [])
        waiting.append(then)
        if len(waiting) == 1:
            there = self.place(path)
            self._bridge.run(
                lambda: read(there),
                lambda image: self._arrived(path, QPixmap.fromImage(image)),
                lambda _error: self._arrived(path, QPixmap()),
                call=True,
            )
        return None

    def forget(self, path: str) -> None:
        """Read a picture anew when it is next asked for: it was made just now."""
        self._known.pop(path, None)

    def _arrived(self, path: str, picture: QPixmap) -> None:
        self._known[path] = picture
        while len(self._known) > MOST:
            self._known.popitem(last=False)
        for then in self._asked.pop(path, []):
            asker = getattr(then, "__self__", None)
            if not isinstance(asker, QObject) or isValid(asker):  # it may be gone by now
                then()


def cover(painter: QPainter, picture: QPixmap, box: tuple[int, int, int, int]) -> None:
    """Paint a picture so that it fills `box` (left, top, width, height), cut at the longer side."""
    left, top, width, height = box
    whole = picture.size()
    if whole.isEmpty():
        return
    scale = max(width / whole.width(), height / whole.height())
    across, down = width / scale, height / scale
    x, y = (whole.width() - across) / 2, (whole.height() - down) / 2
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(left, top, width, height, picture, int(x), int(y), int(across), int(down))
