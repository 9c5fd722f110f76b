"""What each kind of public page shows that others do not."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone
from wagtail.models import Page

from brukerstemmen.library.models import (
    ChecklistPage,
    DegreePage,
    ExamplePage,
    Figure,
    Freshness,
    GuidePage,
    HomePage,
    NewsPage,
    SectionPage,
    SiteProfile,
    TemplatePage,
    TextPage,
)
from brukerstemmen.people import clock


def seen(page: Page) -> BeautifulSoup:
    Freshness.grow()
    answer = Client().get(page.url)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


@pytest.fixture
def degrees(tools: SectionPage) -> list[DegreePage]:
    section = tools.add_child(instance=SectionPage(title="De fem gradene", slug="grader"))
    return [
        section.add_child(
            instance=DegreePage(
                title=name, slug=name.lower(), number=number, short="Vi …", goal="Mål", promise="Vi"
            )
        )
        for number, name in enumerate(("Informere", "Konsultere", "Involvere"), start=1)
    ]


def test_a_degree_stands_among_the_others_and_says_its_promise(degrees: list[DegreePage]) -> None:
    page = seen(degrees[1])

    row = page.select(".degrees a")
    assert [link.strong.get_text() for link in row] == ["Informere", "Konsultere", "Involvere"]
    assert [link.get("aria-current") for link in row] == [None, "page", None]
    assert page.select_one(".goal dd").get_text() == "Mål"


def test_the_section_of_degrees_shows_the_row_and_no_cards(degrees: list[DegreePage]) -> None:
    page = seen(degrees[0].get_parent())

    assert len(page.select(".degrees a")) == 3
    assert not page.select("#list")


@pytest.mark.parametrize("day", [None, date(2026, 3, 4)])
def test_a_guide_says_whether_anybody_has_checked_it(tools: SectionPage, day: date | None) -> None:
    page = seen(
        tools.add_child(
            instance=GuidePage(
                title="Lov", slug="lov", kind="law", issuer="Stortinget", checked_on=day, duty=True
            )
        )
    )

    told = page.select_one(".guide .told")
    assert told.has_attr("data-done") is (day is not None)
    assert ("2026" in told.get_text()) is (day is not None)


def test_ticks_belong_to_the_page_alone(tools: SectionPage) -> None:
    page = seen(
        tools.add_child(
            instance=ChecklistPage(
                title="Sjekk", slug="sjekk", body=[("checklist", {"items": ["En", "To"]})]
            )
        )
    )

    boxes = page.select("[data-ticks] input")
    assert len(boxes) == 2
    assert not page.select("form [data-ticks], [data-ticks] [name]")
    assert {box["autocomplete"] for box in boxes} == {"off"}


def test_a_template_can_be_taken_along(tools: SectionPage) -> None:
    letter = {"title": "Brevet", "text": "<p>Hei [fyll inn navn]</p>"}
    template = tools.add_child(
        instance=TemplatePage(title="Brev", slug="brev", body=[("letter", letter)])
    )

    page = seen(template)

    assert page.select_one(f'.tools a[href="/last-ned/{template.pk}/brev.docx"]')
    assert page.select("[data-copies] [data-copy]") and page.select("[data-text] .letter")


def test_an_example_names_its_source(tools: SectionPage) -> None:
    page = seen(
        tools.add_child(
            instance=ExamplePage(title="Luka", slug="luka", source="KBT, https://kbtkompetanse.no/")
        )
    )

    assert page.select_one('.source a[href="https://kbtkompetanse.no/"]')


def test_news_stand_newest_first_and_days_to_come_above_them(home: HomePage) -> None:
    section = home.add_child(
        instance=SectionPage(title="Aktuelt", slug="aktuelt", show_in_menus=True, in_tree=False)
    )
    today, noon = clock.today(), timezone.now()
    for slug, days in (("gammel", -30), ("ny", -1), ("eldst", -90)):
        on = today + timedelta(days=days)
        section.add_child(
            instance=NewsPage(title=slug, slug=slug, on=on, starts=noon + timedelta(days=days * -1))
        )
    section.add_child(
        instance=NewsPage(title="forbi", slug="forbi", on=today, starts=noon - timedelta(days=9))
    )

    page = seen(section)

    listed = [link.get_text() for link in page.select("#list .cards a")]
    assert listed == ["forbi", "ny", "gammel", "eldst"]
    assert [link.get_text() for link in page.select(".days a")] == ["ny", "gammel", "eldst"]


def test_where_sources_differ_both_stand(tools: SectionPage) -> None:
    for value, source in (("165", "Historikk"), ("157", "Delrapport 1")):
        Figure.objects.create(key="moter", value=value, counts_nb="møter", source=source)

    page = seen(
        tools.add_child(
            instance=TextPage(title="Tall", slug="tall", body=[("figures", {"keys": ["moter"]})])
        )
    )

    told = page.select_one(".figures [data-several]").get_text()
    assert all(words in told for words in ("165", "157", "Historikk", "Delrapport 1"))


def test_a_page_in_a_long_section_still_says_where_it_is(home: HomePage) -> None:
    section = home.add_child(
        instance=SectionPage(title="Eksempler", slug="eksempler", show_in_menus=True, in_tree=False)
    )
    pages = [section.add_child(instance=TextPage(title=f"E{n}", slug=f"e{n}")) for n in range(3)]

    tree = seen(pages[1]).select(".side-nav a")

    assert [link.contents[0] for link in tree] == ["Eksempler", "E1"]
    assert tree[1]["aria-current"] == "page"


def test_a_page_outside_the_bar_stands_in_it_while_one_is_there(
    home: HomePage, tools: SectionPage
) -> None:
    contact = home.add_child(instance=TextPage(title="Kontakt", slug="kontakt"))
    home.add_child(instance=TextPage(title="Personvern", slug="personvern"))

    page = seen(contact)

    assert page.select_one(".main-nav [aria-current]").get_text() == "Kontakt"
    assert [link.contents[0] for link in page.select(".side-nav a")] == ["Kontakt", "Personvern"]
    assert page.select_one(".site-footer [aria-current]").get_text() == "Kontakt"
    assert "Kontakt" not in seen(tools).select_one(".main-nav").get_text()


@pytest.mark.parametrize("accent", ["teal", "rust", "plum"])
def test_a_site_has_its_colour(home: HomePage, accent: str) -> None:
    SiteProfile.objects.update(accent=accent)

    assert seen(home).html["class"] == [f"accent-{accent}"]


def test_the_ways_in_stand_at_the_foot(page: TextPage) -> None:
    foot = seen(page).select_one(".site-footer")

    assert {link["href"] for link in foot.select(".ways-in a")} == {"/d/", "/konto/login/"}
