"""The last part of the world: what comes after the final report. A round that is told and one that
is open, answers of three kinds, a letter, the public story, and a closing that is prepared."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from brukerstemmen.closing.actions import prepare
from brukerstemmen.followups.actions import feedback, lines, masking, rounds, slips, story, telling
from brukerstemmen.followups.actions.replying import Given, reply
from brukerstemmen.followups.finding import context_in_round, hits_of
from brukerstemmen.followups.models import FeedbackTo, FeltSlips, FollowUp, Reply
from brukerstemmen.followups.states import Way
from brukerstemmen.journey.actions.calendar import renew_address
from brukerstemmen.measures.actions import agree_on_terms, hold_measure
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Measure
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions import consenting
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY
from tests.outgoing import Bird, Outgoing

ANSWER_BY = TODAY + timedelta(days=21)


@dataclass(frozen=True)
class Answered:
    """A round that is open, with what two have answered: one who took part, and one with a slip."""

    round: FollowUp
    own: Reply
    slips: FeltSlips
    new: Given


def follow(told: Outgoing, speaker: Participant) -> dict[str, Any]:
    """speaker: the participant whose words stand in the world. They want to hear, on paper."""
    evaluation, by = told.evaluation, told.by
    measure = Measure.objects.get(pk=told.parts["measure"])
    _, eli = told.service
    agree_on_terms(evaluation.work, escalate_to=eli, by=by)
    hold_measure(measure, eli, by=eli)
    _tell_one_round(told, measure)
    lines.write_line(measure, told.let_out("line"), by=by)
    wants(speaker, by=by)
    letter = feedback.begin_feedback(
        evaluation, words=told.kept("letter"), after=told.kept("letterend"), by=by
    )
    feedback.choose_way(letter.to.get(participant=speaker), Way.POST, by=by)
    story.publish_story(evaluation, by=by)
    answered = ask(told, measure, speaker)
    rounds.write_note(answered.round, told.kept("roundnote"), by=by)
    # Another round waits to be opened.
    rounds.plan_round(evaluation, due_on=ANSWER_BY, by=by)
    prepare(evaluation, without_feedback=told.kept("nofeedback"), by=by)
    return {
        "round_number": answered.round.number,
        "own_reply": answered.own.pk,
        "new_reply": answered.new.reply.pk,
        "receipt": answered.new.receipt,
        "felt_sheet": answered.slips.pk,
        "token_of_felt": answered.slips.read("token"),
        "calendar_token": renew_address(by=by),
        "year": clock.today().year,
    }


def wants(participant: Participant, *, by: Person) -> None:
    """They say yes to everything, to being contacted again too."""
    consenting.answer_consent_on_behalf(
        participant,
        {Purpose.TAKE_PART: True, Purpose.QUOTES: True, Purpose.CONTACT_AGAIN: True},
        text_version="1",
        channel=consent.Channel.PHONE,
        by=by,
    )


def _tell_one_round(told: Outgoing, measure: Measure) -> None:
    """Nobody has answered, so that there is too little to say; a meeting was held about it."""
    made = rounds.plan_round(told.evaluation, due_on=TODAY, by=told.by)
    rounds.open_round(made, measures=[measure], answer_by=TODAY, by=told.by)
    rounds.note_meeting(made, on=TODAY, minutes_long=60, users_came=8, staff_came=7, by=told.by)
    rounds.close_round(made, by=told.by)
    telling.tell_round(made, note=told.let_out("told"), by=told.by)


def ask(told: Outgoing, measure: Measure, speaker: Participant) -> Answered:
    """A round that people answer now. What the participant writes is read and masked, with a
    reason for what stays; what came on a slip waits."""
    made = rounds.plan_round(told.evaluation, due_on=TODAY, by=told.by)
    rounds.open_round(made, measures=[measure], answer_by=ANSWER_BY, by=told.by)
    own = answer(made, speaker, told.kept)
    mask_reply(own, told.kept, by=told.by)
    sheet = slips.make_slips(made, number=8, by=told.by)
    new = reply(
        made,
        participant=None,
        slips=sheet,
        felt={measure.pk: Felt.HALF},
        notices=told.kept("newnotices"),
        missing=told.kept("newmissing"),
    )
    return Answered(made, own, sheet, new)


def answer(made: FollowUp, participant: Participant, bird: Bird) -> Reply:
    """Somebody who took part answers at their own door."""
    felt = {one.measure_id: Felt.NOTICED for one in made.asked.all()}
    said = {"notices": bird("feltnotices"), "missing": bird("feltmissing")}
    return reply(made, participant=participant, felt=felt, **said).reply


def mask_reply(row: Reply, bird: Bird, *, by: Person) -> None:
    """A person reads it; a place stays in it, with a reason."""
    words = f"{bird('maskednotices')} i Trondheim"
    hits = hits_of(words, row, context_in_round(row.follow_up))
    assert hits, "a well-known town is found"
    masking.read_reply(
        row,
        notices=words,
        missing=bird("maskedmissing"),
        kept={hit.text: bird("keptreason") for hit in hits},
        version=row.version,
        by=by,
    )


def rows_of(participant: Participant) -> dict[str, bool]:
    """What following up keeps about somebody, and whether it is there."""
    return {
        "replies": Reply.objects.filter(participant=participant).exists(),
        "feedback": FeedbackTo.objects.filter(participant=participant).exists(),
    }
