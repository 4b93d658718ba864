"""No personal data and no gap leaves by mistake (DR-09, KB-01)."""

from __future__ import annotations

import pytest

from cmapp.domain.errors import Rejected
from tests.support.stage import Stage

PHONE = "您的电话是 13812345678 吗？"


def test_a_phone_number_in_a_public_answer_is_held_and_the_draft_kept(stage: Stage) -> None:
    one = stage.asked("Where is my parcel?")
    with pytest.raises(Rejected) as no:
        stage.reply(one, PHONE)
    assert no.value.why == "personal_data"
    assert no.value.facts["what"] == ["phone"]
    [found] = no.value.facts["found"]
    assert PHONE[found["start"] : found["end"]] == found["text"] == "13812345678"
    assert stage.drafts() == [PHONE]
    assert stage.call("outbox.list")["rows"] == []
    row = stage.reply(one, PHONE, draft=no.value.facts["draft"], allow=["personal_data"])
    stage.send()
    assert stage.state(row) == "sent"


def test_a_post_is_looked_at_too_and_what_its_pictures_show(stage: Stage) -> None:
    with pytest.raises(Rejected, match="personal_data"):
        stage.call("post", account=stage.accounts[0], text="Write to ana@example.org")
    stage.call("post", account=stage.accounts[0], text="Write to us! ¥128, 2026-11-22")


def test_a_message_may_hold_what_its_reader_alone_sees(stage: Stage) -> None:
    one = stage.asked("Where is my parcel?")
    post = int(
        stage.engine.desk.store.read(
            lambda db: db.execute(
                "SELECT post_id FROM interactions WHERE id = ?", (int(one),)
            ).fetchone()[0]
        )
    )
    stage.engine.desk.store.write(
        lambda tx: (
            tx.db.execute("UPDATE posts SET visibility = 'direct' WHERE id = ?", (post,)) and None
        )
    )
    assert stage.reply(one, PHONE)


def test_a_gap_keeps_any_text_back_unless_it_is_meant(stage: Stage) -> None:
    one = stage.asked("How do I write a template?")
    with pytest.raises(Rejected) as no:
        stage.reply(one, "Dear {{first_name}}, like this", allow=["personal_data"])
    assert no.value.why == "open_gaps"
    assert no.value.facts["names"] == "{{first_name}}"
    assert stage.drafts() == ["Dear {{first_name}}, like this"]
    assert stage.reply(one, "You write {{first_name}}", allow=["variable"])
    with pytest.raises(Rejected, match="unknown_allowance"):
        stage.reply(one, "hello", allow=["everything"])


def test_what_was_allowed_for_good_is_held_no_more(stage: Stage) -> None:
    one = stage.asked("Where can I call you?")
    stage.call("words.add", list="allowed", word="138-1234-5678")
    assert stage.call("words.check", text=PHONE) == {"findings": []}
    assert stage.reply(one, PHONE)


def test_a_text_can_be_looked_over(stage: Stage) -> None:
    stage.call("words.add", list="sensitive", word="召回")
    found = stage.call("words.check", text="關於召回，idiot, ana@example.org")["findings"]
    assert [(f["code"], f["severity"]) for f in found] == [
        ("sensitive", "warn"),
        ("insult", "warn"),
        ("email", "stop"),
    ]
