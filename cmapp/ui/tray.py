"""The tray icon and notifications; where the desktop has neither, the toast says it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from cmapp.ui import icons
from cmapp.ui.window import Window


class Tray(QObject):
    """Lives as long as its window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None
        window.news.connect(self._news)
        window.notices.said.connect(self._say)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon = QSystemTrayIcon(icons.app_icon(), self)
            self._icon.setToolTip("cmapp")
            menu = QMenu(window)
            for deed in ("inbox", "new", "flight", "panic", "quit"):
                menu.addAction(window.actions_.by_id[deed])
            self._menu = menu
            self._icon.setContextMenu(menu)
            self._icon.activated.connect(self._pressed)
            self._icon.messageClicked.connect(self._show)
            self._icon.show()

    def there(self) -> bool:
        """Tell whether there is a tray to close into."""
        return self._icon is not None and self._icon.isVisible()

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            if self._window.isVisible() and self._window.isActiveWindow():
                self._window.hide()
            else:
                self._show()

    def _show(self) -> None:
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _news(self, count: int) -> None:
        """Say that more wait; names and texts stay out of the desktop's notification history."""
        if not self._window.settings.notifications or self._window.isActiveWindow():
            return
        self._say(self.tr("%n more wait(s) for an answer", "", count), False)

    def _say(self, words: str, urgent: bool) -> None:
        if self._window.locking.locked:
            return
        if self._icon is not None and QSystemTrayIcon.supportsMessages():
            if urgent:
                warning = QSystemTrayIcon.MessageIcon.Warning
                self._icon.showMessage("cmapp", words, warning, 20_000)
            else:
                self._icon.showMessage("cmapp", words, icons.app_icon(), 6000)
        else:
            self._window.tell(words)
