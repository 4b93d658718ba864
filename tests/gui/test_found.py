"""The line above the send button: what stands in a text, and the question after a refusal."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.lint import PERSONAL
from cmapp.ui.check_words import code_names
from cmapp.ui.views import Written
from cmapp.ui.widgets.composer import Composer

pytestmark = pytest.mark.gui
PHONE = "您的电话是 13812345678 吗？"
FACTS = {"found": [{"code": "phone", "text": "13812345678"}]}


@pytest.fixture
def composer(qtbot: Any) -> Composer:
    made = Composer()
    qtbot.addWidget(made)
    return made


def test_what_is_found_is_named_quietly_and_goes_with_the_text(composer: Composer) -> None:
    composer.put(Written(PHONE, ""))
    assert "13812345678" in composer.found.text()
    assert not composer.found.isHidden()
    composer.put(Written("Thank you!", ""))
    assert composer.found.text() == ""
    assert composer.found.isHidden()


def test_the_persons_own_words_count(composer: Composer) -> None:
    composer.found.take_lists({"sensitive": ("召回",), "allowed": ("13812345678",)})
    composer.put(Written(PHONE, ""))
    assert composer.found.text() == ""
    composer.put(Written("關於召回", ""))
    assert "召回" in composer.found.text()


def test_only_the_same_text_sent_again_is_meant(composer: Composer) -> None:
    composer.put(Written(PHONE, ""))
    assert composer.allow() == []
    composer.refused("personal_data", FACTS)
    assert composer.allow() == ["personal_data"]
    composer.editor.setPlainText(PHONE + "!")
    assert composer.allow() == []
    composer.keep()
    composer.editor.setPlainText(PHONE)
    assert composer.allow() == []  # it was changed in between: it is asked again
    composer.refused("too_long", {})
    assert composer.allow() == []


def test_every_code_has_a_name() -> None:
    assert set(code_names()) == {*PERSONAL, "variable", "insult", "sensitive"}
