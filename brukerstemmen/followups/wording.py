"""The words that ways of being told, and how far it has come, have on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.followups.states import Reached, Way

WAYS: dict[Way, Promise | str] = {
    Way.CODE: pgettext_lazy("how somebody is told", "Read with their code"),
    Way.TEXT: pgettext_lazy("how somebody is told", "Short text"),
    Way.POST: pgettext_lazy("how somebody is told", "Letter by post"),
    Way.PHONE: pgettext_lazy("how somebody is told", "Telephone"),
    Way.ROOM: pgettext_lazy("how somebody is told", "When we meet"),
}
REACHED: dict[Reached, Promise | str] = {
    Reached.NOT_YET: _("Not told yet"),
    Reached.WAITING: _("A text waits to be sent"),
    Reached.SENDING: _("Not known whether the text arrived"),
    Reached.TOLD: _("Has been told"),
    Reached.FAILED: _("The text did not get through"),
    Reached.NOT_REACHED: _("Tried, not reached"),
}
REACHED_TONES = {
    Reached.NOT_YET: "neutral",
    Reached.WAITING: "sol",
    Reached.SENDING: "warning",
    Reached.TOLD: "success",
    Reached.FAILED: "danger",
    Reached.NOT_REACHED: "neutral",
}
# Where in a story some words stand.
PARTS: dict[str, Promise | str] = {
    "finding": _("Finding %(number)s"),
    "answer": _("The answer to finding %(number)s"),
    "measure": _("Measure %(number)s"),
    "line": _("The sentence about measure %(number)s"),
    "round": _("What is told of follow-up %(number)s"),
}
# What the page of the poster is called, for the team and for the service.
CHOOSE_LINES: Promise | str = _("Choose what stands on the poster")
TO_HANG_UP: Promise | str = _("A poster to hang up")
