"""Search as readers meet it, and how the index follows what is published."""

import re
from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import Locale, PageViewRestriction

from brukerstemmen.library.actions.indexing import index_all
from brukerstemmen.library.models import (
    DoorPage,
    ExamplePage,
    Freshness,
    HomePage,
    IndexedPage,
    IndexedStem,
    IndexedWord,
    LibraryPage,
    Posting,
    SectionPage,
    Shows,
    TextPage,
)
from brukerstemmen.library.showing import searching

Asks = Callable[..., str]


@pytest.fixture(autouse=True)
def no_shelf_is_kept() -> Iterator[None]:
    searching._shelves.clear()
    yield
    searching._shelves.clear()


@pytest.fixture
def search(home: HomePage, tools: SectionPage) -> DoorPage:
    """The page that searches, three pages that can be found, and nothing else."""
    door = home.add_child(instance=DoorPage(title="Søk", slug="sok", shows=Shows.SEARCH))
    for title, slug, text in (
        ("Honorar", "honorar", "Satsen er 400 kroner i timen. Reise kommer i tillegg."),
        ("Brukerpanel", "brukerpanel", "Panelet møtes ti ganger. Avtal honorar først."),
    ):
        body = [("text", {"title": "Slik", "text": f"<p>{text}</p>"})]
        tools.add_child(instance=TextPage(title=title, slug=slug, body=body))
    tools.add_child(instance=ExamplePage(title="Luka", slug="luka", source="Rapport 2020"))
    index_all()
    return door


@pytest.fixture
def ask(search: DoorPage, client: Client) -> Asks:
    def ask(address: str = "/sok/", **asks: str) -> str:
        answer = client.get(address, asks)
        assert answer.status_code == 200
        return answer.text

    return ask


def _hits(answer: str) -> list[str]:
    """The addresses found, in their order."""
    found = re.search(r'<ol class="plain hits">.*?</ol>', answer, re.DOTALL)
    return re.findall(r'<h3[^>]*><a[^>]*href="([^"]+)"', found[0]) if found else []


def _publish(page: LibraryPage) -> None:
    page.save_revision().publish()


def test_a_page_is_found_and_the_words_that_answer_are_marked(ask: Asks) -> None:
    answer = ask(q="honorar")

    assert _hits(answer) == ["/verktoy/honorar/", "/verktoy/brukerpanel/"]
    assert "Avtal <mark>honorar</mark> først" in answer


def test_one_typing_error_is_forgiven_and_told(ask: Asks) -> None:
    answer = ask(q="honrar")

    assert 'href="?q=honorar"' in answer
    assert _hits(answer)[0] == "/verktoy/honorar/"
    assert 'href="?q=honorar"' not in ask(q="honorarer")


def test_hits_are_narrowed_by_kind_and_the_address_holds_it(ask: Asks) -> None:
    assert 'href="?q=rapport&amp;type=eksempler#list"' in ask(q="rapport")
    assert _hits(ask(q="rapport", type="eksempler")) == ["/verktoy/luka/"]
    assert _hits(ask(q="rapport", type="lover")) == []
    assert _hits(ask(q="rapport", type="finnes-ikke")) == ["/verktoy/luka/"]


def test_nothing_found_leads_on(ask: Asks) -> None:
    answer = ask(q="xyzzyqq")

    assert _hits(answer) == []
    assert 'href="/verktoy/"' in answer[answer.index('id="found"') :]


@pytest.mark.parametrize(
    "query", ["<script>alert(1)</script>", '"; DROP', "%00\x00", "a" * 5000, "*:()^", "  ", "og"]
)
def test_whatever_is_typed_is_answered_calmly(ask: Asks, query: str) -> None:
    assert "<script>alert" not in ask(q=query)
    assert ask(q=query, side="99999999999999999999", type="\x00", sprak="xx")


def test_long_lists_come_a_page_at_a_time(ask: Asks, tools: SectionPage) -> None:
    tools.refresh_from_db()
    for number in range(12):
        tools.add_child(instance=TextPage(title=f"Årshjul {number}", slug=f"arshjul-{number}"))
    index_all()

    first, second = _hits(ask(q="årshjul")), _hits(ask(q="årshjul", side="2"))

    assert (len(first), len(second)) == (10, 2) and not set(first) & set(second)


def test_another_language_is_looked_in_last_and_that_is_told(ask: Asks, home: HomePage) -> None:
    english = Locale.objects.get_or_create(language_code="en")[0]
    front = home.get_parent().add_child(
        instance=HomePage(
            title="Front",
            slug="forside-en",
            locale=english,
            translation_key=home.translation_key,
        )
    )
    door = front.add_child(
        instance=DoorPage(title="Search", slug="sok", shows=Shows.SEARCH, locale=english)
    )
    front.add_child(instance=TextPage(title="Honorar here", slug="pay", locale=english))
    index_all()

    assert door.url == "/en/sok/"
    answer = ask("/en/sok/", q="honorar")
    with translation.override("en"):
        assert gettext(
            "There is little in this language. What there is in bokmål stands last."
        ) in (answer)
    assert _hits(answer) == ["/en/pay/", "/verktoy/honorar/", "/verktoy/brukerpanel/"]
    assert answer.count('<li lang="nb">') == 2
    assert _hits(ask("/en/sok/", q="honorar", sprak="en")) == ["/en/pay/"]
    assert _hits(ask("/en/sok/", q="brukerpanel")) == ["/verktoy/brukerpanel/"]
    assert "/en/pay/" not in _hits(ask(q="honorar"))


def test_the_number_of_queries_is_the_same_whatever_is_found(
    ask: Asks, tools: SectionPage, django_assert_num_queries
) -> None:
    ask(q="satsen")
    searching._shelves.clear()
    with CaptureQueriesContext(connection) as asked:
        ask(q="reise")
        queries = len(asked)
    tools.refresh_from_db()
    for number in range(9):
        body = [("text", {"title": "", "text": "<p>Reise og honorar.</p>"})]
        tools.add_child(instance=TextPage(title=f"Side {number}", slug=f"s{number}", body=body))
    index_all()
    ask(q="satsen")
    searching._shelves.clear()
    with django_assert_num_queries(queries):
        ask(q="reise honorar")
    with django_assert_num_queries(queries - 3):
        ask(q="honorar")


def test_what_is_asked_is_not_kept(ask: Asks, client: Client) -> None:
    ask(q="honorar")
    LibraryPage.objects.filter(slug="honorar").update(title="Penger")

    assert "Penger" in ask(q="honorar")


def test_publishing_makes_a_page_found_and_taking_it_down_hides_it(
    ask: Asks, tools: SectionPage
) -> None:
    tools.refresh_from_db()
    page = tools.add_child(instance=TextPage(title="Bordvert", slug="bordvert", live=False))
    number = Freshness.now()
    assert not _hits(ask(q="bordvert"))

    _publish(page)
    assert Freshness.now() > number and "/verktoy/bordvert/" in _hits(ask(q="bordvert"))

    page.title = "Kaffekoker"
    page.save_revision()
    assert "/verktoy/bordvert/" not in _hits(ask(q="kaffekoker"))
    _publish(page)
    assert "/verktoy/bordvert/" in _hits(ask(q="kaffekoker"))

    page.refresh_from_db()
    page.unpublish()
    assert not _hits(ask(q="kaffekoker"))
    assert not IndexedStem.objects.filter(stem__startswith="kaffekok").exists()


def test_a_page_that_is_deleted_or_moved_is_told_of_at_once(ask: Asks, home: HomePage) -> None:
    page = TextPage.objects.get(slug="honorar")
    number = Freshness.now()
    page.move(home, pos="last-child")
    assert Freshness.now() > number and _hits(ask(q="satsen")) == ["/honorar/"]

    number = Freshness.now()
    TextPage.objects.get(slug="honorar").delete()
    assert Freshness.now() > number and not _hits(ask(q="satsen"))


def test_what_not_everybody_may_read_is_never_found(ask: Asks, tools: SectionPage) -> None:
    tools.refresh_from_db()
    closed = PageViewRestriction.objects.create(
        page=tools, restriction_type=PageViewRestriction.PASSWORD, password="hemmelig"
    )
    assert not _hits(ask(q="satsen"))
    index_all()
    assert not _hits(ask(q="satsen"))

    closed.delete()
    assert _hits(ask(q="satsen")) == ["/verktoy/honorar/"]


def test_the_index_is_the_same_however_it_was_made(search: DoorPage) -> None:
    def everything() -> tuple[object, ...]:
        return (
            set(IndexedPage.objects.values_list("page", "kind", "text")),
            set(Posting.objects.values_list("stem__stem", "page", "weight")),
            set(IndexedWord.objects.values_list("word", "stem__stem")),
        )

    made_anew = everything()
    for page in LibraryPage.objects.live().specific():
        _publish(page)
    assert everything() == made_anew

    call_command("index_library", verbosity=0)
    assert everything() == made_anew
