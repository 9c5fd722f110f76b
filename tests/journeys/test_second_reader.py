"""Clues are left in a statement: a second reader gives it back, and later lets it stand."""

from collections.abc import Callable

import pytest
from django.utils import translation
from django.utils.translation import ngettext
from playwright.sync_api import expect

from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb, nb_number

MEETING = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/moter/4/"
CLUES = "Jeg er samisk og jobber som jordmor, og ingen spurte."
FEWER = "Jeg er samisk og jobber som jordmor i nord, og ingen spurte."
WHY, AGAIN = "Det er dette hun vil ha fram.", "Kan yrket tas bort? Her kjenner alle henne."
WAITS = (
    "%(number)s statement waits for a second reader.",
    "%(number)s statements wait for a second reader.",
)
pytestmark = pytest.mark.usefixtures("demo")


def test_two_people_read_what_clues_are_left_in(visit: Callable[..., Visitor]):
    nadia = Walk(visit(width=LAPTOP))
    nadia.become("Nadia Hessen")
    nadia.go(f"{MEETING}masker/")
    nadia.follow("Statement %(number)s", number=8)
    mask_with_clues(nadia, CLUES)
    nadia.follow("Several at a time")
    nadia.follow("See who reads")
    nadia.sees("Ask one of these to read:")
    nadia.reads("Tor-Eirik Lund")
    expect(nadia.button("It can stand")).to_have_count(0)

    phone = Walk(visit(width=PHONE, scripts=False))
    phone.become("Tor-Eirik Lund")
    phone.go("/arbeid/")
    phone.arrive(phone.page.get_by_role("link", name=as_the_second(1)).first.click)
    phone.reads(WHY)
    phone.press("Look again")
    phone.sees("Write what should be looked at again, in short.")
    phone.write("Or look again, because", AGAIN)
    phone.press("Look again")
    phone.sees("Nothing waits for a second reader")

    nadia.go(f"{MEETING}masker/")
    nadia.reads(AGAIN)
    nadia.follow("Statement %(number)s", number=8)
    mask_with_clues(nadia, FEWER)

    laptop = Walk(visit(width=LAPTOP))
    laptop.become("Tor-Eirik Lund")
    laptop.go(f"{MEETING}andre-leser/")
    laptop.page.keyboard.press("e")
    expect(laptop.field("Or look again, because")).to_be_focused()
    laptop.page.keyboard.press("Escape")
    expect(laptop.button("It can stand")).to_be_focused()
    laptop.arrive(lambda: laptop.page.keyboard.press("r"))
    laptop.sees("It can stand. The words go on.")


def mask_with_clues(walk: Walk, words: str) -> None:
    """Write the wording, and say why each clue that is found in it is kept."""
    walk.page.get_by_label(nb("What goes on")).fill(words)
    walk.press("I have read it")
    for reason in walk.page.locator("[data-reason]").all():
        reason.fill(WHY)
    walk.press("I have read it")
    expect(walk.page.get_by_text(nb_number(*WAITS, 1)).first).to_be_visible()


def as_the_second(number: int) -> str:
    one = "Read %(n)s masked statement as the second"
    many = "Read %(n)s masked statements as the second"
    with translation.override("nb"):
        return ngettext(one, many, number) % {"n": number}
