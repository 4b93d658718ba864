"""The language of segments: the search language with the fields that people have.

stage:loyal vip:yes tag:wholesale since:30d visits:>3 on:mastodon -has:note 陶艺
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from cmapp.domain.query import Grammar, Query, parse

FIELDS: dict[str, tuple[str, ...]] = {
    "stage": ("阶段", "階段"),
    "vip": (),
    "muted": ("静音", "靜音"),
    "tag": ("label", "标签", "標籤"),
    "fact": ("事实", "事實"),
    "has": ("有", "含"),
    "on": ("平台", "platform"),
    "visits": ("来访", "來訪", "days"),
    "items": ("次数", "次數", "count"),
    "since": ("自", "从", "從", "after"),
    "before": ("早于", "早於"),
    "first": ("初见", "初見", "joined"),
    "merged": ("合并", "合併"),
}
"""The fields by name, each with what else may be typed for it."""
_STAGE = {
    "new": ("新", "新客"),
    "active": ("活跃", "活躍"),
    "loyal": ("忠实", "忠實"),
    "at-risk": ("risk", "at_risk", "流失风险", "流失風險"),
    "lapsed": ("流失", "gone"),
    "none": ("无", "無"),
}
_YES = {"yes": ("1", "true", "是"), "no": ("0", "false", "否")}
_HAS = {
    "fact": ("facts", "事实", "事實"),
    "note": ("notes", "备注", "備註"),
    "tag": ("tags", "标签", "標籤"),
    "change": ("changes", "变化", "變化"),
}


def _by_alias(known: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    return {alias: name for name, more in known.items() for alias in (name, *more)}


PEOPLE = Grammar(
    names=_by_alias(FIELDS),
    choices={
        "stage": _by_alias(_STAGE),
        "vip": _by_alias(_YES),
        "muted": _by_alias(_YES),
        "merged": _by_alias(_YES),
        "has": _by_alias(_HAS),
    },
    lists=frozenset({"tag", "on"}),
    times=("since", "before", "first"),
    numbers=frozenset({"visits", "items"}),
)


def read(typed: str, *, now: int, zone: tzinfo | None = None) -> Query:
    """Read a query on people. Never raises: what cannot be read is looked for as words."""
    return parse(typed, now=now, zone=zone, grammar=PEOPLE)
