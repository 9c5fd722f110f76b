"""Stations 5 and 6: a meeting, what was said read aloud, and what points at somebody taken away."""

from playwright.sync_api import expect

from tests.journeys.walk import Walk
from tests.journeys.whole_way import said
from tests.journeys.whole_way.inviting import TEXT_VERSION
from tests.journeys.whole_way.people import Everyone
from tests.journeys.whole_way.said import BY_PHONE, ON_PAPER, SLIP, Said
from tests.journeys.words import nb

MEETING = "moter/1/"


def user_meeting(everyone: Everyone) -> None:
    """Station 5. Seven people, nobody from the service in the room, text first."""
    everyone.on_day(14)
    plan(everyone)
    consent_on_paper(everyone)
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}{MEETING}")
    interviewer.tick("Nobody from the service is in the room")
    interviewer.press("Open the meeting")
    write_down(interviewer)
    read_aloud(interviewer)
    interviewer.press("We have talked together afterwards")


def plan(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(everyone.home)
    lead.step("Meetings")
    lead.follow("New meeting")
    lead.write("What do you call the meeting?", "Gruppa på biblioteket")
    lead.write("Day", everyone.day())
    lead.write("Place", "Biblioteket")
    lead.press("Save the meeting")


def consent_on_paper(everyone: Everyone) -> None:
    """Those who said yes by code are here too; each of the others gets a card with a code."""
    lead = everyone.lead
    lead.follow("Consent on paper", within=lead.page.locator("#state"))
    lead.write("How many new people said yes to taking part?", str(len(ON_PAPER)))
    for number in (SLIP, BY_PHONE):
        lead.page.get_by_label(f"D{number:02d}", exact=True).check()
    lead.tick("What they said may be quoted word for word, without their name")
    lead.tick("We may get in touch with them again")
    lead.write("Which day did they say yes?", everyone.day())
    lead.write("Which version of the information did they get?", TEXT_VERSION)
    lead.press("Register the consent")
    lead.press("Give codes to those who have none")
    for number in ON_PAPER:
        card = lead.page.locator(".paper-cards li").filter(has_text=f"D{number:02d}")
        everyone.codes[number] = card.locator(".paper-code").inner_text().strip()


def write_down(interviewer: Walk) -> None:
    """Enter saves; kind and speaker are chosen beside the words."""
    field = interviewer.page.locator("#id_words")
    for one in said.ALL:
        chip(interviewer, "kind", one)
        chip(interviewer, "speaker", one)
        field.fill(one.words)
        field.press("Enter")
        expect(interviewer.page.locator("ol.statements")).to_contain_text(one.words)
        expect(field).to_have_value("")
    interviewer.look()


def chip(interviewer: Walk, name: str, one: Said) -> None:
    chips = interviewer.page.locator(f'label.ds-chip:has(input[name="{name}"])')
    if name == "kind":
        chips = chips.filter(has=interviewer.page.locator(f'input[value="{one.kind}"]'))
    else:
        who = f"D{one.speaker:02d}" if one.speaker else nb("Not known, or the group")
        chips = chips.filter(has_text=who)
    chips.first.click()


def read_aloud(interviewer: Walk) -> None:
    """Everyone hears every statement, very large; here the group changes nothing."""
    interviewer.follow("Read aloud")
    for _statement in said.ALL:
        interviewer.press("Yes, that is how it is")
    interviewer.press("No more to say")
    interviewer.press("We are done")


def masking(everyone: Everyone) -> None:
    """Station 6. A person reads every statement; a name in one stops it until it is gone."""
    everyone.on_day(15)
    interviewer = everyone.second
    interviewer.go(f"{everyone.home}{MEETING}")
    interviewer.follow("Start masking")
    named = interviewer.page.locator("section.masking").filter(has_text=said.NAME)
    expect(named.locator("mark").first).to_be_visible()
    named.get_by_role("textbox").first.fill(said.NAMED.masked)
    interviewer.press("I have read all of these")
    interviewer.press("Finish the masking")
    interviewer.sees("The words may go on")
    assert said.NAME not in interviewer.page.request.get(f"{everyone.home}utkast/").text()
