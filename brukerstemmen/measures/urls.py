"""Doors to what is put to a service: its own, in Z1, and the lead's, who writes down for it."""

from collections.abc import Iterable
from functools import partial

from django.urls import URLPattern

from brukerstemmen.measures.views import answers, following, measures, plan
from brukerstemmen.measures.views.frame import AT_SERVICE, FOR_SERVICE
from brukerstemmen.people.access import Role
from brukerstemmen.people.doors import LEAD, SERVICE, TEAM, View, door
from brukerstemmen.privacy.zones import Zone

app_name = "measures"


def _service(route: str, view: View, name: str) -> URLPattern:
    at = f"tjeneste/<slug:slug>/{route}"
    here = partial(view, place=AT_SERVICE)
    return door(at, here, name=name, zone=Zone.Z1_RELEASED, roles=SERVICE)


def _for_service(route: str, view: View, name: str, roles: Iterable[Role] = LEAD) -> URLPattern:
    at = f"arbeid/evalueringer/<slug:slug>/svar-fra-tjenesten/{route}"
    here = partial(view, place=FOR_SERVICE)
    return door(at, here, name=name, zone=Zone.Z2_MASKED, roles=roles)


urlpatterns = [
    _service("svar/", answers.answers, "answers"),
    _service("svar/gi/", answers.answer, "answer"),
    _service("tiltak/", measures.measures, "measures"),
    _service("tiltak/nytt/", measures.measure_new, "measure_new"),
    _service("tiltak/<uuid:measure>/", measures.measure, "measure"),
    _service("tiltak/<uuid:measure>/endre/", measures.measure_change, "measure_change"),
    _service("tiltak/<uuid:measure>/steg/", measures.measure_step, "measure_step"),
    _service("tiltak/<uuid:measure>/ansvar/", following.holder, "measure_holder"),
    _service("tiltaksplan/", plan.plan, "plan"),
    _service("tiltaksplan.pdf", plan.plan_pdf, "plan_pdf"),
    _service("tiltaksplan.xlsx", plan.plan_xlsx, "plan_xlsx"),
    _for_service("", answers.answers, "for_service", TEAM),
    _for_service("frist/", answers.ask, "for_service_ask"),
    _for_service("gi/", answers.answer, "for_service_answer"),
    _for_service("tiltak/", measures.measures, "for_service_measures", TEAM),
    _for_service("tiltak/nytt/", measures.measure_new, "for_service_measure_new"),
    _for_service("tiltak/<uuid:measure>/", measures.measure, "for_service_measure", TEAM),
    _for_service(
        "tiltak/<uuid:measure>/endre/", measures.measure_change, "for_service_measure_change"
    ),
    _for_service("tiltak/<uuid:measure>/steg/", measures.measure_step, "for_service_measure_step"),
    _for_service("tiltak/<uuid:measure>/ansvar/", following.holder, "for_service_measure_holder"),
    door(
        "arbeid/evalueringer/<slug:slug>/oppfolging/avtale/",
        following.terms,
        name="terms",
        zone=Zone.Z2_MASKED,
        roles=TEAM,
    ),
]
