"""The one door out of the window: what is opened in the browser, and what is asked before.

Nothing opens by itself. What a person presses leads to `open_web`; an address that may deceive
is shown with its real host first, and anything that is no web address is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from cmapp.domain import links
from cmapp.domain.links import Link
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label

translate = QCoreApplication.translate


def why(code: str) -> str:
    """Return what to know about an address before it is opened, in one sentence."""
    said = {
        "userinfo": translate("links", "What stands before the @ is not where it leads."),
        "number": translate("links", "The address hides where it leads behind a number."),
        "address": translate("links", "It leads to a machine that has a number and no name."),
        "fullwidth": translate("links", "Letters in it only look like those of the name."),
        "mixed": translate("links", "The name mixes letters of several scripts."),
        "lookalike": translate("links", "Letters of another script look like Latin ones in it."),
        "invisible": translate("links", "There are characters in it that cannot be seen."),
        "long": translate("links", "The name is so long that its end is easily overlooked."),
        "plain": translate("links", "The way there is not encrypted: others may read along."),
    }
    return said.get(code, "")


def open_web(
    url: str, parent: QWidget, *, words: str = "", then: Callable[[bool], None] | None = None
) -> None:
    """Open a web address in the browser; where it may deceive, after a yes.

    `words` are what the link was shown as. `then` hears whether it is (or may yet be) opened:
    False where the address is none of the web.
    """
    link = links.look(url)
    if then is not None:
        then(bool(link.url))
    if not link.url:
        return
    if link.why or links.misleads(words, link):
        sheet = Leads(link, words, parent)
        sheet.accepted.connect(lambda: _go(link))
        sheet.open()
    else:
        _go(link)


def show_folder(folder: Path) -> None:
    """Show a folder of this machine, one that we wrote to, in its file manager."""
    if folder.is_dir():
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _go(link: Link) -> None:
    address = QUrl(link.url, QUrl.ParsingMode.StrictMode)
    # Two readers of addresses, one host: else it is not what was shown.
    if address.isValid() and address.scheme() in ("https", "http") and not address.userInfo():
        shown = f"://{address.host(QUrl.ComponentFormattingOption.FullyEncoded)}"
        if link.url.replace("[", "").replace("]", "").partition("://")[2].startswith(shown[3:]):
            QDesktopServices.openUrl(address)


class Leads(Sheet):
    """Says where an address really leads. Accepted: open it."""

    def __init__(self, link: Link, words: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.link = link
        self.setWindowTitle(self.tr("Where it leads"))
        self.head.setText(self.tr("Where it leads"))
        self.host = Label(link.host, self, size="strong", wrap=True)
        self.host.setAccessibleName(link.host)
        self.body.addWidget(self.host)
        said = [why(code) for code in link.why]
        if links.misleads(words, link):
            said.insert(0, self.tr("The text of the link names another place."))
        for line in said:
            self.body.addWidget(Label(line, self, tone="warn", wrap=True))
        keep = self.step(self.tr("Leave it"), kind="primary")
        keep.clicked.connect(self.reject)
        go = self.step(self.tr("Open it"))
        go.clicked.connect(self.accept)
