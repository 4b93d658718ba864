from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from cmapp.ui.dialogs.crash import Crash, report


def broken(said: str) -> tuple[Any, Any, Any]:
    try:
        raise ValueError(said)
    except ValueError:
        return sys.exc_info()


def test_a_report_tells_places_and_kinds_but_no_words() -> None:
    words = report(*broken("Bearer tok3ntok3ntok3n 你好，我的订单号是"))
    assert "ValueError" in words and "test_crash.py" in words
    assert "tok3n" not in words and "订单号" not in words


def test_the_dialog_shows_the_report_and_copies_it(qtbot: Any) -> None:
    dialog = Crash("what happened")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.findChild(QPlainTextEdit).toPlainText() == "what happened"
    dialog.findChildren(type(dialog.step("x")))[0].click()
    assert QApplication.clipboard().text() == "what happened"


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_each_language_has_every_word(language: str) -> None:
    from PySide6.QtCore import QTranslator

    from cmapp.ui import look

    words = QTranslator()
    assert words.load(str(look.resources() / "i18n" / f"{language}.qm"))
    if language != "en":
        assert words.translate("InboxList", "Inbox").startswith("收件")
