"""What every contender does around its reading: JSON lines in, JSON lines out, time told."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

# What was found in a text: start, end, label, score.
Found = Iterable[tuple[int, int, str, float]]
Text = tuple[str, str]  # and its language
Read = Callable[[Sequence[Text]], Iterable[Found]]


def answer(made: Callable[[], Read]) -> None:
    """Make the detector, read the first file, write the second, print the seconds it took.

    made: makes the detector, which is asked with all texts and their languages. The seconds are
    the processor's, so that other work on the machine changes them little.
    """
    source, target = map(Path, sys.argv[1:3])
    begun = time.process_time()
    read = made()
    ready = time.process_time()
    asked = [json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]
    answers = read([(one["text"], one["lang"]) for one in asked])
    with target.open("w", encoding="utf-8") as out:
        for one, spans in zip(asked, answers, strict=True):
            out.write(json.dumps({"id": one["id"], "spans": list(spans)}) + "\n")
    told = {"loading": round(ready - begun, 3), "reading": round(time.process_time() - ready, 3)}
    print(json.dumps(told))
