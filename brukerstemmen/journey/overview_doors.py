"""Doors that look across evaluations and years: promises, the calendar of deadlines, the sheet."""

from brukerstemmen.journey.views import calendar, promises, yearly
from brukerstemmen.people.doors import ANYONE, SERVICE, TEAM, door
from brukerstemmen.privacy.zones import Zone

Z1, Z2, Z5 = Zone.Z1_RELEASED, Zone.Z2_MASKED, Zone.Z5_OPERATION
_OF_TEAM = "arbeid/evalueringer/<slug:slug>/arsark/<int:year>"
_OF_SERVICE = "tjeneste/<slug:slug>/arsark/<int:year>"

DOORS = [
    door("arbeid/lofter/", promises.promises, name="promises", zone=Z2, roles=TEAM),
    door("arbeid/kalender/", calendar.calendar, name="calendar", zone=Z2, roles=TEAM),
    door(
        "arbeid/kalender/adresse/",
        calendar.calendar_address,
        name="calendar_address",
        zone=Z2,
        roles=TEAM,
        fresh=True,
    ),
    door(
        "arbeid/kalender/stopp/", calendar.calendar_stop, name="calendar_stop", zone=Z2, roles=TEAM
    ),
    door("kalender/<str:token>.ics", calendar.feed, name="calendar_feed", zone=Z5, roles=ANYONE),
    door(f"{_OF_TEAM}/", yearly.team_sheet, name="yearly", zone=Z2, roles=TEAM),
    door(f"{_OF_TEAM}.pdf", yearly.team_sheet_pdf, name="yearly_pdf", zone=Z2, roles=TEAM),
    door(f"{_OF_SERVICE}/", yearly.service_sheet, name="service_yearly", zone=Z1, roles=SERVICE),
    door(
        f"{_OF_SERVICE}.pdf",
        yearly.service_sheet_pdf,
        name="service_yearly_pdf",
        zone=Z1,
        roles=SERVICE,
    ),
]
