"""A document as part of a page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import override

from brukerstemmen.reports.document import Chart, Document, Heading, Quote, Table

from .charts import chart_svg
from .laying import Chapter, as_table, chapters, in_marks, laid_out, quarter_told

MANY_COLUMNS = 3  # from here on a row becomes a block on a telephone
LONG_CONTENTS = 20  # lines; beyond that a page on screen shows the chapters only


def as_html(document: Document, *, easy: bool = False) -> SafeString:
    """The document as an article with a title, a table of contents and its parts.

    The page that shows it links `dist/document.css`. easy: the two pages in easy language.
    """
    with override(document.language):
        return render_to_string("reports/document/_document.html", told(document, easy=easy))


def told(document: Document, *, easy: bool, on_paper: bool = False) -> dict[str, Any]:
    """What the templates of a document ask for. In the language of now."""
    laid = laid_out(document, easy=easy)
    return {
        "document": laid,
        "easy": easy,
        "edition": _("Short version, easy to read") if easy else "",
        "quarter": quarter_told(laid.quarter),
        "chapters": [] if easy else _contents(laid, on_paper=on_paper),
        "parts": list(_parts(laid, on_paper=on_paper)),
        "on_paper": on_paper,
        "logo": "",
    }


def _contents(document: Document, *, on_paper: bool) -> list[Chapter]:
    """What the table of contents leads to. A telephone is not the place for two screens of it."""
    entries = [one for one in chapters(document) if one.level < 4]
    if on_paper or len(entries) <= LONG_CONTENTS:
        return entries
    return [one for one in entries if one.level == 2]


def _parts(document: Document, *, on_paper: bool) -> Iterator[dict[str, Any]]:
    anchors = iter(chapters(document))
    for number, part in enumerate(document.parts, start=1):
        shown: dict[str, Any] = {"kind": part.kind, "part": part, "number": number}
        if isinstance(part, Heading):
            shown["anchor"] = next(anchors).anchor
        elif isinstance(part, Quote):
            shown["words"] = in_marks(part.words, part.lang or document.language)
        elif isinstance(part, Chart):
            shown["svg"] = chart_svg(part, number=number, all_in_title=on_paper)
            table = replace(as_table(part), caption=_("The same numbers in a table"))
            shown["table"] = _table(table, of_chart=True)
        elif isinstance(part, Table):
            shown["table"] = _table(part)
        yield shown


def _table(table: Table, *, of_chart: bool = False) -> dict[str, Any]:
    """Each cell with its heading, which stands beside it where rows have become blocks."""
    return {
        "caption": table.caption,
        "header": table.header,
        "rows": [list(zip(table.header, row, strict=True)) for row in table.rows],
        "of_chart": of_chart,
        "has_many": len(table.header) >= MANY_COLUMNS,
    }
