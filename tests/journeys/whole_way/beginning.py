"""Stations 1 to 3: an evaluation begins, a team gathers, a guide is made."""

from playwright.sync_api import expect

from tests.journeys.dialogue_meeting import choose
from tests.journeys.walk import Walk
from tests.journeys.whole_way.people import (
    CLIENT,
    INTERVIEWER,
    LEAD,
    LEADER,
    RECRUITER,
    SECOND,
    SERVICE,
    TITLE,
    Everyone,
)
from tests.journeys.words import nb

REFUSED = "Somebody who works in the evaluated service or for the client cannot have a role here."
SCOPE = "Hvordan er det å vente, å bli møtt og å gå videre fra poliklinikken?"
NOT_REACHED = "De som sluttet å komme."
THEME = "Å bli møtt"
QUESTIONS = {
    "good": "Hva var bra da du kom hit?",
    "not_good": "Hva var ikke bra?",
    "better": "Hvordan kunne det vært bedre?",
}
EMAIL = {
    INTERVIEWER: "tor-eirik@example.com",
    SECOND: "siv@example.com",
    RECRUITER: "berit@example.com",
    LEADER: "turid@example.com",
}
ROLE = {
    INTERVIEWER: "interviewer",
    SECOND: "interviewer",
    RECRUITER: "service_contact",
    LEADER: "client_leader",
}
WORKS_AT = {RECRUITER: SERVICE, LEADER: CLIENT}


def start_and_road(everyone: Everyone) -> None:
    """Station 1. The name of the service is enough; what is known is filled in as it is known."""
    lead = everyone.lead
    lead.follow("Start an evaluation")
    lead.write("Which service is it about?", SERVICE)
    lead.press("Start the evaluation")
    everyone.home = lead.page.url.removeprefix(lead.visitor.address)
    lead.follow("Read and sign")
    get_ready(lead, LEAD)
    describe(everyone)
    sign_the_agreement(everyone)
    anchor(lead)
    lead.go(everyone.home)
    expect(lead.page.get_by_role("heading", level=1)).to_have_text(TITLE)


def get_ready(walk: Walk, name: str) -> None:
    """Guidelines, pledge, ties: one after the other, before anybody sees the material."""
    walk.press("I have read them and will follow them")
    walk.press("I promise this – %(name)s", name=name)
    walk.tick("No")
    walk.press("Save the answer")


def describe(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}om/")
    about = lead.page.get_by_role("region", name=nb("What it is about"))
    lead.follow("Change", within=about)
    lead.write("What do you call the evaluation?", TITLE)
    lead.write("What is it about, and what is it not about?", SCOPE)
    choose(lead, "degree", "involve")
    lead.write("Who do you not reach?", NOT_REACHED)
    lead.write("How many people do you want to hear?", "7")
    lead.press("Save")
    lead.reads(NOT_REACHED)


def sign_the_agreement(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.follow("Who ordered it")
    lead.write("Who ordered it?", CLIENT)
    lead.press("Save")
    lead.follow("The agreement")
    lead.write("Day it was signed", everyone.day())
    expect(lead.field("Those who took part get the report")).to_be_checked()
    lead.press("Save")


def anchor(lead: Walk) -> None:
    """What is said in the service is only used where somebody is ready to receive it."""
    in_place = lead.page.get_by_role("region", name=nb("In place in the service"))
    lead.follow("Change", within=in_place)
    for box in lead.page.locator('input[name="points"]').all():
        box.check()
    lead.press("Save")


def team_and_independence(everyone: Everyone) -> None:
    """Station 2. Each gets a role with a last day, and promises before seeing anything."""
    everyone.on_day(1)
    for name in ROLE:
        invite(everyone, name)
    refuse_one_of_the_service(everyone)
    for name in (INTERVIEWER, SECOND):
        walk = everyone.sit_down(name)
        walk.go(everyone.home)
        walk.follow("Read and sign")
        get_ready(walk, name)
        walk.go(f"{everyone.home}team/")
        walk.press("Yes, I have own experience")
        walk.sees("You have told that you have own experience.")
    service = everyone.leader
    service.reads(TITLE)
    assert service.page.request.get(everyone.home).status == 404


def invite(everyone: Everyone, name: str) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}team/inviter/")
    lead.page.locator(f'input[name="role"][value="{ROLE[name]}"]').check()
    lead.write("Name", name)
    lead.write("E-mail", EMAIL[name])
    if name in WORKS_AT:
        lead.field("Where do they work?").select_option(label=WORKS_AT[name])
    lead.press("Give the role")
    lead.reads(name)


def refuse_one_of_the_service(everyone: Everyone) -> None:
    """Somebody who works there cannot get a role that sees the material."""
    lead = everyone.lead
    lead.go(f"{everyone.home}team/inviter/")
    lead.page.locator('input[name="role"][value="interviewer"]').check()
    lead.write("Name", RECRUITER)
    lead.write("E-mail", EMAIL[RECRUITER])
    lead.press("Give the role")
    lead.sees(REFUSED)


def question_guide(everyone: Everyone) -> None:
    """Station 3. Open questions in three turns, approved by one with own experience."""
    everyone.on_day(5)
    lead = everyone.lead
    lead.go(everyone.home)
    lead.step("Prepare")
    lead.press("Begin the guide")
    lead.write("Theme", THEME)
    lead.press("Add the theme")
    for turn, question in QUESTIONS.items():
        add_question(lead, turn, question)
    expect(lead.button("Approve and lock")).to_have_count(0)
    approver = everyone.interviewer
    approver.go(f"{everyone.home}guide/")
    approver.press("Approve and lock")
    approver.sees("This version is approved and locked. To change something, make a new version.")


def add_question(lead: Walk, turn: str, question: str) -> None:
    theme = lead.page.locator("section.panel").filter(has_text=f"1. {THEME}")
    fold = theme.locator("details").filter(has_text=nb("Add a question"))
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    lead.field("Question", within=theme).fill(question)
    lead.field("Turn", within=theme).select_option(turn)
    lead.press("Add the question", within=theme)
    lead.reads(question)
