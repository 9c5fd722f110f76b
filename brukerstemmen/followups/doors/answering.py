"""Doors to answering: one's own, with a slip, with a receipt, and on behalf."""

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern

from brukerstemmen.followups.views.answering import own, receipt, slip, team
from brukerstemmen.people.doors import ANYONE, TEAM, View, door
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone

Z2, Z3 = Zone.Z2_MASKED, Zone.Z3_RAW
OWN, FELT, RECEIPT = {Way.OWN}, {Way.FELT}, {Way.RECEIPT}


def _visitors(
    route: str, view: View, name: str, ways: Iterable[Way], zone: Zone = Z3
) -> URLPattern:
    """Behind these stands what one person writes, so that they lie as deep as words do."""
    return door(f"d/{route}", view, name=name, zone=zone, roles=ANYONE, ways=ways)


def _team(route: str, view: View, name: str, zone: Zone = Z2, **more: Any) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/oppfolging/<int:number>/{route}"
    return door(at, view, name=name, zone=zone, roles=TEAM, **more)


ANSWERING: list[URLPattern] = [
    _visitors("merker/", own.felt, "felt", OWN),
    _visitors("merker/svar/", own.felt_answer, "felt_answer", OWN),
    _visitors("merker/<uuid:pk>/ta-bort/", own.felt_take_away, "felt_take_away", OWN),
    _visitors("svarlapp/", slip.felt_info, "felt_info", FELT, Z2),
    _visitors("svarlapp/svar/", slip.felt_slip, "felt_slip", FELT),
    _visitors("kvittering/", receipt.receipt, "receipt", RECEIPT),
    _visitors("kvittering/ta-bort/", receipt.receipt_take_away, "receipt_take_away", RECEIPT),
    # Nobody is known any more, so nothing is opened here.
    door(
        "d/kvittering/borte/",
        receipt.receipt_gone,
        name="receipt_gone",
        zone=Zone.Z0_PUBLIC,
        roles=ANYONE,
    ),
    _team("pa-vegne/", team.felt_for, "felt_for"),
    # What is written down is raw words.
    _team("pa-vegne/ny/", team.felt_for_new, "felt_for_new", Z3),
    _team("pa-vegne/<int:participant>/", team.felt_for_one, "felt_for_one", Z3),
    _team("pa-vegne/<int:participant>/ta-bort/", team.felt_for_take_away, "felt_for_take_away", Z3),
    _team("lapper/", team.felt_slips, "felt_slips"),
    _team("lapper/<uuid:sheet>/", team.felt_slips_sheet, "felt_slips_sheet"),
    _team("lapper/<uuid:sheet>/lapper.pdf", team.felt_slips_pdf, "felt_slips_pdf"),
    _team("lapper/<uuid:sheet>/stopp/", team.felt_slips_stop, "felt_slips_stop"),
]
