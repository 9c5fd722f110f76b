"""The database itself refuses what a request's zone may not reach, on both engines."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.apps import apps
from django.db import DatabaseError, close_old_connections, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.people import keys
from brukerstemmen.people.actions import setup
from brukerstemmen.people.journal import record_later
from brukerstemmen.people.models import DayEntry, ErasedKey, JournalEntry, Person, SealingKey
from brukerstemmen.people.narrowing import grant_zones, narrowed, role_of
from brukerstemmen.people.tables import allowed, tables
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import UserMeeting

CONTENT = {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}
OUTSIDE = [Zone.Z0_PUBLIC, Zone.Z1_RELEASED, Zone.Z5_OPERATION]


def _refused(zone: Zone, sql: str, *, visitor: bool = False) -> bool:
    """Whether the database refuses the statement in a request of the zone."""
    with narrowed(zone, visitor=visitor):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(sql)
        except DatabaseError as refusal:
            words = str(refusal).lower()
            assert "prohibited" in words or "authorized" in words or "permission denied" in words
            return True
    return False


def _of_content() -> list[str]:
    return [table.name for table in tables() if table.zone in CONTENT]


@pytest.mark.django_db
@pytest.mark.parametrize("zone", OUTSIDE)
def test_no_table_of_content_can_be_read_outside_its_zones(zone: Zone) -> None:
    assert len(_of_content()) >= 15
    for table in _of_content():
        assert _refused(zone, f'SELECT * FROM "{table}"')
        assert _refused(zone, f'SELECT count(*) FROM "{table}"')
        assert _refused(zone, f'SELECT 1 WHERE EXISTS (SELECT 1 FROM "{table}")')
        assert _refused(zone, f'DELETE FROM "{table}"')


@pytest.mark.django_db
def test_a_request_for_masked_words_cannot_read_raw_ones() -> None:
    assert _refused(Zone.Z2_MASKED, "SELECT * FROM voices_rawwording")
    assert not _refused(Zone.Z2_MASKED, "SELECT * FROM voices_maskedwording")
    assert not _refused(Zone.Z3_RAW, "SELECT * FROM voices_rawwording")


@pytest.mark.django_db
@pytest.mark.parametrize("zone", [Zone.Z0_PUBLIC, Zone.Z1_RELEASED])
def test_the_narrow_zones_read_accounts_and_write_none(zone: Zone) -> None:
    assert not _refused(zone, "SELECT * FROM people_grant")
    assert _refused(zone, "UPDATE people_grant SET role = 'lead'")
    assert _refused(zone, "SELECT * FROM people_sealingkey")
    assert _refused(zone, "SELECT tie FROM people_conflictdeclaration")
    assert _refused(zone, "UPDATE cache_entry SET value = ''")
    assert not _refused(zone, "SELECT text FROM voices_consenttext")
    assert _refused(zone, "UPDATE voices_consenttext SET text = ''")
    assert _refused(zone, "DELETE FROM people_focusarea")
    assert _refused(zone, "SELECT what FROM people_journalentry")


# What a visitor may do with the tables that run the house; the rest of them is closed.
VISITORS = {
    "people_person": ["SELECT id, name FROM people_person"],
    "people_organisation": ["SELECT * FROM people_organisation"],
    "people_centreprofile": ["SELECT * FROM people_centreprofile"],
    "people_work": ["SELECT * FROM people_work"],
    "people_workparty": ["SELECT * FROM people_workparty"],
    "voices_consenttext": ["SELECT * FROM voices_consenttext"],
    "people_journalentry": ["SELECT * FROM people_journalentry"],
    "people_sealingkey": [
        "SELECT * FROM people_sealingkey",
        "UPDATE people_sealingkey SET wrapped = NULL",
    ],
    "people_erasedkey": [],  # added to, as the journal and the acts by day
    "people_dayentry": [],
}


@pytest.mark.django_db
@pytest.mark.parametrize("zone", sorted(CONTENT))
def test_a_visitor_reaches_no_account_session_task_or_letter(zone: Zone) -> None:
    """Somebody without account needs none of it, whatever a page gets wrong."""
    of_house = [table.name for table in tables() if table.zone is Zone.Z5_OPERATION]
    assert {"people_grant", "django_session", "account_emailaddress", "mfa_authenticator"} < set(
        of_house
    ) - set(VISITORS)
    for table in of_house:
        for needed in VISITORS.get(table, []):
            assert not _refused(zone, needed, visitor=True), needed
        assert _refused(zone, f'DELETE FROM "{table}"', visitor=True)
        if table not in VISITORS:
            assert _refused(zone, f'SELECT * FROM "{table}"', visitor=True)
            assert _refused(zone, f'SELECT count(*) FROM "{table}"', visitor=True)
    for column in ("email", "password", "*"):
        assert _refused(zone, f"SELECT {column} FROM people_person", visitor=True)
    assert _refused(zone, "UPDATE people_person SET name = 'x'", visitor=True)
    assert _refused(zone, "SELECT what FROM people_erasedkey", visitor=True)
    assert _refused(zone, "SELECT what FROM people_dayentry", visitor=True)
    assert _refused(zone, "UPDATE people_journalentry SET what = 'x'", visitor=True)


@pytest.mark.django_db
def test_a_visitor_reads_content_as_far_as_the_zone_goes() -> None:
    assert not _refused(Zone.Z2_MASKED, "SELECT * FROM voices_maskedwording", visitor=True)
    assert _refused(Zone.Z2_MASKED, "SELECT * FROM voices_rawwording", visitor=True)
    assert _refused(Zone.Z3_RAW, "SELECT * FROM voices_contact", visitor=True)


@pytest.mark.django_db
def test_a_visitors_acts_wait_for_the_journal_and_erasures_go_into_the_ledger(
    written: UserMeeting,
) -> None:
    with narrowed(Zone.Z4_IDENTITY, visitor=True):
        record_later(what="words.answered", about=written.evaluation)
        keys.destroy([written.evaluation.participants.all()[0].raw_key_id])

    assert DayEntry.objects.count() == ErasedKey.objects.count() == 1


def test_an_account_in_the_same_browser_is_not_taken_along(
    signed_in: Callable[[Person], Client], anne: Person
) -> None:
    browser = signed_in(anne)
    with CaptureQueriesContext(connection) as asked:
        answer = browser.get(reverse("voices:entrance"))

    assert answer.status_code == 200
    assert not any("session" in query["sql"] for query in asked)
    assert browser.get(reverse("people:home")).status_code == 302, "still signed in"


@pytest.mark.django_db
@pytest.mark.parametrize("zone", list(Zone))
def test_the_journal_can_be_added_to_from_every_zone(zone: Zone, clock_at: object) -> None:
    with narrowed(zone):
        from brukerstemmen.people.journal import record

        record(by=None, what="door.refused", about=None)

    assert JournalEntry.objects.get().what == "door.refused"


def test_a_person_can_be_made_without_reading_what_others_wrote(written: UserMeeting) -> None:
    """The database looks for children of a new row; it must see none of them."""
    with narrowed(Zone.Z5_OPERATION):
        made = setup.make_account(name="Ny", email="ny@example.com", password=None)

    assert Person.objects.filter(pk=made.pk).exists()


@pytest.mark.sqlite_only
def test_an_insert_is_no_way_round(written: UserMeeting) -> None:
    """What may be looked at while a parent is inserted reads as nothing at all."""
    sneak = (
        "INSERT INTO people_person (id, email, name, language, password, is_active, is_superuser,"
        " board_keys, cast_line) SELECT lower(hex(randomblob(16))),"
        " coalesce(author_id, 'nobody') || random(),"
        " '{column}', 'nb', '', 1, 0, 1, '' FROM voices_rawwording"
    )
    assert _refused(Zone.Z5_OPERATION, sneak.format(column="x").replace("author_id", "words"))
    assert _refused(Zone.Z5_OPERATION, sneak.format(column="x").replace("author_id", "number"))
    with narrowed(Zone.Z5_OPERATION), connection.cursor() as cursor:
        cursor.execute(sneak.format(column="x"))
        cursor.execute(
            "SELECT count(*) FROM people_person WHERE email NOT LIKE 'nobody%' AND name = 'x'"
        )
        assert cursor.fetchone()[0] == 0


@pytest.mark.django_db
def test_afterwards_the_connection_is_wide_again() -> None:
    with narrowed(Zone.Z1_RELEASED):
        pass

    assert SealingKey.objects.count() == 0


@pytest.mark.django_db
def test_a_rolled_back_transaction_does_not_widen() -> None:
    with narrowed(Zone.Z1_RELEASED):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            raise ZeroDivisionError
        with pytest.raises(DatabaseError), transaction.atomic():
            SealingKey.objects.count()


@pytest.mark.django_db
def test_after_a_narrowing_inside_another_the_outer_one_holds() -> None:
    with narrowed(Zone.Z1_RELEASED):
        with narrowed(Zone.Z5_OPERATION):
            assert SealingKey.objects.count() == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            SealingKey.objects.count()

    assert SealingKey.objects.count() == 0


@pytest.mark.postgres_only
@pytest.mark.django_db
def test_a_request_is_served_after_the_database_has_been_away() -> None:
    def ask() -> int:
        close_old_connections()  # as at the beginning of each request
        with narrowed(Zone.Z1_RELEASED), connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            return cursor.fetchone()[0]

    with ThreadPoolExecutor(max_workers=1) as server, connection.cursor() as here:
        first = server.submit(ask).result()
        here.execute("SELECT pg_terminate_backend(%s, 5000)", [first])
        assert server.submit(ask).result() != first
        server.submit(lambda: connection.close()).result()


@pytest.mark.postgres_only
@pytest.mark.django_db
def test_a_table_that_is_declared_no_more_is_closed_again() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE left_over (words text)")
        cursor.execute(f'GRANT SELECT ON left_over TO "{role_of(Zone.Z0_PUBLIC)}"')

    assert grant_zones() == grant_zones() > 0

    assert _refused(Zone.Z0_PUBLIC, "SELECT * FROM left_over")
    assert not _refused(Zone.Z0_PUBLIC, "SELECT * FROM people_person")


def test_every_model_declares_its_zone() -> None:
    declared = {table.name for table in tables()}

    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            assert model._meta.db_table in declared, model._meta.label


def test_no_zone_writes_the_journal_anew() -> None:
    for zone in Zone:
        assert not {"UPDATE", "DELETE"} & allowed(zone)["people_journalentry"]


@pytest.mark.django_db
def test_an_address_nobody_has_declared_is_not_there(client: Client) -> None:
    assert client.get("/konto/signup/").status_code == 404
    assert client.get("/finnes/ikke/").status_code == 404


RELEASED_TO_THE_SERVICE = ("reports_releasedreport", "reports_releasedquote", "measures_asking")


@pytest.mark.django_db
def test_the_service_changes_nothing_that_was_released_to_it() -> None:
    released = [table.name for table in tables() if table.zone is Zone.Z1_RELEASED]
    assert set(RELEASED_TO_THE_SERVICE) < set(released)
    for table in released:
        assert not _refused(Zone.Z1_RELEASED, f'SELECT * FROM "{table}"')
        assert _refused(Zone.Z0_PUBLIC, f'DELETE FROM "{table}"')
        # Which findings a measure is for is chosen anew when the measure is changed.
        if table != "measures_measurefor":
            assert _refused(Zone.Z1_RELEASED, f'DELETE FROM "{table}"'), table
    for table in RELEASED_TO_THE_SERVICE:
        assert _refused(Zone.Z1_RELEASED, f'INSERT INTO "{table}" DEFAULT VALUES'), table
    for change in (
        "UPDATE reports_releasedreport SET content = '{}'",
        "UPDATE reports_releasedquote SET words = ''",
        "UPDATE reports_releasedcounts SET content = '{}'",
        "UPDATE reports_factcomment SET text = ''",
        "UPDATE reports_factcomment SET reply = ''",
        "UPDATE measures_answer SET reason = ''",
        "UPDATE measures_measurestep SET reason = ''",
        "UPDATE measures_asking SET answer_by = '2030-01-01'",
    ):
        assert _refused(Zone.Z1_RELEASED, change), change
