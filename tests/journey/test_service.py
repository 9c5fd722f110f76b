"""The page of the service: calm, useful, and unable to reach what people said."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.actions.starting import start_evaluation
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.journey.service import evaluations_for
from brukerstemmen.people.models import CentreProfile, Organisation, Person
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from tests.world import PREFIX, World

HERE = "/tjeneste/"


@pytest.mark.parametrize("who", ["dag", "eli"])
def test_the_service_sees_its_evaluation_the_centre_and_whom_to_call(
    who: str,
    evaluation: Evaluation,
    centre: Organisation,
    signed_in: Callable[[Person], Client],
    request: pytest.FixtureRequest,
) -> None:
    CentreProfile.objects.update(telephone="20 55 00 10")

    page = signed_in(request.getfixturevalue(who)).get(HERE).content.decode()

    for told in ("Solbakken", "Senteret Lytt", "Anne", "20 55 00 10"):
        assert told in page


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie", "gro", "hans", "inger"])
def test_nobody_else_comes_here(
    who: str, evaluation: Evaluation, signed_in: Callable, request: pytest.FixtureRequest
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(HERE).status_code == 404


def test_only_the_evaluations_of_ones_own_service_are_told_of(
    dag: Person, evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    start_evaluation(title="En annen", services=["Et annet sted"], centre=centre, by=anne)

    assert [one.title for one in evaluations_for(dag)] == ["Solbakken"]


def test_it_is_made_from_what_the_service_may_reach(dag: Person, evaluation: Evaluation) -> None:
    """The database itself refuses anything else under this zone."""
    with narrowed(Zone.Z1_RELEASED):
        assert len(evaluations_for(dag)) == 1


def test_no_word_stands_on_it(world: World, dag: Person, signed_in: Callable) -> None:
    page = signed_in(dag).get(HERE).content.decode()

    assert world.evaluation.work.title in page
    assert PREFIX not in page


def test_the_workspace_is_not_there_for_the_service(
    dag: Person, evaluation: Evaluation, signed_in: Callable
) -> None:
    overview = reverse("journey:evaluation", args=[evaluation.work.slug])

    assert signed_in(dag).get(overview).status_code == 404
