"""The last guards, in the database itself: the journal only grows, and nobody stands on both
sides of the same service. Installed by a migration; SQL for both engines."""

from collections.abc import Iterable
from typing import Any

_BOTH_SIDES = """EXISTS (
    SELECT 1 FROM people_grant held
    WHERE held.person_id = NEW.person_id AND held.side <> NEW.side AND held.id <> {own}
      AND held.until >= NEW.since AND held.since <= NEW.until
      AND (held.work_id = NEW.work_id OR EXISTS (
        SELECT 1 FROM people_workparty here JOIN people_workparty there
          ON here.organisation_id = there.organisation_id
        WHERE here.work_id = held.work_id AND there.work_id = NEW.work_id)))"""
# The tables that only grow, and their primary keys.
_GROWS = {"people_journalentry": "id", "people_journallink": "entry_id"}
_GROWS_TOO = ("people_erasedkey",)  # guarded by a later migration
_SIDES = (("people_grant", "one_side_insert"), ("people_grant", "one_side_update"))
_REFUSE_CHANGE = """CREATE OR REPLACE FUNCTION journal_only_grows() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'the journal only grows' USING ERRCODE = 'check_violation'; END
    $$ LANGUAGE plpgsql"""


def install(schema_editor: Any) -> None:
    """Put the guards in place. Safe to repeat after `remove`."""
    for statement in _statements(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def let_it_only_grow(schema_editor: Any, table: str, key: str) -> None:
    """The same guards for a table that came later."""
    made = _sqlite_grows if schema_editor.connection.vendor == "sqlite" else _postgresql_grows
    for statement in made(table, key):
        schema_editor.execute(statement)


def let_go_of_sides(schema_editor: Any) -> None:
    """Before the table of grants is altered: SQLite makes it anew, and forgets its triggers."""
    _drop(schema_editor, _SIDES)


def guard_sides(schema_editor: Any) -> None:
    """After the table of grants is altered: nobody stands on both sides, as before."""
    for statement in _sides(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def remove(schema_editor: Any) -> None:
    """Take them away: for going back in migrations, and for emptying a test database."""
    guarded = (*_GROWS, *_GROWS_TOO)
    grows = [(t, f"{t}_{a}") for t in guarded for a in ("update", "delete", "replace")]
    _drop(schema_editor, [*grows, *_SIDES])


def _drop(schema_editor: Any, triggers: Iterable[tuple[str, str]]) -> None:
    for table, name in triggers:
        on = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}")


def _statements(vendor: str) -> list[str]:
    grows = _sqlite_grows if vendor == "sqlite" else _postgresql_grows
    made = [] if vendor == "sqlite" else [_REFUSE_CHANGE]
    made += [sql for table, key in _GROWS.items() for sql in grows(table, key)]
    return made + _sides(vendor)


def _sides(vendor: str) -> list[str]:
    return _sqlite_sides() if vendor == "sqlite" else _postgresql_sides()


def _sqlite_sides() -> list[str]:
    made = []
    for act, own in (("INSERT", "-1"), ("UPDATE", "NEW.id")):
        made.append(
            f"CREATE TRIGGER one_side_{act.lower()} BEFORE {act} ON people_grant "
            f"WHEN {_BOTH_SIDES.format(own=own)} "
            "BEGIN SELECT RAISE(ABORT, 'nobody stands on both sides'); END"
        )
    return made


def _sqlite_grows(table: str, key: str) -> list[str]:
    made = [
        f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} "
        "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
        for act in ("UPDATE", "DELETE")
    ]
    # INSERT OR REPLACE takes away the row that stood there, and asks no trigger for deletion.
    made.append(
        f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} "  # noqa: S608
        f"WHEN NEW.{key} IN (SELECT {key} FROM {table}) "
        "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END"
    )
    return made


def _postgresql_grows(table: str, _key: str) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_{act.lower()} BEFORE {act} ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION journal_only_grows()"
        for act in ("UPDATE", "DELETE")
    ]


def _postgresql_sides() -> list[str]:
    made = [
        f"""CREATE OR REPLACE FUNCTION one_side() RETURNS trigger AS $$
        BEGIN
            IF {_BOTH_SIDES.format(own="COALESCE(NEW.id, -1)")} THEN
                RAISE EXCEPTION 'nobody stands on both sides' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        END $$ LANGUAGE plpgsql"""
    ]
    for act in ("INSERT", "UPDATE"):
        made.append(
            f"CREATE TRIGGER one_side_{act.lower()} BEFORE {act} ON people_grant "
            "FOR EACH ROW EXECUTE FUNCTION one_side()"
        )
    return made
