"""Station 4: slips from the service, a reply past it, and a yes with a code or on paper."""

from playwright.sync_api import expect

from tests.journeys.own_door import code_on
from tests.journeys.test_own_door import choose
from tests.journeys.walk import Walk
from tests.journeys.whole_way.people import LEAD, Everyone
from tests.journeys.whole_way.said import BY_PHONE, SLIP

TELEPHONE, TEXT_VERSION = "20 55 00 10", "1"
REPLIED_FROM = "20 55 03 19"
NEVER_ON_A_SLIP = ("elvesund", "poliklinikk", "psykisk")


def invitation_and_consent(everyone: Everyone) -> None:
    """Station 4."""
    everyone.on_day(7)
    slip = make_slips(everyone)
    somebody = everyone.enters(slip)
    reply_past_the_service(somebody)
    give_a_code_to_the_one_who_replied(everyone)
    give_a_code_by_telephone(everyone)
    for number in (SLIP, BY_PHONE):
        say_yes(everyone.enters(everyone.codes[number]))


def make_slips(everyone: Everyone) -> str:
    lead = everyone.lead
    lead.go(f"{everyone.home}invitasjon/")
    lead.field("Who can people call?").select_option(label=LEAD)
    lead.write("Telephone", TELEPHONE)
    lead.write("Until which day are masked words kept?", everyone.day(2 * 365))
    lead.press("Save")
    lead.follow("New slips")
    lead.write("Where are the slips handed out?", "Ekspedisjonen")
    lead.press("Make the slips")
    slip = lead.page.locator(".paper-slip").first.inner_text().lower()
    assert TELEPHONE in slip and not [word for word in NEVER_ON_A_SLIP if word in slip]
    return code_on(lead)


def reply_past_the_service(somebody: Walk) -> None:
    """A slip opens information and a reply, and no words of anybody."""
    somebody.follow("Reply to us")
    somebody.tick("I would rather talk alone than in a group")
    somebody.write("Telephone", REPLIED_FROM)
    somebody.press("Send")
    somebody.go("/d/ord/")
    expect(somebody.page).to_have_url(f"{somebody.visitor.address}/d/")


def give_a_code_to_the_one_who_replied(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}svar/")
    lead.reads(REPLIED_FROM)
    lead.go(f"{everyone.home}deltakere/")
    everyone.codes[SLIP] = new_code(lead)
    lead.go(f"{everyone.home}svar/")
    lead.field("Their number, if they have got one").select_option(label=f"D{SLIP:02d}")
    lead.press("I have been in touch")


def give_a_code_by_telephone(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}deltakere/")
    everyone.codes[BY_PHONE] = new_code(lead)


def new_code(lead: Walk) -> str:
    lead.follow("Give a code to somebody new")
    lead.press("Give a number and a code")
    return code_on(lead)


def say_yes(somebody: Walk) -> None:
    """What cannot be promised is read first; nothing is ticked beforehand."""
    somebody.sees("Before you say yes or no")
    somebody.follow("Go on")
    for telephone in ("113", "116 117"):
        somebody.reads(telephone)
    somebody.follow("I have read this. Go on")
    expect(somebody.page.locator("input[type=radio]:checked")).to_have_count(0)
    for purpose in ("take_part", "quotes", "contact_again"):
        choose(somebody, purpose, "yes")
    somebody.press("This is my answer")
    somebody.sees("Thank you. You are with us")
