"""A walk through the whole window: every pane, section, chart, dialog, picker and menu."""

from __future__ import annotations

import contextlib
import importlib
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

QUIET = 0.02
PATIENCE = 3.0
"""Seconds that are waited at most for what is read; most is there in a fraction of one."""
OTHERWISE = {"write", "wording", "brief", "versions"}
"""Scenes that look for a text which the payload has replaced."""
LEFT_OUT = {
    "quit",
    "flight",
    "panic",
    "light",
    "dark",
    "system",
    "sync",
    "cal.export",
    "share",
    "share_hidden",
}
"""Deeds that end the window, change its dress, or ask the system for a file."""


def _offered(mark: str) -> dict[str, Any]:
    """What is offered beside a conversation."""
    answer = {"text": mark, "at": 0, "account": "", "platform": "demo", "url": mark}
    return {
        "earlier": [
            {
                "answer": answer,
                "question": mark,
                "name": mark,
                "asker": mark,
                "platform": "demo",
                "created_at": "2026-01-01T00:00:00Z",
            }
        ],
        "replies": [{"id": "1", "title": mark, "variants": [{"text": mark}]}],
        "articles": [{"id": "1", "title": mark, "text": mark, "url": mark}],
    }


class Engine:
    """The engine of a profile, started again where it has gone because nothing was left to do."""

    def __init__(self, profile: Path) -> None:
        self._command = [sys.executable, "-m", "cmapp", "--profile", str(profile), "--offline"]
        self._process: subprocess.Popen[bytes] | None = None

    def want(self) -> None:
        """Have it run."""
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [*self._command, "engine"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )

    def end(self) -> None:
        """End it."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(30)


class Walk:
    """One window on one profile. `looker.look()` is called at every place."""

    def __init__(
        self, app: Any, profile: Path, looker: Any, engine: Engine, *, thorough: bool
    ) -> None:
        from PySide6.QtCore import QTimer

        from cmapp.system import paths
        from cmapp.system.settings import Settings
        from cmapp.ui import desktop, look
        from cmapp.ui.bridge import Bridge
        from cmapp.ui.drafting import Drafting
        from cmapp.ui.reader import StoreDesk
        from cmapp.ui.window import Window

        desktop.speak(app, "en")
        look.apply(app, "light", language="en")
        self.app, self.looker, self.thorough, self.profile = app, looker, thorough, profile
        self._engine = engine
        engine.want()
        self.desk = StoreDesk(paths.profile(profile), Settings)
        self.bridge = Bridge()
        self.window = Window(self.desk, self.bridge, Drafting(self.desk, self.bridge, None))
        self.window.resize(1280, 800)
        self.window.show()
        self.steps = 0
        self._began = 0.0
        self._only: Sequence[str] | None = None
        self._kept: list[Any] = []
        self._modal = QTimer()  # a dialog that waits in exec() is looked at and closed from here
        self._modal.timeout.connect(self._meet)
        self._modal.start(150)
        self._met: Any = None
        self.settle()

    def close(self) -> None:
        self._modal.stop()
        self._close_all()
        self.window.hide()
        self.window.deleteLater()
        self.bridge.close()
        self.desk.close()
        self._turn(0.05)

    # places

    def all(
        self,
        *,
        few: bool = False,
        quick: bool = False,
        rare: bool = False,
        only: Sequence[str] | None = None,
    ) -> int:
        """Go everywhere (`rare`: only where no deed leads); return at how many places it looked.

        `only`: the places with these names.
        """
        self._only = only
        from cmapp.ui.actions import deeds
        from cmapp.ui.panes import PANES

        window = self.window
        if rare:
            for place, go in self._rare():
                self.at(place, go)
            return self.steps
        for pane in PANES:
            self.at(f"pane {pane.id}", lambda p=pane: window.go(p.id))
            if few:
                return self.steps
        for scene in [] if quick else self._scenes():
            self.at(*scene)
        for deed in deeds()[:: 3 if quick else 1]:
            if deed.id not in LEFT_OUT:
                self.at(f"deed {deed.id}", lambda d=deed: self._deed(d))
        if self.thorough:
            for place, go in self._rare():
                self.at(place, go)
        return self.steps

    def _deed(self, deed: Any) -> None:
        window = self.window
        if deed.id.startswith("cal."):
            window.go("calendar")
        elif not deed.id.startswith(("look.", "view.")):
            window.go("inbox")
        window.actions_.by_id[deed.id].trigger()

    def _scenes(self) -> list[tuple[str, Callable[[], None]]]:
        from cmapp.services.insights import CHARTS
        from cmapp.ui import screenshot_insights, screenshots

        window = self.window
        found: list[tuple[str, Callable[[], None]]] = [
            (f"scene {name}", lambda n=name: screenshots.scene(window, n))  # type: ignore[misc]
            for name in (*screenshots.NAMES, *screenshots.FURTHER)
            if name not in OTHERWISE and (name not in screenshot_insights.NAMES or self.thorough)
        ]
        charts = list(CHARTS) if self.thorough else list(CHARTS)[:4]
        found += [
            (f"chart {name}", lambda n=name: screenshots.scene(window, f"chart:{n}"))  # type: ignore[misc]
            for name in charts
        ]
        return found

    def _rare(self) -> list[tuple[str, Callable[[], None]]]:
        """Dialogs and cards that no deed opens at once, on what the profile really holds."""
        from cmapp.ui.asking import Asking

        mark, window, desk = self.looker.mark, self.window, self.desk
        asking = Asking(desk, self.bridge, window)

        def sheet(module: str, name: str, *args: Any) -> Callable[[], None]:
            def go() -> None:
                made = getattr(importlib.import_module(f"cmapp.ui.{module}"), name)(*args)
                made.show()
                self._kept.append(made)

            return go

        drafts = desk.drafts()
        row = desk.look("suggestions.list")["suggestions"][0]
        item = desk.inbox("all", start=None, limit=5)[0]
        trial = desk.look("experiments.list")["experiments"][0]
        files = desk.look("media.list")["files"]
        tasks = [
            ("preflight", sheet("dialogs.preflight", "Preflight", desk, self.bridge, window)),
            ("answer", sheet("dialogs.log_contact", "LogAnswer", item.id, mark, window)),
            ("erase", self._erase),
            ("crash", sheet("dialogs.crash", "Crash", mark, window)),
            ("arms", sheet("insights.experiment_arms", "ArmsSheet", asking, trial, window)),
            ("peek", sheet("insights.experiment_arms", "PeekSheet", asking, trial, window)),
            ("rivals", sheet("insights.rivals_sheet", "RivalsSheet", asking, window)),
            ("opened", sheet("charts.opened", "Opened", asking, "post", str(self._post()), window)),
            ("help", sheet("dialogs.writing_help", "WritingHelp", desk, self.bridge, str(item.id),
                           mark, window)),
            ("crop", sheet("dialogs.crop", "Crop", files[0],
                           str(desk.paths.media / files[0]["name"]), [("bluesky", mark)],
                           self.bridge, window)),
            ("gaps", sheet("dialogs.pick_reply", "Gaps",
                           {"unknown": [mark], "questions": [mark], "missing": ["name"]}, window)),
            ("tell all", sheet("dialogs.tell_everyone", "TellEveryone", row, window)),
            ("digest", self._digest),
            ("note of a goal", self._finding),
            ("schedule", self._schedule),
            ("attached", self._attached),
            ("poll", self._poll),
            ("held", self._held),
            ("leads", lambda: window.open_link("https://a.example@b.example/", mark)),
            ("versions", sheet("dialogs.history", "HistorySheet", desk, self.bridge,
                               int(drafts[0].id), window)),
            ("library", self._in_the_library),
            ("behind", self._behind),
            ("hover", self._hover),
            ("suggestions", self._suggestions),
            ("toast", lambda: window.tell(mark, lambda: None)),
            ("banner", lambda: window.banner.say("k", mark, fix=mark)),
            ("write", self._write),
            ("articles", self._article),
            ("report", self._report),
            ("plan", self._plan_card),
            ("goal note", self._decision),
            ("tray", lambda: window.notices.said.emit(mark, True)),
        ]  # fmt: skip
        return [(f"rare {name}", go) for name, go in tasks]

    def _post(self) -> int:
        from cmapp.store.sqlite import Connection

        def look(db: Connection) -> int:
            return int(db.execute("SELECT id FROM posts ORDER BY id DESC").fetchone()[0])

        return self.desk._store.read(look)

    def _in_the_library(self) -> None:
        from cmapp.ui.dialogs.media_library import MediaLibrary

        one = MediaLibrary(self.desk, self.bridge, self.window)
        one.show()
        self._kept.append(one)
        for _ in range(40):
            if one.grid.model().rowCount():
                break
            self._turn(0.1)
        one.grid.setCurrentIndex(one.grid.model().index(0, 0))
        self.settle()
        self.looker.look()

    def _hover(self) -> None:
        from cmapp.ui.charts.canvas import Canvas

        window = self.window
        window.go("insights")
        window.pane("insights").show_in("charts", {"name": "volume", "days": 30})
        self.settle()
        self.settle()
        for one in window.findChildren(Canvas):
            for _ in range(40):
                if not one.isVisible() or one.scene().marks:
                    break
                self._turn(0.1)
            if one.isVisible():
                for found in one.scene().marks[:1]:
                    one._show_card(found)
                    self.looker.look()  # it goes with the pointer

    def _behind(self) -> None:
        """Open the rows behind a number of a chart."""
        from cmapp.ui.charts.behind import Behind

        self.window.go("insights")
        pane = self.window.pane("insights")
        pane.show_in("charts", {"name": "volume", "days": 30})
        view = pane.part("charts").view
        key = None
        for _ in range(40):
            self._turn(0.1)
            if view.chart is not None and view.chart.name == "volume":
                points = [d for one in view.chart.series for d in one.data if d.value and d.key]
                key = next((point.key for point in reversed(points)), None)
            if key is not None:
                break
        view.show_behind(key)
        self.settle()
        for sheet in self.window.findChildren(Behind):
            for _ in range(40):
                if sheet.list.count():
                    break
                self._turn(0.1)

    def _suggestions(self) -> None:
        mark = self.looker.mark
        self.window.go("inbox")
        made = self.window.pane("inbox").talk.suggestions
        found = _offered(mark)
        made.show_found(found)
        made.show_conflicts(
            [{**found["earlier"][0], "differences": [{"before": mark, "now": mark}]}]
        )

    def _write(self) -> None:
        window = self.window
        window.go("write")
        pane = window.pane("write")
        drafts = self.desk.drafts()
        for draft in drafts:
            pane.open_draft(int(draft.id))
            self._stop()
        pane.open_brief()
        pane.composer.editor.setPlainText(f"{self.looker.mark} 12345678901 a@b.example #x @y")

    def _poll(self) -> None:
        pane = self.window.pane("write")
        self.window.go("write")
        pane.composer.poll.show()
        pane.composer.tabs.show()
        # the path of a picture is what its owner chose: here one that leads nowhere
        pane.composer.pictures.show_media(((f"gone/{self.looker.mark}", self.looker.mark),))
        pane.composer.pictures.show()

    def _attached(self) -> None:
        self.window.go("inbox")
        self.settle()
        composer = self.window.pane("inbox").talk.composer
        composer._attach(self.looker.mark, self.looker.mark)

    def _held(self) -> None:
        self.window.go("inbox")
        found = self.window.pane("inbox").talk.composer.found
        found.ask(self.looker.mark, {"found": [{"code": "phone", "text": self.looker.mark}]})

    def _finding(self) -> None:
        from cmapp.ui.insights import goal_sheets

        rows = self.desk.look("findings.list")["findings"]
        made = goal_sheets.finding(self._asking(), rows[0], self._goals())
        made.show()
        self._kept.append(made)

    def _schedule(self) -> None:
        self._report()
        self.settle()
        self.window.pane("insights").part("reports").schedule(self.profile)

    def _goals(self) -> Any:
        self.window.go("insights")
        pane = self.window.pane("insights")
        pane.show_part("goals")
        self.settle()
        return pane.part("goals")

    def _asking(self) -> Any:
        from cmapp.ui.asking import Asking

        return Asking(self.desk, self.bridge, self.window)

    def _digest(self) -> None:
        from cmapp.ui.dialogs.catching_up import CatchUp

        made = CatchUp(self._ask("inbox.digest"), self.window)
        made.show()
        self._kept.append(made)

    def _ask(self, command: str) -> Any:
        """Ask the engine, which may have been started just now."""
        from cmapp.services.client import EngineGone

        for _ in range(100):
            try:
                return self.desk.call(command)
            except EngineGone:
                self._turn(0.1)
        raise AssertionError("no engine")

    def _erase(self) -> None:
        from cmapp.ui.dialogs.privacy_person import ErasePerson

        row = self.desk.people("").rows[0]
        made = ErasePerson(self._asking(), row.id, self.looker.mark, self.window)
        made.show()
        self._kept.append(made)

    def _article(self) -> None:
        self.window.go("answers")
        self.settle()
        self.window.pane("answers").article.show()

    def _report(self) -> None:
        self.window.go("insights")
        pane = self.window.pane("insights")
        pane.show_part("reports")
        part = pane.part("reports")
        for _ in range(40):
            if part.templates:
                break
            self._turn(0.1)
        part.build(part.templates[0])

    def _plan_card(self) -> None:
        from cmapp.ui.planning.plans import today

        self.window.go("calendar")
        pane = self.window.pane("calendar")
        pane.show_view("list")
        self.settle()
        view = pane.view()
        for day in range(-3, 12):
            view.stand(today() + day)
            if view.here() is not None:
                pane._card_by_key()
                break

    def _decision(self) -> None:
        self._goals().views.choose("decisions")

    # walking

    def at(self, place: str, go: Callable[[], None]) -> None:
        """Go to a place, wait until all has come, look, and close what opened."""
        if self._only is not None and place not in self._only:
            return
        self.looker.where = place
        self.steps += 1
        self._engine.want()
        self._began = time.process_time()
        try:
            go()
        except Exception as error:
            self.looker.bad("falls", f"{place}: {error!r}")
        self._stop()
        self._close_all()

    def _stop(self) -> None:
        """Look, once all has come; a place of many pages has a stop at each."""
        self.settle()
        self.looker.look()
        self.looker.took(time.process_time() - self._began)
        self._began = time.process_time()

    def settle(self) -> None:
        """Wait until nothing is read any more, and a little."""
        ends = time.monotonic() + PATIENCE
        self._turn(QUIET)
        while self.bridge.busy() and time.monotonic() < ends:
            self._turn(0.02)
        self._turn(QUIET)

    def _turn(self, seconds: float) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(int(seconds * 1000))

    def _meet(self) -> None:
        """Look at a dialog that is waited for, and close it the second time it is met."""
        modal = self.app.activeModalWidget() or self.app.activePopupWidget()
        if modal is None:
            self._met = None
        elif modal is self._met:
            self.looker.look()
            modal.close()
            self._met = None
        else:
            self._met = modal

    def _close_all(self) -> None:
        from PySide6.QtWidgets import QDialog

        from cmapp.ui.dialogs.picker import Picker

        for _ in range(6):
            popup, modal = self.app.activePopupWidget(), self.app.activeModalWidget()
            if popup is None and modal is None:
                break
            for one in (popup, modal):
                if one is not None:
                    one.close()
            self._turn(0.01)
        for one in self._kept:
            with contextlib.suppress(RuntimeError):
                one.close()
        self._kept.clear()
        for picker in self.window.findChildren(Picker):
            with contextlib.suppress(RuntimeError):
                picker.reject()
        for top in self.app.topLevelWidgets():
            if isinstance(top, QDialog) and top.isVisible():
                top.close()
        self._turn(0.01)
