"""Words in a row that two texts share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy.overlap import longest_run

words = st.lists(st.sampled_from(["ingen", "ringte", "på", "Åse", "14", "it's"]), max_size=12)


def by_hand(a: list[str], b: list[str]) -> int:
    """The same, said the long way."""
    runs = {
        tuple(w.lower() for w in a[i:j]) for i in range(len(a)) for j in range(i + 1, len(a) + 1)
    }
    theirs = [w.lower() for w in b]
    return max(
        (len(run) for run in runs for i in range(len(b)) if tuple(theirs[i : i + len(run)]) == run),
        default=0,
    )


@given(a=words, b=words)
def test_it_is_the_longest_there_is(a, b):
    assert longest_run(" ".join(a), " ".join(b)) == by_hand(a, b)


@given(a=words, b=words, between=st.sampled_from([" ", ", ", "! – ", "\n"]))
def test_capitals_and_punctuation_make_no_difference(a, b, between):
    assert longest_run(between.join(a).upper(), " ".join(b)) == by_hand(a, b)


@given(a=st.text(), b=st.text())
def test_either_may_come_first(a, b):
    assert longest_run(a, b) == longest_run(b, a)


@pytest.mark.parametrize(
    ("a", "b", "run"),
    [
        ("Ka\u030are ringte", "KÅRE RINGTE", 2),  # a letter in two pieces
        ("Det er bru\u00adkernes", "brukernes", 1),  # a soft hyphen
        ("it’s mine", "It's mine", 2),
        ("Jeg ventet. Hele dagen ventet jeg.", "ventet jeg hele dagen", 2),
        ("ventetid", "vente tid", 0),
        ("", "", 0),
    ],
)
def test_examples(a, b, run):
    assert longest_run(a, b) == run
