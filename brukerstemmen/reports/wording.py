"""The fixed wording of drafts and reports, in the language somebody reads it in."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from brukerstemmen.measures.wording import told_quarter
from brukerstemmen.reports.content import Words

__all__ = ["told_quarter", "words_of"]

_QUOTES = {"en": ("“", "”")}
_NORWEGIAN_QUOTES = ("«", "»")


def words_of(smallest_group: int) -> Words:
    """The wording in the language of now. smallest_group: the fewest people that are shown."""
    opening, closing = _QUOTES.get(get_language() or "nb", _NORWEGIAN_QUOTES)
    return Words(
        internal=_("INTERNAL DRAFT – not to be sent to the service"),
        centre=_("Centre"),
        service=_("Service"),
        made_on=_("Made on"),
        promise=_("What the participants were promised"),
        in_numbers=_("The evaluation in numbers"),
        numbers_caption=_("People, meetings and statements"),
        what=_("What"),
        number=_("Number"),
        people=_("People"),
        attendances=_("Attendances"),
        meetings=_("Meetings"),
        statements=_("Statements"),
        unspoken=_("Statements without a known speaker"),
        too_few=_("%(number)s or fewer") % {"number": smallest_group - 1},
        waiting=_("Left out until they are masked and read by a person: {count}"),
        by_theme=_("Numbers by theme"),
        theme=_("Theme"),
        good=_("Good"),
        not_good=_("Not good"),
        proposals=_("Proposals"),
        other=_("Also important"),
        unmarked=_("Not marked as good or not good"),
        nothing=_("Nothing has been said about this here."),
        unsorted=_("Not sorted into a theme yet"),
        method=_("How this was made"),
        page=_("Page"),
        may_be_quoted=_("May be quoted"),
        statement_style=_("Statement"),
        opening=opening,
        closing=closing,
    )
