"""Measure, and print the table of the README.

    python -m tests.bench                  all, on 200,000 interactions
    python -m tests.bench T6 T7            some
    python -m tests.bench search-proof     recall and precision of search (see proof.py)
    python -m tests.bench --size 1000000   on more (made once, kept in the cache)

Every figure stands beside a floor from the same run; the ratio is what counts. On a machine that
others use as well, processor time is the truer one.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
from collections.abc import Callable, Iterator

from tests.bench import (
    answering,
    calendar,
    charting,
    data,
    deadlines,
    ingest,
    proof,
    reconnect,
    searching,
    summing,
    window,
)
from tests.bench.table import Measure, markdown

BENCHES: dict[str, Callable[[int], Iterator[Measure]]] = {
    "T1-T3": window.measure,
    "T4": window.stalls,
    "T5 T8": window.presses,
    "T6": ingest.measure,
    "T7": searching.measure,
    "T9": charting.measure,
    "T10": summing.measure,
    "T11": reconnect.measure,
    "H1": deadlines.measure,
    "A1": answering.measure,
    "C1": calendar.measure,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("which", nargs="*", help=", ".join(BENCHES))
    parser.add_argument("--size", type=int, default=data.SIZE)
    args = parser.parse_args()
    if "search-proof" in args.which:
        return proof.main(args.size)
    wanted = {w.upper() for w in args.which}
    if not wanted or wanted - {"C1", "T9", "T10", "T11"}:  # these have profiles of their own
        data.profile(args.size)
    measures: list[Measure] = []
    for name, bench in BENCHES.items():
        if wanted and wanted.isdisjoint(re.findall(r"[A-Z]\d+", name)):
            continue
        if bench.__module__.endswith(("window", "calendar", "charting")) and not shutil.which(
            "Xvfb"
        ):
            print(f"{name}: left out, there is no Xvfb", file=sys.stderr)
            continue
        for measure in bench(args.size):
            measures.append(measure)
            print(markdown([measure]).splitlines()[-1], file=sys.stderr, flush=True)
    print(markdown(measures))
    for note in dict.fromkeys(f"{m.code}: {m.note}" for m in measures):
        print(f"\n{note}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
