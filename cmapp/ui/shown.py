"""From rows of the store to the values that the panes show: pure, no reading here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from cmapp.system.later import later
from cmapp.ui import row_words, text
from cmapp.ui.row import InboxRow, Place

if TYPE_CHECKING:
    from cmapp.store.accounts import Account
    from cmapp.store.drafts import Draft
    from cmapp.store.inbox import Item
    from cmapp.store.posts import PostRow
    from cmapp.ui import views
    from cmapp.ui.views import AccountView, DraftView, News, Said
else:
    views = later("cmapp.ui.views")  # a row is all that the first picture shows


def inbox_row(item: Item, place: Place = ()) -> InboxRow:
    """Return an interaction as a row that stands at `place`."""
    words = item.text or ""
    if item.kind in ("reaction", "repost", "follow"):
        words = item.parent_text or words
        words = f"{text.kind(item.kind)} · {words}" if words else text.kind(item.kind)
    emptied = "" if words else item.emptied or ""
    waiting = item.needs_reply and item.state == "open"
    return InboxRow(
        id=item.id,
        account=item.account_id,
        platform=item.platform,
        kind=item.kind,
        name=item.name,
        handle=item.handle,
        text=words or row_words.gone(emptied),
        created_at=item.created_at,
        state=item.state,
        due_at=item.due_at if waiting else None,
        about=item.parent_text or "",
        pending=item.pending or "",
        place=place,
        needs_reply=item.needs_reply,
        lane=item.lane,
        priority=item.priority,
        vip=item.vip,
        labels=item.labels,
        assignee=item.assignee,
        signals=item.signals,
        wake_at=item.wake_at,
        woke=item.woke or "",
        closes_at=item.reply_until if waiting else None,
        emptied=emptied,
    )


def said_of(found: Sequence[PostRow], account: Account, *, focus: int) -> list[Said]:
    """Return a thread as bubbles."""
    by_remote = {p.remote_id: p for p in found}
    shown = []
    for post in found:
        parent = by_remote.get(post.parent_ref or "")
        to = ""
        if parent is not None and not parent.mine and parent.author_id != post.author_id:
            to = parent.author_name or parent.author_handle
        shown.append(
            views.Said(
                id=post.id,
                name=post.author_name,
                handle=post.author_handle,
                platform=account.platform,
                text=post.text,
                created_at=post.created_at,
                mine=post.mine,
                to=to,
                edited_at=post.edited_at,
                deleted=post.deleted_at is not None,
                emptied=str(post.facts.get("emptied") or ""),
                media=tuple(
                    views.MediaView(str(m["kind"]), m.get("alt") or "", m.get("url") or "")
                    for m in post.media
                ),
                likes=post.counts.get("likes"),
                replies=post.counts.get("replies"),
                url=post.url or "",
                focus=post.id == focus,
                links=tuple(
                    (post.text[s["start"] : s["end"]], str(s["target"]))
                    for s in post.spans
                    if s.get("kind") == "link"
                ),
            )
        )
    return shown


def account_view(account: Account) -> AccountView:
    """Return an account as the panes show it."""
    can = account.capabilities
    limits = dict(can.get("limits") or {})
    every = {*can.get("streams", ()), *can.get("actions", ())}
    absent = {k: str(v) for k, v in dict(can.get("absent") or {}).items() if k not in every}
    return views.AccountView(
        id=account.id,
        platform=account.platform,
        server=account.server,
        handle=account.handle,
        name=account.name,
        state=account.state,
        synced_at=account.synced_at,
        parked_until=account.parked_until or None,
        problem=account.problem or "",
        facts=account.facts,
        limits=limits,
        can={**dict.fromkeys(every, ""), **absent},
        media_most=int(limits.get("media_count") or 0),
    )


def draft_view(draft: Draft, to_name: str = "") -> DraftView:
    """Return a draft as the Write pane and the composers take it."""
    more: dict[str, Any] = {
        "title": draft.title,
        "options": draft.options,
        "brief": draft.brief,
        "pillar": draft.pillar,
        "campaign": str(draft.campaign_id) if draft.campaign_id else None,
    }
    if draft.variants or any(more.values()):
        more["variants"] = [
            {
                "account": one.account_id,
                "segment": one.segment,
                "text": one.text,
                "media": None if one.media is None else [list(p) for p in _pairs(one.media)],
                "options": one.options,
            }
            for one in draft.variants
        ]
    return views.DraftView(
        id=str(draft.id),
        account=draft.account_id or "",
        item=draft.item_id or draft.post_id,
        text=draft.text,
        saved_at=draft.saved_at,
        to_name=to_name,
        media=_pairs(draft.media),
        more=more if "variants" in more else {},
        base=int(getattr(draft, "revision", 0)),
        state=draft.state,
        stage=draft.stage,
        wall=draft.wall or "",
        zone=draft.zone or "",
        planned_at=draft.planned_at,
        forked_from=draft.forked_from,
    )


def _pairs(media: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(m["path"]), str(m.get("alt", ""))) for m in media)


def root_of(found: Sequence[PostRow], post: PostRow) -> str:
    """Return the remote id of the first post of the thread that `post` is in."""
    by_remote = {p.remote_id: p for p in found}
    top = post
    while top.parent_ref is not None and top.parent_ref in by_remote:
        top = by_remote[top.parent_ref]
    return post.root_ref or top.root_ref or top.remote_id


def news_of(found: dict[str, Any]) -> News:
    """Return what the landing check found since, as it is shown."""
    at = found.get("edited_at") or found.get("created_at") or found.get("at")
    return views.News(
        code=str(found["what"]),
        at=int(at) if isinstance(at, int) else None,
        who=str(found.get("author") or found.get("handle") or ""),
        text=str(found.get("text") or ""),
        before=str(found.get("before") or ""),
    )
