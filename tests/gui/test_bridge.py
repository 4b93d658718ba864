"""The bridge hands an answer over on the window's thread, and to nobody who has gone."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from cmapp.ui.bridge import Bridge

pytestmark = pytest.mark.gui

Ask = Callable[["Page", Bridge, Callable[[], str]], None]


class Page(QLabel):
    """Asks the bridge in the ways that pages do."""

    heard: list[str]

    def tell(self, text: str) -> None:
        self.setText(text)
        self.heard.append(text)

    def by_method(self, bridge: Bridge, work: Callable[[], str]) -> None:
        bridge.run(work, self.tell)

    def by_lambda(self, bridge: Bridge, work: Callable[[], str]) -> None:
        bridge.run(work, lambda text: self.tell(text + "!"))

    def by_inner(self, bridge: Bridge, work: Callable[[], str]) -> None:
        def told(text: str) -> None:
            self.tell(text)

        bridge.run(work, told)

    def by_another_name(self, bridge: Bridge, work: Callable[[], str]) -> None:
        page = self
        bridge.run(work, lambda text: page.tell(text))


@pytest.mark.parametrize(
    "way", [Page.by_method, Page.by_lambda, Page.by_inner, Page.by_another_name]
)
@pytest.mark.parametrize("stays", [True, False])
def test_a_deleted_page_hears_nothing(qtbot: Any, way: Ask, stays: bool) -> None:
    bridge, page, go = Bridge(), Page(), threading.Event()
    page.heard = heard = []
    page.setText("before")

    def work() -> str:
        assert go.wait(30)
        return "answer"

    way(page, bridge, work)
    if stays:
        qtbot.addWidget(page)
    else:
        delete(page)
    go.set()
    qtbot.waitUntil(lambda: not bridge.busy(), timeout=30_000)
    assert bool(heard) is stays
    bridge.close()


def test_a_bridge_that_is_closed_while_it_works_holds_nobody_up(qtbot: Any) -> None:
    bridge, began, go, ended = Bridge(), threading.Event(), threading.Event(), threading.Event()

    def work() -> None:
        began.set()
        go.wait(30)
        ended.set()

    bridge.run(work, lambda _: None)
    assert began.wait(30)
    bridge.close()
    left = weakref.ref(bridge)
    del bridge
    gc.collect()
    assert left() is not None and not ended.is_set()
    go.set()
    assert ended.wait(30)
