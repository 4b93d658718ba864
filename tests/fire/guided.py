"""Bytes that a tracer of branches thinks up, through every parser of what strangers say (P15).

    python -m tests.fire.guided [--seconds N | --tries N] [--seed N]

Atheris drives: it keeps what reaches a branch of ours for the first time, and changes that further.
Where Python has no wheel of it the run says so and ends well. Each parser may raise Trouble (or
`Unreadable`), nothing else. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import json
import logging
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
REAL = 40
"""Of so many recorded answers each run begins, too: of more it would first read for minutes."""


def child(bound: str, seed: int, corpus: str, broken: bool) -> None:
    """Be the process that is driven; ends by itself at `bound` (an option of the tracer's)."""
    import atheris

    with atheris.instrument_imports(
        include=["cmapp.platforms", "cmapp.connectors", "cmapp.system"]
    ):
        from cmapp.connectors import plain
        from cmapp.platforms.bluesky import facets
        from cmapp.system import address, payload, rates
        from tests.fire import payloads
    from cmapp.domain.errors import Trouble
    from cmapp.system.http import Answer

    logging.disable(logging.CRITICAL)
    kinds = payloads.kinds()
    tally = payloads.Tally()

    def one(data: bytes) -> None:
        if not data:
            return
        which, body = data[0], data[1:]
        text = body.decode("utf-8", "replace")
        with contextlib.suppress(Trouble, payload.Unreadable):
            match which % 10:
                case 0:
                    plain.from_html(text, mentions={text[:9]: text[9:]})
                case 1:
                    plain.clean(text)
                    plain.line(text)
                case 2:
                    facets.facets(text, lambda handle: "did:plc:x")
                    facets.handles(text)
                case 3:
                    headers = {"retry-after": text, "date": text[::-1], "ratelimit-reset": text}
                    rates.retry_after(headers, 0)
                    rates._reset(headers, 0)
                case 4:
                    address.normal(text)
                    address.origin(text)
                case 5:
                    Answer(200, {"link": text}, b"").links  # noqa: B018
                case _:
                    kind = kinds[which % len(kinds)]
                    payloads.judge(kind, body, tally)
                    if tally.wrong:
                        raise AssertionError(tally.wrong[0])
        if broken and b"[[" in body:
            raise ValueError("the control")

    arguments = [
        sys.argv[0], bound, f"-seed={seed}", "-max_len=4096", "-timeout=20",
        f"-artifact_prefix={corpus}/", "-print_final_stats=1", corpus,
    ]  # fmt: skip
    atheris.Setup(arguments, one)
    atheris.Fuzz()


def seeds(folder: Path) -> None:
    """Write what to begin from: good answers, recorded ones among them, and small languages."""
    from tests.fire import payloads, recorded

    kinds = payloads.kinds()
    numbers = {
        kinds[first % len(kinds)].name: first for first in reversed(range(256)) if first % 10 >= 6
    }
    good = [(kind.name, kind.good) for kind in kinds if kind.name in numbers]
    real = [(n, one) for n, one in recorded.seeds() if n in numbers]
    random.Random(1).shuffle(real)
    for number, (name, one) in enumerate([*good, *real[:REAL]]):
        body = payloads.written(one).encode()
        (folder / f"json{number}").write_bytes(bytes([numbers[name]]) + body)
    small = ("<p>a <a href='https://x.example' class='mention'>@b</a><br></p>", "a\u202eb\u200dc",
             "@bob.test #tag https://x.example/a?b", "Fri, 31 Dec 2026 23:59:59 GMT",
             "https://[::1]:443/a?b#c", '<https://x.example/?max_id=1>; rel="next"')  # fmt: skip
    for number, text in enumerate(small):
        (folder / f"text{number}").write_bytes(bytes([number]) + text.encode())


def driven(seed: int, *, tries: int = 0, seconds: int = 0, broken: bool = False) -> tuple[int, str]:
    """Run the process; return how many inputs it tried, and what it fell over ("" for nothing).

    With `tries` the same seed thinks up the same inputs on a fast machine and on a slow one.
    """
    bound = f"-runs={tries}" if tries else f"-max_total_time={seconds}"
    with tempfile.TemporaryDirectory() as place:
        seeds(Path(place))
        command = [sys.executable, "-m", "tests.fire.guided", "--child", place,
                   f"--bound={bound}", "--seed", str(seed)]  # fmt: skip
        command += ["--broken"] if broken else []
        done = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, check=False,
            timeout=(seconds or tries / 50) + 120,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0"},
        )  # fmt: skip
    lines = done.stderr.splitlines()
    tried = [line for line in lines if "number_of_executed_units" in line]
    runs = int(tried[-1].rpartition(" ")[2]) if tried else 0
    # what Python fell over stands in stdout, what the tracer itself did in stderr
    said = [*done.stdout.splitlines(), *lines]
    trouble = [line for line in said if "Error" in line or "ALARM" in line]
    return runs, "" if done.returncode == 0 else "; ".join(trouble[:4]) or done.stderr[-500:]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--tries", type=int, default=0)
    parser.add_argument("--seed", type=int, default=random.randrange(1, 1 << 30))
    parser.add_argument("--child", default="", help=argparse.SUPPRESS)
    parser.add_argument("--bound", default="", help=argparse.SUPPRESS)
    parser.add_argument("--broken", action="store_true", help=argparse.SUPPRESS)
    given = parser.parse_args()
    told: dict[str, Any] = {"promise": "P15", "runs": 0, "violations": 0, "seed": given.seed}
    if importlib.util.find_spec("atheris") is None:
        print(json.dumps({**told, "skipped": "no atheris for this Python"}))
        return 0
    if given.child:
        child(given.bound, given.seed, given.child, given.broken)
        return 0
    runs, fell = driven(given.seed, tries=given.tries, seconds=given.seconds)
    _, blind = driven(given.seed, seconds=10, broken=True)
    if fell:
        print(fell)
    told |= {"runs": runs, "violations": int(bool(fell)), "control": "seen" if blind else "BLIND"}
    print(json.dumps({**told, "seconds": given.seconds}))
    return 1 if fell or not blind or not runs else 0


if __name__ == "__main__":
    sys.exit(main())
