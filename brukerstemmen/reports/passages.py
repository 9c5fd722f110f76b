"""Everything that is to be released together in one evaluation, as passages with their pieces.

What the report prints, what one person said in several quotes put under one code, and quotes that
have gone out before: whoever reads the one may have read the other.
"""

import re
import uuid
from collections.abc import Iterator

from django.utils.translation import gettext as _

from brukerstemmen.masking.mosaic import FLOOR, Attribute, Combination, Piece
from brukerstemmen.masking.pieces import pieces_of
from brukerstemmen.masking.spans import LONGEST_TEXT
from brukerstemmen.people.models import CentreProfile, Work
from brukerstemmen.reports.assembling import Material
from brukerstemmen.reports.models import GroupSize, QuoteClearance, QuoteSource, ReleasedQuote
from brukerstemmen.reports.recognised import Known, Passage, from_text
from brukerstemmen.reports.written import texts_of

# A quote in another language than the report tells of its speaker by that alone.
LANGUAGES = {"nb": "bokmål", "nn": "nynorsk", "en": "engelsk"}
_PARAGRAPHS = re.compile(r"\n\s*\n")


def passages_of(material: Material) -> list[Passage]:
    """The passages that tell something, in the order of the report. A fixed number of queries."""
    found = (*_written(material), *_quoted(material), *_out_before(material))
    return [passage for passage in found if passage.pieces]


def _written(material: Material) -> Iterator[Passage]:
    """One passage for each paragraph: what stands in different ones is not told of one person."""
    for written in texts_of(material):
        for paragraph in _paragraphs(written.text):
            pieces = pieces_of(paragraph, written.language)
            yield Passage(written.where, pieces, None, written.door, written.parts)


def _paragraphs(text: str) -> Iterator[str]:
    """None longer than can be read at once."""
    for paragraph in _PARAGRAPHS.split(text):
        for start in range(0, len(paragraph), LONGEST_TEXT):
            yield paragraph[start : start + LONGEST_TEXT]


def _quoted(material: Material) -> Iterator[Passage]:
    printed = {q.statement: (finding, q) for finding in material.findings for q in finding.quotes}
    rows = QuoteClearance.objects.filter(statement__in=printed)
    for pk, statement, speaker in rows.values_list("pk", "statement", "statement__speaker"):
        finding, quote = printed[statement]
        where = _("A quote under finding %(number)s") % {"number": finding.number}
        pieces = pieces_of(quote.words, quote.language) | _foreign(material, quote.language)
        yield Passage(where, pieces, _code(speaker), "reports:quote", (pk,))


def _out_before(material: Material) -> Iterator[Passage]:
    """What has gone out in other words, or is printed no more."""
    now = {quote.words for finding in material.findings for quote in finding.quotes}
    out = ReleasedQuote.objects.filter(report__work=material.work).exclude(words__in=now)
    sources = QuoteSource.objects.filter(quote__in=out)
    speakers = dict(sources.values_list("quote", "statement__speaker"))
    for quote in out:
        pieces = pieces_of(quote.words, quote.language) | _foreign(material, quote.language)
        where = _("A quote that is out already")
        at = ("reports:edition", (quote.report_id,))
        yield Passage(where, pieces, _code(speakers.get(quote.pk)), *at)


def _code(speaker: uuid.UUID | None) -> str | None:
    return None if speaker is None else str(speaker)


def _foreign(material: Material, language: str) -> Combination:
    if language == _told_in(material):
        return frozenset()
    return frozenset({Piece(Attribute.LANGUAGE, LANGUAGES.get(language, language))})


def _told_in(material: Material) -> str:
    """The language the report is written in first; quotes are printed in that one."""
    first = material.report.translated_from
    return (first or material.report).language


def known_in(rows: list[GroupSize]) -> list[Known]:
    """What the team has said about sizes."""
    return [
        Known(from_text(text), row.size, let_stand=row.decided_by_id is not None)
        for row in rows
        if (text := row.read("pieces"))
    ]


def sizes_of(material: Material) -> list[GroupSize]:
    rows = GroupSize.objects.filter(evaluation=material.evaluation)
    return list(rows.select_related("key__outer__outer", "by", "decided_by"))


def floor_of(work: Work) -> int:
    """The fewest people a combination may fit without a warning."""
    smallest: int = CentreProfile.objects.get(centre=work.centre_id).smallest_group
    return max(FLOOR, smallest)
