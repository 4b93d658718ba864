"""What a stranger wrote is shown by a terminal and never obeyed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cmapp.cli import run, text

EVIL = (
    "Ana\x1b]0;title\x07\x1b[31mred\x1b[0m\x1b]8;;https://evil.example\x1b\\\\click\x1b]8;;\x1b\\\\"
    "\x9b2J\x90q\x9c\r\x08\x7f\u202egpj.exe\u2028two\u2066\ufeff\u061c"
)
OBEYED = {chr(n) for n in (*range(9), *range(11, 32), *range(0x7F, 0xA0))}
OBEYED |= set("\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2028\u2029\ufeff")


@pytest.mark.parametrize("as_json", [False, True])
def test_an_answer_obeys_nothing(as_json: bool, capsys: pytest.CaptureFixture[str]) -> None:
    found = {"name": EVIL, "items": [{"text": EVIL}]}
    choices = run.Choices(window=lambda *_, **__: 0, json=as_json)
    run.answer(choices, found, lambda given: iter([given["name"]]))
    shown = capsys.readouterr().out
    assert not OBEYED & set(shown)
    if as_json:
        assert json.loads(shown) == found
    else:
        assert "⟨001B⟩[31mred" in shown and "⟨009B⟩2J" in shown and "⟨202E⟩" in shown


@pytest.mark.parametrize("as_json", [False, True])
def test_an_error_obeys_nothing(as_json: bool, capsys: pytest.CaptureFixture[str]) -> None:
    facts: dict[str, Any] = {"said": EVIL, "why": EVIL, "host": EVIL}
    for code in text.ERRORS:
        run.say_error(code, facts, as_json=as_json)
    shown = capsys.readouterr()
    assert not OBEYED & set(shown.out + shown.err)
