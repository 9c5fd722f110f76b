"""One quote to be read: its words, what may show who said it, and who has read it."""

from dataclasses import dataclass

from brukerstemmen.people.models import CentreProfile, Person
from brukerstemmen.reports.actions.clearing import cleared
from brukerstemmen.reports.likeness import Like, like
from brukerstemmen.reports.models import QuoteClearance
from brukerstemmen.reports.sentences import Standing
from brukerstemmen.reports.showing.clues import Clues, clues_in
from brukerstemmen.reports.showing.quotes import (
    HasRead,
    Quote,
    may_read,
    readers,
    standing_of,
    words_of,
)


@dataclass(frozen=True)
class Sheet:
    """why: what somebody has written, as a reason to print it or to keep it out."""

    quote: Quote
    finding_title: str
    why: str
    readers: list[HasRead]
    others: list[Like]
    clues: Clues
    is_noted_by_me: bool
    has_read: bool  # this person

    @property
    def may_be_taken_up(self) -> bool:
        """Kept out, or about other words than those that stand: it may be put forward anew."""
        return self.quote.standing in {Standing.REFUSED, Standing.CHANGED}

    @property
    def may_be_kept_out(self) -> bool:
        return self.quote.standing is not Standing.REFUSED


def sheet_of(row: QuoteClearance, person: Person) -> Sheet:
    """All there is to know before somebody says yes. A fixed number of queries."""
    statement = row.statement
    words = words_of([statement]).get(statement.pk, "")
    profile = CentreProfile.objects.get(centre=row.work.centre_id)
    standing = standing_of(
        row,
        is_cleared=cleared(row.finding.evaluation).filter(pk=row.pk).exists(),
        rests=row.finding.evidence.filter(statement=statement).exists(),
    )
    waits = may_read(row, standing, person)
    return Sheet(
        quote=Quote(row.pk, words, statement.language, standing, waits_for_me=waits),
        finding_title=row.finding.read("title"),
        why=row.read("why"),
        readers=readers(row),
        others=like(statement),
        clues=clues_in(statement, words, profile.smallest_group),
        is_noted_by_me=statement.noted_by_id == person.pk,
        has_read=person.pk in {row.first_by_id, row.second_by_id},
    )
