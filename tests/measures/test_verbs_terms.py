"""What is agreed on about following up: as most do it, until somebody writes down otherwise."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.measures.actions import agree_on_terms, terms_of
from brukerstemmen.measures.models import FollowUpTerms
from brukerstemmen.people.models import JournalEntry, Person, Work


def test_nothing_agreed_is_as_most_do_it(work: Work) -> None:
    terms = terms_of(work)

    assert (terms.months, terms.felt_line, terms.escalate_to) == ("3,6,12", 50, None)
    assert (terms.remind_before, terms.escalate_after) == (14, 14)
    assert not FollowUpTerms.objects.exists()


def test_the_lead_writes_down_what_is_agreed(work: Work, anne: Person, eli: Person) -> None:
    agree_on_terms(work, months=[12, 6, 6], felt_line=60, escalate_to=eli, by=anne)
    agree_on_terms(work, remind_before=7, escalate_after=0, by=anne)

    terms = terms_of(work)
    assert (terms.months, terms.felt_line, terms.escalate_to) == ("6,12", 60, eli)
    assert (terms.remind_before, terms.escalate_after) == (7, 0)
    assert JournalEntry.objects.filter(what="terms.agreed", by=anne).count() == 2


def test_nobody_may_be_agreed_on_again(work: Work, anne: Person, eli: Person) -> None:
    agree_on_terms(work, escalate_to=eli, by=anne)

    assert agree_on_terms(work, escalate_to=None, by=anne).escalate_to is None


def test_no_rounds_may_be_agreed_on(work: Work, anne: Person) -> None:
    assert agree_on_terms(work, months=[], by=anne).months == ""


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("months", {"months": [0]}),
        ("months", {"months": [61]}),
        ("months", {"months": range(1, 10)}),
        ("felt_line", {"felt_line": 0}),
        ("felt_line", {"felt_line": 101}),
        ("remind_before", {"remind_before": -1}),
        ("escalate_after", {"escalate_after": 181}),
    ],
)
def test_what_cannot_be_agreed_is_said_beside_its_field(
    field: str, wrong: dict, work: Work, anne: Person
) -> None:
    with pytest.raises(ValidationError) as refused:
        agree_on_terms(work, **wrong, by=anne)

    assert set(refused.value.message_dict) == {field}
    assert not FollowUpTerms.objects.exists()


def test_the_leader_is_somebody_of_the_service(work: Work, anne: Person, frida: Person) -> None:
    with pytest.raises(ValidationError) as refused:
        agree_on_terms(work, escalate_to=frida, by=anne)

    assert set(refused.value.message_dict) == {"escalate_to"}


def test_nobody_else_agrees(work: Work, frida: Person, eli: Person, cecilie: Person) -> None:
    for who in (frida, eli, cecilie):
        with pytest.raises(PermissionDenied):
            agree_on_terms(work, felt_line=10, by=who)
