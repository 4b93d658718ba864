"""Saved replies, earlier answers, thank-yous: on a demo network, through the commands."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.store import posts
from tests.support import media_files
from tests.support.stage import ANA, CHEN, Stage


def saved(stage: Stage, title: str, *variants: dict[str, Any], **more: Any) -> str:
    found = stage.call("replies.save", title=title, variants=list(variants), **more)
    return str(found["replies"][0]["id"])


def use(stage: Stage, reply: str, item: str, **more: Any) -> dict[str, Any]:
    return stage.call("replies.use", reply=reply, item=item, **more)


def test_the_gaps_are_filled_from_the_conversation(stage: Stage) -> None:
    item = stage.asked("Where is my order #A-48213?")
    text = "Hi {{first_name}}, {{order}} left today. – {{account}}"
    reply = saved(stage, "Where", {"text": text}, shortcut="where")
    found = use(stage, ";where", item)
    assert found["text"].startswith("Hi Ana, A-48213 left today. – ")
    assert not (found["questions"] or found["missing"] or found["unknown"])
    assert stage.call("replies.show", reply=reply)["replies"][0]["outcome"]["used"] == 1


def test_a_gap_that_means_nothing_is_named_and_nothing_is_sent(stage: Stage) -> None:
    item = stage.asked("Hello?")
    reply = saved(stage, "Odd", {"text": "Hi {{frist_name}}, {{ask:Which colour}}? {{order}}"})
    assert stage.call("replies.show", reply=reply)["replies"][0]["unknown"] == ["frist_name"]
    look = use(stage, reply, item)
    assert (look["unknown"], look["questions"], look["missing"], look["use"]) == (
        ["frist_name"], ["Which colour"], ["order"], None,
    )  # fmt: skip
    with pytest.raises(Rejected) as refused:
        stage.call("replies.send", reply=reply, item=item, answers={"Which colour": "red"})
    assert refused.value.why == "open_gaps"
    assert refused.value.facts["unknown"] == ["frist_name"]
    assert stage.call("outbox.list")["rows"] == []


def test_an_answer_fills_a_question_and_a_name_that_is_not_known(stage: Stage) -> None:
    item = stage.asked("Hello?")
    reply = saved(stage, "Ask", {"text": "{{ask:Which colour}} {{order}} {{order|none}}"})
    found = use(stage, reply, item, answers={"Which colour": "red", "order": "77"})
    assert found["text"] == "red 77 77"
    assert use(stage, reply, item, answers={"Which colour": "red"})["text"] == "red {{order}} none"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Is it vegan?", "demo en"),
        ("这款是纯素的吗？", "zh"),
        ("這款是純素的嗎？", "hant"),
        ("¿Es vegano? Niño", "any"),
    ],
)
def test_the_wording_follows_their_language_before_the_network(
    stage: Stage, question: str, expected: str
) -> None:
    item = stage.asked(question)
    reply = saved(
        stage,
        "Vegan",
        {"text": "any"},
        {"text": "demo any", "network": "mastodon"},
        {"text": "demo en", "network": "demo", "lang": "en"},
        {"text": "en", "lang": "en"},
        {"text": "zh", "lang": "zh_CN"},
        {"text": "hant", "lang": "zh-TW"},
    )
    assert use(stage, reply, item)["text"] == expected


def test_the_other_script_is_nearer_than_another_language(stage: Stage) -> None:
    item = stage.asked("這款是純素的嗎？")
    reply = saved(stage, "V", {"text": "en", "lang": "en"}, {"text": "hans", "lang": "zh-Hans"})
    assert use(stage, reply, item)["text"] == "hans"


def test_what_became_of_a_reply_is_counted(stage: Stage, clock: Any) -> None:
    reply = saved(stage, "Yes", {"text": "Yes, it is vegan."})
    items = [stage.asked(f"Is number {n} vegan?", who=who) for n, who in enumerate((ANA, CHEN))]
    rows = [stage.call("replies.send", reply=reply, item=i)["outbox"]["id"] for i in items]
    use(stage, reply, stage.asked("And this one?"))
    stage.send()
    assert [stage.state(r) for r in rows] == ["sent", "sent"]
    clock.move(60)
    for item, words, who in ((items[0], "Thank you so much!", ANA), (items[1], "And oat?", CHEN)):
        ours = [p for p in stage.world.posts() if p.parent == stage.remote(item)]
        stage.world.say(who, words, parent=ours[0].id)
    stage.call("sync")
    outcome = stage.call("replies.show", reply=reply)["replies"][0]["outcome"]
    counts = {"used": 3, "sent": 2, "edited": 0, "thanked": 1, "wrote_again": 1, "quiet": 0}
    assert {name: outcome[name] for name in counts} == counts
    assert outcome["open"] >= 1


def test_a_reply_sent_with_another_text_counts_as_edited(stage: Stage) -> None:
    reply = saved(stage, "Yes", {"text": "Yes, it is vegan."})
    item = stage.asked("Is it vegan?")
    use(stage, reply, item)
    stage.reply(item, "Yes, it is vegan. Enjoy!")
    stage.send()
    outcome = stage.call("replies.show", reply=reply)["replies"][0]["outcome"]
    assert (outcome["sent"], outcome["edited"], outcome["quiet"]) == (1, 1, 1)


def test_every_change_can_be_taken_back(stage: Stage) -> None:
    made = stage.call("replies.save", title="A", shortcut="a", variants=[{"text": "one"}])
    reply = made["replies"][0]["id"]
    changed = stage.call(
        "replies.save", id=reply, title="B", variants=[{"text": "two", "lang": "en"}]
    )
    away = stage.call("replies.archive", reply=reply)
    assert stage.call("replies.list")["replies"] == []
    for done in (away, changed):
        stage.call(done["undo"]["command"], **done["undo"]["args"])
    (back,) = stage.call("replies.list", query=";a")["replies"]
    assert (back["title"], [v["text"] for v in back["variants"]]) == ("A", ["one"])
    stage.call(made["undo"]["command"], **made["undo"]["args"])
    assert stage.call("replies.list", archived=True)["replies"] == []
    with pytest.raises(Missing):
        stage.call("replies.show", reply=reply)


def test_two_replies_cannot_share_a_title_or_a_shortcut(stage: Stage) -> None:
    saved(stage, "A", {"text": "x"}, shortcut=";a")
    for title, short, code in (("A", "b", "title_taken"), ("B", "A", "shortcut_taken")):
        with pytest.raises(Rejected) as refused:
            saved(stage, title, {"text": "y"}, shortcut=short)
        assert refused.value.why == code
    with pytest.raises(Rejected):
        saved(stage, "C", {"text": "y"}, shortcut="two words")
    with pytest.raises(Rejected):
        saved(stage, "C", {"text": "y"}, {"text": "z"})


# earlier answers


def answered(stage: Stage, question: str, answer: str, *, who: str = ANA) -> str:
    item = stage.asked(question, who=who)
    stage.reply(item, answer)
    stage.send()
    return item


def test_the_earlier_answer_to_the_same_question_is_found_on_another_channel(stage: Stage) -> None:
    answered(stage, "Does the refill pack fit the older mug?", "Yes, it fits all our mugs.")
    answered(stage, "When do you open on Sunday?", "At noon.")
    other = stage.world.say("mossfield_tw", "Neues.")
    item = stage.asked("does your refill pack fit an older mug too??", who=CHEN, parent=other)
    found = stage.call("answers.for_item", item=item)
    assert [e["answer"]["text"] for e in found["earlier"]] == ["Yes, it fits all our mugs."]


def test_it_is_found_in_the_other_script(stage: Stage) -> None:
    answered(stage, "请问杯子可以放微波炉吗？", "可以，放心用。")
    item = stage.asked("這個杯子能不能放微波爐？", who=CHEN)
    found = stage.call("answers.for_item", item=item)["earlier"]
    assert [e["answer"]["text"] for e in found] == ["可以，放心用。"]


def test_an_answer_that_differs_brings_the_earlier_one(stage: Stage) -> None:
    answered(stage, "请问杯子可以放微波炉吗？", "可以，放心用。")
    item = stage.asked("杯子能放微波炉吗？", who=CHEN)
    (conflict,) = stage.call("answers.check", item=item, text="不可以哦。")["conflicts"]
    assert conflict["answer"]["text"] == "可以，放心用。"
    assert stage.call("answers.check", item=item, text="可以的。")["conflicts"] == []


def test_an_answer_that_was_corrected_since_is_not_held_against_us(
    stage: Stage, clock: Any
) -> None:
    answered(stage, "How long does shipping take?", "Shipping takes 3 days.")
    clock.move(86_400)
    answered(stage, "How long does the shipping take?", "Shipping takes 5 days.", who=CHEN)
    item = stage.asked("How long does shipping take now?")
    assert stage.call("answers.check", item=item, text="It takes 5 days.")["conflicts"] == []
    found = stage.call("answers.check", item=item, text="It takes 3 days.")["conflicts"]
    assert [c["answer"]["text"] for c in found] == ["Shipping takes 5 days."]


def test_saved_replies_come_by_where_they_were_used(stage: Stage) -> None:
    reply = saved(stage, "Kitchen", {"text": "Feel free, nothing happens."})
    first = stage.asked("Can the cup go into the microwave?")
    stage.call("replies.send", reply=reply, item=first)
    stage.send()
    item = stage.asked("can this cup go in a microwave oven?", who=CHEN)
    assert [r["id"] for r in stage.call("answers.for_item", item=item)["replies"]] == [reply]


def test_the_index_of_answered_questions_can_be_built_again(stage: Stage) -> None:
    answered(stage, "Can the cup go into the microwave?", "Yes.")
    before = indexed(stage)
    assert before
    stage.engine.desk.store.write(
        lambda tx: tx.db.execute("DELETE FROM meta WHERE name = 'answered_words'")
    )
    stage.restart()
    assert indexed(stage) == before


def test_an_answered_question_that_is_edited_or_deleted_leaves_no_words_behind(
    stage: Stage,
) -> None:
    item = answered(stage, "Can the cup go into the microwave?", "Yes.")
    remote = stage.remote(item)
    stage.world.edit(remote, "Can the kettle go onto the stove?")
    stage.call("sync")
    other = stage.asked("Can this kettle go on a stove?", who=CHEN)
    assert stage.call("answers.for_item", item=other)["earlier"][0]["answer"]["text"] == "Yes."
    before = indexed(stage)
    stage.world.delete(remote)
    stage.call("sync")
    stage.call("inbox.thread", item=item)
    if indexed(stage) == before:  # nothing told us of the deletion yet
        stage.engine.desk.store.write(lambda tx: posts.mark_gone(tx, "demo", remote, now=1))
    assert stage.call("answers.for_item", item=other)["earlier"] == []
    stage.call("accounts.remove", id=stage.accounts[0])
    stage.call("accounts.remove", id=stage.accounts[1])
    assert indexed(stage) == []


def indexed(stage: Stage) -> list[int]:
    def look(db: Any) -> list[int]:
        return [r[0] for r in db.execute("SELECT rowid FROM answered_words ORDER BY rowid")]

    return stage.engine.desk.store.read(look)


# the knowledge base


def test_two_chinese_characters_find_an_article(stage: Stage) -> None:
    stage.call("articles.save", title="退换货", text="收到后七天内可以退货，運費由我們承擔。")
    stage.call("articles.save", title="Opening hours", text="Mon-Sat 10 to 18", tags=["shop"])
    for query in ("退货", "運費", "运费"):
        assert [a["title"] for a in stage.call("articles.list", query=query)["articles"]] == [
            "退换货"
        ]
    assert [a["title"] for a in stage.call("articles.list", query="sho")["articles"]] == [
        "Opening hours"
    ]
    item = stage.asked("我要退货，运费谁承担？")
    assert [a["title"] for a in stage.call("answers.for_item", item=item)["articles"]] == ["退换货"]


def test_an_article_can_be_changed_deleted_and_brought_back(stage: Stage) -> None:
    made = stage.call("articles.save", title="A", text="one", url="https://x.example/a", tags=["t"])
    number = made["articles"][0]["id"]
    changed = stage.call("articles.save", id=number, title="B", text="two")
    gone = stage.call("articles.delete", id=number)
    assert stage.call("articles.list")["articles"] == []
    for done in (gone, changed):
        stage.call(done["undo"]["command"], **done["undo"]["args"])
    (back,) = stage.call("articles.list", query="one")["articles"]
    assert (back["title"], back["url"], back["tags"]) == ("A", "https://x.example/a", ["t"])
    with pytest.raises(Rejected):
        stage.call("articles.save", title="A", text="x", url="javascript:alert(1)")


# in and out


def test_saved_replies_survive_a_round_trip(stage: Stage, tmp_path: Path) -> None:
    variants = ({"text": "Hi {{name}}\n=1+1"}, {"text": "=你好", "lang": "zh", "network": "demo"})
    saved(stage, "Greeting", *variants, shortcut="hi")
    before = stage.call("replies.list")["replies"]
    for kind in ("json", "csv"):
        out = stage.call("answers.export", kind=kind)["text"]
        file = tmp_path / f"out.{kind}"
        file.write_text(out, "utf-8")
        stage.call("replies.drop", id=stage.call("replies.list")["replies"][0]["id"])
        found = stage.call("answers.import", path=str(file))
        assert (found["made"], found["skipped"]) == (1, [])
        (after,) = stage.call("replies.list")["replies"]
        for each in ("title", "shortcut", "variants"):
            assert after[each] == before[0][each]
        stage.call(found["undo"]["command"], **found["undo"]["args"])
        assert stage.call("replies.list")["replies"] == []
        saved(stage, "Greeting", *variants, shortcut="hi")


def test_what_other_desks_write_can_be_read(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "canned.json"
    rows = [
        {
            "id": 1,
            "short_code": "ship",
            "content": "Hi {{contact.name}}, {{ticket.requester.city}}",
        },
        {"id": 2, "short_code": "two words", "content": "x"},
        {"id": 3, "short_code": "empty", "content": " "},
        "nonsense",
    ]
    file.write_text(json.dumps(rows), "utf-8")
    found = stage.call("answers.import", path=str(file))
    assert (found["made"], [s["why"] for s in found["skipped"]]) == (2, ["no_text", "no_text"])
    (ship,) = stage.call("replies.list", query=";ship")["replies"]
    assert ship["variants"][0]["text"] == "Hi {{name}}, {{ask:city}}"


def test_chinese_spreadsheets_can_be_read(stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "话术.csv"
    file.write_bytes("标题,快捷短语,内容\n发货,fh,亲，今天发货\n".encode("gb18030"))
    assert stage.call("answers.import", path=str(file))["made"] == 1
    assert stage.call("replies.list", query=";fh")["replies"][0]["title"] == "发货"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "nothing_there"),
        (b"{", "file_unreadable"),
        (b"[" * 100_000, "file_unreadable"),
        (b"\xff\xfe\x00\x01\x80", "file_unreadable"),
        (b"just words", "nothing_there"),
        (b'{"replies": 5}', "nothing_there"),
    ],
)
def test_a_file_that_is_none_changes_nothing(
    stage: Stage, tmp_path: Path, data: bytes, code: str
) -> None:
    (tmp_path / "f").write_bytes(data)
    with pytest.raises(Rejected) as refused:
        stage.call("answers.import", path=str(tmp_path / "f"))
    assert refused.value.why == code
    with pytest.raises(Missing):
        stage.call("answers.import", path=str(tmp_path / "not there"))


# thank-yous and kinds


def test_nobody_is_thanked_twice_with_the_same_words(stage: Stage) -> None:
    texts = []
    for n in range(12):
        item = stage.asked(f"I love it, number {n}!")
        texts.append(stage.call("replies.thank", item=item, send=True)["text"])
    assert len(set(texts)) == 12
    assert all("Ana" in t for t in texts)
    assert not any(a == b for a, b in itertools.pairwise(texts))
    assert len(stage.call("replies.thanked")["thanks"]) == 12


def test_words_that_were_typed_by_hand_count_as_had(stage: Stage) -> None:
    first = stage.asked("I love it!")
    words = stage.call("replies.thank", item=first)["text"]
    stage.reply(first, words)
    assert stage.call("replies.thank", item=stage.asked("Really!"))["text"] != words


def test_a_thank_you_that_is_taken_back_was_never_had(stage: Stage) -> None:
    item = stage.asked("谢谢你们！")
    found = stage.call("replies.thank", item=item, send=True)
    assert "谢" in found["text"]
    stage.call(found["undo"]["command"], **found["undo"]["args"])
    assert stage.call("replies.thanked")["thanks"] == []
    assert [r["state"] for r in stage.call("outbox.list")["rows"]] == ["cancelled"]


def test_the_kinds_sum_to_the_replies_and_can_be_corrected(stage: Stage) -> None:
    for text in ("Thank you, Ana!", "So sorry about that.", "Try it again.", "Yes, at noon."):
        stage.reply(stage.asked(f"About {text}"), text)
    stage.send()
    found = stage.call("replies.kinds")
    assert found["kinds"] == {"thanks": 1, "answer": 1, "apology": 1, "advice": 1, "other": 0}
    assert found["replies"] == 4 == len(stage.call("outbox.list", states=["sent"])["rows"])
    row = next(r["id"] for r in stage.call("outbox.list")["rows"] if r["text"].startswith("Try"))
    done = stage.call("replies.set_kind", row=row, kind="answer")
    assert stage.call("replies.kinds")["kinds"]["answer"] == 2
    stage.call(done["undo"]["command"], **done["undo"]["args"])
    assert stage.call("replies.kinds") == found


def test_the_window_looks_up_by_itself_what_the_engine_would_answer(
    stage: Stage, tmp_path: Path
) -> None:
    from cmapp.ui.looks import LOOKS, look

    chat = tmp_path / "chat.csv"
    chat.write_text("time,author,text\n0:01,ana,Is it vegan?\n", encoding="utf-8")
    live = stage.call("live.import", path=str(chat))
    reply = saved(stage, "Yes", {"text": "Yes, it is vegan."})
    item = stage.asked("Is it vegan?")
    (tmp_path / "a.png").write_bytes(media_files.picture())
    added = stage.call("media.add", files=[{"path": str(tmp_path / "a.png")}])["added"]
    picture = added[0]["file"]["name"]
    draft = stage.call("drafts.save", text="最好的皂", account=stage.accounts[0])["drafts"][0]["id"]
    post = stage.call("drafts.save", text="Soap", account=stage.accounts[0])["drafts"][0]["id"]
    row = stage.call("post.queue", draft=post)["rows"][0]["id"]
    goal = {"metric": "interactions", "target": 90, "last_day": "2099-01-01"}
    number = stage.call("goals.save", **goal)["goals"][0]["id"]
    plan = {"measure": "comments", "effect": 3.0, "baseline": 2.0, "sd": 1.0}
    trial = stage.call("experiments.make", name="Soap", plan=plan)["experiments"][0]["id"]
    asked = stage.engine.desk.store
    who = asked.read(lambda db: db.execute("SELECT actor_id FROM interactions").fetchone()[0])
    args: dict[str, dict[str, Any]] = {
        "answers.for_item": {"item": item},
        "answers.check": {"item": item, "text": "No."},
        "replies.show": {"reply": reply},
        "rules.try": {"query": "vegan", "deeds": [{"command": "draft", "args": {"text": "Yes"}}]},
        "live.show": {"id": live["log"]["id"]},
        "media.show": {"name": picture},
        "metrics.value": {"metric": "interactions"},
        "metrics.rows": {"metric": "interactions"},
        "goals.progress": {"id": number},
        "experiments.show": {"id": trial},
        "experiments.size": {"plan": plan},
        "experiments.simulate": {"plan": plan, "runs": 100},
        "network.strength": {"person": str(who)},
        "insights.show": {"name": "volume"},
        "insights.opened": {"kind": "outbox", "id": row},
        "insights.rows": {"name": "volume", "key": "other:0:1800000000000"},
        "calendar.list": {"first": "2026-01-01"},
        "plan.fate": {"first": "2026-01-01"},
        "calendar.series.preview": {"rule": "FREQ=DAILY", "wall": "2026-01-01T09:00", "count": 3},
        "besttime.show": {"account": stage.accounts[0]},
        "checks.run": {"draft": draft},
        "drafts.history": {"id": draft},
        "drafts.diff": {"id": draft, "a": 1},
    }
    for name in LOOKS:
        given = args.get(name, {})
        assert look(stage.engine.desk.store, name, given) == stage.call(name, **given)
