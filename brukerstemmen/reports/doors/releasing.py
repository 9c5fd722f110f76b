"""Doors to release, and to what is released: for the service, participants and everybody."""

from collections.abc import Iterable
from functools import partial

from django.urls import URLPattern

from brukerstemmen.people.access import Role
from brukerstemmen.people.doors import ANYONE, LEAD, SERVICE, TEAM, View, door
from brukerstemmen.people.entry import Way
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports import addresses as addresses  # `<kind:…>`
from brukerstemmen.reports.views import recognising, released, releasing


def _door(
    route: str, view: View, name: str, roles: Iterable[Role] = TEAM, *, fresh: bool = False
) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/rapport/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=roles, fresh=fresh)


def _service(route: str, view: View, name: str) -> URLPattern:
    at = f"tjeneste/<slug:slug>/rapport/<uuid:report>{route}"
    return door(at, view, name=name, zone=Zone.Z1_RELEASED, roles=SERVICE)


def _own(route: str, view: View, name: str) -> URLPattern:
    at = f"d/rapport/{route}"
    return door(at, view, name=name, zone=Zone.Z2_MASKED, roles=ANYONE, ways={Way.OWN})


def _public(route: str, view: View, name: str) -> URLPattern:
    at = f"rapporter/<uuid:report>{route}"
    return door(at, view, name=name, zone=Zone.Z0_PUBLIC, roles=ANYONE)


_OUT = "utgitt/<uuid:report>"

urlpatterns = [
    _door("<kind:kind>/slik-blir-den/", releasing.preview, "preview"),
    _door("<kind:kind>/kjenne-igjen/", recognising.recognise, "recognise"),
    _door("<kind:kind>/kjenne-igjen/antall/", recognising.size, "recognise_size"),
    _door("<kind:kind>/kjenne-igjen/la-sta/", recognising.let_stand, "recognise_let_stand", LEAD),
    _door("<kind:kind>/slipp/", releasing.release, "release", LEAD),
    _door("<kind:kind>/ny-utgave/", releasing.new_edition, "new_edition", LEAD),
    _door("tiltak-fra-dialogen/", releasing.hand_over, "hand_over", LEAD),
    _door("<kind:kind>/merknader/", releasing.comments, "comments"),
    _door("<kind:kind>/merknader/<uuid:comment>/svar/", releasing.reply, "comment_reply", LEAD),
    _door(f"{_OUT}/", releasing.edition, "edition"),
    _door(f"{_OUT}/lettlest/", partial(releasing.edition, easy=True), "edition_easy"),
    _door(f"{_OUT}.pdf", releasing.edition_pdf, "edition_pdf", fresh=True),
    _door(f"{_OUT}.docx", releasing.edition_word, "edition_word", fresh=True),
    _door(f"{_OUT}/publiser/", releasing.publish, "publish", LEAD),
    _service("/", released.service_report, "service_report"),
    _service("/lettlest/", partial(released.service_report, easy=True), "service_report_easy"),
    _service(".pdf", released.service_pdf, "service_pdf"),
    _service("/lettlest.pdf", partial(released.service_pdf, easy=True), "service_pdf_easy"),
    _service(".docx", released.service_word, "service_word"),
    _service("/merknader/", released.service_comments, "service_comments"),
    _own("", released.own_reports, "own_reports"),
    _own("<uuid:report>/", released.own_report, "own_report"),
    _own("<uuid:report>/lettlest/", partial(released.own_report, easy=True), "own_report_easy"),
    _own("<uuid:report>.pdf", released.own_pdf, "own_pdf"),
    _own("<uuid:report>/lettlest.pdf", partial(released.own_pdf, easy=True), "own_pdf_easy"),
    _public("/", released.public_report, "public_report"),
    _public("/lettlest/", partial(released.public_report, easy=True), "public_report_easy"),
    _public(".pdf", released.public_pdf, "public_pdf"),
    _public("/lettlest.pdf", partial(released.public_pdf, easy=True), "public_pdf_easy"),
    _public(".docx", released.public_word, "public_word"),
]
