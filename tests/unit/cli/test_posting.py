"""`cmapp post`, `plan` and `drafts`: several accounts, wordings, plans, versions."""

from __future__ import annotations

from typing import Any


def test_one_post_from_two_accounts_each_with_its_words(shop: Any) -> None:
    one, two = shop.ids
    made = shop(
        "post", "--account", one, "--variant", f"{two}=你好", "--text", "Hello",
        "--lang", "en", "--first-comment", "More soon",
    ).json  # fmt: skip
    assert [(r["account"], r["text"]) for r in made["rows"]] == [
        (one, "Hello"), (one, "More soon"), (two, "你好"), (two, "More soon"),
    ]  # fmt: skip
    assert made["outbox"]["id"] == made["rows"][0]["id"]
    assert shop("drafts", "unqueue", made["draft"]).json["state"] == "draft"


def test_what_one_refuses_is_held_and_told(shop: Any) -> None:
    one, two = shop.ids
    told = shop.words(
        "post", "--account", one, "--variant", f"{two}={'x' * 600}", "--text", "Hello"
    )
    assert told.status == 5 and "Queued as" in told.out
    assert f"Held  {two}: too long (text): 600 of 500" in told.out
    alone = shop("post", "--account", one, "--text", "x" * 600)
    assert alone.status == 1 and alone.json["error"]["code"] == "too_long"
    kept = alone.json["error"]["facts"]["draft"]
    parts = shop("drafts", "split", kept, "--account", one, "--numbered").json["parts"]
    assert [p["text"].rpartition(" ")[2] for p in parts] == ["1/2", "2/2"]
    assert shop("drafts", "edit", kept, "--thread").json["drafts"][0]["options"] == {"split": True}
    assert len(shop("post", "--draft", kept).json["rows"]) == 2


def test_what_is_refused_says_where_it_is_kept(shop: Any) -> None:
    (one, _) = shop.ids
    for at in ("2027-13-45T02:30", "2020-01-01T09:00", "2027-03-28T02:30"):
        told = shop.words(
            "post", "--account", one, "--text", "Hello", "--at", at, "--zone", "Europe/Berlin"
        )
        assert told.status == 1 and "kept as draft 1" in told.err, told
    told = shop.words("post", "--account", one, "--text", "Hello", "--visibility", "everyone")
    assert "(visibility)" in told.err and "kept as draft 1" in told.err


def test_an_account_is_paused_and_goes_on(shop: Any) -> None:
    (one, _) = shop.ids
    made = shop("accounts", "pause", one)
    assert [a["state"] for a in made.json["accounts"] if a["id"] == one] == ["paused"]
    shop("post", "--account", one, "--text", "Hello")
    assert shop("outbox", "send").json["sent"] == []
    assert shop("accounts", "resume", one).json["accounts"][0]["state"] == "active"
    assert len(shop("outbox", "send").json["sent"]) == 1


def test_what_is_known_of_a_draft_is_told_with_its_text(shop: Any) -> None:
    made = shop(
        "drafts", "new", "--text", "Hello", "--brief", "origin=repost", "--brief", "owner=林"
    )
    assert made.json["drafts"][0]["brief"] == {"origin": "repost", "owner": "林"}
    assert shop("drafts", "new", "--text", "x", "--brief", "nonsense").status == 2


def test_a_plan_is_set_moved_and_cleared(shop: Any) -> None:
    draft = shop("drafts", "new", "--account", shop.ids[0], "--text", "Later", "--stage", "idea")
    number = draft.json["drafts"][0]["id"]
    done = shop("plan", "set", number, "--at", "2099-03-01T09:00", "--zone", "Asia/Shanghai").json
    assert done["at"] == "2099-03-01T01:00:00.000Z" and len(done["rows"]) == 1
    assert shop("plan", "move", number, "2099-03-02").json["wall"] == "2099-03-02T09:00"
    moved = shop("plan", "move", number, "--at", "2099-03-02T10:00+00:00").json
    assert moved["wall"] == "2099-03-02T18:00"
    (listed,) = shop("drafts", "list", "--state", "queued").json["drafts"]
    assert listed["plan"]["zone"] == "Asia/Shanghai" and listed["stage"] == "draft"
    changed = shop("drafts", "edit", number, "--text", "Later, better").json
    assert [r["text"] for r in changed["rows"]] == ["Later, better"]
    assert shop("plan", "clear", number).json["at"] is None
    past = shop("plan", "set", number, "--at", "2001-01-01T09:00")
    assert past.status == 1 and past.json["error"]["code"] == "time_is_past"


def test_versions_are_compared_and_brought_back(shop: Any) -> None:
    number = shop("drafts", "new", "--account", shop.ids[0], "--text", "Tea at nine").json[
        "drafts"
    ][0]["id"]
    shop("drafts", "edit", number, "--text", "Tea at ten", "--brief", "owner=Ana")
    assert "Tea at [-nine-]{+ten+}" in shop.words("drafts", "diff", number, "1").out
    back = shop("drafts", "restore", number, "1").json["drafts"][0]
    assert back["text"] == "Tea at nine" and back["brief"] == {"owner": "Ana"}
    assert len(shop("drafts", "history", number).json["versions"]) == 3
    assert shop("undo").json["undone"]["command"] == "drafts.restore"
    shown = shop("drafts", "preview", number).json
    assert shown["missing"] == ["theme", "form", "cadence", "goal"]


def test_a_draft_that_was_changed_elsewhere_is_forked(shop: Any) -> None:
    draft = shop("drafts", "new", "--account", shop.ids[0], "--text", "One").json["drafts"][0]
    shop("drafts", "edit", draft["id"], "--text", "Two")
    told = shop("drafts", "edit", draft["id"], "--text", "Three", "--base", str(draft["base"]))
    assert told.json["forked_from"] == draft["id"]
    texts = {d["text"] for d in shop("drafts", "list").json["drafts"]}
    assert {"Two", "Three"} <= texts
