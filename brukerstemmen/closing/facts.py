"""What is so today in an evaluation that somebody wants to close."""

from brukerstemmen.closing.models import Closing
from brukerstemmen.closing.states import Facts
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FollowUp, Reply
from brukerstemmen.followups.wanting import standing
from brukerstemmen.people import clock
from brukerstemmen.voices.models import Statement, ValidationRound


def facts_of(evaluation: Evaluation) -> Facts:
    """May be asked in every zone of the team."""
    closing = Closing.objects.filter(evaluation=evaluation).first()
    return Facts(
        wanting=standing(evaluation).waiting,
        reason_written=bool(closing and bytes(closing.without_feedback or b"")),
        print_offered=bool(closing and closing.print_offered_on),
        open_rounds=_open_rounds(evaluation),
        unread=unread_in(evaluation),
    )


def _open_rounds(evaluation: Evaluation) -> int:
    """Rounds in which users are asked, or nobody is told what they said; and words that are out
    with those who said them."""
    asked = FollowUp.objects.filter(evaluation=evaluation, opened_on__isnull=False, told_on=None)
    returned = ValidationRound.objects.filter(
        evaluation=evaluation, closed_on=None, deadline__gte=clock.today()
    )
    return asked.count() + returned.count()


def unread_in(evaluation: Evaluation) -> int:
    """Statements and replies whose words nobody has read and masked as they now stand."""
    statements = Statement.objects.filter(user_meeting__evaluation=evaluation)
    replies = Reply.objects.filter(follow_up__evaluation=evaluation)
    return statements.not_read_by_a_person().count() + replies.unread().count()
