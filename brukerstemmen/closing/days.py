"""On which day what is masked must be gone: as the consent of each named it."""

import uuid
from datetime import date

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.privacy import consent, retention
from brukerstemmen.voices.models import Invitation, Participant


def words_until(evaluation: Evaluation) -> dict[uuid.UUID, date | None]:
    """The last day of the masked words of each who has not withdrawn; None where it is not known.

    The yes that counts names the day. A yes to more words later named a later one: the longest
    that somebody was told is what they were told last.
    """
    asked, closed_on, today = _asked(evaluation), evaluation.work.closed_on, clock.today()
    people = Participant.objects.taking_part().filter(evaluation=evaluation)
    return {
        one.pk: retention.masked_words_until(_named(one, today) or asked, closed_on=closed_on)
        for one in people.prefetch_related("decisions")
    }


def _asked(evaluation: Evaluation) -> date | None:
    invitation = Invitation.objects.filter(evaluation=evaluation).first()
    return invitation.words_until if invitation else None


def _named(participant: Participant, today: date) -> date | None:
    told = [row.as_decision() for row in participant.decisions.all()]
    return consent.holds_until(told, consent.Purpose.TAKE_PART, on=today)


def papers_until(evaluation: Evaluation) -> date | None:
    """The last day of the team's working papers; None as long as it is not known.

    Where nobody who took part is left, words without a speaker and answers on slips may be: they
    have the day that everybody was told of, else the year.
    """
    closed_on = evaluation.work.closed_on
    days = list(words_until(evaluation).values())
    days = days or [retention.masked_words_until(_asked(evaluation), closed_on=closed_on)]
    return retention.papers_until(days, closed_on=closed_on)
