"""Meeting sets A and B themselves: that they are whole, well marked, and point at nobody real.

Of set B a failing test names the statement or the mark, and nothing around it: it is kept.
"""

import re
from collections import Counter

import pytest

from brukerstemmen.masking.spans import Label
from tests.masking.set_a import LANGUAGES, STYLES, meeting_statements, read
from tests.masking.set_b import kept_statements

STATEMENTS = meeting_statements()
EVERY = STATEMENTS + kept_statements()
# 3 7 6 1 8 9 4 5 2 and 5 4 3 2 7 6 5 4 3 2: the weights of the two check digits.
FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
ACCOUNT = SECOND


def marked(label):
    return [
        statement.text[mark.start : mark.end]
        for statement in EVERY
        for mark in statement.marks
        if mark.label == label
    ]


def digits(text):
    return re.sub(r"\D", "", text)


def weighed(number, weights):
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False)) % 11


def could_be_somebody(number):
    """Whether it is a national number, also a D-number or H-number, of a living person's kind."""
    month = int(number[2:4])
    real_month = 1 <= month <= 12 or 41 <= month <= 52
    return real_month and weighed(number, FIRST) == 0 and weighed(number, SECOND) == 0


def test_it_is_large_enough_and_a_third_of_it_is_harmless():
    harmless = [s for s in STATEMENTS if not s.marks]

    assert len(STATEMENTS) >= 300
    assert len({s.id for s in STATEMENTS}) == len(STATEMENTS)
    assert 0.3 <= len(harmless) / len(STATEMENTS) <= 0.5


@pytest.mark.parametrize("statements", [STATEMENTS, kept_statements()], ids=["A", "B"])
def test_every_language_style_and_label_is_there(statements):
    assert {s.lang for s in statements} == set(LANGUAGES)
    assert {s.style for s in statements} == set(STYLES)
    assert {mark.label for s in statements for mark in s.marks} == set(Label)


def test_marks_hold_words_and_do_not_overlap():
    for statement in EVERY:
        before = 0
        for mark in statement.marks:
            words = statement.text[mark.start : mark.end]
            assert mark.start >= before, statement.id
            assert words and words == words.strip(), statement.id
            before = mark.end
        assert "[[" not in statement.text and "]]" not in statement.text, statement.id


def test_a_numbered_entity_is_named_more_than_once_and_has_one_meeting():
    named = Counter(
        (s.meeting, mark.entity) for s in EVERY for mark in s.marks if "#" in mark.entity
    )

    assert [entity for entity, times in named.items() if times < 2] == []


@pytest.mark.parametrize("phone", marked(Label.PHONE))
def test_telephones_start_with_20(phone):
    number = re.sub(r"^(00|\+)47", "", re.sub(r"[^\d+]", "", phone))

    assert number.startswith("20") or re.match(r"tjue|twenty|to null|two zero", phone.lower())


@pytest.mark.parametrize("number", marked(Label.ID_NUMBER))
def test_no_national_number_could_be_somebodys(number):
    assert len(digits(number)) != 11 or not could_be_somebody(digits(number))


@pytest.mark.parametrize("account", marked(Label.ACCOUNT))
def test_no_account_number_could_be_somebodys(account):
    assert len(digits(account)) != 11 or weighed(digits(account), ACCOUNT) != 0


@pytest.mark.parametrize("place", marked(Label.EMAIL) + marked(Label.URL))
def test_addresses_on_the_net_are_examples(place):
    assert re.search(r"example\.(com|org)|example punktum", place.lower())


def test_long_numbers_outside_the_marks_are_none():
    for statement in EVERY:
        left = list(statement.text)
        for mark in statement.marks:
            left[mark.start : mark.end] = "x" * (mark.end - mark.start)
        long = re.search(r"\d[\d .]{6,}\d", "".join(left).replace(" 000", ""))
        assert long is None, statement.id


@pytest.mark.parametrize("line", ["A01|xx|typed|Hei", "A01|nb|shouted|Hei", "A01|nb|typed|[[X:a]]"])
def test_an_unknown_language_style_or_label_is_refused(line):
    with pytest.raises(ValueError, match=r"no such|not a valid"):
        read(line, 1)
