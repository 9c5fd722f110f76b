"""What tests of recognising share: somebody who tells a piece of themselves in each of two quotes.
Imported by name where it is needed; `two_quotes` must come before what is said."""

import pytest

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.masking.mosaic import Attribute, Combination, Piece
from brukerstemmen.people.models import Person
from brukerstemmen.reports.actions import clearing, recognising, writing
from brukerstemmen.reports.models import GroupSize, QuoteClearance, Report
from brukerstemmen.reports.states import Check, Recognised, ReportKind
from brukerstemmen.voices.models import Statement
from brukerstemmen.voices.states import Answer
from tests.reports import clearing_cast
from tests.reports.releasing_cast import write_and_approve

NIGHT = Piece(Attribute.UNIT, "døgn")
STUDENT = Piece(Attribute.ROLE, "student")
BOTH: Combination = frozenset({NIGHT, STUDENT})
SAID = [
    ("De på døgnenheten hørte på meg.", 0, Answer.YES),
    ("Jeg er student, og ingen spurte.", 0, Answer.YES),
    *clearing_cast.SAID[2:],
]


@pytest.fixture(autouse=True)
def two_quotes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clearing_cast, "SAID", SAID)


@pytest.fixture
def both_cleared(
    cleared: QuoteClearance, said: list[Statement], anne: Person, siv: Person, frida: Person
) -> QuoteClearance:
    other = clearing.propose_quote(said[1], cleared.finding, by=anne)
    for reader in (siv, frida):
        clearing.read_quote(other, set(Check), by=reader)
    return other


@pytest.fixture
def ready(
    evaluation: Evaluation,
    looked: object,
    both_cleared: QuoteClearance,
    siv: Person,
    frida: Person,
) -> Report:
    """A process report that nothing hinders as long as nobody knows how many it fits."""
    clearing.register_test(
        evaluation, result=Recognised.NOBODY, tester="En fra brukerrådet", by=frida
    )
    made = writing.begin_report(evaluation, ReportKind.PROCESS, by=siv)
    return write_and_approve(made, siv, frida)


@pytest.fixture
def two_fit(ready: Report, frida: Person) -> GroupSize:
    """The team knows that two people are students on the ward."""
    return recognising.say_size(ready.evaluation, BOTH, 2, by=frida)
