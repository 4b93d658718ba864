"""The local SQLite store: all SQL lives here."""
