"""Nobody reads a code: every error that there is, is told in a sentence, in each language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cmapp.ui import text

PROBLEMS = Path(__file__).parents[2] / "resources" / "help" / "en" / "problems.md"
CODES = sorted(set(re.findall(r"`([a-z]+(?:_[a-z]+)+)`", PROBLEMS.read_text("utf-8"))))


def test_there_are_codes_to_try() -> None:
    assert len(CODES) > 50


@pytest.mark.parametrize("code", CODES)
def test_an_error_is_told_in_words(code: str) -> None:
    for told in (text.trouble(code, {}), text.signin_problem(code)):
        assert code not in told
        assert told.endswith((".", "?", "mastodon.example", "https://", "program closes.")), told
