"""One piece of writing and its wordings per account, as values: what flows, what is own (DR-04).

Pure, no Qt. The text of the piece is common; a wording whose text is None flows from it until
somebody touches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cmapp.ui.row import Written

Key = tuple[str, str]
"""Which wording: account and segment; `COMMON` is the common text."""
Media = tuple[tuple[str, str], ...]
COMMON: Key = ("", "")
KEPT = ("title", "options", "brief", "pillar", "campaign")
"""What a draft has beside its texts, by the names that `drafts.save` takes."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How the piece goes out from one account. What is None flows from the piece."""

    account: str
    segment: str = ""
    text: str | None = None
    media: Media | None = None
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def key(self) -> Key:
        """Return which wording this is."""
        return self.account, self.segment

    @property
    def own(self) -> bool:
        """Whether anything in it is its own."""
        return self.text is not None or self.media is not None or bool(self.options)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text, its pictures, and the accounts it goes out from (`wordings`, in their order)."""

    text: str = ""
    media: Media = ()
    wordings: tuple[Wording, ...] = ()
    title: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)
    brief: Mapping[str, Any] = field(default_factory=dict)
    pillar: str = ""
    campaign: str | None = None
    whole: bool = False
    """It was kept with more than a text: what is taken away has to be kept as taken away."""

    def accounts(self) -> tuple[str, ...]:
        """Return the accounts it goes out from, each once."""
        return tuple(dict.fromkeys(w.account for w in self.wordings))

    def wording(self, key: Key) -> Wording | None:
        """Return one wording, None for the common text."""
        return next((w for w in self.wordings if w.key == key), None)

    def text_of(self, key: Key) -> str:
        """Return what goes out from there."""
        found = self.wording(key)
        return self.text if found is None or found.text is None else found.text

    def media_of(self, key: Key) -> Media:
        """Return the pictures that go out from there."""
        found = self.wording(key)
        return self.media if found is None or found.media is None else found.media

    def options_of(self, key: Key) -> dict[str, Any]:
        """Return the options in force there: those of the wording lie over the common ones."""
        found = self.wording(key)
        return {**self.options, **(found.options if found else {})}

    @property
    def empty(self) -> bool:
        """Whether nothing was written yet."""
        texts = (self.text, *(w.text or "" for w in self.wordings))
        media = (self.media, *(w.media or () for w in self.wordings))
        return not any(t.strip() for t in texts) and not any(media)

    # changes

    def with_text(self, key: Key, text: str) -> Piece:
        """Put a text in; in a wording it is its own from now on."""
        if self.wording(key) is None:
            return replace(self, text=text)
        return self._put(key, text=text)

    def with_media(self, key: Key, media: Media) -> Piece:
        """Put pictures in; in a wording they are its own from now on."""
        if self.wording(key) is None:
            return replace(self, media=media)
        return self._put(key, media=media)

    def with_option(self, key: Key, name: str, value: object) -> Piece:
        """Set an option; None takes it away (in a wording: the common one counts again)."""
        found = self.wording(key)
        old = self.options if found is None else found.options
        options = {n: v for n, v in old.items() if n != name}
        if value is not None:
            options[name] = value
        if found is None:
            return replace(self, options=options)
        return self._put(key, options=options)

    def flowing(self, key: Key) -> Piece:
        """Let a wording flow from the common text again."""
        return self._put(key, text=None, media=None, options={})

    def with_account(
        self, account: str, order: Sequence[str], kept: Iterable[Wording] = ()
    ) -> Piece:
        """Let it go out from one more account, with the wordings that were `kept` for it."""
        if account in self.accounts():
            return self
        added = tuple(kept) or (Wording(account),)
        rank = {name: n for n, name in enumerate(order)}
        wordings = sorted((*self.wordings, *added), key=lambda w: rank.get(w.account, len(rank)))
        return replace(self, wordings=tuple(wordings))

    def without_account(self, account: str) -> Piece:
        """Let it not go out from there."""
        return replace(self, wordings=tuple(w for w in self.wordings if w.account != account))

    def with_segment(self, account: str, segment: str) -> Piece:
        """Add a wording for one more region or audience of an account (CA-11)."""
        if self.wording((account, segment)) is not None:
            return self
        made: list[Wording] = []
        for n, one in enumerate(self.wordings):
            made.append(one)
            last = all(w.account != account for w in self.wordings[n + 1 :])
            if one.account == account and last:
                made.append(Wording(account, segment))
        return replace(self, wordings=tuple(made))

    def without_segment(self, key: Key) -> Piece:
        """Take the wording of a region away."""
        return replace(self, wordings=tuple(w for w in self.wordings if w.key != key))

    def _put(self, key: Key, **values: Any) -> Piece:
        wordings = tuple(replace(w, **values) if w.key == key else w for w in self.wordings)
        return replace(self, wordings=wordings)

    # to and from what is kept

    def written(self) -> Written:
        """Return it as the journal and the engine keep it.

        A plain post from one account keeps the plain form.
        """
        accounts = self.accounts()
        more: dict[str, Any] = {}
        many = len(self.wordings) > 1 or any(w.own or w.segment for w in self.wordings)
        if many or self.whole:
            more["variants"] = [_packed(w) for w in self.wordings] if many else []
        for name in KEPT:
            if getattr(self, name) or self.whole:
                more[name] = getattr(self, name)
        return Written(self.text, accounts[0] if accounts else "", self.media, more)


def _packed(one: Wording) -> dict[str, Any]:
    media = None if one.media is None else [list(pair) for pair in one.media]
    return {
        "account": one.account, "segment": one.segment, "text": one.text, "media": media,
        "options": dict(one.options),
    }  # fmt: skip


def piece_of(written: Written) -> Piece:
    """Return what was kept as a piece. What is not understood is passed over."""
    more = written.more
    wordings = []
    for one in more.get("variants") or ():
        media = one.get("media")
        pairs = None if media is None else tuple((str(p), str(a)) for p, a in media)
        wordings.append(
            Wording(
                str(one["account"]), str(one.get("segment") or ""), one.get("text"), pairs,
                dict(one.get("options") or {}),
            )
        )  # fmt: skip
    if not wordings and written.account:
        wordings = [Wording(written.account)]
    kept = {name: more[name] for name in KEPT if more.get(name)}
    return Piece(written.text, written.media, tuple(wordings), **kept, whole=bool(more))
