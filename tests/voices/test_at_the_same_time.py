"""Somebody leaves while somebody else writes: nothing of theirs is left behind the one who left.

SQLite lets one transaction in at a time, so that only PostgreSQL has these moments.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from time import monotonic, sleep
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from brukerstemmen.people import clock, opening
from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import (
    importing,
    masking,
    second_reading,
    statements,
    validation,
    withdrawal,
)
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import MaskedWording, Participant, Statement, UserMeeting
from tests.cast import TODAY

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]
PATIENCE = 20


def at_another_desk(act: Callable[[], Any]) -> Any:
    """On a connection of its own, as another request would."""
    try:
        with clock.at(TODAY), opening.opened(Zone.Z4_IDENTITY, by="test", reason="other desk"):
            return act()
    finally:
        connection.close()


def waits_for_us() -> bool:
    with connection.cursor() as cursor:
        # Within a transaction the first answer would be given again and again.
        cursor.execute("SELECT pg_stat_clear_snapshot()")
        cursor.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
        return bool(cursor.fetchone()[0])


def meanwhile(
    first: Callable[[], Any], then: Callable[[], Any], last: Callable[[], Any] = lambda: None
) -> "Future[Any]":
    """Do the first; before it is committed the other begins, and waits. last: what the first does
    besides while the other waits."""
    with ThreadPoolExecutor(1) as desk:
        with transaction.atomic():
            first()
            other = desk.submit(at_another_desk, then)
            end = monotonic() + PATIENCE
            while not waits_for_us() and not other.done() and monotonic() < end:
                sleep(0.05)
            last()
        other.exception(PATIENCE)
    return other


def test_words_written_down_while_their_speaker_leaves(meeting: UserMeeting, anne: Person) -> None:
    speaker = meeting.evaluation.participants.get(number=1)
    other = meanwhile(
        lambda: withdrawal.withdraw(speaker),
        lambda: statements.write_down(meeting, words="Hun lyttet.", speaker=speaker, by=anne),
    )
    assert isinstance(other.exception(), ValidationError)
    assert not Statement.objects.exists()


def test_notes_taken_in_while_one_of_the_speakers_leaves(
    meeting: UserMeeting, anne: Person
) -> None:
    speaker = meeting.evaluation.participants.get(number=1)
    row = importing.preview(meeting, pasted="D01: Hun lyttet.\nD02: Ingen ringte.", by=anne)
    other = meanwhile(lambda: withdrawal.withdraw(speaker), lambda: importing.take_in(row, by=anne))
    assert isinstance(other.exception(), ValidationError)
    assert not Statement.objects.exists()


def test_words_masked_while_their_speaker_gets_other_keys(
    written: UserMeeting, anne: Person
) -> None:
    statement = written.statements.select_related("speaker__masked_key").get(position=1)
    person = Participant.objects.get(pk=statement.speaker_id)
    told: dict[str, Any] = {"kept": {}, "based_on": (1, 0), "by": anne}
    other = meanwhile(
        lambda: validation.renew_keys(person),
        lambda: masking.mask(statement, words="Behandleren min lytter.", **told),
    )
    assert other.exception() is None
    version = MaskedWording.objects.get(statement=statement)
    assert SealingKey.objects.get(pk=version.key_id).wrapped is not None


def test_a_second_reader_and_one_who_masks_many_do_not_wait_for_each_other(
    read_aloud: UserMeeting, anne: Person, frida: Person
) -> None:
    statement = read_aloud.statements.get(position=1)
    words, kept = "Jeg er samisk og jobber som jordmor.", {"samisk": "x", "jobber som jordmor": "x"}
    masking.mask(statement, words=words, kept=kept, based_on=(1, 0), by=anne)
    speaker = Participant.objects.filter(statements=statement.pk)

    other = meanwhile(
        # In the order of `mask_many`: the meeting, those who spoke, the statements.
        lambda: UserMeeting.objects.select_for_update().get(pk=read_aloud.pk),
        lambda: second_reading.let_stand(statement, based_on=1, by=frida),
        last=lambda: (
            hold(speaker),
            list(Statement.objects.select_for_update().filter(pk=statement.pk)),
        ),
    )

    assert other.exception() is None
    statement.refresh_from_db()
    assert statement.is_ready
