"""Closing: what hinders it, who may, what goes, and that it is done once."""

import uuid
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.closing import destroying
from brukerstemmen.closing.actions import close_evaluation, prepare, stops_of
from brukerstemmen.closing.models import Closing, Deletion
from brukerstemmen.closing.states import Kind, Stop
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.people import ledger, opening
from brukerstemmen.people.access import ENDS_AT_CLOSING, Permission
from brukerstemmen.people.entry import Way
from brukerstemmen.people.gates import holds
from brukerstemmen.people.models import ErasedKey, JournalEntry, Person, SealingKey
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import codes, consenting, naming, statements
from brukerstemmen.voices.actions.participants import new_participants
from brukerstemmen.voices.models import (
    Contact,
    MaskedWording,
    NameChoice,
    ReadingFigures,
    Statement,
)
from brukerstemmen.voices.names import Meant
from tests.cast import LATER, TODAY
from tests.closing.conftest import LAST_DAY, LastDay

pytestmark = pytest.mark.django_db


def wants_to_hear(last_day: LastDay) -> None:
    purposes = (consent.Purpose.TAKE_PART, consent.Purpose.QUOTES, consent.Purpose.CONTACT_AGAIN)
    consenting.answer_consent_on_behalf(
        last_day.people[0],
        dict.fromkeys(purposes, True),
        text_version="1",
        channel=consent.Channel.PHONE,
        by=last_day.by,
    )


def test_nothing_hinders_but_that_print_is_not_offered(last_day: LastDay) -> None:
    assert stops_of(last_day.evaluation) == [Stop.PRINT]

    prepare(last_day.evaluation, print_offered=True, by=last_day.by)

    assert not stops_of(last_day.evaluation)


def test_who_wanted_to_hear_must_be_told_or_a_reason_written(last_day: LastDay) -> None:
    wants_to_hear(last_day)
    assert stops_of(last_day.evaluation) == [Stop.FEEDBACK, Stop.PRINT]

    closing = prepare(last_day.evaluation, without_feedback=" Ukjent adresse. ", by=last_day.by)

    assert closing.read("without_feedback") == "Ukjent adresse."
    assert stops_of(last_day.evaluation) == [Stop.PRINT]
    prepare(last_day.evaluation, without_feedback="", by=last_day.by)
    assert Stop.FEEDBACK in stops_of(last_day.evaluation)


def test_a_round_that_is_not_told_hinders(last_day: LastDay) -> None:
    FollowUp.objects.update(told_on=None)

    assert Stop.OPEN_ROUND in stops_of(last_day.evaluation)


def test_words_that_nobody_has_read_hinder(last_day: LastDay) -> None:
    row = Statement.objects.filter(user_meeting__evaluation=last_day.evaluation).first()
    Statement.objects.filter(pk=row.pk).update(masked_from=0)
    assert Stop.UNREAD in stops_of(last_day.evaluation)
    Statement.objects.filter(pk=row.pk).update(masked_from=row.masked_from)
    assert Stop.UNREAD not in stops_of(last_day.evaluation)

    Reply.objects.filter(participant=None).update(version=2)

    assert Stop.UNREAD in stops_of(last_day.evaluation)


def test_what_hinders_can_be_asked_where_masked_words_are_read(last_day: LastDay) -> None:
    with narrowed(Zone.Z2_MASKED):
        assert stops_of(last_day.evaluation) == [Stop.PRINT]


def test_it_is_a_hard_stop(last_day: LastDay) -> None:
    with pytest.raises(ValidationError):
        close_evaluation(last_day.evaluation, by=last_day.by)

    assert Contact.objects.exists() and not Deletion.objects.exists()


def test_a_day_that_has_been_is_refused(last_day: LastDay) -> None:
    with pytest.raises(ValidationError):
        prepare(last_day.evaluation, planned_on=TODAY, by=last_day.by)


def test_a_planned_day_can_be_moved_and_taken_back(last_day: LastDay) -> None:
    evaluation, by = last_day.evaluation, last_day.by
    prepare(evaluation, planned_on=LATER, by=by)

    assert prepare(evaluation, print_offered=True, by=by).planned_on == LATER
    assert prepare(evaluation, no_day=True, by=by).planned_on is None


def test_only_the_lead_may(last_day: LastDay, frida: Person, cecilie: Person, eli: Person) -> None:
    prepare(last_day.evaluation, print_offered=True, by=last_day.by)

    for other in (frida, cecilie, eli):
        with pytest.raises(PermissionDenied):
            prepare(last_day.evaluation, by=other)
        with pytest.raises(PermissionDenied):
            close_evaluation(last_day.evaluation, by=other)


def test_closing_leaves_nothing_of_what_leads_to_a_person(last_day: LastDay) -> None:
    evaluation = last_day.evaluation
    assert len(destroying.is_left(evaluation)) >= 7
    raw = destroying.raw_keys_of(evaluation)

    last_day.close()

    assert not destroying.is_left(last_day.evaluation)
    assert not SealingKey.objects.filter(pk__in=raw, wrapped__isnull=False).exists()
    assert last_day.evaluation.work.closed_on == LAST_DAY
    assert not Reply.objects.exclude(receipt_mark="").exists()
    assert Closing.objects.get().closed_by == last_day.by


def test_choices_for_names_and_figures_of_readings_go(last_day: LastDay) -> None:
    evaluation = last_day.evaluation
    meeting = evaluation.user_meetings.first()
    name = next(iter(last_day.said)).split()[2]
    naming.choose_everywhere(meeting, Meant(name, instead="noen"), by=last_day.by)
    key = NameChoice.objects.get().key_id
    there = destroying.is_left(evaluation)
    assert there["voices.NameChoice"] == 1 and there["voices.ReadingFigures"] == 4

    last_day.close()

    assert not NameChoice.objects.exists() and not ReadingFigures.objects.exists()
    assert SealingKey.objects.get(pk=key).wrapped is None


def test_masked_words_stay_and_can_be_read(last_day: LastDay) -> None:
    last_day.close()

    read = " ".join(row.read("words") for row in MaskedWording.objects.all())
    assert all(words in read for words in last_day.masked)
    told = [row.masked.read("notices") for row in Reply.objects.all()]
    assert told == ["Noen ringer nå"] * 3


def test_it_opens_no_key_and_asks_for_no_more_than_its_zone(last_day: LastDay) -> None:
    prepare(last_day.evaluation, print_offered=True, by=last_day.by)

    with narrowed(Zone.Z4_IDENTITY), opening.shut():
        close_evaluation(last_day.evaluation, by=last_day.by)


def test_the_log_has_a_line_for_each_kind(last_day: LastDay) -> None:
    last_day.close()

    lines = list(Deletion.objects.all())
    kinds = [Kind.LINK, Kind.CODES, Kind.RAW_WORDS, Kind.RAW_KEYS]
    assert [(one.number, one.kind) for one in lines] == list(enumerate(kinds, start=1))
    assert {one.by for one in lines} == {last_day.by}
    assert all(one.done_on == LAST_DAY and one.rows for one in lines[:3])
    named = " ".join(one.keys for one in lines).split()
    assert len(named) == len(set(named)) >= 10
    entered = set(ErasedKey.objects.values_list("what", flat=True))
    assert {str(key) for key in entered} >= set(named)
    for line in lines:
        assert line.keys.split() == sorted(line.keys.split()), "the order tells of nobody"


def test_the_journal_says_that_and_by_whom(last_day: LastDay) -> None:
    last_day.close()

    line = JournalEntry.objects.get(what="evaluation.closed")
    assert line.by == last_day.by and line.work == last_day.evaluation.work


def test_pressed_twice_it_is_done_once(last_day: LastDay) -> None:
    last_day.close()
    lines = Deletion.objects.count()

    again = close_evaluation(last_day.evaluation, by=last_day.by)

    assert again.closed_on == LAST_DAY
    assert Deletion.objects.count() == lines
    with pytest.raises(ValidationError):
        prepare(last_day.evaluation, print_offered=True, by=last_day.by)


def test_a_code_of_a_closed_evaluation_is_like_one_that_never_was(last_day: LastDay) -> None:
    tried = [one for one in last_day.opens if one]
    assert any(codes.enter_with_token(one) for one in tried if len(one) > 15)
    assert codes.enter_with_code(last_day.receipt).way is Way.RECEIPT

    last_day.close()

    for one in tried:
        assert codes.enter_with_token(one) is None
        assert len(one) > 15 or codes.enter_with_code(one) is None


@pytest.mark.parametrize("permission", sorted(ENDS_AT_CLOSING))
def test_nobody_may_do_what_needs_the_way_to_a_person(
    last_day: LastDay, permission: Permission
) -> None:
    last_day.close()

    assert not holds(last_day.by, permission, last_day.evaluation)
    with pytest.raises(PermissionDenied):
        statements.write_down(
            last_day.evaluation.user_meetings.first(), words="Mer", by=last_day.by
        )


def test_another_evaluation_is_not_touched(last_day: LastDay, anne: Person) -> None:
    other = starting.start_evaluation(
        title="En annen", services=["Lia"], centre=last_day.evaluation.work.centre, by=anne
    )
    [somebody] = new_participants(other, [uuid.uuid4()])

    last_day.close()

    keys = [other.key, other.raw_key, other.identity_key, somebody.raw_key, somebody.masked_key]
    live = SealingKey.objects.filter(pk__in=[key.pk for key in keys], wrapped__isnull=False)
    assert live.count() == len(keys)
    other.work.refresh_from_db()
    assert not other.work.is_closed


def test_the_ledger_outside_has_it_after_the_commit(
    last_day: LastDay, django_capture_on_commit_callbacks: Callable[..., object]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        last_day.close()

    named = " ".join(Deletion.objects.values_list("keys", flat=True)).split()
    outside = {str(what) for kind, what in ledger.outside() if kind == ErasedKey.Kind.KEY}
    assert set(named) <= outside
