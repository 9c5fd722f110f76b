"""The pages of quotes and of the test: what they show, refuse, and bring back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions import clearing
from brukerstemmen.reports.models import QuoteClearance, RecognitionTest
from brukerstemmen.reports.showing import quotes as showing
from brukerstemmen.reports.showing.clues import clues_in
from brukerstemmen.reports.states import Check
from brukerstemmen.voices.actions import meetings, statements
from tests.cast import mask_as
from tests.reports import clearing_cast

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
ALL = [check.value for check in Check]
WORDS = clearing_cast.SAID[0][0]


@pytest.fixture
def slug(evaluation):
    return evaluation.work.slug


def at(name, slug, *more):
    return reverse(f"reports:{name}", args=[slug, *more])


def test_quotes_stand_under_their_finding(signed_in, frida, slug, proposed):
    page = signed_in(frida).get(at("quotes", slug)).content.decode()

    assert "Å bli hørt betyr mye" in page
    assert WORDS in page
    assert "1 waits for you" in page
    assert "Nobody has read it yet" in page


def test_it_does_not_wait_for_the_one_who_wrote_it_down(signed_in, anne, slug, proposed):
    page = signed_in(anne).get(at("quotes", slug)).content.decode()
    assert "waits for you" not in page

    page = signed_in(anne).get(at("quote", slug, proposed.pk)).content.decode()
    assert "You wrote this down" in page
    assert "Yes, this may be printed" not in page


def test_only_what_has_a_yes_can_be_put_forward(signed_in, anne, slug, finding, said):
    client = signed_in(anne)
    page = client.get(at("quotes_from", slug, finding.pk)).content.decode()
    assert page.count("Put it forward") == 3
    assert "Counts only" in page
    assert "Waits:" in page

    address = at("quote_propose", slug, finding.pk)
    for _twice in range(2):
        client.post(address, {"statement": str(said[0].pk)})
    assert QuoteClearance.objects.get().statement == said[0]
    client.post(address, {"statement": str(said[2].pk)})
    assert QuoteClearance.objects.count() == 1
    assert client.post(address, {"statement": "noe"}).status_code == 404


def test_a_quote_is_read(signed_in, frida, siv, slug, proposed, evaluation):
    address = at("quote", slug, proposed.pk)
    page = signed_in(frida).get(address).content.decode()
    assert "Can a rare event show who it is?" in page
    assert page.count('type="checkbox"') == len(Check)

    for who in (frida, siv):
        answer = signed_in(who).post(address, {"checked": ALL, "seen": 1})
        assert answer.status_code == 302
    assert clearing.cleared(evaluation).count() == 1
    assert "Cleared for print" in signed_in(frida).get(address).content.decode()


def test_what_is_not_asked_comes_back(signed_in, frida, slug, proposed):
    answer = signed_in(frida).post(at("quote", slug, proposed.pk), {"checked": ALL[1:], "seen": 1})

    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Ask every point" in page
    assert page.count(" checked") == len(Check) - 1
    assert QuoteClearance.objects.get().first_by is None


def test_words_that_changed_meanwhile_are_not_cleared(signed_in, frida, slug, proposed):
    answer = signed_in(frida).post(at("quote", slug, proposed.pk), {"checked": ALL, "seen": 7})

    assert answer.status_code == 422
    assert "The words have been changed" in answer.content.decode()


def test_the_next_that_waits_comes_by_itself(signed_in, frida, slug, proposed, finding, said, anne):
    second = clearing.propose_quote(said[1], finding, by=anne)
    client, told = signed_in(frida), {"checked": ALL, "seen": 1}
    first, then = proposed, second
    if showing.quotes_of(finding.evaluation, frida)[0].quotes[0].pk == second.pk:
        first, then = second, proposed

    assert client.post(at("quote", slug, first.pk), told).url == at("quote", slug, then.pk)
    assert client.post(at("quote", slug, then.pk), told).url == at("quotes", slug)


def test_who_speaks_of_language_is_warned_of(said):
    clues = clues_in(said[0], "Det er på morsmålet jeg får sagt det.", 1)

    assert [clue.text for clue in clues.clues] == ["morsmålet"]
    assert clues.warnings == [sentences.SPECIAL_CATEGORY]


def test_it_is_kept_out_and_taken_up_again(signed_in, frida, slug, proposed, finding, said):
    client = signed_in(frida)
    address = at("quote_refuse", slug, proposed.pk)
    assert client.post(address, {"refuse-why": " "}).status_code == 422
    client.post(address, {"refuse-why": "Alle vet hvem det er."})
    page = client.get(at("quote", slug, proposed.pk)).content.decode()
    assert "Frida keeps it out" in page
    assert "Alle vet hvem det er." in page

    again = {"statement": str(said[0].pk), "again": "1"}
    client.post(at("quote_propose", slug, finding.pk), again)
    assert QuoteClearance.objects.get().refused_by is None


def test_it_is_taken_off_the_list(signed_in, frida, slug, proposed):
    client = signed_in(frida)
    assert "off the list?" in client.get(at("quote_drop", slug, proposed.pk)).content.decode()
    client.post(at("quote_drop", slug, proposed.pk))

    assert not QuoteClearance.objects.exists()


def test_nearly_the_same_words_are_shown(signed_in, frida, slug, finding, said, anne, meeting):
    meetings.write_more(meeting, by=anne)
    words = "Jeg sa at behandleren min lytter når jeg sier noe."
    other = statements.write_down(meeting, words=words, by=anne)
    meetings.finish_writing(meeting, by=anne)
    mask_as(other, words, by=anne)
    row = clearing.propose_quote(said[0], finding, by=anne)
    client, address = signed_in(frida), at("quote", slug, row.pk)

    assert words in client.get(address).content.decode()
    assert client.post(address, {"checked": ALL, "seen": 1}).status_code == 422
    client.post(address, {"checked": ALL, "seen": 1, "why": "Det er samme person."})
    assert QuoteClearance.objects.get().first_by == frida


def test_special_categories_and_few_who_speak_so_are_warned_of(evaluation, said):
    clues = clues_in(said[0], "Ingen har spurt meg om jeg ville snakke samisk.", 6)
    assert [clue.text for clue in clues.clues]
    assert len(clues.warnings) == 1

    said[0].language = "nn"
    said[0].save()
    assert len(clues_in(said[0], "Dei lytta.", 6).warnings) == 1
    assert not clues_in(said[1], "De lyttet til meg.", 1).warnings


def test_a_test_is_written_down(signed_in, frida, slug, evaluation):
    client, address = signed_in(frida), at("recognition", slug)
    assert "No test counts today" in client.get(address).content.decode()
    told = {"tester": "En i panelet", "on": "2026-03-02", "result": "nobody", "note": "Ingen."}
    assert client.post(address, {**told, "on": "2026-03-09"}).status_code == 422
    assert client.post(address, {**told, "tester": ""}).status_code == 422
    client.post(address, told)

    page = client.get(address).content.decode()
    assert RecognitionTest.objects.count() == 1
    assert "The test counts today" in page
    assert "En i panelet" in page


DOORS = ["quotes", "recognition", "quote", "quotes_from", "quote_drop"]


@pytest.mark.parametrize(
    ("who", "answer"),
    [("dag", 404), ("eli", 404), ("cecilie", 404), ("inger", 404), ("hans", 404), ("gro", 404)],
)
def test_others_see_nothing(request, signed_in, who, answer, slug, proposed, finding):
    client = signed_in(request.getfixturevalue(who))
    args = {"quote": [proposed.pk], "quote_drop": [proposed.pk], "quotes_from": [finding.pk]}

    for name in DOORS:
        assert client.get(at(name, slug, *args.get(name, []))).status_code == answer
    post = client.post(at("quote_propose", slug, finding.pk), {"statement": str(proposed.pk)})
    assert post.status_code == answer


def queries(evaluation, person) -> int:
    with CaptureQueriesContext(
        connection,
    ) as counted:
        showing.quotes_of(evaluation, person)
    return len(counted)


def test_the_list_asks_as_much_for_many_as_for_one(evaluation, finding, said, anne, frida):
    clearing.propose_quote(said[0], finding, by=anne)
    queries(evaluation, frida)
    one = queries(evaluation, frida)
    for statement in (said[1], said[4]):
        clearing.propose_quote(statement, finding, by=anne)

    assert queries(evaluation, frida) == one
