"""Commissions: a name is enough to begin, and the guide belongs to those who have been users."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.evaluations.actions import guide, starting, team
from brukerstemmen.evaluations.models import Evaluation, QuestionGuide
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.people.models import JournalEntry, Organisation, Person
from tests.cast import TODAY


def test_the_name_of_a_service_is_enough(centre: Organisation, anne: Person) -> None:
    made = starting.start_evaluation(
        title="", services=["Sletta treffsted"], centre=centre, by=anne
    )

    assert made.work.title == "Sletta treffsted"
    assert made.work.roles_of(anne) == {"lead"}


def test_without_a_service_it_does_not_begin(centre: Organisation, anne: Person) -> None:
    with pytest.raises(ValidationError, match="name of the service"):
        starting.start_evaluation(title="Noe", services=["  "], centre=centre, by=anne)
    assert not Evaluation.objects.exists()


def test_sent_twice_it_begins_once(centre: Organisation, anne: Person) -> None:
    once = uuid.uuid4()
    for _click in range(2):
        starting.start_evaluation(
            title="Sletta", services=["Sletta"], centre=centre, by=anne, once=once
        )

    assert Evaluation.objects.count() == 1


def test_two_with_the_same_name_get_different_addresses(centre: Organisation, anne: Person) -> None:
    made = [
        starting.start_evaluation(title="Sletta", services=["Sletta"], centre=centre, by=anne)
        for _again in range(2)
    ]

    assert made[0].work.slug != made[1].work.slug


def test_people_of_another_centre_and_the_service_start_nothing_here(
    centre: Organisation, gro: Person, dag: Person
) -> None:
    for who in (gro, dag):
        with pytest.raises(PermissionDenied):
            starting.start_evaluation(title="X", services=["X"], centre=centre, by=who)


def test_what_is_written_about_it_is_sealed(evaluation: Evaluation, anne: Person) -> None:
    starting.describe(evaluation, scope="Hvordan er det å komme hit?", by=anne)

    row = Evaluation.objects.get(pk=evaluation.pk)
    assert row.read("scope") == "Hvordan er det å komme hit?"
    assert b"komme" not in bytes(row.scope)


def test_going_on_without_something_needs_a_sentence(evaluation: Evaluation, anne: Person) -> None:
    with pytest.raises(ValidationError, match="one sentence"):
        starting.pass_need(evaluation, "anchoring", why=" ", by=anne)

    passed = starting.pass_need(evaluation, "anchoring", why="Lederen er ny.", by=anne)
    assert passed.read("why") == "Lederen er ny."


def test_stopping_needs_a_reason_and_can_be_taken_up_again(
    evaluation: Evaluation, anne: Person
) -> None:
    with pytest.raises(ValidationError, match="why it stops"):
        starting.stop(evaluation, reason="", by=anne)

    assert starting.stop(evaluation, reason="Tjenesten legges ned.", by=anne).is_stopped
    assert not starting.take_up_again(evaluation, by=anne).is_stopped


def test_a_step_taken_elsewhere_has_its_day(evaluation: Evaluation, anne: Person) -> None:
    with pytest.raises(ValidationError):
        starting.mark_done_elsewhere(
            evaluation, Step.AGREEMENT, on=TODAY + timedelta(days=1), by=anne
        )
    starting.mark_done_elsewhere(evaluation, Step.AGREEMENT, on=TODAY, by=anne)

    assert evaluation.done_elsewhere.get().on == TODAY


def test_only_the_lead_describes_and_stops(evaluation: Evaluation, frida: Person) -> None:
    with pytest.raises(PermissionDenied):
        starting.describe(evaluation, scope="Noe", by=frida)
    with pytest.raises(PermissionDenied):
        starting.stop(evaluation, reason="Noe", by=frida)


@pytest.fixture
def draft(evaluation: Evaluation, anne: Person) -> QuestionGuide:
    made = guide.begin_guide(evaluation, by=anne)
    theme = guide.add_theme(made, title="Å komme første gang", by=anne)
    guide.add_question(
        theme,
        text="Hvordan ble du tatt imot?",
        turn=Turn.GOOD,
        raised_by=RaisedBy.INTERVIEWERS,
        by=anne,
    )
    return made


def test_an_interviewer_with_own_experience_locks_the_guide(
    draft: QuestionGuide, anne: Person, frida: Person
) -> None:
    with pytest.raises(ValidationError, match="own experience"):
        guide.lock_guide(draft, by=anne)

    assert guide.lock_guide(draft, by=frida).is_locked


def test_an_interviewer_without_it_does_not(
    draft: QuestionGuide, evaluation: Evaluation, frida: Person
) -> None:
    team.tell_own_experience(evaluation, has_it=False, by=frida)

    with pytest.raises(ValidationError, match="own experience"):
        guide.lock_guide(draft, by=frida)


def test_a_lead_with_own_experience_is_no_interviewer(
    draft: QuestionGuide, evaluation: Evaluation, anne: Person
) -> None:
    team.tell_own_experience(evaluation, has_it=True, by=anne)

    with pytest.raises(ValidationError, match="own experience"):
        guide.lock_guide(draft, by=anne)


def test_a_locked_version_is_changed_by_a_new_one(
    draft: QuestionGuide, evaluation: Evaluation, anne: Person, frida: Person
) -> None:
    guide.lock_guide(draft, by=frida)
    theme = draft.themes.get()
    with pytest.raises(ValidationError, match="locked"):
        guide.add_theme(draft, title="Noe nytt", by=anne)
    with pytest.raises(ValidationError, match="locked"):
        guide.change_question(theme.questions.get(), text="Annet?", by=anne)

    newer = guide.begin_guide(evaluation, by=anne)
    assert newer.version == 2
    copied = newer.themes.get()
    assert copied.read("title") == "Å komme første gang"
    assert copied.questions.get().read("text") == "Hvordan ble du tatt imot?"


def test_an_empty_guide_is_not_locked(evaluation: Evaluation, anne: Person, frida: Person) -> None:
    empty = guide.begin_guide(evaluation, by=anne)

    with pytest.raises(ValidationError, match="no questions"):
        guide.lock_guide(empty, by=frida)


def test_starting_is_journalled(evaluation: Evaluation) -> None:
    assert JournalEntry.objects.filter(what="evaluation.started", work=evaluation.work).exists()
