"""Whoever tampers with the journal is seen: change, removal, insertion, another order."""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brukerstemmen.privacy.chain import START, Link, digest, verify

fields = st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=3)
journals = st.lists(fields, min_size=1, max_size=6)


def chained(journal, start=START) -> list[Link]:
    rows = []
    for row in journal:
        start = digest(start, row)
        rows.append(Link(row, start))
    return rows


@given(journals)
def test_an_untouched_journal_is_whole(journal):
    rows = chained(journal)

    assert verify(rows) == []
    assert verify(rows, last=rows[-1].digest) == []
    assert verify(rows[1:], start=rows[0].digest) == []


@given(journals, fields, st.data())
def test_a_changed_row_is_found_where_it_is(journal, other, data):
    rows = chained(journal)
    at = data.draw(st.integers(0, len(rows) - 1))
    assume(other != rows[at].fields)

    rows[at] = replace(rows[at], fields=other)

    assert verify(rows) == [at]


@given(journals, fields, st.data())
def test_a_changed_row_with_a_new_fingerprint_breaks_the_next(journal, other, data):
    rows = chained(journal)
    at = data.draw(st.integers(0, len(rows) - 1))
    last = rows[-1].digest
    assume(other != rows[at].fields)

    rows[at] = Link(other, digest(rows[at - 1].digest if at else START, other))

    assert verify(rows, last=last) == [at + 1]


@given(journals, st.data())
def test_a_removed_row_is_found(journal, data):
    rows = chained(journal)
    at = data.draw(st.integers(0, len(rows) - 1))
    last = rows[-1].digest

    del rows[at]

    assert verify(rows, last=last) == [at]


@given(journals, fields, st.data())
def test_an_inserted_row_is_found(journal, foreign, data):
    rows = chained(journal)
    at = data.draw(st.integers(0, len(rows)))
    last = rows[-1].digest

    rows.insert(at, Link(foreign, digest(rows[at - 1].digest if at else START, foreign)))

    assert at + 1 in verify(rows, last=last)


@given(journals, st.data())
def test_a_row_written_twice_is_found(journal, data):
    rows = chained(journal)
    at = data.draw(st.integers(0, len(rows) - 1))

    rows.insert(at, rows[at])

    assert verify(rows) == [at + 1]


@given(st.lists(fields, min_size=2, max_size=6), st.randoms())
def test_another_order_is_found(journal, chance):
    rows = chained(journal)
    shuffled = chance.sample(rows, len(rows))
    assume(shuffled != rows)

    assert verify(shuffled, last=rows[-1].digest)


def test_removing_the_newest_rows_is_seen_only_by_who_knows_the_last_fingerprint():
    rows = chained([{"what": "a"}, {"what": "b"}])

    assert verify(rows[:1]) == []
    assert verify(rows[:1], last=rows[1].digest) == [1]
    assert verify([], last=rows[1].digest) == [0]


def test_every_flipped_bit_of_a_fingerprint_is_found():
    rows = chained([{"what": "a"}, {"what": "b"}])

    for bit in range(256):
        flipped = bytearray(rows[0].digest)
        flipped[bit // 8] ^= 1 << bit % 8
        assert verify([replace(rows[0], digest=bytes(flipped)), rows[1]]) == [0, 1]


@pytest.mark.parametrize("damaged", [b"", b"short", bytes(33)])
def test_a_fingerprint_of_the_wrong_size_is_broken_and_never_a_crash(damaged):
    rows = chained([{"what": "a"}, {"what": "b"}])

    assert verify([replace(rows[0], digest=damaged), rows[1]]) == [0, 1]
    with pytest.raises(ValueError, match="32 bytes"):
        digest(damaged, {})


@given(fields, fields)
def test_different_rows_have_different_fingerprints(one, other):
    assert (digest(START, one) == digest(START, other)) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"ab": "c"}, {"a": "bc"}),
        ({"a": "b", "c": "d"}, {"a": "bcd"}),
        ({"a": ""}, {"": "a"}),
        ({}, {"": ""}),
    ],
)
def test_text_cannot_move_between_fields(one, other):
    assert digest(START, one) != digest(START, other)


def test_the_order_of_fields_does_not_matter():
    assert digest(START, {"a": "1", "b": "2"}) == digest(START, {"b": "2", "a": "1"})


def test_the_fingerprint_is_pinned():
    """A chain written today must verify in every later version."""
    pinned = digest(START, {"what": "statement.read", "by": "7"})

    assert pinned.hex() == "3ec599d5bb1ebf0de5961532f92a8f77468bc05977b082bc3ef81ddf6a8a4f42"
