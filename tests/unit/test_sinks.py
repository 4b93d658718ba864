"""No other place takes what strangers wrote: each sink of Qt has its gate, held by the syntax tree.

`tests.fire.content` shows what happens at the sinks that there are; this one sees to it that
none is added beside them. Each rule is tried on a line that breaks it, too.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator

import pytest

from tests.support.own_code import trees


def named(node: ast.AST) -> str:
    """The last name of what is called or read: `a.b.c` → `c`."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield named(node.func), node


def ours(node: ast.expr) -> bool:
    """Whether an expression can hold our own words alone: literals, translations, `tip(…)`."""
    match node:
        case ast.Constant():
            return True
        case ast.IfExp():
            return ours(node.body) and ours(node.orelse)
        case ast.Call() if named(node.func) in ("tip", "replace"):
            return True
        case ast.Call() if named(node.func) in ("tr", "translate"):
            return all(isinstance(part, ast.Constant) for part in node.args)
        case _:
            return False


# names of Qt and Python → the only files that may say them
NAMES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        (
            # markup out of texts
            "setHtml", "insertHtml", "appendHtml", "fromHtml", "toHtml", "RichText", "AutoText",
            "MarkdownText", "fromMarkdown", "insertMarkdown", "QStaticText", "TextItem",
            "LabelItem", "QWebEngineView", "QQuickView", "QQuickWidget", "QQmlApplicationEngine",
            "QErrorMessage", "QInputDialog", "QProgressDialog", "setWhatsThis", "setStatusTip",
            "QWhatsThis", "setOpenExternalLinks_", "setMimeData",
            # ways out, and decoders that choose for themselves
            "webbrowser", "startfile", "QMovie", "QSvgWidget", "QMediaPlayer",
            "QVideoWidget", "QPictureIO", "setUrlHandler", "QFileIconProvider",
        ),
        (),
    ),
    "setMarkdown": ("ui/dialogs/help.py",),
    "QTextBrowser": ("ui/dialogs/help.py",),
    "QTextEdit": (
        "ui/dialogs/help.py", "ui/dialogs/history.py", "ui/actions.py",
        "ui/writing/post_editor.py",
    ),
    "QDesktopServices": ("ui/links.py",),
    "QSvgRenderer": ("ui/icons.py",),
    "showMessage": ("ui/tray.py",),
    "loadFromData": (),
    "fromData": ("ui/thumbs.py",),
    "QImageReader": ("ui/thumbs.py",),
    "QDrag": (),
    "QLabel": (
        "ui/widgets/label.py", "ui/widgets/text_block.py",
        # pictures of ours, no words
        "ui/dialogs/about.py", "ui/insights/report_builder.py",
    ),
    "QMessageBox": (),
}  # fmt: skip
# painted by us, with what an ampersand means in mind
BUTTONS = {
    "QPushButton", "QCheckBox", "QRadioButton", "QToolButton", "QAbstractButton", "QGroupBox",
    "QCommandLinkButton",
}  # fmt: skip
PLAIN_BUTTONS = {"Keyless", "Button", "Switch", "FigureTile", "_Key"}
"""Classes of buttons whose words are never a stranger's, and the gates themselves."""


def stray_names(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        name = ""
        if isinstance(node, ast.Name | ast.Attribute):
            name = named(node)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            for alias in node.names:
                if path not in NAMES.get(alias.name, (path,)):
                    yield f"{path}:{node.lineno} {alias.name}"
        if path not in NAMES.get(name, (path,)):
            yield f"{path}:{node.lineno} {name}"  # type: ignore[attr-defined]


def foreign_tips(path: str, tree: ast.Module) -> Iterator[str]:
    for name, call in calls(tree):
        spot = {"setToolTip": 0, "showText": 1}.get(name)
        if spot is not None and len(call.args) > spot:
            word = call.args[-1] if name == "setToolTip" else call.args[spot]
            if not ours(word):
                yield f"{path}:{call.lineno} {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            inside = {named(one) for one in ast.walk(node)}
            if "ToolTipRole" in inside and "tip" not in inside:
                yield f"{path}:{node.lineno} ToolTipRole"


def bare_boxes(path: str, tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            made = [call for name, call in calls(node) if name == "QMessageBox"]
            if made and not any(name == "setTextFormat" for name, _ in calls(node)):
                yield f"{path}:{node.lineno} QMessageBox"
    for name, call in calls(tree):
        if name in ("warning", "information", "question", "critical", "about"):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else call.func
            if named(owner) == "QMessageBox":
                yield f"{path}:{call.lineno} QMessageBox.{name}"


def bare_buttons(path: str, tree: ast.Module) -> Iterator[str]:
    for name, call in calls(tree):
        if name in BUTTONS:
            yield f"{path}:{call.lineno} {name}()"
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            bases = {named(base) for base in node.bases}
            if bases & BUTTONS and "Keyless" not in bases and node.name not in PLAIN_BUTTONS:
                yield f"{path}:{node.lineno} {node.name}"


def labels(path: str, tree: ast.Module) -> Iterator[str]:
    """A QLabel of our own sets its format where it is made; a bare one gets no words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and "QLabel" in {named(b) for b in node.bases}:
            formats = [named(call.args[0]) for name, call in calls(node) if name == "setTextFormat"]
            if formats != ["PlainText"]:
                yield f"{path}:{node.lineno} {node.name}"
    for name, call in calls(tree):
        words = call.args[0] if call.args else None
        if name == "QLabel" and (
            isinstance(words, ast.Constant | ast.JoinedStr)
            or named(getattr(words, "func", ast.Pass())) in ("tr", "translate")
            or len(call.args) > 1
        ):
            yield f"{path}:{call.lineno} QLabel(words)"


def menus(path: str, tree: ast.Module) -> Iterator[str]:
    """Actions carry words of ours: an ampersand is a key there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and named(node.func) in ("addMenu", "addTab", "addSection"):
            if not all(ours(a) for a in node.args if not isinstance(a, ast.Name | ast.Attribute)):
                yield f"{path}:{node.lineno} {named(node.func)}"


def open_browsers(path: str, tree: ast.Module) -> Iterator[str]:
    """A QTextBrowser opens nothing, and loads an empty picture: None would not block files."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and "QTextBrowser" in {named(b) for b in node.bases}:
            shut = {
                name: named(call.args[0]) or getattr(call.args[0], "value", None)
                for name, call in calls(node)
                if name in ("setOpenLinks", "setOpenExternalLinks")
            }
            loads = [
                [named(r.value.func) for r in ast.walk(part)
                 if isinstance(r, ast.Return) and isinstance(r.value, ast.Call)]
                for part in node.body
                if isinstance(part, ast.FunctionDef) and part.name == "loadResource"
            ]  # fmt: skip
            good = shut == {"setOpenLinks": False, "setOpenExternalLinks": False}
            if not good or loads != [["QImage"]]:
                yield f"{path}:{node.lineno} {node.name}"


def chosen_formats(path: str, tree: ast.Module) -> Iterator[str]:
    """What Qt decodes has its format said, so that it never looks for one itself."""
    for name, call in calls(tree):
        if name in ("fromData", "loadFromData") and len(call.args) < 2:
            yield f"{path}:{call.lineno} {name}"
        if name in ("QPixmap", "QImage", "QIcon") and call.args:
            if isinstance(call.args[0], ast.Constant | ast.JoinedStr) and isinstance(
                getattr(call.args[0], "value", ""), str
            ):
                yield f"{path}:{call.lineno} {name}(path)"


def bare_prints(path: str, tree: ast.Module) -> Iterator[str]:
    """The command line prints through `run.say`, which shows what a terminal would obey."""
    if not path.startswith("cli/") or path == "cli/run.py":
        return
    for name, call in calls(tree):
        if name in ("print", "secho") or (name == "echo" and path != "cli/replies.py"):
            yield f"{path}:{call.lineno} {name}"


RULES: list[tuple[Callable[[str, ast.Module], Iterator[str]], str]] = [
    (stray_names, "view.setHtml(row.text)"),
    (stray_names, "from PySide6.QtGui import QDesktopServices"),
    (stray_names, "import webbrowser"),
    (stray_names, "reader = QImageReader(path)"),
    (stray_names, "label = QLabel(row.name)"),
    (foreign_tips, "cell.setToolTip(row.name)"),
    (foreign_tips, "cell.setToolTip(self.tr('x {name}').format(name=row.name))"),
    (foreign_tips, "QToolTip.showText(spot, row.name, self)"),
    (foreign_tips, "def data(self, role):\n  if role == Qt.ToolTipRole: return self.name"),
    (bare_boxes, "def ask(self):\n  box = QMessageBox(self)\n  box.setText(row.name)"),
    (bare_boxes, "QMessageBox.warning(self, 'x', row.name)"),
    (bare_buttons, "QPushButton(row.name)"),
    (bare_buttons, "class Name(QAbstractButton): pass"),
    (labels, "class Name(QLabel): pass"),
    (labels, "class Name(QLabel):\n  def go(self): self.setTextFormat(Qt.TextFormat.AutoText)"),
    (menus, "tabs.addTab(f'{row.name}')"),
    (open_browsers, "class Page(QTextBrowser): pass"),
    (
        open_browsers,
        "class Page(QTextBrowser):\n  def __init__(self):\n    self.setOpenLinks(False)\n"
        "    self.setOpenExternalLinks(False)\n  def loadResource(self, a, b): return None",
    ),
    (chosen_formats, "QImage.fromData(data)"),
    (chosen_formats, "QPixmap('a.png')"),
    (bare_prints, "print(row.name)"),
]


@pytest.mark.parametrize("rule", dict.fromkeys(rule for rule, _ in RULES), ids=lambda r: r.__name__)
def test_no_sink_beside_the_gates(rule: Callable[[str, ast.Module], Iterator[str]]) -> None:
    found = [line for path, tree in trees().items() for line in rule(path, tree)]
    assert found == []


@pytest.mark.parametrize(("rule", "line"), RULES, ids=range(len(RULES)))
def test_the_rule_sees_a_line_that_breaks_it(
    rule: Callable[[str, ast.Module], Iterator[str]], line: str
) -> None:
    path = "cli/planted.py" if rule is bare_prints else "ui/planted.py"
    assert list(rule(path, ast.parse(line)))
