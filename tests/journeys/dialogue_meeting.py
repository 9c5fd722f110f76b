"""How both sides meet: the steps of one who leads the dialogue meeting, and of one who writes in
the room. And how somebody chooses by the words beside a box."""

import re
from datetime import timedelta

from playwright.sync_api import Locator, expect

from brukerstemmen.people import clock
from tests.journeys.own_door import ELVESUND
from tests.journeys.walk import Walk
from tests.journeys.words import nb

SAID_IN_THE_ROOM = "Epikrisen kommer, men den kommer sent."
NUANCE = "Noe følger med, men det kommer for sent."
MEASURE = "Ringe mens brukeren sitter der"


def soon(days: int) -> str:
    """A day as somebody at a keyboard says it."""
    return str(clock.today() + timedelta(days=days))


def choose(walk: Walk, name: str, value: str) -> None:
    """One among several, by its words."""
    tap(walk.page.locator(f'input[name="{name}"][value="{value}"]'))


def tap(one: Locator) -> None:
    """The words beside a box or a round one, as a finger does: on some pages it lies under them."""
    one.locator("xpath=ancestor::label | following-sibling::label[1]").click()
    expect(one).to_be_checked()


def plan_the_meeting(lead: Walk, home: str = ELVESUND) -> None:
    lead.go(f"{home}dialog/")
    lead.follow("New dialogue meeting")
    lead.write("Day", soon(0))
    lead.write("Place", "Samfunnshuset")
    lead.press("Save the meeting")


def say_who_comes(lead: Walk, home: str = ELVESUND) -> None:
    """More from the service than users: it is said kindly, and stops nothing."""
    lead.go(f"{home}dialog/1/plasser/")
    for side, people in (("user", 2), ("staff", 5)):
        row = lead.page.locator(".seats").filter(has=lead.page.locator(f'input[value="{side}"]'))
        row.get_by_label(re.compile(nb("Invited"))).fill(str(people))
    lead.press("Save")
    lead.sees("Could more users be there?")


def tell_beforehand(lead: Walk, home: str = ELVESUND) -> None:
    lead.go(f"{home}dialog/1/")
    lead.follow("Users are told who will be there")
    for part in ("told", "users", "service"):
        form = lead.page.locator("form").filter(
            has=lead.page.locator(f'input[name="what"][value="{part}"]')
        )
        form.get_by_label(nb("Day")).fill(soon(0))
        lead.press("It is done", within=form)


def open_the_room(lead: Walk, home: str = ELVESUND) -> None:
    lead.go(f"{home}dialog/1/")
    lead.press("Open the meeting")
    lead.go(f"{home}dialog/1/rommet/")
    lead.sees("How we talk together")
    lead.arrive(lead.page.locator('a[rel="next"]').click)
    expect(lead.page.locator(".room-screen h1")).to_be_visible()


def write_what_is_said(interviewer: Walk, home: str = ELVESUND) -> None:
    interviewer.go(f"{home}dialog/1/innspill/")
    interviewer.write("What is said?", SAID_IN_THE_ROOM)
    choose(interviewer, "side", "leader")
    choose(interviewer, "type", "disagrees")
    save = interviewer.button("Write it down")
    if interviewer.visitor.scripts:
        save.click()  # the page stays, and what was said comes into it
    else:
        interviewer.arrive(save.click)
    interviewer.reads(SAID_IN_THE_ROOM)
    interviewer.look()


def settle(interviewer: Walk) -> None:
    choose(interviewer, "users_recognise", "yes")
    choose(interviewer, "service_recognises", "yes")
    choose(interviewer, "standing", "nuanced")
    interviewer.write("What the dialogue added", NUANCE)
    interviewer.press("Save what became of it")


def propose_a_measure(interviewer: Walk, home: str = ELVESUND) -> None:
    interviewer.go(f"{home}dialog/1/forslag/")
    interviewer.write("What is to be done?", MEASURE)
    interviewer.page.locator('input[name="findings"]').first.check()
    interviewer.write("Who sees to it?", "Leder for poliklinikken")
    interviewer.write("By when", soon(60))
    interviewer.write("How will a user notice?", "De hører at det blir ringt.")
    interviewer.press("Write the proposal down")
    interviewer.arrive(interviewer.page.get_by_role("link", name=MEASURE).click)
    choose(interviewer, "says", "yes")
    interviewer.press("Save the answer")


def read_aloud(lead: Walk, home: str = ELVESUND) -> None:
    """Word by word on the screen; users are asked first."""
    lead.go(f"{home}dialog/1/rommet/forslag/")
    lead.reads(MEASURE)
    lead.tick("Users agree")
    lead.tick("Those who work there agree")
    lead.press("It was read aloud")


def approve_the_minutes(lead: Walk, home: str = ELVESUND) -> None:
    lead.go(f"{home}dialog/1/referat/")
    draft = lead.page.locator("#id_text")
    for words in (SAID_IN_THE_ROOM, NUANCE, MEASURE):
        expect(draft).to_have_value(re.compile(re.escape(words)))
    lead.press("Save the minutes")
    for side in ("users", "service"):
        form = lead.page.locator("form").filter(
            has=lead.page.locator(f'input[name="side"][value="{side}"]')
        )
        form.locator('input[name="said_by"]').fill("To av dem som var der")
        lead.press("They say yes", within=form)
    lead.go(f"{home}dialog/1/")
    lead.sees("Both sides have approved the minutes")


def hand_over(lead: Walk, home: str = ELVESUND) -> None:
    lead.go(f"{home}rapport/prosess/slipp/")
    lead.press("Hand them to the service")
