"""The decision helper as readers meet it: one question at a time, in links alone."""

import re
from urllib.parse import parse_qsl

import pytest
from django.test import Client

from brukerstemmen.library import deciding
from brukerstemmen.library.models import (
    DoorPage,
    HomePage,
    SectionPage,
    Shows,
    TemplatePage,
    TextPage,
)

VELG = "/verktoy/velg/"
MOST_TAPS = 5


@pytest.fixture
def helper(home: HomePage, tools: SectionPage) -> DoorPage:
    """The helper, with every page its table leads to."""
    door = tools.add_child(instance=DoorPage(title="Velg", slug="velg", shows=Shows.HELPER))
    papers = tools.add_child(instance=SectionPage(title="Maler", slug="maler"))
    table = deciding.load()
    named = {one for arena in table.arenas.values() for one in arena.templates}
    named |= {one for degree in table.degrees.values() for one in degree.templates}
    for address in sorted(named):
        slug = address.strip("/").split("/")[-1]
        papers.add_child(instance=TemplatePage(title=slug.capitalize(), slug=slug))
    return door


def _links(page: str, part: str) -> list[str]:
    """The addresses in a list of the page, by its class."""
    inside = re.search(rf'<ul class="plain {part}".*?</ul>', page, re.DOTALL)
    assert inside, page
    return [one.replace("&amp;", "&") for one in re.findall(r'href="([^"]+)"', inside[0])]


@pytest.mark.usefixtures("helper")
def test_it_asks_one_question_at_a_time_and_says_why(client: Client) -> None:
    first = deciding.load().question(1)

    page = client.get(VELG).text

    assert first.text.nb in page and first.why.nb in page
    assert deciding.load().question(2).text.nb not in page
    assert len(_links(page, "ways-on")) == len(first.answers)


@pytest.mark.usefixtures("helper")
def test_following_the_links_leads_through_every_question_to_a_suggestion(client: Client) -> None:
    address, asked = VELG, 0
    while 'class="plain ways-on"' in (page := client.get(address).text):
        address = VELG + _links(page, "ways-on")[-1].partition("#")[0]
        asked += 1

    assert asked == len(deciding.load().questions)
    told = deciding.suggest(deciding.read(dict(parse_qsl(address.partition("?")[2]))))
    for words in (told.advice.name, told.promise, told.arena.about, told.pitfalls[0].text):
        assert words.nb in page
    assert all(choice.answer.text.nb in page for choice in told.because)


@pytest.mark.usefixtures("helper")
def test_an_answer_can_be_changed_and_the_others_stay(client: Client) -> None:
    page = client.get(f"{VELG}?apent=alt&formal=tekst&hvem=unge&vis=formal").text

    assert deciding.load().question("formal").why.nb in page
    assert page.count('#list" aria-current="true"') == 1
    changed = _links(page, "ways-on")[0]
    assert "apent=alt" in changed and "hvem=unge" in changed and "formal=erfaring" in changed
    assert 'href="?apent=alt&amp;formal=tekst&amp;hvem=unge&amp;vis=apent#list"' in page


@pytest.mark.usefixtures("helper")
def test_what_nobody_knows_is_passed_over(client: Client) -> None:
    page = client.get(f"{VELG}?apent=<script>&vis=../../&x=1&hvem=unge")

    assert page.status_code == 200
    assert deciding.load().question("apent").why.nb in page.text
    assert "../" not in page.text.split("<article>")[1] and "x=1" not in page.text


@pytest.mark.usefixtures("helper")
def test_five_taps_from_the_front_page_to_a_paper(client: Client, home: HomePage) -> None:
    taps = 1  # from the front page to the helper
    page = client.get(VELG).text
    page = client.get(VELG + _links(page, "ways-on")[3].partition("#")[0]).text
    taps += 1
    early = re.search(r'href="([^"]+vis=forslag)#list"', page)
    assert early
    page = client.get(VELG + early[1].replace("&amp;", "&")).text
    taps += 1
    papers = _links(page, "papers")
    word = next(one for one in papers if one.endswith(".docx"))
    taps += 1

    answer = client.get(word)
    assert answer.status_code == 200 and taps <= MOST_TAPS
    assert answer["Content-Type"].endswith("wordprocessingml.document")


@pytest.mark.usefixtures("helper")
def test_templates_that_are_gone_are_left_out(client: Client) -> None:
    address = f"{VELG}?apent=losningen&vis=forslag"
    there = _links(client.get(address).text, "papers")
    slug = there[0].strip("/").split("/")[-1]

    TemplatePage.objects.get(slug=slug).unpublish()

    assert there[0] not in _links(client.get(address).text, "papers")


@pytest.mark.usefixtures("helper")
def test_the_suggestion_is_kept_but_strange_queries_are_not(
    client: Client, django_assert_num_queries
) -> None:
    known = f"{VELG}?apent=losningen&vis=forslag"
    client.get(known)
    with django_assert_num_queries(1):
        client.get(known)

    strange = f"{VELG}?apent=losningen&vis=forslag&x=1"
    client.get(strange)
    TextPage.objects.update(title="Nytt")
    DoorPage.objects.filter(slug="velg").update(title="Finn ut")
    assert "Finn ut" in client.get(strange).text and "Finn ut" not in client.get(known).text
