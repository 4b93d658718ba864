"""How long whoever writes waits while somebody of whom there is much is erased (P20).

    python -m tests.bench.erasing [PROFILE FOLDER] [ITEMS]

Erases the person with about ITEMS interactions in a copy of the folder (of the bulk profile if none
is said), beside somebody who writes every 20 ms, as the window and sending do. Prints one JSON
line: seconds by step, and the longest wait in each.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from cmapp.services.engine import Engine
from cmapp.store.database import Store
from cmapp.system import failpoint
from cmapp.system.paths import Paths
from tests.bench import bulk


def measure(given: Path, items: int) -> dict[str, Any]:
    """Erase, and return what was measured."""
    with tempfile.TemporaryDirectory(dir=given.parent) as folder:
        paths = Paths(Path(folder) / "profile")
        paths.root.mkdir(mode=0o700)
        shutil.copyfile(given / "cmapp.sqlite3", paths.database)
        Store.open(paths.database, aside=False).close()
        engine = Engine.open(paths)
        desk = engine.desk
        try:
            person, n = desk.store.read(
                lambda db: db.execute(
                    """SELECT actor_id, count(*) AS n FROM interactions i
                       WHERE NOT EXISTS (SELECT 1 FROM profiles p JOIN accounts a
                         ON a.realm = p.realm AND a.remote_id = p.remote_id WHERE p.id = i.actor_id)
                       GROUP BY 1 ORDER BY abs(count(*) - ?) LIMIT 1""",
                    (items,),
                ).fetchone()
            )
            step, over = "ahead", threading.Event()
            waits: dict[str, float] = {}

            def writes() -> None:
                while not over.wait(0.02):
                    begun = step
                    at = time.monotonic()
                    desk.store.write(lambda tx: tx.touch("people"))
                    waits[begun] = max(waits.get(begun, 0.0), time.monotonic() - at)

            spent: dict[str, float] = {}
            last = time.monotonic()

            def reached(name: str) -> None:
                nonlocal step, last
                now = time.monotonic()
                spent[name] = spent.get(name, 0.0) + now - last
                step, last = f"after {name}", now

            beside = threading.Thread(target=writes)
            old, failpoint.reached = failpoint.reached, reached
            beside.start()
            began = time.monotonic()
            try:
                done = engine.call("privacy.erase", person=str(person))["erasure"]
            finally:
                failpoint.reached = old
                over.set()
                beside.join()
            proof = {k: done["proof"][k] for k in ("found", "in_indexes", "bytes", "forms")}
            return {
                "items": n,
                "posts": done["counts"]["posts"],
                "seconds": round(time.monotonic() - began, 1),
                "steps": {k: round(v, 2) for k, v in spent.items() if k.startswith("erase.")},
                "longest_wait": {k: round(v, 2) for k, v in waits.items()},
                **proof,
            }
        finally:
            engine.close()


if __name__ == "__main__":
    where = Path(sys.argv[1]) if len(sys.argv) > 1 else bulk.profile(bulk.SIZE)
    print(json.dumps(measure(where, int(sys.argv[2]) if len(sys.argv) > 2 else 1889)), flush=True)
