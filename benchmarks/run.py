"""Measure and print JSON. Nothing is asserted here: figures are for people to compare.

    make bench
    python benchmarks/run.py --runs 9 --only overview
    python benchmarks/run.py --only masking --norne PATH

A measure prepares what it needs, then returns the callable whose time counts; one that returns
seconds has taken the time itself. Everything happens in an installation of its own that is gone
afterwards. Results worth keeping lie in `results/`. What masking finds is told beside the seconds;
on NorNE, and beside others, only where somebody says where NorNE lies.
"""

import argparse
import json
import os
import platform
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import installation

Measure = Callable[[], Callable[[], object]]


def measures() -> dict[str, Measure]:
    """Name to measure; the name says what and how many, "open board, 600 statements"."""
    from benchmarks import (
        commands,
        leaving,
        library,
        life_story,
        overview,
        pages,
        reports,
        slow_network,
        whole_stories,
    )

    # First, in a house that holds what they have made and nothing else.
    growing = {
        name: measure
        for number in whole_stories.SIZES
        for look in (life_story, overview)
        for name, measure in look.measures(number).items()
    }
    return {
        **growing,
        **pages.MEASURES,
        **commands.MEASURES,
        **leaving.MEASURES,
        **slow_network.MEASURES,
        **reports.MEASURES,
        **library.MEASURES,
    }


def machine() -> dict[str, object]:
    """What the figures were measured on, without its name."""
    return {
        "python": platform.python_version(),
        "django": django.__version__,
        "sqlite": sqlite3.sqlite_version,
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }


def seconds_of(work: Callable[[], object], runs: int) -> dict[str, object]:
    """Run once to warm up, then measure each run by itself.

    The seconds of the processor are told too, those of commands included: they differ little on a
    machine that has other things to do. So is how often this process asks the database.
    """
    queries = queries_of(work)
    taken, computed = [], []
    for _run in range(runs):
        begun, used = time.perf_counter(), processor_seconds()
        told = work()
        taken.append(told if isinstance(told, float) else time.perf_counter() - begun)
        computed.append(processor_seconds() - used)
    return {
        "median_seconds": round(statistics.median(taken), 4),
        "fastest_seconds": round(min(taken), 4),
        "slowest_seconds": round(max(taken), 4),
        "median_processor_seconds": round(statistics.median(computed), 4),
        "queries": queries,
        "runs": runs,
    }


def queries_of(work: Callable[[], object]) -> int:
    """How many queries it takes, those of commands not included."""
    from django.db import connection

    asked = []

    def counting(execute: Callable[..., object], *query: object) -> object:
        asked.append(1)
        return execute(*query)

    with connection.execute_wrapper(counting):
        work()
    return len(asked)


def processor_seconds() -> float:
    """What this process and its ended children have used so far."""
    children = os.times()
    return time.process_time() + children.children_user + children.children_system


def masking(where: Path | None) -> dict[str, object]:
    """What masking finds in the sets of the repository, and on NorNE if it is there."""
    from benchmarks.masking import side_by_side
    from benchmarks.masking.measuring import Work, measured
    from brukerstemmen.masking.encoder import folder
    from brukerstemmen.masking.spans import Context

    os.environ[folder.SETTING] = ""  # what is shipped; with the encoder is told side by side

    found: dict[str, object] = {**measured("all", Work(Context(tagger=True), where))}
    if where is not None:
        found["side by side"] = side_by_side.side_by_side(where)
    return found


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="measures whose name holds this")
    parser.add_argument("--norne", type=Path, help="the folder that holds NorNE")
    asked = parser.parse_args(arguments)
    measured_on = machine()  # before the measuring itself makes it busy
    installation.open_one()
    found = {}
    for name, measure in measures().items():
        if asked.only in name:
            print(name, file=sys.stderr)
            found[name] = seconds_of(measure(), asked.runs)
    told = {"masking": masking(asked.norne)} if asked.only in "masking" else {}
    when = date.today().isoformat()  # noqa: DTZ011 the day here, for a person to read
    print(json.dumps({"on": when, "machine": measured_on, "measures": found, **told}, indent=2))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
