"""A code before any answer: given in the workspace, used at the entrance."""

import re
from collections.abc import Callable

from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import State
from brukerstemmen.voices.actions.consenting import states_of
from brukerstemmen.voices.models import Participant
from tests.cast import reader

CODE = re.compile(r"\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]\b")
ONCE = "6f1c2a54-94d6-4d0c-9f3c-0a6f5f5f0c11"


def test_somebody_gets_a_code_and_reads_before_they_answer(
    evaluation: Evaluation, anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    address = reverse("voices:new_person", args=[evaluation.work.slug])
    team = signed_in(anne)
    assert team.get(address).status_code == 200
    found = CODE.search(team.post(address, {"once": ONCE}).content.decode())
    assert found is not None

    participant = Participant.objects.get()
    assert set(states_of(participant).values()) <= {State.OFFERED, None}
    there = reader().post(reverse("voices:entrance"), {"code": found[0]})
    assert there.headers["Location"] == reverse("voices:consent_info")


def test_pressed_twice_it_is_one_person(
    evaluation: Evaluation, anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    address, team = reverse("voices:new_person", args=[evaluation.work.slug]), signed_in(anne)
    for _press in range(2):
        assert team.post(address, {"once": ONCE}).status_code == 200
    assert Participant.objects.count() == 1


def test_the_service_gives_no_codes(
    evaluation: Evaluation, dag: Person, signed_in: Callable[[Person], Client]
) -> None:
    address = reverse("voices:new_person", args=[evaluation.work.slug])
    assert signed_in(dag).post(address, {"once": ONCE}).status_code == 404
    assert not Participant.objects.exists()
