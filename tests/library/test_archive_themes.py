"""Theme search over twenty evaluations: finds what is planted, shows no small number, and every
claim opens its publications."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from brukerstemmen.library.models import Freshness, PublicationTheme
from brukerstemmen.library.showing.themes import about, in_evaluations
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.wording import VERDICTS
from tests.library import evaluations_published
from tests.library.evaluations_published import PLANTED

archive, made, twenty = (
    evaluations_published.archive,
    evaluations_published.made,
    evaluations_published.twenty,
)
SMALL = re.compile(r"(?<![\d.,/-])[1-5](?![\d.,/-])")
TAG = re.compile(r"<(?:svg|script|style|head).*?</(?:svg|script|style|head)>|<[^>]+>", re.DOTALL)


def words_of(answer) -> str:
    assert answer.status_code == 200 and not answer.cookies
    main = answer.text.partition("<main")[2].partition("</main>")[0]
    return " ".join(TAG.sub(" ", f"<main{main}").split())


def test_each_planted_theme_is_found_in_all_its_evaluations(twenty):
    for words, where in PLANTED.items():
        found = about(words)

        assert {page.pk for page in found.pages} == {twenty[number].pk for number in where}
        assert found.evaluations == in_evaluations(len(where))


def test_people_are_counted_once_and_never_few(twenty):
    # 7 + 8 + 9 are told; of the fourth, where three spoke, nothing is.
    assert about("ventetid").people == "at least 24 people"
    assert about("å bli hørt").people == f"{sum(8 + n for n in range(5, 12))} people"
    assert about("et sted å være").people == ""
    assert not PublicationTheme.objects.filter(people__lt=6).exclude(people=0).exists()


def test_no_page_shows_a_small_number(twenty):
    reader = Client()
    for words in ("ventetid", "å bli hørt", "et sted å være", "språk"):
        told = words_of(reader.get("/rapporter/tema/", {"om": words}))
        assert not SMALL.findall(told), told
    assert not SMALL.findall(words_of(reader.get("/rapporter/tema/")))


def test_every_claim_opens_its_publication(twenty):
    found = about("språk")
    reader = Client()

    assert found.said and found.answered and found.tried
    for claim in (*found.said, *found.answered, *found.tried):
        there = reader.get(claim.page.url)
        assert there.status_code == 200 and claim.page.title in there.text
    told = reader.get("/rapporter/tema/sprak-i-brevene/", follow=True)
    assert told.status_code == 404
    told = reader.get("/rapporter/tema/spraket-i-brevene/")
    for page in found.pages:
        assert told.text.count(f'href="{page.url}"') >= 4
    text = words_of(told)
    assert "sier en i O." in text and "Vi vil gjøre noe med språket i brevene." in text
    with override("nb"):
        assert str(VERDICTS[Verdict.FELT]) in text


def test_two_reports_of_one_evaluation_are_one_evaluation(made):
    page = made(0, {"Ventetid": 9, "Maten": 12})
    other = made(1, {"Ventetid": 8, "Maten": 12})
    other.evaluation = page.evaluation
    other.save()

    found = about("ventetid")

    assert found.evaluations == in_evaluations(1) and len(found.pages) == 2
    assert found.people == "9 people"
    assert len(found.said) == 1


@pytest.mark.parametrize("odd", ["", "   ", "%", "' OR 1=1 --", "å" * 500, "xyzzy", "og i på"])
def test_whatever_is_typed_is_answered(twenty, odd):
    answer = Client().get("/rapporter/tema/", {"om": odd})

    assert answer.status_code == 200


def test_queries_do_not_grow(made):
    reader, counted = Client(), []
    for number in range(6):
        made(number, {"Ventetid": 9, "Maten": 12, f"Eget {number}": 7})
        if number in {0, 5}:
            for address in ("/rapporter/tema/?om=ventetid", "/rapporter/", "/rapporter/tema/"):
                reader.get(address)
                Freshness.grow()
                with CaptureQueriesContext(connection) as found:
                    reader.get(address)
                counted.append(len(found))

    assert counted[:3] == counted[3:]
