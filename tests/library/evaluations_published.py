"""Twenty made-up evaluations in the archive, with themes that run through some of them. Put there
by the verb the lead uses; quotes and what happened beside them. Imported by name."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.followups import story
from brukerstemmen.followups.models import WhatHappened
from brukerstemmen.library.actions.publishing import Described, publish_in_library
from brukerstemmen.library.models import (
    DoorPage,
    HomePage,
    PublicationFinding,
    PublicationPage,
    PublicationQuote,
    Shows,
)
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.privacy.disclosure import Group, publish
from brukerstemmen.reports import counts
from brukerstemmen.reports.document import Document, Heading, Paragraph, Quote, to_json
from brukerstemmen.reports.models import ReleasedCounts, ReleasedReport
from tests.cast import prepare

# What is looked for: what it is called here and there, and how many spoke of it in each.
PLANTED: dict[str, dict[int, tuple[str, int]]] = {
    "ventetid": {n: (name, 7 + n) for n, name in enumerate(["Ventetid", "Ventetida", "Ventetiden"])}
    | {9: ("Ventetid", 3)},
    "å bli hørt": {n: ("Å bli hørt", 8 + n) for n in range(5, 12)},
    "pårørende": {3: ("Pårørende", 9), 13: ("De pårørende", 12), 17: ("Pårørande", 6)},
    "språk": dict.fromkeys((14, 15), ("Språket i brevene", 10)),
}
FILLING = ["Maten", "Aktiviteter", "Rommet", "Overganger"]


@pytest.fixture
def archive(home: HomePage) -> DoorPage:
    """The archive, and the page of themes below it."""
    made = home.add_child(
        instance=DoorPage(
            title="Rapporter", slug="rapporter", shows=Shows.PUBLICATIONS, show_in_menus=True
        )
    )
    made.add_child(instance=DoorPage(title="Tema", slug="tema", shows=Shows.THEMES))
    return made


@pytest.fixture
def made(archive: DoorPage, centre: Organisation, anne: Person) -> Callable[..., PublicationPage]:
    """Make one evaluation and put its report into the archive."""

    def make(number: int, themes: dict[str, int]) -> PublicationPage:
        evaluation = starting.start_evaluation(
            title=f"Tjeneste {chr(65 + number)}", services=["Enheten"], centre=centre, by=anne
        )
        prepare(evaluation, anne)
        work = evaluation.work
        titles = list(themes)
        _count(work, themes)
        _what_happened(work, titles)
        report = ReleasedReport.objects.create(
            work=work,
            kind="final",
            language="nb",
            quarter="2025-2",
            is_public=True,
            content=to_json(_document(work.title, titles)),
        )
        page = publish_in_library(report, Described(county="Trøndelag"), by=anne)
        for finding in PublicationFinding.objects.filter(page=page):
            PublicationQuote.objects.create(
                id=uuid.uuid4(), finding=finding, language="nb", words=quote_of(number, finding)
            )
        return page

    return make


def quote_of(number: int, finding: PublicationFinding) -> str:
    return f"Slik var {finding.title.lower()} for meg, sier en i {chr(65 + number)}."


def themes_of(number: int) -> dict[str, int]:
    """Those that are planted in it, and one that is not."""
    planted = dict(where[number] for where in PLANTED.values() if number in where)
    return planted | {FILLING[number % len(FILLING)]: 11, "Hverdagen": 13, "Et sted å være": 4}


def _count(work: Any, themes: dict[str, int]) -> None:
    groups = {name: Group(people, people * 2) for name, people in themes.items()}
    people = sum(number for number in themes.values() if number >= 6)
    told = publish(people, groups, statements=500)
    assert told.groups
    ReleasedCounts.objects.create(work=work, quarter="2025-2", content=counts.to_json(told, 6))


def _document(title: str, names: list[str]) -> Document:
    parts: list[Any] = [Heading("Sammendrag"), Paragraph("Mange har fortalt."), Heading("Funn")]
    for number, name in enumerate(names, start=1):
        parts += [
            Heading(f"{number}. {name}", 3),
            Heading("Det som er bra", 4),
            Paragraph("Noe er bra."),
            Quote("Et sitat."),
        ]
    easy = (Heading("Kort"), Paragraph("Det er lett å lese."))
    return Document(title, "Sluttrapport", "Lytt", "Enheten", "2025-2", "nb", tuple(parts), easy)


def _what_happened(work: Any, names: list[str]) -> None:
    told = story.Story(
        work.title,
        "Lytt",
        findings=tuple(
            story.Finding(
                number=number,
                title=name,
                good="",
                not_good="",
                better="",
                nuance="",
                standing="confirmed",
                says=Says.YES.value,
                reason=f"Vi vil gjøre noe med {name.lower()}.",
                measures=(number,),
            )
            for number, name in enumerate(names, start=1)
        ),
        measures=tuple(
            story.Measure(
                number=number,
                title=f"Tiltak om {name.lower()}",
                owner="leder",
                deadline="",
                status=Status.DONE,
                reason="",
                line="",
                felt=(story.Told(1, Status.DONE, Verdict.FELT),),
            )
            for number, name in enumerate(names, start=1)
        ),
    )
    WhatHappened.objects.create(work=work, edition=1, quarter="2025-3", content=story.to_json(told))


@pytest.fixture
def twenty(made: Callable[..., PublicationPage]) -> list[PublicationPage]:
    return [made(number, themes_of(number)) for number in range(20)]
