"""The pictures in the README: the demo as it stands, walked to and taken here.

    SCREENSHOTS=1 .venv/bin/python -m pytest tests/journeys/test_screenshots.py

Without SCREENSHOTS the walk is only tried, so that the way to each picture stays open.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.template.loader import render_to_string
from playwright.sync_api import Locator, ViewportSize, expect

from brukerstemmen.people import paper
from tests.journeys import own_door
from tests.journeys.conftest import PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
LARGEST_BYTES = 300 * 1024
WINDOW: ViewportSize = {"width": 1280, "height": 960}
SHEET: ViewportSize = {"width": 794, "height": 1123}  # A4
SLUG = "sammen-om-overgangene-bruker-spor-bruker"
ELVESUND, SERVICE = f"/arbeid/evalueringer/{SLUG}/", f"/tjeneste/{SLUG}/"
ON_POSTER = 4  # lines of each part: few, and so in large letters
DEFAULT_DAY = pytest.mark.usefixtures("demo")


def walk_in_a_tall_window(visitor: Visitor) -> Walk:
    visitor.page.set_viewport_size(WINDOW)
    return Walk(visitor)


def take(walk: Walk, name: str) -> None:
    """What stands in the window, as a picture."""
    walk.look()
    keep(walk, name)


def keep(walk: Walk, name: str) -> None:
    if not os.environ.get("SCREENSHOTS"):
        return
    # Playwright would otherwise put in a style of its own, which the policy stops.
    walk.page.screenshot(path=PICTURES / f"{name}.png", animations="allow", caret="initial")
    assert (PICTURES / f"{name}.png").stat().st_size < LARGEST_BYTES


def scroll_to(walk: Walk, what: Locator, *, air: int) -> None:
    """As somebody reads on, with so many pixels above."""
    what.evaluate("(it, air) => scrollTo(0, it.getBoundingClientRect().top + scrollY - air)", air)


@DEFAULT_DAY
def test_the_lead_shows_the_overview_the_masking_and_the_board(laptop: Visitor):
    walk = walk_in_a_tall_window(laptop)
    walk.become("Ingunn Røsvik")
    walk.go(ELVESUND)
    take(walk, "oversikt")

    walk.go(f"{ELVESUND}moter/5/masker/")
    expect(walk.page.locator("mark.hit")).not_to_have_count(0)
    take(walk, "masker")

    walk.go(f"{ELVESUND}temaer/")
    walk.page.keyboard.press("j")
    walk.page.evaluate("scrollTo(0, 0)")
    take(walk, "temaer")


@DEFAULT_DAY
def test_an_interviewer_shows_writing_down_and_reading_aloud(laptop: Visitor):
    walk = walk_in_a_tall_window(laptop)
    walk.become("Tor-Eirik Lund")
    walk.go(f"{ELVESUND}moter/6/")
    walk.press("Open for writing again")
    walk.page.locator("#id_words").press_sequentially("De husket hva jeg het, andre gangen.")
    walk.page.locator(".kinds label").first.click()
    walk.page.locator("#id_words").focus()
    take(walk, "skriv")

    walk.go(f"{ELVESUND}moter/6/les-opp/?nr=4")
    take(walk, "les-opp")


@DEFAULT_DAY
def test_somebody_shows_the_slip_and_their_own_words(visit: Callable[..., Visitor]):
    lead = own_door.the_lead(visit)
    slip, own = own_door.slip_made_by(lead, "nb"), own_door.new_code_for(lead, 5)
    somebody = own_door.enters(visit(width=PHONE), slip)
    take(somebody, "lapp")

    somebody = own_door.enters(visit(width=PHONE), own)
    somebody.follow("Your words")
    take(somebody, "egne-ord")


def test_what_was_said_is_talked_about_answered_and_reported(
    visit: Callable[..., Visitor], demo_on: Callable[[int], None]
):
    demo_on(165)
    lead = walk_in_a_tall_window(visit())
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}dialog/1/rommet/")
    lead.follow("Next")
    take(lead, "rommet")

    leader = walk_in_a_tall_window(visit())
    leader.become("Turid Aasheim")
    leader.go(f"{SERVICE}svar/")
    take(leader, "svar")
    leader.go(SERVICE)
    leader.page.locator("main a[href*='/rapport/']").first.click()
    quote = leader.page.locator("article blockquote").first
    scroll_to(leader, quote, air=420)
    take(leader, "rapport")


def test_what_was_said_is_followed_to_what_it_led_to(
    visit: Callable[..., Visitor], demo_on: Callable[[int], None]
):
    demo_on(501)
    lead = walk_in_a_tall_window(visit())
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}livslop/")
    lead.arrive(lead.page.locator("main h2 a").nth(1).click)
    take(lead, "livslop")
    lead.go(f"{ELVESUND}oppfolging/1/")
    scroll_to(lead, lead.page.locator("#told"), air=60)
    take(lead, "runde")
    lead.go("/arbeid/lofter/")
    take(lead, "lofter")

    leader = walk_in_a_tall_window(visit())
    leader.become("Turid Aasheim")
    leader.go(f"{SERVICE}tiltak/")
    scroll_to(leader, leader.page.locator("main dl.claims").nth(3), air=160)
    take(leader, "merkes")

    anybody = walk_in_a_tall_window(visit())
    anybody.go(f"/hva-skjedde/{SLUG}/")
    scroll_to(anybody, anybody.page.locator("main h3").nth(1), air=60)
    take(anybody, "hva-skjedde")


def test_the_poster_hangs_on_the_wall(
    visit: Callable[..., Visitor],
    demo_on: Callable[[int], None],
    monkeypatch: pytest.MonkeyPatch,
):
    """The very page that becomes the PDF, drawn by the browser with the margins of the sheet."""
    sheets: list[str] = []

    def keeping(*told: Any) -> str:
        sheets.append(render_to_string(*told))
        return sheets[-1]

    monkeypatch.setattr(paper, "render_to_string", keeping)
    demo_on(501)
    lead = Walk(visit())
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}tilbakemelding/plakat/")
    lines = [
        ("linje", line.input_value())
        for part in lead.page.locator("main fieldset").all()
        for line in part.locator("input").all()[:ON_POSTER]
    ]
    made = lead.page.request.get(
        f"{ELVESUND}plakat.pdf?{urlencode([('valgt', '1'), *lines])}", max_redirects=0
    )
    assert made.body().startswith(b"%PDF")

    sheet = sheets[-1].replace("<body ", '<body style="margin: 14mm 16mm" ')
    lead.page.set_viewport_size(SHEET)
    lead.page.route(
        "**/plakaten", lambda route: route.fulfill(body=sheet, content_type="text/html")
    )
    lead.page.goto("/plakaten")
    keep(lead, "plakat")  # paper has no landmarks to look for


def test_somebody_reads_what_their_words_led_to(
    visit: Callable[..., Visitor], demo_on: Callable[[int], None]
):
    demo_on(501)
    code = own_door.new_code_for(own_door.the_lead(visit), 5)
    somebody = own_door.enters(visit(width=PHONE), code)
    somebody.go("/d/brev/")
    take(somebody, "brev")
    somebody.go("/d/skjebne/")
    somebody.arrive(somebody.page.locator(".fates a").nth(2).click)
    scroll_to(somebody, somebody.page.locator("blockquote"), air=20)
    take(somebody, "skjebne")


def test_the_log_proves_what_is_gone(visit: Callable[..., Visitor], demo_on: Callable[[int], None]):
    demo_on(520)
    lead = walk_in_a_tall_window(visit())
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}slettelogg/")
    take(lead, "slettelogg")
