"""The doors to the poster: for the team and for the service, of what is released only."""

import io

import pypdf
import pytest

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import feedback
from brukerstemmen.people import paper
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Participant
from tests.cast import prepare, reader
from tests.followups.telling_cast import (
    WORDS,
    SignIn,
    at,
    body,
    letter,
    matters,
    measures,
    people,
    slug,
    text_in,
    told,
)

__all__ = ["letter", "matters", "measures", "people", "slug", "told"]


@pytest.mark.skipif(not paper.can_make(), reason="Pango is missing")
def test_the_poster_is_one_sheet_of_what_is_released(
    slug: str, signed_in: SignIn, anne: Person, frida: Person, dag: Person
) -> None:
    for person, name in ((frida, "poster"), (dag, "service_poster")):
        answer = signed_in(person).get(at(name, slug))
        assert answer["Content-Type"] == "application/pdf"
        assert len(pypdf.PdfReader(io.BytesIO(answer.content)).pages) == 1
        text = text_in(answer.content)
        assert "Luka avslører folk" in text and "Skjerm i ekspedisjonen" in text
        assert "Ikke midler i år." in text and WORDS not in text


@pytest.mark.skipif(not paper.can_make(), reason="Pango is missing")
def test_only_what_is_chosen_stands_on_it(slug: str, signed_in: SignIn, anne: Person) -> None:
    client = signed_in(anne)
    chosen = {"valgt": "1", "linje": ["f2", "t1"]}

    text = text_in(client.get(at("poster", slug), chosen).content)

    assert "Luka avslører folk" in text and "Kveldstelefon" not in text
    assert client.get(at("poster", slug), {"valgt": "1"}).status_code == 302
    page = client.get(at("poster_choose", slug), chosen).content.decode()
    assert page.count("checked") == 2


def test_the_service_chooses_from_its_own_and_strangers_do_not(
    slug: str, signed_in: SignIn, dag: Person, anne: Person, gro: Person
) -> None:
    assert signed_in(dag).get(at("service_poster_choose", slug)).status_code == 200
    for stranger in (signed_in(anne), signed_in(gro)):
        assert stranger.get(at("service_poster_choose", slug)).status_code == 404
    assert reader().get(at("service_poster", slug)).status_code == 302


def test_nothing_that_is_not_released_changes_what_the_service_gets(
    evaluation: Evaluation,
    told: object,
    people: list[Participant],
    signed_in: SignIn,
    dag: Person,
    anne: Person,
) -> None:
    client, slug = signed_in(dag), evaluation.work.slug
    before = body(client, at("service_poster_choose", slug))

    feedback.begin_feedback(evaluation, words="Noe nytt.", by=anne)

    assert body(client, at("service_poster_choose", slug)) == before


def test_there_is_nothing_to_hang_up_before_anything_is_released(
    evaluation: Evaluation, signed_in: SignIn, anne: Person
) -> None:
    client, slug = signed_in(anne), evaluation.work.slug
    prepare(evaluation, anne)

    assert client.get(at("poster", slug)).status_code == 302
    assert "nothing to put on a poster" in client.get(at("poster_choose", slug)).content.decode()
