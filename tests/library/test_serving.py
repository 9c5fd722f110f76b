"""A page as readers get it: without cookies, kept ready, and new at once when it has changed."""

import re

import pytest
from django.test import Client

from brukerstemmen.library.models import Freshness, TextPage

LANGUAGE = re.compile(r'<html[^>]*lang="(\w+)"')
ADDRESS = "/verktoy/kom-i-gang/"


@pytest.fixture
def reader() -> Client:
    return Client()


def test_a_reader_gets_the_page_and_no_cookie(reader: Client, page: TextPage) -> None:
    reader.cookies["sessionid"] = "whatever"

    answer = reader.get(ADDRESS)

    assert answer.status_code == 200
    assert "Spør dem det gjelder" in answer.text
    assert not answer.cookies and "Vary" not in answer
    assert answer["Cache-Control"] == "public, max-age=60"
    assert answer["Content-Language"] == "nb"


def test_what_is_not_new_is_not_sent_again(reader: Client, page: TextPage) -> None:
    first = reader.get(ADDRESS)

    again = reader.get(ADDRESS, headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304 and not again.content


def test_a_kept_page_costs_one_query(
    reader: Client, page: TextPage, django_assert_num_queries
) -> None:
    reader.get(ADDRESS)

    with django_assert_num_queries(1):
        reader.get(ADDRESS)


def test_what_changes_is_seen_at_once(reader: Client, page: TextPage) -> None:
    reader.get(ADDRESS)
    page.title = "Begynn"
    page.save()
    Freshness.grow()

    assert "<h1" in reader.get(ADDRESS).text and "Begynn" in reader.get(ADDRESS).text


def test_an_address_without_its_last_stroke_leads_on(reader: Client, page: TextPage) -> None:
    answer = reader.get("/verktoy/kom-i-gang")

    assert answer.status_code == 301 and answer["Location"] == ADDRESS


def test_what_is_not_published_is_not_there(reader: Client, page: TextPage) -> None:
    page.unpublish()

    assert reader.get(ADDRESS).status_code == 404


def test_what_is_not_there_is_said_in_the_language_of_its_address(reader: Client, db: None) -> None:
    answers = [reader.get(f"{of}finst-ikkje/").text for of in ("/", "/nn/", "/en/")]

    assert [language for answer in answers for language in LANGUAGE.findall(answer)] == [
        "nb",
        "nn",
        "en",
    ]


def test_editors_read_what_kind_a_page_is(page: TextPage) -> None:
    assert page.page_type_display_name == "Ordinary page"
