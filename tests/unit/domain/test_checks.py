"""Each check: pieces that it must point at, and pieces that it must leave alone.

Requirements: DR-10, DR-11, DR-12, DR-13, CT-01, CT-06, CT-07, CT-09.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain import brief, intensity, script_meter
from cmapp.domain.actions import Attachment
from cmapp.domain.checks import CHECKS, about, run
from cmapp.domain.errors import Rejected
from cmapp.domain.limits import Limits
from cmapp.domain.piece import Around, Cap, DayOff, Earlier, Piece
from cmapp.domain.sheets import SOURCED, Audience, Brand, Cadence, Norms, cadence

DAY = 86_400_000


def picture(alt: str = "") -> Attachment:
    return Attachment("leaf.png", "image/png", alt)


def piece(text: str = "Soap is back.", **given: Any) -> Piece:
    """A piece; what belongs to its surroundings goes there by name."""
    there = {n: given.pop(n) for n in tuple(given) if n in Around.__dataclass_fields__}
    return Piece(text=text, around=Around(**there), **given)


def branded(text: str = "Soap is back.", **brand: Any) -> Piece:
    return piece(text, brand=Brand(**brand))


VIDEO = Attachment("a.mp4", "video/mp4", "A stir", seconds=90.0)
CLAIM = {"text": "keeps 40% longer", "source": "https://example.org/a", "verified": True}
CAP = Cap("a", Cadence(per_day=1, per_week=3), day=0, week=2)

# check → pieces in which it finds something, with the words that it points at ("" for none)
FINDS: dict[str, list[tuple[Piece, str]]] = {
    "open_gaps": [(piece("Dear {{name}}"), "{{name}}")],
    "personal_data": [
        (piece("打 13812345678"), "13812345678"),
        (piece(options={"poll": {"options": ["ana@example.org", "b"]}}), "ana@example.org"),
        (piece(media=(picture("13812345678"),)), "13812345678"),
    ],
    "over_limit": [
        (piece("x" * 11, limits=Limits(graphemes=10)), ""),
        (piece(media=(picture("a"),), limits=Limits()), ""),
        (piece(media=(picture("aaa"),), limits=Limits(media_count=1, alt_length=2)), ""),
        (piece(media=(VIDEO,), limits=Limits(media_count=1)), ""),
        (piece(media=(VIDEO,), limits=Limits(media_count=1, video_kinds=("video/mp4",),
                                             video_seconds=60)), ""),
        (piece(media=(VIDEO, picture("a")), platform="mastodon",
               limits=Limits(media_count=4, video_kinds=("video/mp4",))), ""),
    ],
    "alt_missing": [
        (piece(media=(picture(),)), ""),
        (piece(media=(picture("IMG_2041.jpg"),)), "IMG_2041.jpg"),
        (piece(media=(picture("图片1"),)), "图片1"),
        (piece(media=(picture("  "),)), ""),
    ],
    "banned_word": [
        (branded("So cheap!", banned=("cheap",)), "cheap"),
        (branded("真便*宜", banned=("便宜",)), "便*宜"),
        (piece(media=(picture("Cheap soap"),), brand=Brand(banned=("cheap",))), "Cheap"),
    ],
    "wanted_word": [(branded(wanted=("Mossfield",)), "")],
    "emoji": [(branded("🌿 soap", emoji="none"), "🌿"), (branded("🌿🌿🌿🫧", emoji="few"), "🫧")],
    "sign_off": [(branded("Soap.", sign_off="— Mossfield"), "")],
    "unverified_claim": [
        (piece("It keeps 40% longer.", brief={"claims": [{**CLAIM, "verified": False}]}),
         "keeps 40% longer"),
        (piece(brief={"claims": [{**CLAIM, "source": ""}]}), "keeps 40% longer"),
    ],
    "claim_hint": [
        (piece("研究表明，薄荷提神"), "研究表明"),
        (piece("研究顯示薄荷提神"), "研究顯示"),
        (piece("Studies show that mint wakes you up"), "Studies show"),
        (piece("It keeps 40% longer"), "40%"),
        (piece("省水３倍"), "３倍"),
        (piece("9 out of 10 dermatologists recommend it"), "9 out of 10"),
        (piece("据统计，很多人失眠"), "据统计"),
        (piece("已有200万用户"), "200万用户"),
        (piece("Clinically proven"), "Clinically proven"),
    ],
    "repost_credit": [
        (piece(brief={"origin": "repost", "credit": "Ana"}), ""),
        (piece(brief={"origin": "repost", "source": "https://example.org/p"}), ""),
        (piece(brief={"origin": "repost", "credit": "Ana", "source": "a friend"}), ""),
    ],
    "insult": [(piece("You idiot"), "idiot"), (piece("你这个白痴"), "白痴")],
    "sensitive": [(piece("About the strike", sensitive=("strike",)), "strike")],
    "exaggeration": [
        (piece("全网第一的皂"), "全网第一"),
        (branded("Moss magic", exaggerations=("moss magic",)), "Moss magic"),
        (piece(options={"first_comment": "The best soap in town"}), "The best"),
    ],
    "intensity": [(piece("震惊！！！必抢！不看后悔！"), "震惊"),
                  (piece("HURRY!!! OMG! NOW!"), "HURRY")],
    "repeated": [
        (piece("Soap is back!", earlier=(Earlier("soap is  BACK", 5, waits=False),)), "")
    ],
    "segments_same": [(piece(segment="north", siblings=("Soap is back.",)), "")],
    "audience_language": [
        (piece("今天下雨，发货会慢", audience=Audience("tw", "zh-Hant")), ""),
        (piece("Rain today", audience=Audience("tw", "zh-Hant")), ""),
        (piece("今天下雨", audience=Audience("uk", "en-GB")), ""),
    ],
    "mourning": [(piece(days_off=(DayOff("清明节", True),)), "清明节")],
    "holiday": [(piece(days_off=(DayOff("国庆节", False),)), "国庆节")],
    "crisis": [(piece(panic=True), ""), (piece(complaints=(12, 2.0)), "")],
    "cadence": [
        (piece(caps=(replace(CAP, day=1),)), ""),
        (piece(caps=(replace(CAP, week=3),)), ""),
        (piece(caps=(Cap("audience:a", cadence(SOURCED), 0, 2),)), ""),
    ],
    "quiet_hours": [
        (piece(at=1, minute=23 * 60, brand=Brand(quiet=(22 * 60, 31 * 60))), ""),
        (piece(at=1, minute=6 * 60, audience=Audience("a", quiet=(22 * 60, 31 * 60))), ""),
    ],
    "picture_shape": [
        (piece(platform="instagram", media=(Attachment("a", "image/png", "x", 100, 900),)), ""),
    ],
    "norm_length": [(piece("x" * 31, norms=Norms(length=30)), "")],
    "norm_hashtags": [(piece("#a ＃茶 #c", norms=Norms(hashtags=2)), "#c")],
    "norm_links": [(piece("See https://a.example/x", norms=Norms(links="comment")),
                    "https://a.example/x")],
    "norm_visibility": [(piece(norms=Norms(seen_by="private")), "")],
    "story": [(piece(brief={"story": {"truth": "we were late"}}), "")],
    "script": [(replace(branded("一" * 200), around=Around(brand=Brand(levels={"script": "warn"}))),
                "")],
}  # fmt: skip
LEAVES: dict[str, list[Piece]] = {
    "open_gaps": [piece("{not a gap}")],
    "personal_data": [piece("13812345678", options={"visibility": "direct"}), piece("¥128")],
    "over_limit": [
        piece("x" * 11, limits=Limits(graphemes=10), options={"split": True}), piece("x" * 9999),
    ],
    "alt_missing": [piece(media=(picture("A leaf on a stone"),)), piece()],
    "banned_word": [branded("cheapest", banned=("cheap",)), branded("cheap")],
    "wanted_word": [branded("By mossfield", wanted=("Mossfield",))],
    "emoji": [branded("🌿🌿🌿", emoji="few"), branded("🌿" * 9)],
    "sign_off": [branded("Soap. — M #soap https://a.example", sign_off="— M"), branded()],
    "unverified_claim": [piece(brief={"claims": [CLAIM]}), piece(brief={"claims": []})],
    "claim_hint": [
        piece("It keeps 40% longer", brief={"claims": [CLAIM]}), piece("20% off today"),
        piece("It keeps 40% longer", brief={"claims": [{**CLAIM, "text": "it keeps 40"}]}),
        piece("立减20%"), piece("打8折"), piece("第一次做研究"), piece("Open 9 to 5, 3 days"),
        piece("100% 棉"), piece("we study soap"),
    ],
    "repost_credit": [
        piece(brief={"origin": "repost", "credit": "Ana", "source": "https://example.org/p"}),
        piece(brief={"origin": "original"}), piece(),
    ],
    "insult": [piece("A loose idea")],
    "sensitive": [piece("About the strike")],
    "exaggeration": [piece("最近下雨"), branded("最好的皂", may_say=("最好的皂",))],
    "intensity": [piece("Soap is back! See you on Friday!"), piece("今天上新，欢迎来看看。")],
    "repeated": [
        piece(earlier=(Earlier("Tea is back.", 5, waits=False),)),
        piece("Market on 5 June", earlier=(Earlier("Market on 6 June", 5, waits=False),)),
        piece(""),
    ],
    "segments_same": [piece(segment="north", siblings=("Tea is back.",)), piece()],
    "audience_language": [
        piece("今天下雨，發貨會慢", audience=Audience("tw", "zh-Hant")),
        piece("Rain", audience=Audience("uk", "en-GB")), piece("雨"),
        piece("123", audience=Audience("a", "en")),
    ],
    "mourning": [piece(days_off=(DayOff("国庆节", False),))],
    "holiday": [piece(days_off=(DayOff("清明节", True),)), piece()],
    "crisis": [piece(complaints=(4, 0.0)), piece(complaints=(12, 9.0))],
    "cadence": [piece(caps=(CAP,)), piece(caps=(Cap("a", Cadence(), 99, 99),))],
    "quiet_hours": [
        piece(minute=23 * 60, brand=Brand(quiet=(22 * 60, 31 * 60))),
        piece(at=1, minute=12 * 60, brand=Brand(quiet=(22 * 60, 31 * 60))),
    ],
    "picture_shape": [
        piece(platform="instagram", media=(Attachment("a", "image/png", "x", 100, 100),)),
        piece(platform="mastodon", media=(Attachment("a", "image/png", "x", 100, 900),)),
    ],
    "norm_length": [piece("x" * 30, norms=Norms(length=30)), piece("x" * 999)],
    "norm_hashtags": [
        piece("#a #b", norms=Norms(hashtags=2)), piece("C# a#b", norms=Norms(hashtags=0))],
    "norm_links": [piece("https://a.example"), piece("no link", norms=Norms(links="none"))],
    "norm_visibility": [piece(norms=Norms(seen_by="public")), piece()],
    "story": [piece(brief={"story": dict.fromkeys(brief.STORY, "x")}), piece()],
    "script": [piece("一" * 200)],
}  # fmt: skip


def names(of: Piece) -> set[str]:
    return {one.check for one in run(of)}


def test_every_check_has_pieces_of_both_kinds() -> None:
    assert set(FINDS) == set(LEAVES) == set(CHECKS)


@pytest.mark.parametrize(
    ("name", "n"), [(c, n) for c, many in FINDS.items() for n in range(len(many))]
)
def test_it_is_found_where_it_stands(name: str, n: int) -> None:
    wrong, words = FINDS[name][n]
    found = [one for one in run(wrong) if one.check == name]
    assert found, name
    spot = found[0].spot
    assert spot.words == words
    if words and spot.end:
        parts = {(part, k): text for part, k, text in wrong.parts()}
        assert parts[spot.field, spot.n][spot.start : spot.end] == words


@pytest.mark.parametrize(
    ("name", "n"), [(c, n) for c, many in LEAVES.items() for n in range(len(many))]
)
def test_what_is_right_is_left_alone(name: str, n: int) -> None:
    assert name not in names(LEAVES[name][n])


def test_what_holds_comes_first_and_answers_are_asked_less() -> None:
    both = piece("You idiot {{name}}", media=(picture(),))
    assert [one.severity for one in run(both)] == ["stop", "stop", "warn"]
    assert names(branded("Hello", sign_off="— M", wanted=("moss",))) == {"sign_off", "wanted_word"}
    assert names(replace(branded("Hello", sign_off="— M", wanted=("moss",)), reply=True)) == set()


def test_no_sheet_takes_a_limit_away() -> None:
    over = FINDS["over_limit"][0][0]
    lax = Around(brand=Brand(levels={"over_limit": "off", "insult": "off"}))
    assert names(replace(over, around=lax)) == {"over_limit"}
    assert names(replace(piece("You idiot"), around=lax)) == set()


def test_an_override_is_bound_to_what_it_was_given_for() -> None:
    one = piece("a", media=(picture(),), at=5, brief={"claims": [CLAIM]})
    for name in CHECKS:
        assert about(one, name) == about(replace(one, platform="x"), name)
        assert about(one, name) != about(replace(one, text="b"), name)
    assert about(one, "cadence") != about(replace(one, at=6), "cadence")
    assert about(one, "insult") == about(replace(one, at=6), "insult")
    assert about(one, "alt_missing") != about(replace(one, media=()), "alt_missing")
    assert about(one, "unverified_claim") != about(replace(one, brief={}), "unverified_claim")


LADDERS = [
    ["今天上新。", "今天上新！", "今天上新！！", "今天上新！！太香！", "震惊！今天上新！！太香！",
     "震惊！今天上新！！太香！必抢~~~"],
    ["今天上新。", "今天上新！", "太香！今天上新！！", "太香！今天上新！！救命！！！"],
    ["Soap is back.", "Soap is back!", "WOW, soap is back!", "OMG! WOW, soap is BACK!!!",
     "OMG! WOW, soap is BACK!!! Hurry, last chance!!!"],
    ["你来吗", "你来吗??", "你来吗??？！", "你来吗??？！🔥🔥🔥"],
]  # fmt: skip


@pytest.mark.parametrize("ladder", LADDERS)
def test_a_louder_wording_never_scores_less(ladder: list[str]) -> None:
    scores = [intensity.score(text) for text in ladder]
    assert scores == sorted(scores) and len(set(scores)) == len(scores)


def test_the_script_meter_counts_as_people_speak() -> None:
    told = script_meter.meter("一" * 45 + "。")
    assert told.seconds == 10.0 and told.sentence == 10.0
    assert told.marks == {"hook": 13, "message": 31, "emotion": None}
    told = script_meter.meter("one two three four five, six seven eight nine ten. " + "word " * 95)
    assert told.clause == 2.0 and told.sentence == 4.25 and told.seconds == 42.75
    assert told.marks["emotion"] is not None
    assert script_meter.meter("").seconds == 0.0
    found = run(FINDS["script"][0][0])
    assert [(f.spot.facts["mark"], f.spot.facts["limit"]) for f in found] == [
        ("hook", 3.0), ("message", 7.0), ("emotion", 38.0),
    ]  # fmt: skip
    assert all(f.spot.facts["verified"] is False for f in found)


def test_a_cap_from_the_sources_says_that_nobody_checked_it() -> None:
    over = FINDS["cadence"][2][0]
    [found] = run(over)
    assert found.severity == "warn" and found.spot.facts["verified"] is False
    assert found.spot.facts["source"].startswith("S2")


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"origin": "borrowed"}, "origin"),
        ({"frame": "win"}, "frame"),
        ({"theme": 3}, "theme"),
        ({"theme": "x" * 2001}, "theme"),
        ({"claims": {}}, ""),
        ({"claims": [{"text": ""}]}, "claims.0.text"),
        ({"claims": [{"text": "a", "verified": "yes"}]}, "claims.0.verified"),
        ({"claims": [{"text": "a", "when": 1}]}, "claims.0.when"),
        ({"claims": "many"}, "claims"),
        ({"story": {"end": "x"}}, "story.end"),
        ({"rating": {"expert": 6}}, "rating.expert"),
        ({"rating": {"expert": True}}, "rating.expert"),
    ],
)
def test_a_brief_that_cannot_be_is_refused_by_name(given: dict[str, Any], field: str) -> None:
    if not field:
        assert brief.checked(given) == {}
        return
    with pytest.raises(Rejected) as no:
        brief.checked(given)
    assert no.value.facts["field"] == field


def test_a_brief_keeps_what_makes_sense() -> None:
    given = {
        "frame": "gain", "origin": "repost", "theme": " tea ", "goal": "", "mine": [1],
        "claims": [{"text": "a", "source": None}], "rating": {"expert": 5},
        "story": {"truth": "t", "plot": ""},
    }  # fmt: skip
    assert brief.checked(given) == {
        "frame": "gain", "origin": "repost", "theme": "tea", "mine": [1],
        "claims": [{"text": "a", "source": "", "verified": False}], "rating": {"expert": 5},
        "story": {"truth": "t"},
    }  # fmt: skip


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_any_text_can_be_looked_at_and_places_lie_in_it(text: str) -> None:
    whole = piece(text, brand=Brand(banned=("a",), emoji="none", levels={"script": "warn"}))
    for one in run(whole):
        if one.spot.field == "text":
            assert 0 <= one.spot.start <= one.spot.end <= len(text)


@pytest.mark.parametrize(
    "unit",
    ["最", "最好的皂，", "“最好", "100% ", "！", "研究表明", "a. ", "#tag ", "🌿", "1", "the best ",
     "no one else ", "太太太", "9 out of "],
)  # fmt: skip
def test_a_paste_of_20000_characters_is_looked_at_in_good_time(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    start = time.process_time()
    run(piece(text, brand=Brand(banned=("moss",), emoji="few", levels={"script": "warn"})))
    assert time.process_time() - start < 3.0
