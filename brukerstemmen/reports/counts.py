"""The counts of people of an evaluation, as they may be read outside the team: once, and for good.

An evaluation and its parts are one family. The first of them that comes out has numbers; the
others have words, since two tables about the same people could be compared.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Count, QuerySet

from brukerstemmen.analysis.models import Coding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import CentreProfile, Work
from brukerstemmen.privacy.disclosure import Group, Hidden, Published, publish
from brukerstemmen.reports.models import ReleasedCounts
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import MeetingState


@dataclass(frozen=True)
class Counted:
    """What a report may say in numbers.

    meetings: how many were held; None where people are not shown either. quarter: when the counts
    first went out; "" if they have not.
    """

    published: Published
    meetings: int | None = None
    quarter: str = ""


def counts_of(evaluation: Evaluation) -> Published:
    """The counts as they were published, or as they would be today. A few queries."""
    return counted(evaluation).published


def counted(evaluation: Evaluation) -> Counted:
    """The same, with how many meetings there were and since when the counts stand."""
    rows = {row.work_id: row for row in ReleasedCounts.objects.filter(work__in=family(evaluation))}
    own = rows.get(evaluation.work_id)
    if own is not None:
        return Counted(from_json(own.content), own.content.get("meetings"), own.quarter)
    k = CentreProfile.objects.get(centre=evaluation.work.centre_id).smallest_group
    if rows:
        return Counted(Published(k=k))
    published = _fresh(evaluation, k)
    return Counted(published, None if published.people is None else _held(evaluation))


def family(evaluation: Evaluation) -> QuerySet[Work]:
    """The work of an evaluation, of all it is part of, and of all parts of those."""
    found = level = {top_of(evaluation)}
    while level := set(Evaluation.objects.filter(part_of__in=level).values_list("pk", flat=True)):
        found = found | level
    return Work.objects.filter(evaluation__in=found)


def top_of(evaluation: Evaluation) -> Any:
    """The evaluation that this one is part of, directly or further up; itself if it is of none."""
    top, above = evaluation.pk, evaluation.part_of_id
    while above is not None:
        top, above = above, Evaluation.objects.values_list("part_of", flat=True).get(pk=above)
    return top


def has_told_numbers(evaluation: Evaluation) -> bool:
    """Whether numbers of this family have gone out: then nobody leaves it, since another table
    about the same people could follow."""
    return ReleasedCounts.objects.filter(work__in=family(evaluation)).exists()


def _fresh(evaluation: Evaluation, k: int) -> Published:
    """Only what is ready and lies in a theme counts: everybody who is counted is in some group."""
    lying = Statement.objects.filter(user_meeting__evaluation=evaluation, codings__isnull=False)
    told = lying.ready().aggregate(
        people=Count("speaker", distinct=True), statements=Count("pk", distinct=True)
    )
    return publish(
        told["people"],
        _groups(evaluation),
        statements=told["statements"],
        speakers_known=not lying.ready().filter(speaker__isnull=True).exists(),
        k=k,
    )


def _groups(evaluation: Evaluation) -> dict[str, Group]:
    """People and statements by the name of the theme, in the order of the board."""
    rows = Coding.objects.filter(
        theme__evaluation=evaluation, statement__in=Statement.objects.ready()
    )
    found = {
        theme: Group(people, statements)
        for theme, people, statements in rows.order_by()
        .values_list("theme")
        .annotate(Count("statement__speaker", distinct=True), Count("statement", distinct=True))
    }
    named: dict[str, Group] = {}
    for theme in Theme.objects.filter(evaluation=evaluation).select_related("key__outer__outer"):
        named[_unlike(theme.read("name"), named)] = found.get(theme.pk, Group(0))
    return named


def _unlike(name: str, others: Mapping[str, Group]) -> str:
    """A name that no other theme has: two themes may have been given the same one."""
    number, made = 2, name
    while made in others:
        made, number = f"{name} ({number})", number + 1
    return made


def _held(evaluation: Evaluation) -> int:
    meetings = UserMeeting.objects.filter(evaluation=evaluation)
    return meetings.exclude(state=MeetingState.PLANNED).count()


def to_json(published: Published, meetings: int | None = None) -> dict[str, Any]:
    """As plain lists and texts, for a JSON column. The order of the themes is kept."""
    told = asdict(published)
    told["groups"] = [[name, _said(people)] for name, people in published.groups.items()]
    told["statements_in"] = [list(pair) for pair in published.statements_in.items()]
    return {**told, "meetings": meetings}


def from_json(told: Mapping[str, Any]) -> Published:
    """The counts that `to_json` wrote."""
    return Published(
        people=told["people"],
        groups={name: _read(said) for name, said in told["groups"]},
        statements=told["statements"],
        statements_in=dict(told["statements_in"]),
        k=told["k"],
    )


def _said(people: int | Hidden) -> int | str:
    return people.value if isinstance(people, Hidden) else people


def _read(said: int | str) -> int | Hidden:
    return Hidden(said) if isinstance(said, str) else said
