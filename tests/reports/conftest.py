"""A small draft, with a canary wherever words of a participant stand."""

from datetime import date

import pytest

from brukerstemmen.reports.content import Draft, Line, Numbers, ThemePart

CANARY = "kanarifugl"


@pytest.fixture
def draft() -> Draft:
    return Draft(
        title="Sammen om overgangene",
        centre="Kompetansesenteret Lytt",
        service="Elvesund DPS",
        made_on=date(2024, 11, 15),
        language="nb",
        promise="Det du sier, blir lest opp for deg før det brukes.",
        numbers=Numbers(people=20, attendances=21, meetings=6, statements=60, unspoken=1),
        themes=(
            ThemePart(
                name="Å bli møtt",
                definition="Hvordan en blir tatt imot.",
                people=8,
                statements=6,
                quotable=1,
                good=(
                    Line(f"Vi har god tid, {CANARY}.", quotable=True),
                    Line("Ho sa at ho ikkje visste.", "nn"),
                ),
                proposals=(Line("Spør oss.\nSkriv det ned."),),
                unmarked=(Line("Ingen har sagt hva dette er."),),
            ),
            ThemePart(name="=HYPERLINK(1)", definition="", people=None, statements=3),
        ),
        waiting=2,
        unsorted=(Line(f"Heng opp et skilt, {CANARY}."),),
        method=("Utsagnene er lest opp for gruppa.", "Et menneske har lest hvert utsagn."),
    )
