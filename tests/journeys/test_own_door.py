"""Stations 4, 7 and 13 as a participant: a slip, a code, a yes, one's own words, and the way out.

On a phone, a small one too; once without scripts; in bokmål, nynorsk and English. The codes come
from the lead's own pages.
"""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect
from pytest_django.fixtures import Settings

from tests.journeys import own_door
from tests.journeys.conftest import PHONE
from tests.journeys.own_door import ELVESUND, WAYS
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

pytestmark = pytest.mark.usefixtures("demo")
NEW_WORDS = "Vi som kom, hadde lyst til å si det på en annen måte."
FORBIDDEN = ("elvesund", "psykisk", "bruker spør bruker", "rus")


@pytest.mark.parametrize(("width", "scripts", "language"), WAYS.values(), ids=list(WAYS))
def test_from_a_slip_to_a_reply(
    visit: Callable[..., Visitor], width: int, scripts: bool, language: str
):
    lead = own_door.the_lead(visit)
    code = own_door.slip_made_by(lead, language)
    somebody = own_door.enters(visit(width=width, scripts=scripts), code, language)

    somebody.sees("We would like to hear what you have to say")
    text = somebody.page.locator("body").inner_text().lower()
    assert not [word for word in FORBIDDEN if f" {word} " in f" {text} "]
    somebody.follow("Reply to us")
    somebody.press("Send")  # nothing written yet: told gently, and nothing lost
    somebody.tick("I would rather talk alone than in a group")
    somebody.write("Telephone", "20 55 03 19")
    somebody.tick("An interpreter")
    somebody.press("Send")
    expect(somebody.page).to_have_url(f"{somebody.visitor.address}/d/takk/")

    lead.go(f"{ELVESUND}svar/")
    lead.reads("20 55 03 19")
    # A slip opens a reply, and no words of anybody.
    somebody.go("/d/ord/")
    expect(somebody.page).to_have_url(f"{somebody.visitor.address}/d/")


@pytest.mark.parametrize(("width", "scripts", "language"), WAYS.values(), ids=list(WAYS))
def test_from_a_code_to_a_yes(
    visit: Callable[..., Visitor], width: int, scripts: bool, language: str
):
    code = own_door.code_for_somebody_new(own_door.the_lead(visit))
    somebody = own_door.enters(visit(width=width, scripts=scripts), code, language)

    somebody.sees("Before you say yes or no")
    # The yes cannot be reached before what cannot be promised has been shown.
    somebody.go("/d/samtykke/valg/")
    expect(somebody.page).to_have_url(f"{somebody.visitor.address}/d/samtykke/grenser/")
    somebody.reads("113")
    somebody.reads("116 117")
    somebody.follow("I have read this. Go on")
    expect(somebody.page.locator("input[type=radio]:checked")).to_have_count(0)
    somebody.press("This is my answer")  # a choice is missing: it is said, and nothing is lost
    choose(somebody, "take_part", "yes")
    choose(somebody, "quotes", "yes")
    choose(somebody, "contact_again", "no")
    somebody.press("This is my answer")
    somebody.sees("Thank you. You are with us")
    somebody.follow("Go to your page")
    somebody.sees("Nothing you have said is written down yet. When it is, you find it here.")


def choose(walk: Walk, purpose: str, answer: str) -> None:
    walk.page.locator(f'input[name="{purpose}"][value="{answer}"]').check()


@pytest.mark.parametrize(("width", "scripts", "language"), WAYS.values(), ids=list(WAYS))
def test_from_own_words_to_the_way_out(
    visit: Callable[..., Visitor], width: int, scripts: bool, language: str
):
    lead = own_door.the_lead(visit)
    code = own_door.new_code_for(lead, 5)
    somebody = own_door.enters(visit(width=width, scripts=scripts), code, language)

    somebody.follow("Your words")
    somebody.press("Yes, this is what I meant")
    somebody.follow("Change the words")
    somebody.write("How do you want it to be?", f"{NEW_WORDS} Spør Kåre Tveitmoen.")
    somebody.press("Use these words")  # a name in it is shown, gently
    somebody.reads("Kåre Tveitmoen")
    somebody.write("How do you want it to be?", NEW_WORDS)
    somebody.press("Use these words")
    somebody.go("/d/opplysninger/")
    somebody.follow("I want to withdraw")
    somebody.press("Withdraw now")
    somebody.sees("You have withdrawn")

    somebody.go("/d/ord/")
    expect(somebody.page).to_have_url(f"{somebody.visitor.address}/d/")
    lead.go(f"{ELVESUND}deltakere/5/")
    expect(lead.page.locator('form[action$="/kode/"]')).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_leaving_quickly_leaves_nothing_in_the_browser(
    visit: Callable[..., Visitor], settings: Settings, scripts: bool
):
    settings.EXIT_ADDRESS = "/konto/login/"  # in use another site; here it stays on the machine
    code = own_door.new_code_for(own_door.the_lead(visit), 5)
    phone = visit(width=PHONE, scripts=scripts)
    somebody = own_door.enters(phone, code)
    somebody.follow("Your words")
    words = somebody.page.locator("blockquote").first.inner_text()
    assert somebody.page.title() == nb("Your page")

    somebody.arrive(somebody.page.locator("a[data-exit]").click)
    assert {one["name"] for one in phone.context.cookies()} <= {"csrftoken"}
    if scripts:
        assert somebody.page.evaluate("localStorage.length + sessionStorage.length") == 0
    somebody.page.go_back()
    assert words not in somebody.page.content()
    somebody.go("/d/ord/")
    assert words not in somebody.page.content()
