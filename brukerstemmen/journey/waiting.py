"""What waits for one person: derived from what has happened, never a list somebody keeps.

A fixed number of queries, however many evaluations and statements there are.
"""

import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from brukerstemmen.evaluations.models import Evaluation, Question, QuestionGuide, TeamMember
from brukerstemmen.journey.meetings import Counted
from brukerstemmen.journey.stages import Facts
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.people.wording import ROLES
from brukerstemmen.reports.states import ReportKind
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.states import MeetingState, reached

Line = dict[str, Any]  # label, url, note and the evaluation's title, for `components/todo.html`
LAST_DAYS = 5  # a deadline is worth a reminder when there are so few days left
SOON = timedelta(days=14)  # a role that ends within these days is worth a reminder


def waiting_for(
    person: Person,
    evaluations: Sequence[Evaluation],
    *,
    facts: Mapping[uuid.UUID, Facts],
    meetings: Sequence[Counted],
) -> list[Line]:
    """What waits in these evaluations, in which nothing stands between person and material.

    facts, meetings: those of the evaluations at least, as the page has counted them already.
    """
    going = [one for one in evaluations if not one.is_stopped]
    names = {one.pk for one in going}
    leading = _led_by(person, going)
    return [
        *_in_meetings([each for each in meetings if each.meeting.evaluation_id in names]),
        *_for_second_reader(person, going),
        *_counted(going, facts),
        *_to_give_back(leading, going, facts),
        *_answers_that_are_late(going, facts),
        *_guides_to_approve(person, going),
        *_roles_that_end(person, leading, going),
    ]


def before_material(evaluation: Evaluation) -> Line:
    """Ethics and pledge come first; nothing else of this evaluation waits until then."""
    return {
        "label": _("Read the ethical guidelines and sign the pledge"),
        "url": reverse("people:ready", args=[evaluation.work.slug]),
        "title": evaluation.work.title,
        "note": "",
    }


def with_titles(lines: Sequence[Line]) -> list[Line]:
    """The same lines, where they stand among those of other evaluations."""
    return [
        {**line, "note": " · ".join(part for part in (line["note"], line["title"]) if part)}
        for line in lines
    ]


def _in_meetings(meetings: list[Counted]) -> Iterator[Line]:
    for counted in meetings:
        told = _meeting_that_waits(counted)
        if told:
            door, label = told
            number = counted.number
            yield {
                "label": label,
                "url": reverse(f"voices:{door}", args=[counted.slug, number]),
                "title": counted.meeting.evaluation.work.title,
                "note": _("Meeting %(number)s") % {"number": number},
            }


def _meeting_that_waits(counted: Counted) -> tuple[str, str] | None:
    """The door and the words, if something in the meeting waits today."""
    state = counted.meeting.state_now
    if state is MeetingState.PLANNED:
        day = counted.meeting.meeting.planned_on
        return ("meeting", _planned(day)) if day and day <= clock.today() else None
    if state is MeetingState.HELD:
        held_before = counted.meeting.held_on and counted.meeting.held_on < clock.today()
        return ("write", _("Finish writing down what was said")) if held_before else None
    if state is MeetingState.WRITTEN:
        return "read_aloud", _("Read aloud what was written down")
    if counted.waiting and reached(state, MeetingState.READ_ALOUD):
        waiting = counted.waiting
        if state is MeetingState.MASKED:
            label = ngettext(
                "Read the new words of %(n)s statement",
                "Read the new words of %(n)s statements",
                waiting,
            )
            return "mask", label % {"n": waiting}
        label = ngettext("Mask %(n)s statement", "Mask %(n)s statements", waiting)
        return "mask", label % {"n": waiting}
    return None


def _for_second_reader(person: Person, evaluations: list[Evaluation]) -> Iterator[Line]:
    """Statements with many clues left, masked by others than me: somebody else is to read them."""
    waiting = (
        Statement.objects.for_second_reader()
        .not_read_first_by(person)
        .filter(user_meeting__evaluation__in=evaluations)
    )
    place = ("user_meeting__evaluation", "user_meeting__meeting__number")
    titles = {one.pk: one.work for one in evaluations}
    for pk, meeting, number in (
        waiting.order_by(*place).values_list(*place).annotate(number=Count("pk"))
    ):
        label = ngettext(
            "Read %(n)s masked statement as the second",
            "Read %(n)s masked statements as the second",
            number,
        )
        yield {
            "label": label % {"n": number},
            "url": reverse("voices:second_reading", args=[titles[pk].slug, meeting]),
            "title": titles[pk].title,
            "note": _("Meeting %(number)s") % {"number": meeting},
        }


def _planned(day: date) -> str:
    if day == clock.today():
        return _("There is a meeting today")
    return _("A meeting was planned for %(day)s") % {"day": date_format(day, "j. F")}


# What of the facts waits, in which words, and where it is dealt with.
_COUNTED: tuple[tuple[Callable[[Facts], int], Any, str, tuple[str, ...], str], ...] = (
    (
        lambda f: f.ready - f.sorted,
        ngettext_lazy("Sort %(n)s statement into themes", "Sort %(n)s statements into themes", "n"),
        "analysis:board",
        (),
        "?theme=none",
    ),
    # Somebody has withdrawn, and findings have lost something they rested on.
    (
        lambda f: f.findings_affected,
        ngettext_lazy(
            "Look at %(n)s finding that has lost something",
            "Look at %(n)s findings that have lost something",
            "n",
        ),
        "analysis:findings",
        (),
        "",
    ),
    # The service has said something about facts in the process report.
    (
        lambda f: f.comments_waiting,
        ngettext_lazy(
            "Reply to %(n)s comment from the service",
            "Reply to %(n)s comments from the service",
            "n",
        ),
        "reports:comments",
        (ReportKind.PROCESS,),
        "",
    ),
    # Somebody has replied on a slip, and nobody has been in touch with them yet.
    (
        lambda f: f.replies,
        ngettext_lazy(
            "Get in touch with %(n)s person who has replied",
            "Get in touch with %(n)s people who have replied",
            "n",
        ),
        "voices:replies",
        (),
        "",
    ),
    (
        lambda f: f.replies_unread,
        ngettext_lazy(
            "Read and mask %(n)s reply from users", "Read and mask %(n)s replies from users", "n"
        ),
        "followups:rounds",
        (),
        "",
    ),
    (
        lambda f: f.rounds_due,
        gettext_lazy("Ask users whether they notice a difference"),
        "followups:rounds",
        (),
        "",
    ),
    (
        lambda f: f.rounds_to_tell,
        gettext_lazy("Tell everyone what users said in the follow-up"),
        "followups:rounds",
        (),
        "",
    ),
    (
        lambda f: f.wanting,
        ngettext_lazy(
            "Tell %(n)s person who wanted to hear what it led to",
            "Tell %(n)s people who wanted to hear what it led to",
            "n",
        ),
        "followups:feedback",
        (),
        "",
    ),
    (
        lambda f: f.closes_now,
        gettext_lazy("The day to close the evaluation has come"),
        "closing:closing",
        (),
        "",
    ),
)


def _counted(evaluations: list[Evaluation], facts: Mapping[uuid.UUID, Facts]) -> Iterator[Line]:
    """What the facts say, one line for each kind in each evaluation that is not closed."""
    for counts, label, door, about, query in _COUNTED:
        for one in evaluations:
            number = 0 if facts[one.pk].is_closed else counts(facts[one.pk])
            if number:
                yield {
                    "label": label % {"n": number},
                    "url": reverse(door, args=[one.work.slug, *about]) + query,
                    "title": one.work.title,
                    "note": "",
                }


def _led_by(person: Person, evaluations: list[Evaluation]) -> set[uuid.UUID]:
    """The works of those evaluations that the person leads."""
    grants = Grant.objects.of(person).in_force().filter(work__evaluation__in=evaluations)
    return set(grants.filter(role=Role.LEAD).values_list("work", flat=True))


def _to_give_back(
    leading: set[uuid.UUID], evaluations: list[Evaluation], facts: Mapping[uuid.UUID, Facts]
) -> Iterator[Line]:
    """Where I lead: words that those who said them have not been offered yet."""
    for one in evaluations:
        waiting = facts[one.pk].to_give_back
        if waiting and one.work_id in leading:
            label = ngettext(
                "Give %(n)s statement back to the one who said it",
                "Give %(n)s statements back to those who said them",
                waiting,
            )
            yield {
                "label": label % {"n": waiting},
                "url": reverse("voices:validation", args=[one.work.slug]),
                "title": one.work.title,
                "note": "",
            }


def _answers_that_are_late(
    evaluations: list[Evaluation], facts: Mapping[uuid.UUID, Facts]
) -> Iterator[Line]:
    """The deadline is near, and some have not answered."""
    for one in evaluations:
        told = facts[one.pk]
        left, silent = told.days_left, told.offered - told.answered
        if silent and left is not None and 0 <= left <= LAST_DAYS:
            label = ngettext(
                "%(n)s person has not answered about their words",
                "%(n)s people have not answered about their words",
                silent,
            )
            days = ngettext("%(n)s day left", "%(n)s days left", left) % {"n": left}
            yield {
                "label": label % {"n": silent},
                "url": reverse("voices:validation", args=[one.work.slug]),
                "title": one.work.title,
                "note": days if left else _("The last day is today"),
            }


def _guides_to_approve(person: Person, evaluations: list[Evaluation]) -> Iterator[Line]:
    """Guides with questions that wait for an interviewer with own experience, if that is me."""
    interviewing = (
        Grant.objects.of(person).in_force().filter(role=Role.INTERVIEWER).values("work__evaluation")
    )
    told = TeamMember.objects.filter(person=person, own_experience=True).values("evaluation")
    questions = Question.objects.filter(theme__guide=OuterRef("pk"))
    guides = QuestionGuide.objects.filter(
        Q(evaluation__in=interviewing) & Q(evaluation__in=told),
        Exists(questions),
        evaluation__in=evaluations,
        locked_on__isnull=True,
    )
    for guide in guides.select_related("evaluation__work"):
        yield {
            "label": _("Read the question guide, and approve it if it is right"),
            "url": reverse("evaluations:guide", args=[guide.evaluation.work.slug]),
            "title": guide.evaluation.work.title,
            "note": "",
        }


def _roles_that_end(
    person: Person, leading: set[uuid.UUID], evaluations: list[Evaluation]
) -> Iterator[Line]:
    """My own roles, and those of others where I lead, that end within two weeks."""
    soon = clock.today() + SOON
    grants = Grant.objects.in_force().filter(work__evaluation__in=evaluations)
    ending = grants.filter(Q(until__lte=soon) | Q(work__ends_on__lte=soon)).select_related(
        "person", "work"
    )
    for grant in ending:
        if grant.person_id == person.pk or grant.work_id in leading:
            yield {
                "label": _role_that_ends(grant, person.pk),
                "url": reverse("evaluations:team", args=[grant.work.slug]),
                "title": grant.work.title,
                "note": "",
            }


def _role_that_ends(grant: Grant, me: uuid.UUID) -> str:
    told = {
        "role": ROLES[Role(grant.role)],
        "day": date_format(min(grant.until, grant.work.ends_on), "j. F"),
        "name": grant.person.name,
    }
    if grant.person_id == me:
        return _("Your role ends on %(day)s: %(role)s") % told
    return _("The role of %(name)s ends on %(day)s: %(role)s") % told
