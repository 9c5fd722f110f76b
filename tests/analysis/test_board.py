"""The board: who comes in, what stands on the page, and that it is light."""

import gzip
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.models import Coding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import meetings, statements
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.analysis.board import at
from tests.cast import LATER
from tests.crowd import crowd


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_those_without_a_role_on_the_team_find_no_board(
    who: str, evaluation: Evaluation, signed_in: Callable, request: pytest.FixtureRequest
) -> None:
    answer = signed_in(request.getfixturevalue(who)).get(at(evaluation))

    assert answer.status_code == 404


def test_an_interviewer_comes_in(
    masked: UserMeeting, frida: Person, signed_in: Callable, evaluation: Evaluation
) -> None:
    answer = signed_in(frida).get(at(evaluation))

    assert "Behandleren min lytter." in answer.content.decode()


def test_before_the_pledge_the_way_goes_to_what_is_missing(
    evaluation: Evaluation, anne: Person, person: Callable, signed_in: Callable
) -> None:
    from brukerstemmen.people.actions.team import give_role

    new = person("Jon")
    give_role(evaluation.work, new, Role.INTERVIEWER, until=LATER, by=anne)

    answer = signed_in(new).get(at(evaluation))

    assert answer.status_code == 302
    assert reverse("people:ready", args=[evaluation.work.slug]) in answer["Location"]


def test_only_ready_statements_are_listed_and_the_others_counted(
    masked: UserMeeting, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    meetings.reopen_masking(masked, by=anne)
    meetings.write_more(masked, by=anne)
    statements.write_down(masked, words="Ikke maskert ennå.", by=anne)

    page = client.get(at(evaluation)).content.decode()

    assert "Behandleren min lytter." in page
    assert "Ikke maskert" not in page
    assert "Marit Hauglie" not in page
    assert client.get(at(evaluation)).context["board"].counts.waiting == 1


def test_statements_stand_under_their_meeting(
    masked: UserMeeting, evaluation: Evaluation, client: Client
) -> None:
    groups = client.get(at(evaluation)).context["board"].groups

    assert [(group.meeting, group.name) for group in groups] == [(1, "Poliklinikk")]
    assert [card.number for card in groups[0].cards] == ["1.1", "1.2"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", ["1.1", "1.2"]),
        ("?theme=none", ["1.2"]),
        ("?theme={theme}", ["1.1"]),
        ("?kind=not_good", ["1.2"]),
        ("?kind=nonsense&theme=nonsense&page=nonsense", ["1.1", "1.2"]),
        ("?page=99", ["1.1", "1.2"]),
    ],
)
def test_one_may_ask_for_some_of_them(
    query: str,
    numbers: list[str],
    first: Statement,
    three: list[Theme],
    evaluation: Evaluation,
    anne: Person,
    client: Client,
) -> None:
    themes.sort(first, three[:1], by=anne)

    groups = client.get(at(evaluation) + query.format(theme=three[0].pk)).context["board"].groups

    assert [card.number for group in groups for card in group.cards] == numbers


def test_counts_are_over_all(
    first: Statement, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    themes.sort(first, three[:2], by=anne)

    board = client.get(at(evaluation) + "?kind=proposal").context["board"]

    assert [theme.count for theme in board.themes] == [1, 1, 0]
    assert (board.counts.ready, board.counts.sorted, board.counts.unsorted) == (2, 1, 1)
    assert board.counts.kinds["good"] == 1


def test_when_everything_is_sorted_the_way_goes_on_to_the_draft(
    masked: UserMeeting, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    draft = reverse("reports:draft", args=[evaluation.work.slug])
    before = client.get(at(evaluation)).content.decode()
    for statement in masked.statements.all():
        themes.sort(statement, three[:1], by=anne)

    assert draft not in before
    assert draft in client.get(at(evaluation)).content.decode()


def test_a_board_without_anything_says_what_to_do(evaluation: Evaluation, client: Client) -> None:
    answer = client.get(at(evaluation))

    assert answer.status_code == 200
    assert at(evaluation, "ten_marks") in answer.content.decode()


@pytest.mark.parametrize("query", ["", "?form=1", "?theme=none"])
def test_the_board_asks_as_little_for_six_thousand_as_for_sixty(
    query: str,
    meeting: UserMeeting,
    three: list[Theme],
    evaluation: Evaluation,
    anne: Person,
    client: Client,
) -> None:
    _many(meeting, 60, three, anne)
    few = _queries(client, at(evaluation) + query)
    _many(meeting, 5940, three, anne)
    many = _queries(client, at(evaluation) + query)

    assert many == few
    assert few < 45


def _many(meeting: UserMeeting, how_many: int, some: list[Theme], by: Person) -> None:
    made = crowd(meeting, how_many, by=by)
    Coding.objects.bulk_create(
        Coding(statement=statement, theme=some[place % 3], by=by)
        for place, statement in enumerate(made)
        if place % 2
    )


def _queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


@pytest.mark.parametrize("query", ["", "?form=1"])
def test_a_full_page_is_light(
    query: str, meeting: UserMeeting, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    made = crowd(meeting, 50, by=anne)
    themes.begin_with_ten_marks(evaluation, by=anne)
    for statement in made:
        themes.sort(statement, evaluation.themes.all()[:2], by=anne)

    page = client.get(at(evaluation) + query).content

    assert len(gzip.compress(page, 6)) < 40 * 1024


def test_saving_a_page_asks_as_little_for_fifty_as_for_two(
    meeting: UserMeeting, three: list[Theme], evaluation: Evaluation, anne: Person
) -> None:
    made = crowd(meeting, 50, by=anne)
    chosen = {
        one.pk: themes.Choice(frozenset(), frozenset({three[place % 3].pk}))
        for place, one in enumerate(made)
    }
    asked = []
    for part in (list(chosen)[:2], list(chosen)[2:]):
        with CaptureQueriesContext(connection) as queries:
            themes.sort_page(evaluation, {pk: chosen[pk] for pk in part}, by=anne)
        asked.append(len(queries))

    assert asked[0] == asked[1]
