"""The doors to telling people: who may, what they see, and what never stands there."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.actions import feedback, lines
from brukerstemmen.followups.actions.story import publish_story
from brukerstemmen.followups.models import FeedbackTo, ParticipantFeedback, WhatHappened
from brukerstemmen.followups.showing import published
from brukerstemmen.followups.states import Reached, Way
from brukerstemmen.measures.models import FeedbackLine, Matter, Measure
from brukerstemmen.people import paper
from brukerstemmen.people.models import Organisation, Person, Work
from brukerstemmen.reports.showing.released import BESIDE_PUBLIC
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY, reader
from tests.followups.telling_cast import (
    WORDS,
    SignIn,
    at,
    body,
    letter,
    matters,
    measures,
    people,
    row_of,
    slug,
    text_in,
    told,
)
from tests.voices.own import comes_in

__all__ = ["letter", "matters", "measures", "people", "slug", "told"]

TEAM = (
    "feedback",
    "feedback_read",
    "feedback_letters",
    "story_preview",
    "poster_choose",
)
LEAD = ("feedback_lines", "feedback_letter", "feedback_texts", "story_publish")
LINE = "Dere slipper å si navnet høyt."


def test_the_team_sees_and_the_lead_writes(
    slug: str, signed_in: SignIn, anne: Person, frida: Person, dag: Person, gro: Person
) -> None:
    leads, interviews = signed_in(anne), signed_in(frida)
    for name in (*TEAM, *LEAD):
        assert leads.get(at(name, slug)).status_code == 200, name
        known = 200 if name in TEAM else 403
        assert interviews.get(at(name, slug)).status_code == known, name
        for stranger in (signed_in(dag), signed_in(gro), reader()):
            assert stranger.get(at(name, slug)).status_code in {302, 404}, name


def test_without_a_letter_the_first_thing_is_to_write_one(
    evaluation: Evaluation, people: list[Participant], signed_in: SignIn, anne: Person
) -> None:
    client, slug = signed_in(anne), evaluation.work.slug

    page = client.get(at("feedback", slug)).content.decode()

    assert "2 people want to hear" in page and at("feedback_letter", slug) in page
    assert client.get(at("feedback_read", slug)).status_code == 404
    sent = {"words": WORDS, "after": "", "follow_up": ""}
    assert client.post(at("feedback_letter", slug), sent).status_code == 302
    assert client.post(at("feedback_letter", slug), sent).status_code == 302
    assert ParticipantFeedback.objects.count() == 1


def test_a_letter_that_points_at_somebody_comes_back_as_it_was_typed(
    slug: str, signed_in: SignIn, anne: Person
) -> None:
    sent = {"words": "Hils Kari Nordmann.", "after": "Ha det.", "follow_up": ""}

    answer = signed_in(anne).post(at("feedback_letter", slug), sent)

    page = answer.content.decode()
    assert answer.status_code == 422 and "«Kari Nordmann»" in page
    assert "Hils Kari Nordmann." in page and "Ha det." in page


def test_the_sentences_are_kept_and_the_one_that_points_comes_back(
    slug: str, measures: list[Measure], signed_in: SignIn, anne: Person
) -> None:
    sent = {"line-1": LINE, "line-2": "Ring Kari Nordmann.", "line-3": "De ringer nå."}

    answer = signed_in(anne).post(at("feedback_lines", slug), sent)

    assert answer.status_code == 422 and "Ring Kari Nordmann." in answer.content.decode()
    assert set(FeedbackLine.objects.values_list("words", flat=True)) == {LINE, "De ringer nå."}


def test_ways_and_who_has_heard_are_kept_in_one_go(
    slug: str, people: list[Participant], signed_in: SignIn, frida: Person
) -> None:
    sent = {"way-1": "phone", "way-2": "post", "told": ["1"], "tried": ["2", "77"], "way-x": "code"}
    client = signed_in(frida)

    for _again in range(2):
        assert client.post(at("feedback", slug), sent).status_code == 302

    rows = FeedbackTo.objects.order_by("participant__number").values_list("by_way_of", "reached")
    assert list(rows) == [("phone", "told"), ("post", "not_reached")]


def hidden_in(page: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(letter)" value="([^"]*)">', page))


@pytest.mark.parametrize(
    ("name", "ticked"), [("feedback", {"told": ["1"]}), ("feedback_letters", {"posted": ["D01"]})]
)
def test_from_a_page_that_stood_open_nobody_has_heard_of_the_letter_that_is_new(
    name: str,
    ticked: dict[str, list[str]],
    evaluation: Evaluation,
    slug: str,
    letter: ParticipantFeedback,
    people: list[Participant],
    signed_in: SignIn,
    anne: Person,
) -> None:
    feedback.choose_way(row_of(people[0]), Way.POST, by=anne)
    client = signed_in(anne)
    stood_open = hidden_in(client.get(at(name, slug)).content.decode())
    new = feedback.begin_feedback(evaluation, words="Noe annet enn sist.", by=anne)

    client.post(at(name, slug), {**stood_open, **ticked})
    assert not new.to.exclude(reached=Reached.NOT_YET).exists()

    now = hidden_in(client.get(at(name, slug)).content.decode())
    client.post(at(name, slug), {**now, **ticked})
    assert new.to.filter(reached=Reached.TOLD).count() == 1


def test_letters_to_print_name_nobody_and_are_posted_once(
    slug: str,
    letter: ParticipantFeedback,
    people: list[Participant],
    signed_in: SignIn,
    anne: Person,
) -> None:
    feedback.choose_way(row_of(people[0]), Way.POST, by=anne)
    client = signed_in(anne)
    page = client.get(at("feedback_letters", slug)).content.decode()
    assert WORDS in page and "D01" in page and LINE in page and "D02" not in page

    feedback.choose_way(row_of(people[1]), Way.POST, by=anne)  # came after the page was opened
    client.post(at("feedback_letters", slug), {"posted": ["D01"]})

    assert [row_of(one).reached for one in people[:2]] == [Reached.TOLD, Reached.NOT_YET]


@pytest.mark.skipif(not paper.can_make(), reason="Pango is missing")
def test_the_print_file_of_letters(
    slug: str, people: list[Participant], signed_in: SignIn, anne: Person
) -> None:
    client = signed_in(anne)
    assert client.get(at("feedback_letters_pdf", slug)).status_code == 404

    answer = client.get(at("feedback_letters_pdf", slug, til="alle"))

    text = text_in(answer.content)
    assert "D01" in text and "D02" in text and "D03" not in text


def test_the_page_of_texts_opens_nobody(
    slug: str, people: list[Participant], signed_in: SignIn, anne: Person
) -> None:
    feedback.choose_way(row_of(people[0]), Way.TEXT, by=anne)

    page = signed_in(anne).get(at("feedback_texts", slug)).content.decode()

    assert "D01" in page and "Cannot be reached by text" in page


# Behind the code


def test_with_the_code_they_read_all_of_it_and_have_heard(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    client = comes_in(people[0], by=anne)
    home = client.get(reverse("voices:own_home")).content.decode()
    assert at("own_letter") in home and "There is a letter for you" in home

    page = client.get(at("own_letter")).content.decode()

    for words in (
        WORDS,
        "Hilsen oss.",
        "Luka avslører folk",
        "Vi gjør det vi kan.",
        "The service says: done",
        "Users notice it",
        "Too few to say",
        "Ikke midler i år.",
        LINE,
    ):
        assert words in page
    assert "D01" not in page
    assert row_of(people[0]).reached == Reached.TOLD and row_of(people[0]).told_on == TODAY
    assert "There is a letter" not in client.get(reverse("voices:own_home")).content.decode()


def test_to_look_at_whether_it_is_there_is_not_to_read_it(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    client = comes_in(people[0], by=anne)

    assert client.head(at("own_letter")).status_code == 200
    assert row_of(people[0]).reached == Reached.NOT_YET
    assert WORDS in client.get(at("own_letter_print")).content.decode()
    assert row_of(people[0]).reached == Reached.TOLD


def test_who_did_not_ask_to_hear_may_read_and_is_not_counted(
    letter: ParticipantFeedback, people: list[Participant], anne: Person
) -> None:
    client = comes_in(people[2], by=anne)

    assert WORDS in client.get(at("own_letter")).content.decode()
    assert "There is a letter" not in client.get(reverse("voices:own_home")).content.decode()
    assert feedback.standing(letter.evaluation).told == 0


def test_before_there_is_a_letter_the_page_says_so(people: list[Participant], anne: Person) -> None:
    client = comes_in(people[0], by=anne)

    assert "not ready yet" in client.get(at("own_letter")).content.decode()
    assert at("own_letter") not in client.get(reverse("voices:own_home")).content.decode()


def test_without_a_code_nobody_reads_it(letter: ParticipantFeedback) -> None:
    for name in ("own_letter", "own_letter_print"):
        assert reader().get(at(name)).status_code == 302


# For everybody


def test_the_lead_is_asked_once_and_then_everybody_reads(
    slug: str, signed_in: SignIn, anne: Person, frida: Person
) -> None:
    client = signed_in(anne)
    assert at("story_publish", slug) in client.get(at("story_preview", slug)).content.decode()
    assert at("story_publish", slug) not in (
        signed_in(frida).get(at("story_preview", slug)).content.decode()
    )
    assert "cannot be called back" in client.get(at("story_publish", slug)).content.decode()
    assert reader().get(at("story", slug)).status_code == 404
    assert not WhatHappened.objects.exists()

    for _again in range(2):
        assert client.post(at("story_publish", slug)).status_code == 302

    assert WhatHappened.objects.count() == 1
    public = reader().get(at("story", slug)).content.decode()
    assert LINE in public and "Ikke midler i år." in public and "11 people answered" in public
    for never in (WORDS, "D01", "Anne", "Eli"):
        assert never not in public
    assert at("story", slug) in reader().get(at("stories")).content.decode()


def test_what_is_out_stays_as_it_was_when_all_else_is_gone(
    slug: str, evaluation: Evaluation, measures: list[Measure], anne: Person
) -> None:
    publish_story(evaluation, by=anne)
    before = body(reader(), at("story", slug))
    lines.write_line(measures[0], "Noe annet.", by=anne)
    Work.objects.filter(pk=evaluation.work.pk).update(closed_on=TODAY, title="Et annet navn")

    assert body(reader(), at("story", slug)) == before


def test_a_name_hinders_and_the_page_says_where(
    slug: str, matters: list[Matter], signed_in: SignIn, anne: Person
) -> None:
    Matter.objects.filter(pk=matters[0].pk).update(title="Kari Nordmann svarer ikke")
    client = signed_in(anne)

    assert "«Kari Nordmann»" in client.get(at("story_preview", slug)).content.decode()
    assert client.post(at("story_publish", slug)).status_code == 422
    assert not WhatHappened.objects.exists()


def test_the_list_takes_as_few_queries_for_many(
    slug: str, evaluation: Evaluation, centre: Organisation, anne: Person
) -> None:
    made = publish_story(evaluation, by=anne)
    one = queries(reader(), at("stories"))
    for title in ("Fjellheim", "Havblikk"):
        other = starting.start_evaluation(title=title, services=[title], centre=centre, by=anne)
        told = {**made.content, "title": title}
        rest = {"edition": 1, "quarter": "2026-1", "content": told}
        WhatHappened.objects.create(work=other.work, **rest)

    assert queries(reader(), at("stories")) == one
    assert "Havblikk" in body(reader(), at("stories"))


def queries(client: Client, address: str) -> int:
    client.get(address)  # what is read once and kept
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_list_of_people_takes_as_few_queries_for_many(
    slug: str,
    letter: ParticipantFeedback,
    people: list[Participant],
    signed_in: SignIn,
    anne: Person,
) -> None:
    client = signed_in(anne)
    two = queries(client, at("feedback", slug))
    FeedbackTo.objects.filter(participant=people[0]).delete()

    assert queries(client, at("feedback", slug)) == two


def test_double_click_on_send_begins_each_text_once(
    slug: str, people: list[Participant], signed_in: SignIn, anne: Person, monkeypatch: Any
) -> None:
    from brukerstemmen.followups import tasks
    from brukerstemmen.voices.actions import invitations
    from tests.followups.telling_cast import NUMBER, Sent

    sent = Sent()
    monkeypatch.setattr("brukerstemmen.people.texting.send", sent)
    invitations.write_contact(people[0], reach={"telephone": NUMBER}, by=anne)
    feedback.choose_way(row_of(people[0]), Way.TEXT, by=anne)
    client = signed_in(anne)

    for _again in range(2):
        assert client.post(at("feedback_texts", slug)).status_code == 302
    for _again in range(2):
        tasks.send_texts.call(str(ParticipantFeedback.objects.get().pk))

    assert [to for to, _text in sent.texts] == [NUMBER]


def test_where_people_come_from_there_is_a_way_to_it(
    slug: str, evaluation: Evaluation, signed_in: SignIn, anne: Person, dag: Person
) -> None:
    assert at("stories") in reader().get("/").content.decode()
    service = reverse("journey:service_evaluation", args=[slug])
    assert at("service_poster_choose", slug) in signed_in(dag).get(service).content.decode()

    assert published.address_of(evaluation.work) == ""
    publish_story(evaluation, by=anne)
    assert published.address_of(evaluation.work) == at("story", slug)
    assert published.address_of in BESIDE_PUBLIC


def test_after_closing_it_can_be_looked_at_and_nobody_is_told_any_more(
    slug: str, evaluation: Evaluation, people: list[Participant], signed_in: SignIn, anne: Person
) -> None:
    Work.objects.filter(pk=evaluation.work.pk).update(closed_on=TODAY)
    client = signed_in(anne)

    page = client.get(at("feedback", slug)).content.decode()

    assert "D01" in page and "<select" not in page
    assert client.post(at("feedback", slug), {"told": ["1"]}).status_code == 403
    assert client.post(at("feedback_texts", slug)).status_code == 403
    sent = {"words": "Ett år etter.", "after": "", "follow_up": ""}
    assert client.post(f"{at('feedback_letter', slug)}?nytt=1", sent).status_code == 422
    assert client.post(at("story_publish", slug)).status_code == 302
