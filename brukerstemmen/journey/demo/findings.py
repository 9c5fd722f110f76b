"""How Elvesund's themes become findings, and how quotes are cleared for print."""

from collections.abc import Callable
from functools import partial

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models.findings import Because
from brukerstemmen.journey.demo import story, telling
from brukerstemmen.journey.demo.project import Project
from brukerstemmen.journey.demo.telling import FindingTold, QuoteTold
from brukerstemmen.measures.models import Turn
from brukerstemmen.people.models import Person
from brukerstemmen.reports.actions import clearing
from brukerstemmen.reports.states import Check, Recognised
from brukerstemmen.voices.models import Statement

LOOKED_ON, PROPOSED, FIRST_READ, SECOND_READ, TESTED = 97, 100, 101, 102, 105
# Who reads the quotes of a meeting: somebody with own experience who did not write them down.
READERS = {
    "B1": "tor_eirik",
    "B2": "siv",
    "B3": "nadia",
    "B4": "tor_eirik",
    "I1": "nadia",
    "I2": "tor_eirik",
}

Deed = Callable[[], object]


class Finding:
    """From the first finding to the day somebody has tried to recognise those who speak."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def calendar(self) -> list[tuple[int, Deed]]:
        """Every deed and the day it is done, counted from D+0."""
        told = telling.findings()
        return [
            *[(one.day, partial(self.write, one)) for one in told],
            *[(one.day + 2, partial(self.rest, one)) for one in told],
            *[(LOOKED_ON, partial(self.look, one)) for one in told],
            (98, self.sharpen),
            (PROPOSED, self.propose_quotes),
            (FIRST_READ, partial(self.read_quotes, first=True)),
            (SECOND_READ, partial(self.read_quotes, first=False)),
            (TESTED, self.test),
        ]

    def write(self, one: FindingTold) -> None:
        """The title first: what is good and not good is worked out together afterwards."""
        self.project.findings[one.code] = findings.write_finding(
            self.project.evaluation,
            findings.FindingText(one.text["title"]),
            turn=Turn(one.turn),
            theme=self.project.themes[one.theme],
            is_single=one.is_single,
            by=self.project.cast[one.by],
        )

    def rest(self, one: FindingTold) -> None:
        finding, by = self.project.findings[one.code], self.project.cast[one.by]
        findings.rest_on(finding, self._statements(one.supports), by=by)
        findings.rewrite_finding(finding, findings.FindingText(**one.text), by=by)

    def look(self, one: FindingTold) -> None:
        """Somebody else than the writer looks for voices that say something else."""
        by = self.project.cast["nadia" if one.by != "nadia" else "siv"]
        finding = self.project.findings[one.code]
        if one.contrary:
            contrary = self._statements(one.contrary)
            findings.rest_on(finding, contrary, stance=Stance.CONTRARY, by=by)
        else:
            findings.say_looked(finding, Looked.NONE_FOUND, by=by)

    def sharpen(self) -> None:
        """The lead asks for plainer words in one of them; how it read before is kept."""
        [told] = [one for one in telling.findings() if one.code == "F7"]
        text = {**told.text, "better": told.text["better"].replace("Innsjekking", "Å sjekke inn")}
        findings.rewrite_finding(
            self.project.findings["F7"],
            findings.FindingText(**text),
            because=Because.WRITTEN,
            what="Enklere ord",
            by=self.project.cast["ingunn"],
        )

    def propose_quotes(self) -> None:
        for told in telling.quotes():
            finding = self.project.findings[told.finding]
            self.project.clearances[told.statement] = clearing.propose_quote(
                self._statement(told.statement), finding, by=self.project.cast["siv"]
            )

    def read_quotes(self, *, first: bool) -> None:
        """Every point is asked twice: by one with own experience, then by the lead."""
        for told in telling.quotes():
            clearance, by = self.project.clearances[told.statement], self._reader(told, first)
            if not told.why:
                clearing.read_quote(clearance, set(Check), by=by)
            elif first:
                clearing.refuse_quote(clearance, why=told.why, by=by)

    def _reader(self, told: QuoteTold, first: bool) -> Person:
        meeting = next(one.meeting for one in story.statements() if one.name == told.statement)
        return self.project.cast[READERS[meeting] if first else "ingunn"]

    def test(self) -> None:
        clearing.register_test(
            self.project.evaluation,
            result=Recognised.NOBODY,
            tester="En som har arbeidet i tjenesten og ikke var med",
            by=self.project.cast["ingunn"],
        )

    def _statements(self, names: list[str]) -> list[Statement]:
        return [self._statement(name) for name in names]

    def _statement(self, name: str) -> Statement:
        statement = self.project.statements[name]
        statement.refresh_from_db()
        return statement
