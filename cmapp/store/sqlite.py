"""The one import of the SQLite library: pysqlite3 where it has a wheel, the stdlib's elsewhere.

SQLite before 3.51.3 has a WAL-reset bug; pysqlite3 carries a newer library than most Pythons do.
Everything here works from 3.40.1 on, because one connection alone writes.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:
        import pysqlite3 as sqlite3
    except ImportError:  # no wheel for this system
        import sqlite3

Connection = sqlite3.Connection
Row = sqlite3.Row
Error = sqlite3.Error
IntegrityError = sqlite3.IntegrityError
DatabaseError = sqlite3.DatabaseError
OperationalError = sqlite3.OperationalError
connect = sqlite3.connect
complete_statement = sqlite3.complete_statement
VERSION: str = sqlite3.sqlite_version
LIBRARY = "pysqlite3" if "pysqlite3" in sys.modules else "stdlib"
