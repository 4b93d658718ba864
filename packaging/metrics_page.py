"""Write the help pages of the metrics from their definitions: `resources/help/*/metrics.md`.

python packaging/metrics_page.py          write them
python packaging/metrics_page.py check    tell which are not as the definitions have them
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cmapp.services import glossary  # noqa: E402 - found through the line above
from cmapp.services.wordbook import LANGUAGES  # noqa: E402


def main(check: bool) -> int:
    """Write or compare; returns the exit status."""
    stale = 0
    for language in LANGUAGES:
        path = ROOT / "resources" / "help" / language / "metrics.md"
        made = glossary.page(language)
        if path.is_file() and path.read_text("utf-8") == made:
            continue
        stale += 1
        sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if not check:
            path.write_text(made, encoding="utf-8")
    return int(check and stale > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] == ["check"]))
