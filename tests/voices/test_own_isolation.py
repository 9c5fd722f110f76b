"""Code A never reaches an object of code B, and a slip opens nobody's page.

Pairs of a door and an id of somebody else, drawn at random: some hundreds here, ten thousand
where NIGHTLY is set. Each is knocked on with GET and POST and with everything that could help.
"""

import os
import random
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from brukerstemmen.people import opening
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.actions import company, invitations
from brukerstemmen.voices.guests import OwnGuest
from brukerstemmen.voices.models import (
    Companion,
    Contact,
    MaskedWording,
    Participant,
    RawWording,
    UserMeeting,
)
from brukerstemmen.voices.models.identity import CompanionRole
from tests.cast import reader
from tests.voices.own import at, comes_in

PAIRS = 10_000 if os.environ.get("NIGHTLY") else 300
BIRD = "Kanarifugl"
OF_ONE_STATEMENT = ("own_word", "own_change", "own_take_away")
OF_ONESELF = (
    "own_home",
    "own_words",
    "own_data",
    "own_contact",
    "own_copy",
    "own_choices",
    "own_company",
    "own_pause",
    "own_withdraw",
)


@dataclass
class Two:
    """A has come in. B is somebody else in the same room."""

    a: Participant
    b: Participant
    client: Client
    ids: list[str] = field(default_factory=list)


@pytest.fixture
def two(masked: UserMeeting, anne: Person) -> Two:
    a, b = (masked.statements.get(position=place).speaker for place in (1, 2))
    for one, name in ((a, "Anders"), (b, f"{BIRD} Berg")):
        reach = {"name": name, "telephone": "99 88 77 66"}
        invitations.write_contact(one, reach=reach, by=anne)
        company.sign_company(one, role=CompanionRole.COMPANION, name=f"{name} Følge", by=anne)
    client = comes_in(a, by=anne)
    comes_in(b, by=anne)
    return Two(a, b, client, list(_ids_of(b)))


def _ids_of(b: Participant) -> Iterator[str]:
    """Every id that belongs to B, and to the group both are in."""
    yield str(b.pk)
    yield str(b.evaluation_id)
    for rows in (b.statements, b.codes, b.companions, Contact.objects.filter(participant=b)):
        yield from (str(row.pk) for row in rows.all())
    for model in (RawWording, MaskedWording):
        rows = model.objects.filter(statement__speaker=b)
        yield from (str(row.pk) for row in rows)
    yield from (str(key) for key in (b.raw_key_id, b.masked_key_id, b.evaluation.raw_key_id))


def _stored() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of this room. What waits for the journal, and wrong guesses, are in another."""
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values_list())
        for model in apps.get_app_config("voices").get_models()
    }


def test_no_door_of_a_leads_to_anything_of_b(two: Two) -> None:
    before, chance = _stored(), random.Random(1014)
    doors = len(OF_ONE_STATEMENT)

    for pair in range(PAIRS):
        name, what = OF_ONE_STATEMENT[pair % doors], chance.choice(two.ids)
        asks = _asks(chance, two)
        for answer in (
            two.client.get(at(name, what), asks),
            two.client.post(at(name, what), asks),
        ):
            assert answer.status_code == 404, (name, what, asks)
            assert BIRD not in answer.content.decode()

    assert _stored() == before


def _asks(chance: random.Random, two: Two) -> dict[str, str]:
    """What could be sent along in the hope that something listens."""
    help_ = {
        "said": chance.choice(["yes", "count_only", "take_away", "change"]),
        "based_on": str(chance.randrange(3)),
        "words": "Nye ord.",
        "keep": "1",
        "once": chance.choice([*two.ids, "", "x:y"]),
        "participant": str(two.b.pk),
        "speaker": str(two.b.pk),
        "statement": chance.choice(two.ids),
    }
    return {name: help_[name] for name in chance.sample(sorted(help_), chance.randrange(1, 8))}


def test_an_id_sent_along_to_a_page_of_ones_own_does_not_bend_it(two: Two) -> None:
    chance = random.Random(7)
    of_b = _rows_of(two.b)

    for turn in range(PAIRS // 5):
        name = OF_ONESELF[turn % (len(OF_ONESELF) - 1)]  # all but leaving, which ends it
        asks = {
            key: chance.choice(two.ids) for key in ("id", "participant", "pk", "contact", "som")
        }
        said = two.client.get(at(name), asks).content.decode()
        assert BIRD not in said and "Ingen spurte" not in said, name
        two.client.post(at(name), {**asks, "name": "Anders", "role": "companion"})
        for key in ("end", "once"):
            two.client.post(at("own_company"), {key: asks["id"], "name": "x", "role": "companion"})

    assert _rows_of(two.b) == of_b


def _rows_of(b: Participant) -> list[object]:
    own = Participant.objects.filter(pk=b.pk)
    rows = (own, b.statements, b.codes, b.decisions, b.companions, b.presences)
    told: list[object] = [list(some.order_by("pk").values_list()) for some in rows]
    for model in (RawWording, MaskedWording):
        told.append(list(model.objects.filter(statement__speaker=b).order_by("pk").values_list()))
    told.append(list(Contact.objects.filter(participant=b).values_list()))
    return told


def test_withdrawing_takes_ones_own_only(two: Two) -> None:
    of_b = _rows_of(two.b)

    assert two.client.post(at("own_withdraw"), {"participant": str(two.b.pk)}).status_code == 302

    two.a.refresh_from_db()
    assert two.a.is_withdrawn and _rows_of(two.b) == of_b


@pytest.mark.parametrize("zone", [Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY])
def test_the_capability_of_a_refuses_the_keys_of_b(two: Two, zone: Zone) -> None:
    of_b = [
        *MaskedWording.objects.filter(statement__speaker=two.b),
        *RawWording.objects.filter(statement__speaker=two.b),
        *Contact.objects.filter(participant=two.b),
        *Companion.objects.filter(participant=two.b),
    ]
    assert len(of_b) == 4
    identity = {row.key_id for row in Contact.objects.filter(participant=two.a)}
    keys = OwnGuest(two.a, frozenset(identity)).keys

    with opening.opened(zone, by="test", reason="another's words", only=keys):
        for row in of_b:
            column = "name" if hasattr(row, "name") else "words"
            with pytest.raises(opening.NotAllowed):
                row.read(column)
            with pytest.raises(opening.NotAllowed):
                row.seal(**{column: "written by A"})


def test_a_slip_opens_no_page_of_anybody(masked: UserMeeting, anne: Person) -> None:
    evaluation = masked.evaluation
    invitations.describe_invitation(evaluation, contact=anne, telephone="22 33 44 55", by=anne)
    sheet = invitations.make_slips(evaluation, where="luka", language="nb", by=anne)
    client = reader()
    assert client.get(at("link", sheet.read("token"))).status_code == 302
    before = _stored()

    for statement in masked.statements.all():
        _closed(client, [at(name, statement.pk) for name in OF_ONE_STATEMENT])
    _closed(client, [at(name) for name in OF_ONESELF])

    assert _stored() == before


def test_nobody_comes_in_without_a_code(masked: UserMeeting) -> None:
    _closed(reader(), [at(name) for name in OF_ONESELF])
    _closed(reader(), [at(name, uuid.uuid4()) for name in OF_ONE_STATEMENT])


def test_an_account_on_the_team_is_no_way_to_a_participants_page(
    masked: UserMeeting, anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    _closed(signed_in(anne), [at(name) for name in OF_ONESELF])
    assert not JournalEntry.objects.filter(what="door.refused").exists()


def _closed(client: Client, addresses: list[str]) -> None:
    for address in addresses:
        for send in (client.get, client.post):
            answer = send(address)
            assert (answer.status_code, answer["Location"]) == (302, reverse("voices:entrance"))
