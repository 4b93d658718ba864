"""How long a text may be, counted the way each platform counts: one counter for all uses.

The composer's meter, the check before the network and the contract tests ask `count`. Five
units are enough so far: graphemes and UTF-8 bytes (AT Protocol has both), characters with links
and remote mentions shortened (Mastodon), code points (GoToSocial), and X's published weighting
(configuration v3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

import regex

from cmapp.domain import letters


class Unit(StrEnum):
    """What is counted."""

    GRAPHEMES = "graphemes"
    BYTES = "bytes"
    WEIGHTED = "weighted"
    CHARACTERS = "characters"
    CODE_POINTS = "code_points"


@dataclass(frozen=True, slots=True)
class Limits:
    """What one account may put into one post on its server today. None: no such limit.

    `bytes` are UTF-8. `characters` are graphemes after each link counts as `link_length` (0: as
    it is) and `@who@server` as `@who`; `code_points` those of Unicode, each mark of an emoji.
    `media_bytes` is per file, `media_pixels` width times
    height, `alt_length` in graphemes, `media_kinds` are media types (`image/png`), `video_kinds`
    those of them that move (no entry: no videos). Times are seconds. `poll_options` 0: no polls.
    `visibilities`: whom a post can be for, the widest first (none: there is no choice).
    `ahead_min`, `ahead_max`: how far ahead the platform's own scheduler takes a post; both None
    where there is none. `ahead_total`, `ahead_per_day`: how many it takes.
    """

    graphemes: int | None = None
    bytes: int | None = None
    weighted: int | None = None
    characters: int | None = None
    code_points: int | None = None
    link_length: int = 0
    media_count: int = 0
    media_bytes: int | None = None
    media_pixels: int | None = None
    media_kinds: tuple[str, ...] = ()
    alt_length: int | None = None
    video_kinds: tuple[str, ...] = ()
    video_count: int | None = None
    video_bytes: int | None = None
    video_seconds: int | None = None
    poll_options: int = 0
    poll_option_length: int | None = None
    poll_min: int | None = None
    poll_max: int | None = None
    visibilities: tuple[str, ...] = ()
    spoiler: bool = False
    ahead_min: int | None = None
    ahead_max: int | None = None
    ahead_total: int | None = None
    ahead_per_day: int | None = None

    def facts(self) -> dict[str, Any]:
        """Return the limits as JSON values."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}

    @classmethod
    def from_facts(cls, facts: Mapping[str, Any]) -> Limits:
        """Return the limits that `facts` holds; names of another version are passed over."""
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in facts.items() if name in known}
        packed: dict[str, Any] = {
            name: tuple(v) if isinstance(v, list) else v for name, v in values.items()
        }
        return cls(**packed)


@dataclass(frozen=True, slots=True)
class Measure:
    """How much of one limit a text uses."""

    unit: Unit
    used: int
    limit: int

    @property
    def left(self) -> int:
        """What is left; below zero it is too long."""
        return self.limit - self.used


def count(text: str, limits: Limits) -> list[Measure]:
    """Return one measure for each limit of text that there is, the fullest first."""
    measures: list[Measure] = []
    if limits.graphemes is not None:
        measures.append(Measure(Unit.GRAPHEMES, graphemes(text), limits.graphemes))
    if limits.bytes is not None:
        used = len(text.encode("utf-8", "replace"))
        measures.append(Measure(Unit.BYTES, used, limits.bytes))
    if limits.weighted is not None:
        measures.append(Measure(Unit.WEIGHTED, weighted(text), limits.weighted))
    if limits.characters is not None:
        used = graphemes(_shortened(text, limits.link_length))
        measures.append(Measure(Unit.CHARACTERS, used, limits.characters))
    if limits.code_points is not None:
        measures.append(Measure(Unit.CODE_POINTS, len(text), limits.code_points))
    return sorted(measures, key=lambda measure: measure.used / max(1, measure.limit), reverse=True)


def over(text: str, limits: Limits) -> list[Measure]:
    """Return the measures whose limit `text` exceeds."""
    return [measure for measure in count(text, limits) if measure.left < 0]


_GRAPHEME = regex.compile(r"\X")
_FLAG = regex.compile(r"\p{Regional_Indicator}{2}")


def graphemes(text: str) -> int:
    """Return how many characters a reader sees (extended grapheme clusters)."""
    if text.isascii() and "\r" not in text:
        return len(text)
    # Flags first: \X looks back over the whole run of them from each one.
    return sum(1 for _ in _GRAPHEME.finditer(_FLAG.sub("x", text)))


# Links and mentions as Mastodon's text rules find them. A link runs on through Chinese that
# follows its path without a space, and a mention's server through a word that follows it.
_LABEL = r"[\p{L}\p{N}](?:[\p{L}\p{N}_-]*[\p{L}\p{N}])?"
# Top-level domains that are not written in Latin letters, as both platforms' lists have them.
_NATIVE = (
    "한국 香港 澳門 新加坡 台灣 台湾 中國 中国 გე ไทย ලංකා ഭാരതം ಭಾರತ భారత్ சிங்கப்பூர் "
    "இலங்கை இந்தியா ଭାରତ ભારત ਭਾਰਤ ভাৰত ভারত বাংলা भारत پاکستان مليسيا مصر قطر فلسطين عمان "
    "عراق سورية سودان تونس بھارت ایران امارات المغرب السعودية الجزائر الاردن հայ қаз укр срб "
    "рф мон мкд ею бел бг ελ 삼성 닷컴 닷넷 香格里拉 餐厅 食品 飞利浦 電訊盈科 集团 购物 "
    "谷歌 诺基亚 联通 网络 网站 网店 网址 组织机构 移动 珠宝 点看 游戏 淡马锡 机构 書籍 时尚 "
    "新闻 政府 政务 手表 手机 我爱你 慈善 微博 广东 工行 家電 娱乐 大拿 在线 嘉里大酒店 嘉里 "
    "商标 商店 商城 公益 公司 八卦 健康 信息 佛山 企业 中文网 中信 世界 ポイント "
    "ファッション セール ストア コム グーグル クラウド みんな คอม संगठन नेट कॉम همراه موقع "
    "موبايلي كوم شبكة بيتك بازار العليان ارامكو ابوظبي קום сайт рус орг онлайн москва ком "
    "дети"
)
_TOP = r"(?:xn--[a-z0-9-]+|[a-z]{2,63}|" + "|".join(_NATIVE.split()) + r")(?![0-9a-z@+-])"
_DOMAIN = rf"(?:{_LABEL}\.)+{_TOP}(?::\d+)?"
_PATH_CHAR = r"[^\p{White_Space}<>()?]"
_PATH_END = r"""[^\p{White_Space}()?!*"'「」<>;:=,.$%\[\]~&|@]"""
_BRACKETS = rf"\((?:{_PATH_CHAR}|\({_PATH_CHAR}+\))+\)"
_QUERY_CHAR = r"[a-z0-9!?*'();:&=+$/%#\[\]\-_.,~|@^\u00A0-\U0010FFFD]"
_QUERY_END = r"[a-z0-9_&=#/\-\u00A0-\U0010FFFD]"
_LINK = regex.compile(
    r"(?<![a-z0-9@＠$#＃])(?:https?|dat|dweb|ipfs|ipns|ssb|gopher|gemini)://"
    rf"{_DOMAIN}(?:/(?:(?:{_PATH_CHAR}|{_BRACKETS})*(?:{_PATH_END}|{_BRACKETS}|/))?)?"
    rf"(?:\?{_QUERY_CHAR}*{_QUERY_END})?",
    regex.IGNORECASE,
)
_MENTION = regex.compile(
    r"(?<![=/\w])(@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)@\w+(?:[.-]+\w+)*", regex.IGNORECASE
)


def _shortened(text: str, link_length: int) -> str:
    if link_length:
        text = _LINK.sub("x" * link_length, text)
    return _MENTION.sub(r"\1", text)


# X's published weighting: hundredths, 100 in these ranges, 200 elsewhere; an emoji as a whole
# is 200, a link 23 characters.
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_X_LINK = 23
_COUNTRIES = (
    "ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs "
    "bt bv bw by bz ca cc cd cf cg ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec "
    "ee eg er es et eu fi fj fk fm fo fr ga gb gd ge gf gg gh gi gl gm gn gp gq gr gs gt gu gw gy "
    "hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw ky kz "
    "la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx "
    "my mz na nc ne nf ng ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re "
    "ro rs ru rw sa sb sc sd se sg sh si sj sk sl sm sn so sr st su sv sx sy sz tc td tf tg th tj "
    "tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws ye yt za zm zw"
)
_OTHERS = (
    "com net org edu gov mil int info biz name pro mobi asia tel jobs travel museum aero coop "
    "app art blog chat cloud club design dev fun games group help link live media money news "
    "online page press shop site social space store studio team tech today top video vip wiki "
    "work world xyz zone"
)
_KNOWN_TOP = rf"(?:xn--[a-z0-9-]+|{'|'.join((_OTHERS + ' ' + _COUNTRIES).split())})(?![0-9a-z@+-])"
_NATIVE_TOP = rf"(?:{'|'.join(_NATIVE.split())})(?![0-9a-z@+-])"
_ASCII_LABEL = r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?"
_X_CHAR = r"[a-z\p{Cyrillic}0-9!*';:=+,.$/%#\[\]\-–_~@|&\u00C0-\u024F]"
_X_END = r"[a-z\p{Cyrillic}0-9+\-=_#/\u00C0-\u024F]"
_X_BRACKETS = rf"\((?:{_X_CHAR}|\({_X_CHAR}+\))+\)"
_X_URL = regex.compile(
    r"(?<![a-z0-9@＠$#＃])"
    rf"(?:https?://(?:{_LABEL}\.)+(?:{_KNOWN_TOP}|{_NATIVE_TOP})"
    rf"|(?<![-_./])(?:{_ASCII_LABEL}\.)+{_KNOWN_TOP})"
    rf"(?::\d+)?(?:/(?:(?:{_X_CHAR}|{_X_BRACKETS})*(?:{_X_END}|{_X_BRACKETS}))?)?"
    r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])?",
    regex.IGNORECASE,
)
_PICTURE = r"(?![©®™♟])\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?"
_EMOJI = regex.compile(
    r"\p{Regional_Indicator}{2}|[#*0-9]\uFE0F?\u20E3|[©®™♟]\uFE0F"
    rf"|{_PICTURE}(?:[\U000E0020-\U000E007E]+\U000E007F)?(?:\u200D(?:{_PICTURE}|[♂♀⚕]\uFE0F?))*"
)


def emoji(text: str) -> list[tuple[int, int]]:
    """Return where the emoji of a text stand, each as a reader sees it."""
    return [found.span() for found in _EMOJI.finditer(text)]


def weighted(text: str) -> int:
    """Return the length by X's weighting: Chinese counts two, a link 23, an emoji two."""
    text = letters.normal(text)
    total = 0
    at = 0
    for link in _X_URL.finditer(text):
        total += _weight(text[at : link.start()]) + _X_LINK * 100
        at = link.end()
    return (total + _weight(text[at:])) // 100


def _weight(text: str) -> int:
    plain, emoji = _EMOJI.subn("", text)
    light = sum(1 for char in plain if any(low <= ord(char) <= high for low, high in _LIGHT))
    return emoji * 200 + light * 100 + (len(plain) - light) * 200
