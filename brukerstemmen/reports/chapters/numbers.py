"""What a report tells in numbers: only what has been published, each with what it means."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.privacy.disclosure import Hidden, Published
from brukerstemmen.reports.counts import Counted
from brukerstemmen.reports.document import Bar, Chart, Paragraph, Part, Table
from brukerstemmen.reports.wording import told_quarter


def in_sentences(counted: Counted) -> list[str]:
    """How many there were, in a few sentences; in words alone where numbers could tell who."""
    published = counted.published
    if published.people is None:
        return [
            _("There are no numbers of people in this report. They could have told who took part."),
            _("People met us in groups or alone, as they wished."),
        ]
    told = [
        _("%(number)s people have contributed to the findings. It is people that are counted.")
        % {"number": published.people}
    ]
    if counted.meetings:
        meetings = ngettext(
            "There was %(number)s meeting.", "There were %(number)s meetings.", counted.meetings
        )
        told.append(meetings % {"number": counted.meetings})
    if published.statements is not None:
        text = _("What they said is written down in %(number)s statements.")
        told.append(text % {"number": published.statements})
    return told + _when(counted)


def _when(counted: Counted) -> list[str]:
    if not counted.quarter:
        return []
    told = _(
        "The numbers are those of the first report, from %(quarter)s. They are not counted anew:"
        " those who were heard later are in the words and not in the numbers."
    )
    return [told % {"quarter": told_quarter(counted.quarter)}]


def small_numbers(published: Published) -> str:
    """Why some numbers are words."""
    told = _(
        "Where %(few)s people or fewer have spoken, there is no number. It could point at somebody."
    )
    return told % {"few": published.k - 1}


def who_spoke_about_what(published: Published) -> list[Part]:
    """People by theme, as a drawing and a table; a sentence where that could point at somebody."""
    if not published.groups:
        return [
            Paragraph(
                _(
                    "How many have spoken about each theme is not told here: in numbers this small"
                    " it could point at somebody."
                )
            )
        ]
    return [_chart(published), Paragraph(small_numbers(published)), *_statements(published)]


def _chart(published: Published) -> Chart:
    bars = tuple(
        Bar(name, None if isinstance(people, Hidden) else people, _told(people, published.k))
        for name, people in published.groups.items()
    )
    return Chart(
        caption=_("How many people spoke about each theme"),
        summary="; ".join(f"{bar.label}: {bar.told}" for bar in bars),
        bars=bars,
        header=(_("Theme"), _("People")),
    )


def _statements(published: Published) -> list[Part]:
    """Only for themes whose people are shown."""
    rows = tuple((name, str(number)) for name, number in published.statements_in.items())
    if not rows:
        return []
    caption = _("Statements by theme, where the number of people is shown")
    return [Table(caption, (_("Theme"), _("Statements")), rows)]


def _told(people: int | Hidden, k: int) -> str:
    if people is Hidden.FEW:
        return _("%(few)s or fewer") % {"few": k - 1}
    return _("nearly everybody") if people is Hidden.NEARLY_ALL else str(people)
