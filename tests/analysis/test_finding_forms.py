"""Writing a finding and choosing what it rests on: nothing typed or ticked is lost."""

import pytest
from django.test import Client

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models import Finding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Turn
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement
from tests.analysis.board import at
from tests.analysis.found import here, stands, text_of


def test_a_finding_is_begun_from_a_theme_and_written_one_thing_at_a_time(
    evaluation: Evaluation, three: list[Theme], said: list[Statement], client: Client
) -> None:
    new = at(evaluation, "finding_new")
    page = client.get(f"{new}?theme={three[1].pk}").content.decode()
    assert f'<option value="{three[1].pk}" selected>' in page

    answer = client.post(
        new,
        {"title": "Brev er vanskelige", "turn": "stop", "theme": three[1].pk, "is_single": "on"},
    )
    made = Finding.objects.get()
    assert answer.url == here(made, "finding_edit") + "?part=said&new=1"
    assert (made.turn, made.theme, made.is_single) == ("stop", three[1], True)

    answer = client.post(answer.url, {"not_good": "Ingen forstår dem.", "based_on": 1})
    assert answer.url == here(made, "finding_edit") + "?part=question&new=1"
    answer = client.post(answer.url, {"question": "Hvem kan lese dem?", "based_on": 2})
    assert answer.url == here(made, "finding_evidence") + "?new=1"
    chosen = {"shown": [one.pk for one in said], "statement": said[0].pk, "go": "done"}
    assert client.post(answer.url, chosen).url == here(made)

    page = text_of(client, here(made))
    assert "Brev er vanskelige" in page and "Hvem kan lese dem?" in page
    assert "A single experience" in page and "The finding rests on 1 statement." in page


def test_the_rest_may_wait(found: Finding, client: Client) -> None:
    answer = client.post(
        here(found, "finding_edit") + "?part=said&new=1", {"good": "A", "based_on": 1, "later": "1"}
    )

    assert answer.url == here(found)


@pytest.mark.parametrize(
    "data",
    [
        {"title": " ", "turn": "keep"},
        {"title": "o" * 201, "turn": "keep"},
        {"title": "Det jeg skrev", "turn": "nonsense"},
        {"title": "Det jeg skrev", "turn": "keep", "theme": "nonsense"},
        {"title": "o" * 4001, "turn": "keep"},
    ],
)
def test_a_new_finding_that_is_not_right_comes_back(
    data: dict[str, str], evaluation: Evaluation, client: Client
) -> None:
    answer = client.post(at(evaluation, "finding_new"), data)

    assert answer.status_code == 422
    assert data["title"].strip() in answer.content.decode()
    assert not Finding.objects.exists()


def test_another_part_stays_as_it_was(found: Finding, three: list[Theme], client: Client) -> None:
    edit = here(found, "finding_edit")
    client.post(edit + "?part=said", {"good": "Nytt", "because": "written", "based_on": 1})
    client.post(
        edit,
        {"title": "Ny", "turn": "keep", "theme": three[0].pk, "because": "comment", "based_on": 2},
    )

    made = stands(found)
    readings = [made.read(name) for name in ("title", "good", "not_good", "question")]
    assert readings == ["Ny", "Nytt", "", "Når får dere til dette?"]
    assert (made.version, made.theme, made.turn) == (3, three[0], "keep")


def test_an_old_page_keeps_what_was_typed_and_shows_what_stands(
    found: Finding, frida: Person, client: Client
) -> None:
    edit = here(found, "finding_edit") + "?part=question"
    verbs.rewrite_finding(found, FindingText(title="T", question="Fridas spørsmål"), by=frida)
    mine = {"question": "Mitt spørsmål", "because": "written", "what": "Derfor", "based_on": 1}

    answer = client.post(edit, mine)

    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Fridas spørsmål" in page and "Mitt spørsmål" in page and "Derfor" in page
    assert stands(found).read("question") == "Fridas spørsmål"
    assert 'name="based_on" value="2"' in page
    assert client.post(edit, mine | {"based_on": 2}).url == here(found)
    assert stands(found).read("question") == "Mitt spørsmål"


@pytest.mark.parametrize("based_on", ["", "x", "0", "-1"])
def test_a_page_without_its_version_changes_nothing(
    based_on: str, found: Finding, client: Client
) -> None:
    data = {"question": "Mitt", "because": "written", "based_on": based_on}
    answer = client.post(here(found, "finding_edit") + "?part=question", data)

    assert answer.status_code == 422
    assert "Mitt" in answer.content.decode()
    assert stands(found).version == 1


def test_emptying_the_only_part_is_told_on_the_page(
    evaluation: Evaluation, anne: Person, client: Client
) -> None:
    made = verbs.write_finding(
        evaluation, FindingText(title="", good="Bare dette"), turn=Turn.KEEP, by=anne
    )
    data = {"good": "", "because": "written", "based_on": 1}
    answer = client.post(here(made, "finding_edit") + "?part=said", data)

    assert answer.status_code == 422
    assert "Write what you have found." in answer.content.decode()


def test_statements_are_chosen_a_page_at_a_time_and_others_stay(
    found: Finding, said: list[Statement], anne: Person, client: Client
) -> None:
    verbs.rest_on(found, [said[0], said[4]], by=anne)
    choose = here(found, "finding_evidence")
    shown = [said[0].pk, said[1].pk]

    answer = client.post(
        choose + "?theme=all", {"shown": shown, "was": said[0].pk, "statement": said[1].pk}
    )

    assert set(found.evidence.values_list("statement", flat=True)) == {said[1].pk, said[4].pk}
    assert answer.url == choose + "?stance=supports&theme=all&page=1"


def test_choosing_another_theme_saves_what_was_ticked(
    found: Finding, said: list[Statement], three: list[Theme], anne: Person, client: Client
) -> None:
    themes.sort(said[2], three[:1], by=anne)
    choose = here(found, "finding_evidence")
    ticked = {"shown": said[0].pk, "statement": said[0].pk, "theme": three[0].pk, "go": "show"}

    answer = client.post(choose, ticked)

    assert found.evidence.get().statement == said[0]
    page = text_of(client, answer.url)
    assert "De spurte hver gang." in page and "Jeg ble møtt med et smil." not in page
    assert "Chosen (1)" in page and "Å bli møtt (1)" in page


@pytest.mark.parametrize(("go", "page"), [("next", 3), ("previous", 1)])
def test_the_next_page_is_a_press_that_saves(
    go: str, page: int, found: Finding, said: list[Statement], client: Client
) -> None:
    choose = here(found, "finding_evidence") + "?theme=all&page=2"
    answer = client.post(choose, {"shown": said[0].pk, "statement": said[0].pk, "go": go})

    assert answer.url.endswith(f"theme=all&page={page}")
    assert found.evidence.count() == 1


def test_at_most_fifty_statements_a_page(
    found: Finding, said: list[Statement], client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brukerstemmen.analysis.showing.choosing.PER_PAGE", 2)
    page = client.get(here(found, "finding_evidence") + "?page=2").content.decode()

    assert page.count('name="statement"') == 2
    assert 'value="next"' in page and 'value="previous"' in page


def test_what_did_not_come_from_the_page_is_passed_over(
    found: Finding, said: list[Statement], client: Client
) -> None:
    nonsense = {"shown": ["x", said[0].pk], "statement": ["x", said[1].pk], "go": "done"}
    answer = client.post(here(found, "finding_evidence") + "?theme=x&page=x&stance=x", nonsense)

    assert answer.url == here(found)
    assert not found.evidence.exists()


def test_a_statement_that_says_something_else_is_shown_apart(
    found: Finding, said: list[Statement], anne: Person, client: Client
) -> None:
    verbs.rest_on(found, said[:2], by=anne)
    other = here(found, "finding_evidence") + "?stance=contrary"
    assert "Carries the finding today" in client.get(other).content.decode()

    client.post(other, {"shown": said[1].pk, "statement": said[1].pk, "go": "done"})

    page = text_of(client, here(found))
    assert page.index("What says something else") < page.index("Ingen spurte meg.")
    assert stands(found).looked == Looked.FOUND
    assert found.evidence.filter(stance=Stance.CONTRARY).count() == 1
