"""Giving people their words back, and what they say to them."""

import uuid
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices import states
from brukerstemmen.voices.actions.consenting import allows
from brukerstemmen.voices.actions.words import checked_words, locked, new_raw
from brukerstemmen.voices.erasing import erase_statements
from brukerstemmen.voices.models import Offer, Participant, Statement, ValidationRound
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.models.validation import OfferedBy, Texting
from brukerstemmen.voices.states import Answer, MeetingState, StatementState
from brukerstemmen.voices.wording import meetings as wording


@transaction.atomic
def open_round(evaluation: Evaluation, *, deadline: date, by: Person) -> ValidationRound:
    """Offer everything that is masked to those who said it. Again: what is ready since joins in,
    and the deadline is moved.

    Raises PermissionDenied, or ValidationError if nothing is ready or the day is not to come.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.RUN_VALIDATION, evaluation)
    if deadline <= clock.today():
        raise ValidationError({"deadline": _("Choose a day to come.")})
    waiting = list(to_be_offered(evaluation))
    there = ValidationRound.objects.filter(evaluation=evaluation).first()
    if there is None and not waiting:
        raise ValidationError(_("Nothing is masked yet, so there is nothing to give back."))
    if there is None:
        there = ValidationRound(evaluation=evaluation, opened_on=clock.today(), opened_by=by)
    there.deadline, there.closed_on = deadline, None
    there.save()
    _ask_once_more(evaluation)
    _send(there, waiting)
    record(by=by, what="validation.opened", about=evaluation, count=len(waiting))
    return there


def _ask_once_more(evaluation: Evaluation) -> None:
    """The deadline is moved: what nobody had answered by the first one waits again."""
    late = Statement.objects.filter(
        user_meeting__evaluation=evaluation, state=StatementState.UNANSWERED
    )
    late.update(state=StatementState.SENT)


def to_be_offered(evaluation: Evaluation) -> Iterable[Statement]:
    """Masked words with a known speaker who has not been asked about them yet."""
    return (
        Statement.objects.filter(
            user_meeting__evaluation=evaluation,
            user_meeting__state=MeetingState.MASKED,
            speaker__isnull=False,
        )
        .ready()
        .filter(state__in=[state.value for state in states.BEFORE_SENT])
    )


def _send(around: ValidationRound, statements: Iterable[Statement]) -> None:
    speakers = set()
    for statement in statements:
        statement.state = states.sent(statement.state_now)
        statement.save(update_fields=["state"])
        speakers.add(statement.speaker_id)
    for speaker in speakers:
        offer, made = Offer.objects.get_or_create(round=around, participant_id=speaker)
        if not made:
            _wait_again(offer)


def _wait_again(offer: Offer) -> None:
    """There is something new to look at: they are to be told of it once more."""
    offer.offered_on = offer.answered_on = offer.texted_on = None
    offer.text_state = Texting.NONE
    offer.save(update_fields=["offered_on", "answered_on", "texted_on", "text_state"])


@transaction.atomic
def plan_offer(participant: Participant, by_way_of: OfferedBy, *, by: Person) -> Offer:
    """How somebody is to get their words: with a code, by telephone, by post, when we meet.

    Raises PermissionDenied, or ValidationError if nothing is offered to them.
    """
    require(by, Permission.ANSWER_FOR, participant)
    offer = _offer_of(participant)
    offer.by_way_of = OfferedBy(by_way_of)
    offer.save(update_fields=["by_way_of"])
    return offer


@transaction.atomic
def mark_offered(participants: Iterable[Participant], *, by: Person) -> int:
    """They have been called, written to or told. Raises PermissionDenied. Returns how many."""
    marked: Counter[Evaluation] = Counter()
    for participant in participants:
        require(by, Permission.ANSWER_FOR, participant)
        offers = Offer.objects.filter(participant=participant, offered_on__isnull=True)
        marked[participant.evaluation] += offers.update(offered_on=clock.today())
    for evaluation, number in marked.items():
        if number:
            record(by=by, what="words.offered", about=evaluation, count=number)
    return marked.total()


@transaction.atomic
def keep_offers(
    around: ValidationRound,
    *,
    ways: Mapping[int, OfferedBy],
    told: Collection[int],
    by: Person,
) -> None:
    """How those in a round are to get their words, and who has been told today, by number.

    Numbers that are not in the round are passed over. Raises PermissionDenied.
    """
    require(by, Permission.ANSWER_FOR, around)
    newly = 0
    offers = around.offers.select_for_update(of=("self",)).select_related("participant")
    for offer in offers.order_by("pk"):
        number = offer.participant.number
        offer.by_way_of = ways.get(number, offer.by_way_of)
        if number in told and offer.offered_on is None:
            offer.offered_on = clock.today()
            newly += 1
        offer.save(update_fields=["by_way_of", "offered_on"])
    if newly:
        record(by=by, what="words.offered", about=around.evaluation, count=newly)


def _offer_of(participant: Participant) -> Offer:
    offer = Offer.objects.filter(participant=participant).first()
    if offer is None:
        raise ValidationError(_("Nothing of theirs is ready yet."))
    return offer


@transaction.atomic
def answer(
    statement: Statement, said: Answer, *, based_on: int, words: str = "", by_self: Participant
) -> None:
    """What a participant says to their own words, at their own door.

    based_on: the masked version they saw. words: the new wording, for CHANGE.
    Raises ValidationError if it is not theirs, if the words have changed since, or with what to
    change.
    """
    if statement.speaker_id != by_self.pk:
        raise ValidationError(wording.NOT_FROM_HERE)
    _answer(statement, said, based_on, words, author=None)
    record_later(what="words.answered", about=by_self.evaluation)


@transaction.atomic
def answer_on_behalf(
    statement: Statement, said: Answer, *, based_on: int, words: str = "", by: Person
) -> None:
    """The same, told by telephone, on paper or in the room, and marked so in the journal.

    Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.ANSWER_FOR, statement)
    _answer(statement, said, based_on, words, author=by)
    record(by=by, what="words.answered_for", about=statement.user_meeting)


def _answer(
    statement: Statement, said: Answer, based_on: int, words: str, author: Person | None
) -> None:
    statement = locked(statement)
    speaker = statement.speaker
    if said is Answer.CHANGE and _said_already(statement, words):
        return
    if speaker is None or not _may_be_said(said, statement):
        raise ValidationError(wording.NOT_FROM_HERE)
    about_wording = said in {Answer.YES, Answer.CHANGE}
    if about_wording and based_on != statement.masked_number:
        raise ValidationError(_("The words have changed since you saw them. Read them again."))
    after = states.answered(said, allows_quotes=allows(speaker, Purpose.QUOTES))
    if after is None:
        strike(statement)
    elif after is StatementState.REWORDED:
        _reword(statement, words, author)
    else:
        statement.state, statement.answered_number = after, statement.masked_number
        statement.save(update_fields=["state", "answered_number"])
    _note_answer(speaker)


def _may_be_said(said: Answer, statement: Statement) -> bool:
    return states.may_answer(
        said,
        is_ready=statement.is_ready,
        is_reworded=statement.state_now is StatementState.REWORDED,
    )


def _reword(statement: Statement, words: str, author: Person | None) -> None:
    """New words are raw again: a person reads and masks them before they count as changed."""
    words = checked_words(words)
    last = statement.raw_wordings.aggregate(last=Max("number"))["last"]
    new_raw(statement, words, number=last + 1, reason=Reason.OWN, by=author).save(force_insert=True)
    statement.raw_number, statement.state = last + 1, StatementState.REWORDED
    statement.save(update_fields=["raw_number", "state"])


def _said_already(statement: Statement, words: str) -> bool:
    """A second press of the same button is no second wording."""
    if statement.state_now is not StatementState.REWORDED:
        return False
    newest = statement.raw_wordings.get(number=statement.raw_number)
    return newest.read("words") == words.strip()


def strike(statement: Statement) -> None:
    """Take one statement away, from every copy: what else its speaker has said is sealed anew,
    and the keys that sealed it until now are destroyed. Needs a capability for raw words."""
    speaker = statement.speaker
    erase_statements([statement])
    if speaker is not None:
        renew_keys(speaker)


def renew_keys(participant: Participant) -> None:
    """Other keys in the place of both."""
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    participant.raw_key = keys.renew(participant.raw_key)
    participant.masked_key = keys.renew(participant.masked_key)
    participant.save(update_fields=["raw_key", "masked_key"])


def _note_answer(speaker: Participant) -> None:
    """The offer is answered when nothing of theirs waits any more."""
    waits = speaker.statements.filter(state__in=[StatementState.SENT, StatementState.UNANSWERED])
    day = None if waits.exists() else clock.today()
    Offer.objects.filter(participant=speaker).update(answered_on=day)


def settle(statement: Statement, words: str) -> None:
    """A person has read the masked words and nothing is unresolved: what state it is in now.
    Not saved here."""
    same = words == _words_agreed_to(statement)
    after = states.masked(
        statement.state_now,
        same_words=same,
        allows_quotes=allows(statement.speaker, Purpose.QUOTES),
    )
    statement.state = after
    if after in states.ANSWERED:
        statement.answered_number = statement.masked_number
    elif after is StatementState.DEIDENTIFIED:
        _ask_again(statement)


def _words_agreed_to(statement: Statement) -> str:
    """The wording the speaker has decided about: their own new one, or the masked one they saw."""
    if statement.state_now is StatementState.REWORDED:
        return statement.raw_wordings.get(number=statement.raw_number).read("words")
    answered = statement.answered_number or statement.masked_number - 1
    seen = statement.masked_wordings.filter(number=answered).first()
    return seen.read("words") if seen else ""


def _ask_again(statement: Statement) -> None:
    """In an open round, words that are new since join in."""
    offer = Offer.objects.filter(
        participant=statement.speaker_id, round__closed_on__isnull=True
    ).first()
    if offer is not None:
        statement.state = states.sent(statement.state_now)
        _wait_again(offer)


def pass_deadlines() -> int:
    """The day after a deadline: what nobody has answered counts, and is not quoted. A chore.
    Returns how many statements."""
    passed = 0
    for around in ValidationRound.objects.filter(
        closed_on__isnull=True, deadline__lt=clock.today()
    ):
        passed += _pass_deadline(around.pk)
    return passed


@transaction.atomic
def _pass_deadline(round_id: uuid.UUID | int) -> int:
    around = ValidationRound.objects.select_for_update().get(pk=round_id)
    waiting = Statement.objects.filter(
        user_meeting__evaluation=around.evaluation_id, state=StatementState.SENT
    )
    passed = waiting.update(state=StatementState.UNANSWERED)
    around.closed_on = clock.today()
    around.save(update_fields=["closed_on"])
    return passed
