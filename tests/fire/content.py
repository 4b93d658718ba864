"""Nothing that a stranger wrote reaches a file or the network, in any widget that shows it (P17).

    python -m tests.fire.content --full          all payloads through the whole window
    python -m tests.fire.content --quick         one payload, panes and deeds alone
    python -m tests.fire.content --control label a QLabel that takes rich text is planted

A real profile in which every foreign word is the payload (`poisoned.py`); every pane, section,
dialog, picker, menu and chart of the window is opened on it, without a screen. Watched are a file
of one red (its pixels anywhere, and whoever opens it, through inotify), a server on loopback that
counts, what Qt is asked to open, and each text of each widget, item and tooltip: none may be rich
text or bind a key, and no place may hold the window for `MOST_SECONDS`. Every class of widget
must have been shown with every payload, or stand in `NOTHING_FOREIGN` with its reason.
One line of JSON; exits 1 on a violation.
"""

from __future__ import annotations

import argparse
import collections
import ctypes
import faulthandler
import http.server
import importlib
import json
import os
import pkgutil
import random
import signal
import struct
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.fire import poisoned
from tests.fire.corpus import PAYLOADS
from tests.fire.meetings import Meetings

PROMISE = "P17"
RED = (0xFF, 0x01, 0x02)
CONTROLS = ("label", "tooltip", "browser", "fetch", "key")

WALKS = 1
"""Through everything, with all payloads at once, each time in other cells."""
MOST_SECONDS = 5.0
"""Of processor time, at one place, of a window with hundreds of rows of the worst text."""

NOTHING_FOREIGN: dict[str, str] = {
    "cmapp.ui.charts.hover._Swatch": "a colour",
    "cmapp.ui.dialogs.connect._Picture": "a drawing of ours",
    "cmapp.ui.insights.experiment_arms._Count": "two fields for numbers",
    "cmapp.ui.insights.goal_sheets._Rating": "a number from 1 to 5",
    "cmapp.ui.planning.carrier.Carrier": "a title that PlanCard shows, painted as it is carried",
    "cmapp.ui.widgets.scroll._Ring": "the ring of the focus",
    "cmapp.ui.writing.preview._Poll": "options of one's own, which PollEditor shows",
    "cmapp.ui.dialogs.backups.BackupCard": "days, sizes and words of ours",
    "cmapp.ui.dialogs.backups.RestoreFirst": "words of ours",
    "cmapp.ui.dialogs.check_up._Sign": "a sign of three",
    "cmapp.ui.dialogs.damaged.Damaged": "counts, and names of files that we gave",
    "cmapp.ui.dialogs.lock.LockSetUp": "words of ours",
    "cmapp.ui.dialogs.privacy_map.PrivacyMap": "words of ours and counts",
    "cmapp.ui.dialogs.retention.Retention": "words of ours and numbers",
    "cmapp.ui.locking._Over": "nothing: it covers",
    "cmapp.ui.widgets.lock_page.LockPage": "words of ours",
}
"""Classes of widgets that need not be shown, and why."""


class Canaries:
    """What must stay untouched: a red file, watched by the kernel, and a server that counts."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "red-canary.png"
        self.path.write_bytes(_red_png())
        self.hits: list[str] = []
        seen = self.hits

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                seen.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "image/png")
                self.end_headers()
                self.wfile.write(_red_png())

            do_HEAD = do_POST = do_OPTIONS = do_GET

            def log_message(self, *_: object) -> None:
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.host = f"127.0.0.1:{self._server.server_address[1]}"
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._notes = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        self._libc.inotify_add_watch(self._notes, os.fsencode(self.path), 0x20 | 0x1)

    def payload(self, shape: str) -> str:
        import base64

        data = base64.b64encode(_red_png()).decode()
        return shape.format(path=self.path, url=f"http://{self.host}", host=self.host, data=data)

    def opened(self) -> int:
        """Return how often the file was opened since the last look."""
        try:
            return len(os.read(self._notes, 65536)) // 16
        except BlockingIOError:
            return 0

    def close(self) -> None:
        os.close(self._notes)
        self._server.shutdown()
        self._server.server_close()


def _red_png(side: int = 60) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(RED) * side) * side
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def red_pixels(widget: Any) -> int:
    """Return how many pixels of a widget have exactly the colour of the file."""
    from PySide6.QtGui import QImage

    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    raw = bytes(image.constBits())
    return raw.count(struct.pack("<I", 0xFF000000 | RED[0] << 16 | RED[1] << 8 | RED[2]))


def _objects(document: Any) -> bool:
    """Tell whether pictures or links of HTML stand in a document."""
    return any(
        style.isImageFormat() or style.toCharFormat().isAnchor() for style in document.allFormats()
    )


class Looker:
    """Looks at every widget that is alive, and keeps what is wrong and which classes were seen."""

    def __init__(self, canaries: Canaries, meetings: Meetings) -> None:
        self.canaries, self.meetings = canaries, meetings
        self.wrong: collections.Counter[str] = collections.Counter()
        self.told: list[str] = []
        self.classes: set[str] = set()
        self.slowest = 0.0, ""
        self.looks = self.texts = self.carrying = 0
        self.where = ""
        self.mark = ""

    def bad(self, kind: str, what: str) -> None:
        self.wrong[kind] += 1
        if len(self.told) < 200:
            self.told.append(f"{kind} at {self.where}, {self.mark[:30]!r}: {what}"[:400])

    def took(self, seconds: float) -> None:
        """Note the processor time of a place."""
        self.slowest = max(self.slowest, (seconds, f"{self.where}, {self.mark[:30]!r}"))
        if seconds > MOST_SECONDS:
            self.bad("slow", f"{seconds:.1f} s")

    def look(self) -> None:
        """Look at all of it."""
        from PySide6.QtWidgets import QApplication

        self.looks += 1
        for widget in QApplication.allWidgets():
            try:
                self._widget(widget)
            except RuntimeError:
                continue  # it went while it was looked at
        for top in QApplication.topLevelWidgets():
            if top.isVisible() and top.width() > 1 and top.height() > 1:
                if count := red_pixels(top):
                    self.bad("pixels", f"{type(top).__name__}: {count}")
        if opened := self.canaries.opened():
            self.bad("opens", str(opened))
        if self.canaries.hits:
            self.bad("requests", " ".join(self.canaries.hits))
            self.canaries.hits.clear()

    def _widget(self, widget: Any) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QKeySequence
        from PySide6.QtGui import Qt as Rich
        from PySide6.QtWidgets import (
            QAbstractButton,
            QAbstractItemView,
            QLabel,
            QLineEdit,
            QPlainTextEdit,
            QTextBrowser,
            QTextEdit,
        )

        name = type(widget).__name__
        if widget.isVisible():
            self.classes.add(f"{type(widget).__module__}.{name}")
        for what, text in (
            ("tooltip", widget.toolTip()), ("whatsthis", widget.whatsThis()),
            ("statustip", widget.statusTip()), ("title", ""),
        ):  # fmt: skip
            if text and Rich.mightBeRichText(text):
                self.bad(what, f"{name}: {text!r}")
        if not widget.isHidden():
            for action in widget.actions():
                if Rich.mightBeRichText(action.toolTip()):
                    self.bad("tip of an action", f"{name}: {action.toolTip()!r}")
                words = action.text()
                if self.meetings.which(words) and not QKeySequence.mnemonic(words).isEmpty():
                    self.bad("key of an action", f"{name}: {words!r}")
        match widget:
            case QLabel():
                text = widget.text()
                self._seen(text, widget)
                if widget.textFormat() != Qt.TextFormat.PlainText and Rich.mightBeRichText(text):
                    self.bad("label", f"{name}: {text!r}")
                if widget.openExternalLinks():
                    self.bad("links", name)
            case QAbstractButton():
                if self._seen(widget.text(), widget) and not widget.shortcut().isEmpty():
                    self.bad("key", f"{name}: {widget.text()!r}")
            case QTextBrowser():
                pass  # the help: our own pages, without HTML
            case QTextEdit():
                self._seen(widget.toPlainText()[:2_000], widget)
                if _objects(widget.document()):
                    self.bad("objects", name)
            case QLineEdit() | QPlainTextEdit():
                text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
                self._seen(text, widget)
            case QAbstractItemView() if widget.isVisible():
                self._items(widget)

    def _seen(self, text: str, widget: Any) -> bool:
        """Note a text that is shown; tell whether it is a stranger's."""
        self.texts += 1
        if widget.isVisible():
            foreign = self.meetings.shown(text, widget, self.where)
        else:  # a dialog that was closed lives on for a while
            foreign = bool(self.meetings.which(text))
        self.carrying += foreign
        return foreign

    def _items(self, view: Any) -> None:
        from PySide6.QtCore import QAbstractListModel, Qt
        from PySide6.QtGui import Qt as Rich

        model = view.model()
        if model is None:
            return
        wide = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
        for column in range(min(10, wide)):
            text = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            if isinstance(text, str) and Rich.mightBeRichText(text):
                self.bad("head tooltip", f"{type(view).__name__}: {text!r}")
        for row in range(min(12, model.rowCount())):
            for column in range(min(10, wide)):
                index = model.index(row, column)
                for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole,
                             Qt.ItemDataRole.StatusTipRole):  # fmt: skip
                    text = index.data(role)
                    if isinstance(text, str) and Rich.mightBeRichText(text):
                        self.bad("item tooltip", f"{type(view).__name__}: {text!r}")
                shown = index.data(Qt.ItemDataRole.DisplayRole)
                if isinstance(shown, str):
                    self._seen(shown, view)


class Run:
    """One profile, its worlds, and the window on each of them."""

    def __init__(self, folder: Path, *, verbose: bool) -> None:
        from PySide6.QtWidgets import QApplication

        from tests.fire.walk import Engine

        self.app = QApplication.instance() or QApplication(["content"])
        self.profile = poisoned.make(folder)
        self.canaries = Canaries(folder)
        self.texts = [self.canaries.payload(shape) for shape in PAYLOADS]
        self.looker = Looker(self.canaries, Meetings(self.texts))
        self.verbose = verbose
        self.engine = Engine(self.profile)
        self.cells = self.worlds = 0
        self.places: list[int] = []
        _listen(self.looker)

    def close(self) -> None:
        """Let the engine and the canaries go."""
        self.engine.end()
        self.canaries.close()

    def walk(self, numbers: Sequence[int], turn: int, *, control: str = "", **how: Any) -> None:
        """Go through a world of these payloads, each cell another one; `turn` moves them on."""
        from tests.fire.walk import Walk

        looker = self.looker
        self.worlds += 1
        texts = [self.texts[number] for number in numbers]
        looker.mark = texts[turn % len(texts)]
        self.cells += poisoned.poison(self.profile, texts, turn)
        thorough = not how.get("quick")
        walk = Walk(self.app, self.profile, looker, self.engine, thorough=thorough)
        try:
            if control:
                plant(control, walk.window, looker.mark, self.canaries)
            self.places.append(walk.all(few=bool(control), **how))
        finally:
            walk.close()
        if self.verbose:
            met = len(looker.meetings.met)
            print(f"world {self.worlds}: {self.places[-1]} places, {met} classes show texts",
                  file=sys.stderr, flush=True)  # fmt: skip


def run(
    seed: int,
    *,
    walks: int = WALKS,
    only: Sequence[int] = (),
    control: str = "",
    quick: bool = False,
    rare: bool = False,
    verbose: bool = False,
) -> dict[str, Any]:
    """Take the payloads through the whole window; return the summary."""
    began = time.monotonic()
    rng = random.Random(seed)
    whole = not (control or quick or rare or only)
    with tempfile.TemporaryDirectory(prefix="cmapp-content-") as place:
        work = Run(Path(place), verbose=verbose)
        looker, meetings = work.looker, work.looker.meetings
        numbers = list(only or ((0,) if quick or control else range(len(PAYLOADS))))
        if control == "key":
            numbers = [PAYLOADS.index("R&D <b>&Quit</b>")]
        rng.shuffle(numbers)
        if whole:
            work.walk([0], 0)
        for turn in range(walks if whole else 1):
            at = turn * len(numbers) // walks
            work.walk(numbers, at, control=control, quick=quick, rare=rare)
        thorough = list(work.places)
        looker.where = "the end"
        if whole:
            for name in unseen(looker.classes):
                looker.bad("never shown", name)
        work.close()
    for line in looker.told[: 0 if control else 60]:
        print(line, file=sys.stderr)
    if verbose:
        print("\n".join(sorted(looker.classes)), file=sys.stderr)
        for name, met in sorted(meetings.met.items()):
            print(f"{len(met):4} {name}", file=sys.stderr)
    return {
        "promise": PROMISE,
        "runs": sum(map(len, meetings.met.values())),
        "payloads": len(numbers),
        "widgets": len(meetings.met),
        "of": len(meetings.known),
        "classes": len([c for c in looker.classes if c.startswith("cmapp")]),
        "places": min(thorough),
        "walks": len(thorough),
        "worlds": work.worlds,
        "looks": looker.looks,
        "cells": work.cells,
        "texts": looker.texts,
        "carrying": looker.carrying,
        "violations": sum(looker.wrong.values()),
        "control": control or None,
        "kinds": dict(looker.wrong.most_common(12)),
        "slowest": [round(looker.slowest[0], 2), looker.slowest[1]],
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def _listen(looker: Looker) -> None:
    """Hear of every text that a line of ours paints."""
    from PySide6.QtGui import QPainter

    paint = QPainter.drawText

    def heard(painter: Any, *what: Any) -> Any:
        for one in what:
            if isinstance(one, str):
                looker.meetings.painted(one, sys._getframe(1), looker.where)
        return paint(painter, *what)

    QPainter.drawText = heard  # type: ignore[method-assign,assignment]


def plant(control: str, window: Any, payload: str, canaries: Canaries) -> None:
    """Plant a sink that takes what it is given."""
    from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget

    match control:
        case "label":
            made: QWidget = QLabel(payload, window)
        case "tooltip":
            made = QWidget(window)
            made.setToolTip(payload)
        case "browser":
            made = QTextBrowser(window)
            made.setHtml(payload)
        case "key":
            from PySide6.QtWidgets import QPushButton

            made = QPushButton(payload, window)
        case _:
            import urllib.request

            urllib.request.urlopen(f"http://{canaries.host}/planted").read()
            made = QWidget(window)
    made.setGeometry(40, 40, 200, 200)
    made.show()


def classes() -> Iterator[type]:
    """Every class of widget that the window has."""
    from PySide6.QtWidgets import QWidget

    import cmapp.ui

    for found in pkgutil.walk_packages(cmapp.ui.__path__, "cmapp.ui."):
        module = importlib.import_module(found.name)
        for one in vars(module).values():
            if isinstance(one, type) and issubclass(one, QWidget) and one.__module__ == found.name:
                yield one


def unseen(shown: set[str]) -> list[str]:
    """Return the classes that were never shown, nor any made from them, and have no reason."""
    every = list(classes())
    seen = {c for c in every if f"{c.__module__}.{c.__name__}" in shown}
    covered = {base for one in seen for base in one.__mro__}
    names = {f"{c.__module__}.{c.__name__}": c for c in every}
    return sorted(
        name for name, c in names.items() if c not in covered and name not in NOTHING_FOREIGN
    )


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.content")
    options.add_argument("--quick", action="store_true", help="one payload, a short walk")
    options.add_argument("--full", action="store_true", help="all of them (the default)")
    options.add_argument("--rare", action="store_true", help="only what no deed opens")
    options.add_argument("--only", type=int, action="append", help="one payload, by its number")
    options.add_argument("--walks", type=int, default=WALKS, help="through everything")
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--control", choices=CONTROLS, default="")
    options.add_argument("--verbose", action="store_true")
    given = options.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false;qt.qpa.*=false"
    faulthandler.enable()
    # an exception from a signal, raised on the way from Qt to Python, leaves the binding in ruins
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    found = run(
        seed,
        walks=given.walks,
        only=given.only or (),
        control=given.control,
        quick=given.quick,
        rare=given.rare,
        verbose=given.verbose,
    )
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
