"""The page that asks whether anybody could recognise somebody: what is told in the whole report,
put together, with where each piece stands and what the team has said of how many it fits."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise

from brukerstemmen.masking.mosaic import Attribute, Combination, Fit, Piece
from brukerstemmen.reports import sentences
from brukerstemmen.reports.assembling import Material, material_of
from brukerstemmen.reports.models import GroupSize, Report
from brukerstemmen.reports.passages import floor_of, known_in, passages_of, sizes_of
from brukerstemmen.reports.recognised import Passage, as_text, from_text, holders, judge

_DECADE = re.compile(r"(\d0)-årene")


@dataclass(frozen=True)
class Place:
    where: str
    address: str


@dataclass(frozen=True)
class Shown:
    """One piece in words. is_translated: in the reader's language; otherwise in Norwegian."""

    attribute: Promise | str
    value: Promise | str
    is_translated: bool
    places: list[Place]


@dataclass(frozen=True)
class Settled:
    """What the team has said. decided_by: the lead who lets it stand, and why."""

    size: int | None
    is_few: bool
    by: str
    on: date
    decided_by: str = ""
    decided_on: date | None = None
    why: str = ""


@dataclass(frozen=True)
class Row:
    """A combination. name: how a form says which. at_most: None where nobody knows."""

    name: str
    number: int
    pieces: list[Shown]
    at_most: int | None
    settled: Settled | None = None

    @property
    def is_one_piece(self) -> bool:
        return len(self.pieces) == 1


@dataclass(frozen=True)
class Sheet:
    """floor: the fewest people a combination may fit. known: what the team has answered, and is
    told somewhere in what goes out."""

    floor: int
    certain: list[Row]
    doubtful: list[Row]
    known: list[Row]

    @property
    def rows(self) -> dict[str, Row]:
        """Every row by its name; each combination stands once."""
        return {row.name: row for row in (*self.known, *self.doubtful, *self.certain)}


def sheet_of(report: Report) -> Sheet:
    """Everything about one report, in a fixed number of queries."""
    return _Telling(material_of(report)).sheet()


class _Telling:
    """What is read once, and told of in several places."""

    def __init__(self, material: Material) -> None:
        self.slug = material.work.slug
        self.language = material.report.language
        self.floor = floor_of(material.work)
        self.passages = passages_of(material)
        sizes = sizes_of(material)
        self.said: dict[Combination, GroupSize] = {
            from_text(text): row for row in sizes if (text := row.read("pieces"))
        }
        known = known_in(sizes)
        self.few = {one.pieces for one in known if one.is_few(self.floor)}
        self.judged = judge(self.passages, known, floor=self.floor)

    def sheet(self) -> Sheet:
        certain = [frozenset(fit.pieces) for fit in self.judged.certain]
        answered = [pieces for pieces in self.said if pieces not in certain]
        told = [pieces for pieces in answered if holders(self.passages, pieces)]
        begin = len(certain) + 1
        return Sheet(
            floor=self.floor,
            certain=list(self._rows(self.judged.certain, 1)),
            doubtful=list(self._rows(self.judged.doubtful, begin)),
            known=[
                self._row(pieces, None, number)
                for number, pieces in enumerate(told, begin + len(self.judged.doubtful))
            ],
        )

    def _rows(self, fits: Sequence[Fit], begin: int) -> Iterator[Row]:
        for number, fit in enumerate(fits, begin):
            yield self._row(frozenset(fit.pieces), fit.at_most, number)

    def _row(self, pieces: Combination, at_most: int | None, number: int) -> Row:
        there = holders(self.passages, pieces)
        return Row(
            name=as_text(pieces),
            number=number,
            pieces=[self._shown(piece, there) for piece in sorted(pieces)],
            at_most=at_most,
            settled=_settled(self.said.get(pieces), is_few=pieces in self.few),
        )

    def _shown(self, piece: Piece, there: Iterable[Passage]) -> Shown:
        places = [self._place(passage) for passage in there if piece in passage.pieces]
        value, is_translated = value_in_words(piece)
        attribute = sentences.ATTRIBUTES[piece.attribute]
        return Shown(attribute, value, is_translated, list(dict.fromkeys(places)))

    def _place(self, passage: Passage) -> Place:
        at = _address(self.slug, passage)
        of_section = passage.door == "reports:section"
        return Place(passage.where, f"{at}?sprak={self.language}" if of_section else at)


def _address(slug: str, passage: Passage) -> str:
    return reverse(passage.door, args=[slug, *passage.parts])


def _settled(row: GroupSize | None, *, is_few: bool) -> Settled | None:
    if row is None:
        return None
    if row.decided_by is None:
        return Settled(row.size, is_few, row.by.name, row.on)
    lead, on = row.decided_by.name, row.decided_on
    return Settled(row.size, is_few, row.by.name, row.on, lead, on, row.read("why"))


def value_in_words(piece: Piece) -> tuple[Promise | str, bool]:
    """What a piece says, and whether it is in the reader's language."""
    if piece.attribute is Attribute.AGE_BAND:
        if decade := _DECADE.fullmatch(piece.value):
            return str(sentences.IN_A_DECADE) % {"decade": decade[1]}, True
        return sentences.AGES.get(piece.value, piece.value), piece.value in sentences.AGES
    return piece.value, False
