"""The sentences a participant meets about their own words, their yes, and who has looked."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.privacy.consent import Act, Channel, State
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.states import StatementState

# Each with a colour that only repeats what the words say.
STATES: dict[StatementState, tuple[Promise | str, str]] = {
    StatementState.DEIDENTIFIED: (_("Waits for your answer"), "sol"),
    StatementState.SENT: (_("Waits for your answer"), "sol"),
    StatementState.UNANSWERED: (_("Not answered. It counts, and is not quoted"), "sol"),
    StatementState.VALIDATED: (_("You said yes. It may be quoted, without your name"), "success"),
    StatementState.CHANGED: (
        _("In your new words. It may be quoted, without your name"),
        "success",
    ),
    StatementState.COUNT_ONLY: (_("It counts, and is not quoted"), "success"),
}
NOT_READY: tuple[Promise | str, str] = (_("Not ready yet. We are still working on it"), "neutral")
REWORDED: tuple[Promise | str, str] = (
    _("You have changed it. Somebody here reads it before it is used"),
    "info",
)
ANSWERS: dict[State | None, Promise | str] = {
    State.GIVEN: _("You have said yes"),
    State.DECLINED: _("You have said no"),
    State.WITHDRAWN: _("You have taken back your yes"),
    State.EXPIRED: _("Your yes has run out"),
    State.OFFERED: _("You have not answered"),
    None: _("You have not answered"),
}
ACTS: dict[Act, Promise | str] = {
    Act.OFFER: pgettext_lazy("consent", "asked"),
    Act.GIVE: pgettext_lazy("consent", "yes"),
    Act.DECLINE: pgettext_lazy("consent", "no"),
    Act.WITHDRAW: pgettext_lazy("consent", "taken back"),
}
CHANNELS: dict[Channel, Promise | str] = {
    Channel.OWN_LINK: _("on your own page"),
    Channel.PAPER: _("on paper"),
    Channel.PHONE: _("by telephone"),
    Channel.IN_PERSON: _("to one of us"),
}
REASONS: dict[Reason, Promise | str] = {
    Reason.NOTED: _("As it was written down"),
    Reason.IMPORTED: _("As it stood in the notes"),
    Reason.CORRECTED: _("Corrected by the one who wrote"),
    Reason.READ_ALOUD: _("Changed when it was read aloud"),
    Reason.RIVAL: _("As somebody else wrote it down"),
    Reason.MASKED: _("After we took away what can show who you are"),
    Reason.OWN: _("In your own new words"),
}
LOOKED: dict[str, Promise | str] = {
    "raw.read": _("words from your meeting, as they were said"),
    "contact.read": _("how to reach you"),
}
SAVED: dict[str, Promise | str] = {
    "1": _("It is saved."),
    "ja": _("Your yes is saved."),
    "telles": _("Saved. It counts, and is not quoted."),
    "endret": _("Your new words are saved. Somebody here reads them before they are used."),
    "borte": _("It is taken away."),
    "slettet": _("It is deleted."),
}
GONE_WRONG = _("Something was not right. Nothing is lost. Look through it, and try again.")
CHANGED_SINCE = _("We have changed something in these words since you saw them. Read them again.")
