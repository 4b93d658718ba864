"""Where one was, and the room there is: size and place of the window, the view and the row.

They are kept across restarts in a small file of the profile (`window.json`), not the database: it
is about this screen, and losing it costs nothing. What cannot be read is as if it were not there.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

FILE = "window.json"


@dataclass(frozen=True, slots=True)
class Place:
    """`geometry` is Qt's own (base64); `split` the widths beside the splitter (px).

    `view` is the code of the inbox's view, `item` the conversation that was open, `row` where it
    stood, `scroll` how far the list was scrolled (px); `writing`: the composer had the keys.
    `seen_at` is when somebody was here last (UTC ms; 0: never);
    `told_waiting`: what becomes of what waits when the window closes was said.
    """

    geometry: str = ""
    split: tuple[int, ...] = ()
    view: str = "needs_reply"
    item: int | None = None
    row: int = 0
    scroll: int = 0
    writing: bool = False
    seen_at: int = 0
    told_waiting: bool = False


def load(folder: Path) -> Place:
    """Read the place; where there is none, or none that makes sense, the first one."""
    try:
        raw = json.loads((folder / FILE).read_text(encoding="utf-8"))
        known = {f.name: raw[f.name] for f in fields(Place) if f.name in raw}
        place = Place(**(known | {"split": tuple(int(n) for n in known.get("split", ()))}))
    except (OSError, ValueError, TypeError, RecursionError):
        return Place()
    kinds = (
        (place.geometry, str), (place.view, str), (place.row, int), (place.scroll, int),
        (place.writing, bool), (place.item or 0, int), (place.seen_at, int),
        (place.told_waiting, bool),
    )  # fmt: skip
    return place if all(isinstance(value, kind) for value, kind in kinds) else Place()


def keep(folder: Path, place: Place) -> None:
    """Write the place; a disk that refuses is no trouble."""
    fresh = folder / f"{FILE}.new"
    with contextlib.suppress(OSError):
        fresh.write_text(json.dumps(asdict(place)), encoding="utf-8")
        os.replace(fresh, folder / FILE)


def room(widget: QWidget) -> QRect:
    """Return the part of a widget's screen that no panel takes, in pixels."""
    # Not by QWidget.screen(): what that returns belongs to the widget from then on, as far as
    # Python knows. With it the screen is deleted, and what is painted next ends the program.
    screen = QGuiApplication.screenAt(widget.window().frameGeometry().center())
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()
