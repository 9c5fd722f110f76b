"""Measure masking and print JSON.

    python -m benchmarks.masking --set all --norne PATH
    python -m benchmarks.masking --set set-a --rules-only
    python -m benchmarks.masking --set norne --norne PATH --encoder var/encoder
    python -m benchmarks.masking --write-docs --norne PATH --encoder var/encoder

NorNE is measured only where PATH is given. Nothing is asserted here: `docs/masking.md` has the
goals, the tests have the limits. Without `--encoder` none reads, wherever one lies. The tables of
`docs/masking.md` are without it; NorNE is measured once more with it, for the goals.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from benchmarks.masking import goals, measuring, misses, table
from benchmarks.masking.measuring import Told, Work
from benchmarks.masking.side_by_side import side_by_side
from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.spans import Context


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="benchmarks.masking", description=__doc__)
    parser.add_argument("--set", choices=[*measuring.SETS, "all"], default="all")
    parser.add_argument("--norne", type=Path, help="the folder that holds NorNE")
    parser.add_argument("--rules-only", action="store_true", help="without the trained model")
    parser.add_argument("--encoder", type=Path, help="the folder of the encoder that reads too")
    parser.add_argument("--misses", type=Path, help="write what was missed to this file")
    parser.add_argument("--as-table", action="store_true", help="for people, not programs")
    parser.add_argument("--write-docs", action="store_true", help="renew docs/masking.md")
    asked = parser.parse_args(arguments)
    if asked.set == "norne" and asked.norne is None:
        parser.error("--set norne needs --norne PATH")
    reads_along = "" if asked.write_docs else asked.encoder or ""
    os.environ[folder.SETTING] = str(reads_along)
    work = Work(Context(tagger=not asked.rules_only), asked.norne)
    found = measuring.measured(asked.set, work)
    if asked.misses:
        asked.misses.write_text(misses.told(work.judged), encoding="utf-8")
    if asked.write_docs:
        found |= _beside(asked.norne, asked.encoder) if asked.norne else {}
        table.write(found)
    if asked.as_table:
        print(table.markdown(found))
        return 0
    how = {"rules_only": asked.rules_only, "encoder": bool(reads_along)}
    print(json.dumps({**how, "sets": found}, indent=2))
    return 0


def _beside(norne: Path, encoder: Path | None) -> dict[str, Told]:
    """What only the document tells: ours beside others, and NorNE with the encoder."""
    told: dict[str, Told] = {"side by side": side_by_side(norne)}
    if encoder:
        told[goals.WITH_ENCODER] = _in_a_process_of_its_own(norne, encoder)
    return told


def _in_a_process_of_its_own(norne: Path, encoder: Path) -> Told:
    """NorNE with the encoder, which is chosen when a process starts."""
    asked = ["--set", "norne", "--norne", norne, "--encoder", encoder]
    answer = subprocess.run(
        [sys.executable, "-m", "benchmarks.masking", *asked],
        check=True,
        capture_output=True,
        text=True,
    )
    told: Told = json.loads(answer.stdout)["sets"]["norne"]
    return told


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
