"""What the board, the counts and the draft say when people answer about their words, and leave."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from brukerstemmen.analysis.actions import themes as verbs
from brukerstemmen.analysis.counting import per_theme, totals
from brukerstemmen.analysis.models import Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.reports.building import draft_of
from brukerstemmen.voices.actions import validation, withdrawal
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.states import Answer
from tests.analysis.board import at
from tests.cast import TODAY

TAKEN_AWAY = "Affected: something here was taken away"


@pytest.fixture
def sorted_in(masked: UserMeeting, three: list[Theme], anne: Person) -> list[Statement]:
    """Both statements under the first theme, and given back."""
    statements = list(masked.statements.all())
    for statement in statements:
        verbs.sort(statement, [three[0]], by=anne)
    deadline = TODAY + timedelta(days=14)
    validation.open_round(masked.evaluation, deadline=deadline, by=anne)
    return list(masked.statements.select_related("speaker"))


def test_quotable_statements_are_counted_under_their_theme(
    sorted_in: list[Statement], evaluation: Evaluation
) -> None:
    assert [line.quotable for line in per_theme(evaluation)] == [0, 0, 0]
    first, second = sorted_in
    validation.answer(first, Answer.YES, based_on=1, by_self=first.speaker)
    validation.answer(second, Answer.COUNT_ONLY, based_on=1, by_self=second.speaker)

    line = per_theme(evaluation)[0]

    assert (line.quotable, line.statements, line.people) == (1, 2, 2)


def test_the_draft_marks_what_may_be_quoted_and_tells_no_code(
    sorted_in: list[Statement], evaluation: Evaluation, client: Client
) -> None:
    first = sorted_in[0]
    validation.answer(first, Answer.YES, based_on=1, by_self=first.speaker)

    draft = draft_of(evaluation)
    lines = {
        line.words: line.quotable for part in draft.themes for line in part.good + part.not_good
    }
    assert lines == {"Behandleren min lytter.": True, "Ingen spurte hva jeg ville.": False}
    assert draft.themes[0].quotable == 1

    page = client.get(f"/arbeid/evalueringer/{evaluation.work.slug}/utkast/").content.decode()
    assert page.count(">May be quoted</span>") == 1 and "D01" not in page


def test_who_leaves_is_counted_nowhere_and_the_theme_is_marked(
    sorted_in: list[Statement], evaluation: Evaluation, client: Client
) -> None:
    before = totals(evaluation)
    withdrawal.withdraw(sorted_in[0].speaker)

    after = totals(evaluation)

    assert (after.statements, after.people, after.attendances) == (
        before.statements - 1,
        before.people - 1,
        before.attendances - 1,
    )
    assert [line.statements for line in per_theme(evaluation)] == [1, 0, 0]
    page = client.get(at(evaluation)).content.decode()
    assert page.count(TAKEN_AWAY) == 1 and "I have looked" in page


def test_one_who_has_looked_takes_the_mark_away_once(
    sorted_in: list[Statement], three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    first = sorted_in[0]
    validation.answer(first, Answer.TAKE_AWAY, based_on=1, by_self=first.speaker)
    three[0].refresh_from_db()
    assert three[0].affected_on == TODAY

    answers = [client.post(at(evaluation, "looked_at", three[0].pk)) for _click in range(2)]

    assert [answer.url for answer in answers] == [at(evaluation)] * 2
    three[0].refresh_from_db()
    assert three[0].affected_on is None
    assert TAKEN_AWAY not in client.get(at(evaluation)).content.decode()
    assert JournalEntry.objects.filter(what="theme.looked_at").count() == 1


def test_others_do_not_say_that_they_have_looked(
    three: list[Theme],
    evaluation: Evaluation,
    cecilie: Person,
    signed_in: Callable[[Person], Client],
) -> None:
    with pytest.raises(PermissionDenied):
        verbs.look_at_theme(three[0], by=cecilie)
    answer = signed_in(cecilie).post(at(evaluation, "looked_at", three[0].pk))
    assert answer.status_code == 404
