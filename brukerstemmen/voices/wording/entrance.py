"""The sentences people meet before they say yes: what is asked, and what is promised."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.privacy.consent import Purpose, State

Words = Promise | str

# Each purpose as a question, and what a yes means.
ASKED: dict[Purpose, tuple[Words, Words]] = {
    Purpose.TAKE_PART: (
        _("Would you like to take part?"),
        _("Then we write down what you tell us, read it to you, and use it."),
    ),
    Purpose.QUOTES: (
        _("May we quote you word for word, without your name?"),
        _("You see your words first, and say yes or no to each of them."),
    ),
    Purpose.CONTACT_AGAIN: (
        _("May we get in touch with you again?"),
        _("For example to tell you what it led to."),
    ),
    Purpose.RECORDING: (
        _("May we record the sound while we talk?"),
        _("Only to write it down right. The recording is deleted within 30 days."),
    ),
    Purpose.RESEARCH: (
        _("May what you say be used in research?"),
        _("Without your name, and without what can show who you are."),
    ),
}
YES, NO = pgettext_lazy("consent", "Yes"), pgettext_lazy("consent", "No")
TAKES_PART: list[tuple[str, Words]] = [
    ("yes", _("Yes, I would like to take part")),
    ("no", _("No, I would rather not")),
]
# What somebody can look over afterwards: their own answer to each.
ANSWERED: dict[State | None, Words] = {
    State.GIVEN: YES,
    State.DECLINED: NO,
    State.WITHDRAWN: NO,
    State.EXPIRED: NO,
    State.OFFERED: NO,
    None: NO,
}
# Where nothing else is promised, this always holds.
ALWAYS_PROMISED = _("You see your own words before they are used, and you decide about them.")
