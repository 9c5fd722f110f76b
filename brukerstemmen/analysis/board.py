"""What the board shows: a page of statements, the themes, and counts over all.

Always the same few queries. Only the words of the page itself are opened.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, QuerySet

from brukerstemmen.analysis.models import Coding, Memo, Theme
from brukerstemmen.analysis.selection import WITHOUT_THEME, Selection
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.voices.models import MaskedWording, Statement
from brukerstemmen.voices.models.statements import StatementKind

PER_PAGE = 50
_KEYS = "key__outer__outer"


@dataclass(frozen=True)
class ThemeOnBoard:
    """A theme, in its place (which decides its key and its colour)."""

    pk: uuid.UUID
    place: int
    name: str
    definition: str
    count: int
    affected_on: date | None = None  # something under it was taken away, and nobody has looked


@dataclass(frozen=True)
class Card:
    """One statement with what is known of it."""

    pk: uuid.UUID
    number: str
    words: str
    language: str
    kind: str
    speaker: str
    themes: list[ThemeOnBoard]
    memo: str = ""

    @property
    def theme_ids(self) -> str:
        return " ".join(str(theme.pk) for theme in self.themes)


@dataclass(frozen=True)
class Group:
    """Statements that follow each other in one meeting, at one question."""

    meeting: int
    name: str
    question: str
    cards: list[Card]


@dataclass(frozen=True)
class Counts:
    """Over the whole evaluation, in statements."""

    ready: int
    unsorted: int
    waiting: int
    kinds: dict[str, int] = field(default_factory=dict)

    @property
    def sorted(self) -> int:
        return self.ready - self.unsorted


@dataclass(frozen=True)
class Board:
    themes: list[ThemeOnBoard]
    counts: Counts
    page: Page[Statement]
    groups: list[Group]

    @property
    def affected(self) -> list[ThemeOnBoard]:
        return [theme for theme in self.themes if theme.affected_on]


def board_of(evaluation: Evaluation, selection: Selection) -> Board:
    """The page of the board that somebody asks for."""
    themes = themes_of(evaluation)
    page = Paginator(_selected(evaluation, selection), PER_PAGE).get_page(selection.page)
    return Board(
        themes=themes,
        counts=counts_of(evaluation),
        page=page,
        groups=_grouped(list(page.object_list), themes),
    )


def themes_of(evaluation: Evaluation) -> list[ThemeOnBoard]:
    """The themes in their order, each with its ready statements counted. Two queries."""
    codings = Coding.objects.filter(
        theme__evaluation=evaluation, statement__in=Statement.objects.ready()
    )
    counts = dict(codings.values_list("theme").annotate(number=Count("pk")).order_by())
    rows = Theme.objects.filter(evaluation=evaluation).select_related(_KEYS)
    return [
        ThemeOnBoard(
            pk=theme.pk,
            place=place,
            name=theme.read("name"),
            definition=theme.read("definition"),
            count=counts.get(theme.pk, 0),
            affected_on=theme.affected_on,
        )
        for place, theme in enumerate(rows, start=1)
    ]


def counts_of(evaluation: Evaluation) -> Counts:
    """Three queries, however many statements there are."""
    statements = Statement.objects.filter(user_meeting__evaluation=evaluation)
    ready = statements.ready()
    kinds = dict(ready.values_list("kind").annotate(number=Count("pk")).order_by())
    total = sum(kinds.values())
    return Counts(
        ready=total,
        unsorted=ready.filter(codings__isnull=True).count(),
        waiting=statements.count() - total,
        kinds={kind: kinds.get(kind, 0) for kind in StatementKind.values},
    )


def cards_of(statements: list[Statement], themes: Iterable[ThemeOnBoard]) -> list[Card]:
    """These statements as cards, their words opened. Three queries."""
    lies_under = defaultdict(set)
    for statement_id, theme_id in Coding.objects.filter(statement__in=statements).values_list(
        "statement", "theme"
    ):
        lies_under[statement_id].add(theme_id)
    words = _words_of(statements)
    memos = {
        memo.statement_id: memo.read("text")
        for memo in Memo.objects.filter(statement__in=statements).select_related(_KEYS)
    }
    in_order = list(themes)
    return [
        Card(
            pk=one.pk,
            number=number_of(one),
            words=words.get(one.pk, ""),
            language=one.language,
            kind=one.kind,
            speaker=one.speaker.code if one.speaker else "",
            themes=[theme for theme in in_order if theme.pk in lies_under[one.pk]],
            memo=memos.get(one.pk, ""),
        )
        for one in statements
    ]


def number_of(statement: Statement) -> str:
    """What the statement is called on screen and in drafts: its meeting, and its place there."""
    return f"{statement.user_meeting.meeting.number}.{statement.position}"


def _words_of(statements: list[Statement]) -> dict[uuid.UUID, str]:
    """The masked words as they stand now."""
    wordings = MaskedWording.objects.filter(
        statement__in=statements, number=F("statement__masked_number")
    )
    return {
        wording.statement_id: wording.read("words") for wording in wordings.select_related(_KEYS)
    }


def _selected(evaluation: Evaluation, selection: Selection) -> QuerySet[Statement]:
    rows = Statement.objects.filter(user_meeting__evaluation=evaluation).ready()
    if selection.theme == WITHOUT_THEME:
        rows = rows.filter(codings__isnull=True)
    elif selection.theme:
        rows = rows.filter(codings__theme=selection.theme)
    if selection.kind:
        rows = rows.filter(kind=selection.kind)
    return rows.order_by("user_meeting__meeting__number", "position").select_related(
        f"user_meeting__meeting__{_KEYS}", f"question__{_KEYS}", "speaker"
    )


def _grouped(statements: list[Statement], themes: list[ThemeOnBoard]) -> list[Group]:
    cards = {card.pk: card for card in cards_of(statements, themes)}
    groups = []
    for (_meeting, _question), run in groupby(
        statements, key=lambda one: (one.user_meeting_id, one.question_id)
    ):
        members = list(run)
        first = members[0]
        meeting = first.user_meeting.meeting
        groups.append(
            Group(
                meeting=meeting.number,
                name=meeting.read("name"),
                question=first.question.read("text") if first.question else "",
                cards=[cards[one.pk] for one in members],
            )
        )
    return groups
