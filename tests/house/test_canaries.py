"""No word of Z2 to Z4 stands in plain text in the database, or reaches those it is not for."""

import base64
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from brukerstemmen.people.models import Person, SealedField
from brukerstemmen.people.tables import tables
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices import tasks
from brukerstemmen.voices.actions import texting
from brukerstemmen.voices.models import Participant
from tests.house.addresses import PATTERNS, parts_of, taken_back
from tests.house.test_doors import ALL, declared
from tests.house.visitors import ON_THE_TEAM, ROLES, WITH_ACCOUNT
from tests.world import PREFIX, RELEASED, World, place_of


def everything_stored() -> Iterator[bytes]:
    """Every value of every column of every table, as bytes."""
    for values in by_table().values():
        yield from values


def by_table() -> dict[str, list[bytes]]:
    """The same, by table."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = [_as_bytes(value) for row in cursor.fetchall() for value in row]
    return found


def _as_bytes(value: object) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else repr(value).encode()


def test_a_copy_of_the_database_holds_no_words(world: World) -> None:
    stored = list(everything_stored())

    assert len(stored) > 500
    for form in forms_of(PREFIX):
        assert not any(form in value for value in stored)


# What people were asked about, as the service called it that day: a copy for the team of what is
# out, so that an answer is read beside the question it was given to.
COPIES = {"followups_askedabout": {"measure"}}


def test_what_is_let_out_stands_in_the_tables_of_what_is_let_out_and_nowhere_else(
    world: World,
) -> None:
    holding = {
        table: places_in(b" ".join(values), world.released)
        for table, values in by_table().items()
        if any(RELEASED.encode() in value for value in values)
    }

    assert len(holding) >= 8
    of_what_is_out = {table.name for table in tables() if table.zone is Zone.Z1_RELEASED}
    for table in holding.keys() - of_what_is_out:
        assert holding[table] <= COPIES.get(table, set()), table


def forms_of(word: str) -> list[bytes]:
    plain = word.encode()
    return [plain, plain.upper(), plain.hex().encode(), base64.b64encode(plain)[:12]]


def test_there_is_a_canary_in_every_sealed_column(world: World) -> None:
    """Otherwise the tests here would prove nothing about that column."""
    for model in apps.get_models():
        if getattr(model, "zone", None) in {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}:
            for field in model._meta.concrete_fields:
                if isinstance(field, SealedField):
                    rows = model._default_manager.exclude(**{field.name: b""})
                    words = [row.read(field.name) for row in rows]
                    held = [w for w in words if PREFIX in w or field.name in WITHOUT]
                    assert held, f"{model._meta.label}.{field.name}"


# The file of a preview is kept in base 85; a hit that was kept is the name of a town; codes and
# the ends of addresses are made by chance; an account number is digits; what somebody feels is one
# of five; pieces of what somebody told are called by words of ours, and so is what was found.
WITHOUT = {"source", "text", "code", "token", "account", "felt", "pieces", "found"}

# What stands behind the doors of those who see something, by the place of the canary. What is
# promised is told to everybody who is invited.
TOLD = {"promise"}
MAY_SEE = {
    "participant": TOLD
    | {"raw", "masked", "name", "telephone", "email", "address", "interpreter"}
    | {"feltnotices", "feltmissing", "letter", "letterend"},
    "receipt": {"newnotices", "newmissing"},
    "other_participant": set(),
    "slip": TOLD,
    "wall": TOLD,
    "payroll": {"payee"},
}
# What has been let out: to everybody, to those who took part, and to the service alone.
OF_BOTH_REPORTS = {
    *("promise", "reach", "quote", "minority", "agreed"),
    *("title", "good", "notgood", "better", "dialoguequestion"),
}
OF_FINAL_REPORT = {
    *("finalsummary", "finaleasy", "said", "rules", "programme"),
    *("because", "measure", "owner", "notice"),
}
OF_PROCESS_REPORT = {"processsummary", "processeasy", "nuance"}
# What happened, for everybody: the lead reads all of it before it goes out. A proposal from the
# dialogue is a measure by then, and what the leader said in the room why it stands as it does.
OF_THE_STORY = {"told", "line", "givenby", "proposal", "proposalowner", "leadersays"}
OF_THE_SERVICE = {"progress", "saidby", "step", "comment", "reply", "proposalnotice"}
# Behind one's own code stands why a measure has come as far as it has.
OF_ONES_FATE = {"step"}
PUBLIC = OF_BOTH_REPORTS | OF_FINAL_REPORT | OF_THE_STORY
RELEASED_TO = {
    "participant": PUBLIC | OF_PROCESS_REPORT | OF_ONES_FATE,
    "service_contact": PUBLIC | OF_PROCESS_REPORT | OF_THE_SERVICE,
    "client_leader": PUBLIC | OF_PROCESS_REPORT | OF_THE_SERVICE,
}
OUTSIDE = sorted(set(ROLES) - ON_THE_TEAM)


@pytest.mark.either_engine
@pytest.mark.parametrize("role", OUTSIDE)
def test_no_word_reaches_those_who_may_not_see_it(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    client, may_see = as_role(role), MAY_SEE.get(role, set())
    released = RELEASED_TO.get(role, PUBLIC)
    knocked, seen, let_out = 0, set(), set()
    for name, *_ in ALL:
        for parts in parts_of(name, world) if declared(name, PATTERNS[name]) else []:
            address = reverse(name, kwargs=parts)
            for send in (client.get, client.post):
                told = _told(client, send, address)
                seen |= places_in(told, world.canaries)
                let_out |= places_in(told, world.released)
                assert seen <= may_see and let_out <= released, address
                assert may_see or PREFIX.encode() not in told, address
                assert not any(form in told for form in forms_of(PREFIX)[1:]), address
                knocked += 1
    assert knocked > 60 and (seen, let_out) == (may_see, released)
    if role in WITH_ACCOUNT:
        assert client.get(reverse("account_logout")).status_code == 200, "still signed in"
    assert not any(PREFIX in letter for letter in _letters())


def places_in(told: bytes, birds: Iterable[str]) -> set[str]:
    """Where those of the words that are told have stood."""
    return {place_of(bird) for bird in birds if bird.encode() in told}


def _told(client: Client, send: Callable[..., Any], address: str) -> bytes:
    """All that comes back from one knock, which is taken back afterwards."""
    with taken_back(client):
        answer = send(address, {"once": "x", "words": "x"})
        body = b"".join(answer) if answer.streaming else answer.content
    return b"\n".join([*unpacked(body), repr(dict(answer.headers)).encode()])


def unpacked(body: bytes) -> Iterator[bytes]:
    """What is sent, and what lies inside it where it is a file of several."""
    yield body
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            yield from (packed.read(name) for name in packed.namelist())
    if body.startswith(b"%PDF"):
        file = PdfReader(io.BytesIO(body))
        yield repr(file.metadata).encode()
        # A long word may be cut at the end of a line.
        yield from (
            re.sub(r"[-\u2010]?\s", "", page.extract_text()).encode() for page in file.pages
        )


def _letters() -> list[str]:
    return [f"{letter.subject} {letter.body}" for letter in mail.outbox]


def test_no_text_to_a_participant_carries_a_word(
    world: World, anne: Person, speaker: Participant, settings: Any
) -> None:
    settings.TEXT_SENDER = "email"
    around = world.evaluation.validation_round
    assert texting.queue_texts(around, by=anne) == 1

    assert tasks.send_texts.call(around.pk) == {"sent": 1, "failed": 0}

    assert mail.outbox[-1].to == [speaker.contact.read("email")]
    assert not any(PREFIX in letter or speaker.code in letter for letter in _letters())
