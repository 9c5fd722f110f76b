"""Every address declares its zone and roles, and views reach data only through the gates."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from brukerstemmen.followups.models import Reply
from brukerstemmen.library.urls import EDITING
from brukerstemmen.people.access import Role
from brukerstemmen.people.doors import DECLARED, Door
from brukerstemmen.people.entry import RECOGNISE, Visit, Way
from brukerstemmen.privacy.zones import Zone
from tests.world import World

ROOT = Path(__file__).resolve().parents[2] / "brukerstemmen"
# Doors of packages that we leave closed: nobody signs up, and there is one address per person.
CLOSED = {
    "account_signup",
    "account_inactive",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_set_password",
    "account_confirm_login_code",
    "account_request_login_code",
    "mfa_trust",
    "mfa_signup_webauthn",
    # Asked for by name only, to make the address of a page; another door stands before them.
    "wagtail_serve",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
}
WITH_CONTENT = {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}
# Where nobody is known yet, or any more: the entrance, the address in a picture, and leaving.
OPEN_TO_ALL = {
    "voices:entrance",
    "voices:link",
    "voices:leave",
    "voices:withdrawn",
    "followups:receipt_gone",
}
# Where raw words are written by somebody who opens none: a slip opens no key (see the test of it).
WRITTEN_ONLY = {"followups:felt_slip"}


def patterns(
    resolver: URLResolver | None = None, space: str = "", route: str = ""
) -> Iterator[tuple[str, URLPattern, str]]:
    """Every URL pattern with its full name and its full route.

    Not the editors' pages of the public site: one door is declared for all of them, and
    tests/library/test_editors_doors.py knocks on each.
    """
    for entry in (resolver or get_resolver()).url_patterns:
        if (route + str(entry.pattern)).startswith(EDITING):
            continue
        if isinstance(entry, URLResolver):
            inner = ":".join(part for part in (space, entry.namespace or "") if part)
            yield from patterns(entry, inner, route + str(entry.pattern))
        else:
            name = ":".join(part for part in (space, entry.name or "") if part)
            yield name, entry, route + str(entry.pattern)


def declared(name: str, pattern: URLPattern) -> Door | None:
    return getattr(pattern.callback, "door", None) or DECLARED.get(name)


ALL = list(patterns())


@pytest.mark.parametrize(("name", "pattern", "route"), ALL, ids=[name for name, *_ in ALL])
def test_every_address_is_declared_or_closed(name: str, pattern: URLPattern, route: str) -> None:
    assert name, route
    if declared(name, pattern) is None:
        assert name in CLOSED, f"{route} declares no zone and no roles"


def test_names_are_not_used_twice() -> None:
    names = [name for name, *_ in ALL]

    assert len(names) == len(set(names))


DECLARING = [
    (name, route, door) for name, pattern, route in ALL if (door := declared(name, pattern))
]
EACH = pytest.mark.parametrize(("name", "route", "door"), DECLARING, ids=[n for n, *_ in DECLARING])


@EACH
def test_the_prefix_says_the_zone(name: str, route: str, door: Door) -> None:
    """/tjeneste/ reads what is released; words are read under /arbeid/ and /d/ only."""
    if route.startswith("tjeneste/"):
        assert door.zone is Zone.Z1_RELEASED
    if door.zone in WITH_CONTENT:
        assert route.startswith(("arbeid/", "d/"))
    if route.startswith("arbeid/"):
        assert door.roles and not door.ways, "words are never for anybody"


@EACH
def test_where_there_is_no_account_a_visit_is_asked_for(name: str, route: str, door: Door) -> None:
    """/d/ is for those without account, and what has content asks how they have come in."""
    if not route.startswith("d/"):
        assert not door.ways
        return
    assert door.is_for_visitors and not door.fresh and not door.read_is_journalled
    assert bool(door.ways) != (name in OPEN_TO_ALL)
    assert door.ways or door.zone in {Zone.Z0_PUBLIC, Zone.Z2_MASKED}
    if name in WRITTEN_ONLY:
        assert door.ways == {Way.FELT}, "and for nobody else who comes without account"
    elif door.zone is Zone.Z3_RAW or name.startswith("voices:own_"):
        assert door.ways in ({Way.OWN}, {Way.RECEIPT}), "words open for their owner only"


def test_a_slip_opens_no_key_and_a_receipt_those_of_one_answer(world: World) -> None:
    """Why doors where raw words are written, or where a receipt leads, may lie so deep."""
    reply = Reply.objects.get(pk=world.parts["new_reply"])
    with_slip, with_receipt = (
        RECOGNISE[way](Visit(way, world.parts[about], began=0, seen=0))
        for way, about in ((Way.FELT, "felt_sheet"), (Way.RECEIPT, "new_reply"))
    )
    assert with_slip is not None and with_receipt is not None

    assert with_slip.keys == frozenset()
    assert with_receipt.keys == {reply.key_id, reply.raw_key_id}
    own = Reply.objects.get(pk=world.parts["own_reply"])
    assert RECOGNISE[Way.RECEIPT](Visit(Way.RECEIPT, own.pk, began=0, seen=0)) is None


def test_what_is_open_to_all_is_there() -> None:
    assert {name for name, *_ in DECLARING} >= OPEN_TO_ALL


@EACH
def test_payroll_meets_nothing_but_payments(name: str, route: str, door: Door) -> None:
    everybody = frozenset(Role)
    if Role.PAYROLL in door.roles and door.roles != everybody:
        assert door.roles == {Role.PAYROLL} and route.startswith("arbeid/honorar/")


def _views() -> list[Path]:
    return [path for path in ROOT.rglob("*.py") if "views" in path.relative_to(ROOT).as_posix()]


@pytest.mark.parametrize("path", _views(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_views_reach_data_only_through_the_gates(path: Path) -> None:
    """`X.objects` may stand only as what `reach` is asked for, or before `.visible_to(`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    allowed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) == "reach":
            allowed |= {id(inner) for arg in node.args[:1] for inner in ast.walk(arg)}
        if isinstance(node, ast.Attribute) and node.attr == "visible_to":
            allowed.add(id(node.value))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "objects":
            assert id(node) in allowed, f"line {node.lineno}: ask the gates"


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def test_the_capability_is_handed_out_in_few_places() -> None:
    """Only the middleware, the task wrapper and commands open sealed content."""
    allowed = {"people/middleware.py", "people/opening.py"}
    for path in ROOT.rglob("*.py"):
        where = path.relative_to(ROOT).as_posix()
        if where in allowed or "/management/commands/" in where or where.endswith("/tasks.py"):
            continue
        if where.startswith("journey/demo/"):
            continue  # the loader of the demo is a command, divided into files
        names = {
            _name(n.func) for n in ast.walk(ast.parse(path.read_text())) if isinstance(n, ast.Call)
        }
        imports = "opening" in path.read_text(encoding="utf-8")
        assert not (imports and "opened" in names), where
