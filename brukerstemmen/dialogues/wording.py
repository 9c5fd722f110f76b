"""The words that sides, types of replies and answers have on screen."""

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext, override, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from brukerstemmen.dialogues.models import LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice, both_views, views_in
from brukerstemmen.measures.models import Standing

SIDES: dict[Side, Promise | str] = {
    Side.USER: pgettext_lazy("side in a dialogue", "Users"),
    Side.RELATIVE: pgettext_lazy("side in a dialogue", "Relatives"),
    Side.ORGANISATION: _("Organisations of users or relatives"),
    Side.STAFF: pgettext_lazy("side in a dialogue", "Staff"),
    Side.LEADER: pgettext_lazy("side in a dialogue", "Leaders"),
    Side.PARTNER: _("Other services that work with them"),
    Side.CENTRE: pgettext_lazy("side in a dialogue", "The centre"),
}
# One who speaks.
SPEAKERS: dict[Side, Promise | str] = {
    Side.USER: pgettext_lazy("speaks in a dialogue", "User"),
    Side.RELATIVE: pgettext_lazy("speaks in a dialogue", "Relative"),
    Side.ORGANISATION: _("Organisation of users or relatives"),
    Side.STAFF: pgettext_lazy("speaks in a dialogue", "Staff"),
    Side.LEADER: pgettext_lazy("speaks in a dialogue", "Leader"),
    Side.PARTNER: pgettext_lazy("speaks in a dialogue", "Other service"),
    Side.CENTRE: pgettext_lazy("speaks in a dialogue", "The centre"),
}
TYPES: dict[ReplyType, Promise | str] = {
    ReplyType.RECOGNISES: pgettext_lazy("reply", "recognises it"),
    ReplyType.SURPRISED: pgettext_lazy("reply", "is surprised"),
    ReplyType.EXPLAINS: pgettext_lazy("reply", "explains"),
    ReplyType.DISAGREES: pgettext_lazy("reply", "disagrees"),
    ReplyType.PROPOSES: pgettext_lazy("reply", "proposes"),
    ReplyType.SAYS_NO: pgettext_lazy("reply", "says no"),
    ReplyType.ANSWERS: pgettext_lazy("reply", "answers"),
}
VOICES: dict[Voice, Promise | str] = {
    Voice.MAY_BE_USED: _("They have heard it read aloud, and it may be used"),
    Voice.NOTE_ONLY: _("Only a note to us. It stays out of minutes and report"),
}
SETTLED: dict[Standing, Promise | str] = {
    Standing.CONFIRMED: _("Confirmed: this is how it is"),
    Standing.NUANCED: _("Nuanced: something was added"),
    Standing.DISPUTED: _("Divided opinions: both views stand"),
}
SAYS: dict[LeaderSays, Promise | str] = {
    LeaderSays.YES: pgettext_lazy("the leader says", "Yes"),
    LeaderSays.NO: pgettext_lazy("the leader says", "No"),
    LeaderSays.MUST_LOOK: pgettext_lazy("the leader says", "Must be looked into"),
}
_USERS_SAY = _("Those who use the service say:")
_SERVICE_SAYS = _("Those who work there say:")


def with_both_views(users: str, service: str) -> str:
    """Two views as they are printed, each saying whose it is. Raises ValueError as `both_views`."""
    both_views(users, service)
    return both_views(f"{_USERS_SAY} {users.strip()}", f"{_SERVICE_SAYS} {service.strip()}")


def views_apart(text: str) -> tuple[str, str]:
    """The views of users and service as they were typed, in whatever language it was."""
    first, second, *more = [*views_in(text), "", ""]
    rest = "\n".join(one for one in more if one)
    return _bare(first), _bare("\n".join(filter(None, [second, rest])))


def _bare(view: str) -> str:
    for code, _name in settings.LANGUAGES:
        with override(code):
            for label in (str(_USERS_SAY), str(_SERVICE_SAYS)):
                view = view.removeprefix(label).strip()
    return view


def starter_programme() -> str:
    """A day that begins with those who use the service, one point a line."""
    return "\n".join(
        [
            gettext("Welcome, and how we talk together"),
            gettext("Those who asked the questions present what users have told"),
            gettext("Users say what they recognise"),
            gettext("At mixed tables: one finding at a time"),
            gettext("Food and a break"),
            gettext("At mixed tables: more findings"),
            gettext("What can be done: each leader says yes, no, or must be looked into"),
            gettext("What we agreed on is read aloud, and both sides approve the minutes"),
        ]
    )


def starter_ground_rules() -> str:
    return "\n".join(
        [
            gettext("Users speak first."),
            gettext("We talk about how things are arranged, not about individuals."),
            gettext("Nobody has to tell their own story."),
            gettext("“I recognise this” comes before “let me explain”."),
            gettext("We take a pause when somebody asks for one."),
        ]
    )
