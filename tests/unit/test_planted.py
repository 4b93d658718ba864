"""The list of planted bugs stays true: each has its place in the program and a test to turn red."""

from __future__ import annotations

import pytest

from tests.fire.planted import LIST, ROOT, Bug, bugs, table

README = LIST.with_name("README.md")


@pytest.mark.parametrize("bug", bugs(), ids=lambda bug: bug.name)
def test_a_bug_has_its_place_and_its_test(bug: Bug) -> None:
    text = (ROOT / bug.file).read_text(encoding="utf-8")
    assert text.count(bug.old) == 1, "its place has moved: see tests/planted.toml"
    assert bug.new != bug.old
    path, _, name = bug.test.partition("::")
    assert (ROOT / path).is_file()
    function = name.partition("[")[0].rpartition("::")[2]
    assert not name or f"def {function}(" in (ROOT / path).read_text(encoding="utf-8")


def test_no_bug_is_told_twice() -> None:
    told = [(bug.file, bug.old, bug.new, bug.test) for bug in bugs()]
    assert len(set(told)) == len(told)


def test_the_page_tells_all_of_them() -> None:
    assert table() in README.read_text(encoding="utf-8"), "python -m tests.fire.planted --table"
