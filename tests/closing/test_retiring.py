"""What goes on its day: nothing before, nothing left after, once, and again in an old backup."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukerstemmen.analysis.models import Evidence, Finding, Theme
from brukerstemmen.closing import destroying, papers
from brukerstemmen.closing.actions import run
from brukerstemmen.closing.actions.retiring import due_words
from brukerstemmen.closing.log import keys_in
from brukerstemmen.closing.models import Closing, Deletion
from brukerstemmen.closing.states import Kind
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import MaskedReply, Reply
from brukerstemmen.people import clock, ledger, opening
from brukerstemmen.people.daily import DAILY
from brukerstemmen.people.models import JournalEntry, Person, SealingKey
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy import retention
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import ConsentDecision, MaskedWording, Participant, Statement
from tests.cast import TODAY
from tests.closing.conftest import KEPT_UNTIL, LAST_DAY, LastDay, LiveThrough
from tests.house.lives import as_from_another_start

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
Committed = Callable[..., object]


def chore_on(day: date) -> int:
    """As the house does it: narrowed, and with nothing opened."""
    with clock.at(day), narrowed(Zone.Z4_IDENTITY), opening.shut():
        return run(day)


def everything(evaluation: Evaluation) -> dict[str, int]:
    return {
        "live": SealingKey.objects.filter(wrapped__isnull=False).count(),
        "statements": Statement.objects.count(),
        "masked": MaskedWording.objects.count(),
        "replies": Reply.objects.count(),
        **papers.left(evaluation),
    }


def test_it_is_done_each_day() -> None:
    assert any(chore.name == "words and papers that ran out" for chore in DAILY)


def test_nothing_goes_before_its_day(last_day: LastDay) -> None:
    last_day.close()
    before = everything(last_day.evaluation)

    assert chore_on(KEPT_UNTIL) == 0

    assert everything(last_day.evaluation) == before


def test_on_its_day_nothing_is_left(last_day: LastDay) -> None:
    last_day.close()

    assert chore_on(KEPT_UNTIL + DAY) == len(last_day.people) + 1

    evaluation = last_day.evaluation
    assert not papers.left(evaluation) and not papers.are_there(evaluation)
    assert not MaskedWording.objects.exists() and not MaskedReply.objects.exists()
    keys = papers.keys_of(evaluation)
    assert not SealingKey.objects.filter(pk__in=keys, wrapped__isnull=False).exists()
    assert ConsentDecision.objects.exists(), "the proof that there was a yes"


def test_the_log_tells_of_it_on_the_day_it_was_due(last_day: LastDay) -> None:
    last_day.close()

    chore_on(KEPT_UNTIL + DAY * 3)

    words, keys, team = Deletion.objects.filter(by=None)
    assert [words.kind, keys.kind, team.kind] == [
        Kind.MASKED_WORDS,
        Kind.MASKED_KEYS,
        Kind.WORKING_PAPERS,
    ]
    assert {one.due_on for one in (words, keys, team)} == {KEPT_UNTIL + DAY}
    assert words.done_on == KEPT_UNTIL + DAY * 3
    assert len(keys.keys.split()) == len(last_day.people)


def test_twice_is_once(last_day: LastDay) -> None:
    last_day.close()
    chore_on(KEPT_UNTIL + DAY)
    lines = Deletion.objects.count()

    assert chore_on(KEPT_UNTIL + DAY) == chore_on(KEPT_UNTIL + DAY * 2) == 0

    assert Deletion.objects.count() == lines


def test_it_is_no_withdrawal_and_no_finding_is_marked(lives_through: LiveThrough) -> None:
    told = lives_through([KEPT_UNTIL, KEPT_UNTIL + DAY * 50])
    first, second = told.people

    assert chore_on(KEPT_UNTIL + DAY) == 1

    assert not Participant.objects.exclude(withdrawn_on=None).exists()
    assert not ConsentDecision.objects.filter(act="withdraw").exists()
    assert not first.statements.exists() and second.statements.exists()
    assert not Finding.objects.exclude(affected_on=None).exists()
    assert not Theme.objects.exclude(affected_on=None).exists()
    assert Evidence.objects.filter(statement__speaker=second).exists()


def test_a_mark_that_was_there_stays(lives_through: LiveThrough) -> None:
    lives_through([KEPT_UNTIL, None])
    Finding.objects.update(affected_on=TODAY)

    chore_on(KEPT_UNTIL + DAY)

    assert Finding.objects.get().affected_on == TODAY


def test_a_day_that_comes_before_closing_is_kept_too(last_day: LastDay) -> None:
    """Then nothing of theirs stays at all: neither words as they were said nor who they are."""
    chore_on(KEPT_UNTIL + DAY)

    for one in last_day.people:
        keys = [one.raw_key_id, one.masked_key_id]
        assert not SealingKey.objects.filter(pk__in=keys, wrapped__isnull=False).exists()
        assert not one.codes.exists() and not hasattr(one, "contact")
    assert Finding.objects.exists(), "the team's papers wait for closing"


def test_where_no_day_was_named_it_is_a_year_after_closing(
    lives_through: LiveThrough, clock_at: Callable[[date], None]
) -> None:
    told = lives_through([None])
    assert chore_on(TODAY + DAY * 4000) == 0, "not as long as it is not closed"
    clock_at(LAST_DAY)
    told.close()
    until = LAST_DAY + DAY * retention.MASKED_DAYS_UNNAMED

    assert chore_on(until) == 0
    assert chore_on(until + DAY) == 2


def test_who_has_withdrawn_is_waited_for_no_more(
    lives_through: LiveThrough, clock_at: Callable[[date], None]
) -> None:
    told = lives_through([KEPT_UNTIL, KEPT_UNTIL + DAY * 300])
    withdrawal.withdraw(told.people[1])
    clock_at(LAST_DAY)
    told.close()

    chore_on(KEPT_UNTIL + DAY)

    assert not papers.left(told.evaluation)


@pytest.mark.parametrize("named", [KEPT_UNTIL, None])
def test_where_nobody_is_left_what_has_no_speaker_has_its_day_too(
    named: date | None, lives_through: LiveThrough, clock_at: Callable[[date], None]
) -> None:
    """Words of the group, and what the team made of them, do not go the night after closing."""
    told = lives_through([named])
    withdrawal.withdraw(told.people[0])
    clock_at(LAST_DAY)
    told.close()
    until = named or LAST_DAY + DAY * retention.MASKED_DAYS_UNNAMED

    assert chore_on(until) == 0
    assert papers.are_there(told.evaluation)
    assert chore_on(until + DAY) == 1
    assert not papers.left(told.evaluation)


@settings(
    max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(days=st.lists(st.integers(30, 90), min_size=1, max_size=3), run_on=st.integers(25, 95))
def test_whatever_the_days_each_goes_on_its_own(
    lives_through: LiveThrough, days: list[int], run_on: int
) -> None:
    with transaction.atomic():
        with clock.at(TODAY):
            told = lives_through([TODAY + DAY * day for day in days])
        with clock.at(LAST_DAY):
            told.close()
        chore_on(TODAY + DAY * run_on)
        for one, day in zip(told.people, days, strict=True):
            is_over = run_on > day
            assert one.statements.exists() is not is_over
            assert SealingKey.objects.filter(pk=one.masked_key_id, wrapped=None).exists() is is_over
        assert papers.are_there(told.evaluation) is (run_on <= max(days))
        assert bool(due_words(told.evaluation, TODAY + DAY * run_on)) is False
        transaction.set_rollback(True)


@contextmanager
def then_restored(committed: Committed) -> Iterator[None]:
    """What is done inside is committed and in the ledger; then comes the database from before."""
    before = transaction.savepoint()
    with committed(execute=True):
        yield
    transaction.savepoint_rollback(before)
    as_from_another_start()


def test_an_old_backup_is_closed_once_more(
    last_day: LastDay, django_capture_on_commit_callbacks: Committed
) -> None:
    raw = {key for one in last_day.people for key in (one.raw_key_id,)}
    with then_restored(django_capture_on_commit_callbacks):
        last_day.close()
    assert ledger.is_behind()

    assert ledger.replay()

    last_day.evaluation.work.refresh_from_db()
    assert last_day.evaluation.work.is_closed and Closing.objects.get().closed_on
    assert not destroying.is_left(last_day.evaluation)
    assert not SealingKey.objects.filter(pk__in=raw, wrapped__isnull=False).exists()
    assert {one.raw_key_id for one in last_day.people} == raw, "nobody gets other keys"
    assert {line.by for line in Deletion.objects.all()} == {None}
    assert raw <= _named()
    assert Reply.objects.count() == 3 and MaskedWording.objects.exists()


def test_an_old_backup_forgets_again_what_had_its_time(
    last_day: LastDay, django_capture_on_commit_callbacks: Committed
) -> None:
    with then_restored(django_capture_on_commit_callbacks):
        last_day.close()
        chore_on(KEPT_UNTIL + DAY)

    with clock.at(KEPT_UNTIL + DAY * 9):
        assert ledger.replay()

    assert not papers.are_there(last_day.evaluation)
    masked = {one.masked_key_id for one in last_day.people}
    assert masked <= set(_named())
    with clock.at(KEPT_UNTIL + DAY * 9):
        assert ledger.replay() == {} and run(clock.today()) == 0


def _named() -> set[object]:
    return set(keys_in(Deletion.objects.all()))


def test_the_journal_has_a_day_and_no_hour(last_day: LastDay) -> None:
    last_day.close()
    chore_on(KEPT_UNTIL + DAY)

    assert not JournalEntry.objects.filter(what__in=["words.ran_out", "papers.ran_out"]).exists()


def test_nobody_on_the_team_is_asked(last_day: LastDay, anne: Person) -> None:
    """A promise to those who took part holds also when nobody leads the work any more."""
    last_day.close()
    last_day.evaluation.work.grants.all().delete()

    assert chore_on(KEPT_UNTIL + DAY) == 3
