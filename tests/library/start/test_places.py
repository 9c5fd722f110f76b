"""Where am I: on every page of the start content, as a reader meets it from the front page on."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from brukerstemmen.library.models import LibraryPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("started")]
FRONT = ("/", "/nn/", "/en/")
FARTHEST = 4
# Doors of other rooms, which have tests of their own.
ELSEWHERE = ("/konto/", "/d/", "/static/", "/last-ned/", "/hva-skjedde/")


@dataclass
class Visited:
    """What a crawl found: clicks from a front page, the pages, and links that lead nowhere."""

    clicks: dict[str, int] = field(default_factory=dict)
    pages: dict[str, BeautifulSoup] = field(default_factory=dict)
    dead: list[str] = field(default_factory=list)


def links(page: BeautifulSoup, at: str) -> Iterator[str]:
    for link in page.select("a[href]"):
        there = urlsplit(urldefrag(str(link["href"]))[0])
        if not there.scheme and not there.netloc and there.path and not there.query:
            yield there.path if there.path.startswith("/") else at + there.path


def walk() -> Visited:
    client, found = Client(), Visited()
    found.clicks = dict.fromkeys(FRONT, 0)
    waiting = deque(FRONT)
    while waiting:
        at = waiting.popleft()
        answer = client.get(at)
        if answer.status_code != 200:
            found.dead.append(f"{at}: {answer.status_code}")
            continue
        if "html" not in answer["Content-Type"]:
            continue
        found.pages[at] = BeautifulSoup(answer.content, "html.parser")
        for there in links(found.pages[at], at):
            if there not in found.clicks and not there.startswith(ELSEWHERE):
                found.clicks[there] = found.clicks[at] + 1
                waiting.append(there)
    return found


@pytest.fixture(scope="module")
def visited(started: None, django_db_blocker) -> Visited:
    with django_db_blocker.unblock():
        return walk()


def test_no_link_is_dead(visited: Visited) -> None:
    assert not visited.dead


def test_no_page_is_an_orphan_and_none_is_far_away(visited: Visited) -> None:
    all_of_them = {page.url for page in LibraryPage.objects.live()}

    assert all_of_them <= set(visited.clicks)
    assert not {at for at in all_of_them if visited.clicks[at] > FARTHEST}


def inside(visited: Visited) -> dict[str, BeautifulSoup]:
    """The pages of the tree, without the front pages."""
    tree = {page.url for page in LibraryPage.objects.live()} - set(FRONT)
    return {at: page for at, page in visited.pages.items() if at in tree}


def test_every_page_says_where_one_is_four_times(visited: Visited) -> None:
    wrong = []
    for at, page in inside(visited).items():
        title = page.h1.get_text(strip=True)
        crumb = page.select('.crumbs li [aria-current="page"]')
        bar = page.select(".main-nav [aria-current]")
        tree = page.select('.side-nav [aria-current="page"]')
        beside = page.select(".side-nav")
        signals = [
            page.title.get_text(strip=True).startswith(title),
            [mark.get_text(strip=True) for mark in crumb] == [title],
            len(bar) == 1 or not _in_the_bar(page, at),
            not beside
            or at in {top["href"] for top in page.select(".main-nav a")}
            or len(tree) == 1,
        ]
        if not all(signals):
            wrong.append((at, signals))

    assert not wrong


def _in_the_bar(page: BeautifulSoup, at: str) -> bool:
    """Whether the page lies under something that stands in the bar."""
    return any(at.startswith(top["href"]) for top in page.select(".main-nav a"))


def test_the_heading_is_the_words_of_the_link_that_leads_there(visited: Visited) -> None:
    """In the tree and the crumbs: what one reads is what one gets."""
    headings = {at: page.h1.get_text(strip=True) for at, page in inside(visited).items()}
    wrong = []
    for at, page in inside(visited).items():
        for link in page.select(".side-nav a[href], .crumbs li a[href]"):
            words = link.find(string=True, recursive=False)
            if link["href"] in headings and words and words.strip() != headings[link["href"]]:
                wrong.append((at, link["href"], words))

    assert not wrong
