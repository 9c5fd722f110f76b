"""Choosing what a finding rests on: a page of statements, under one theme or all."""

import uuid
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from brukerstemmen.analysis.board import (
    PER_PAGE,
    Card,
    ThemeOnBoard,
    cards_of,
    counts_of,
    themes_of,
)
from brukerstemmen.analysis.evidence import Stance
from brukerstemmen.analysis.models import Evidence, Finding
from brukerstemmen.analysis.selection import WITHOUT_THEME, Selection
from brukerstemmen.voices.models import Statement

ALL, CHOSEN = "all", "chosen"


@dataclass(frozen=True)
class Asked:
    """Which statements are to be shown. theme: "all", "chosen", "none", or the id of one."""

    stance: Stance = Stance.SUPPORTS
    theme: str = ALL
    page: int = 1
    going_on: bool = False  # right after writing the finding

    @classmethod
    def read(cls, query: Mapping[str, Any], at_first: str = ALL) -> "Asked":
        """What the address says. What it cannot mean is left out, never an error."""
        told = Selection.read(query)
        theme = query.get("theme", "")
        is_contrary = query.get("stance") == Stance.CONTRARY
        return cls(
            stance=Stance.CONTRARY if is_contrary else Stance.SUPPORTS,
            theme=theme if theme in {ALL, CHOSEN} else told.theme or at_first,
            page=told.page,
            going_on=query.get("new") == "1",
        )

    def but(self, **changes: Any) -> str:
        """The same with something else, as the end of an address."""
        asked = replace(self, **changes)
        query = {"stance": asked.stance.value, "theme": asked.theme, "page": asked.page}
        return "?" + urlencode(query | ({"new": 1} if asked.going_on else {}))

    @property
    def query(self) -> str:
        return self.but()


@dataclass(frozen=True)
class Option:
    """A statement to choose. is_other: it stands the other way today. themes: those it lies
    under beside the one that is shown. also_in: other findings."""

    card: Card
    is_chosen: bool
    is_other: bool
    themes: list[str]
    also_in: list[int]


@dataclass(frozen=True)
class Offer:
    options: list[Option]
    page: Page[Statement]
    chosen: int
    under: list[tuple[str, str]]  # what may be shown: its name in the address, and in words


def offer_of(finding: Finding, asked: Asked) -> Offer:
    """The page of statements somebody asks for. The same few queries, however many there are."""
    themes = themes_of(finding.evaluation)
    stances = dict(finding.evidence.values_list("statement", "stance"))
    chosen = [pk for pk, stance in stances.items() if stance == asked.stance]
    page = Paginator(_statements(finding, asked, chosen), PER_PAGE).get_page(asked.page)
    also_in = _also_in(finding, page)
    return Offer(
        options=[
            Option(
                card=card,
                is_chosen=stances.get(card.pk) == asked.stance,
                is_other=stances.get(card.pk, asked.stance) != asked.stance,
                themes=[one.name for one in card.themes if str(one.pk) != asked.theme],
                also_in=also_in[card.pk],
            )
            for card in cards_of(list(page.object_list), themes)
        ],
        page=page,
        chosen=len(chosen),
        under=_under(finding, themes, len(chosen)),
    )


def _statements(finding: Finding, asked: Asked, chosen: list[uuid.UUID]) -> QuerySet[Statement]:
    rows = Statement.objects.filter(user_meeting__evaluation=finding.evaluation_id).ready()
    if asked.theme == CHOSEN:
        rows = rows.filter(pk__in=chosen)
    elif asked.theme == WITHOUT_THEME:
        rows = rows.filter(codings__isnull=True)
    elif asked.theme != ALL:
        rows = rows.filter(codings__theme=asked.theme)
    return rows.order_by("user_meeting__meeting__number", "position").select_related(
        "user_meeting__meeting", "speaker"
    )


def _also_in(finding: Finding, page: Page[Statement]) -> dict[uuid.UUID, list[int]]:
    order = Finding.objects.filter(evaluation=finding.evaluation_id).values_list("pk", flat=True)
    numbers = {pk: number for number, pk in enumerate(order, start=1)}
    rows = Evidence.objects.filter(statement__in=list(page.object_list)).exclude(finding=finding)
    found: dict[uuid.UUID, list[int]] = defaultdict(list)
    for statement, other in rows.values_list("statement", "finding"):
        found[statement].append(numbers[other])
    return defaultdict(list, {pk: sorted(each) for pk, each in found.items()})


def _under(finding: Finding, themes: list[ThemeOnBoard], chosen: int) -> list[tuple[str, str]]:
    counts = counts_of(finding.evaluation)
    told = [(ALL, _("All"), counts.ready), (CHOSEN, _("Chosen"), chosen)]
    told += [(str(theme.pk), theme.name, theme.count) for theme in themes]
    told.append((WITHOUT_THEME, _("Without a theme"), counts.unsorted))
    return [(name, f"{words} ({number})") for name, words, number in told]
