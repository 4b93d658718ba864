"""One window per profile: a second start raises the first."""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import QCryptographicHash, QDir, QObject, QTimer, Signal

from cmapp.system.paths import Paths


class OneInstance(QObject):
    """A second start of the same profile raises the first window. The socket takes nothing else.

    QtNetwork is loaded after the first paint, unless there is a sign of another window (T1).
    """

    asked = Signal()
    other_came_first = Signal()
    """Two windows were started at the same moment, and this one was the later."""

    def __init__(self, paths: Paths) -> None:
        super().__init__()
        # Qt's own: hashlib loads OpenSSL
        name = QCryptographicHash.hash(
            str(paths.root).encode(), QCryptographicHash.Algorithm.Blake2b_160
        )
        self._name = "cmapp-" + bytes(name.data()).hex()[:16]
        self._server: Any = None
        self._fresh = False

    def other_is_raised(self, *, serve: bool = True) -> bool:
        """Raise the window of another process, if there is one; else become the one.

        Without `serve` the caller calls `serve` once there is time for it.
        """
        # where Qt puts the socket on Unix; a pipe of Windows leaves no such sign
        self._fresh = os.name == "posix" and not os.path.lexists(
            os.path.join(QDir.tempPath(), self._name)
        )
        if not self._fresh and self._raised():
            return True
        if serve:
            QTimer.singleShot(0, self.serve)
        return False

    def _raised(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        line = QLocalSocket()
        line.connectToServer(self._name)
        if not line.waitForConnected(200):
            return False
        line.write(b"raise")
        line.waitForBytesWritten(200)
        line.disconnectFromServer()
        return True

    def serve(self) -> None:
        """Listen for other starts of this profile, once."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        if self._fresh and self._raised():
            self.other_came_first.emit()
            return
        QLocalServer.removeServer(self._name)  # what a window that was killed left
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        self._server.listen(self._name)

    def _asked(self) -> None:
        while (line := self._server.nextPendingConnection()) is not None:
            line.disconnected.connect(line.deleteLater)
            self.asked.emit()
