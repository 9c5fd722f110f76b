"""Leaving by telephone, in two presses of somebody on the team; and coming in by the wall."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from brukerstemmen.people import opening
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices import addresses
from brukerstemmen.voices.models.codes import WallCode
from tests.journeys import own_door
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.own_door import ELVESUND, SMALL_PHONE
from tests.journeys.test_own_door import choose
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

pytestmark = pytest.mark.usefixtures("demo")
NUMBER, CODE = 5, "D05"
SIXTH = f"{ELVESUND}moter/6/"
DRAFT, BOARD = f"{ELVESUND}utkast/", f"{ELVESUND}temaer/"


@pytest.mark.parametrize("width", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_one_who_calls_is_out_of_everything_at_once(visit: Callable[..., Visitor], width: int):
    lead = own_door.the_lead(visit)
    code = own_door.new_code_for(lead, NUMBER)
    inside = own_door.enters(visit(width=PHONE), code)
    inside.follow("Your words")
    words = said_by(inside)
    lead.go(DRAFT)
    quoted = [one for one in words if one in lead.page.locator("article.report").inner_text()]
    assert quoted, "somebody whose words stand in the draft"

    interviewer = Walk(visit(width=width))
    interviewer.become("Siv Aune")
    interviewer.go(f"{ELVESUND}deltakere/{NUMBER}/")
    take_out(interviewer)

    inside.go("/d/ord/")
    expect(inside.page).to_have_url(f"{inside.visitor.address}/d/")
    own_door.enters(visit(width=PHONE), code).sees("This code opens nothing.")
    lead.go(DRAFT)
    left = lead.page.locator("article.report").inner_text()
    assert not [one for one in words if one in left]
    look_at_the_themes(interviewer)


def said_by(somebody: Walk) -> list[str]:
    """The words of one who is in, each from its own page."""
    links = somebody.page.locator("details ol a").evaluate_all("all => all.map(one => one.href)")
    found = []
    for address in links:
        somebody.go(address)
        found += [one.strip("«» ") for one in somebody.page.locator("#said").all_inner_texts()]
    return found


def take_out(interviewer: Walk) -> None:
    """Two presses: one to the page that says what happens, one to do it."""
    interviewer.follow("Withdraw %(code)s", code=CODE)
    interviewer.tick("By telephone")
    interviewer.press("Withdraw %(code)s", code=CODE)
    interviewer.sees("%(code)s has withdrawn. Everything is taken away.", code=CODE)


def look_at_the_themes(interviewer: Walk) -> None:
    """What was taken away is told on the board, until somebody has looked."""
    interviewer.go(BOARD)
    told = interviewer.page.get_by_role(
        "region", name=nb("Something here was taken away"), exact=True
    )
    expect(told).to_be_visible()
    while told.count():
        themes = told.locator("li").count()
        interviewer.arrive(told.get_by_role("button").first.click)
        expect(told.locator("li")).to_have_count(themes - 1)


@pytest.mark.parametrize(
    ("width", "scripts", "by_picture"),
    [
        pytest.param(PHONE, True, True, id="phone, by the picture"),
        pytest.param(SMALL_PHONE, True, False, id="small phone, by the code"),
        pytest.param(PHONE, False, True, id="without scripts, by the picture"),
    ],
)
def test_one_in_the_room_says_yes_on_a_phone_of_their_own(
    visit: Callable[..., Visitor], width: int, scripts: bool, by_picture: bool
):
    lead = own_door.the_lead(visit)
    lead.go(SIXTH)
    lead.press("Open for writing again")
    lead.go(SIXTH)
    lead.follow("Consent in the room")
    lead.write("How many people are expected?", "1")
    lead.press("Show the picture")
    expect(lead.page.locator(".wall .qr svg")).to_be_visible()

    phone = Walk(visit(width=width, scripts=scripts))
    if by_picture:
        phone.go(address_in_the_picture())
    else:
        phone.go("/d/")
        phone.write("Your code", lead.page.locator(".wall .code").inner_text())
        phone.press("Open")
    phone.sees("Before you say yes or no")
    phone.follow("Go on")
    phone.follow("I have read this. Go on")
    for purpose in ("take_part", "quotes", "contact_again"):
        choose(phone, purpose, "yes")
    phone.press("This is my answer")
    phone.sees("Thank you. This is your code")
    code = re.sub(r"\s", "", phone.page.locator(".own-code").inner_text())
    assert own_door.CODE.fullmatch(code)
    phone.follow("I have kept my code")
    phone.sees("Thank you. You are with us")

    again = own_door.enters(visit(width=width, scripts=scripts), code)
    expect(again.page).to_have_url(f"{again.visitor.address}/d/min/")
    lead.follow("Count again")
    expect(lead.page.locator("#came")).to_contain_text("1")
    lead.press("Take the picture down")
    lead.go(SIXTH)
    lead.reads("D21")


def address_in_the_picture() -> str:
    """What a telephone reads in the picture; nothing here can read one, so it is asked for."""
    with opening.opened(Zone.Z2_MASKED, by="test", reason="look at the picture"):
        wall = WallCode.objects.select_related("key__outer").get(is_open=True)
        return urlsplit(addresses.of_link(wall.read("token"))).path
