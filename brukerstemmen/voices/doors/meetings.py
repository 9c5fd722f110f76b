"""Doors to the meetings. Those that show words as they were said run in Z3, and are journalled."""

from django.urls import URLPattern

from brukerstemmen.people.doors import TEAM, View, door
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.views import (
    consent,
    importing,
    masking,
    meetings,
    reading_aloud,
    second_reading,
    writing,
)

Z2, Z3 = Zone.Z2_MASKED, Zone.Z3_RAW


def _door(route: str, view: View, name: str, zone: Zone = Z2) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/moter/{route}"
    return door(at, view, name=name, zone=zone, roles=TEAM)


def _raw(route: str, view: View, name: str) -> URLPattern:
    """A door behind which words stand as they were said."""
    at = f"arbeid/evalueringer/<slug:slug>/moter/<int:number>/{route}"
    return door(at, view, name=name, zone=Z3, roles=TEAM, read_is_journalled="raw.read")


urlpatterns = [
    _door("", meetings.meetings, "meetings"),
    # Consent gives codes, and each code a key to raw words.
    _door("ny/", meetings.plan, "plan", Z3),
    _door("<int:number>/", meetings.meeting, "meeting"),
    _door("<int:number>/apne/", meetings.hold, "hold"),
    # What was masked before more was said is looked through again.
    _door("<int:number>/ferdig-skrevet/", meetings.finish_writing, "finish_writing", Z3),
    _door("<int:number>/skriv-mer/", meetings.write_more, "write_more"),
    _door("<int:number>/masker-igjen/", meetings.reopen_masking, "reopen_masking"),
    _door("<int:number>/pause/", meetings.pause, "pause"),
    _door("<int:number>/etterprat/", meetings.debrief, "debrief"),
    _door("<int:number>/vakt/", meetings.duty, "duty"),
    _door("<int:number>/samtykke/", consent.consent, "consent", Z3),
    _door("<int:number>/koder/", consent.codes, "codes"),
    _raw("skriv/", writing.write, "write"),
    _raw("skriv/<uuid:statement>/", writing.statement, "statement"),
    _raw("skriv/<uuid:statement>/sett/", writing.place, "place"),
    _raw("skriv/<uuid:statement>/velg/", writing.choose, "choose"),
    _door("<int:number>/importer/", importing.import_notes, "import_notes", Z3),
    _door("<int:number>/importer/mal.docx", importing.notes_docx, "notes_docx"),
    _door("<int:number>/importer/mal.csv", importing.notes_csv, "notes_csv"),
    _raw("importer/<uuid:preview>/", importing.preview, "preview"),
    _raw("les-opp/", reading_aloud.read_aloud, "read_aloud"),
    _raw("les-opp/ferdig/", reading_aloud.finish_reading, "finish_reading"),
    _raw("les-opp/<uuid:statement>/ja/", reading_aloud.agree, "agree"),
    _raw("les-opp/<uuid:statement>/endre/", reading_aloud.change_aloud, "change_aloud"),
    _raw("les-opp/<uuid:statement>/begge/", reading_aloud.both_views, "both_views"),
    _raw("masker/", masking.mask, "mask"),
    _raw("masker/ferdig/", masking.finish_masking, "finish_masking"),
    _raw("masker/<uuid:statement>/", masking.mask_one, "mask_one"),
    _raw("masker/<uuid:statement>/velg/", masking.choose_masked, "choose_masked"),
    # A second reader sees masked words only.
    _door("<int:number>/andre-leser/", second_reading.second_reading, "second_reading"),
    # New words of somebody's own are compared with what goes on.
    _door(
        "<int:number>/andre-leser/<uuid:statement>/",
        second_reading.second_answer,
        "second_answer",
        Z3,
    ),
]
