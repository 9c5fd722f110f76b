"""Letters about measures: why they come, and where to go on. Numbers and days, never content."""

from collections.abc import Callable
from datetime import date

from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.deadlines import Reminder
from brukerstemmen.people import notices

REOPENED = "measures.reopened"
ANSWERS_LATE = "measures.answers_late"
HELD = "measures.held"
REMINDERS = {each: f"measures.{each.value}" for each in Reminder}
_Words = Promise | str
# Subject, and why. Each may use the number of the measure and its deadline.
_WRITTEN: dict[str, tuple[_Words, _Words]] = {
    REMINDERS[Reminder.SOON]: (
        _("Measure %(number)s is to be done by %(day)s"),
        _(
            "The deadline of measure %(number)s is %(day)s. Say how it goes. If it takes longer,"
            " write a new deadline and why."
        ),
    ),
    REMINDERS[Reminder.LATE]: (
        _("The deadline of measure %(number)s has passed"),
        _(
            "Measure %(number)s was to be done by %(day)s, and nobody has said how it went. “Not"
            " done” is an answer too, when it says why."
        ),
    ),
    REMINDERS[Reminder.ESCALATED]: (
        _("Nothing has happened with measure %(number)s"),
        _(
            "Measure %(number)s was to be done by %(day)s. Those who answer for it have been asked,"
            " and nobody has said how it went. It was agreed that you are told."
        ),
    ),
    REMINDERS[Reminder.NOBODY]: (
        _("Nobody answers for measure %(number)s"),
        _(
            "Measure %(number)s was to be done by %(day)s, and nobody answers for it today."
            " Choose who does, so that what was promised is not forgotten."
        ),
    ),
    HELD: (
        _("You answer for measure %(number)s"),
        _(
            "You have been named as the one who answers for measure %(number)s. Everything that"
            " was said about it is there. If it is not yours, it can be handed over."
        ),
    ),
    REOPENED: (
        _("Measure %(number)s is taken up again"),
        _(
            "Measure %(number)s is said to be done, and those it was for do not notice it. It is"
            " taken up again. Say what you will do, and by when."
        ),
    ),
    ANSWERS_LATE: (
        _("Findings wait for an answer"),
        _(
            "The day to answer by was %(day)s, and %(number)s findings wait for an answer. A no is"
            " an answer too, when it says why."
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
            "number": told["number"],
            "day": formats.date_format(date.fromisoformat(day)) if day else "",
        }
        subject, why = (str(words) % written for words in _WRITTEN[kind])
        return notices.Letter(subject, why)

    return write
