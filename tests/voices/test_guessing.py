"""Guessing at codes: what it costs, who is told, and that no answer tells why it was no.

The suite asks few times and counts what is done; NIGHTLY=1 asks many times and measures.
"""

import math
import os
import re
import time
import uuid
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, guessing, marks
from brukerstemmen.people.models import JournalEntry, Person, WrongGuesses
from brukerstemmen.people.wording import ACTS
from brukerstemmen.privacy import codes as law
from brukerstemmen.privacy import guessing as rule
from brukerstemmen.voices.actions import codes, invitations, meetings, withdrawal
from brukerstemmen.voices.actions.participants import new_participants
from brukerstemmen.voices.models import Participant, PersonalCode, SlipSheet, WallCode
from tests.cast import TODAY, reader

NIGHTLY = os.environ.get("NIGHTLY") == "1"
HERE, ELSEWHERE = "192.0.2.7", "198.51.100.9"
NOON = datetime(2026, 3, 2, 12, 2, tzinfo=ZoneInfo("Europe/Oslo"))
OPENS_NOTHING = "/d/?svar=nei"


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """How long the answers were made to wait, without anybody waiting."""
    seconds: list[float] = []
    monkeypatch.setattr(guessing, "pause", seconds.append)
    return seconds


@pytest.fixture
def at_noon(db: None, clock_at: object) -> Iterator[None]:
    with clock.at(NOON):
        yield


def wrong_code() -> str:
    return law.new_code()


def guess(code: str, *, address: str = HERE, client: Client | None = None):
    return (client or reader()).post("/d/", {"code": code}, REMOTE_ADDR=address)


def many(number: int, evaluation: Evaluation, *, by: Person) -> list[codes.Given]:
    people = new_participants(evaluation, [uuid.uuid4() for _one in range(number)])
    return [codes.give_code(one, by=by) for one in people]


def test_a_wrong_guess_waits_longer_each_time_once_there_were_ten(
    waits: list[float], at_noon: None
) -> None:
    for _time in range(16):
        assert guess(wrong_code()).url == OPENS_NOTHING
    assert waits == [2, 4, 8, 16, 32, 40]
    guess(wrong_code(), address=ELSEWHERE)
    assert len(waits) == 6
    with clock.at(NOON + timedelta(minutes=11)):
        guess(wrong_code())
    assert len(waits) == 6


def test_a_wrong_picture_counts_as_a_guess_too(waits: list[float], at_noon: None) -> None:
    for _time in range(11):
        answer = reader().get(reverse("voices:link", args=[law.new_token()]), REMOTE_ADDR=HERE)
        assert answer.url == OPENS_NOTHING
    assert waits == [2]


def test_a_thousand_and_one_guesses_in_an_hour_wait_and_raise_one_alarm(
    waits: list[float], at_noon: None, inger: Person, anne: Person, evaluation: Evaluation
) -> None:
    mail.outbox.clear()
    client = reader()
    by_hand = 0 if NIGHTLY else 950  # counted without the page around it
    for number in range(1, 1001):
        address = f"192.0.2.{number % 200}"
        if number <= by_hand:
            assert guessing.failed(address) == 0
        else:
            assert guess(wrong_code(), address=address, client=client).url == OPENS_NOTHING
    assert not waits and not mail.outbox
    guess(wrong_code(), client=client)
    assert waits == [5]
    guess(wrong_code(), client=client)
    assert len(waits) == 2
    [alarm] = JournalEntry.objects.filter(what="entry.alarm")
    assert (alarm.count, alarm.by, alarm.work, alarm.about) == (1001, None, None, "")
    assert alarm.what in ACTS
    [letter] = mail.outbox
    assert letter.to == [inger.email]
    written = letter.subject + letter.body
    for never in ("192.0.2", anne.name, "Solbakken", evaluation.work.centre.name):
        assert never not in written


def test_thirty_right_codes_behind_the_same_address_all_get_in_without_waiting(
    waits: list[float], at_noon: None, evaluation: Evaluation, anne: Person
) -> None:
    given = many(30, evaluation, by=anne)
    for _time in range(40):
        guess(wrong_code())
    waits.clear()
    for one in given:
        assert guess(one.code).url == reverse("voices:consent_info")
    assert not waits


def test_no_address_is_kept_anywhere(waits: list[float], at_noon: None) -> None:
    guess(wrong_code())
    marked = {row.mark for row in WrongGuesses.objects.all()}
    assert len(marked) == 2 and all(len(mark) == 64 for mark in marked)
    windows = rule.windows(int(NOON.timestamp()), HERE)
    assert marked == {marks.mark_of_window(name) for name in windows}
    with clock.at(NOON + timedelta(days=1)):
        assert guessing.forget_guesses() == 2


def test_a_letter_that_cannot_be_sent_keeps_nobody_waiting(
    waits: list[float], at_noon: None, inger: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_person: Person) -> None:
        raise ConnectionRefusedError("192.0.2.1")

    monkeypatch.setattr("brukerstemmen.people.alarm.send_alarm", refuse)
    monkeypatch.setattr(rule, "FREE_IN_ALL", 2)
    for _time in range(4):
        assert guess(wrong_code()).status_code == 302
    assert JournalEntry.objects.filter(what="entry.alarm").count() == 1


# What opens nothing, and how it came to that: each as a typed code and as the end of an address.


def _of_code(given: codes.Given) -> tuple[str, str]:
    return given.code, given.token


def _revoked(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    [given] = many(1, evaluation, by=anne)
    codes.revoke_code(given.participant, by=anne)
    return _of_code(given)


def _expired(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    [given] = many(1, evaluation, by=anne)
    PersonalCode.objects.update(until=TODAY - timedelta(days=1))
    return _of_code(given)


def _withdrawn(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    [given] = many(1, evaluation, by=anne)
    withdrawal.withdraw(given.participant)
    return _of_code(given)


def _withdrawn_with_its_code(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    [given] = many(1, evaluation, by=anne)
    Participant.objects.update(withdrawn_on=TODAY)
    return _of_code(given)


def _slip(evaluation: Evaluation, anne: Person) -> SlipSheet:
    invitations.describe_invitation(evaluation, contact=anne, telephone="73 00 00 00", by=anne)
    return invitations.make_slips(evaluation, where="Luka", language="nb", by=anne)


def _slip_taken_back(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    sheet = _slip(evaluation, anne)
    invitations.revoke_slips(sheet, by=anne)
    return sheet.read("code"), sheet.read("token")


def _slip_expired(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    sheet = _slip(evaluation, anne)
    SlipSheet.objects.update(until=TODAY - timedelta(days=1))
    return sheet.read("code"), sheet.read("token")


def _wall(evaluation: Evaluation, anne: Person, **now: object) -> tuple[str, str]:
    planned = meetings.plan_meeting(evaluation, name="Mandag", by=anne)
    wall = codes.open_wall(planned, expected=1, by=anne)
    WallCode.objects.update(**now)
    return wall.read("code"), wall.read("token")


def _wall_full(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    return _wall(evaluation, anne, entered=3)


def _wall_closed(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    return _wall(evaluation, anne, is_open=False)


def _wall_of_yesterday(evaluation: Evaluation, anne: Person) -> tuple[str, str]:
    return _wall(evaluation, anne, on=TODAY - timedelta(days=1))


OPEN_NOTHING: list[Callable[[Evaluation, Person], tuple[str, str]]] = [
    _revoked,
    _expired,
    _withdrawn,
    _withdrawn_with_its_code,
    _slip_taken_back,
    _slip_expired,
    _wall_full,
    _wall_closed,
    _wall_of_yesterday,
]


def whole(answer) -> tuple[int, bytes, list[tuple[str, str]], str]:
    """Everything that goes over the line."""
    return (
        answer.status_code,
        answer.content,
        sorted(answer.headers.items()),
        answer.cookies.output(),
    )


@pytest.mark.parametrize("was", OPEN_NOTHING, ids=lambda one: one.__name__.strip("_"))
def test_whatever_was_wrong_the_answer_is_the_same_bytes(
    was: Callable[[Evaluation, Person], tuple[str, str]],
    evaluation: Evaluation,
    anne: Person,
    waits: list[float],
    at_noon: None,
) -> None:
    code, token = was(evaluation, anne)
    assert whole(guess(code)) == whole(guess(wrong_code()))
    links = [reverse("voices:link", args=[end]) for end in (token, law.new_token())]
    assert whole(reader().get(links[0])) == whole(reader().get(links[1]))
    assert WrongGuesses.objects.get(mark=_mark_of_the_hour()).number == 4


def _mark_of_the_hour() -> str:
    return marks.mark_of_window(rule.windows(int(NOON.timestamp()), HERE)[1])


@pytest.mark.parametrize("was", OPEN_NOTHING, ids=lambda one: one.__name__.strip("_"))
def test_whatever_was_wrong_the_same_is_done(
    was: Callable[[Evaluation, Person], tuple[str, str]],
    evaluation: Evaluation,
    anne: Person,
    at_noon: None,
    waits: list[float],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As many hashes and the same questions to the database, in the same order: nothing to time."""
    code, token = was(evaluation, anne)
    hashed: list[str] = []
    hasher = marks.mark_of_code
    monkeypatch.setattr(marks, "mark_of_code", lambda typed: hashed.append("") or hasher(typed))
    guess(wrong_code(), client=(client := reader()))  # the counters of this hour are there now

    def done(ask: Callable[[], object]) -> tuple[int, list[str]]:
        hashed.clear()
        with CaptureQueriesContext(connection) as asked:
            ask()
        return len(hashed), [_shape(query["sql"]) for query in asked]

    typed = done(lambda: guess(code, client=client))
    assert typed == done(lambda: guess(wrong_code(), client=client)) and typed[0] == 1

    def follow(end: str) -> object:
        return client.get(reverse("voices:link", args=[end]), REMOTE_ADDR=HERE)

    assert done(lambda: follow(token)) == done(lambda: follow(law.new_token()))


def _shape(sql: str) -> str:
    """A question without what was asked about."""
    return re.sub(r"SAVEPOINT .*|'[^']*'|\b\d+\b", "…", sql)


@pytest.mark.true_cost
@pytest.mark.skipif(not NIGHTLY, reason="measures time; NIGHTLY=1 runs it")
@pytest.mark.parametrize("was", [_revoked, _withdrawn_with_its_code, _wall_full])
def test_the_time_of_an_answer_does_not_tell_why_it_was_no(
    was: Callable[[Evaluation, Person], tuple[str, str]],
    evaluation: Evaluation,
    anne: Person,
    at_noon: None,
    waits: list[float],
) -> None:
    """500 pairs, which of the two comes first changing each time: Mann-Whitney, p over 0.01."""
    code, _token = was(evaluation, anne)
    client, taken = reader(), {True: [], False: []}
    for number in range(1, 501):
        for known in (True, False) if number % 2 else (False, True):
            typed = code if known else wrong_code()
            began = time.perf_counter()
            guess(typed, client=client)
            taken[known].append(time.perf_counter() - began)
    assert mann_whitney(taken[True], taken[False]) > 0.01


def mann_whitney(one: list[float], other: list[float]) -> float:
    """The two-sided p of the hypothesis that both are drawn alike; large samples without ties.

    >>> mann_whitney([1.0, 2.0] * 50, [101.0, 102.0] * 50) < 0.001
    True
    """
    ranked = sorted([(value, 0) for value in one] + [(value, 1) for value in other])
    ranks = sum(place for place, (_value, group) in enumerate(ranked, start=1) if group == 0)
    n, m = len(one), len(other)
    u = ranks - n * (n + 1) / 2
    z = (u - n * m / 2) / math.sqrt(n * m * (n + m + 1) / 12)
    return math.erfc(abs(z) / math.sqrt(2))


def test_the_measure_itself_tells_a_difference_where_there_is_one() -> None:
    even, odd = [float(n) for n in range(0, 400, 2)], [float(n) for n in range(1, 400, 2)]
    assert mann_whitney(even, odd) > 0.5
    assert mann_whitney(even, [value + 60 for value in odd]) < 0.01


def test_the_page_after_a_no_says_one_thing_to_all(at_noon: None, db: None) -> None:
    page = reader().get(OPENS_NOTHING).content.decode()
    assert "This code opens nothing" in page
    for never in ("expired", "withdrawn", "revoked", "wall"):
        assert never not in page.lower()


def test_who_moves_the_day_gets_no_other_answer(
    evaluation: Evaluation, anne: Person, waits: list[float], clock_at: Callable[[date], None]
) -> None:
    [given] = many(1, evaluation, by=anne)
    clock_at(TODAY + timedelta(days=731))
    assert guess(given.code).url == OPENS_NOTHING
