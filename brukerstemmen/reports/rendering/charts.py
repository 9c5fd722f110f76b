"""Bars of people as a picture made here: no script, no style, and no length for what is hidden.

Texts keep their size and bars take a share of the width, so that it is read on a telephone as well
as on paper. A hidden count is a hatched bar that is always as long, with the words beside it.
"""

from textwrap import wrap

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from brukerstemmen.reports.document import Bar, Chart

LINE = 22  # of text, in pixels
BAR = 22
BETWEEN = 20
LONGEST = 66  # percent of the width, for the largest group
HIDDEN = 88  # pixels, whatever is hidden
NOBODY = 3  # pixels: where a bar would have begun
BESIDE = 16  # characters that have room beside a bar
LETTERS = 36  # in a line on a telephone
STRIPES = 8  # pixels between


def chart_svg(chart: Chart, *, number: int = 1, all_in_title: bool = False) -> SafeString:
    """The chart as SVG.

    number: which chart of the page it is, for its ids.
    all_in_title: the summary is read with the title, for readers that know no description.
    """
    largest = max([bar.value or 0 for bar in chart.bars], default=0)
    top, rows = 0, []
    for bar in chart.bars:
        row, top = _row(bar, top, largest)
        rows.append(row)
    title = f"{chart.caption}. {chart.summary}" if all_in_title else chart.caption
    context = {
        "number": number,
        "title": title,
        "summary": "" if all_in_title else chart.summary,
        "rows": rows,
        "height": max(top - BETWEEN, 1),
        "bar": BAR,
        "hidden": HIDDEN,
        "stripes": _stripes(),
    }
    return render_to_string("reports/document/_chart.svg", context)


def _row(bar: Bar, top: int, largest: int) -> tuple[dict[str, object], int]:
    """Where the texts and the bar of a group stand, and where the next group begins."""
    beside = bar.told if len(bar.told) <= BESIDE else ""
    lines = wrap(bar.label, LETTERS) + ([] if beside else wrap(bar.told, LETTERS))
    places = [(top + LINE * place - 6, line) for place, line in enumerate(lines, start=1)]
    at = top + LINE * len(lines) + 2
    share = 0 if bar.value is None else round(LONGEST * bar.value / max(largest, 1), 2)
    row = {
        "lines": places,
        "beside": beside,
        "at": at,
        "text_at": at + BAR - 6,
        "is_hidden": bar.value is None,
        "share": f"{share}%",
        "width": f"{share}%" if share else NOBODY,
    }
    return row, at + BAR + BETWEEN


def _stripes() -> str:
    """The slanting lines of a hidden bar, from its own corner."""
    lines = []
    for x in range(STRIPES, HIDDEN + BAR, STRIPES):
        from_x, from_y = min(x, HIDDEN), max(0, x - HIDDEN)
        to_x, to_y = max(x - BAR, 0), min(x, BAR)
        lines.append(f"M{from_x} {from_y}L{to_x} {to_y}")
    return "".join(lines)
