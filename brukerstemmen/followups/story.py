"""What is told of an evaluation to everybody: what was said, what the service answers and does,
what users feel, and what became a no. No framework.

All of it is released before it comes here: words of the centre and the service. No number in it
counts people but `replies`, and that one never counts fewer than six.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from brukerstemmen.measures.felt import FEWEST, Verdict, holds_today
from brukerstemmen.measures.states import Says, Status

# What the service has said no to, has not done, or does not do now: each with a reason.
NOES = frozenset({Status.REJECTED, Status.NOT_DONE, Status.DEFERRED})
# Said to be done, on its way, or taken on.
DOES = frozenset({Status.DONE, Status.PARTLY, Status.IN_PROGRESS, Status.PLANNED, Status.REOPENED})
# A participant in the material: their number stands nowhere outside the team.
_CODE = re.compile(r"\bD\d{2,3}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Told:
    """What users said of a measure in one round, and what the service said of it that day."""

    round: int
    claimed: Status
    verdict: Verdict


@dataclass(frozen=True)
class Round:
    """One time users were asked. replies: how many answered; None where they are too few."""

    number: int
    quarter: str
    replies: int | None
    note: str

    def __post_init__(self) -> None:
        if self.replies is not None and self.replies < FEWEST:
            raise ValueError("so few could be told from one another")


@dataclass(frozen=True)
class Measure:
    """reason: why it is no, not now, or taken up again. line: to those who spoke. felt: by round.

    deadline: a day as 2025-05-01, "" if there is none.
    """

    number: int
    title: str
    owner: str
    deadline: str
    status: Status
    reason: str
    line: str
    felt: tuple[Told, ...] = ()

    @property
    def is_no(self) -> bool:
        return self.status in NOES

    @property
    def newest(self) -> Told | None:
        return holds_today(self.felt[::-1])


@dataclass(frozen=True)
class Finding:
    """A finding, and the newest answer to it. says: "" as long as there is none. measures: numbers
    of those that answer it."""

    number: int
    title: str
    good: str
    not_good: str
    better: str
    nuance: str
    standing: str
    says: str = ""
    reason: str = ""
    given_by: str = ""
    clarified_by: str = ""
    clarified_on: str = ""
    measures: tuple[int, ...] = ()

    @property
    def is_no(self) -> bool:
        return self.says == Says.NO


@dataclass(frozen=True)
class Story:
    """The whole, as it stands one day."""

    title: str
    centre: str
    findings: tuple[Finding, ...] = ()
    measures: tuple[Measure, ...] = ()
    rounds: tuple[Round, ...] = ()

    def measures_of(self, finding: Finding) -> list[Measure]:
        return [one for one in self.measures if one.number in finding.measures]


@dataclass(frozen=True)
class Text:
    """Words somebody has written. part: where they stand. by_service: the service's own."""

    part: str  # finding, answer, measure, line or round
    number: int
    words: str
    by_service: bool = False


def texts_of(story: Story) -> Iterator[Text]:
    """Everything that somebody has written freely, to be looked at before it goes out."""
    for finding in story.findings:
        for words in (finding.title, finding.good, finding.not_good, finding.better):
            yield Text("finding", finding.number, words)
        yield Text("finding", finding.number, finding.nuance)
        for words in (finding.reason, finding.given_by, finding.clarified_by):
            yield Text("answer", finding.number, words, by_service=True)
    for measure in story.measures:
        for words in (measure.title, measure.owner, measure.reason):
            yield Text("measure", measure.number, words, by_service=True)
        yield Text("line", measure.number, measure.line)
    for one in story.rounds:
        yield Text("round", one.number, one.note)


def codes_in(words: str) -> list[str]:
    """Numbers of participants in a text.

    >>> codes_in("Det sa D04, og d12 også. Vitamin D3 nevnes ikke."), codes_in("D-vitamin")
    (['D04', 'd12'], [])
    """
    return _CODE.findall(words)


def to_json(story: Story) -> dict[str, Any]:
    """As plain lists and texts, for a JSON column."""
    told: dict[str, Any] = _plain(asdict(story))
    return told


def _plain(value: Any) -> Any:
    """With lists for tuples, as JSON gives them back: two stories can be compared."""
    if isinstance(value, dict):
        return {name: _plain(each) for name, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list | tuple) else value


def from_json(told: dict[str, Any]) -> Story:
    """The story that `to_json` wrote.

    >>> one = Story("T", "S", rounds=(Round(1, "2025-3", 11, ""),))
    >>> from_json(to_json(one)) == one
    True
    """
    return Story(
        title=told["title"],
        centre=told["centre"],
        findings=tuple(
            Finding(**{**one, "measures": tuple(one["measures"])}) for one in told["findings"]
        ),
        measures=tuple(_measure(one) for one in told["measures"]),
        rounds=tuple(Round(**one) for one in told["rounds"]),
    )


def _measure(told: dict[str, Any]) -> Measure:
    felt = tuple(
        Told(one["round"], Status(one["claimed"]), Verdict(one["verdict"])) for one in told["felt"]
    )
    return Measure(**{**told, "status": Status(told["status"]), "felt": felt})
