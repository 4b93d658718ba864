"""Thank-yous: another wording each time, never the same one twice to one person (IN-09)."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from cmapp.domain import tongue
from cmapp.domain.errors import Rejected
from cmapp.services import compose
from cmapp.services.desk import Desk
from cmapp.services.saved_replies import spot
from cmapp.store import contacts, thanks
from cmapp.store.sqlite import Connection

_PARTS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "en": (
        (
            "Thank you, {name}!",
            "Thanks so much, {name}!",
            "Many thanks, {name}.",
            "{name}, thank you!",
            "Thanks a lot, {name}!",
            "Thank you very much, {name}.",
            "{name}, many thanks for this!",
            "A big thank-you, {name}!",
        ),
        (
            "That made our day.",
            "We are glad to hear it.",
            "It means a lot to us.",
            "We will pass it on to everyone here.",
            "Words like these keep us going.",
            "Lovely of you to take the time.",
            "It is good to know that it was worth it.",
            "We are happy that you are happy.",
        ),
    ),
    "zh-Hans": (
        (
            "谢谢你，{name}！",
            "{name}，太谢谢了！",
            "非常感谢，{name}。",
            "{name}，感谢你的支持！",
            "谢谢{name}！",
            "多谢{name}！",
            "{name}，收到你的心意了，谢谢！",
            "感谢{name}！",
        ),
        (
            "看到这条留言，我们一整天都开心。",
            "你的肯定对我们很重要。",
            "这份鼓励我们会转告每一位同事。",
            "能让你满意，我们特别高兴。",
            "谢谢你特意花时间告诉我们。",
            "有你这句话，大家更有劲了。",
            "我们会继续努力。",
            "很高兴能帮上忙。",
        ),
    ),
    "zh-Hant": (
        (
            "謝謝你，{name}！",
            "{name}，太謝謝了！",
            "非常感謝，{name}。",
            "{name}，感謝你的支持！",
            "謝謝{name}！",
            "多謝{name}！",
            "{name}，收到你的心意了，謝謝！",
            "感謝{name}！",
        ),
        (
            "看到這則留言，我們一整天都開心。",
            "你的肯定對我們很重要。",
            "這份鼓勵我們會轉告每一位同事。",
            "能讓你滿意，我們特別高興。",
            "謝謝你特地花時間告訴我們。",
            "有你這句話，大家更有勁了。",
            "我們會繼續努力。",
            "很高興能幫上忙。",
        ),
    ),
}


def wordings(lang: str) -> list[str]:
    """Return every wording of a language (English for one that we do not speak), shuffled alike.

    Neighbours share neither half, so that two thanks in a row do not sound alike.
    """
    code = lang if lang in _PARTS else "zh-Hans" if tongue.family(lang) == "zh" else "en"
    first, second = _PARTS[code]
    space = "" if code.startswith("zh") else " "
    return [
        first[i] + space + second[(i + turn) % len(second)]
        for turn, i in itertools.product(range(len(second)), range(len(first)))
    ]


@dataclass(frozen=True, slots=True)
class Thanks:
    """A thank-you for one person: the text, and the wording that it was made of."""

    text: str
    wording: str
    lang: str
    profile_id: int


def prepare(desk: Desk, number: int) -> Thanks:
    """Return a thank-you to the author of ITEM that they have never had from us.

    Raises Rejected (`no_new_thanks`: they have had them all), Missing, Unsupported.
    """

    def look(db: Connection) -> Thanks:
        there = compose.place(db, number)
        here = spot(db, number, now=desk.now())
        everyone = contacts.group(db, there.post.author_id)
        had, texts = thanks.had(db, everyone), thanks.texts(db, everyone)
        name = here.known.get("first_name", "")
        for wording in _least_used_first(thanks.lately(db), wordings(here.lang)):
            text = wording.format(name=name) if name else _nameless(wording)
            if wording not in had and text not in texts:
                return Thanks(text, wording, here.lang, there.post.author_id)
        raise Rejected("no_new_thanks", field="text", reason="used_up", name=name)

    return desk.store.read(look)


def _nameless(wording: str) -> str:
    for part in ("，{name}", ", {name}", "{name}，", "{name}, ", "{name}"):
        wording = wording.replace(part, "")
    return wording[:1].upper() + wording[1:]


def _least_used_first(lately: list[str], every: list[str]) -> list[str]:
    """Return the wordings, those that were not used lately first."""
    last = {wording: -n for n, wording in reversed(list(enumerate(lately)))}
    return sorted(every, key=lambda w: last.get(w, -1000))
