"""`cmapp search` and `cmapp searches`, as scripts call them."""

from __future__ import annotations

from tests.unit.cli.conftest import Shop


def test_a_search_says_what_it_found_and_how_it_read_the_query(shop: Shop) -> None:
    shop.asked()
    found = shop("search", "vegan is:unanswered is:opne").json
    assert found["notes"] == [{"code": "unknown_value", "part": "is:opne"}]
    assert found["hits"] == []
    found = shop("search", "VEGAN is:unanswered").json
    (hit,) = found["hits"]
    start, end = hit["marks"][0]
    assert hit["text"][start:end].lower() == "vegan"
    assert hit["state"] == "open"
    assert (found["count"], found["counted_all"], found["more"]) == (1, True, False)
    assert shop("search", "vegan -is:open").json["hits"] == []


def test_pages_go_on_behind_each_other(shop: Shop) -> None:
    shop.asked()
    whole = shop("search", "since:2000").json
    first = shop("search", "since:2000", "--limit", "1").json
    assert len(whole["hits"]) > 1
    assert first["more"]
    rest = shop("search", "since:2000", "--before", first["next"]).json
    assert first["hits"] + rest["hits"] == whole["hits"]
    assert rest["next"] is None
    assert shop("search", "a", "--before", "x").code == "bad_value"


def test_saved_searches_are_kept_renamed_deleted_and_taken_back(shop: Shop) -> None:
    shop.asked()
    assert shop("searches", "list").json == {"searches": []}
    kept = shop("searches", "save", "vegan", "vegan is:open").json
    assert kept["search"]["query"] == "vegan is:open"
    assert shop("search", "--saved", "vegan").json["hits"]
    shop("search", "vegan -is:done", "--save", "vegan")
    shop("searches", "rename", "vegan", "素食")
    (one,) = shop("searches", "list").json["searches"]
    assert (one["name"], one["query"]) == ("素食", "vegan -is:done")
    shop("searches", "delete", "素食")
    for name, query in (("素食", "vegan -is:done"), ("vegan", "vegan -is:done")):
        shop("undo")
        (one,) = shop("searches", "list").json["searches"]
        assert (one["name"], one["query"]) == (name, query)
    shop("undo")
    assert shop("searches", "list").json["searches"][0]["query"] == "vegan is:open"
    shop("undo")
    assert shop("searches", "list").json == {"searches": []}


def test_a_saved_search_needs_a_name_of_its_own(shop: Shop) -> None:
    shop("searches", "save", "a", "x")
    shop("searches", "save", "b", "y")
    assert shop("searches", "rename", "a", "b").code == "search_name_taken"
    assert shop("searches", "rename", "c", "d").code == "unknown_search"
    assert shop("searches", "delete", "c").code == "unknown_search"
    assert shop("searches", "save", " ", "x").code == "search_empty"
    assert shop("searches", "save", "c", " ").code == "search_empty"
    assert shop("search").status == 2
    assert shop("search", "--saved", "nothing").status == 2


def test_a_query_may_begin_with_what_it_leaves_out(shop: Shop) -> None:
    shop.asked("Is it vegan?")
    other = shop.asked("Is it kosher?")
    found = shop("search", "-vegan is:unanswered", "--limit", "5").json["hits"]
    assert [h["id"] for h in found] == [other]
    assert shop("search", "-(vegan OR kosher) is:unanswered").json["hits"] == []
    assert shop("search", "--bset", "vegan").status == 2
    assert shop("search", "--bset").code == "usage"
