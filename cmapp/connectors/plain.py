"""The one gate for text from strangers: HTML and facets in, plain text and spans out.

Nothing above the connectors ever sees HTML. What comes out holds no control characters, no
direction overrides, no invisible characters but those that a script or an emoji needs, and no
towers of marks on one letter.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import regex
from selectolax.lexbor import LexborHTMLParser, LexborNode

from cmapp.domain import letters
from cmapp.domain.records import Span

CAP = 20_000
LINE = 200
_MOST_HTML = 500_000
_LONGEST_ADDRESS = 4_000
# The parser's time grows with the square of the depth: 200 000 open tags hold it for minutes.
_MOST_TAGS = 5_000

_DROPPED = regex.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb"
    r"\ufdd0-\ufdef\ufffe\uffff]"
    r"|[\u202a-\u202e\u2066-\u2069]"
    # Persian and the scripts of India spell with joiners; an emoji is glued with them.
    r"|(?<![\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}])\u200c"
    r"|(?<![\p{Arabic}\p{Syriac}\p{Mongolian}\p{Devanagari}\p{Bengali}\p{Gurmukhi}\p{Gujarati}"
    r"\p{Oriya}\p{Tamil}\p{Telugu}\p{Kannada}\p{Malayalam}\p{Sinhala}"
    r"\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d"
    # Tag letters write hidden text, but for the flags of regions.
    r"|(?<!\U0001f3f4[\U000e0020-\U000e007e]{0,8})[\U000e0000-\U000e007f]"
)
# So many signs no language hangs on one letter; a tower of them reaches over the lines above it.
_TOWER = regex.compile(r"(\p{M}{8})\p{M}+")
_WHITE = regex.compile(r"[ \t\n\r\f]+")
_SURROGATE = regex.compile(r"[\ud800-\udfff]")


def clean(text: str, cap: int = CAP) -> str:
    r"""Return `text` in NFC without what cannot be seen, at most `cap` characters long.

    Line breaks become `\n` and stay; use `line` for what must be one line.
    """
    # A first cut, so that a hostile megabyte is not normalised; NFC never triples a length.
    text = _SURROGATE.sub("�", text[: cap * 4])
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    text = text.replace("\u2029", "\n").replace("\t", " ")
    return letters.normal(_TOWER.sub(r"\1", _DROPPED.sub("", text)))[:cap]


def line(text: str, cap: int = LINE) -> str:
    """Return `text` cleaned, as one line: for names, handles and titles."""
    return " ".join(clean(text, cap * 2).split())[:cap]


def handle(text: str) -> str:
    """Return a handle as one line in which what cannot be seen is shown by its number.

    Without it two handles that differ would read the same, and one person pass for another.
    """
    return line(letters.bared(text.strip()[:LINE]))


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text and the stretches of it that mean something."""

    text: str
    spans: tuple[Span, ...] = ()


def from_html(html: str, *, mentions: Mapping[str, str] | None = None, cap: int = CAP) -> Plain:
    """Return what a reader sees of `html`, with links, mentions and tags as spans.

    Paragraphs are parted by an empty line. Of a shortened link the whole address is kept, since
    that is what its author wrote. `mentions` maps addresses of profiles to handles, which then
    are the targets of mention spans; without it the address is.
    """
    html = _SURROGATE.sub("�", html[:_MOST_HTML]).replace("\x00", "")
    html = "<".join(html.split("<", _MOST_TAGS + 1)[: _MOST_TAGS + 1])
    if not html.strip():
        return Plain("")
    reader = _Reader(mentions or {})
    root = LexborHTMLParser(html).root
    if root is not None:
        reader.walk(root)
    return reader.builder.plain(cap)


def from_facets(text: str, facets: Iterable[tuple[int, int, str, str]], *, cap: int = CAP) -> Plain:
    """Return `text` cleaned, with its facets as spans.

    A facet is (start, end, kind, target) in bytes of UTF-8. One that is out of bounds, splits a
    character or overlaps an earlier one is dropped.
    """
    data = text.encode("utf-8", "replace")
    builder = _Builder()
    at = 0
    for start, end, kind, target in sorted(facets):
        if not at <= start < end <= len(data):
            continue
        try:
            before, inside = data[at:start].decode(), data[start:end].decode()
            data[end:].decode()
        except UnicodeDecodeError:
            continue
        builder.add(before)
        builder.add(inside, kind, target)
        at = end
    builder.add(data[at:].decode())
    return builder.plain(cap)


def web(address: str | None) -> str | None:
    """Return `address` where it is one of the web (its scheme in small letters), else None."""
    address = (address or "").strip(" ")
    if len(address) > _LONGEST_ADDRESS or not address.isprintable():
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    scheme, colon, rest = address.partition(":")
    good = scheme.lower() == parts.scheme and parts.scheme in {"http", "https"} and parts.hostname
    return parts.scheme + colon + rest if good else None


class _Builder:
    """Text put together from cleaned pieces, so that spans stay where they belong."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._size = 0
        self._spans: list[Span] = []

    def add(self, text: str, kind: str = "", target: str = "") -> None:
        piece = clean(text)
        leads = web(target) if kind == "link" else target
        if piece and kind and leads:
            self._spans.append(Span(self._size, self._size + len(piece), kind, leads))
        self._pieces.append(piece)
        self._size += len(piece)

    def plain(self, cap: int) -> Plain:
        whole = "".join(self._pieces)
        text = whole.rstrip()[:cap]
        start = len(text) - len(text.lstrip())
        text = text[start:]
        spans = (
            Span(span.start - start, span.end - start, span.kind, span.target)
            for span in self._spans
        )
        return Plain(text, tuple(s for s in spans if s.start >= 0 and s.end <= len(text)))


_SKIPPED = frozenset({"script", "style", "template", "head", "title", "iframe", "object", "svg"})
_PARAGRAPHS = frozenset({"p", "blockquote", "ul", "ol", "pre", "h1", "h2", "h3", "h4", "h5", "h6"})
_LINES = frozenset({"div", "li", "tr", "dt", "dd", "hr", "section", "article"})


class _Reader:
    """Walks a parsed page and turns it into pieces."""

    def __init__(self, mentions: Mapping[str, str]) -> None:
        self.builder = _Builder()
        self._mentions = mentions
        self._breaks = 0  # line breaks owed before the next text
        self._any = False
        self._space = False  # a space owed, or nothing at the start of a line
        self._pre = 0
        self._link: tuple[str, str] | None = None  # href, class
        self._inside: list[str] = []

    def walk(self, root: LexborNode) -> None:
        """Visit all below `root`, without recursion: a page may be nested a million deep."""
        todo: list[tuple[LexborNode, bool]] = [(root, False)]
        while todo:
            node, leave = todo.pop()
            if leave:
                self._end(node.tag or "")
                continue
            if (following := node.next) is not None and node is not root:
                todo.append((following, False))
            tag = node.tag or ""
            if tag == "-text":
                self._data(node.text_content or "")
            elif tag not in _SKIPPED:
                self._start(tag, node.attributes)
                todo.append((node, True))
                if (child := node.child) is not None:
                    todo.append((child, False))
        self._flush()

    def _start(self, tag: str, attributes: Mapping[str, str | None]) -> None:
        if tag == "br":
            self._break(self._breaks + 1 if self._link is None else 1)
        elif tag == "img":
            self._data(attributes.get("alt") or "")
        elif tag == "a":
            self._flush()
            self._link = (attributes.get("href") or "", attributes.get("class") or "")
        elif tag in _PARAGRAPHS or tag in _LINES:
            self._break(2 if tag in _PARAGRAPHS else 1)
            self._pre += tag == "pre"
            if tag == "li":
                self._data("• ")

    def _end(self, tag: str) -> None:
        if tag == "a":
            self._flush()
        elif tag in _PARAGRAPHS or tag in _LINES:
            self._pre -= tag == "pre"
            self._break(2 if tag in _PARAGRAPHS else 1)

    def _data(self, text: str) -> None:
        if not text:
            return
        if self._pre:
            self._put(text)
            return
        # HTML's own white space alone: a full-width space is a character of the text.
        words = " ".join(word for word in _WHITE.split(text) if word)
        if not words or _WHITE.match(text):
            self._space = True
        if words:
            self._put(words)
            self._space = text[-1] in " \t\n\r\f"

    def _break(self, count: int) -> None:
        self._breaks = max(self._breaks, count)
        self._space = False

    def _put(self, text: str) -> None:
        lead = ""
        if self._breaks:
            lead = "\n" * self._breaks if self._any else ""
        elif self._space and self._any:
            lead = " "
        self._breaks, self._space, self._any = 0, False, True
        if self._link is None:
            self.builder.add(lead + text)
        elif self._inside:
            self._inside.append(lead + text)
        else:
            self.builder.add(lead)
            self._inside.append(text)

    def _flush(self) -> None:
        """End the link that is open, if one is."""
        if self._link is None:
            return
        (href, classes), text = self._link, "".join(self._inside)
        self._link, self._inside = None, []
        kinds = classes.split()
        if "hashtag" in kinds or (text[:1] in {"#", "＃"} and "mention" in kinds):
            self.builder.add(text, "tag", text.lstrip("#＃"))
        elif "mention" in kinds:
            self.builder.add(text, "mention", self._mentions.get(href, href))
        else:
            self.builder.add(text, "link", href)
