"""The steps of connectors/README.md work: they are followed to the letter in a copy of the tree."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.contract.quality import ROOT

README = ROOT / "cmapp" / "connectors" / "README.md"
BLOCK = re.compile(r"^`([\w./]+)`[^\n]*\n\n```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
DONE = re.compile(r"^```toml\n(done = \[.*?\])\n```", re.MULTILINE | re.DOTALL)
COPIED = (
    "pyproject.toml",
    "cmapp/__init__.py",
    "cmapp/domain",
    "cmapp/system",
    "cmapp/connectors",
    "cmapp/platforms/__init__.py",
    "cmapp/platforms/demo",
    "tests/conftest.py",
    "tests/support",
    "tests/contract/conftest.py",
    "tests/contract/world.py",
    "tests/contract/quality.py",
    "tests/contract/test_connector.py",
    "tests/contract/test_quality.py",
    "tests/contract/platforms/demo",
    "resources/demo",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Copy what a platform stands on."""
    for name in COPIED:
        source, target = ROOT / name, tmp_path / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    return tmp_path


@pytest.mark.e2e
def test_who_follows_the_readme_has_a_platform_that_keeps_its_rules(tree: Path) -> None:
    readme = README.read_text("utf-8")
    blocks = dict(BLOCK.findall(readme))
    done = DONE.search(readme)
    assert done and len(blocks) == 5, list(blocks)
    for name, text in blocks.items():
        for language in ("en", "zh_CN", "zh_TW") if "/help/en/" in name else ("en",):
            file = tree / name.replace("/en/", f"/{language}/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
    line = '    "pond": "cmapp.platforms.pond:Pond",\n'
    registry = tree / "cmapp" / "connectors" / "registry.py"
    registry.write_text(registry.read_text("utf-8").replace('    "demo"', f'{line}    "demo"'))
    blank = run(tree, "-m", "tests.contract.quality", "pond").stdout
    names = re.findall(r'"(\w+)"', done.group(1))
    todo = [x for x in blank.splitlines() if x.partition(" =")[0] not in names]
    answers = "\n".join(todo).replace("done = [\n]", done.group(1))
    (tree / "cmapp/platforms/pond/quality.toml").write_text(answers, "utf-8")

    tried = run(
        tree, "-m", "pytest", "tests/contract", "-k", "pond", "-q", "-p", "no:cacheprovider"
    )
    assert tried.returncode == 0, tried.stdout[-4000:]
    passed = re.search(r"(\d+) passed", tried.stdout)
    assert passed and int(passed.group(1)) >= len(names) + 2
    assert "not tried yet on this platform" in tried.stdout
    for gate in (
        ("ruff", "check", "cmapp/platforms/pond"),
        ("ruff", "format", "--check", "cmapp/platforms/pond"),
        ("mypy", "--strict", "-p", "cmapp.platforms.pond"),
    ):
        judged = run(tree, "-m", *gate)
        assert judged.returncode == 0, judged.stdout + judged.stderr


def run(tree: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=tree, capture_output=True, text=True, check=False, timeout=800
    )
