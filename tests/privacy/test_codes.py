"""Codes on paper: a slip of the finger is seen, and what people type is read kindly."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy import codes

signs = st.text(alphabet=codes.ALPHABET, min_size=codes.SIGNS, max_size=codes.SIGNS)


def whole(twelve: str) -> str:
    return twelve + codes.check_sign(twelve)


@given(signs)
def test_every_code_is_read_back_as_it_is_written(twelve: str) -> None:
    code = whole(twelve)
    assert codes.normalised(codes.written(code)) == code
    assert codes.normalised(codes.written(code).lower()) == code


@given(signs, st.integers(0, codes.SIGNS), st.sampled_from(codes.ALPHABET))
def test_one_wrong_sign_is_seen(twelve: str, place: int, wrong: str) -> None:
    code = whole(twelve)
    changed = code[:place] + wrong + code[place + 1 :]
    if changed == code or {code[place], wrong} == {"0", "Z"}:
        return
    with pytest.raises(codes.NotACode):
        codes.normalised(changed)


@given(signs, st.integers(0, codes.SIGNS - 2))
def test_two_neighbours_that_changed_places_are_seen(twelve: str, place: int) -> None:
    code = whole(twelve)
    one, other = code[place], code[place + 1]
    if one == other or {one, other} == {"0", "Z"}:
        return
    swapped = code[:place] + other + one + code[place + 2 :]
    with pytest.raises(codes.NotACode):
        codes.normalised(swapped)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_a_code_or_a_plain_refusal(typed: str) -> None:
    with suppress(codes.NotACode):
        assert len(codes.normalised(typed)) == codes.SIGNS + 1


def test_look_alikes_are_read_as_what_was_meant() -> None:
    code = whole("010101010101")
    typed = code.replace("0", "o").replace("1", "l", 1).replace("1", "I")
    assert codes.normalised(typed) == code


def test_codes_and_tokens_do_not_repeat() -> None:
    assert len({codes.new_code() for _one in range(500)}) == 500
    assert len({codes.new_token() for _one in range(500)}) == 500
    assert codes.BITS >= 60 and codes.TOKEN_BYTES * 8 >= 128
