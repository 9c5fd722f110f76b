"""What each evaluation has promised and not kept yet, counted from what has happened.

Twenty queries, however many evaluations there are. Numbers, days and released words only:
nothing sealed is opened here, and nobody is named.
"""

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from django.db.models import Count, Min, OuterRef, Q, Subquery

from brukerstemmen.closing.models import Closing
from brukerstemmen.dialogues.models import Dialogue, DialogueState
from brukerstemmen.dialogues.showing.counting import agreed_among
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.models import FollowUp, ParticipantFeedback, Reply
from brukerstemmen.followups.states import RoundState
from brukerstemmen.followups.wanting import standings
from brukerstemmen.journey.promises import Promise, Promised
from brukerstemmen.measures.models import Answer, Asking, Matter, Measure, MeasureStep
from brukerstemmen.measures.states import AGREED, Says, Status
from brukerstemmen.people import clock
from brukerstemmen.reports.models import CommentOutcome, FactComment
from brukerstemmen.voices.models import Invitation, Statement, ValidationRound
from brukerstemmen.voices.showing.returning import TO_GIVE_BACK

# The evaluation, and something it has promised.
Found = Iterator[tuple[uuid.UUID, Promised]]
FINISHED = frozenset({Status.DONE, Status.NOT_DONE, Status.REJECTED})
_UNSAID = {Status.PROPOSED: Promise.SAY, Status.NEEDS_DECISION: Promise.DECIDE}


def promised_by(evaluations: Iterable[Evaluation]) -> dict[uuid.UUID, list[Promised]]:
    """What is not kept yet, by the id of the evaluation. Nothing where it is stopped or
    closed: what the service goes on doing is followed no more."""
    going = [one for one in evaluations if not one.is_stopped and not one.work.is_closed]
    found: dict[uuid.UUID, list[Promised]] = {one.pk: [] for one in going}
    for look in _LOOK:
        for evaluation, promised in look(going):
            found[evaluation].append(promised)
    return found


def _of_works(evaluations: list[Evaluation]) -> dict[uuid.UUID, uuid.UUID]:
    return {one.work_id: one.pk for one in evaluations}


def _words(evaluations: list[Evaluation]) -> Found:
    """Words that those who said them have not been offered, or have not answered about."""
    path = "user_meeting__evaluation"
    rows = Statement.objects.filter(TO_GIVE_BACK, **{f"{path}__in": evaluations}).order_by()
    for row in rows.values(path).annotate(number=Count("pk"), since=Min("user_meeting__held_on")):
        told = Promised(Promise.GIVE_BACK, number=row["number"], since=row["since"])
        yield row[path], told
    rounds = ValidationRound.objects.filter(evaluation__in=evaluations, closed_on__isnull=True)
    silent = Count("offers", filter=Q(offers__answered_on__isnull=True))
    for one in rounds.annotate(silent=silent).filter(silent__gt=0, deadline__gte=clock.today()):
        yield (
            one.evaluation_id,
            Promised(Promise.OWN_WORDS, number=one.silent, since=one.opened_on, due=one.deadline),
        )


def _replies(evaluations: list[Evaluation]) -> Found:
    """People who have replied on a slip. Which day is not kept where this page may look."""
    rows = Invitation.objects.filter(evaluation__in=evaluations, replies_waiting__gt=0)
    for evaluation, number in rows.values_list("evaluation", "replies_waiting"):
        yield evaluation, Promised(Promise.REPLY, number=number)


def _comments(evaluations: list[Evaluation]) -> Found:
    works = _of_works(evaluations)
    rows = FactComment.objects.filter(report__work__in=works, outcome=CommentOutcome.WAITING)
    for row in rows.order_by().values("report__work").annotate(number=Count("pk"), since=Min("on")):
        told = Promised(Promise.COMMENT, number=row["number"], since=row["since"])
        yield works[row["report__work"]], told


def _dialogues(evaluations: list[Evaluation]) -> Found:
    """Meetings whose day has passed, minutes that wait, and what was agreed on in them."""
    today = clock.today()
    rows = Dialogue.objects.filter(evaluation__in=evaluations).exclude(state=DialogueState.APPROVED)
    for one in rows:
        if one.state != DialogueState.PLANNED:
            yield one.evaluation_id, Promised(Promise.MINUTES, number=one.number, since=one.on)
        elif one.on and one.on < today:
            yield one.evaluation_id, Promised(Promise.DIALOGUE, number=one.number, due=one.on)
    agreed = agreed_among(evaluations).filter(became__isnull=True).order_by()
    counted = agreed.values("dialogue__evaluation").annotate(
        number=Count("pk"), since=Min("dialogue__on")
    )
    for row in counted:
        told = Promised(Promise.HAND_OVER, number=row["number"], since=row["since"])
        yield row["dialogue__evaluation"], told


def _answers(evaluations: list[Evaluation]) -> Found:
    """Findings without an answer, and those of which the newest is that it must be clarified."""
    works = _of_works(evaluations)
    asked = {row.work_id: row for row in Asking.objects.filter(work__in=works)}
    newest = Answer.objects.filter(answered__matter=OuterRef("pk")).order_by("-number").values("pk")
    unanswered: dict[uuid.UUID, int] = defaultdict(int)
    unclear: dict[uuid.UUID, uuid.UUID] = {}
    matters = Matter.objects.filter(work__in=works).annotate(newest=Subquery(newest[:1]))
    for matter in matters.order_by("work", "number"):
        if matter.newest is None:
            unanswered[matter.work_id] += 1
        else:
            unclear[matter.newest] = matter.work_id
    for work, number in unanswered.items():
        yield works[work], _asked(asked.get(work), number)
    for answer in Answer.objects.filter(pk__in=unclear, says=Says.TO_BE_CLARIFIED):
        told = Promised(
            Promise.CLARIFY,
            owner=answer.clarified_by,
            since=answer.on,
            due=answer.clarified_on,
        )
        yield works[unclear[answer.pk]], told


def _asked(asking: Asking | None, number: int) -> Promised:
    if asking is None:
        return Promised(Promise.ASK, number=number)
    return Promised(Promise.ANSWER, number=number, since=asking.asked_on, due=asking.answer_by)


def _measures(evaluations: list[Evaluation]) -> Found:
    """Measures that wait for a word, that are late, or that users do not feel."""
    works = _of_works(evaluations)
    newest = MeasureStep.objects.filter(measure=OuterRef("pk")).order_by("-number").values("on")
    rows = Measure.objects.filter(work__in=works).annotate(said_on=Subquery(newest[:1]))
    for one in rows:
        promise = _what_waits(one)
        if promise is not None:
            told = Promised(
                promise,
                number=one.number,
                about=one.title,
                row=one.pk,
                owner=one.owner,
                since=one.said_on,
                due=one.deadline if promise is Promise.DO else None,
            )
            yield works[one.work_id], told


def _what_waits(measure: Measure) -> Promise | None:
    status = measure.status_now
    if status is Status.REOPENED:
        return Promise.REOPENED
    if status in AGREED and status not in FINISHED:
        is_late = measure.deadline is not None and measure.deadline < clock.today()
        return Promise.DO if is_late else None
    return _UNSAID.get(status)


def _rounds(evaluations: list[Evaluation]) -> Found:
    """Follow-up rounds whose day has come, that users answer, or that nobody was told of."""
    rows = FollowUp.objects.filter(evaluation__in=evaluations, told_on__isnull=True)
    replies = Reply.objects.unread().filter(follow_up__in=rows).order_by()
    unread = dict(replies.values_list("follow_up").annotate(Count("pk")))
    for one in rows:
        for promised in _in_round(one, unread.get(one.pk, 0)):
            yield one.evaluation_id, promised


def _in_round(around: FollowUp, unread: int) -> Iterator[Promised]:
    today = clock.today()
    if around.state is RoundState.PLANNED and around.due_on <= today:
        yield Promised(Promise.BEGIN_ROUND, number=around.number, due=around.due_on)
    if around.state is RoundState.OPEN:
        yield Promised(
            Promise.FELT, number=around.number, since=around.opened_on, due=around.answer_by
        )
    if unread:
        yield Promised(Promise.READ_ROUND, number=unread, since=around.opened_on)
    if around.state is RoundState.CLOSED:
        yield Promised(Promise.TELL_ROUND, number=around.number, since=around.closed_on)


def _feedback(evaluations: list[Evaluation]) -> Found:
    """People who wanted to hear what it led to, neither told nor tried, since telling has begun."""
    letters = ParticipantFeedback.objects.filter(evaluation__in=evaluations).order_by("number")
    since = dict(letters.values_list("evaluation", "opened_on"))
    told = FollowUp.objects.filter(evaluation__in=evaluations, told_on__isnull=False)
    for evaluation, told_on in told.order_by("told_on").values_list("evaluation", "told_on"):
        since.setdefault(evaluation, told_on)
    telling = [one for one in evaluations if one.pk in since]
    for pk, standing in standings(telling).items():
        if standing.waiting:
            yield pk, Promised(Promise.FEEDBACK, number=standing.waiting, since=since[pk])


def _closing(evaluations: list[Evaluation]) -> Found:
    """The day on which everything that leads to people was to be destroyed."""
    late = Q(closed_on__isnull=True, planned_on__lt=clock.today())
    for one in Closing.objects.filter(late, evaluation__in=evaluations):
        yield one.evaluation_id, Promised(Promise.CLOSE, due=one.planned_on)


_LOOK: tuple[Callable[[list[Evaluation]], Found], ...] = (
    _words,
    _replies,
    _comments,
    _dialogues,
    _answers,
    _measures,
    _rounds,
    _feedback,
    _closing,
)
