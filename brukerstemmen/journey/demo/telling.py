"""What the demo's files tell of the time from findings to final report."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from brukerstemmen.journey.demo.story import rows

_HERE = Path(__file__).resolve().parent


@dataclass(frozen=True)
class FindingTold:
    """A finding as the answer key has it. supports, contrary: names of statements."""

    code: str
    day: int
    by: str
    theme: str
    turn: str
    is_single: bool
    text: dict[str, str]
    supports: list[str]
    contrary: list[str]


@dataclass(frozen=True)
class QuoteTold:
    """why: the reason it is kept out, "" if it is cleared."""

    statement: str
    finding: str
    why: str


@dataclass(frozen=True)
class SaidTold:
    """Something said at the conference, by side and type."""

    name: str
    finding: str
    side: str
    type: str
    function: str
    words: str


@dataclass(frozen=True)
class ProposalTold:
    """deadline: a day counted from D+0, None where there is none. says: what the leader said."""

    name: str
    findings: list[str]
    kind: str
    owner: str
    deadline: int | None
    says: str
    title: str
    notice: str
    reason: str


@dataclass(frozen=True)
class AnswerTold:
    """clarified: a day counted from D+0, None where nothing is to be clarified."""

    day: int
    by: str
    findings: list[str]
    says: str
    given_by: str
    clarified_by: str
    clarified: int | None
    reason: str


@cache
def findings() -> tuple[FindingTold, ...]:
    """F1 to F9 and E1."""
    texts = ("title", "good", "not_good", "better", "question")
    return tuple(
        FindingTold(
            code=row["code"],
            day=int(row["day"]),
            by=row["by"],
            theme=row["theme"],
            turn=row["turn"],
            is_single=bool(row["single"]),
            text={name: row[name] for name in texts},
            supports=row["supports"].split(),
            contrary=row["contrary"].split(),
        )
        for row in rows("findings")
    )


def quotes() -> list[QuoteTold]:
    """What is put forward for print."""
    return [QuoteTold(row["statement"], row["finding"], row["why"]) for row in rows("quotes")]


def said() -> list[SaidTold]:
    """DS01 to DS14."""
    return [SaidTold(**row) for row in rows("said")]


def proposals() -> list[ProposalTold]:
    """TK01 to TK14."""
    return [
        ProposalTold(
            **{**row, "findings": row["findings"].split(), "deadline": _day(row["deadline"])}
        )
        for row in rows("proposals")
    ]


def answers() -> list[AnswerTold]:
    """What the service says to each finding."""
    return [
        AnswerTold(
            **{
                **row,
                "day": int(row["day"]),
                "findings": row["findings"].split(),
                "clarified": _day(row["clarified"]),
            }
        )
        for row in rows("answers")
    ]


def _day(told: str) -> int | None:
    return int(told) if told else None


@cache
def texts(name: str) -> dict[str, str]:
    """The parts of a text file, each under a line with its name."""
    parts: dict[str, str] = {}
    for part in (_HERE / f"{name}.txt").read_text(encoding="utf-8").split("== ")[1:]:
        heading, text = part.split("\n", 1)
        parts[heading.strip()] = text.strip()
    return parts
