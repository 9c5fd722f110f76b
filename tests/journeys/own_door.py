"""Steps to and through the participant's own door, shared by several stories."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.journeys.conftest import PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

SMALL_PHONE = 320
ELVESUND = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/"
CODE = re.compile(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]")
LANGUAGES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
# Each as a story is told: a width, whether there are scripts, a language.
WAYS = {
    "small phone": (SMALL_PHONE, True, "nb"),
    "phone, nynorsk": (PHONE, True, "nn"),
    "phone, English": (PHONE, True, "en"),
    "without scripts": (PHONE, False, "nb"),
}


def the_lead(visit: Callable[..., Visitor]) -> Walk:
    """Ingunn at her desk."""
    walk = Walk(visit())
    walk.become("Ingunn Røsvik")
    return walk


def code_on(walk: Walk) -> str:
    """The code that stands on the page, as somebody copies it."""
    found = CODE.search(walk.page.locator("main").inner_text())
    assert found is not None, walk.page.url
    return found[0]


def invite_the_young(lead: Walk) -> None:
    """Those under 16 are asked too, and those who care for them are told."""
    lead.go(f"{ELVESUND}invitasjon/")
    lead.tick("People under 16 are invited too")
    lead.press("Save")


def slip_made_by(lead: Walk, language: str) -> str:
    """A sheet of slips; the code that is on them."""
    lead.go(f"{ELVESUND}invitasjon/lapper/ny/")
    lead.field("Which language?").select_option(language)
    lead.write("Where are the slips handed out?", "Ekspedisjonen")
    lead.press("Make the slips")
    return code_on(lead)


def code_for_somebody_new(lead: Walk) -> str:
    lead.go(f"{ELVESUND}deltakere/")
    lead.follow("Give a code to somebody new")
    lead.press("Give a number and a code")
    return code_on(lead)


def new_code_for(lead: Walk, number: int) -> str:
    """A lost code is replaced the same day."""
    lead.go(f"{ELVESUND}deltakere/{number}/")
    buttons = lead.page.locator(f'form[action$="/deltakere/{number}/kode/"] button')
    lead.arrive(buttons.click)
    return code_on(lead)


def enters(visitor: Visitor, code: str, language: str = "nb") -> Walk:
    """Somebody types a code at the entrance, in the language they choose there."""
    walk = Walk(visitor, language=language)
    # The first page is in the language of the browser, which is bokmål.
    Walk(visitor).go("/d/")
    if language != "nb":
        walk.arrive(walk.page.get_by_role("button", name=LANGUAGES[language]).click)
    expect(walk.page.locator("html")).to_have_attribute("lang", language)
    walk.write("Your code", code.replace("-", " ").lower())
    walk.press("Open")
    return walk
