"""What tests of clearing and writing share: statements their speakers have said yes to, a finding
that rests on them, and enough people to read. Imported by name where it is needed."""

from collections.abc import Callable

import pytest

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.models import Finding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Turn
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Person
from brukerstemmen.reports.actions import clearing
from brukerstemmen.reports.models import QuoteClearance
from brukerstemmen.reports.states import Check
from brukerstemmen.voices.actions import meetings, statements, validation
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as

SAID = [  # what, by which of those who were there, and what they say to it
    ("Behandleren min lytter når jeg sier noe.", 0, Answer.YES),
    ("Ingen spurte hva jeg ville.", 1, Answer.YES),
    ("Jeg fikk vite det da det allerede var bestemt.", 2, Answer.COUNT_ONLY),
    ("Brevet kom etter at møtet var over.", 3, None),
    ("Ingen hadde lest det jeg hadde skrevet.", 4, Answer.YES),
]


@pytest.fixture
def said(meeting: UserMeeting, anne: Person) -> list[Statement]:
    """Five statements that Anne has written down: three may be printed, one is only counted, and
    one nobody has answered about."""
    people = [one.participant for one in meeting.presences.order_by("participant__number")]
    for words, who, _answer in SAID:
        statements.write_down(meeting, words=words, speaker=people[who], kind="good", by=anne)
    meetings.finish_writing(meeting, by=anne)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=anne)
    rows = list(meeting.statements.order_by("position"))
    for statement, (words, _who, _answer) in zip(rows, SAID, strict=True):
        mask_as(statement, words, by=anne)
    meetings.finish_masking(meeting, by=anne)
    for statement, (_words, _who, answer) in zip(rows, SAID, strict=True):
        if answer is not None:
            validation.answer_on_behalf(statement, answer, based_on=1, by=anne)
    return list(meeting.statements.order_by("position"))


@pytest.fixture
def finding(evaluation: Evaluation, said: list[Statement], anne: Person) -> Finding:
    """Rests on all that was said."""
    text = FindingText(
        title="Å bli hørt betyr mye", good="Noen lytter.", question="Når får dere tid?"
    )
    made = findings.write_finding(evaluation, text, turn=Turn.KEEP, by=anne)
    return findings.rest_on(made, said, by=anne) or made


@pytest.fixture
def siv(joins: Callable[..., Person]) -> Person:
    """Interviews, and has told of no own experience."""
    return joins("Siv", Role.INTERVIEWER)


@pytest.fixture
def tor(joins: Callable[..., Person]) -> Person:
    """As Siv."""
    return joins("Tor", Role.INTERVIEWER)


@pytest.fixture
def proposed(finding: Finding, said: list[Statement], anne: Person) -> QuoteClearance:
    return clearing.propose_quote(said[0], finding, by=anne)


@pytest.fixture
def cleared(proposed: QuoteClearance, siv: Person, frida: Person) -> QuoteClearance:
    """Read by Siv, and by Frida who has own experience."""
    clearing.read_quote(proposed, set(Check), by=siv)
    return clearing.read_quote(proposed, set(Check), by=frida)
