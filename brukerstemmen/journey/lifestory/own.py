"""What became of each thing a participant has said, for the one who said it.

Asked only with the participant of the visit. The findings are shown as they have gone out: never
what others have said, and never how many they were.
"""

import uuid
from collections import defaultdict
from dataclasses import dataclass

from django.db.models import F
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.evidence import Stance
from brukerstemmen.analysis.models import Evidence
from brukerstemmen.journey.lifestory.released import Thread, threads_of
from brukerstemmen.journey.lifestory.stations import FateState, fate
from brukerstemmen.journey.lifestory.wording import ANSWERED, FATES
from brukerstemmen.reports.models import FindingMatter, QuoteSource
from brukerstemmen.voices.models import MaskedWording, Participant, Statement
from brukerstemmen.voices.showing.own_more import Link
from brukerstemmen.voices.showing.own_words import own_statements

WHAT_BECAME = _("What became of it?")
_ORDER = 20  # among the links on a participant's page


@dataclass(frozen=True)
class Part:
    """A finding that somebody's words are part of. is_contrary: they say something else than it."""

    thread: Thread
    is_contrary: bool


@dataclass(frozen=True)
class Fate:
    """number, of: "3 of 7". words: masked; "" while they are not ready."""

    statement: Statement
    number: int
    of: int
    words: str
    state: FateState
    parts: list[Part]
    is_printed: bool

    @property
    def pk(self) -> uuid.UUID:
        return self.statement.pk

    @property
    def word(self) -> Promise | str:
        if any(part.thread.is_answered for part in self.parts):
            return ANSWERED
        return FATES[self.state]

    @property
    def is_in_findings(self) -> bool:
        return self.state is FateState.IN_FINDINGS

    @property
    def is_in_none(self) -> bool:
        return self.state is FateState.IN_NONE


def fates_of(participant: Participant) -> list[Fate]:
    """Each thing they have said, in the order they said it. A fixed number of queries."""
    statements = list(own_statements(participant))
    words = _words_of(statements)
    threads = {
        thread.pk: thread for thread in threads_of(participant.evaluation.work, with_quotes=False)
    }
    stands = _stands_in(statements)
    printed = set(
        QuoteSource.objects.filter(statement__in=statements).values_list("statement", flat=True)
    )
    return [
        Fate(
            statement=one,
            number=number,
            of=len(statements),
            words=words.get(one.pk, ""),
            state=_state(one, stands[one.pk], bool(threads)),
            parts=_parts(stands[one.pk], threads),
            is_printed=one.pk in printed,
        )
        for number, one in enumerate(statements, start=1)
    ]


# The matter, None as long as the finding has not gone out; and whether the words say something else
_Stand = tuple[uuid.UUID | None, bool]


def _stands_in(statements: list[Statement]) -> dict[uuid.UUID, list[_Stand]]:
    rows = Evidence.objects.filter(statement__in=statements)
    evidence = list(rows.values_list("statement", "finding", "stance"))
    out = dict(
        FindingMatter.objects.filter(
            finding__in={finding for _statement, finding, _stance in evidence}
        ).values_list("finding", "matter")
    )
    found: dict[uuid.UUID, list[_Stand]] = defaultdict(list)
    for statement, finding, stance in evidence:
        found[statement].append((out.get(finding), stance == Stance.CONTRARY))
    return found


def _state(statement: Statement, stands: list[_Stand], has_gone_out: bool) -> FateState:
    out = sum(matter is not None for matter, _contrary in stands)
    return fate(
        has_gone_out=has_gone_out,
        findings_out=out,
        still_open=not statement.is_ready or len(stands) > out,
    )


def _parts(stands: list[_Stand], threads: dict[uuid.UUID, Thread]) -> list[Part]:
    parts = [
        Part(threads[matter], is_contrary) for matter, is_contrary in stands if matter is not None
    ]
    return sorted(parts, key=lambda part: part.thread.matter.row.number)


def _words_of(statements: list[Statement]) -> dict[uuid.UUID, str]:
    rows = MaskedWording.objects.filter(
        statement__in=[one.pk for one in statements if one.is_ready],
        number=F("statement__masked_number"),
    )
    return {row.statement_id: row.read("words") for row in rows.select_related("key__outer__outer")}


def on_their_page(participant: Participant) -> Link | None:
    """The way there from a participant's own page, as long as they have said something."""
    if not participant.statements.exists():
        return None
    return Link(WHAT_BECAME, reverse("journey:own_fates"), "HandShakeHeart", _ORDER)
