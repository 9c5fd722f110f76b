"""After closing no row joins a code to a person: every path and every value is walked."""

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models

from brukerstemmen.people.models import DayEntry, JournalEntry, Person, Work
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Companion, Contact, Participant, PersonalCode
from tests.closing.conftest import LastDay
from tests.house import lives
from tests.house.test_canaries import by_table, forms_of

pytestmark = pytest.mark.django_db

Row = tuple[str, object]
# The proof of erasing: random numbers of what is gone, in no order that tells of anybody.
PROOF = {"people_erasedkey", "people_sealingkey", "closing_deletion"}


def rows_of_everything() -> Iterator[models.Model]:
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy:
            yield from model._default_manager.all()


def joined() -> dict[Row, set[Row]]:
    """Each row, and those it leads to or that lead to it, along every foreign key there is."""
    found: dict[Row, set[Row]] = defaultdict(set)
    for row in rows_of_everything():
        here = (row._meta.label, row.pk)
        for field in row._meta.concrete_fields:
            value = getattr(row, field.attname)
            if field.remote_field is None or value is None:
                continue
            there = (field.remote_field.model._meta.label, value)
            found[here].add(there)
            found[there].add(here)
    return found


def is_shared(row: Row) -> bool:
    """What belongs to the evaluation, the team or the house, and not to one who took part."""
    app, _dot, _model = row[0].partition(".")
    return app in {"people", "evaluations", "meetings", "contenttypes"} and row[0] != (
        "people.SealingKey"
    )


def reached_from(start: Row, among: dict[Row, set[Row]]) -> set[Row]:
    """What hangs on this one row, however far; through nothing that is everybody's."""
    seen, waiting = {start}, [start]
    while waiting:
        for further in among[waiting.pop()] - seen:
            seen.add(further)
            if not is_shared(further):
                waiting.append(further)
    return seen


def identities() -> set[str]:
    return {
        model._meta.label
        for model in apps.get_models()
        if getattr(model, "zone", None) is Zone.Z4_IDENTITY
    }


def test_before_closing_the_way_is_there(last_day: LastDay) -> None:
    """Otherwise the tests here would prove nothing."""
    among = joined()

    for one in last_day.people:
        labels = {label for label, _pk in reached_from((one._meta.label, one.pk), among)}
        assert {"voices.Contact", "voices.Companion", "voices.PersonalCode"} <= labels


def test_no_path_leads_from_a_code_to_a_person(last_day: LastDay) -> None:
    people = last_day.people

    last_day.close()

    among = joined()
    for one in people:
        labels = {label for label, _pk in reached_from((one._meta.label, one.pk), among)}
        assert not labels & identities()
        assert "voices.PersonalCode" not in labels
    of_payments = {"meetings.Payment", "meetings.PaymentExport"}
    assert not {label for label, _pk in among if label in identities()} - of_payments


def test_no_value_names_who_they_are_or_a_row_that_did(last_day: LastDay) -> None:
    gone = [
        str(pk)
        for model in (Contact, Companion, PersonalCode)
        for pk in model.objects.values_list("pk", flat=True)
    ]
    own_keys = [
        str(key)
        for model in (Contact, Companion)
        for key in model.objects.values_list("key", flat=True)
    ]
    assert len(gone) >= 7

    last_day.close()

    stored = {table: values for table, values in by_table().items() if table not in PROOF}
    for name in [*gone, *own_keys]:
        for form in (name.encode(), name.replace("-", "").encode()):
            assert not [t for t, values in stored.items() for v in values if form in v], name
    everything = [value for values in by_table().values() for value in values]
    for words in last_day.who_they_are | last_day.said | last_day.opens:
        for form in forms_of(words):
            assert not any(form in value for value in everything), words


def test_no_key_that_is_left_opens_who_they_are_or_what_they_said(last_day: LastDay) -> None:
    close = {"voices_contact", "voices_companion", "voices_rawwording", "followups_replywords"}
    recorded = [
        lives.Sealed(place, bytes(getattr(row, column)), row.key_id)
        for place, row, column in lives.sealed_columns()
        if place.table in close
    ]
    assert lives.opens(recorded) == len(recorded) >= 12

    last_day.close()

    assert lives.opens(recorded) == 0
    read = {row.read(column) for _place, row, column in lives.sealed_columns()}
    assert not {one for one in read for secret in last_day.who_they_are if secret in one}


def test_the_journal_names_no_one_who_took_part(last_day: LastDay) -> None:
    """Who did what in which meeting stays; which code it was about stands nowhere."""
    last_day.close()

    numbers = {str(one.pk) for one in last_day.people}
    about = " ".join(JournalEntry.objects.values_list("about", flat=True))
    assert not {number for number in numbers if number in about}
    assert not re.search(r"voices\.(participant|contact|personalcode):", about)
    assert not DayEntry.objects.exclude(work__in=Work.objects.all()).exists()


def test_a_person_of_the_staff_is_nobody_who_took_part(last_day: LastDay) -> None:
    """Who wrote down a yes stands with it. Nobody on the team can be told from a code."""
    last_day.close()

    said = {person.name for person in Person.objects.all()}
    assert not {name for name in said for secret in last_day.who_they_are if secret in name}
    assert Participant.objects.filter(wants_to_be_named=True).count() == 0
