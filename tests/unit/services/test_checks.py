"""What holds a piece, who lets it through, and for which text that counts.

Requirements: AC-05, DR-06, DR-07, CA-04, CA-07, CT-04, CT-10.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import checks
from cmapp.store import drafts
from cmapp.store.drafts import Draft, Variant
from tests.support.stage import Stage

PICTURE = {"path": "leaf.png", "mime": "image/png", "alt": ""}


def made(
    stage: Stage, text: str = "Fresh soap today.", *, variants: list[Variant] | None = None,
    media: list[dict[str, Any]] | None = None, **values: Any,
) -> str:  # fmt: skip
    """Write a post for the first account, or with these wordings; return its id."""

    def go(tx: Any) -> int:
        now = stage.engine.desk.now()
        account = None if variants else stage.accounts[0]
        number = drafts.save(tx, text, now=now, account_id=account, media=media)
        if variants:
            drafts.set_variants(tx, number, variants, now=now)
        drafts.change(tx, number, values)
        return number

    return str(stage.engine.desk.store.write(go))


def draft(stage: Stage, id: str) -> Draft:
    found = stage.engine.desk.store.read(lambda db: drafts.by_id(db, int(id)))
    assert found is not None
    return found


def found(stage: Stage, id: str, **given: Any) -> list[str]:
    return [f["check"] for f in stage.call("checks.run", draft=id, **given)["findings"]]


def gate(stage: Stage, id: str, **given: Any) -> None:
    checks.gate(stage.engine.desk, draft(stage, id), **given)


def refused(stage: Stage, id: str, **given: Any) -> Rejected:
    with pytest.raises(Rejected) as no:
        gate(stage, id, **given)
    return no.value


def test_a_picture_without_alt_text_is_held_until_it_has_one_or_a_reason(stage: Stage) -> None:
    one = made(stage, media=[PICTURE])
    no = refused(stage, one)
    assert no.why == "held_by_checks" and no.facts["checks"] == ["alt_missing"]
    assert no.facts["draft"] == one
    [told] = no.facts["findings"]
    assert (told["field"], told["n"], told["severity"]) == ("media", 0, "stop")
    gate(stage, one, overrides={"alt_missing": "only a divider"})
    [kept] = stage.call("checks.overrides", draft=one)["overrides"]
    assert (kept["check"], kept["reason"]) == ("alt_missing", "only a divider")
    gate(stage, one)  # it holds for this text and these pictures
    assert refused(stage, made(stage, media=[PICTURE])).why == "held_by_checks"
    gate(stage, made(stage, media=[{**PICTURE, "alt": "A leaf"}]))


def test_another_text_asks_again(stage: Stage) -> None:
    one = made(stage, media=[PICTURE])
    gate(stage, one, overrides={"alt_missing": "only a divider"})
    changed = stage.engine.desk.store
    changed.write(lambda tx: drafts.save(tx, "Other.", now=stage.engine.desk.now() + 1,
                                         draft_id=int(one)))  # fmt: skip
    assert refused(stage, one).why == "held_by_checks"


def test_a_setting_of_the_brand_sheet_makes_alt_text_a_hint_or_nothing(stage: Stage) -> None:
    one = made(stage, media=[PICTURE])
    stage.call("sheets.set", kind="brand", sheet={"levels": {"alt_missing": "warn"}})
    gate(stage, one)
    assert found(stage, one) == ["alt_missing"]
    back = stage.call("sheets.set", kind="brand", sheet={"levels": {"alt_missing": "off"}})["undo"]
    assert found(stage, one) == []
    stage.call(back["command"], **back["args"])
    assert found(stage, one) == ["alt_missing"]
    stage.call("undo")
    own = {"levels": {"alt_missing": "stop"}}
    stage.call("sheets.set", kind="brand", scope=stage.accounts[0], sheet=own)
    assert refused(stage, one).facts["checks"] == ["alt_missing"]


def test_a_limit_is_no_matter_of_reasons(stage: Stage) -> None:
    one = made(stage, "x" * 6000)
    told = refused(stage, one).facts["findings"][0]
    assert told["check"] == "over_limit" and told["overridable"] is False
    assert told["facts"]["size"] == 6000
    assert refused(stage, one).why == "held_by_checks"
    for give in (
        lambda: gate(stage, one, overrides={"over_limit": "I insist"}),
        lambda: stage.call("checks.override", draft=one, check="over_limit", reason="I insist"),
    ):
        with pytest.raises(Rejected, match="cannot_override"):
            give()
    with pytest.raises(Rejected, match="bad_sheet"):
        stage.call("sheets.set", kind="brand", sheet={"levels": {"over_limit": "off"}})


def test_personal_data_and_gaps_are_refused_as_everywhere(stage: Stage) -> None:
    one = made(stage, "Call 13812345678")
    no = refused(stage, one)
    assert no.why == "personal_data" and no.facts["what"] == ["phone"]
    gate(stage, one, allow=["personal_data"])
    other = made(stage, "Dear {{first_name}}")
    assert refused(stage, other).why == "open_gaps"
    assert refused(stage, made(stage, "Hello", options={"first_comment": "13812345678"})).why == (
        "personal_data"
    )
    gate(stage, made(stage, "Call 13812345678", options={"visibility": "direct"}))


def test_each_wording_is_looked_at_and_let_through_by_itself(stage: Stage) -> None:
    first, second = stage.accounts
    one = made(stage, "Hello", variants=[
        Variant(first, text="Call 13812345678"), Variant(second, media=[PICTURE]),
    ])  # fmt: skip
    told = stage.call("checks.run", draft=one)
    assert [(f["check"], f["account"]) for f in told["findings"]] == [
        ("personal_data", first), ("alt_missing", second),
    ]  # fmt: skip
    assert told["stops"] == 2
    gate(stage, one, variant=Variant(first, text="Hello"))
    answer = stage.call("checks.override", draft=one, check="alt_missing", reason="a divider")
    told = stage.call("checks.run", draft=one)
    assert [f["override"] and f["override"]["reason"] for f in told["findings"]] == [
        None, "a divider",
    ]  # fmt: skip
    assert told["stops"] == 1
    stage.call(answer["undo"]["command"], **answer["undo"]["args"])
    assert stage.call("checks.run", draft=one)["stops"] == 2
    stage.call("checks.put_back", ids=[answer["overrides"][0]["id"]], holds=True)
    assert stage.call("checks.run", draft=one)["stops"] == 1
    with pytest.raises(Rejected, match="nothing_to_override"):
        stage.call("checks.override", draft=one, check="insult", reason="quoted")
    with pytest.raises(Rejected, match="no_reason"):
        stage.call("checks.override", draft=one, check="personal_data", reason="  ")
    with pytest.raises(Rejected, match="unknown_check"):
        stage.call("checks.override", draft=one, check="nonsense", reason="x")
    with pytest.raises(Missing, match="unknown_override"):
        stage.call("checks.put_back", ids=["99"])


def test_words_that_are_not_kept_yet_can_be_asked_about(stage: Stage) -> None:
    one = made(stage)
    assert found(stage, one, text="You idiot") == ["insult"]
    assert found(stage, one, account=stage.accounts[0], text="You idiot") == ["insult"]
    told = stage.call("checks.run", text="You idiot", account=stage.accounts[1])
    assert [f["words"] for f in told["findings"]] == ["idiot"]
    assert found(stage, one) == []


@pytest.mark.parametrize(
    ("kind", "scope", "sheet", "field"),
    [
        ("brand", "", {"emoji": "lots"}, "emoji"),
        ("brand", "", {"banned": ["cheap", ""]}, "banned"),
        ("brand", "", {"banned": "cheap"}, "banned"),
        ("brand", "", {"wanted": ["Moss"], "banned": ["moss"]}, "banned"),
        ("brand", "", {"levels": {"nonsense": "stop"}}, "levels"),
        ("brand", "", {"levels": {"insult": "maybe"}}, "levels"),
        ("brand", "", {"repeat_days": -1}, "repeat_days"),
        ("brand", "", {"quiet": "25:00-26:00"}, "quiet"),
        ("brand", "", {"bannned": []}, "bannned"),
        ("norms", "mastodon", {"length": 0}, "length"),
        ("norms", "", {"length": 10}, "scope"),
        ("cadence", "", {"per_day": 3, "per_week": 2}, "per_week"),
        ("cadence", "", {"per_week": 0}, "per_week"),
        ("audience", "young", {"locale": 3}, "locale"),
        ("mood", "", {}, "kind"),
    ],
)
def test_a_sheet_that_makes_no_sense_is_refused_by_name(
    stage: Stage, kind: str, scope: str, sheet: dict[str, Any], field: str
) -> None:
    with pytest.raises(Rejected) as no:
        stage.call("sheets.set", kind=kind, scope=scope, sheet=sheet)
    assert no.value.facts["field"] == field
    assert no.value.why in ("bad_sheet", "bad_hours")


def test_empty_sheets_are_fine_and_an_unknown_account_is_not(stage: Stage) -> None:
    for kind, scope in (("brand", ""), ("norms", "demo"), ("audience", "a"), ("cadence", "")):
        stage.call("sheets.set", kind=kind, scope=scope, sheet={})
    assert found(stage, made(stage)) == []
    with pytest.raises(Missing, match="unknown_account"):
        stage.call("sheets.set", kind="brand", scope="nobody", sheet={})
    shown = stage.call("sheets.show", kind="cadence")["sheets"]
    default = next(s for s in shown if s["scope"] == "audience:")
    assert default["own"] is False and default["sheet"]["verified"] is False


def said_out(stage: Stage, text: str, *, ago_days: int = 0) -> None:
    """Let the first account have posted something, and read it."""
    stage.world.say("mossfield", text)
    stage.call("sync")


def plan(stage: Stage, **values: Any) -> dict[str, Any]:
    at = stage.engine.desk.now() + 3_600_000
    return {"planned_at": at, "wall": "2026-12-01T10:00", "zone": "UTC", **values}


def test_what_was_said_not_long_ago_is_pointed_at(stage: Stage) -> None:
    said_out(stage, "Fresh soap TODAY!")
    assert found(stage, made(stage)) == ["repeated"]
    assert found(stage, made(stage, "Fresh tea today.")) == []
    other = made(stage, variants=[Variant(stage.accounts[1])])
    assert found(stage, other) == []
    stage.call("sheets.set", kind="brand", sheet={"repeat_days": 0})
    assert found(stage, made(stage)) == []


def test_what_waits_counts_as_said_but_not_against_itself(stage: Stage) -> None:
    first = made(stage)
    stage.call("post.queue", draft=first)
    assert found(stage, first) == []
    [told] = stage.call("checks.run", draft=made(stage))["findings"]
    assert told["check"] == "repeated" and told["facts"]["waits"] is True
    planned = made(stage, "Soap with salt.", **plan(stage))
    assert found(stage, planned) == []
    assert found(stage, made(stage, "Soap with salt!")) == ["repeated"]


def test_over_the_cap_is_told_and_never_holds(stage: Stage) -> None:
    stage.call("sheets.set", kind="cadence", sheet={"per_day": 2})
    said_out(stage, "One.")
    made(stage, "Two.", **plan(stage))
    own = made(stage, "Three.", planned_at=stage.engine.desk.now(), zone="UTC", wall="x")
    [told] = stage.call("checks.run", draft=own)["findings"]
    assert (told["check"], told["severity"]) == ("cadence", "warn")
    assert told["facts"] == {
        "scope": stage.accounts[0], "span": "day", "size": 3, "limit": 2,
    }  # fmt: skip
    gate(stage, own)
    stage.call("sheets.set", kind="cadence", scope=stage.accounts[0], sheet={"per_day": 9})
    assert found(stage, own) == []


def test_an_audience_has_the_cap_of_the_sources_until_one_is_set(stage: Stage) -> None:
    brief = {"audience": "parents"}
    for n in range(2):
        made(stage, f"Number {n}.", brief=brief, **plan(stage))
    third = made(stage, "Number 3.", brief=brief, **plan(stage))
    [told] = stage.call("checks.run", draft=third)["findings"]
    assert told["check"] == "cadence" and told["facts"]["verified"] is False
    assert told["facts"]["scope"] == "audience:parents" and told["facts"]["size"] == 3
    gate(stage, third)
    stage.call("sheets.set", kind="cadence", scope="audience:parents", sheet={})
    assert found(stage, third) == []


def test_a_plan_on_a_holiday_or_a_day_of_mourning_is_told(stage: Stage) -> None:
    stage.call("hours.holidays.add", country="CN")

    def on(day: str) -> list[tuple[str, str]]:
        at = int(datetime.fromisoformat(f"{day}T04:00+00:00").timestamp() * 1000)
        one = made(stage, f"About {day}.", planned_at=at, zone="Asia/Shanghai", wall=f"{day}T12:00")
        told = stage.call("checks.run", draft=one)["findings"]
        return [(f["check"], f["words"]) for f in told]

    year = datetime.fromtimestamp(stage.engine.desk.now() / 1000, UTC).year
    assert on(f"{year}-10-01")[0][0] == "holiday"
    assert on(f"{year}-04-05")[0][0] == "mourning"
    assert on(f"{year}-12-13") == [("mourning", "国家公祭日")]
    assert on(f"{year}-06-04") == []
    # the day is that of the plan's own zone: 20:00 UTC on the 30th is the 1st in Shanghai
    at = int(datetime.fromisoformat(f"{year}-09-30T20:00+00:00").timestamp() * 1000)
    one = made(stage, "Late.", planned_at=at, zone="Asia/Shanghai", wall=f"{year}-10-01T04:00")
    assert found(stage, one) == ["holiday"]
    two = made(stage, "Early.", planned_at=at, zone="UTC", wall=f"{year}-09-30T20:00")
    assert found(stage, two) == []


def test_a_wave_of_complaints_and_the_panic_switch_are_told(stage: Stage) -> None:
    one = made(stage)
    stage.call("outbox.pause")
    [told] = stage.call("checks.run", draft=one)["findings"]
    assert told["facts"] == {"why": "panic"}
    stage.call("outbox.resume")
    assert found(stage, one) == []
    for n in range(5):
        stage.asked(f"The soap arrived broken, this is terrible, refund please! {n}")
    [told] = stage.call("checks.run", draft=one)["findings"]
    assert told["check"] == "crisis" and told["facts"]["size"] >= 5
    assert told["severity"] == "warn"
    gate(stage, one)


def test_the_brand_sheet_of_an_account_lies_over_that_of_all(stage: Stage) -> None:
    first, second = stage.accounts
    stage.call("sheets.set", kind="brand", sheet={"banned": ["cheap"], "tone": "plain"})
    stage.call("sheets.set", kind="brand", scope=second, sheet={"banned": ["sale"], "tone": "warm"})
    one = made(stage, "A cheap sale", variants=[Variant(first), Variant(second)])
    told = stage.call("checks.run", draft=one)
    assert {(f["account"], f["words"]) for f in told["findings"]} == {
        (first, "cheap"), (second, "cheap"), (second, "sale"),
    }  # fmt: skip
    tones = [n["sheet"]["tone"] for n in told["notes"] if n["kind"] == "tone"]
    assert tones == ["plain", "warm"]
    with pytest.raises(Rejected, match="bad_sheet"):
        stage.call("sheets.set", kind="brand", scope=second, sheet={"wanted": ["Cheap"]})


def test_the_norm_sheet_of_a_platform_speaks_the_language_of_the_window(stage: Stage) -> None:
    one = made(stage)
    for language, word in (("en", "Friendly"), ("zh_CN", "友好"), ("zh_TW", "友善")):
        notes = stage.call("checks.run", draft=one, language=language)["notes"]
        [norms] = [n for n in notes if n["kind"] == "norms"]
        assert norms["scope"] == "demo" and word in norms["sheet"]["tone"]
    stage.call("sheets.set", kind="norms", scope="demo", sheet={"tone": "Ours", "length": 5})
    told = stage.call("checks.run", draft=one)
    assert [f["check"] for f in told["findings"]] == ["norm_length"]
    assert [n["sheet"]["tone"] for n in told["notes"]] == ["Ours"]


def test_segments_of_one_account_are_held_side_by_side(stage: Stage) -> None:
    first = stage.accounts[0]
    both = [Variant(first, "north"), Variant(first, "south")]
    one = made(stage, variants=both)
    assert found(stage, one) == ["segments_same", "segments_same"]
    held = checks.gate(stage.engine.desk, draft(stage, one), both[0])
    assert [f.finding.check for f in held] == ["segments_same"]
    other = made(stage, variants=[both[0], Variant(first, "south", text="Warm soap.")])
    assert found(stage, other) == []


def test_an_unverified_claim_goes_out_only_with_a_reason_that_is_logged(stage: Stage) -> None:
    brief = {"claims": [{"text": "lasts 40% longer", "source": "", "verified": False}]}
    one = made(stage, "It lasts 40% longer.", brief=brief)
    held = stage.call("post.queue", draft=one)
    assert held["rows"] == [] and held["held"][0]["code"] == "held_by_checks"
    done = stage.call("post.queue", draft=one, overrides={"unverified_claim": "measured by us"})
    assert len(done["rows"]) == 1
    log = stage.call("checks.overrides", draft=one)["overrides"]
    assert [(o["check"], o["reason"]) for o in log] == [("unverified_claim", "measured by us")]


def test_an_empty_draft_and_one_without_an_account_can_be_looked_at(stage: Stage) -> None:
    assert stage.call("checks.run", text="")["findings"] == []
    assert [f["check"] for f in stage.call("checks.run", text="最好的皂")["findings"]] == [
        "exaggeration"
    ]
    with pytest.raises(Missing, match="unknown_account"):
        stage.call("checks.run", text="x", account="nobody")
    with pytest.raises(Missing, match="unknown_draft"):
        stage.call("checks.run", draft="77")
