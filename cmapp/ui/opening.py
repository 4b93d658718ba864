"""What opens over the window: the palette, the map of keys, help, settings; and the theme."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from cmapp.domain.errors import Trouble
from cmapp.system.paths import Paths
from cmapp.ui import look


def looked_from_outside(paths: Paths, trouble: Trouble) -> dict[str, Any]:
    """Return what can be seen of a profile whose engine does not answer, or cannot start."""
    from cmapp.services import doctor
    from cmapp.system.vault import Vault

    return doctor.examine_closed(paths, Vault(timeout=5.0, ledger=paths.keyring), trouble)


class Opening(QObject):
    """Belongs to one window; a dialog is imported when it is first opened."""

    def __init__(self, window: Any) -> None:
        super().__init__(window)
        self._window = window
        self.help: Any = None

    def switch_theme(self, wish: str) -> None:
        """Change the theme, now and for the next start."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            look.switch(app, wish)
        self.change_settings(theme=wish)

    def change_settings(self, **values: Any) -> None:
        """Keep settings; the engine reads them at its next use."""
        self._window.settings = dataclasses.replace(self._window.settings, **values)
        self._window.save_settings(self._window.settings)

    def open_palette(self) -> None:
        """Offer every action by name."""
        from cmapp.ui.dialogs.palette import Palette

        actions = self._window.actions_
        Palette(actions, self._window).ask(lambda chosen: actions.by_id[chosen.code].trigger())

    def open_keys(self) -> None:
        """Show the map of keys."""
        from cmapp.ui.dialogs.keys import Keys

        Keys(self._window.actions_, self._window).exec()

    def open_help(self) -> None:
        """Show the help, at the page that tells of what is on the screen."""
        from cmapp.ui.dialogs.help import OF_PANE, Help

        if self.help is None:
            self.help = Help(self._window)
            self.help.opened.connect(self._window.open_link)
        here = self._window.shown()
        self.help.show_page(OF_PANE.get(here, "start"))
        self.help.show()
        self.help.raise_()
        self.help.activateWindow()

    def open_settings(self) -> None:
        """Show the settings."""
        from cmapp.ui.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self._window.settings, self._window)
        dialog.hours_asked.connect(self.open_hours)
        dialog.exec()
        if dialog.changes:
            self.change_settings(**dialog.changes)
            self._window.look_around()
        if dialog.wanted == "writing_help":
            self.set_writing_help()
        elif dialog.wanted == "lock":
            self.set_lock()
        elif dialog.wanted == "words":
            self._window.looking.open_words()
        elif dialog.wanted == "retention":
            self._window.looking.open_retention()
        elif dialog.wanted == "privacy":
            self._window.looking.open_privacy()

    def lock(self) -> None:
        """Lock the window; where no passphrase is set, set one first."""
        if not self._window.locking.lock():
            self.set_lock()

    def set_lock(self) -> None:
        """Set the passphrase and when the window locks by itself."""
        from cmapp.ui.dialogs.lock import LockSetUp

        window = self._window
        if window.locking.path is None:
            return
        dialog = LockSetUp(window.locking.path, window.bridge, window)
        dialog.accepted.connect(window.locking.changed)
        dialog.open()

    def review_drafts(self) -> None:
        """Go through all drafts, one after the other."""
        from cmapp.ui.dialogs.review import ReviewDrafts

        window = self._window
        window.keep_everything()
        dialog = ReviewDrafts(window.desk, window.bridge, window.drafting, window)
        dialog.tell.connect(window.tell)
        dialog.finished.connect(lambda _: window.reviewed(dialog.gone))
        dialog.open()

    def writing_help(self) -> None:
        """Ask the writing help about the reply, or set it up where that was not done yet."""
        window = self._window
        if window.settings.help_url and window.settings.help_model and window.shown() == "inbox":
            window.pane("inbox").answering.help_write()
        else:
            self.set_writing_help()

    def set_writing_help(self) -> None:
        """Set the endpoint of the writing help."""
        from cmapp.ui.dialogs.writing_help import WritingHelpSetUp

        dialog = WritingHelpSetUp(self._window.desk, self._window.bridge, self._window)
        dialog.changed.connect(
            lambda found: self.change_settings(
                help_url=found["url"],
                help_model=found["model"],
                help_hide_names=found["hide_names"],
            )
        )
        dialog.open()

    def open_hours(self) -> None:
        """Show the office hours."""
        from cmapp.ui.dialogs.hours import HoursDialog

        window = self._window
        dialog = HoursDialog(
            window.desk, window.bridge, window, minutes=window.settings.first_response_minutes
        )
        if dialog.exec():
            window.tell(self.tr("The hours hold from now on; deadlines have moved with them."))
            window.look_around()

    def open_backups(self) -> None:
        """Show the backups."""
        from cmapp.ui.asking import Asking
        from cmapp.ui.dialogs.backups import Backups

        window = self._window
        window.keep_everything()  # what is being written comes along
        Backups(Asking(window.desk, window.bridge), window).open()

    def check_up(self) -> None:
        """Look at the profile and say what is well and what is not."""
        from cmapp.ui.dialogs.check_up import CheckUp

        window = self._window

        def looked() -> dict[str, Any]:
            try:
                return dict(window.desk.call("doctor"))
            except Trouble as trouble:
                if window.locking.path is None:
                    raise
                return looked_from_outside(Paths(window.locking.path.parent), trouble)

        CheckUp(looked, window.bridge, window).open()

    def open_about(self) -> None:
        """Say what this is."""
        from cmapp.ui.dialogs.about import About

        About(self._window).exec()
