"""What every contender does around its reading: JSON lines in, JSON lines out, time told."""

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

# What was found in a text: start, end, label, score.
Found = Iterable[tuple[int, int, str, float]]
Read = Callable[[str, str], Found]


def answer(made: Callable[[], Read]) -> None:
    """Make the detector, read the first file, write the second, print the seconds it took.

    made: makes the detector, which is asked with a text and its language. The seconds are the
    processor's, so that other work on the machine changes them little.
    """
    source, target = map(Path, sys.argv[1:3])
    begun = time.process_time()
    read = made()
    ready = time.process_time()
    with source.open(encoding="utf-8") as lines, target.open("w", encoding="utf-8") as out:
        for line in lines:
            asked = json.loads(line)
            spans = [list(span) for span in read(asked["text"], asked["lang"])]
            out.write(json.dumps({"id": asked["id"], "spans": spans}) + "\n")
    told = {"loading": round(ready - begun, 3), "reading": round(time.process_time() - ready, 3)}
    print(json.dumps(told))
