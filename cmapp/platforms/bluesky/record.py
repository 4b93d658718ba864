"""What we write: the records of a post and its kin, the same for the same deed every time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cmapp.connectors.base import text_key
from cmapp.domain.actions import Attachment, Publish, Reply, Target
from cmapp.domain.errors import Rejected
from cmapp.platforms.bluesky.facets import facets
from cmapp.platforms.bluesky.shape import POST, map_of, stamp, text_of

Ref = Mapping[str, str]
"""`{uri, cid}`: a record, and the very version of it that is meant."""


def check(action: Publish | Reply) -> None:
    """Refuse what the network has no place for. Raises Rejected."""
    if action.visibility != "public":
        raise Rejected("not_offered", field="visibility", reason="not_offered")
    if action.spoiler:
        raise Rejected("not_offered", field="spoiler", reason="not_offered")


def post(
    action: Publish | Reply,
    *,
    made_at: int,
    refs: tuple[Ref, Ref] | None,
    blobs: Sequence[Mapping[str, Any]],
    did_of: Callable[[str], str | None],
) -> dict[str, Any]:
    """Return the record of a post; `refs` are root and parent of a reply."""
    made: dict[str, Any] = {
        "$type": POST,
        "text": action.text,
        "createdAt": stamp(made_at),
    }
    if marks := facets(action.text, did_of):
        made["facets"] = marks
    if action.lang:
        made["langs"] = [action.lang.replace("_", "-")]
    if refs is not None:
        made["reply"] = {"root": dict(refs[0]), "parent": dict(refs[1])}
    if blobs:
        made["embed"] = {
            "$type": "app.bsky.embed.images",
            "images": [_image(*pair) for pair in zip(action.media, blobs, strict=True)],
        }
    return made


def _image(one: Attachment, blob: Mapping[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {"alt": one.alt, "image": dict(blob)}
    if one.width and one.height:
        made["aspectRatio"] = {"width": one.width, "height": one.height}
    return made


def deed(collection: str, subject: Ref, *, made_at: int) -> dict[str, Any]:
    """Return the record of a like or a repost."""
    return {"$type": collection, "subject": dict(subject), "createdAt": stamp(made_at)}


def refs(target: Target) -> tuple[Ref, Ref] | None:
    """Return root and parent of a reply from what is stored of its target; None if incomplete."""
    cid = _text(target.facts, "cid")
    if cid is None:
        return None
    parent = {"uri": target.remote_id, "cid": cid}
    if target.root is None or target.root == target.remote_id:
        return (parent, parent) if _text(target.facts, "root_cid") is None else None
    root_cid = _text(target.root_facts, "cid") or _text(target.facts, "root_cid")
    return None if root_cid is None else ({"uri": target.root, "cid": root_cid}, parent)


def refs_of(uri: str, cid: str, value: Mapping[str, Any]) -> tuple[Ref, Ref]:
    """Return root and parent of a reply to the post whose record is `value`."""
    parent = {"uri": uri, "cid": cid}
    root = map_of(map_of(value, "reply"), "root")
    root_uri, root_cid = text_of(root, "uri"), text_of(root, "cid")
    if root_uri is None or root_cid is None:
        return parent, parent
    return {"uri": root_uri, "cid": root_cid}, parent


def same(there: Mapping[str, Any], ours: Mapping[str, Any]) -> bool:
    """Tell whether the record that lies under our key is this deed: same words, same place.

    Times and facets may differ where an earlier attempt had to ask for them.
    """
    return (
        text_key(text_of(there, "text") or "") == text_key(text_of(ours, "text") or "")
        and _uri(there, "reply", "parent") == _uri(ours, "reply", "parent")
        and _uri(there, "subject") == _uri(ours, "subject")
        and text_of(there, "subject") == text_of(ours, "subject")
    )


def _uri(data: Mapping[str, Any], *path: str) -> str | None:
    for name in path:
        data = map_of(data, name)
    return text_of(data, "uri")


def _text(facts: Mapping[str, Any], name: str) -> str | None:
    value = facts.get(name)
    return value if isinstance(value, str) and value else None
