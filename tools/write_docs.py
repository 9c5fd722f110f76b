"""Write docs/generated/ from the code: who may what, every door, every zone, every setting,
and how plain each public page is.

    python -m tools.write_docs            write them
    python -m tools.write_docs --check    fail if one is not current

A document to come is one more function in DOCUMENTS.
"""

import ast
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "generated"
READERS = {"env.text", "env.flag", "env.number", "env.words"}
NOTE = "*Written by `make docs`; do not edit.*"


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', '/') for cell in row)} |" for row in lines)


def permissions() -> str:
    """Role by permission, from the one dictionary."""
    from brukerstemmen.people.access import GRANTS, MATERIAL, SIDES, Permission, Role

    rows = [
        [
            f"`{permission}`" + (" †" if permission in MATERIAL else ""),
            *("yes" if permission in GRANTS[role] else "" for role in Role),
        ]
        for permission in Permission
    ]
    sides = ", ".join(f"{role} {SIDES[role]}" for role in Role)
    return (
        f"# Who may do what\n\n{NOTE}\n\nA role is given per piece of work and has a last day. "
        "† opens material: never before guidelines and pledge, never in a conflict of interest."
        f"\n\n{table(['permission', *Role], rows)}\n\nNobody stands on both sides: {sides}.\n"
    )


def doors() -> str:
    """Every address with its zone and roles. One that declares none answers 404."""
    rows = [[f"`/{route}`", *_declared(match)] for route, match in sorted(_routes())]
    head = ["address", "name", "zone", "roles"]
    return f"# Doors\n\n{NOTE}\n\n{table(head, rows)}\n"


def _routes() -> Iterator[tuple[str, object]]:
    from django.urls import get_resolver

    def walk(patterns: list, before: str, space: str) -> Iterator[tuple[str, object]]:
        for pattern in patterns:
            route = before + str(pattern.pattern)
            if hasattr(pattern, "url_patterns"):
                inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
                yield from walk(pattern.url_patterns, route, inner)
            else:
                yield route, (f"{space}{pattern.name}", pattern.callback)

    return walk(get_resolver().url_patterns, "", "")


def _declared(match: tuple[str, Callable]) -> list[str]:
    from brukerstemmen.people.access import Role
    from brukerstemmen.people.doors import ANYONE, DECLARED

    name, view = match
    door = getattr(view, "door", None) or DECLARED.get(name)
    if door is None:
        return [name, "closed", "nobody"]
    if door.roles == ANYONE:
        roles = "anyone"
    elif door.roles == frozenset(Role):
        roles = "any role"
    else:
        roles = ", ".join(role for role in Role if role in door.roles)
    return [name, f"Z{door.zone}", roles + (", account" if door.account else "")]


def zones() -> str:
    """What the database lets a request of each zone do with each table."""
    from brukerstemmen.people.tables import VISITOR_ZONES, Table, rights, tables
    from brukerstemmen.privacy.zones import Zone

    def may(one: Table, zone: Zone, visitor: bool) -> str:
        said = {"SELECT": "read", "INSERT": "add", "UPDATE": "change", "DELETE": "take away"}
        given = rights(one, zone, visitor=visitor)
        words = [word for right, word in said.items() if right in given]
        some = f"read {', '.join(one.visitors_read)}" if visitor and one.visitors_read else ""
        return "all" if len(words) == len(said) else some or ", ".join(words) or "–"

    requests = [*((z, False) for z in Zone), *((z, True) for z in sorted(VISITOR_ZONES))]
    rows = [
        [f"`{one.name}`", f"Z{one.zone}", *(may(one, *request) for request in requests)]
        for one in sorted(tables(), key=lambda one: (one.zone, one.name))
    ]
    names = [f"{'visitor' if visitor else 'request'} in Z{zone}" for zone, visitor in requests]
    head = ["table", "zone", *names]
    return (
        f"# Zones\n\n{NOTE}\n\nThe database connection itself refuses the rest. A table that "
        "declares no zone is closed to every request. A visitor is somebody without account, at a "
        f"door to content.\n\n{table(head, rows)}\n"
    )


def settings() -> str:
    """Every name the settings read from the environment, as they read it."""
    tree = ast.parse((ROOT / "brukerstemmen" / "settings.py").read_text(encoding="utf-8"))
    rows = {}
    for node in ast.walk(tree):
        called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
        if called in READERS:
            kind = called.removeprefix("env.")
            name, *rest = [ast.unparse(arg) for arg in node.args]
            default = [*rest, *(ast.unparse(word.value) for word in node.keywords), ""][0]
            rows[ast.literal_eval(name)] = [f"`{ast.literal_eval(name)}`", kind, f"`{default}`"]
    body = [[cell.replace("``", "–") for cell in rows[name]] for name in sorted(rows)]
    return (
        f"# Settings\n\n{NOTE}\n\nRead from the environment. `NAME_FILE` may name a file that "
        "holds the value of `NAME`. A wrong value stops the start with a sentence.\n\n"
        f"{table(['name', 'kind', 'default'], body)}\n"
    )


def plain() -> str:
    """How heavy each page of the start content is to read."""
    from brukerstemmen.library import reading
    from brukerstemmen.library.lix import lix

    weights: dict[tuple[str, ...], dict[str, str]] = {}
    for language in reading.LANGUAGES:
        for page in reading.pages(language):
            weights.setdefault(page.at, {})[language] = str(lix(reading.text_of(page)).value)
    rows = [
        [f"`/{'/'.join([*at, ''])}`", *(found.get(code, "") for code in reading.LANGUAGES)]
        for at, found in sorted(weights.items())
    ]
    return (
        f"# How plain the public pages are\n\n{NOTE}\n\nLIX of each page of the start content: "
        "words per sentence, plus long words in per cent. A test keeps all under 40, the front "
        f"page and the degrees under 35.\n\n{table(['page', *reading.LANGUAGES], rows)}\n"
    )


DOCUMENTS: dict[str, Callable[[], str]] = {
    "permissions.md": permissions,
    "doors.md": doors,
    "zones.md": zones,
    "settings.md": settings,
    "plain.md": plain,
}


def main(arguments: list[str]) -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brukerstemmen.settings")
    os.environ["BRUKERSTEMMEN_LOOPBACK"], os.environ["BRUKERSTEMMEN_DEMO"] = "1", "1"
    django.setup()
    written = {TARGET / name: document() for name, document in DOCUMENTS.items()}
    stale = [
        path
        for path, text in written.items()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is not current: run make docs")
        return bool(stale)
    TARGET.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(written[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
