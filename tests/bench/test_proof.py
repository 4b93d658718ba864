"""On real sentences, edited and deleted too, search is exact; the large run is `search-proof`."""

from __future__ import annotations

from pathlib import Path

from tests.bench import proof
from tests.conftest import unavailable
from tests.support import reviews


def test_chinese_is_found_exactly_in_real_sentences(tmp_path: Path) -> None:
    folder = reviews.folder()
    if not folder.is_dir():
        unavailable("the sentences are not there: python -m tests.support.reviews fetches them")
    sentences = reviews.sentences(folder)
    found = proof.real(sentences[:: len(sentences) // 10_000], tmp_path, per_length=80)
    assert [p.length for p in found] == [1, 2, 3, 4]
    assert all(p.exact for p in found), "\n".join(map(str, found))
    assert all(p.hits > 50 for p in found)
