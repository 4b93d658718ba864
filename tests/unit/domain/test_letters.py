"""Texts are normalised in a time that grows with their length, whatever stands in them."""

from __future__ import annotations

import time
import unicodedata
from typing import Literal

import pytest

from cmapp.domain import letters


@pytest.mark.parametrize("form", ["NFC", "NFKC"])
def test_normal_is_unicodes_own_but_for_towers(form: Literal["NFC", "NFKC"]) -> None:
    for word in ("e\u0301", "ﷺ", "Å", "ཧྐྵྨླྺྻྂ", "a\u0315\u0300" + "\u0300" * 20, "각", "abc", ""):
        assert letters.normal(word, form) == unicodedata.normalize(form, word)
    began = time.process_time()
    tower = letters.normal("a" + "\u0315\u0300" * 100_000, form)
    assert time.process_time() - began < 1
    assert letters.normal(tower, form) == tower
