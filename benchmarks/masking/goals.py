"""What masking must reach before a release, held against what was measured."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Told = Mapping[str, Any]
WITH_ENCODER = "norne with the encoder"  # the name of that set among what was measured


@dataclass(frozen=True)
class Goal:
    """where: the keys that lead to the figure. at_most: whether small is good."""

    says: str
    limit: float
    where: tuple[str, ...]
    at_most: bool = False

    def measured(self, found: Mapping[str, Told]) -> float | None:
        """The share, 0 where it never got there, None where that set was not measured."""
        told: Any = found
        for key in self.where:
            if told is None or key not in told:
                return None
            told = told[key]
        share = told["share"] if isinstance(told, Mapping) else told
        return float(share or 0)

    def is_reached(self, share: float) -> bool:
        return share <= self.limit if self.at_most else share >= self.limit


def _on_norne() -> Iterator[Goal]:
    for lang in ("nb", "nn"):
        at = ("norne", lang, "cased")
        lower = ("norne", lang, "lower", "at_precision", "0.76")
        yield Goal(
            f"NorNE {lang}: token recall where 90 % of masks are right",
            0.97,
            (*at, "at_precision", "0.9"),
        )
        yield Goal(f"NorNE {lang} in small letters: where 76 % are right", 0.93, lower)
        persons = (*at, "propagated", "persons_fully_masked", "at 0.5")
        yield Goal(f"NorNE {lang}: PERSON fully masked in documents, at 0.5", 0.993, persons)


def _with_encoder() -> Iterator[Goal]:
    for lang in ("nb", "nn"):
        yield Goal(
            f"NorNE {lang}, with the encoder: token recall where 90 % of masks are right",
            0.988,
            (WITH_ENCODER, lang, "cased", "at_precision", "0.9"),
        )


def _in_meetings(name: str, told: str) -> Iterator[Goal]:
    at = (told, "as said", "at 0.05")
    yield Goal(f"{name}: entity recall, at 0.05", 0.99, (*at, "entity_recall"))
    yield Goal(f"{name}: leaking statements, at 0.05", 0.02, (*at, "leaking_statements"), True)
    clues = (told, "as said", "clues_flagged", "at 0.05")
    yield Goal(f"{name}: clues flagged, at 0.05", 0.90, clues)


NEW = ("origins", "new", "cased", "at 0.5")
GOALS = (
    *_on_norne(),
    *_with_encoder(),
    *_in_meetings("set A, read", "set-a"),
    *_in_meetings("set B, kept", "set-b"),
    Goal("harmless: words masked, at 0.5", 0.015, ("hard", "words_masked", "at 0.5"), True),
    Goal("identifiers, standard, at 0.5", 1.0, ("identifiers", "by_form", "standard", "at 0.5")),
    Goal("identifiers, said aloud, at 0.5", 0.95, ("identifiers", "by_form", "spoken", "at 0.5")),
    Goal("new names: token recall of the worst group, at 0.5", 0.98, (*NEW, "worst")),
    Goal("new names: gap between best and worst, at 0.5", 0.015, (*NEW, "gap"), True),
    Goal("the demo: planted traces found", 1.0, ("demo", "traces_found")),
)


def held_against(found: Mapping[str, Told]) -> list[list[str]]:
    """A row for each goal whose set was measured: what, goal, figure, reached or not."""
    rows = []
    for goal in GOALS:
        share = goal.measured(found)
        if share is not None:
            sign = "≤" if goal.at_most else "≥"
            reached = "yes" if goal.is_reached(share) else "**no**"
            rows.append([goal.says, f"{sign} {100 * goal.limit:g}", f"{100 * share:.1f}", reached])
    return rows
