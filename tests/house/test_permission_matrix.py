"""Every address × every role, GET and POST, against a file that people have read through.

The expectations stand in `permission_matrix.csv`, never in the registry of doors: a wrong
declaration must not make its own test right. An address that is not in the file fails.
A cell is the status of the answer, or the name of the door that it sends people to who may not
go on (`visitors.SENT_TO`).
"""

import csv
import hashlib
import re
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.urls import reverse

from brukerstemmen.voices.models import Participant
from tests.cast import LATER, TODAY
from tests.house.addresses import PATTERNS, ROUTES, parts_of, taken_back
from tests.house.test_doors import ALL, declared
from tests.house.visitors import ON_THE_TEAM, REFUSED, ROLES, VISITING, WITH_ACCOUNT, said
from tests.world import World

FILE = Path(__file__).with_name("permission_matrix.csv")
OUTSIDE = sorted(set(ROLES) - ON_THE_TEAM)
# Rows that a refused request may leave: the session, the journal's line about the refusal.
LEAVES = {"django_session", "people_journalentry", "cache_entry"}
# Parts of an address that name a row, and may name one that is not there.
OF_A_ROW = {
    "sheet",
    "contact",
    "payment",
    "statement",
    "preview",
    "theme",
    "question",
    "grant",
    "report",
    "pk",
}
NOWHERE = uuid.UUID(int=1)
_THEIRS = {"service_contact": {"200", "403"}}
WITH_CONTENT = ("arbeid/evalueringer", "arbeid/honorar", "tjeneste/<slug:slug>/", "d/")
# Read by hand: what only the lead does, and what the one who answers for the service does there.
OF_THE_LEAD = {
    "closing:close",
    "followups:feedback_letter",
    "followups:feedback_lines",
    "followups:feedback_texts",
    "followups:round_tell",
    "followups:story_publish",
    "journey:tell_service",
    "library:archive",
    "measures:for_service_answer",
    "measures:for_service_ask",
    "measures:for_service_measure_change",
    "measures:for_service_measure_holder",
    "measures:for_service_measure_new",
    "measures:for_service_measure_step",
    "reports:comment_reply",
    "reports:hand_over",
    "reports:new_edition",
    "reports:publish",
    "reports:recognise_let_stand",
    "measures:terms",
    "reports:release",
}
# The whole team reads there; what is written there is the lead's.
WRITTEN_BY_THE_LEAD = {"closing:closing"}
OF_THE_LEADER = {
    "measures:answer",
    "measures:measure_change",
    "measures:measure_holder",
    "measures:measure_new",
    "measures:measure_step",
}
# What opens for the one whose it is: somebody with a code, with a slip of a follow-up, or with the
# receipt of what they answered on one.
OF_ONE = {
    "followups:felt": "participant",
    "followups:felt_answer": "participant",
    "followups:felt_info": "felt",
    "followups:felt_slip": "felt",
    "followups:felt_take_away": "participant",
    "followups:receipt": "receipt",
    "followups:receipt_take_away": "receipt",
}
OWN_PAGES = ("voices:own_", "reports:own_", "followups:own_", "journey:own_")


def expected() -> dict[tuple[str, str], dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {(row["door"], row["method"]): row for row in rows}


def doors() -> list[str]:
    return sorted(name for name, pattern, _route in ALL if declared(name, pattern))


def holds_content(door: str) -> bool:
    """Whether it leads to evaluations, to participants, to payments or to what is released."""
    return ROUTES[door].startswith(WITH_CONTENT)


def knock(client: Client, door: str, method: str, world: World) -> str:
    """The answer to one knock, taken back afterwards."""
    address = reverse(door, kwargs=parts_of(door, world)[0])
    with taken_back(client):
        return said(getattr(client, method.lower())(address))


def rows() -> dict[str, str]:
    """A mark of everything that stands in each table."""
    found = {}
    with connection.cursor() as cursor:
        for model in apps.get_models(include_auto_created=True):
            table = model._meta.db_table
            if table not in LEAVES:
                cursor.execute(f'SELECT * FROM "{table}"')
                standing = sorted(repr([_plain(value) for value in row]) for row in cursor)
                found[table] = hashlib.sha256("\n".join(standing).encode()).hexdigest()
    return found


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value


def all_fields(world: World) -> dict[str, Any]:
    """What a form of any door asks for, so that nothing but the role refuses what is sent."""
    return {
        "once": str(uuid.uuid4()),
        "said": "take_away",
        "answer": "yes",
        "matters": [str(world.parts["matter"])],
        "says": "yes",
        "given_by": "Leder",
        "said_by": "Leder",
        "status": "in_progress",
        "answer_by": LATER.isoformat(),
        "deadline": LATER.isoformat(),
        "owner": "Leder",
        "kind": "routine",
        "title": "Noe annet",
        "notice": "Noen merker det.",
        "text": "Noe annet",
        "words": "Noe annet",
        "why": "Noe annet",
        "outcome": "kept",
        "step": "dialogue",
        "reason": "Noe annet",
        "due_on": LATER.isoformat(),
        "begins": TODAY.isoformat(),
        "measures": [str(world.parts["measure"])],
        "months": "2",
        "felt_line": "50",
        "remind_before": "7",
        "escalate_after": "7",
        "planned_on": LATER.isoformat(),
        "note": "Noe annet",
        "number": "6",
        "language": "nb",
        "channel": "phone",
        "notices": "Noe annet",
        "sure": "on",
    }


def test_every_address_is_in_the_file_and_no_other() -> None:
    in_file = {door for door, _method in expected()}

    assert in_file == set(doors())
    assert {method for _door, method in expected()} == {"GET", "POST"}


@pytest.mark.parametrize("role", ROLES)
def test_the_role_gets_what_the_file_says(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    wanted, client = expected(), as_role(role)
    deviations = []
    for door in doors():
        for method in ("GET", "POST"):
            got = knock(client, door, method, world)
            if got != wanted[door, method][role]:
                deviations.append(f"{method} {door}: {got}, not {wanted[door, method][role]}")

    assert not deviations


@pytest.mark.parametrize("role", OUTSIDE)
def test_what_is_refused_changes_nothing(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    wanted, client = expected(), as_role(role)
    before, knocked = rows(), 0
    for door in doors():
        if wanted[door, "POST"][role] in REFUSED and holds_content(door):
            address = reverse(door, kwargs=parts_of(door, world)[0])
            client.post(address, all_fields(world))
            knocked += 1
    if role in WITH_ACCOUNT:
        assert client.get(reverse("account_logout")).status_code == 200, "still signed in"

    assert knocked > 60
    assert rows() == before


@pytest.mark.parametrize(
    ("role", "door"),
    [
        ("client_leader", "measures:answer"),
        ("client_leader", "measures:measure_new"),
        ("client_leader", "measures:measure_step"),
        ("service_contact", "reports:service_comments"),
        ("lead", "measures:for_service_answer"),
        ("lead", "reports:comment_reply"),
        ("lead", "journey:tell_service"),
        ("client_leader", "measures:measure_holder"),
        ("lead", "measures:terms"),
        ("lead", "closing:closing"),
        ("lead", "followups:feedback_letter"),
        ("interviewer", "followups:round_note"),
        ("interviewer", "followups:round_close"),
        ("interviewer", "followups:felt_for_new"),
        ("interviewer", "followups:felt_slips"),
        ("participant", "followups:felt_answer"),
        ("participant", "followups:felt_take_away"),
        ("felt", "followups:felt_slip"),
        ("receipt", "followups:receipt_take_away"),
    ],
)
def test_the_same_sent_by_those_who_may_changes_something(
    world: World, role: str, door: str, as_role: Callable[[str], Client]
) -> None:
    """Otherwise the test above would prove nothing."""
    client, before = as_role(role), rows()
    address = reverse(door, kwargs=parts_of(door, world)[0])

    # Whoever answers on a slip is shown a receipt at once; all others are sent on.
    accepted = 200 if door in {"followups:felt_for_new", "followups:felt_slip"} else 302
    assert client.post(address, all_fields(world)).status_code == accepted, door
    assert rows() != before


@pytest.mark.parametrize("role", ROLES)
def test_a_report_that_is_not_published_looks_like_none(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    client = as_role(role)
    public = [door for door in doors() if ROUTES[door].startswith("rapporter/<uuid:report>")]
    assert len(public) >= 5
    for door in public:
        inside, none = (
            client.get(reverse(door, kwargs={"report": pk}))
            for pk in (world.parts["report"], NOWHERE)
        )
        assert inside.status_code == 404 and _seen(inside) == _seen(none), door


@pytest.mark.parametrize("role", ROLES)
def test_a_story_that_is_not_published_looks_like_none(
    world: World, stranger: Participant, role: str, as_role: Callable[[str], Client]
) -> None:
    client, unpublished = as_role(role), stranger.evaluation.work.slug
    inside, none = (
        client.get(reverse("followups:story", args=[slug])) for slug in (unpublished, "ingen")
    )

    assert inside.status_code == 404 and _seen(inside) == _seen(none)


@pytest.mark.parametrize("role", OUTSIDE)
def test_what_is_foreign_and_what_is_not_there_look_the_same(
    world: World, role: str, as_role: Callable[[str], Client]
) -> None:
    client, wanted = as_role(role), expected()
    for door in doors():
        parts = parts_of(door, world)[0]
        # To one of two in the same service it is no secret that the other's door is there.
        if not holds_content(door) or wanted[door, "GET"][role] in _THEIRS.get(role, {"200"}):
            continue
        foreign = client.get(reverse(door, kwargs=parts))
        for absent in _absent(parts):
            answer = client.get(reverse(door, kwargs=absent))
            assert _seen(foreign) == _seen(answer), (door, absent)


def _absent(parts: dict[str, Any]) -> list[dict[str, Any]]:
    """The same address with each of its parts leading nowhere."""
    if "slug" in parts:
        return [parts | {"slug": "finnes-ikke"}]
    named = [name for name in parts if name in OF_A_ROW]
    return [parts | {name: NOWHERE} for name in named]


def _seen(answer: Any) -> tuple[int, str, bytes]:
    """What is seen, without what differs from page to page anyhow: the token, and the way back."""
    body = re.sub(rb'name="(csrfmiddlewaretoken|next)" value="[^"]*"', b"", answer.content)
    return answer.status_code, answer.headers.get("Location", "").partition("?")[0], body


def test_the_file_gives_nobody_what_is_not_theirs() -> None:
    """Read once more by machine: what a hand may overlook."""
    for (door, method), row in expected().items():
        at = ROUTES[door]
        if at.startswith("arbeid/evalueringer"):
            outside = ["service_contact", "client_leader", "administrator", "anonymous", "payroll"]
            outside += ["editor", "co_reader"]
            if PATTERNS[door].pattern.regex.groupindex:
                outside += ["other_centre", "outsider", "ex_interviewer"]
            for role in (*outside, *VISITING):
                assert row[role] in REFUSED, (door, method, role)
        if at.startswith("arbeid/honorar"):
            for role in ("service_contact", "client_leader", "ex_interviewer", "anonymous"):
                assert row[role] in REFUSED, (door, method, role)


def test_the_file_gives_what_is_released_to_those_it_is_for() -> None:
    for (door, method), row in expected().items():
        at = ROUTES[door]
        if at.startswith("tjeneste/"):
            for role in set(ROLES) - {"service_contact", "client_leader"}:
                assert row[role] in REFUSED, (door, method, role)
        # The files of the archive are asked for where there is an archive (tests/library).
        in_the_archive = door.startswith("library:publication_")
        if at.startswith(("rapporter/", "hva-skjedde/")) and not in_the_archive:
            assert {row[role] for role in ROLES} == {"200" if method == "GET" else "405"}


def test_the_file_gives_to_one_alone_what_one_alone_does() -> None:
    named = {door for door, _method in expected()}
    assert named >= OF_THE_LEAD | OF_THE_LEADER | WRITTEN_BY_THE_LEAD
    for door in WRITTEN_BY_THE_LEAD:
        assert expected()[door, "POST"]["interviewer"] == "403", door
    for door in OF_THE_LEAD:
        assert expected()[door, "POST"]["interviewer"] == "403", door
        assert expected()[door, "GET"]["interviewer"] in {"403", "405"}, door
    for door in OF_THE_LEADER:
        assert {expected()[door, method]["service_contact"] for method in ("GET", "POST")} == {
            "403"
        }, door


def test_the_file_gives_no_account_and_no_slip_the_words_of_a_participant() -> None:
    for (door, method), row in expected().items():
        if not ROUTES[door].startswith("d/"):
            continue
        with_account = {row[role] for role in (*WITH_ACCOUNT, "anonymous")}
        assert len(with_account) == 1, f"{method} {door}: an account changes nothing here"
        if door.startswith(OWN_PAGES) or door in OF_ONE:
            assert with_account == {"entrance"}, (door, method)
            own = OF_ONE.get(door, "participant")
            for other in set(VISITING) - {own, f"other_{own}"}:
                assert row[other] == "entrance", (door, method, other)
        if "<uuid:statement>" in ROUTES[door]:
            # No more than to the one whose it is where nothing can be sent at all.
            nothing = {"405"} & {row["participant"]}
            assert row["other_participant"] in {"404"} | nothing, (door, method)
        if "<uuid:report>" in ROUTES[door]:
            assert row["other_participant"] in {"404", "405"}, (door, method)
