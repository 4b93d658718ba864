"""A draft as a row of a table: the same cells out, and the draft that changed cells make of it.

A cell that says what it said when it went out changes nothing; so what a table cannot show
survives it, whatever else is edited.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from cmapp.domain import brief, plan_times, table_cells
from cmapp.domain import hours as office_hours
from cmapp.domain.errors import Rejected
from cmapp.services import wording
from cmapp.store import accounts, campaigns, slots
from cmapp.store.accounts import Account
from cmapp.store.drafts import Draft, Variant
from cmapp.store.sqlite import Connection

BRIEF = (
    "theme", "form", "cadence", "owner", "goal", "origin", "source", "credit", "audience",
)  # fmt: skip
OPTIONS = ("visibility", "spoiler", "lang", "first_comment")
PLAN = ("date", "time", "zone")
EDITABLE = (
    *PLAN, "stage", "title", "text", "accounts", "pillar", "campaign", *BRIEF, *OPTIONS,
    "media", "alt",
)  # fmt: skip
COLUMNS = ("id", "version", "state", *EDITABLE, "delete")
"""What a table has, in this order; behind it a column `text@…` for each wording of its own."""
OWN = "text@"
YES = ("x", "yes", "y", "true", "1", "delete", "是", "删", "刪", "删除", "刪除", "ja", "oui")
_NAMES = {
    "编号": "id", "編號": "id", "版本": "version", "日期": "date", "时间": "time", "時間": "time",
    "时区": "zone", "時區": "zone", "阶段": "stage", "階段": "stage", "标题": "title",
    "標題": "title", "正文": "text", "内容": "text", "內容": "text", "账号": "accounts",
    "帳號": "accounts", "account": "accounts", "栏目": "pillar", "欄目": "pillar",
    "活动": "campaign", "活動": "campaign", "主题": "theme", "主題": "theme", "形式": "form",
    "频率": "cadence", "頻率": "cadence", "负责人": "owner", "負責人": "owner", "目标": "goal",
    "目標": "goal", "图片": "media", "圖片": "media", "替代文字": "alt", "删除": "delete",
    "刪除": "delete", "timezone": "zone", "day": "date", "post": "text", "content": "text",
}  # fmt: skip


class Unclear(Exception):
    """A cell cannot be read: `code` and facts say why."""

    def __init__(self, code: str, /, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Names:
    """What accounts, campaigns and pillars are called in a table."""

    accounts: Mapping[str, Account]
    labels: Mapping[str, str]
    by_label: Mapping[str, str]
    campaigns: Mapping[int, str]
    by_campaign: Mapping[str, int]
    pillars: Mapping[str, str]

    def label(self, account: str) -> str:
        """Return what an account is called; one that was removed by its id."""
        return self.labels.get(account, account)


def names(db: Connection) -> Names:
    """Read what there is."""
    every = accounts.every(db)
    plain = [f"{a.platform}:{a.handle}" for a in every]
    labels = {a.id: p if plain.count(p) == 1 else a.id for a, p in zip(every, plain, strict=True)}
    by_label: dict[str, str] = {}
    handles = [a.handle.casefold() for a in every]
    for one in every:
        if handles.count(one.handle.casefold()) == 1:
            by_label[one.handle.casefold().lstrip("@")] = one.id
    by_label |= {label.casefold(): a for a, label in labels.items()}
    by_label |= {a.id.casefold(): a.id for a in every}
    found = campaigns.every(db)
    return Names(
        {a.id: a for a in every},
        labels,
        by_label,
        {c.id: c.name for c in found},
        {c.name.casefold(): c.id for c in found},
        {p.name.casefold(): p.name for p in slots.pillars(db)},
    )


def column(header: str) -> str | None:
    """Return the column that a header means, None for one of somebody's own."""
    plain = " ".join(header.split())
    if plain.casefold().startswith(OWN):
        return OWN + plain[len(OWN) :].strip()
    low = plain.casefold()
    return low if low in COLUMNS else _NAMES.get(low)


def _named(variant: Variant, known: Names) -> str:
    label = known.label(variant.account_id)
    return f"{label}#{variant.segment}" if variant.segment else label


def cells(draft: Draft, known: Names) -> dict[str, str]:
    """Return what stands of a draft in a table: column → text, without those that are empty."""
    when = plan_times.read(draft.wall) if draft.wall else None
    ways = wording.variants(draft)
    made = {
        "date": when.date().isoformat() if when else "",
        "time": when.strftime("%H:%M") if when else "",
        "zone": draft.zone or "",
        "stage": draft.stage,
        "title": draft.title,
        "text": _lines(draft.text),
        "accounts": ", ".join(_named(v, known) for v in ways),
        "pillar": draft.pillar,
        "campaign": known.campaigns.get(draft.campaign_id or 0, ""),
        **{name: str(draft.brief.get(name) or "") for name in BRIEF},
        **{name: str(draft.options.get(name) or "") for name in OPTIONS},
        "media": " | ".join(str(one.get("path", "")) for one in draft.media),
        "alt": " | ".join(_flat(str(one.get("alt") or "")) for one in draft.media),
    }
    for variant in ways:
        if variant.text is not None:
            made[OWN + _named(variant, known)] = _lines(variant.text)
    return {
        name: text if name == "text" or name.startswith(OWN) else text.strip()
        for name, text in made.items()
        if text.strip(" |") or (name == "text" and text)
    }


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _flat(text: str) -> str:
    return " ".join(text.replace("|", "/").split())


def version(found: Mapping[str, str]) -> str:
    """Return what tells one state of a row from another; a letter first, so no number is seen."""
    plain = "\x1e".join(
        f"{name}\x1f{text}"
        for name, text in sorted(found.items())
        if text and (name in EDITABLE or name.startswith(OWN))
    )
    return "v" + hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:12]


def said(value: Any) -> str:
    """Return a cell as text."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, str) else str(value)


def read_cell(
    name: str, value: Any, known: Names, was: str, *, order: table_cells.Order | None
) -> str:
    """Return what a cell says, as `cells` would write it; `was`: what stands there now.

    Raises Unclear: `bad_date`, `ambiguous_date`, `bad_time_of_day`, `unknown_zone`,
    `unknown_stage`, `unknown_account`, `unknown_campaign`, `unknown_pillar`.
    """
    plain = said(value)
    if name == "text" or name.startswith(OWN):
        return plain
    plain = plain.strip()
    if plain == was:
        return was
    match name:
        case "date":
            return _date(value, was, order)
        case "time":
            try:
                found = table_cells.time_of(value)
            except ValueError:
                raise Unclear("bad_time_of_day", value=plain[:40]) from None
            return found.strftime("%H:%M") if found else ""
        case "zone" if plain:
            try:
                return office_hours.zone(plain).key
            except Rejected:
                raise Unclear("unknown_zone", value=plain[:40]) from None
        case "stage":
            if plain.casefold() not in ("", "idea", "draft"):
                raise Unclear("unknown_stage", value=plain[:40])
            return plain.casefold() or was or "draft"
        case "accounts":
            return _accounts(plain, known, was)
        case "campaign" if plain:
            number = known.by_campaign.get(plain.casefold())
            if number is None:
                raise Unclear("unknown_campaign", value=plain[:60])
            return known.campaigns[number]
        case "pillar" if plain:
            pillar = known.pillars.get(plain.casefold())
            if pillar is None:
                raise Unclear("unknown_pillar", value=plain[:60])
            return pillar
        case "media" | "alt":
            return " | ".join(p.strip() for p in plain.split("|")) if plain.strip(" |") else ""
    return plain


def _date(value: Any, was: str, order: table_cells.Order | None) -> str:
    try:
        before = date.fromisoformat(was) if was else None
        found = table_cells.date_of(value, order=order, was=before)
    except table_cells.Ambiguous:
        raise Unclear("ambiguous_date", value=said(value)[:40]) from None
    except (ValueError, OverflowError):
        raise Unclear("bad_date", value=said(value)[:40]) from None
    return found.isoformat() if found else ""


def _accounts(plain: str, known: Names, was: str) -> str:
    kept = {one.casefold(): one for one in was.split(", ")}
    made = []
    for part in re.split(r"[,;，、；\n]+", plain):
        one = part.strip()
        if not one:
            continue
        if one.casefold() in kept:
            made.append(kept[one.casefold()])
            continue
        label, _, segment = one.partition("#")
        account = known.by_label.get(label.strip().casefold().lstrip("@"))
        if account is None:
            raise Unclear("unknown_account", value=one[:60])
        name = known.label(account)
        made.append(f"{name}#{segment.strip()}" if segment.strip() else name)
    return ", ".join(dict.fromkeys(made))


def changed(
    draft: Draft,
    now: Mapping[str, str],
    new: Mapping[str, str],
    known: Names,
    *,
    media_of: Callable[[str], dict[str, Any] | None],
    zone_here: str,
) -> Draft:
    """Return the draft that the cells `new` make of one whose cells are `now`.

    `media_of` returns the attachment of a name, None where there is no such file. Raises Unclear:
    `date_missing`, `time_missing`, `no_such_time`, `media_missing`, `alt_count`,
    `not_among_accounts`.
    """
    differs = {n for n in {*now, *new} if now.get(n, "") != new.get(n, "")}
    made = draft
    if differs & set(PLAN):
        made = _planned(made, new, zone_here)
    if "stage" in differs:
        made = replace(made, stage=new.get("stage") or "draft")
    for name in ("title", "text", "pillar"):
        if name in differs:
            made = replace(made, **{name: new.get(name, "")})  # type: ignore[arg-type]
    if "campaign" in differs:
        made = replace(made, campaign_id=known.by_campaign.get(new.get("campaign", "").casefold()))
    if edits := differs & set(BRIEF):
        told = _laid(made.brief, {n: new.get(n, "") for n in edits})
        try:
            made = replace(made, brief=brief.checked(told))
        except Rejected as no:
            raise Unclear("bad_brief", **no.facts) from None
    if edits := differs & set(OPTIONS):
        made = replace(made, options=_laid(made.options, {n: new.get(n, "") for n in edits}))
    if differs & {"media", "alt"}:
        made = replace(made, media=_media(made.media, new, differs, media_of))
    if "accounts" in differs or any(n.startswith(OWN) for n in differs):
        made = replace(made, variants=_variants(draft, new, differs, known))
    return made


def _laid(old: Mapping[str, Any], edits: Mapping[str, str]) -> dict[str, Any]:
    return {n: v for n, v in {**old, **edits}.items() if n not in edits or v}


def _planned(draft: Draft, new: Mapping[str, str], zone_here: str) -> Draft:
    day, clock = new.get("date", ""), new.get("time", "")
    if not day and not clock:
        return replace(draft, wall=None, zone=None, planned_at=None)
    if not day or not clock:
        raise Unclear("date_missing" if not day else "time_missing")
    wall, zone = f"{day}T{clock}", new.get("zone") or draft.zone or zone_here
    try:
        at = plan_times.moment(plan_times.read(wall), zone)
    except Rejected as no:
        raise Unclear("no_such_time", value=wall, zone=zone, next=no.facts.get("next")) from None
    return replace(draft, wall=wall, zone=zone, planned_at=at, stage="draft")


def _media(
    old: Sequence[dict[str, Any]],
    new: Mapping[str, str],
    differs: set[str],
    media_of: Callable[[str], dict[str, Any] | None],
) -> list[dict[str, Any]]:
    wanted = [p.strip() for p in new.get("media", "").split("|") if p.strip()]
    there = {str(one.get("path")): one for one in old}
    made = []
    for name in wanted:
        found = there.get(name) or media_of(name)
        if found is None:
            raise Unclear("media_missing", value=name[:200])
        made.append(found)
    if "alt" in differs:
        alts = [a.strip() for a in new.get("alt", "").split("|")] if new.get("alt") else []
        if alts and len(alts) != len(made):
            raise Unclear("alt_count", size=len(alts), limit=len(made))
        flat = [_flat(str(one.get("alt") or "")) for one in made]
        alts = alts or [""] * len(made)
        made = [
            one if alt == was else {**one, "alt": alt}
            for one, alt, was in zip(made, alts, flat, strict=True)
        ]
    return made


def _variants(
    draft: Draft, new: Mapping[str, str], differs: set[str], known: Names
) -> tuple[Variant, ...]:
    there = {_named(v, known): v for v in wording.variants(draft)}
    named = [one for one in new.get("accounts", "").split(", ") if one]
    made: dict[str, Variant] = {}
    for one in named:
        label, _, segment = one.partition("#")
        account = known.by_label.get(label.casefold(), label)
        made[one] = there.get(one) or Variant(account, segment)
    lower = {one.casefold(): one for one in made}
    for name in sorted(n for n in differs if n.startswith(OWN)):
        key = lower.get(name[len(OWN) :].casefold())
        if key is not None:
            made[key] = replace(made[key], text=new.get(name) or None)
        elif new.get(name):
            raise Unclear("not_among_accounts", value=name[len(OWN) :][:60])
    return tuple(made.values())
