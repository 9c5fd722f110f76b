"""Two desks at once, and somebody who leaves meanwhile: told once, counted as they stand, and
nothing left of the one who left.

SQLite lets one transaction in at a time, so that only PostgreSQL has these moments.
"""

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import feedback, replying, rounds, slips, telling
from brukerstemmen.followups.models import FeedbackTo, FollowUp, Reply
from brukerstemmen.measures.felt import Felt, Verdict
from brukerstemmen.measures.models import FeltTold, FollowUpTold, Measure
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import invitations, withdrawal
from brukerstemmen.voices.models import Participant
from tests.followups import rounds_cast, telling_cast
from tests.followups.rounds_cast import reply_in
from tests.followups.telling_cast import WORDS
from tests.voices.test_at_the_same_time import meanwhile

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]
measures, planned, open_round = rounds_cast.measures, rounds_cast.planned, rounds_cast.open_round
people = telling_cast.people


def test_who_leaves_as_a_letter_is_begun_stands_in_no_list(
    evaluation: Evaluation, people: list[Participant], anne: Person
) -> None:
    begun = meanwhile(
        lambda: withdrawal.withdraw(people[0]),
        lambda: feedback.begin_feedback(evaluation, words=WORDS, by=anne),
    )

    assert begun.exception() is None
    assert [row.participant for row in FeedbackTo.objects.all()] == [people[1]]


def test_who_leaves_as_others_are_taken_along_stands_in_no_list(
    evaluation: Evaluation, people: list[Participant], anne: Person
) -> None:
    letter = feedback.begin_feedback(evaluation, words=WORDS, by=anne)
    FeedbackTo.objects.all().delete()
    taken = meanwhile(
        lambda: withdrawal.withdraw(people[0]), lambda: feedback.take_along(letter, by=anne)
    )

    assert (taken.exception(), taken.result()) == (None, 1)
    assert not FeedbackTo.objects.filter(participant=people[0]).exists()


def test_two_who_tell_at_once_tell_once(
    open_round: FollowUp, measures: list[Measure], anne: Person
) -> None:
    for _number in range(6):
        reply_in(open_round, {measures[0]: Felt.SAME})
    closed = rounds.close_round(open_round, by=anne)
    second = meanwhile(
        lambda: telling.tell_round(closed, note="", by=anne),
        lambda: telling.tell_round(closed, note="", by=anne),
    )

    assert second.exception() is None
    assert FollowUpTold.objects.count() == 1
    assert measures[0].steps.filter(status="reopened").count() == 1


def test_who_leaves_first_is_not_counted(
    open_round: FollowUp, measures: list[Measure], people: list[Participant], anne: Person
) -> None:
    reply_in(open_round, {measures[0]: Felt.NOTICED}, participant=people[0])
    for _number in range(5):
        reply_in(open_round, {measures[0]: Felt.NOTICED})
    closed = rounds.close_round(open_round, by=anne)
    told = meanwhile(
        lambda: withdrawal.withdraw(people[0]),
        lambda: telling.tell_round(closed, note="", by=anne),
    )

    assert told.exception() is None
    assert FollowUpTold.objects.get().replies is None
    assert FeltTold.objects.get(measure=measures[0]).verdict == Verdict.TOO_FEW


def test_the_last_slip_lets_one_answer(
    open_round: FollowUp, measures: list[Measure], anne: Person
) -> None:
    invitations.describe_invitation(
        open_round.evaluation, contact=anne, telephone="20 55 01 00", by=anne
    )
    sheet = slips.make_slips(open_round, number=1, by=anne)

    def answer() -> None:
        felt = {measures[0].pk: Felt.SAME}
        replying.reply(open_round, participant=None, slips=sheet, felt=felt, notices="", missing="")

    assert isinstance(meanwhile(answer, answer).exception(), ValidationError)
    assert Reply.objects.count() == 1
