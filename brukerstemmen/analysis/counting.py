"""Counts per theme, for the team: statements, kinds and people. Always the same few queries."""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q

from brukerstemmen.analysis.models import Coding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.voices.models import Presence, Statement
from brukerstemmen.voices.models.statements import StatementKind


@dataclass(frozen=True)
class ThemeCount:
    """Statements by kind, and distinct people. A statement without speaker counts as no person.

    quotable: how many statements the speaker has said yes to, as they stand.
    """

    theme: Theme
    kinds: dict[str, int] = field(default_factory=dict)
    statements: int = 0
    people: int = 0
    quotable: int = 0


@dataclass(frozen=True)
class Totals:
    """Over the whole evaluation. Attendances and people are two different counts."""

    statements: int
    people: int
    attendances: int
    unspoken: int
    ready: int
    unsorted: int


def totals(evaluation: Evaluation) -> Totals:
    """Five queries, however many statements there are."""
    statements = Statement.objects.filter(user_meeting__evaluation=evaluation)
    presences = Presence.objects.filter(user_meeting__evaluation=evaluation)
    return Totals(
        statements=statements.count(),
        people=presences.values("participant").distinct().count(),
        attendances=presences.count(),
        unspoken=statements.filter(speaker__isnull=True).count(),
        ready=statements.ready().count(),
        unsorted=statements.ready().filter(codings__isnull=True).count(),
    )


def per_theme(evaluation: Evaluation) -> list[ThemeCount]:
    """One line for each theme, in the order of the board. Three queries."""
    codings = Coding.objects.filter(theme__evaluation=evaluation)
    kinds: dict[uuid.UUID, dict[str, int]] = defaultdict(dict)
    for theme, kind, number in (
        codings.values_list("theme", "statement__kind").annotate(number=Count("pk")).order_by()
    ):
        kinds[theme][kind] = number
    is_quotable = Q(statement__in=Statement.objects.quotable())
    heard = {
        theme: (people, quotable)
        for theme, people, quotable in codings.values_list("theme")
        .annotate(
            people=Count("statement__speaker", distinct=True),
            quotable=Count("statement", distinct=True, filter=is_quotable),
        )
        .order_by()
    }
    themes = Theme.objects.filter(evaluation=evaluation).select_related("key__outer__outer")
    return [
        ThemeCount(
            theme=theme,
            kinds={kind: kinds[theme.pk].get(kind, 0) for kind in (*StatementKind.values, "")},
            statements=sum(kinds[theme.pk].values()),
            people=heard.get(theme.pk, (0, 0))[0],
            quotable=heard.get(theme.pk, (0, 0))[1],
        )
        for theme in themes
    ]
