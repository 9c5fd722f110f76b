"""Two people change the same statement at the same time: both wordings are kept, and told."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

MEETING = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/moter/"
HERS, HIS = "De ba om nummeret mitt på bussen.", "De ba om fødselsnummeret mens alle hørte."
pytestmark = pytest.mark.usefixtures("demo")


@pytest.fixture
def two(visit: Callable[..., Visitor]) -> tuple[Walk, Walk]:
    """Nadia and Tor-Eirik, each in a window of their own."""
    nadia, tor_eirik = Walk(visit()), Walk(visit())
    nadia.become("Nadia Hessen")
    tor_eirik.become("Tor-Eirik Lund")
    return nadia, tor_eirik


def test_both_wordings_of_what_was_said_are_kept(two: tuple[Walk, Walk]):
    nadia, tor_eirik = two
    for walk in two:
        walk.go(f"{MEETING}6/skriv/")
        walk.follow("Change statement %(number)s", number=2)

    nadia.write("The wording", HERS)
    nadia.press("Save the wording")
    tor_eirik.write("The wording", HIS)
    tor_eirik.press("Save the wording")

    tor_eirik.sees("Two have written at the same time")
    tor_eirik.reads(HERS)
    tor_eirik.reads(HIS)
    choose(tor_eirik, HIS)
    nadia.go(f"{MEETING}6/skriv/")
    nadia.reads(HIS)
    expect(nadia.page.get_by_text(HERS)).to_have_count(0)


def test_both_masked_wordings_are_kept(two: tuple[Walk, Walk]):
    nadia, tor_eirik = two
    for walk in two:
        walk.go(f"{MEETING}4/masker/")
        walk.follow("Statement %(number)s", number=8)

    for walk, words in ((nadia, "Vedtaket var langt."), (tor_eirik, "Vedtaket var tungt å lese.")):
        walk.page.get_by_label(nb("What goes on")).fill(words)
        walk.press("I have read it")

    tor_eirik.go(f"{MEETING}4/masker/?vis=alle")
    tor_eirik.follow("Two wordings. Choose one")
    tor_eirik.reads("Vedtaket var langt.")
    choose(tor_eirik, "Vedtaket var tungt å lese.")
    expect(tor_eirik.page.get_by_label(nb("What goes on"))).to_have_value(
        "Vedtaket var tungt å lese."
    )


def test_both_may_write_down_at_the_same_time(two: tuple[Walk, Walk]):
    nadia, tor_eirik = two
    nadia.go(f"{MEETING}6/")
    nadia.press("Open for writing again")
    tor_eirik.go(f"{MEETING}6/skriv/")
    for walk, words in ((nadia, "Kaffen var god."), (tor_eirik, "Lyset var skarpt.")):
        walk.page.locator("#id_words").fill(words)
        walk.page.keyboard.press("Enter")
        walk.reads(words)

    nadia.arrive(nadia.page.reload)
    for words in ("Kaffen var god.", "Lyset var skarpt."):
        nadia.reads(words)


def choose(walk: Walk, words: str) -> None:
    one = walk.page.locator(".side-by-side form").filter(has_text=words)
    walk.press("Choose this one", within=one)
    expect(walk.page.get_by_text(nb("Two have written at the same time"))).to_have_count(0)
