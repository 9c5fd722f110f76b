"""Stations 9 and 10: both sides meet, and the service answers and says what it will do."""

from tests.journeys import dialogue_meeting
from tests.journeys.dialogue_meeting import MEASURE, choose, soon
from tests.journeys.test_from_findings_to_report import reads_all
from tests.journeys.walk import Walk
from tests.journeys.whole_way.people import TITLE, Everyone

COMMENT = "Vi sender brev, men ikke meldinger."
REPLY = "Takk. Det retter vi i sluttrapporten."
NO_BECAUSE = "Bytte av time styres av et system vi ikke eier."
SECOND_MEASURE = "Sende en melding hver fjortende dag"


def dialogue(everyone: Everyone) -> None:
    """Station 9. One finding at a time, what was agreed on the spot, minutes both sides approve."""
    everyone.on_day(40)
    comment_on_a_fact(everyone)
    lead, home = everyone.lead, everyone.home
    dialogue_meeting.plan_the_meeting(lead, home)
    dialogue_meeting.say_who_comes(lead, home)
    dialogue_meeting.tell_beforehand(lead, home)
    dialogue_meeting.open_the_room(lead, home)
    interviewer = everyone.interviewer
    dialogue_meeting.write_what_is_said(interviewer, home)
    dialogue_meeting.settle(interviewer)
    dialogue_meeting.propose_a_measure(interviewer, home)
    dialogue_meeting.read_aloud(lead, home)
    dialogue_meeting.approve_the_minutes(lead, home)
    dialogue_meeting.hand_over(lead, home)


def comment_on_a_fact(everyone: Everyone) -> None:
    """The service may say what is not right; it changes nothing by itself."""
    service = everyone.leader
    to_the_evaluation(service)
    service.arrive(service.page.locator('a[href*="/rapport/"]').first.click)
    service.follow("Comment on facts")
    service.write("What is not right", COMMENT)
    service.press("Send the comment")
    lead = everyone.lead
    lead.go(f"{everyone.home}rapport/prosess/merknader/")
    lead.follow("Reply")
    choose(lead, "outcome", "changed")
    lead.write("What you say to the service", REPLY)
    lead.press("Send the reply")


def to_the_evaluation(service: Walk) -> None:
    service.go("/tjeneste/")
    service.arrive(service.page.get_by_role("link", name=TITLE).first.click)


def answers_and_measures(everyone: Everyone) -> None:
    """Station 10. Every finding gets an answer, a no its reason; measures have day and owner."""
    everyone.on_day(50)
    service = everyone.leader
    to_the_evaluation(service)
    service.follow("Findings and answers")
    answer(service, "yes")
    answer(service, "no", NO_BECAUSE)
    service.sees("Every finding has an answer")
    add_a_measure(service)
    to_the_evaluation(service)
    service.follow("The measures")
    reads_all(service, MEASURE, SECOND_MEASURE)
    service.follow("Measure plan")
    pdf = service.take_home("As PDF", everyone.folder)
    assert pdf.read_bytes().startswith(b"%PDF-")


def answer(service: Walk, says: str, why: str = "") -> None:
    service.follow("Answer the next")
    choose(service, "says", says)
    if why:
        service.write("Why?", why)
    service.write("Who answers?", "Enhetsleder")
    service.press("Save the answer")


def add_a_measure(service: Walk) -> None:
    to_the_evaluation(service)
    service.follow("The measures")
    service.follow("New measure")
    service.write("What will you do?", SECOND_MEASURE)
    service.write("How will a user notice?", "De får en melding.")
    service.write("Who owns it?", "Leder for poliklinikken")
    service.write("By when?", soon(60))
    service.page.locator('input[name="matters"]').first.check()
    choose(service, "status", "planned")
    service.write("Who says so?", "Enhetsleder")
    service.press("Save the measure")
