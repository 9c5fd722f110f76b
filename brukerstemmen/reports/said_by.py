"""How those in a dialogue meeting are spoken of: by side, never by name."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brukerstemmen.dialogues.sides import USERS, ReplyType, Side

_PEOPLE = {
    Side.USER: gettext_lazy("users"),
    Side.RELATIVE: gettext_lazy("relatives"),
    Side.ORGANISATION: gettext_lazy("people from user organisations"),
    Side.STAFF: gettext_lazy("people who work in the service"),
    Side.LEADER: gettext_lazy("leaders of the service"),
    Side.PARTNER: gettext_lazy("people from other services"),
    Side.CENTRE: gettext_lazy("the hosts from the centre"),
}
_ONE = {
    Side.USER: gettext_lazy("A user"),
    Side.RELATIVE: gettext_lazy("A relative"),
    Side.ORGANISATION: gettext_lazy("Somebody from a user organisation"),
    Side.STAFF: gettext_lazy("Somebody who works in the service"),
    Side.LEADER: gettext_lazy("A leader"),
    Side.PARTNER: gettext_lazy("Somebody from another service"),
    Side.CENTRE: gettext_lazy("Somebody from the centre"),
}
_AMONG_USERS = gettext_lazy("Somebody on the users’ side")
_DOES = {
    ReplyType.RECOGNISES: gettext_lazy("%(who)s recognises this:"),
    ReplyType.SURPRISED: gettext_lazy("%(who)s is surprised:"),
    ReplyType.EXPLAINS: gettext_lazy("%(who)s explains:"),
    ReplyType.DISAGREES: gettext_lazy("%(who)s disagrees:"),
    ReplyType.PROPOSES: gettext_lazy("%(who)s proposes:"),
    ReplyType.SAYS_NO: gettext_lazy("%(who)s says no:"),
    ReplyType.ANSWERS: gettext_lazy("%(who)s answers:"),
}


def people(side: Side, number: int | None) -> str:
    """All on a side. number: None where it could point at somebody."""
    if number is None or side is Side.CENTRE:
        return str(_PEOPLE[side])
    return f"{number} {_PEOPLE[side]}"


def who(side: Side, function: str, does: ReplyType, *, few: bool = False) -> str:
    """What somebody does by saying something. function: "" where it could point at somebody.
    few: there were so few on their side that the side could: then relatives and organisations are
    told of together with those who use the service."""
    one = str(_AMONG_USERS if few and side in USERS else _ONE[side])
    if function:
        one = _("%(who)s (%(function)s)") % {"who": one, "function": function}
    return str(_DOES[does]) % {"who": one}
