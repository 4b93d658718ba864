"""Nothing that people wrote and no secret gets into the log (P19)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.domain.errors import Rejected
from cmapp.system import crash, log

CANARY = "canary-9d1f0a"
logger = logging.getLogger("cmapp.test")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    undo = log.set_up(tmp_path / "log", "engine", debug=True)
    yield tmp_path / "log"
    undo()


def written(folder: Path) -> str:
    return "".join(path.read_text("utf-8") for path in folder.iterdir())


def test_codes_ids_and_counts_are_kept(folder: Path) -> None:
    row = "3f0c8a52-1d2e-4b6f-9a7c-5e8d1b2c3d4f"
    logger.info("row %s of %s: %s, %d bytes", row, "ab12cd34", "uncertain", 1234)
    assert f"row {row} of ab12cd34: uncertain, 1234 bytes" in written(folder)
    assert f"row {row}" in log.recent()[-1]


@pytest.mark.parametrize("text", ["我要退款", "I want my money back", "x" * 500])
def test_what_people_wrote_is_replaced_by_its_length(folder: Path, text: str) -> None:
    logger.warning("post %s", text)
    logger.warning("post %(text)s", {"text": text})
    logger.warning("posts %s", [text])
    assert text not in written(folder)
    assert f"[{len(text)} characters]" in written(folder)


@pytest.mark.parametrize(
    "line",
    [
        f"Authorization: Bearer {CANARY}",
        f"bearer {CANARY}",
        f'{{"access_token": "{CANARY}"}}',
        f"password={CANARY}",
        f"https://x.example/callback?code={CANARY}&x=1",
        f"https://x.example/a?x=1&whatever={CANARY}",
        f"mail {CANARY}@example.com",
        f"eyJhbGciOi{CANARY}.eyJzdWIi.c2ln",
        f"key {'k' * 40}{CANARY}",
    ],
)
def test_what_looks_like_a_secret_is_redacted(folder: Path, line: str) -> None:
    logger.error(line)
    assert CANARY not in written(folder)
    assert CANARY not in "".join(log.recent())


def test_an_app_password_is_redacted() -> None:
    assert log.redact("with pf3f-nwmm-xs7a-s7sq today") == "with [redacted] today"


def test_a_known_secret_is_hidden_whatever_it_looks_like(folder: Path) -> None:
    log.hide("tiny.secret")
    logger.error("a tiny.secret b")
    assert "tiny.secret" not in written(folder)


def test_of_an_exception_the_kind_and_the_places_are_kept(folder: Path) -> None:
    try:
        try:
            raise ValueError(f"cannot parse 我要退款 {CANARY}")
        except ValueError:
            raise Rejected("bad_url", said="我要退款") from None
    except Rejected:
        logger.exception("in row %s", 7)
    text = written(folder)
    assert "Rejected(bad_url)" in text
    assert "test_log.py" in text
    assert "退款" not in text
    assert CANARY not in text


def test_a_cause_is_named_without_its_words(folder: Path) -> None:
    try:
        try:
            raise KeyError(CANARY)
        except KeyError as error:
            raise RuntimeError(CANARY) from error
    except RuntimeError:
        logger.exception("oops")
    assert "KeyError" in written(folder)
    assert CANARY not in written(folder)


def test_an_uncaught_exception_of_a_thread_is_in_the_log(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def work() -> None:
        raise ValueError(CANARY)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert "uncaught" in written(folder)
    assert CANARY not in written(folder) + capsys.readouterr().err


def test_the_log_is_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for handler in logging.getLogger().handlers:
        if isinstance(handler, logging.handlers.RotatingFileHandler):
            monkeypatch.setattr(handler, "maxBytes", 2_000)
    for number in range(500):
        logger.info("line %d", number)
    files = sorted(folder.iterdir())
    assert len(files) == log.FILES
    assert all(path.stat().st_size <= 2_000 for path in files)
    assert len(log.recent()) == log.LAST_LINES
    assert log.recent()[-1].endswith("line 499")


def test_what_an_exception_says_is_kept_nowhere(folder: Path) -> None:
    """Servers echo tokens and texts into errors; a report of a crash is made of the same places."""
    words = f"{CANARY} said: 我要退款"
    try:
        try:
            raise ValueError(words)
        except ValueError as inner:
            raise Rejected(field="text", reason=CANARY, said=words) from inner
    except Rejected as error:
        logger.exception("went wrong: %s", error)
        logger.error("went wrong: %s", ValueError(words), exc_info=True)
        whole = crash.report(error, part="window")
    kept = written(folder) + whole + "".join(log.recent())
    assert CANARY not in kept and "退款" not in kept
    assert "ValueError" in kept and "Rejected(rejected)" in kept


@pytest.mark.parametrize(
    "evil", ["\x1b[2J", "a\x9b31m", "x\rINFO", "x\nINFO cmapp: all is well", "a\x00b"]
)
def test_a_line_of_the_log_is_one_line_that_no_terminal_obeys(folder: Path, evil: str) -> None:
    logger.warning("host %s", evil)
    assert evil not in written(folder)
    assert f"[{len(evil)} characters]" in written(folder)
