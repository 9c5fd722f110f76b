"""Letters to editors and co-readers: why they come, and where to go on."""

from collections.abc import Callable
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people import notices

ASKED = "library.asked"
HALFWAY = "library.halfway"
TOMORROW = "library.tomorrow"
LATE = "library.late"
SAID_YES = "library.said_yes"
SAID_NOT_YET = "library.said_not_yet"
TO_LOOK_AT = "library.to_look_at"
_Words = Promise | str
# Subject, and why. Each may use a number and a day.
_WRITTEN: dict[str, tuple[_Words, _Words]] = {
    ASKED: (
        _("A page waits for you to read it"),
        _(
            "Before it goes out, somebody with experience of their own reads it. Say yes, or what"
            " is not right yet, by %(day)s."
        ),
    ),
    HALFWAY: (
        _("A page still waits for you to read it"),
        _("You were asked a week ago. Say yes, or what is not right yet, by %(day)s."),
    ),
    TOMORROW: (
        _("Tomorrow is the last day to answer about a page"),
        _("Nobody has answered yet. Say yes, or what is not right yet, by %(day)s."),
    ),
    LATE: (
        _("Nobody has read the page you asked about"),
        _(
            "The answer was to come by %(day)s. Talk to those who co-read, or take the page back"
            " and ask again."
        ),
    ),
    SAID_YES: (
        _("A co-reader has said yes, and the page is out"),
        _("Readers see it now as it was read."),
    ),
    SAID_NOT_YET: (
        _("A co-reader has said what is not right yet"),
        _("The page is a draft again. What was said stands with it."),
    ),
    TO_LOOK_AT: (
        _("Pages to look at again: %(number)s"),
        _(
            "The day they were to be looked at has passed. Make sure that each of them is still"
            " right, and choose a new day."
        ),
    ),
}


def be_ready() -> None:
    """How each kind of letter is written."""
    for kind in _WRITTEN:
        notices.tell_how(kind, _writer(kind))


def _writer(kind: str) -> Callable[[notices.Told], notices.Letter]:
    def write(told: notices.Told) -> notices.Letter:
        day = told.get("day", "")
        written = {
            "number": told.get("number", ""),
            "day": formats.date_format(date.fromisoformat(day)) if day else "",
        }
        subject, why = (str(words) % written for words in _WRITTEN[kind])
        return notices.Letter(subject, why)

    return write
