from __future__ import annotations

from cmapp.ui.selection import Selection


def test_some_rows_are_selected_one_by_one() -> None:
    one = Selection()
    one.toggle(3)
    one.toggle(5)
    one.take([7, 3])
    one.leave([5])
    assert 3 in one and 5 not in one and one.ids() == [3, 7] and one.count(100) == 2
    one.discard([3])
    assert one.ids() == [7]
    one.clear()
    assert not one


def test_a_whole_view_is_selected_whatever_has_been_read_of_it() -> None:
    one = Selection()
    one.toggle(3)
    one.take_all()
    assert 3 in one and 12345 in one and one.count(1000) == 1000
    one.toggle(12345)
    assert 12345 not in one and one.count(1000) == 999 and one.ids() == [12345]
    one.take([12345])
    assert one.count(1000) == 1000
