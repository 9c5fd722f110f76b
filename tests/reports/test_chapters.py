"""What a finding looks like in a report: the same parts for each, and none that gives a score."""

import uuid

import pytest

from brukerstemmen.analysis.evidence import Looked
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.reports.chapters import findings
from brukerstemmen.reports.document import Heading
from brukerstemmen.reports.gathering import PrintedFinding


def printed(number: int, turn: Turn, *, good: str = "", not_good: str = "") -> PrintedFinding:
    return PrintedFinding(
        pk=uuid.uuid4(),
        number=number,
        turn=turn,
        standing=Standing.CONFIRMED,
        title=f"Funn {number}",
        good=good,
        not_good=not_good,
        better="",
        question="",
        nuance="",
        looked=Looked.NONE_FOUND,
    )


@pytest.mark.parametrize("is_final", [True, False])
def test_good_and_not_good_stand_under_each_finding_whatever_is_written(is_final: bool) -> None:
    three = [
        printed(1, Turn.KEEP, good="Noen lytter."),
        printed(2, Turn.IMPROVE, not_good="Ingen ringer."),
        printed(3, Turn.STOP, good="Det er varmt.", not_good="Det er låst."),
    ]
    parts = findings.told(three, is_final=is_final)
    under: list[list[str]] = []
    for part in parts:
        if isinstance(part, Heading) and part.level == 3:
            under.append([])
        elif isinstance(part, Heading):
            under[-1].append(part.text)

    assert [names[:2] for names in under] == [["What is good", "What is not good"]] * 3
    after = [parts[n + 1] for n, part in enumerate(parts) if part == Heading("What is good", 4)]
    assert all(getattr(part, "text", "") for part in after), "also where nothing is written"
