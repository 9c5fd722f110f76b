"""The sentences of giving people their words back, as the team reads them."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.voices.states import Answer, StatementState

COVERAGE: dict[str, Promise | str] = {
    "yes": _("Yes"),
    "changed": _("In new words"),
    "reworded": _("New words, to be masked"),
    "count_only": _("Counts, not quoted"),
    "waiting": _("No answer yet"),
    "unanswered": _("No answer in time"),
}
# How it stands with one person, and the colour of it.
NOT_YET: tuple[Promise | str, str] = (_("Not given back yet"), "neutral")
NOT_TOLD: tuple[Promise | str, str] = (_("Not told yet"), "warning")
TOLD: tuple[Promise | str, str] = (_("No answer yet"), "sol")
BEGUN: tuple[Promise | str, str] = (_("Has begun to answer"), "info")
ANSWERED: tuple[Promise | str, str] = (_("Has answered"), "success")
# What somebody says to their own words, told by telephone, on paper or in the room.
ANSWERS: dict[Answer, Promise | str] = {
    Answer.YES: _("Yes, it can be used as it stands"),
    Answer.CHANGE: _("Change it to these words"),
    Answer.COUNT_ONLY: _("Count it, but do not quote it"),
    Answer.TAKE_AWAY: _("Take it away"),
}
# How it stands with one statement, and the colour of it.
STATES: dict[StatementState, tuple[Promise | str, str]] = {
    StatementState.NOTED: (_("Not masked yet"), "neutral"),
    StatementState.READ_BACK: (_("Not masked yet"), "neutral"),
    StatementState.DEIDENTIFIED: (_("No answer yet"), "sol"),
    StatementState.SENT: (_("No answer yet"), "sol"),
    StatementState.REWORDED: (_("New words, to be masked"), "info"),
    StatementState.VALIDATED: (_("Yes"), "success"),
    StatementState.CHANGED: (_("In new words"), "success"),
    StatementState.COUNT_ONLY: (_("Counts, not quoted"), "info"),
    StatementState.UNANSWERED: (_("No answer in time"), "neutral"),
}
