"""The pictures in the README: the demo as it stands, walked to and taken here.

    SCREENSHOTS=1 .venv/bin/python -m pytest tests/journeys/test_screenshots.py

Without SCREENSHOTS the walk is only tried, so that the way to each picture stays open.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.journeys import own_door
from tests.journeys.conftest import PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "screenshots"
LARGEST_BYTES = 300 * 1024
WINDOW: ViewportSize = {"width": 1280, "height": 960}
ELVESUND = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/"
DEFAULT_DAY = pytest.mark.usefixtures("demo")


def walk_in_a_tall_window(visitor: Visitor) -> Walk:
    visitor.page.set_viewport_size(WINDOW)
    return Walk(visitor)


def take(walk: Walk, name: str) -> None:
    """What stands in the window, as a picture."""
    walk.look()
    if not os.environ.get("SCREENSHOTS"):
        return
    # Playwright would otherwise put in a style of its own, which the policy stops.
    walk.page.screenshot(path=PICTURES / f"{name}.png", animations="allow", caret="initial")
    assert (PICTURES / f"{name}.png").stat().st_size < LARGEST_BYTES


@DEFAULT_DAY
def test_the_lead_shows_the_overview_the_masking_the_board_and_the_draft(laptop: Visitor):
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

    walk.go(f"{ELVESUND}utkast/")
    heading = walk.page.get_by_role("heading", name="Å bli møtt")
    heading.evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 60)")
    take(walk, "utkast")


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
def test_somebody_shows_the_slip_their_own_words_and_the_way_out(visit: Callable[..., Visitor]):
    lead = own_door.the_lead(visit)
    slip, own = own_door.slip_made_by(lead, "nb"), own_door.new_code_for(lead, 5)
    somebody = own_door.enters(visit(width=PHONE), slip)
    take(somebody, "lapp")

    somebody = own_door.enters(visit(width=PHONE), own)
    somebody.follow("Your words")
    take(somebody, "egne-ord")
    somebody.go("/d/trekk/")
    take(somebody, "trekk")


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
    leader.go("/tjeneste/sammen-om-overgangene-bruker-spor-bruker/svar/")
    take(leader, "svar")
    leader.go("/tjeneste/sammen-om-overgangene-bruker-spor-bruker/")
    leader.page.locator("main a[href*='/rapport/']").first.click()
    quote = leader.page.locator("article blockquote").first
    quote.evaluate("it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 420)")
    take(leader, "rapport")
