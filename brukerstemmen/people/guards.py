"""The last guards, in the database itself: the journal only grows, nobody stands on both sides of
the same service, and what has gone out stays as it is. Installed by migrations; SQL for both
engines."""

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

_REFUSE_OTHER = """CREATE OR REPLACE FUNCTION what_has_gone_out_stays() RETURNS trigger AS $$
    BEGIN RAISE EXCEPTION 'what has gone out stays' USING ERRCODE = 'check_violation'; END
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


def let_it_stay(schema_editor: Any, table: str, key: str, *columns: str) -> None:
    """Rows of the table are never taken away, and these columns of them never changed; without
    columns, none is. A later migration that alters the table on SQLite does this once more."""
    if schema_editor.connection.vendor == "sqlite":
        made = _sqlite_grows(table, key, columns, "what has gone out stays")
    else:
        schema_editor.execute(_REFUSE_OTHER)
        made = _postgresql_grows(table, key, columns, "what_has_gone_out_stays")
    for statement in made:
        schema_editor.execute(statement)


def let_it_go(schema_editor: Any, table: str) -> None:
    """The way back from `let_it_stay`."""
    _drop(schema_editor, _guards_of(table))


def let_go_of_sides(schema_editor: Any) -> None:
    """Before the table of grants is altered: SQLite makes it anew, and forgets its triggers."""
    _drop(schema_editor, _SIDES)


def guard_sides(schema_editor: Any) -> None:
    """After the table of grants is altered: nobody stands on both sides, as before."""
    for statement in _sides(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def remove(schema_editor: Any) -> None:
    """Take them away: for going back in migrations, and for emptying a test database."""
    grows = [guard for table in (*_GROWS, *_GROWS_TOO) for guard in _guards_of(table)]
    _drop(schema_editor, [*grows, *_SIDES])


def _guards_of(table: str) -> list[tuple[str, str]]:
    return [(table, f"{table}_{act}") for act in ("update", "delete", "replace")]


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


def _acts(columns: Iterable[str]) -> list[tuple[str, str]]:
    """What is refused: a change of these columns, or of any, and taking a row away."""
    of = f" OF {', '.join(columns)}" if columns else ""
    return [("update", f"UPDATE{of}"), ("delete", "DELETE")]


def _sqlite_grows(
    table: str, key: str, columns: Iterable[str] = (), why: str = "the journal only grows"
) -> list[str]:
    refuse = f"BEGIN SELECT RAISE(ABORT, '{why}'); END"
    made = [
        f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} {refuse}"
        for name, act in _acts(columns)
    ]
    # INSERT OR REPLACE takes away the row that stood there, and asks no trigger for deletion.
    made.append(
        f"CREATE TRIGGER {table}_replace BEFORE INSERT ON {table} "  # noqa: S608
        f"WHEN NEW.{key} IN (SELECT {key} FROM {table}) {refuse}"
    )
    return made


def _postgresql_grows(
    table: str, _key: str, columns: Iterable[str] = (), refuse: str = "journal_only_grows"
) -> list[str]:
    return [
        f"CREATE TRIGGER {table}_{name} BEFORE {act} ON {table} "
        f"FOR EACH ROW EXECUTE FUNCTION {refuse}()"
        for name, act in _acts(columns)
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
