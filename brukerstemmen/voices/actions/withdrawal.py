"""The way out: as easy as the yes, for no reason given, and through everything at once."""

import uuid
from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import Q

from brukerstemmen.people import clock, ledger
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record_later
from brukerstemmen.people.models import ErasedKey, Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions.consenting import count_only, enter_decision, states_of
from brukerstemmen.voices.actions.participants import give_new_keys
from brukerstemmen.voices.erasing import erase_participant, erase_statements
from brukerstemmen.voices.models import Participant, Statement


@transaction.atomic
def withdraw(participant: Participant) -> int:
    """A participant leaves, at their own door. Returns how many statements went with them."""
    gone = _withdraw(participant, consent.Channel.OWN_LINK, by=None)
    if gone is not None:
        record_later(what="participant.withdrawn", about=participant, count=gone)
    return gone or 0


@transaction.atomic
def withdraw_on_behalf(participant: Participant, *, channel: consent.Channel, by: Person) -> int:
    """Somebody on the team takes a participant out who has asked for it. No reason is asked.

    Raises PermissionDenied. Returns how many statements went with them.
    """
    require(by, Permission.WITHDRAW_FOR, participant)
    gone = _withdraw(participant, channel, by=by)
    if gone is not None:
        # By day only, as at their own door: who wrote it down stands with the decisions.
        record_later(what="participant.withdrawn", about=participant, count=gone)
    return gone or 0


def _withdraw(participant: Participant, channel: consent.Channel, by: Person | None) -> int | None:
    """None if they had withdrawn before. Opens no key."""
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if participant.is_withdrawn:
        return None
    for purpose, state in states_of(participant).items():
        if state in {consent.State.GIVEN, consent.State.OFFERED, consent.State.EXPIRED}:
            enter_decision(participant, purpose, consent.Act.WITHDRAW, channel=channel, by=by)
    return _erase(participant)


def _erase(participant: Participant) -> int:
    gone = erase_participant(participant)
    ledger.enter(ErasedKey.Kind.PARTICIPANT, [participant.pk])
    participant.withdrawn_on = clock.today()
    participant.is_young, participant.guardian_told_on = False, None
    participant.wants_to_be_named = False
    participant.save()
    return gone


def erase_again(gone: Mapping[str, Collection[uuid.UUID]]) -> None:
    """What the ledger of erasure does with a database from before: the same, once more.

    gone: what is erased, by kind in the ledger. Needs a capability, to make keys.
    """
    struck = gone.get(ErasedKey.Kind.STATEMENT, ())
    erase_statements(Statement.objects.filter(pk__in=list(struck)))
    left = gone.get(ErasedKey.Kind.PARTICIPANT, ())
    for one in Participant.objects.filter(pk__in=list(left)):
        # How they told us is in no ledger; that they left is what the proof must hold.
        if _withdraw(one, consent.Channel.OWN_LINK, by=None) is None:
            _erase(one)
    # Where an evaluation is closed nobody has raw words any more, and nobody gets new keys.
    still_here = Participant.objects.taking_part().filter(evaluation__work__closed_on=None)
    for one in still_here.filter(
        Q(raw_key__wrapped__isnull=True) | Q(masked_key__wrapped__isnull=True)
    ):
        _go_on_without_words(one)


def _go_on_without_words(participant: Participant) -> None:
    """Their keys were renewed after the backup was made, so what they said is lost with it: it
    counts, and is not quoted. What comes now gets other keys."""
    give_new_keys(participant)
    count_only(participant)


@transaction.atomic
def take_back(
    participant: Participant,
    purpose: consent.Purpose,
    *,
    channel: consent.Channel,
    by: Person | None,
) -> None:
    """Take back the yes to one purpose, and stay. Taking back TAKE_PART is to withdraw.

    Without a yes to quotes nothing of theirs is quotable any more; it still counts.
    Raises PermissionDenied if somebody does it on behalf who may not.
    """
    if purpose is consent.Purpose.TAKE_PART:
        raise ValueError("to take back taking part is to withdraw")
    if by is not None:
        require(by, Permission.WITHDRAW_FOR, participant)
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if states_of(participant)[purpose] is not consent.State.GIVEN:
        return
    enter_decision(participant, purpose, consent.Act.WITHDRAW, channel=channel, by=by)
    if purpose is consent.Purpose.QUOTES:
        count_only(participant)
