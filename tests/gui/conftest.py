"""The window without a screen: one QApplication, dressed as the program is, and a desk fixture."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cmapp.system.settings import Settings
from cmapp.ui import look
from cmapp.ui.bridge import Bridge
from cmapp.ui.drafting import Drafting
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk
from tests.gui.live_desk import LiveDesk
from tests.support.screen import Screen, lacking
from tests.support.stage import Stage


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/gui" in item.path.as_posix():
            item.add_marker(pytest.mark.gui)
            # the platform without a screen says this of each window with a least size
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


PATIENCE = 60_000
"""Milliseconds that a wait may last: it costs nothing where things go well."""


class Patient(QtBot):
    """Waits as long as a machine may take that does four other things meanwhile."""

    def waitUntil(self, callback: Callable[[], Any], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=max(timeout, PATIENCE))

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **more: Any) -> Any:
        return super().waitSignal(signal, timeout=max(timeout, PATIENCE), **more)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    return Patient(request)


@pytest.fixture(autouse=True)
def _tidied_here() -> Iterator[None]:
    """Let no thread of a bridge or an engine collect what Qt made on this one."""
    gc.disable()
    yield
    gc.enable()
    gc.collect(1)


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    QLocale.setDefault(QLocale("en"))
    look.apply(qapp, "light", language="en")
    return qapp


@pytest.fixture(autouse=True)
def light(dressed: QApplication) -> Iterator[None]:
    yield
    if look.theme().dark:
        look.switch(dressed, "light")


@pytest.fixture
def desk() -> FixtureDesk:
    return FixtureDesk()


@pytest.fixture
def bridge() -> Iterator[Bridge]:
    made = Bridge()
    yield made
    made.close()


@pytest.fixture
def open_window(qtbot: Any, bridge: Bridge) -> Callable[[FixtureDesk], Window]:
    def make(desk: FixtureDesk) -> Window:
        window = Window(desk, bridge, Drafting(desk, bridge, None))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitUntil(lambda: not bridge.busy())
        pane: Any = window.pane("inbox")
        qtbot.waitUntil(lambda: pane.talk.thread_ is not None or not pane.model.rowCount())
        return window

    return make


@pytest.fixture
def window(open_window: Callable[[FixtureDesk], Window], desk: FixtureDesk) -> Window:
    return open_window(desk)


@pytest.fixture
def live_window(qtbot: Any) -> Iterator[Callable[..., Window]]:
    """`live_window(stage, settings=None)` opens the window on what the test has staged."""
    made: list[tuple[Window, LiveDesk, Bridge]] = []  # a window that is let go is deleted

    def make(stage: Stage, settings: Settings | None = None) -> Window:
        desk, bridge = LiveDesk(stage), Bridge()
        window = Window(desk, bridge, Drafting(desk, bridge, None), settings)
        made.append((window, desk, bridge))
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitUntil(lambda: not bridge.busy())
        return window

    yield make
    for _, desk, bridge in made:
        qtbot.waitUntil(lambda one=bridge: not one.busy())
        bridge.close()
        desk.close()


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    if lacks := lacking():
        said = f"the real window needs {lacks} (packaging/test installs them)"
        if os.environ.get("CMAPP_SERVERS") == "required":
            pytest.fail(said, pytrace=False)
        pytest.skip(said)
    made = Screen(tmp_path_factory.mktemp("screen"))
    yield made
    made.close()
