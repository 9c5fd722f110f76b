"""The words that answers, measures and what they lack have on screen."""

from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.felt import Felt, Verdict
from brukerstemmen.measures.models import MeasureKind
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
    Status.REOPENED: _("Taken up again"),
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
    Status.REOPENED: "warning",
}
LACKS: dict[Lack, Promise | str] = {
    Lack.OWNER: _("Write which function owns it."),
    Lack.DEADLINE: _("Write the deadline."),
    Lack.NOTICE: _("Write how a user will notice."),
}
# What one person may choose, the best first.
FELT: dict[Felt, Promise | str] = {
    Felt.NOTICED: _("Yes, I notice it"),
    Felt.HALF: _("Half way"),
    Felt.SLIPPED: _("It was better for a while"),
    Felt.SAME: _("No difference"),
    Felt.WORSE: _("It is worse"),
}
VERDICTS: dict[Verdict, Promise | str] = {
    Verdict.TOO_FEW: _("Too few to say"),
    Verdict.WORSE: _("Users find that it is worse"),
    Verdict.NOT_FELT: _("Users do not notice it"),
    Verdict.HALFWAY: _("Half way, users say"),
    Verdict.FELT: _("Users notice it"),
}
VERDICT_TONES = {
    Verdict.TOO_FEW: "neutral",
    Verdict.WORSE: "danger",
    Verdict.NOT_FELT: "warning",
    Verdict.HALFWAY: "sol",
    Verdict.FELT: "success",
}


def claimed(status: Status) -> str:
    """What a service says of a measure, as a sentence that stands alone."""
    word = str(STATUSES[status])
    if status is Status.DONE:
        return word
    return gettext("The service says: %(status)s") % {"status": word[:1].lower() + word[1:]}


def kinds() -> list[tuple[str, str]]:
    """The kinds of measures to choose among, each beginning with a capital."""
    return [(kind.value, str(capfirst(kind.label))) for kind in MeasureKind]


def told_quarter(quarter: str) -> str:
    """A quarter such as 2025-1, as it is read."""
    year, number = quarter.split("-")
    names = {
        "1": gettext("the first quarter of %(year)s"),
        "2": gettext("the second quarter of %(year)s"),
        "3": gettext("the third quarter of %(year)s"),
        "4": gettext("the fourth quarter of %(year)s"),
    }
    return names[number] % {"year": year}
