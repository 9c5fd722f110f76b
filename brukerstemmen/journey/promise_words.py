"""The sentences that promises have on screen, and where each of them is kept."""

from django.utils.functional import Promise as Lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from brukerstemmen.journey.promises import Promise, Waits
from brukerstemmen.reports.states import ReportKind

Words = Lazy | str

WAITS: dict[Waits, Words] = {
    Waits.US: _("Waits for us"),
    Waits.SERVICE: _("Waits for the service"),
    Waits.USERS: _("Waits for users"),
}
WAITS_SHORT: dict[Waits, Words] = {
    Waits.US: pgettext_lazy("what waits for somebody", "For us"),
    Waits.SERVICE: pgettext_lazy("what waits for somebody", "For the service"),
    Waits.USERS: pgettext_lazy("what waits for somebody", "For users"),
}
# Several alike are one line with their number; what has words of its own is told with them.
SENTENCES: dict[Promise, Words] = {
    Promise.GIVE_BACK: ngettext_lazy(
        "Give %(n)s statement back to the one who said it",
        "Give %(n)s statements back to those who said them",
        "n",
    ),
    Promise.REPLY: ngettext_lazy(
        "Get in touch with %(n)s person who has replied",
        "Get in touch with %(n)s people who have replied",
        "n",
    ),
    Promise.COMMENT: ngettext_lazy(
        "Reply to %(n)s comment from the service", "Reply to %(n)s comments from the service", "n"
    ),
    Promise.DIALOGUE: _("Dialogue meeting %(n)s was planned, and is not held"),
    Promise.MINUTES: _("The minutes of dialogue meeting %(n)s wait for a yes from both sides"),
    Promise.HAND_OVER: ngettext_lazy(
        "Hand over %(n)s measure from the dialogue to the service",
        "Hand over %(n)s measures from the dialogue to the service",
        "n",
    ),
    Promise.ASK: ngettext_lazy(
        "Ask the service to answer %(n)s finding, by a day",
        "Ask the service to answer %(n)s findings, by a day",
        "n",
    ),
    Promise.BEGIN_ROUND: _("Ask users whether they notice a difference: follow-up %(n)s"),
    Promise.READ_ROUND: ngettext_lazy(
        "Read and mask %(n)s reply from users", "Read and mask %(n)s replies from users", "n"
    ),
    Promise.TELL_ROUND: _("Tell everyone what users said in follow-up %(n)s"),
    Promise.FEEDBACK: ngettext_lazy(
        "Tell %(n)s person who wanted to hear what it led to",
        "Tell %(n)s people who wanted to hear what it led to",
        "n",
    ),
    Promise.CLOSE: _("Close the evaluation, as you have promised"),
    Promise.ANSWER: ngettext_lazy(
        "%(n)s finding has no answer", "%(n)s findings have no answer", "n"
    ),
    Promise.CLARIFY: _("An answer that was to be clarified"),
    Promise.SAY: _("Measure %(n)s has neither a yes nor a no: %(about)s"),
    Promise.DECIDE: _("Measure %(n)s needs a decision: %(about)s"),
    Promise.DO: _("Measure %(n)s: %(about)s"),
    Promise.REOPENED: _("Measure %(n)s is taken up again, users do not notice it: %(about)s"),
    Promise.OWN_WORDS: ngettext_lazy(
        "%(n)s person has not answered about their words",
        "%(n)s people have not answered about their words",
        "n",
    ),
    Promise.FELT: _("Users are asked whether they notice a difference: follow-up %(n)s"),
}
# The name of a door, with what it takes besides the evaluation: a kind of report, or the number.
NUMBER = "number"
PLACES: dict[Promise, tuple[str, ...]] = {
    Promise.GIVE_BACK: ("voices:validation",),
    Promise.REPLY: ("voices:replies",),
    Promise.COMMENT: ("reports:comments", ReportKind.PROCESS),
    Promise.DIALOGUE: ("dialogues:dialogue", NUMBER),
    Promise.MINUTES: ("dialogues:minutes", NUMBER),
    Promise.HAND_OVER: ("reports:release", ReportKind.PROCESS),
    Promise.ASK: ("measures:for_service",),
    Promise.BEGIN_ROUND: ("followups:round", NUMBER),
    Promise.READ_ROUND: ("followups:rounds",),
    Promise.TELL_ROUND: ("followups:round", NUMBER),
    Promise.FEEDBACK: ("followups:feedback",),
    Promise.CLOSE: ("closing:closing",),
    Promise.ANSWER: ("measures:for_service",),
    Promise.CLARIFY: ("measures:for_service",),
    Promise.OWN_WORDS: ("voices:validation",),
    Promise.FELT: ("followups:round", NUMBER),
}
# What is about one measure leads to its page.
A_MEASURE = "measures:for_service_measure"
