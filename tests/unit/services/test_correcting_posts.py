"""What is out is corrected in the open, and both texts are kept (DR-08)."""

from __future__ import annotations

import pytest

from cmapp.domain.errors import Rejected
from tests.support.stage import ANA, US, Stage


def out(stage: Stage, text: str) -> str:
    """Publish a text; return the id of the post."""
    stage.call("post", account=stage.accounts[0], text=text)
    stage.send()
    (entry,) = stage.said(text)
    found = stage.call("search", query=text)["hits"]
    assert entry.id
    return str(found[0]["id"])


def test_an_edit_and_a_note_keep_both_texts(stage: Stage) -> None:
    post = out(stage, "We open at nine")
    told = stage.call("post.correct", id=post, text="We open at ten", note="It is ten, sorry!")
    assert (told["way"], told["before"]) == ("edit", "We open at nine")
    assert [r["kind"] for r in told["rows"]] == ["edit", "reply"]
    stage.send()
    assert len(stage.said("We open at ten")) == 1 and stage.said("We open at nine") == []
    (note,) = stage.said("It is ten, sorry!")
    assert note.parent == stage.said("We open at ten")[0].id
    (kept,) = stage.call("post.history", id=post)["corrections"]
    assert (kept["before"], kept["after"]) == ("We open at nine", "We open at ten")
    assert {"op": "out", "text": "nine"} in kept["segments"]


def test_a_replacement_deletes_and_publishes(stage: Stage) -> None:
    post = out(stage, "Two for one")
    stage.call("post.correct", id=post, text="Three for two", way="replace")
    stage.send()
    assert stage.said("Two for one") == [] and len(stage.said("Three for two")) == 1
    assert stage.call("post.history", id=post)["corrections"][0]["way"] == "replace"


def test_it_is_taken_back_before_it_leaves(stage: Stage) -> None:
    post = out(stage, "As it was")
    rows = stage.call("post.correct", id=post, text="Otherwise", note="Sorry")["rows"]
    stage.call("undo")
    assert {stage.state(r["id"]) for r in rows} == {"cancelled"}
    stage.send()
    assert len(stage.said("As it was")) == 1 and stage.said("Sorry") == []
    assert stage.call("post.history", id=post)["corrections"][0]["undone"]


def test_only_our_own_posts_and_with_words(stage: Stage) -> None:
    item = stage.asked("Is it vegan?", who=ANA)
    with pytest.raises(Rejected) as no:
        stage.call("post.correct", id=item, text="It is vegan")
    assert no.value.why == "not_our_post"
    post = out(stage, f"Yes, says {US}")
    with pytest.raises(Rejected) as no:
        stage.call("post.correct", id=post, text="No", way="note")
    assert no.value.why == "no_note"
