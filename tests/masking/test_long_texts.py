"""A text of any length and any bytes is answered within bounds, or refused with a clear error."""

import random
import resource
import subprocess
import sys

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import LONGEST_TEXT, TextTooLong

MEGABYTE = 1_000_000
SECONDS = 60  # of work in a process of its own: generous, so that a busy machine passes too
READ = """
import sys
from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import TextTooLong

text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
try:
    print(len(find(text, "nb")))
except TextTooLong as refusal:
    print(refusal)
"""
PATTERNS = {
    "prose": "Naboen min, Kåre Tveitmoen, satt på venterommet og hørte alt i 2019. ",
    "capitals": "Ab ",
    "hyphens": "a-",
    "signs at": "a@",
    "marks": "a\u0301\u0302",
    "numbers as words": "tjue og ",
    "one digit": "1",
    "digits": "1 ",
    "digits and hyphens": "1-",
    "one letter": "a",
    "lines under": "a_",
    "speakers": "Kari:\n",
}
# Short, and so much the worse if they take long.
KNOTS = {
    "lines under": "a_" * 30 + "@",
    "a line under at the end": "Følg a" + "_b" * 26 + "@",
    "ages and halves": "barn, 1" + ", 1 og halv" * 24,
    "a long word beside a name": "Hun heter Kristoffer. " + "qzxwvkj" * 7000,
}


def answered(raw):
    """What a process of its own says, stopped if it works for too long."""
    done = subprocess.run(
        [sys.executable, "-c", READ],
        input=raw,
        capture_output=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
    )
    return done.stdout.decode().strip()


def test_a_megabyte_of_any_bytes_is_answered_or_refused():
    raw = random.Random(1).randbytes(MEGABYTE)

    assert answered(raw) == f"more than {LONGEST_TEXT:,} characters"


@pytest.mark.parametrize("pattern", PATTERNS.values(), ids=PATTERNS)
def test_the_longest_text_that_is_read_is_answered(pattern):
    text = (pattern * LONGEST_TEXT)[:LONGEST_TEXT]

    assert answered(text.encode()).isdigit()


@pytest.mark.parametrize("text", KNOTS.values(), ids=KNOTS)
def test_no_text_ties_a_rule_into_a_knot(text):
    assert answered(text.encode()).isdigit()


def test_one_character_more_is_refused():
    with pytest.raises(TextTooLong, match="100,000"):
        find("a" * (LONGEST_TEXT + 1), "nb")
