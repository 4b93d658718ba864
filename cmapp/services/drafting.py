"""Drafts as they are written: saved at each pause, forked where two windows write, brought back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from cmapp.domain import brief
from cmapp.domain.actions import Attachment
from cmapp.domain.differences import differences
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import compose, posting, wording
from cmapp.services.desk import Desk
from cmapp.store import accounts, drafts
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft, Variant
from cmapp.system import failpoint

STAGES = ("idea", "draft")


@dataclass(frozen=True, slots=True)
class Written:
    """What a window or the command line says of a draft; what is None stays as it is.

    `options` and `brief` lie over what there is, name by name (None takes one out); `variants`
    are all that there are to be. `base`: the revision that the writer began from, `writer` its
    window. `merge`: an autosave, which need not become a version of its own. `at`: when it was
    typed (UTC ms); what comes after something newer changes nothing.
    """

    text: str | None = None
    account_id: str | None = None
    item_id: int | None = None
    media: tuple[Attachment, ...] | None = None
    title: str | None = None
    stage: str | None = None
    options: Mapping[str, Any] | None = None
    brief: Mapping[str, Any] | None = None
    pillar: str | None = None
    campaign_id: int | None = None
    variants: tuple[Variant, ...] | None = None
    base: int | None = None
    writer: str = ""
    merge: bool = False
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """Where it was saved. `forked_from`: not there, since another window wrote on that one.

    `queued`: its rows were made anew.
    """

    draft_id: int
    forked_from: int | None = None
    queued: posting.Queued | None = None


def save(desk: Desk, draft_id: int | None, given: Written) -> Saved:
    """Save a draft, a new one without `draft_id` or where that is unknown.

    A planned post that is queued is taken back and queued anew with it, in one transaction;
    autosaves of one, and of a queued answer, are refused (`draft_is_queued`).

    Raises Missing (`unknown_account`, `unknown_item`, `unknown_campaign`), Rejected
    (`draft_is_queued`, `draft_is_out`, `bad_value`).
    """
    terms = posting.Terms(fitted=_fit(desk, draft_id, given))
    saved = desk.store.write(lambda tx: _save(desk, tx, draft_id, given, terms))
    failpoint.reached("draft.done")
    return saved


def _fit(desk: Desk, draft_id: int | None, given: Written) -> posting.Fitted:
    """Fit the pictures of a draft that will be queued anew, before the write begins."""
    if draft_id is None or given.merge:
        return {}
    old = desk.store.read(lambda db: drafts.by_id(db, draft_id))
    if old is None or old.state != "queued" or old.planned_at is None:
        return {}
    media = old.media if given.media is None else [asdict(one) for one in given.media]
    variants = old.variants if given.variants is None else given.variants
    return posting.fit(desk, replace(old, media=media, variants=variants))


def _save(desk: Desk, tx: Tx, draft_id: int | None, given: Written, terms: posting.Terms) -> Saved:
    old = drafts.by_id(tx.db, draft_id) if draft_id is not None else None
    if old is None:
        return Saved(_put(desk, tx, draft_id, None, given))
    if (fork := _fork(desk, tx, old, given)) is not None:
        return Saved(fork, forked_from=old.id)
    again = old.state == "queued" and old.done_at is None
    if again and (given.merge or old.planned_at is None):
        compose.writable(tx.db, old.id)
    if old.done_at is not None:
        raise Rejected("draft_is_out", field="draft", reason="draft_is_out", id=str(old.id))
    _put(desk, tx, old.id, old, given)
    fresh = drafts.by_id(tx.db, old.id)
    if again and fresh is not None:
        return Saved(old.id, queued=posting.queue(desk, tx, fresh, terms))
    return Saved(old.id)


def _fork(desk: Desk, tx: Tx, old: Draft, given: Written) -> int | None:
    """Save what another window began from an older state, beside the one that is newer."""
    if given.base is None or given.base >= old.revision:
        return None
    if given.writer and given.writer == old.writer:
        return None
    if not _differs(old, given):
        return None
    forks = drafts.forks(tx.db, old.id)
    mine = [one for one in forks if given.writer and one.writer == given.writer]
    if mine:  # saves that were under way when it was forked
        return _put(desk, tx, mine[-1].id, mine[-1], given)
    number = drafts.save(
        tx, old.text, now=desk.now(), account_id=old.account_id, item_id=old.item_id,
        post_id=old.post_id, media=old.media, visibility=old.visibility, options=old.options,
        variants=old.variants, title=_title_of_fork(old, len(forks) + 2),
    )  # fmt: skip
    drafts.change(
        tx, number,
        {
            "stage": old.stage, "brief": old.brief, "pillar": old.pillar,
            "campaign_id": old.campaign_id, "forked_from": old.id,
        },
    )  # fmt: skip
    return _put(desk, tx, number, drafts.by_id(tx.db, number), given, fork=True)


def _differs(old: Draft, given: Written) -> bool:
    media = None if given.media is None else [asdict(one) for one in given.media]
    pairs = (
        (given.text, old.text), (media, old.media), (given.title, old.title),
        (given.variants, old.variants),
    )  # fmt: skip
    changed = any(new is not None and new != was for new, was in pairs)
    laid = given.options is not None and _over(old.options, given.options) != old.options
    return changed or laid


def _title_of_fork(old: Draft, n: int) -> str:
    name = old.title or (old.text.strip().splitlines() or [""])[0][:40]
    return f"{name} ({n})".strip()


def _put(
    desk: Desk,
    tx: Tx,
    draft_id: int | None,
    old: Draft | None,
    given: Written,
    *,
    fork: bool = False,
) -> int:
    account, item, post = given.account_id, given.item_id, None
    if item is not None:
        there = compose.place(tx.db, item, account)
        post, account = there.post.id, account or there.account.id
        item = there.item.id if there.item else None
    elif account is not None and (old is None or account != old.account_id):
        _known(tx, account)
    for variant in given.variants or ():
        kept = {one.account_id for one in old.variants} if old is not None else set()
        if variant.account_id not in kept:
            _known(tx, variant.account_id)
    options = None
    if given.options is not None:
        options = _over(old.options if old else {}, wording.checked(given.options))
    number = drafts.save(
        tx,
        given.text,
        now=desk.now(),
        draft_id=draft_id,
        account_id=account,
        item_id=item,
        post_id=post,
        media=None if given.media is None else [asdict(one) for one in given.media],
        title=None if fork else given.title,
        options=options,
        variants=given.variants,
        merge_ms=compose.VERSION_EVERY_MS if given.merge else 0,
        at=given.at if not fork else None,
        writer=given.writer,
    )
    rest: dict[str, Any] = {}
    if given.stage is not None:
        if given.stage not in STAGES:
            raise Rejected("bad_value", field="stage", reason="bad_value", value=given.stage)
        rest["stage"] = given.stage
    if given.brief is not None:
        rest["brief"] = brief.checked({**(old.brief if old else {}), **given.brief})
    if given.pillar is not None:
        rest["pillar"] = given.pillar
    if given.campaign_id is not None:
        rest["campaign_id"] = given.campaign_id or None
    drafts.change(tx, number, rest)
    return number


def _known(tx: Tx, account: str) -> None:
    if accounts.by_id(tx.db, account) is None:
        raise Missing("unknown_account", id=account)


def _over(old: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in {**old, **given}.items() if value is not None}


def restore(desk: Desk, tx: Tx, draft_id: int, n: int) -> posting.Queued | None:
    """Bring a version back, as a new version; one of before schema 3 had its text alone.

    Raises Missing (`unknown_draft`, `unknown_version`), Rejected (`draft_is_queued`,
    `draft_is_out`).
    """
    old = drafts.by_id(tx.db, draft_id)
    found = drafts.version(tx.db, draft_id, n)
    if old is None:
        raise Missing("unknown_draft", id=str(draft_id))
    if found is None:
        raise Missing("unknown_version", id=str(n))
    if old.done_at is not None:
        raise Rejected("draft_is_out", field="draft", reason="draft_is_out", id=str(old.id))
    again = old.state == "queued"
    if again and old.planned_at is None:
        compose.writable(tx.db, old.id)
    put_whole(desk, tx, old.id, found["text"], found["whole"])
    fresh = drafts.by_id(tx.db, old.id)
    return posting.queue(desk, tx, fresh) if again and fresh is not None else None


def put_whole(desk: Desk, tx: Tx, draft_id: int, text: str, whole: Mapping[str, Any]) -> None:
    """Give a draft the text and all else that a version kept; accounts gone since stay named."""
    variants = None
    if "variants" in whole:
        variants = tuple(Variant(**one) for one in whole["variants"])
    drafts.save(
        tx, text, now=desk.now(), draft_id=draft_id, media=whole.get("media"),
        visibility=whole.get("visibility"), title=whole.get("title"),
        options=whole.get("options"), variants=variants,
    )  # fmt: skip


def compared(older: Mapping[str, Any], newer: Mapping[str, Any]) -> dict[str, Any]:
    """Return how one version ({text, whole}) became another.

    {segments, variants: [{account, segment, segments}], changed}: see `drafts.diff`.
    """
    was, now = older["whole"], newer["whole"]
    ways = [
        {(v["account_id"], v["segment"]): v["text"] for v in whole.get("variants", ())}
        for whole in (was, now)
    ]
    told = []
    for key in dict.fromkeys((*ways[0], *ways[1])):
        ends = [way.get(key) for way in ways]
        if ends[0] != ends[1]:
            texts = [older["text"] if ends[0] is None else ends[0],
                     newer["text"] if ends[1] is None else ends[1]]  # fmt: skip
            told.append({"account": key[0], "segment": key[1], "segments": segments(*texts)})
    changed = [
        name
        for name in ("title", "media", "options", "visibility")
        if name in was and name in now and was[name] != now[name]
    ]
    accounts_ = "variants" in was and "variants" in now and ways[0].keys() != ways[1].keys()
    return {
        "segments": segments(older["text"], newer["text"]),
        "variants": told,
        "changed": [*changed, *(["accounts"] if accounts_ else [])],
    }


def segments(older: str, newer: str) -> list[dict[str, str]]:
    """Return what changed between two texts: [{op: same | out | in, text}]."""
    return [{"op": one.op, "text": one.text} for one in differences(older, newer)]
