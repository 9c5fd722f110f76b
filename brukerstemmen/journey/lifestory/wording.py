"""What stations and fates are called on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.journey.lifestory.stations import FateState, Station

STATIONS: dict[Station, Promise | str] = {
    Station.SAID: pgettext_lazy("station", "Said"),
    Station.FOUND: pgettext_lazy("station", "Became a finding"),
    Station.TALKED: pgettext_lazy("station", "Talked about"),
    Station.PUT: pgettext_lazy("station", "Given to the service"),
    Station.ANSWERED: pgettext_lazy("station", "Answered"),
    Station.MEASURED: pgettext_lazy("station", "Became a measure"),
    Station.FELT: pgettext_lazy("station", "Users asked"),
    Station.TOLD: pgettext_lazy("station", "Told back"),
}
FATES: dict[FateState, Promise | str] = {
    FateState.NOT_YET: _("We have not come that far yet"),
    FateState.IN_FINDINGS: _("The service has got it"),
    FateState.IN_NONE: _("Heard, and not in a finding"),
}
ANSWERED = _("The service has answered")
