"""cmapp: read, decide, draft and queue with no network; each reply goes out once."""

__version__ = "0.1.0"
