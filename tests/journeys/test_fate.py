"""Somebody with a code finds what became of what they said, in three steps at most, and back."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys import own_door
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.own_door import ELVESUND
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

AT_MOST = 3  # steps
AFTER_THE_REPORT = 170  # a day of the demo project: the service has answered everything
# A width, whether there are scripts, a language.
WAYS = {
    "laptop": (LAPTOP, True, "nb"),
    "phone": (PHONE, True, "nn"),
    "phone, English": (PHONE, True, "en"),
    "without scripts": (PHONE, False, "nb"),
}


@pytest.mark.parametrize(("width", "scripts", "language"), WAYS.values(), ids=list(WAYS))
def test_from_a_code_to_what_became_of_it(
    demo_on: Callable[[int], None],
    visit: Callable[..., Visitor],
    width: int,
    scripts: bool,
    language: str,
):
    demo_on(AFTER_THE_REPORT)
    code = own_door.new_code_for(own_door.the_lead(visit), 5)
    somebody = own_door.enters(visit(width=width, scripts=scripts), code, language)
    steps = 1  # the code

    somebody.follow("What became of it?")
    steps += 1
    words = somebody.page.locator(".fates a").first
    said = words.locator(".fate-words").inner_text().strip("«»…")
    somebody.arrive(words.click)
    steps += 1

    assert steps <= AT_MOST
    expect(somebody.page.locator("blockquote")).to_contain_text(said)
    somebody.sees("What the service answers")
    # What others have said is nowhere here.
    expect(somebody.page.locator("blockquote")).to_have_count(1)
    somebody.follow("Your words", within=somebody.page.locator("main"))
    expect(somebody.page.locator("blockquote").first).to_contain_text(said)
    somebody.follow("What became of it?")
    somebody.follow("Back to everything you said")
    somebody.follow("Back to your page")


@pytest.mark.parametrize("width", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_team_walks_there_and_back(
    demo_on: Callable[[int], None], visit: Callable[..., Visitor], width: int
):
    demo_on(AFTER_THE_REPORT)
    lead = Walk(visit(width=width))
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}livslop/")
    lead.arrive(lead.page.locator("main h2 a").first.click)
    story = lead.page.url
    lead.arrive(lead.page.locator('main a[href*="/livslop/utsagn/"]').first.click)
    lead.arrive(lead.page.locator('main a[href*="/livslop/tiltak/"]').first.click)
    path = story.removeprefix(lead.visitor.address)
    lead.arrive(lead.page.locator(f'main a[href="{path}"]').first.click)

    assert lead.page.url == story
