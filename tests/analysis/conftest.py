"""Three themes, statements that are ready, a finding, and Anne in her browser."""

from collections.abc import Callable

import pytest
from django.test import Client

from brukerstemmen.analysis.actions import findings, themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.models import Finding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Turn
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import meetings, statements
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.cast import TODAY, mask_as

SAID = [  # what, and by which of those who were there; None: nobody knows
    ("Jeg ble møtt med et smil.", 0),
    ("Ingen spurte meg.", 1),
    ("De spurte hver gang.", 2),
    ("Brevet var vanskelig.", 0),
    ("Det var stille etterpå.", None),
]


@pytest.fixture
def three(evaluation: Evaluation, anne: Person) -> list[Theme]:
    return themes.add_themes(evaluation, ["Å bli møtt", "Informasjon", "Plan"], by=anne)


@pytest.fixture
def first(masked: UserMeeting) -> Statement:
    return masked.statements.get(position=1)


@pytest.fixture
def client(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    return signed_in(anne)


@pytest.fixture
def said(meeting: UserMeeting, anne: Person) -> list[Statement]:
    """Five statements that are ready: two by one person, and one that nobody is known for."""
    people = [
        presence.participant for presence in meeting.presences.order_by("participant__number")
    ]
    for words, who in SAID:
        speaker = None if who is None else people[who]
        statements.write_down(meeting, words=words, speaker=speaker, kind="good", by=anne)
    meetings.finish_writing(meeting, by=anne)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=anne)
    for statement, (words, _who) in zip(meeting.statements.all(), SAID, strict=True):
        mask_as(statement, words, by=anne)
    return list(meeting.statements.select_related("speaker").order_by("position"))


@pytest.fixture
def found(evaluation: Evaluation, anne: Person) -> Finding:
    """A finding with everything written, resting on nothing yet."""
    text = FindingText(
        title="Små handlinger betyr mye",
        good="Et smil i døra.",
        not_good="Å bli snakket om.",
        better="Si hei.",
        question="Når får dere til dette?",
    )
    return findings.write_finding(evaluation, text, turn=Turn.KEEP, by=anne)
