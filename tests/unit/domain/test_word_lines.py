"""Word files read line by line say what TOML says: all of ours, and whatever else one writes.

Requirements: T9.
"""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain import word_lines
from tests.support.shared import ROOT

FILES = sorted(p for name in ("insights", "metrics") for p in (ROOT / "resources" / name).iterdir())
LINES = st.sampled_from(
    ("[a]", "[a.b]", '["a.b"]', "[a-1]", 'k = "v"', 'k = "x\\ty"', "k = true", "k = 1", "", "# no",
     'k = { v = 2, w = "…" }', 'b = "c"', '["a.b"] # why', 'k = """', '"k" = "v"', "[[a]]", "k",
     'a.b = "c"', '  k = "v"', 'ü = "v"', '["a\tb"]'),
)  # fmt: skip


@pytest.mark.parametrize("path", FILES, ids=lambda p: f"{p.parent.name}-{p.stem}")
def test_each_file_of_ours_is_read_as_it_is(path, monkeypatch):
    text = path.read_text("utf-8")
    told = tomllib.loads(text)
    whole = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda t: whole(t) if t.startswith("v = ") else None)
    assert word_lines.read(text) == told


@given(st.lists(LINES, max_size=8), st.sampled_from(("", "\n", "\r\n")))
def test_any_other_text_is_what_toml_makes_of_it(lines, end):
    text = "\n".join(lines) + end
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(tomllib.TOMLDecodeError):
            word_lines.read(text)
    else:
        assert word_lines.read(text) == told
