"""What is sealed opens with the right key in the right place, and in no other way."""

import random
from dataclasses import replace
from uuid import UUID, uuid4

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brukerstemmen.privacy import sealing
from brukerstemmen.privacy.sealing import Place, Tampered

PLACE = Place("voices_statementversion", "words", "41")
KEY_ID = str(UUID(int=7))
WORDS = b"Ingen spurte hva jeg ville."

names = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12)
places = st.builds(Place, names, names, names)


@pytest.fixture
def key() -> bytes:
    return sealing.new_key()


def sealed(key: bytes, words: bytes = WORDS, place: Place = PLACE) -> bytes:
    return sealing.seal(words, key=key, key_id=KEY_ID, place=place)


@given(words=st.binary(max_size=300), place=places, key_id=st.uuids())
def test_what_is_sealed_opens_again(words, place, key_id):
    key = sealing.new_key()

    blob = sealing.seal(words, key=key, key_id=str(key_id), place=place)

    assert sealing.unseal(blob, key=key, place=place) == words
    assert sealing.key_id_of(blob) == str(key_id)
    assert len(blob) == len(words) + sealing.OVERHEAD_BYTES


def test_the_words_are_not_in_the_sealed_value(key):
    assert b"spurte" not in sealed(key)


def test_the_same_words_never_look_the_same_twice(key):
    assert len({sealed(key) for _ in range(1_000)}) == 1_000


def test_another_key_does_not_open(key):
    with pytest.raises(Tampered):
        sealing.unseal(sealed(key), key=sealing.new_key(), place=PLACE)


def test_every_flipped_bit_is_refused(key):
    blob = sealed(key)

    for bit in range(len(blob) * 8):
        flipped = bytearray(blob)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(Tampered):
            sealing.unseal(bytes(flipped), key=key, place=PLACE)


def test_every_shortened_value_and_a_longer_one_is_refused(key):
    blob = sealed(key)

    for damaged in [blob[:length] for length in range(len(blob))] + [blob + b"\0"]:
        with pytest.raises(Tampered):
            sealing.unseal(damaged, key=key, place=PLACE)


def test_a_thousand_swapped_pairs_are_refused(key):
    """Rows of one table under one key, as when someone with the database swaps two of them."""
    rows = [Place("voices_statementversion", "words", str(row)) for row in range(60)]
    stored = {place: sealed(key, f"statement {place.row}".encode(), place) for place in rows}
    chance = random.Random(1)

    for _ in range(1_000):
        one, other = chance.sample(rows, 2)
        for place, blob in ((one, stored[other]), (other, stored[one])):
            with pytest.raises(Tampered):
                sealing.unseal(blob, key=key, place=place)


@pytest.mark.parametrize("part", ["table", "column", "row"])
def test_each_part_of_the_place_counts(key, part):
    with pytest.raises(Tampered):
        sealing.unseal(sealed(key), key=key, place=replace(PLACE, **{part: "other"}))


@given(here=places, there=places)
def test_no_other_place_opens(here, there):
    assume(here != there)
    key = sealing.new_key()

    with pytest.raises(Tampered):
        sealing.unseal(sealed(key, place=here), key=key, place=there)


def test_letters_moved_from_one_part_to_the_next_are_another_place(key):
    with pytest.raises(Tampered):
        sealing.unseal(
            sealed(key, place=Place("ab", "c", "1")), key=key, place=Place("a", "bc", "1")
        )


@pytest.mark.parametrize("parts", [("", "words", "1"), ("table", "", "1"), ("table", "words", "")])
def test_a_place_with_an_empty_part_is_no_place(parts):
    with pytest.raises(ValueError, match="a table, a column and a row"):
        Place(*parts)


def test_an_unknown_format_is_refused_before_the_key_is_asked_for(key):
    blob = bytes([sealing.FORMAT + 1]) + sealed(key)[1:]

    with pytest.raises(Tampered, match="format"):
        sealing.key_id_of(blob)


@pytest.mark.parametrize("size", [0, 16, 24, 31, 33])
def test_a_key_of_another_size_is_a_mistake(key, size):
    with pytest.raises(ValueError, match="32 bytes"):
        sealed(bytes(size))
    with pytest.raises(ValueError, match="32 bytes"):
        sealing.unseal(sealed(key), key=bytes(size), place=PLACE)
    with pytest.raises(ValueError, match="32 bytes"):
        sealing.wrap(bytes(size), outer=key, outer_id=KEY_ID, inner_id=KEY_ID)


def test_a_key_id_is_a_uuid(key):
    with pytest.raises(ValueError, match="UUID"):
        sealing.seal(WORDS, key=key, key_id="participant 7", place=PLACE)


def test_a_wrapped_key_opens_with_the_outer_key_only(key):
    inner, inner_id = sealing.new_key(), str(uuid4())

    blob = sealing.wrap(inner, outer=key, outer_id=KEY_ID, inner_id=inner_id)

    assert sealing.key_id_of(blob) == KEY_ID
    assert sealing.unwrap(blob, outer=key, inner_id=inner_id) == inner
    with pytest.raises(Tampered):
        sealing.unwrap(blob, outer=sealing.new_key(), inner_id=inner_id)


def test_one_participants_key_cannot_stand_in_for_anothers(key):
    mine, yours = str(uuid4()), str(uuid4())
    blob = sealing.wrap(sealing.new_key(), outer=key, outer_id=KEY_ID, inner_id=mine)

    with pytest.raises(Tampered):
        sealing.unwrap(blob, outer=key, inner_id=yours)


def test_words_cannot_be_taken_for_a_key(key):
    with pytest.raises(Tampered):
        sealing.unwrap(sealed(key, sealing.new_key()), outer=key, inner_id=KEY_ID)
