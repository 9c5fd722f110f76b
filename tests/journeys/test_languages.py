"""Those who take part meet their own language: what the room hears, and the way in."""

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import said

READING = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/moter/6/les-opp/"
# What stands on each page.
HEARD = (
    "Is this how you meant it?",
    "Yes, that is how it is",
    "We want to change it",
    "Not everybody agrees. Write both",
)
CHANGED = ("How do you want it to be?", "This is how it is", "No, go back")
BOTH = ("This stays as it is. Write beside it what the others say.", "What do the others say?")
SIGN_IN = (
    "I have forgotten my password",
    "Are you a participant? You need no account. Use the address on your slip.",
)
pytestmark = pytest.mark.usefixtures("demo")


def speak(walk: Walk, language: str) -> None:
    """Choose a language where the page offers it."""
    # By its value: the demo's people may have the name of a language beside theirs.
    choice = walk.page.locator(f'button[name="language"][value="{language}"]')
    walk.arrive(choice.click)
    assert walk.page.locator("html").get_attribute("lang") == language


def shows(walk: Walk, language: str, texts: tuple[str, ...]) -> None:
    """The page says it in the language, and that is not merely bokmål by another name."""
    assert {said(language, text) for text in texts} != {said("nb", text) for text in texts}
    for text in texts:
        expect(walk.page.get_by_text(said(language, text)).first).to_be_visible()


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_room_hears_and_answers_in_its_own_language(anyone: Visitor, language: str):
    walk = Walk(anyone)
    walk.become("Tor-Eirik Lund")
    walk.go(READING)
    speak(walk, language)
    shows(walk, language, HEARD)

    walk.arrive(walk.page.get_by_role("link", name=said(language, HEARD[2])).click)
    shows(walk, language, CHANGED)
    walk.arrive(walk.page.get_by_role("link", name=said(language, CHANGED[2])).click)
    walk.arrive(walk.page.get_by_role("link", name=said(language, HEARD[3])).click)
    shows(walk, language, BOTH)


@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_way_in_is_in_its_own_language(anyone: Visitor, language: str):
    walk = Walk(anyone)
    walk.go("/konto/login/")
    speak(walk, language)

    shows(walk, language, SIGN_IN)
    walk.arrive(walk.page.get_by_role("link", name=said(language, SIGN_IN[0])).click)
    assert walk.page.locator("html").get_attribute("lang") == language
