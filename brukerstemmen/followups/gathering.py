"""What is told of an evaluation, gathered from what is released: for those who took part, for the
poster and for everybody. A fixed number of queries, and released rows only."""

import re
from collections.abc import Iterable
from functools import cache

from django.conf import settings
from django.db.models import Prefetch
from django.utils.translation import gettext as _
from django.utils.translation import override

from brukerstemmen.followups import story
from brukerstemmen.followups.story import Story
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import (
    Answer,
    AnsweredMatter,
    FeltTold,
    FollowUpTold,
    Matter,
    Measure,
    MeasureStep,
)
from brukerstemmen.measures.states import Status, step_needs_reason
from brukerstemmen.people.models import Work


def story_of(work: Work) -> Story:
    """The story as it stands today. Nine queries, for much as for little."""
    smallest = work.centre.profile.smallest_group
    answered = AnsweredMatter.objects.select_related("answer")
    matters = Matter.objects.filter(work=work).prefetch_related(
        Prefetch("answered", answered), "served_by__measure"
    )
    felt = FeltTold.objects.select_related("follow_up").order_by("follow_up__number")
    measures = Measure.objects.filter(work=work).prefetch_related(
        "steps", "feedback_lines", Prefetch("felt", felt)
    )
    return Story(
        title=work.title,
        centre=work.centre.name,
        findings=tuple(_finding(row) for row in matters.order_by("number")),
        measures=tuple(_measure(row) for row in measures.order_by("number")),
        rounds=tuple(_round(row, smallest) for row in FollowUpTold.objects.filter(work=work)),
    )


def _finding(row: Matter) -> story.Finding:
    answer = _newest(row)
    said = {} if answer is None else _answer(answer)
    return story.Finding(
        number=row.number,
        title=row.title,
        good=row.good,
        not_good=row.not_good,
        better=row.better,
        nuance=row.nuance,
        standing=row.standing,
        measures=tuple(sorted(one.measure.number for one in row.served_by.all())),
        **said,
    )


def _newest(row: Matter) -> Answer | None:
    answers = [one.answer for one in row.answered.all()]
    return max(answers, key=lambda one: one.number, default=None)


def _answer(row: Answer) -> dict[str, str]:
    return {
        "says": row.says,
        "reason": row.reason,
        "given_by": row.given_by,
        "clarified_by": row.clarified_by,
        "clarified_on": row.clarified_on.isoformat() if row.clarified_on else "",
    }


def _measure(row: Measure) -> story.Measure:
    lines = sorted(row.feedback_lines.all(), key=lambda line: line.number)
    return story.Measure(
        number=row.number,
        title=row.title,
        owner=row.owner,
        deadline=row.deadline.isoformat() if row.deadline else "",
        status=row.status_now,
        reason=_reason(row),
        line=lines[-1].words if lines else "",
        felt=tuple(
            story.Told(one.follow_up.number, Status(one.claimed), Verdict(one.verdict))
            for one in row.felt.all()
        ),
    )


def _reason(row: Measure) -> str:
    """Why it stands as it does, where people would ask. The newest reason, and never a step that
    only tells that something about the measure was changed."""
    if not step_needs_reason(row.status_now):
        return ""
    return said_of(row, sorted(row.steps.all(), key=lambda step: -step.number))


def said_of(row: Measure, steps: Iterable[MeasureStep]) -> str:
    """The newest reason for how a measure stands. steps: the newest first.

    What is written when it goes over to somebody else is for those who come after, and is no
    reason to anybody who asks how it went.
    """
    told = [step.reason for step in steps if step.status == row.status and step.reason]
    return next((reason for reason in told if not _tells_a_change(reason)), "")


def _tells_a_change(reason: str) -> bool:
    first = reason.partition("\n")[0]
    return any(pattern.fullmatch(first) for pattern in _changes())


@cache
def _changes() -> list[re.Pattern[str]]:
    """How the first line of such a step reads, in each language it may be written in."""
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            told = _("%(what)s was: %(before)s") % {"what": "\0", "before": "\0"}
        found.append(re.compile(re.escape(told).replace(re.escape("\0"), ".+")))
    return found


def _round(row: FollowUpTold, smallest: int) -> story.Round:
    enough = row.replies is not None and row.replies >= smallest
    return story.Round(
        number=row.number,
        quarter=row.quarter,
        replies=row.replies if enough else None,
        note=row.note,
    )
