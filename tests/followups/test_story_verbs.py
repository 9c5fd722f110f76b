"""What happened, for everybody: what it holds, what it never holds, and that it stays."""

import json
import re
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups import story
from brukerstemmen.followups.actions import lines
from brukerstemmen.followups.actions.story import publish_story
from brukerstemmen.followups.gathering import story_of
from brukerstemmen.followups.models import ParticipantFeedback, WhatHappened
from brukerstemmen.followups.story import Finding, Round, Story, Told, from_json, to_json
from brukerstemmen.measures.actions import answer_matters, change_measure, take_step
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import FollowUpTold, Matter, Measure, MeasureKind
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people.models import JournalEntry, Person, Work
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Participant
from tests.followups.telling_cast import SOON, letter, matters, measures, people, told

__all__ = ["letter", "matters", "measures", "people", "told"]

ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}|[0-9a-f]{32}")


def test_it_tells_what_was_said_answered_done_felt_and_refused(
    evaluation: Evaluation, told: FollowUpTold, anne: Person
) -> None:
    one = from_json(publish_story(evaluation, by=anne).content)

    assert (one.title, one.centre) == ("Solbakken", "Senteret Lytt")
    assert [found.title for found in one.findings] == [
        "Det er vanskelig å nå noen",
        "Luka avslører folk",
    ]
    assert one.findings[0].reason == "Vi gjør det vi kan."
    done, refused, planned, put_off = one.measures
    assert done.felt == (Told(1, Status.DONE, Verdict.FELT),)
    assert done.line == "Dere slipper å si navnet høyt."
    assert (refused.is_no, refused.reason) == (True, "Ikke midler i år.")
    assert (planned.newest.verdict, put_off.is_no) == (Verdict.TOO_FEW, True)
    assert one.rounds == (Round(1, "2026-1", 11, "Slik gikk det."),)
    assert [each.number for each in one.measures_of(one.findings[0])] == [2, 3]


def test_the_same_is_one_edition_and_something_new_is_another(
    evaluation: Evaluation, told: FollowUpTold, measures: list[Measure], anne: Person
) -> None:
    first, again = (publish_story(evaluation, by=anne) for _ in range(2))
    lines.write_line(measures[2], "De ringer nå.", by=anne)
    other = publish_story(evaluation, by=anne)

    assert (first, first.edition, other.edition) == (again, 1, 2)
    assert JournalEntry.objects.filter(what="story.published").count() == 2
    assert "De ringer nå." not in json.dumps(first.content, ensure_ascii=False)


def test_it_cannot_be_changed_or_taken_away(
    evaluation: Evaluation, told: FollowUpTold, anne: Person
) -> None:
    made = publish_story(evaluation, by=anne)
    for deed in (lambda row: row.delete(), lambda row: row.save()):
        made.content = {}
        with pytest.raises(DatabaseError), transaction.atomic():
            deed(made)


def test_only_the_lead_publishes_and_only_what_is_released(
    evaluation: Evaluation, matters: list[Matter], frida: Person, eli: Person, anne: Person
) -> None:
    for person in (frida, eli):
        with pytest.raises(PermissionDenied):
            publish_story(evaluation, by=person)
    Matter.objects.filter(work=evaluation.work).update(title="x")
    assert publish_story(evaluation, by=anne)


def test_nothing_released_is_nothing_to_publish(evaluation: Evaluation, anne: Person) -> None:
    with pytest.raises(ValidationError, match="released"):
        publish_story(evaluation, by=anne)


def test_a_name_in_what_the_service_says_stops_it(
    evaluation: Evaluation, told: FollowUpTold, matters: list[Matter], anne: Person, eli: Person
) -> None:
    usual = {"says": Says.NO, "given_by": "Leder DPS", "by": eli}
    answer_matters(matters[:1], reason="Ring Kari Nordmann eller D04.", **usual)

    with pytest.raises(ValidationError) as refused:
        publish_story(evaluation, by=anne)
    (told_so,) = refused.value.messages
    assert "finding 1" in told_so and "Kari Nordmann" in told_so and "D04" in told_so

    answer_matters(matters[:1], reason="Ring ekspedisjonen.", **usual)
    assert publish_story(evaluation, by=anne).edition == 1


def test_why_something_is_a_no_is_the_newest_reason_and_no_note_of_a_change(
    evaluation: Evaluation, measures: list[Measure], matters: list[Matter], eli: Person
) -> None:
    refused = measures[1]
    take_step(
        refused, Status.REJECTED, reason="Avslått på nytt, ny sak i mai.", said_by="Leder", by=eli
    )
    change_measure(
        refused,
        title="Kveldstelefon",
        notice="Det merkes.",
        owner="Leder DPS",
        kind=MeasureKind.DECISION,
        deadline=SOON,
        matters=matters[:1],
        said_by="Leder DPS",
        by=eli,
    )

    assert story_of(evaluation.work).measures[1].reason == "Avslått på nytt, ny sak i mai."


def test_it_takes_as_few_queries_for_many_as_for_one(
    evaluation: Evaluation,
    told: FollowUpTold,
    measures: list[Measure],
    django_assert_num_queries: Any,
) -> None:
    work = Work.objects.select_related("centre__profile").get(pk=evaluation.work.pk)
    with narrowed(Zone.Z1_RELEASED), django_assert_num_queries(9):
        story_of(work)


def test_nothing_that_goes_out_leads_back(
    evaluation: Evaluation,
    letter: ParticipantFeedback,
    people: list[Participant],
    anne: Person,
) -> None:
    content = json.dumps(publish_story(evaluation, by=anne).content, ensure_ascii=False)

    assert not ID.search(content) and not story.codes_in(content)
    for name in ("Anne", "Eli", "Frida", "Takk for at dere fortalte"):
        assert name not in content
    assert set(_numbers(json.loads(content))) <= {1, 2, 3, 4, 11}


def _numbers(value: Any) -> list[int]:
    """Every number in it: places in a list, and how many answered."""
    if isinstance(value, dict):
        return [number for each in value.values() for number in _numbers(each)]
    if isinstance(value, list):
        return [number for each in value for number in _numbers(each)]
    return [value] if isinstance(value, int) else []


# The law

words = st.text(max_size=30)
told_felt = st.builds(Told, st.integers(1, 4), st.sampled_from(Status), st.sampled_from(Verdict))
stories = st.builds(
    Story,
    title=words,
    centre=words,
    findings=st.lists(
        st.builds(
            Finding,
            number=st.integers(1, 9),
            says=st.sampled_from(["", *Says]),
            measures=st.lists(st.integers(1, 14)).map(tuple),
        )
    ).map(tuple),
    measures=st.lists(
        st.builds(
            story.Measure,
            number=st.integers(1, 14),
            status=st.sampled_from(Status),
            felt=st.lists(told_felt, max_size=3).map(tuple),
        )
    ).map(tuple),
    rounds=st.lists(
        st.builds(
            Round,
            number=st.integers(1, 4),
            quarter=st.just("2026-1"),
            replies=st.none() | st.integers(6, 99),
            note=words,
        )
    ).map(tuple),
)


@given(stories)
def test_what_is_frozen_reads_back_as_it_was(one: Story) -> None:
    assert from_json(json.loads(json.dumps(to_json(one)))) == one


@given(stories)
def test_no_field_counts_people_but_how_many_answered(one: Story) -> None:
    """Whatever a story holds: numbers give places, and replies are six or more."""
    frozen = to_json(one)
    counted = {
        name
        for part in ("findings", "measures", "rounds")
        for row in frozen[part]
        for name, value in row.items()
        if isinstance(value, int)
    }
    assert counted <= {"number", "replies"}
    assert all(row["replies"] is None or row["replies"] >= 6 for row in frozen["rounds"])


@given(st.integers(max_value=5))
def test_few_answers_have_no_number(replies: int) -> None:
    with pytest.raises(ValueError, match="so few"):
        Round(1, "2026-1", replies, "")


@given(st.integers(1, 999), words)
def test_a_participant_s_number_is_found_wherever_it_stands(number: int, around: str) -> None:
    assert story.codes_in(f"{around} D{number:02d}, {around}")


def test_published_models_hold_no_way_back() -> None:
    """No column of what goes out points at anything but the work."""
    pointers = {field.name for field in WhatHappened._meta.get_fields() if field.is_relation}

    assert pointers == {"work"}
