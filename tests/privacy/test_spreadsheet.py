"""A cell is never run, and what was made text can be told again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy.spreadsheet import from_cell, to_cell, written

RUNS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "\t=1", "\r=1", "\n=1", " =1"]


@pytest.mark.parametrize(
    "text", [*RUNS, "\u200b=1", "\ufeff=1", "'=1", "\x00=1", "=cmd|' /C x'!A0"]
)
def test_what_would_run_is_made_text(text):
    assert to_cell(text) == "'" + written(text)


@pytest.mark.parametrize("text", ["", "Vi har god tid", "'n Trond", "5 - 3", "«=»", "a=b"])
def test_ordinary_words_are_left_alone(text):
    assert to_cell(text) == from_cell(text) == text


def test_minus_five_degrees_loses_nothing():
    assert from_cell(to_cell("-5 grader")) == "-5 grader"


CELLS = st.text(st.one_of(st.sampled_from("'=+-@\t\r\n ＝＋－＠\u200b\ufeffab"), st.characters()))


@given(CELLS)
def test_nothing_that_would_run_comes_through_and_all_is_told_again(text):
    cell = to_cell(text)

    begun = cell.lstrip(" \n\t\r\u200b\ufeff\u00ad")
    assert not cell.startswith(("\t", "\r", "\n"))
    assert not begun.startswith(tuple("=+-@＝＋－＠"))
    assert from_cell(cell) == written(text)
