"""Sorting: only masked words, under any theme, undone step by step, counted in people."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.counting import per_theme, totals
from brukerstemmen.analysis.models import GoodMark, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement, UserMeeting


@pytest.fixture
def two(evaluation: Evaluation, anne: Person) -> list[Theme]:
    return themes.add_themes(evaluation, ["Å bli møtt", "Informasjon"], by=anne)


@pytest.fixture
def first(masked: UserMeeting) -> Statement:
    return masked.statements.get(position=1)


def test_a_statement_lies_under_what_it_is_sorted_to(
    first: Statement, two: list[Theme], anne: Person
) -> None:
    themes.sort(first, two, by=anne)
    themes.sort(first, two[:1], by=anne)

    assert [coding.theme for coding in first.codings.all()] == two[:1]


def test_what_is_not_masked_is_not_sorted(
    read_aloud: UserMeeting, two: list[Theme], anne: Person
) -> None:
    with pytest.raises(ValidationError, match="masked"):
        themes.sort(read_aloud.statements.get(position=1), two, by=anne)


def test_a_theme_of_another_evaluation_is_refused(
    first: Statement, evaluation: Evaluation, anne: Person
) -> None:
    from brukerstemmen.evaluations.actions.starting import start_evaluation
    from tests.cast import prepare

    other = start_evaluation(title="", services=["X"], centre=evaluation.work.centre, by=anne)
    prepare(other, anne)
    theirs = themes.add_themes(other, ["Fremmed"], by=anne)

    with pytest.raises(ValidationError, match="another evaluation"):
        themes.sort(first, theirs, by=anne)


def test_undo_takes_back_ones_own_latest_step(
    first: Statement, two: list[Theme], anne: Person, frida: Person, evaluation: Evaluation
) -> None:
    themes.sort(first, two[:1], by=anne)
    themes.sort(first, two, by=frida)

    themes.undo(evaluation, by=anne)
    assert [coding.theme for coding in first.codings.all()] == two[1:]
    assert themes.undo(evaluation, by=anne) is None


def test_the_same_name_twice_is_one_theme(
    evaluation: Evaluation, two: list[Theme], anne: Person
) -> None:
    assert themes.add_themes(evaluation, ["å bli møtt ", "Nytt"], by=anne)[0].read("name") == "Nytt"
    assert evaluation.themes.count() == 3


def test_the_ten_marks_are_a_start_for_those_who_want(evaluation: Evaluation, anne: Person) -> None:
    assert len(themes.begin_with_ten_marks(evaluation, by=anne)) == len(GoodMark) == 10
    assert themes.begin_with_ten_marks(evaluation, by=anne) == []


def test_counts_are_of_statements_kinds_and_people(
    masked: UserMeeting, two: list[Theme], anne: Person, evaluation: Evaluation
) -> None:
    for statement in masked.statements.all():
        themes.sort(statement, two[:1], by=anne)

    line = per_theme(evaluation)[0]
    assert (line.statements, line.people) == (2, 2)
    assert (line.kinds["good"], line.kinds["not_good"]) == (1, 1)
    over_all = totals(evaluation)
    assert (over_all.statements, over_all.people, over_all.attendances) == (2, 5, 5)


def test_a_note_is_sealed_and_an_empty_one_goes(first: Statement, anne: Person) -> None:
    memo = themes.note(first, text="Gjelder det navn?", by=anne)
    assert memo is not None and memo.read("text") == "Gjelder det navn?"
    assert memo.key_id == first.speaker.masked_key_id

    assert themes.note(first, text=" ", by=anne) is None


def test_outsiders_and_the_service_sort_nothing(
    first: Statement, two: list[Theme], cecilie: Person, dag: Person
) -> None:
    for who in (cecilie, dag):
        with pytest.raises(PermissionDenied):
            themes.sort(first, two, by=who)
