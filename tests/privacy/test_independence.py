"""Who works in the service, or for the one who ordered the work, sees no material."""

import inspect
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.privacy import independence
from brukerstemmen.privacy.independence import Employment, Organisation, Reason, Tie

TODAY = date(2026, 3, 1)
TRUST = Organisation("trust")
CLINIC = Organisation("clinic", frozenset({"trust"}))
WARD = Organisation("ward", frozenset({"clinic", "trust"}))
OTHER_WARD = Organisation("other ward", frozenset({"clinic", "trust"}))
MUNICIPALITY = Organisation("municipality")
CENTRE = Organisation("centre")


def of(*employers, services=(WARD,), clients=(MUNICIPALITY,), until=None, declared=Tie.NO):
    return independence.hinders(
        employments=[Employment(employer, until) for employer in employers],
        services=services,
        clients=clients,
        declared=declared,
        on=TODAY,
    )


def test_one_who_works_at_the_centre_alone_is_independent():
    assert of(CENTRE) == []
    assert of() == []


@pytest.mark.parametrize("employer", [WARD, CLINIC, TRUST])
def test_the_service_and_all_it_is_part_of(employer):
    assert of(CENTRE, employer) == [Reason.EMPLOYED_BY_SERVICE]


def test_a_part_of_the_service():
    assert of(WARD, services=[CLINIC]) == [Reason.EMPLOYED_BY_SERVICE]


@pytest.mark.parametrize("employer", [TRUST, WARD])
def test_the_client_and_its_parts(employer):
    expected = [Reason.EMPLOYED_BY_CLIENT]

    assert of(employer, services=[MUNICIPALITY], clients=[CLINIC]) == expected


def test_a_neighbouring_ward_is_no_conflict_unless_what_holds_both_is_the_client():
    assert of(OTHER_WARD) == []
    assert of(OTHER_WARD, clients=[TRUST]) == [Reason.EMPLOYED_BY_CLIENT]


def test_every_reason_is_told():
    assert of(WARD, MUNICIPALITY, declared=Tie.YES) == list(Reason)


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, []), (0, [Reason.EMPLOYED_BY_SERVICE]), (1, of(WARD))]
)
def test_an_employment_counts_to_the_end_of_its_last_day(days, expected):
    assert of(WARD, until=TODAY + timedelta(days=days)) == expected


@pytest.mark.parametrize(
    ("declared", "expected"),
    [(None, []), (Tie.NO, []), (Tie.MANAGEABLE, []), (Tie.YES, [Reason.DECLARED_TIE])],
)
def test_only_a_plain_yes_to_other_ties_is_a_stop(declared, expected):
    assert of(CENTRE, declared=declared) == expected


def test_having_used_the_service_is_no_conflict():
    """There is no such fact to give: the law has no word for it."""
    assert set(inspect.signature(independence.hinders).parameters) == {
        "employments",
        "services",
        "clients",
        "declared",
        "on",
    }
    assert not any("user" in reason for reason in Reason)


names = st.sampled_from("abcd")
organisations = st.builds(Organisation, names, st.frozensets(names, max_size=3))
lists = st.lists(organisations, max_size=3)


@given(lists, lists, lists, st.sampled_from([None, *Tie]))
def test_a_new_employment_never_takes_a_reason_away(employers, services, clients, declared):
    fewer = of(*employers[1:], services=services, clients=clients, declared=declared)
    more = of(*employers, services=services, clients=clients, declared=declared)

    assert set(fewer) <= set(more)


@given(organisations, lists, lists)
def test_whoever_works_in_a_party_is_always_stopped(party, services, clients):
    assert Reason.EMPLOYED_BY_SERVICE in of(party, services=[*services, party], clients=clients)
    assert Reason.EMPLOYED_BY_CLIENT in of(party, services=services, clients=[*clients, party])
