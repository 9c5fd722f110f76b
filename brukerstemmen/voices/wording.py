"""The sentences that states and reasons have on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.voices.states import Hinder, MeetingState

HINDERS: dict[Hinder, Promise | str] = {
    Hinder.NO_CONSENT: _("Everyone who takes part must have said yes first."),
    Hinder.SERVICE_IN_ROOM: _("Confirm that nobody from the service is in the room."),
    Hinder.NO_STATEMENTS: _("Nothing is written down yet."),
    Hinder.NOT_READ_BACK: _("Some statements have not been read aloud."),
    Hinder.UNRESOLVED_HITS: _("Some statements may still point at somebody."),
    Hinder.UNREAD: _("Some statements have not been read by a person."),
    Hinder.RIVALS: _("Some statements have two wordings. Choose one."),
}
STATES: dict[MeetingState, Promise | str] = {
    MeetingState.PLANNED: _("Planned"),
    MeetingState.HELD: _("Writing down"),
    MeetingState.WRITTEN: _("Written down"),
    MeetingState.READ_ALOUD: _("Read aloud"),
    MeetingState.MASKED: _("Masked"),
}
NOT_FROM_HERE = _("This cannot be done now. Look at where the meeting stands, and try again.")
EMPTY = _("Write what was said first.")


def sentences(reasons: list[Hinder]) -> list[Promise | str]:
    return [HINDERS[reason] for reason in reasons]
