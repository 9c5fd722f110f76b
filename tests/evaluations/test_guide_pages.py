"""The question guide, by its pages: open questions, advice, versions, and who may lock."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client

from brukerstemmen.evaluations.actions import guide as actions
from brukerstemmen.evaluations.fingerprints import fingerprint
from brukerstemmen.evaluations.models import Evaluation, GuideTheme, Question, QuestionGuide
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.people.models import Person

SignedIn = Callable[[Person], Client]
HERE = "/arbeid/evalueringer/solbakken/guide/"


@pytest.fixture
def draft(evaluation: Evaluation, anne: Person) -> QuestionGuide:
    return actions.begin_guide(evaluation, by=anne)


@pytest.fixture
def theme(draft: QuestionGuide, anne: Person) -> GuideTheme:
    return actions.add_theme(draft, title="Å bli møtt", by=anne)


@pytest.fixture
def question(theme: GuideTheme, anne: Person) -> Question:
    return actions.add_question(
        theme,
        text="Hva var bra da du kom?",
        turn=Turn.GOOD,
        raised_by=RaisedBy.INTERVIEWERS,
        by=anne,
    )


def asked(text: str, **more: str) -> dict[str, str]:
    told = {"text": text, "turn": "good", "raised_by": "users", "once": str(uuid.uuid4())}
    return told | more


def test_a_guide_is_made_from_nothing(
    evaluation: Evaluation, frida: Person, signed_in: SignedIn
) -> None:
    client = signed_in(frida)
    assert "There is no guide yet" in client.get(HERE).content.decode()
    for _click in range(2):
        client.post(f"{HERE}ny/")
    assert QuestionGuide.objects.count() == 1

    told = {"title": "Å bli møtt", "once": str(uuid.uuid4())}
    for _click in range(2):
        client.post(f"{HERE}tema/", told)
    theme = GuideTheme.objects.get()
    told = asked("Hvordan ble du tatt imot?")
    for _click in range(2):
        client.post(f"{HERE}tema/{theme.pk}/sporsmal/", told)

    page = client.get(HERE).content.decode()
    assert Question.objects.count() == 1
    assert "Å bli møtt" in page and "Hvordan ble du tatt imot?" in page
    assert "Users and user organisations" in page


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("Er du fornøyd?", "answered with yes or no"),
        ("Hva synes du, det er vel bra?", "lead people to one answer"),
        ("Hva var bra? Hva var dårlig?", "two things at once"),
    ],
)
def test_advice_stands_beside_and_stops_nothing(
    theme: GuideTheme, anne: Person, signed_in: SignedIn, text: str, advice: str
) -> None:
    answer = signed_in(anne).post(f"{HERE}tema/{theme.pk}/sporsmal/", asked(text), follow=True)

    assert advice in answer.content.decode()
    assert Question.objects.count() == 1


def test_turns_stand_in_their_order(theme: GuideTheme, anne: Person, signed_in: SignedIn) -> None:
    client = signed_in(anne)
    for turn, text in [("better", "Hva ville hjulpet?"), ("good", "Hva var bra?")]:
        client.post(f"{HERE}tema/{theme.pk}/sporsmal/", asked(text, turn=turn))

    page = client.get(HERE).content.decode()
    assert page.index("Hva var bra?") < page.index("Hva ville hjulpet?")


def test_what_is_missing_is_said_where_it_was_typed(
    theme: GuideTheme, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(anne)
    there = f"{HERE}tema/{theme.pk}/sporsmal/"
    for told in (asked("  "), asked("Hva var bra?", turn="tull")):
        answer = client.post(there, told)
        assert answer.status_code == 422
    assert "Hva var bra?" in answer.content.decode()
    assert client.post(f"{HERE}tema/", {"title": " ", "once": "tull"}).status_code == 422
    assert not Question.objects.exists()


def test_a_question_is_changed_and_taken_away(
    question: Question, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}sporsmal/{question.pk}/"
    seen = re.search(r'name="seen" value="(\w+)"', client.get(there).content.decode())[1]
    client.post(there, asked("Hva hjalp deg?", turn="better", seen=seen))
    question.refresh_from_db()
    assert (question.read("text"), question.turn) == ("Hva hjalp deg?", "better")
    assert question.raised_by == "users"

    client.post(f"{there}ta-bort/")

    assert not Question.objects.exists()
    assert client.get(there).status_code == 404


def test_two_who_write_at_once_both_keep_their_words(
    question: Question, theme: GuideTheme, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}sporsmal/{question.pk}/"
    seen = fingerprint(question.read("text"))
    actions.change_question(question, text="Det den andre skrev?", by=anne)

    answer = client.post(there, asked("Det jeg skrev?", seen=seen))
    body = answer.content.decode()
    assert answer.status_code == 422
    assert "Det den andre skrev?" in body and "Det jeg skrev?" in body
    now = re.search(r'name="seen" value="(\w+)"', body)[1]

    assert client.post(there, asked("Begge deler?", seen=now)).status_code == 302
    there = f"{HERE}tema/{theme.pk}/"
    actions.rename_theme(theme, title="Den andres tittel", by=anne)
    answer = client.post(there, {"title": "Min tittel", "seen": fingerprint("Å bli møtt")})
    assert answer.status_code == 422 and "Den andres tittel" in answer.content.decode()


def test_a_theme_is_renamed_and_taken_away_with_its_questions(
    question: Question, theme: GuideTheme, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}tema/{theme.pk}/"
    client.post(there, {"title": "Å komme inn"})
    assert "Å komme inn" in client.get(HERE).content.decode()

    client.post(f"{there}ta-bort/")

    assert not GuideTheme.objects.exists() and not Question.objects.exists()


def test_only_an_interviewer_with_own_experience_locks_it(
    question: Question, anne: Person, frida: Person, signed_in: SignedIn
) -> None:
    lead = signed_in(anne)
    page = lead.get(HERE).content.decode()
    assert "Nobody else can lock it" in page and "Frida" in page
    refused = lead.post(f"{HERE}godkjenn/")
    assert refused.status_code == 422 and "own experience" in refused.content.decode()

    client = signed_in(frida)
    assert "Approve and lock" in client.get(HERE).content.decode()
    page = client.post(f"{HERE}godkjenn/", follow=True).content.decode()

    assert QuestionGuide.objects.get().locked_by == frida
    assert "Make a new version" in page and "Add a theme" not in page


def test_an_empty_guide_is_not_locked(
    draft: QuestionGuide, frida: Person, signed_in: SignedIn
) -> None:
    answer = signed_in(frida).post(f"{HERE}godkjenn/")

    assert answer.status_code == 422 and "no questions yet" in answer.content.decode()


def test_a_locked_version_stands_and_a_new_one_is_a_copy(
    question: Question, theme: GuideTheme, frida: Person, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(frida)
    client.post(f"{HERE}godkjenn/")
    refused = [
        client.post(f"{HERE}sporsmal/{question.pk}/", asked("Annet?")),
        client.post(f"{HERE}sporsmal/{question.pk}/ta-bort/"),
        client.post(f"{HERE}tema/{theme.pk}/", {"title": "Annet"}),
        client.post(f"{HERE}tema/{theme.pk}/ta-bort/"),
        client.post(f"{HERE}tema/{theme.pk}/sporsmal/", asked("Annet?")),
        client.post(f"{HERE}tema/", {"title": "Annet", "once": str(uuid.uuid4())}),
    ]
    assert {answer.status_code for answer in refused} == {422}
    assert all("is locked" in answer.content.decode() for answer in refused)

    client.post(f"{HERE}ny/")
    client.post(f"{HERE}tema/", {"title": "Nytt tema", "once": str(uuid.uuid4())})

    first = client.get(f"{HERE}versjoner/1/").content.decode()
    second = client.get(f"{HERE}versjoner/2/").content.decode()
    assert "Hva var bra da du kom?" in first and "Nytt tema" not in first
    assert "Hva var bra da du kom?" in second and "Nytt tema" in second
    versions = client.get(f"{HERE}versjoner/").content.decode()
    assert "Version 1" in versions and "Version 2" in versions and "approved by Frida" in versions
    assert client.get(f"{HERE}versjoner/3/").status_code == 404


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_nobody_else_sees_or_changes_it(
    question: Question, request: pytest.FixtureRequest, who: str, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    for page in ("", "versjoner/", "versjoner/1/", f"sporsmal/{question.pk}/"):
        assert client.get(f"{HERE}{page}").status_code == 404
    assert client.post(f"{HERE}sporsmal/{question.pk}/ta-bort/").status_code == 404
    assert Question.objects.exists()


def test_parts_of_another_guide_are_not_reached_through_this_one(
    question: Question, evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    there = "/arbeid/evalueringer/en-annen/guide/"

    assert signed_in(anne).get(f"{there}sporsmal/{question.pk}/").status_code == 404


def test_the_page_asks_as_often_for_one_theme_as_for_six(
    question: Question,
    draft: QuestionGuide,
    anne: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: Callable,
    django_assert_num_queries: Callable,
) -> None:
    client = signed_in(anne)
    client.get(HERE)
    with django_assert_max_num_queries(40) as few:
        client.get(HERE)
    for number in range(5):
        made = actions.add_theme(draft, title=f"Tema {number}", by=anne)
        for turn in Turn:
            actions.add_question(made, text="Hva?", turn=turn, raised_by=RaisedBy.USERS, by=anne)

    with django_assert_num_queries(len(few)):
        client.get(HERE)
