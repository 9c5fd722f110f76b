"""Open data, feeds, harvesting, and what robots ask for: without cookies, and no small number."""

import csv
import io

import pytest
from defusedxml import ElementTree
from django.test import Client

from brukerstemmen.library import harvesting
from brukerstemmen.library.models import PublicationPage
from tests.library import evaluations_published

archive, made, twenty = (
    evaluations_published.archive,
    evaluations_published.made,
    evaluations_published.twenty,
)
OAI = "{http://www.openarchives.org/OAI/2.0/}"
DC = "{http://purl.org/dc/elements/1.1/}"


@pytest.fixture
def reader() -> Client:
    return Client()


def asked(reader, **arguments):
    answer = reader.get("/oai/", arguments)
    assert answer.status_code == 200 and not answer.cookies
    return ElementTree.fromstring(answer.content)


@pytest.mark.usefixtures("twenty")
def test_data_has_every_publication_and_no_small_number(reader):
    told = reader.get("/rapporter/data.json").json()

    assert len(told["publications"]) == 20
    people = [theme["people"] for one in told["publications"] for theme in one["themes"]]
    assert any(people) and not [number for number in people if number in range(1, 6)]


@pytest.mark.usefixtures("twenty")
def test_the_table_is_for_spreadsheets(reader):
    PublicationPage.objects.update(centre="=1+1")
    answer = reader.get("/rapporter/data.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))

    assert len({row["address"] for row in rows}) == 20
    assert {row["centre"] for row in rows} == {"'=1+1"}


def test_feeds_are_atom(reader, made):
    page = made(0, {"Ventetid": 9, "Maten": 12})
    for address in ("/rapporter/atom.xml", "/aktuelt/atom.xml"):
        answer = reader.get(address)
        assert answer.status_code == 200 and not answer.cookies
        feed = ElementTree.fromstring(answer.content)
        assert feed.tag.endswith("feed")
    assert page.title in reader.get("/rapporter/atom.xml").text


def test_a_library_can_harvest(reader, made, monkeypatch):
    for number in range(5):
        made(number, {"Ventetid": 9, "Maten": 12})
    monkeypatch.setattr(harvesting, "A_LOT", 2)
    seen, more = [], {"metadataPrefix": "oai_dc"}
    while more:
        told = asked(reader, verb="ListRecords", **more)
        seen += [one.text for one in told.iter(f"{OAI}identifier")]
        token = told.find(f".//{OAI}resumptionToken")
        more = {"resumptionToken": token.text} if token is not None and token.text else {}

    assert len(seen) == len(set(seen)) == 5
    one = asked(reader, verb="GetRecord", metadataPrefix="oai_dc", identifier=seen[0])
    assert one.find(f".//{DC}title").text and one.find(f".//{DC}subject").text == "Ventetid"
    only = asked(reader, verb="ListIdentifiers", metadataPrefix="oai_dc")
    assert len(list(only.iter(f"{OAI}header"))) == 2 and only.find(f".//{DC}title") is None


@pytest.mark.usefixtures("archive")
def test_what_a_harvester_asks_first(reader):
    told = asked(reader, verb="Identify")

    assert told.find(f".//{OAI}protocolVersion").text == "2.0"
    assert (
        asked(reader, verb="ListMetadataFormats").find(f".//{OAI}metadataPrefix").text == "oai_dc"
    )


@pytest.mark.usefixtures("archive")
@pytest.mark.parametrize(
    ("code", "arguments"),
    [
        ("badVerb", {}),
        ("badVerb", {"verb": "<script>"}),
        ("badArgument", {"verb": "ListRecords"}),
        ("badArgument", {"verb": "Identify", "more": "1"}),
        ("badArgument", {"verb": "ListRecords", "metadataPrefix": "oai_dc", "from": "i fjor"}),
        ("cannotDisseminateFormat", {"verb": "ListRecords", "metadataPrefix": "marc"}),
        ("noSetHierarchy", {"verb": "ListSets"}),
        ("noRecordsMatch", {"verb": "ListRecords", "metadataPrefix": "oai_dc"}),
        ("badResumptionToken", {"verb": "ListRecords", "resumptionToken": "x"}),
        ("badResumptionToken", {"verb": "ListRecords", "resumptionToken": "1.2025-99-99."}),
        (
            "idDoesNotExist",
            {"verb": "GetRecord", "metadataPrefix": "oai_dc", "identifier": "oai:x:y"},
        ),
    ],
)
def test_what_is_not_right_is_told_as_the_protocol_wants(reader, code, arguments):
    assert asked(reader, **arguments).find(f"{OAI}error").get("code") == code


def test_robots_find_the_map_and_the_map_every_page(reader, made):
    page = made(0, {"Ventetid": 9, "Maten": 12})
    told = reader.get("/robots.txt").text

    assert "/sitemap.xml" in told and "Disallow: /arbeid/" in told
    assert page.full_url in reader.get("/sitemap.xml").text
