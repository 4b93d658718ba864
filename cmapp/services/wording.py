"""What a draft says from each of its accounts: the common text until a variant was touched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from cmapp.domain import splitting
from cmapp.domain.actions import Attachment, Poll, Publish, Reply, Target
from cmapp.domain.errors import Rejected
from cmapp.domain.limits import Limits
from cmapp.store.accounts import Account
from cmapp.store.drafts import Draft, Variant

FIRST_COMMENT = 1_000
"""The part number of a first comment: behind every part of a thread."""
OPTIONS = ("visibility", "spoiler", "lang", "poll", "first_comment", "split")
SPLITS = (False, True, "numbered")


@dataclass(frozen=True, slots=True)
class Wording:
    """What goes out from one account. `touched`: what of it is the variant's own."""

    account_id: str
    segment: str
    text: str
    media: tuple[Attachment, ...]
    visibility: str
    spoiler: str
    lang: str | None
    poll: Poll | None
    first_comment: str
    split: bool | str
    touched: frozenset[str]

    def parts(self, limits: Limits) -> list[str]:
        """Return the text of each post: several where it is a thread."""
        return splitting.split(
            self.text,
            limits,
            long=bool(self.split),
            numbered=self.split == "numbered",
            before=self.spoiler if limits.spoiler else "",
        )


def variants(draft: Draft) -> tuple[Variant, ...]:
    """Return the variants of a post; the one of its account where it has none of its own."""
    if draft.variants or draft.account_id is None:
        return draft.variants
    return (Variant(draft.account_id),)


def wording(draft: Draft, variant: Variant) -> Wording:
    """Return what goes out from the account of a variant."""
    options = {**draft.options, **variant.options}
    media = draft.media if variant.media is None else variant.media
    own = {name for name in ("text", "media") if getattr(variant, name) is not None}
    return Wording(
        account_id=variant.account_id,
        segment=variant.segment,
        text=draft.text if variant.text is None else variant.text,
        media=tuple(Attachment(**one) for one in media),
        visibility=options.get("visibility") or draft.visibility or "public",
        spoiler=options.get("spoiler") or "",
        lang=options.get("lang") or None,
        poll=_poll(options.get("poll")),
        first_comment=(options.get("first_comment") or "").strip(),
        split=options.get("split") or False,
        touched=frozenset(own | set(variant.options)),
    )


def _poll(given: Mapping[str, Any] | None) -> Poll | None:
    if not given:
        return None
    choices = tuple(str(one) for one in given.get("options", ()))
    return Poll(choices, int(given.get("seconds") or 86_400), bool(given.get("multiple")))


def attachment_json(one: Attachment) -> dict[str, Any]:
    """Return an attachment as a draft keeps it."""
    return asdict(one)


def poll_json(one: Poll | None) -> dict[str, Any] | None:
    """Return a poll as the options of a draft keep it."""
    return None if one is None else {**asdict(one), "options": list(one.options)}


def checked(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return options as they are kept. Raises Rejected (`bad_value`, field: the option's name)."""
    made: dict[str, Any] = {}
    for name, value in options.items():
        match name:
            case "visibility" | "spoiler" | "lang" | "first_comment":
                good = value is None or isinstance(value, str)
            case "split":
                good = value is None or value in SPLITS
            case "poll":
                good = value is None or _is_poll(value)
            case _:
                good = False
        if not good:
            raise Rejected("bad_value", field=name, reason="bad_value", value=str(value)[:100])
        made[name] = value
    return made


def _is_poll(value: Any) -> bool:
    if not isinstance(value, Mapping) or set(value) - {"options", "seconds", "multiple"}:
        return False
    choices, seconds = value.get("options", []), value.get("seconds", 86_400)
    return (
        isinstance(choices, list | tuple)
        and all(isinstance(one, str) for one in choices)
        and type(seconds) is int
        and seconds > 0
    )


def actions(
    said: Wording, account: Account, limits: Limits, *, now: int
) -> list[tuple[int, Publish | Reply]]:
    """Return the posts of a wording, each with its part number; the first has the pictures.

    All after the first are answers to a post that is not out yet: their target has no id.
    """
    texts = said.parts(limits)
    made: list[tuple[int, Publish | Reply]] = [
        (
            0,
            Publish(
                text=texts[0], media=said.media, visibility=said.visibility, lang=said.lang,
                spoiler=said.spoiler, made_at=now, poll=said.poll,
            ),
        )
    ]  # fmt: skip
    later = list(enumerate(texts[1:], 1))
    if said.first_comment:
        later.append((FIRST_COMMENT, said.first_comment))
    target = Target("", author=account.remote_id, handle=account.handle, visibility=said.visibility)
    for part, text in later:
        made.append(
            (
                part,
                Reply(
                    target=target, text=text, visibility=said.visibility, lang=said.lang,
                    spoiler=said.spoiler, made_at=now,
                ),
            )
        )  # fmt: skip
    return made
