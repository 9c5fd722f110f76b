"""Sorting on the board, card by card: themes, undo, notes and keys."""

import uuid

import pytest
from django.test import Client

from brukerstemmen.analysis.models import Coding, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.analysis.board import HTMX, at, lies_under


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


def test_keys_are_turned_off_and_that_is_remembered(
    masked: UserMeeting, three: list[Theme], evaluation: Evaluation, anne: Person, client: Client
) -> None:
    answer = client.post(at(evaluation, "keys"), {"keys": "off"}, headers=HTMX)
    anne.refresh_from_db()

    assert (answer.status_code, anne.board_keys) == (204, False)
    assert 'aria-pressed="false" data-keys' in client.get(at(evaluation)).content.decode()
