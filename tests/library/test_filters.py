"""Long lists that readers sort out for themselves; the address holds what they chose."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from brukerstemmen.library import filters, labels
from brukerstemmen.library.models import Freshness, Label, SectionPage, TemplatePage
from brukerstemmen.library.showing.sections import FEW

KNOWN = labels.every()


def test_every_kind_of_label_has_its_word_in_addresses() -> None:
    assert set(filters.PARAMETERS) == set(labels.BY_KEY)
    assert len(set(filters.PARAMETERS.values())) == len(labels.BY_KEY)


def test_an_address_says_what_is_chosen_and_is_read_back() -> None:
    picked = filters.chosen({"niva": ["service"], "grad": ["involve"]}, KNOWN)

    assert filters.query(picked) == "?grad=involve&niva=service"


@pytest.mark.parametrize(
    "asked",
    [
        {"grad": ["best"]},
        {"degree": ["involve"]},
        {"grad": ["<script>"], "side": ["2"]},
        {"grad": [""]},
    ],
)
def test_what_is_not_known_is_left_out(asked: dict[str, list[str]]) -> None:
    assert filters.chosen(asked, KNOWN) == ()


def test_a_list_offers_what_its_pages_differ_in() -> None:
    has = [("degree", "inform"), ("degree", "involve"), ("level", "service")]

    assert filters.offers(has, []) == {"degree": ("inform", "involve")}
    assert "level" in filters.offers(has, [("level", "service")])


@pytest.fixture
def papers(tools: SectionPage) -> SectionPage:
    """A section with a template for each degree, for adults and for relatives."""
    section = tools.add_child(instance=SectionPage(title="Maler", slug="maler"))
    for kind, key in KNOWN:
        if kind == "degree":
            for target in ("adult", "relative"):
                template = section.add_child(
                    instance=TemplatePage(title=f"{key} {target}", slug=f"{key}-{target}")
                )
                template.labels.set(
                    [
                        Label.objects.get(kind="degree", key=key),
                        Label.objects.get(kind="target", key=target),
                    ]
                )
                template.save()
    Freshness.grow()
    return section


def titles(address: str) -> list[str]:
    answer = Client().get(address)
    assert answer.status_code == 200
    page = BeautifulSoup(answer.content, "html.parser")
    return [link.get_text() for link in page.select("#list .cards a")]


def test_all_stand_there_until_something_is_chosen(papers: SectionPage) -> None:
    assert len(titles(papers.url)) == 10 > FEW


def test_two_kinds_must_both_fit(papers: SectionPage) -> None:
    assert titles(f"{papers.url}?grad=involve&hvem=relative") == ["involve relative"]


def test_within_a_kind_either_will_do(papers: SectionPage) -> None:
    assert titles(f"{papers.url}?grad=involve&grad=inform&hvem=adult") == [
        "inform adult",
        "involve adult",
    ]


def test_the_database_keeps_what_the_law_keeps(papers: SectionPage) -> None:
    picked = filters.chosen({"grad": ["inform", "empower"], "hvem": ["adult"]}, KNOWN)
    kept = [
        page.title
        for page in TemplatePage.objects.child_of(papers).order_by("path")
        if filters.keeps([(label.kind, label.key) for label in page.labels.all()], picked)
    ]

    assert titles(papers.url + filters.query(picked)) == kept != []


def test_a_choice_can_be_taken_away(papers: SectionPage) -> None:
    page = BeautifulSoup(
        Client().get(f"{papers.url}?grad=involve&hvem=adult").content, "html.parser"
    )

    assert [link["href"] for link in page.select(".picked a")] == [
        f"{papers.url}?hvem=adult#list",
        f"{papers.url}?grad=involve#list",
    ]
    assert page.select_one("#f-grad option[selected]")["value"] == "involve"


def test_where_nothing_fits_there_is_a_way_back(papers: SectionPage) -> None:
    answer = Client().get(f"{papers.url}?grad=involve&felt=mental")
    page = BeautifulSoup(answer.content, "html.parser")

    assert not page.select("#list .cards")
    assert page.select_one(f'.empty a[href="{papers.url}"]')
    assert page.select_one(f'.picked a[href="{papers.url}?grad=involve#list"]')


def test_a_short_list_needs_no_sorting(tools: SectionPage, page: object) -> None:
    answer = BeautifulSoup(Client().get("/verktoy/?grad=involve").content, "html.parser")

    assert not answer.select(".sorting")
    assert answer.select("#list .cards a")


def test_a_list_costs_the_same_however_long(
    papers: SectionPage, django_assert_max_num_queries
) -> None:
    Client().get(papers.url)  # what a process asks once
    Freshness.grow()
    few = _queries(papers.url, django_assert_max_num_queries)
    for number in range(20):
        papers.add_child(instance=TemplatePage(title=f"Ark {number}", slug=f"ark-{number}"))
    Freshness.grow()

    assert _queries(papers.url, django_assert_max_num_queries) == few
    assert len(titles(papers.url)) == 24
    assert len(titles(f"{papers.url}?side=2")) == 6


def _queries(address: str, at_most) -> int:
    with at_most(60) as asked:
        assert Client().get(address).status_code == 200
    return len(asked)
