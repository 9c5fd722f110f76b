"""The findings, one after the other, each with the same parts, so that none looks smaller."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from brukerstemmen.analysis.evidence import Looked
from brukerstemmen.dialogues.sides import views_in
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.reports.chapters.texts import paragraphs_of
from brukerstemmen.reports.document import Heading, Paragraph, Part, Quote
from brukerstemmen.reports.gathering import PrintedFinding, PrintedQuote


def told(findings: Iterable[PrintedFinding], *, is_final: bool) -> list[Part]:
    """Every finding, with what is good, what is not, and in whose words.

    is_final: there has been time to talk about them, so that it is told where nobody did.
    """
    return [part for finding in findings for part in _finding(finding, is_final=is_final)]


def _finding(finding: PrintedFinding, *, is_final: bool) -> list[Part]:
    quotes = [one for one in finding.quotes if not one.is_contrary]
    return [
        Heading(f"{finding.number}. {finding.title}", 3),
        Paragraph(f"{_asks(finding.turn)} {_stands(finding.standing, is_final=is_final)}".strip()),
        *_turn(_("What is good"), finding.good, or_else=True),
        *_turn(_("What is not good"), finding.not_good, or_else=True),
        *_turn(_("How it can be better"), finding.better),
        *_quoted(_("In their own words"), quotes),
        *_contrary(finding),
        *_dialogue(finding),
        *_minority(finding),
        *_turn(_asked(is_final=is_final), finding.question),
    ]


def _asked(*, is_final: bool) -> str:
    return _("What we asked the dialogue") if is_final else _("A question for the dialogue")


def _asks(turn: Turn) -> str:
    asks = {
        Turn.KEEP: _("Keep this: it works."),
        Turn.IMPROVE: _("This can be improved."),
        Turn.STOP: _("This should stop."),
    }
    return asks[turn]


def _stands(standing: Standing, *, is_final: bool) -> str:
    if standing is Standing.PRELIMINARY:
        return _("Users and staff have not talked about it together.") if is_final else ""
    stands = {
        Standing.CONFIRMED: _("Users and staff recognised it when they talked about it together."),
        Standing.NUANCED: _("It got a nuance when users and staff talked about it together."),
        Standing.DISPUTED: _("Users and staff see this differently. Both views stand here."),
    }
    return stands[standing]


def _turn(heading: str, text: str, *, or_else: bool = False) -> list[Part]:
    """or_else: good and not good are always there, also where nothing was said."""
    if not text and not or_else:
        return []
    return [Heading(heading, 4), *paragraphs_of(text or _("Nothing was said about this here."))]


def _quoted(heading: str, quotes: list[PrintedQuote]) -> list[Part]:
    if not quotes:
        return []
    return [Heading(heading, 4), *[Quote(one.words, one.language) for one in quotes]]


def _contrary(finding: PrintedFinding) -> list[Part]:
    looked = {
        Looked.FOUND: _("There are also voices that say something else."),
        Looked.NONE_FOUND: _("We looked for voices that say something else, and found none."),
    }
    sentence = looked.get(finding.looked, _("We have not looked for voices that say otherwise."))
    quotes = [Quote(one.words, one.language) for one in finding.quotes if one.is_contrary]
    return [Heading(_("Other voices"), 4), Paragraph(sentence), *quotes]


def _dialogue(finding: PrintedFinding) -> list[Part]:
    """What the dialogue added; where opinions are divided, the views with equal weight."""
    views = views_in(finding.nuance)
    if not views:
        return []
    if finding.standing is not Standing.DISPUTED or len(views) < 2:
        return [Heading(_("What the dialogue added"), 4), *paragraphs_of(finding.nuance)]
    parts: list[Part] = []
    for number, view in enumerate(views, start=1):
        heading = _("Divided opinions: view %(number)s") % {"number": number}
        parts += [Heading(heading, 4), Paragraph(view)]
    return parts


def _minority(finding: PrintedFinding) -> list[Part]:
    if not finding.minority:
        return []
    words: list[Part] = [Paragraph(words) for words in finding.minority]
    return [Heading(_("A view that not all share"), 4), *words]
