"""The words that answers, measures and what they lack have on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.states import Lack, Says, Status

SAYS: dict[Says, Promise | str] = {
    Says.YES: _("Yes"),
    Says.PARTLY: _("Partly"),
    Says.NO: _("No"),
    Says.ALREADY_DONE: _("Already done"),
    Says.TO_BE_CLARIFIED: _("Must be clarified"),
}
SAYS_TONES = {
    Says.YES: "success",
    Says.PARTLY: "info",
    Says.NO: "neutral",
    Says.ALREADY_DONE: "success",
    Says.TO_BE_CLARIFIED: "sol",
}
STATUSES: dict[Status, Promise | str] = {
    Status.PROPOSED: _("Proposed"),
    Status.NEEDS_DECISION: _("Needs a decision elsewhere"),
    Status.DEFERRED: _("Put off"),
    Status.REJECTED: _("No"),
    Status.PLANNED: _("Planned"),
    Status.IN_PROGRESS: _("Under way"),
    Status.DONE: _("The service says: done"),
    Status.PARTLY: _("Partly done"),
    Status.NOT_DONE: _("Not done"),
}
STATUS_TONES = {
    Status.PROPOSED: "neutral",
    Status.NEEDS_DECISION: "sol",
    Status.DEFERRED: "neutral",
    Status.REJECTED: "neutral",
    Status.PLANNED: "info",
    Status.IN_PROGRESS: "info",
    Status.DONE: "success",
    Status.PARTLY: "sol",
    Status.NOT_DONE: "warning",
}
LACKS: dict[Lack, Promise | str] = {
    Lack.OWNER: _("Write which function owns it."),
    Lack.DEADLINE: _("Write the deadline."),
    Lack.NOTICE: _("Write how a user will notice."),
}
