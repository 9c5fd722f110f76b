"""Making, naming and removing themes."""

import pytest
from django.test import Client

from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.models import Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement
from tests.analysis.board import at, lies_under


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
