"""The board's doors: who comes in, what stands on the page, and that everything is light."""

import gzip
import re
import uuid
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
from tests.cast import LATER
from tests.crowd import crowd

HTMX = {"HX-Request": "true"}


def at(evaluation: Evaluation, name: str = "board", *more: object) -> str:
    return reverse(f"analysis:{name}", args=[evaluation.work.slug, *more])


@pytest.fixture
def three(evaluation: Evaluation, anne: Person) -> list[Theme]:
    return themes.add_themes(evaluation, ["Å bli møtt", "Informasjon", "Plan"], by=anne)


@pytest.fixture
def first(masked: UserMeeting) -> Statement:
    return masked.statements.get(position=1)


@pytest.fixture
def client(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    return signed_in(anne)


def lies_under(statement: Statement) -> set[uuid.UUID]:
    return set(statement.codings.values_list("theme_id", flat=True))


# Who comes in


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


# What stands on the page


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


def test_a_board_without_anything_says_what_to_do(evaluation: Evaluation, client: Client) -> None:
    answer = client.get(at(evaluation))

    assert answer.status_code == 200
    assert at(evaluation, "ten_marks") in answer.content.decode()


# Sorting


def test_a_theme_is_given_and_taken(
    first: Statement, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    for theme in three[:2]:
        client.post(at(evaluation, "give", first.pk), {"theme": theme.pk})
    given = lies_under(first)
    answer = client.post(at(evaluation, "take", first.pk), {"theme": three[0].pk})

    assert given == {three[0].pk, three[1].pk}
    assert lies_under(first) == {three[1].pk}
    assert answer["Location"].endswith(f"#s-{first.pk}")


def test_twice_is_once(
    first: Statement, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    for _time in range(2):
        client.post(at(evaluation, "give", first.pk), {"theme": three[0].pk})

    assert Coding.objects.count() == 1
    assert evaluation.coding_steps.count() == 1


def test_with_htmx_the_card_comes_back_with_the_counts_beside_it(
    first: Statement, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    answer = client.post(
        at(evaluation, "give", first.pk), {"theme": three[0].pk}, headers=HTMX
    ).content.decode()

    assert answer.lstrip().startswith("<li")
    assert f'data-themes="{three[0].pk}"' in answer
    assert f'<span id="count-{three[0].pk}" hx-swap-oob="true">1</span>' in answer
    assert "<html" not in answer


def test_nothing_chosen_changes_nothing(
    first: Statement, evaluation: Evaluation, client: Client
) -> None:
    answer = client.post(at(evaluation, "give", first.pk), {"theme": ""})

    assert answer.status_code == 302
    assert not Coding.objects.exists()


@pytest.mark.parametrize("theme", ["nonsense", uuid.uuid4()])
def test_a_theme_that_is_not_there_is_not_found(
    theme: object, first: Statement, evaluation: Evaluation, client: Client
) -> None:
    assert client.post(at(evaluation, "give", first.pk), {"theme": theme}).status_code == 404


def test_a_statement_that_is_masked_anew_is_not_sorted_and_the_page_says_so(
    first: Statement, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    Statement.objects.filter(pk=first.pk).update(open_hits=1)

    answer = client.post(at(evaluation, "give", first.pk), {"theme": three[0].pk}, follow=True)

    assert not Coding.objects.exists()
    assert list(answer.context["messages"])


def test_one_takes_back_the_latest_step(
    first: Statement, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    client.post(at(evaluation, "give", first.pk), {"theme": three[0].pk})

    client.post(at(evaluation, "undo"))
    again = client.post(at(evaluation, "undo"), headers=HTMX)

    assert not Coding.objects.exists()
    assert 'id="board"' in again.content.decode()
    assert again.content.decode().count("data-say") == 1


def test_a_note_is_kept_and_taken_away(
    first: Statement, evaluation: Evaluation, client: Client
) -> None:
    client.post(at(evaluation, "note", first.pk), {"text": "Gjelder det navn?"})
    page = client.get(at(evaluation)).content.decode()
    client.post(at(evaluation, "note", first.pk), {"text": " "})

    assert "Gjelder det navn?" in page
    assert "Gjelder det navn?" not in client.get(at(evaluation)).content.decode()


def test_a_note_that_is_far_too_long_comes_back(
    first: Statement, evaluation: Evaluation, client: Client
) -> None:
    answer = client.post(at(evaluation, "note", first.pk), {"text": "o" * 4001})

    assert answer.status_code == 422
    assert "o" * 4001 in answer.content.decode()


# The plain form


def sent_from(page: str) -> dict[str, list[str]]:
    """What the browser would send from the plain form, as it stands."""
    form = page[page.index("sort-form") :]
    data: dict[str, list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form[: form.index("</form>")]):
        name, value = (re.search(rf'{key}="([^"]*)"', tag)[1] for key in ("name", "value"))
        if 'type="hidden"' in tag or " checked" in tag:
            data.setdefault(name, []).append(value)
    return data


def test_a_page_is_saved_at_once(
    masked: UserMeeting, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    one, two = masked.statements.all()
    data = sent_from(client.get(at(evaluation) + "?form=1").content.decode())
    data[f"theme-{one.pk}"] = [str(three[0].pk), str(three[1].pk)]
    data[f"theme-{two.pk}"] = [str(three[2].pk)]

    answer = client.post(at(evaluation, "save_page") + "?form=1", data)

    assert answer["Location"] == at(evaluation) + "?form=1"
    assert lies_under(one) == {three[0].pk, three[1].pk}
    assert lies_under(two) == {three[2].pk}


def test_saving_as_it_stands_changes_nothing(
    first: Statement, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    themes.sort(first, three[:2], by=anne)
    steps = evaluation.coding_steps.count()

    data = sent_from(client.get(at(evaluation) + "?form=1").content.decode())
    client.post(at(evaluation, "save_page"), data)

    assert lies_under(first) == {three[0].pk, three[1].pk}
    assert evaluation.coding_steps.count() == steps


def test_what_another_did_meanwhile_stands(
    first: Statement,
    three: list[Theme],
    evaluation: Evaluation,
    anne: Person,
    frida: Person,
    client: Client,
) -> None:
    themes.sort(first, three[:1], by=anne)
    data = sent_from(client.get(at(evaluation) + "?form=1").content.decode())
    themes.give(first, three[1], by=frida)
    data[f"theme-{first.pk}"] = [str(three[2].pk)]

    client.post(at(evaluation, "save_page"), data)

    assert lies_under(first) == {three[1].pk, three[2].pk}


def test_a_page_that_was_made_up_changes_nothing(
    first: Statement, three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    data = {
        "statement": ["x", str(uuid.uuid4()), str(first.pk)],
        f"seen-{first.pk}": "x",
        f"theme-{first.pk}": ["x", str(uuid.uuid4())],
    }

    assert client.post(at(evaluation, "save_page"), data).status_code == 302
    assert not Coding.objects.exists()


def test_thirty_statements_in_three_themes_take_few_pages(
    meeting: UserMeeting, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    crowd(meeting, 30, by=anne)
    client.get(at(evaluation))
    client.post(at(evaluation, "add_themes") + "?form=1", {"names": "Møtt\nInformasjon\nPlan"})
    page = client.get(at(evaluation) + "?form=1")
    data = sent_from(page.content.decode())
    made = [str(theme.pk) for theme in page.context["board"].themes]
    for place, pk in enumerate(data["statement"]):
        data[f"theme-{pk}"] = [made[place % 3]]

    client.post(at(evaluation, "save_page") + "?form=1", data)

    assert [row.count for row in client.get(at(evaluation)).context["board"].themes] == [10] * 3


# Themes


def test_several_themes_are_written_at_once(evaluation: Evaluation, client: Client) -> None:
    for _time in range(2):
        client.post(at(evaluation, "add_themes"), {"names": "Å bli møtt\n\n Plan "})

    assert [theme.read("name") for theme in evaluation.themes.all()] == ["Å bli møtt", "Plan"]


@pytest.mark.parametrize("names", ["", "\n \n", "n\n" * 50, "o" * 121, "o" * 6001])
def test_names_that_are_not_right_come_back(
    names: str, evaluation: Evaluation, client: Client
) -> None:
    answer = client.post(at(evaluation, "add_themes"), {"names": names})

    assert answer.status_code == 422
    assert names.strip() in answer.content.decode()
    assert not evaluation.themes.exists()


def test_one_may_begin_with_ten_marks(evaluation: Evaluation, client: Client) -> None:
    for _time in range(2):
        client.post(at(evaluation, "ten_marks"))

    assert evaluation.themes.count() == 10


def test_a_theme_gets_another_name_and_a_definition(
    three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    there = at(evaluation, "theme", three[0].pk)
    before = client.get(there).content.decode()
    client.post(there, {"name": "Møtt", "definition": "Blikk og tid.", "mark": "respect"})

    theme = evaluation.themes.get(pk=three[0].pk)
    assert "Å bli møtt" in before
    assert (theme.read("name"), theme.read("definition")) == ("Møtt", "Blikk og tid.")
    assert theme.mark == "respect"


@pytest.mark.parametrize(
    "data", [{"name": " "}, {"name": "o" * 200}, {"name": "Ok", "mark": "nonsense"}]
)
def test_a_theme_that_is_not_right_comes_back(
    data: dict[str, str], three: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    data["definition"] = "Det jeg skrev."

    answer = client.post(at(evaluation, "theme", three[0].pk), data)

    assert answer.status_code == 422
    assert "Det jeg skrev." in answer.content.decode()
    assert evaluation.themes.get(pk=three[0].pk).read("name") == "Å bli møtt"


def test_a_theme_is_removed_after_a_question(
    first: Statement, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    themes.sort(first, three[:2], by=anne)
    there = at(evaluation, "remove", three[0].pk)

    asked = client.get(there)
    still = evaluation.themes.count()
    client.post(there)

    assert "Å bli møtt" in asked.content.decode()
    assert (still, evaluation.themes.count()) == (3, 2)
    assert lies_under(first) == {three[1].pk}


# Keys


def test_keys_are_turned_off_and_that_is_remembered(
    masked: UserMeeting, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    answer = client.post(at(evaluation, "keys"), {"keys": "off"}, headers=HTMX)
    anne.refresh_from_db()

    assert (answer.status_code, anne.board_keys) == (204, False)
    assert 'aria-pressed="false" data-keys' in client.get(at(evaluation)).content.decode()


# How heavy it is


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
