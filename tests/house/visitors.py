"""Who knocks on every door, and what a door says: the roles of the permission matrix."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve, reverse

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import Participant, Statement
from tests.cast import TODAY, prepare, reader
from tests.voices.own import at, comes_in
from tests.world import World

# Who plays the role, by the name of the fixture.
WITH_ACCOUNT = {
    "interviewer": "frida",
    "lead": "anne",
    "service_contact": "dag",
    "client_leader": "eli",
    "outsider": "cecilie",
    "other_centre": "gro",
    "ex_interviewer": "hans",
    "administrator": "inger",
    "payroll": "kirsten",
    "editor": "edda",
    "co_reader": "mikkel",
}
# Those without account who have come in: with the code of somebody here, of somebody in another
# evaluation of the same centre, with a slip, which is all that those who recruit have, by the
# picture on the wall of the meeting room, with a slip of a follow-up, which anybody may have, and
# with the receipt of what was answered on one.
VISITING = ("participant", "other_participant", "slip", "wall", "felt", "receipt")
ROLES = ("anonymous", *WITH_ACCOUNT, *VISITING)
ON_THE_TEAM = frozenset({"lead", "interviewer"})
# Where somebody is sent who may not go on; each other answer is written as its status.
SENT_TO = {"account_login": "login", "voices:entrance": "entrance"}
FIRST_PAGES = {
    "slip": "voices:slip_info",
    "wall": "voices:consent_info",
    "felt": "followups:felt_info",
}
REFUSED = frozenset({*SENT_TO.values(), "403", "404", "405"})


def said(answer: HttpResponse) -> str:
    """The status of an answer, or the name of the door it sends people to who may not go on."""
    status = str(answer.status_code)
    if status != "302":
        return status
    try:
        return SENT_TO.get(resolve(answer["Location"].partition("?")[0]).view_name, status)
    except Resolver404:
        return status


@pytest.fixture
def speaker(world: World) -> Participant:
    """The participant whose words stand in the world."""
    found = Statement.objects.get(pk=world.parts["done"]).speaker
    assert found is not None
    return found


@pytest.fixture
def stranger(centre: Organisation, anne: Person) -> Participant:
    """Somebody who takes part in another evaluation of the same centre."""
    elsewhere = starting.start_evaluation(
        title="Et annet sted", services=["Havna"], centre=centre, by=anne
    )
    prepare(elsewhere, anne)
    meeting = meetings.plan_meeting(elsewhere, name="Kveld", by=anne)
    meetings.register_consent(
        meeting,
        new_people=1,
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=anne,
    )
    return Participant.objects.get(evaluation=elsewhere)


@pytest.fixture
def as_role(
    world: World,
    request: pytest.FixtureRequest,
    signed_in: Callable[[Person], Client],
    anne: Person,
) -> Callable[[str], Client]:
    def become(role: str) -> Client:
        if role in WITH_ACCOUNT:
            return signed_in(request.getfixturevalue(WITH_ACCOUNT[role]))
        if role in FIRST_PAGES:
            return _followed(str(world.parts[f"token_of_{role}"]), FIRST_PAGES[role])
        if role == "receipt":
            return _typed(str(world.parts["receipt"]))
        own = {"participant": "speaker", "other_participant": "stranger"}.get(role)
        return comes_in(request.getfixturevalue(own), by=anne) if own else Client()

    return become


def _followed(token: str, first: str) -> Client:
    """A browser that has followed the address in a picture."""
    client = reader()
    answer = client.get(at("link", token))
    assert answer["Location"] == reverse(first)
    return client


def _typed(code: str) -> Client:
    """A browser in which a receipt has been typed at the entrance: no picture leads to it."""
    client = reader()
    answer = client.post(at("entrance"), {"code": code})
    assert answer["Location"] == reverse("followups:receipt")
    return client
