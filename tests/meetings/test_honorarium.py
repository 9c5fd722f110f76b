"""The law of payment: rates by day, half hours, whole øre, and numbers that are not asked for."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.meetings import honorarium
from brukerstemmen.meetings.honorarium import FromDay, NotAnAccount, Unit
from tests.cast import TODAY

HOUR = FromDay(TODAY, 35500, Unit.HOUR)
WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2)


def account(ten: str) -> str | None:
    """Ten digits with their check digit, None where there is none."""
    check = -sum(w * int(d) for w, d in zip(WEIGHTS, ten, strict=True)) % 11
    return None if check == 10 else f"{ten}{check}"


def made_up_person() -> str:
    """Eleven digits that add up as a national identity number; month + 80, so nobody's."""
    for serial in range(100, 999):
        nine = f"018101{serial}"
        check = -sum(w * int(d) for w, d in zip(FIRST, nine, strict=True)) % 11
        if check < 10 and (found := account(f"{nine}{check}")):
            return found
    raise AssertionError


SOMEBODY = made_up_person()


def test_the_rate_in_force_is_that_of_the_day() -> None:
    before = FromDay(TODAY - timedelta(days=30), 30000, Unit.HOUR)
    to_come = FromDay(TODAY + timedelta(days=1), 40000, Unit.HOUR)
    rates = [HOUR, to_come, before]

    assert honorarium.in_force(rates, on=TODAY) == HOUR
    assert honorarium.in_force(rates, on=TODAY - timedelta(days=1)) == before
    assert honorarium.in_force(rates, on=TODAY + timedelta(days=1)) == to_come
    assert honorarium.in_force(rates, on=before.from_day - timedelta(days=1)) is None


def test_of_two_rates_from_one_day_the_later_written_holds() -> None:
    mended = FromDay(TODAY, 36000, Unit.HOUR)

    assert honorarium.in_force([HOUR, mended], on=TODAY) == mended


@pytest.mark.parametrize(
    ("half_hours", "in_person", "ore"),
    [(1, True, 35500), (2, True, 35500), (3, True, 53250), (1, False, 17750), (4, False, 71000)],
)
def test_time_is_paid_to_the_half_hour_and_an_hour_at_least_in_person(
    half_hours: int, in_person: bool, ore: int
) -> None:
    assert honorarium.honorarium(HOUR, half_hours=half_hours, in_person=in_person) == ore


def test_absence_is_not_paid() -> None:
    with pytest.raises(ValueError, match="absence"):
        honorarium.honorarium(HOUR, half_hours=0, in_person=True)


@given(st.integers(1, 10**6), st.integers(1, 48), st.booleans())
def test_sums_are_whole_ore_and_grow_with_time(ore: int, half_hours: int, in_person: bool) -> None:
    rate = FromDay(TODAY, ore, Unit.HOUR)
    paid, longer = (
        honorarium.honorarium(rate, half_hours=number, in_person=in_person)
        for number in (half_hours, half_hours + 1)
    )

    assert isinstance(paid, int) and 0 < paid <= longer
    assert 2 * paid >= ore * half_hours, "never less than the time it took"


@given(st.integers(1, honorarium.LARGEST))
def test_kroner_come_back_as_they_were_written(ore: int) -> None:
    assert honorarium.ore_of(honorarium.kroner(ore)) == ore


@pytest.mark.parametrize("text", ["", "0", "-5", "1,234", "1.2.3", "100 000,01", "tusen", "١٢٣x"])
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        honorarium.ore_of(text)


@given(st.from_regex(r"[4-9][0-9]{9}", fullmatch=True))
def test_an_account_number_is_taken_however_it_is_written(ten: str) -> None:
    number = account(ten)
    if number is None or honorarium._may_be_somebody(number):
        return
    shown = honorarium.shown_account(number)

    for written in (number, shown, shown.replace(".", " "), f" {number} "):
        assert honorarium.account_of(written) == number


def test_an_account_number_that_does_not_add_up_is_refused() -> None:
    with pytest.raises(ValueError, match="add up"):
        honorarium.account_of("12345678901")


def test_a_national_identity_number_is_no_account_unless_it_is_written_like_one() -> None:
    """Every national identity number adds up as an account number too."""
    for written in (SOMEBODY, f"{SOMEBODY[:6]} {SOMEBODY[6:]}", f"{SOMEBODY[:6]}-{SOMEBODY[6:]}"):
        with pytest.raises(NotAnAccount):
            honorarium.account_of(written)

    assert honorarium.account_of(honorarium.shown_account(SOMEBODY)) == SOMEBODY


@pytest.mark.parametrize(
    "text",
    [
        SOMEBODY,
        f"Kari {SOMEBODY[:6]} {SOMEBODY[6:]}",
        f"Kari{SOMEBODY}",
        ".".join(SOMEBODY),
        f"{SOMEBODY[:6]} - {SOMEBODY[6:]}",
        "Kari, 1234.56.78903",
        "99999999999",
    ],
)
def test_eleven_digits_are_seen_however_they_are_divided(text: str) -> None:
    assert honorarium.holds_eleven_digits(text)


@pytest.mark.parametrize("text", ["Kari Nordmann", "Kari, 20 12 34 56", "Kari 2", ""])
def test_a_name_is_a_name(text: str) -> None:
    assert not honorarium.holds_eleven_digits(text)
