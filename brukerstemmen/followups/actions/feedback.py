"""Telling those who took part what it led to: one letter, in as many ways as they need.

Nobody who did not want to hear is ever contacted, and whoever leaves is left in peace at once.
"""

import json
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FeedbackTo, FollowUp, ParticipantFeedback
from brukerstemmen.followups.states import Reached, Way
from brukerstemmen.followups.wanting import newest_letter, standing, wanting
from brukerstemmen.measures.actions.standing_in import text
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import Participant

from .letter_texts import queue_texts, send_waiting
from .lines import refuse_what_is_not_ours_to_tell

__all__ = [
    "begin_feedback",
    "change_letter",
    "choose_way",
    "queue_texts",
    "say_not_reached",
    "say_told",
    "send_waiting",
    "standing",
    "take_along",
    "told_by_code",
    "wanting",
    "words_of",
]


@transaction.atomic
def begin_feedback(
    evaluation: Evaluation,
    *,
    words: str,
    after: str = "",
    follow_up: FollowUp | None = None,
    by: Person,
) -> ParticipantFeedback:
    """A letter to everybody who wants to hear: what the team says before and after what is built
    of released rows. The same letter sent twice is one; another takes the place of the one before.

    Raises PermissionDenied, or ValidationError for words that are missing or point at somebody.
    """
    evaluation = Evaluation.objects.select_for_update(of=("self",)).get(pk=evaluation.pk)
    require(by, Permission.RELEASE, evaluation)
    _refuse_closed(evaluation)
    before = _own_words(evaluation, words, after)
    last = newest_letter(evaluation)
    if last and last.follow_up_id == getattr(follow_up, "pk", None) and words_of(last) == before:
        return last
    if last is not None:
        # What waits would tell them of a letter that is no more.
        waiting = FeedbackTo.objects.filter(feedback=last, reached=Reached.WAITING)
        waiting.update(reached=Reached.NOT_YET)
    made = ParticipantFeedback(
        evaluation=evaluation,
        key=evaluation.key,
        number=_next(evaluation),
        follow_up=follow_up,
        opened_on=clock.today(),
        opened_by=by,
    )
    made.seal(words=json.dumps(before))
    made.save(force_insert=True)
    _add(made, last)
    record(by=by, what="feedback.begun", about=evaluation)
    return made


@transaction.atomic
def change_letter(
    feedback: ParticipantFeedback, *, words: str, after: str = "", by: Person
) -> ParticipantFeedback:
    """Say it in other words, as long as nobody has been told.

    Raises PermissionDenied or ValidationError.
    """
    feedback = ParticipantFeedback.objects.select_for_update(of=("self",)).get(pk=feedback.pk)
    require(by, Permission.RELEASE, feedback)
    _refuse_closed(feedback.evaluation)
    before = _own_words(feedback.evaluation, words, after)
    if feedback.to.exclude(reached=Reached.NOT_YET).exists():
        raise ValidationError(_("Somebody has been told already. Write a new letter instead."))
    feedback.seal(words=json.dumps(before))
    feedback.save(update_fields=["words"])
    record(by=by, what="feedback.rewritten", about=feedback)
    return feedback


def words_of(feedback: ParticipantFeedback) -> list[str]:
    """What the team says in the letter: before what is built, and after. "" where nothing."""
    told = feedback.read("words")
    before, after = json.loads(told) if told else ("", "")
    return [before, after]


def _own_words(evaluation: Evaluation, words: str, after: str) -> list[str]:
    told = [
        text(words, "words", needed=_("Write to those who spoke, in your own words.")),
        text(after, "after"),
    ]
    for field, said in zip(("words", "after"), told, strict=True):
        refuse_what_is_not_ours_to_tell(evaluation.work, said, field)
    return told


def _refuse_closed(evaluation: Evaluation) -> None:
    if evaluation.work.is_closed:
        raise ValidationError(_("The evaluation is closed. Nobody can be reached any more."))


def _next(evaluation: Evaluation) -> int:
    return (evaluation.feedback.aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def take_along(feedback: ParticipantFeedback, *, by: Person) -> int:
    """Those who have said that they want to hear since the letter was begun. Returns how many.

    Raises PermissionDenied.
    """
    feedback = ParticipantFeedback.objects.select_for_update(of=("self",)).get(pk=feedback.pk)
    require(by, Permission.ANSWER_FOR, feedback)
    added = _add(feedback, None)
    if added:
        record(by=by, what="feedback.taken_along", about=feedback.evaluation, count=added)
    return added


def _add(feedback: ParticipantFeedback, before: ParticipantFeedback | None) -> int:
    """A row for each who wants to hear and has none, in the way they had it before. Nobody leaves
    meanwhile: a row that came after them would stand."""
    hold(Participant.objects.taking_part().filter(evaluation=feedback.evaluation_id))
    ways = dict(before.to.values_list("participant", "by_way_of")) if before else {}
    there = set(feedback.to.values_list("participant", flat=True))
    people = [one for one in wanting(feedback.evaluation) if one.pk not in there]
    FeedbackTo.objects.bulk_create(
        FeedbackTo(feedback=feedback, participant=one, by_way_of=ways.get(one.pk, Way.CODE))
        for one in people
    )
    return len(people)


@transaction.atomic
def choose_way(to: FeedbackTo, way: Way, *, by: Person) -> FeedbackTo:
    """How somebody is to hear. A text that waits is not sent when another way is chosen.

    Raises PermissionDenied, or ValidationError for one who has heard.
    """
    to = _held(to, by)
    if to.by_way_of == way:
        return to
    if to.reached == Reached.TOLD:
        raise ValidationError(_("They have been told already."))
    to.by_way_of = way
    if to.reached == Reached.WAITING:
        to.reached = Reached.NOT_YET
    to.save(update_fields=["by_way_of", "reached"])
    record(by=by, what="feedback.way_chosen", about=to.feedback.evaluation)
    return to


@transaction.atomic
def say_told(
    to: FeedbackTo, *, way: Way | None = None, on: date | None = None, by: Person
) -> FeedbackTo:
    """Somebody has heard: by telephone, in a letter that is posted, or in the room.

    on: the day, today if nothing else is said. Raises PermissionDenied, or ValidationError for a
    day to come. Said twice, the first day stands.
    """
    to = _held(to, by)
    day = on or clock.today()
    if day > clock.today():
        raise ValidationError({"on": _("That day has not come yet.")})
    if to.reached == Reached.TOLD:
        return to
    to.reached, to.told_on, to.registered_by = Reached.TOLD, day, by
    to.by_way_of = way or to.by_way_of
    to.save(update_fields=["reached", "told_on", "registered_by", "by_way_of"])
    record(by=by, what="feedback.told", about=to.feedback.evaluation)
    return to


@transaction.atomic
def say_not_reached(to: FeedbackTo, *, by: Person) -> FeedbackTo:
    """Tried, and not found. Raises PermissionDenied, or ValidationError for one who has heard."""
    to = _held(to, by)
    if to.reached == Reached.NOT_REACHED:
        return to
    if to.reached == Reached.TOLD:
        raise ValidationError(_("They have been told already."))
    to.reached, to.registered_by = Reached.NOT_REACHED, by
    to.save(update_fields=["reached", "registered_by"])
    record(by=by, what="feedback.not_reached", about=to.feedback.evaluation)
    return to


def _held(to: FeedbackTo, by: Person) -> FeedbackTo:
    rows = FeedbackTo.objects.select_for_update(of=("self",))
    to = rows.select_related("feedback__evaluation__work").get(pk=to.pk)
    require(by, Permission.ANSWER_FOR, to)
    return to


@transaction.atomic
def told_by_code(participant: Participant) -> bool:
    """They have opened the page themselves: they are told, with the day and no hour.

    True the first time, for somebody who wanted to hear.
    """
    letter = newest_letter(participant.evaluation)
    waits = FeedbackTo.objects.filter(feedback=letter, participant=participant)
    told = waits.exclude(reached=Reached.TOLD).update(
        reached=Reached.TOLD, told_on=clock.today(), by_way_of=Way.CODE, registered_by=None
    )
    if told:
        record_later(what="feedback.read", about=participant)
    return bool(told)
