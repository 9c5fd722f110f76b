"""From a file of notes to a draft in Word by command line, the start of Python twice included.

Between the two commands people read and mask; that is not measured. So the notes are taken into
a meeting of their own, and the draft is built of an evaluation of the same size that is masked.
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from django.conf import settings

from benchmarks import evaluations
from benchmarks.pages import SIZES
from brukerstemmen.voices.notes.writing import write_csv

ROOT = Path(__file__).resolve().parent.parent
MOST_RUNS = 20  # each takes the notes into a meeting where nothing is written


def notes_to_draft(size: int) -> Callable[[], object]:
    """Prepare notes with so many statements; what is measured takes them in and builds a draft."""
    notes, draft = settings.VAR / f"notater-{size}.csv", settings.VAR / f"utkast-{size}.docx"
    notes.write_bytes(write_csv(evaluations.words_of(size)))
    waiting = evaluations.begun(f"Notater {size}", MOST_RUNS + 1)
    ready = evaluations.ready(size)
    numbers = iter(range(1, MOST_RUNS + 2))

    def by_command_line() -> None:
        _manage("import_notes", waiting.work.slug, str(next(numbers)), str(notes))
        _manage("build_report", ready.work.slug, "--out", str(draft))

    return by_command_line


def _manage(command: str, *arguments: str) -> None:
    by = evaluations.lead().email
    words = [sys.executable, "manage.py", command, *arguments, "--by", by]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command} failed:\n{done.stdout}{done.stderr}")


MEASURES = {
    f"notes file to draft, {size} statements": partial(notes_to_draft, size) for size in SIZES
}
