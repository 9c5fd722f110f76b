"""Stations 8 to 11: what was said becomes findings, is talked about as equals, and is answered.

Four stories, one after the other in the life of the demo project: the process report goes out; the
service comments and answers; both sides meet; the final report goes out. Each is told on a laptop,
on a phone and without scripts.
"""

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from brukerstemmen.journey.demo.elvesund import TITLE
from tests.journeys import own_door
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.dialogue_meeting import (
    MEASURE,
    approve_the_minutes,
    choose,
    hand_over,
    open_the_room,
    plan_the_meeting,
    propose_a_measure,
    read_aloud,
    say_who_comes,
    settle,
    soon,
    tap,
    tell_beforehand,
    write_what_is_said,
)
from tests.journeys.own_door import ELVESUND
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.words import nb

WAYS = {
    "laptop": (LAPTOP, True),
    "phone": (PHONE, True),
    "without scripts": (LAPTOP, False),
}
WRITTEN, PROCESS_OUT, ANSWERED = 99, 108, 154  # days of the demo on which a story begins
THEME = "Informasjon og rettigheter"
FOUND = "Hva en har rett til, får folk ofte vite tilfeldig, og for sent."
RESTS_ON = ("Jeg visste ikke at jeg kunne be om å bytte behandler.", "Vedtaket var på fire sider.")
QUOTED = RESTS_ON[0]
SUMMARY = "Noen få mennesker betyr mye. Overgangene er det vanskeligste."
NO_BECAUSE = "Det krever vedtak og penger, og vi får det ikke til i år."
COMMENT = "Telefonen er åpen til klokka fire, ikke til tre."
REPLY = "Takk. Det stemmer, og vi retter det i sluttrapporten."

Begin = Callable[[str], Walk]


@pytest.fixture(params=WAYS.values(), ids=list(WAYS))
def somebody(request: pytest.FixtureRequest, visit: Callable[..., Visitor]) -> Begin:
    """Sit down as one of the cast, in a window of their own; "" for one who has a code."""
    width, scripts = request.param

    def sit_down(name: str) -> Walk:
        walk = Walk(visit(width=width, scripts=scripts))
        if name:
            walk.become(name)
        return walk

    return sit_down


# The process report goes out.


def test_what_was_said_becomes_a_process_report(
    demo_on: Callable[[int], None], somebody: Begin
) -> None:
    demo_on(WRITTEN)
    interviewer = somebody("Tor-Eirik Lund")
    write_a_finding(interviewer)
    put_a_quote_forward(interviewer)
    read_the_quote(interviewer)
    write_the_process_report(interviewer)

    second = somebody("Siv Aune")
    read_the_quote(second)
    approve(second, "prosess")
    lead = somebody("Ingunn Røsvik")
    try_to_recognise(lead)
    approve(lead, "prosess")
    let_it_out(lead, "prosess", comment_until=soon(21))

    one_who_spoke = own_door.enters(somebody("").visitor, own_door.new_code_for(lead, 5))
    read_it_as_one_who_spoke(one_who_spoke)
    service = somebody("Turid Aasheim")
    read_it_as_the_service(service, "Process report")
    reads_all(service, FOUND, QUOTED, SUMMARY)


def write_a_finding(interviewer: Walk) -> None:
    """One thing at a time: what was found, what is said, a question, and what it rests on."""
    interviewer.go(f"{ELVESUND}funn/")
    interviewer.follow("Write a finding")
    interviewer.write("What have you found?", FOUND)
    choose(interviewer, "turn", "improve")
    interviewer.field("Theme").select_option(label=THEME)
    interviewer.press("Save and go on")
    interviewer.write("What is not good", "Rettigheter blir ikke fortalt.")
    interviewer.write("How it could be better", "Ett ark på vanlig norsk.")
    interviewer.press("Save and go on")
    interviewer.write("A question for the dialogue", "Når kan dere fortelle det?")
    interviewer.press("Save and go on")
    for words in RESTS_ON:
        interviewer.page.get_by_label(words).check()
    interviewer.press("Save")
    interviewer.press("We have looked, and found none")
    interviewer.sees("Nothing is missing.")


def put_a_quote_forward(interviewer: Walk) -> None:
    interviewer.go(f"{ELVESUND}sitater/")
    under = interviewer.page.locator("section.panel").filter(has_text=FOUND)
    interviewer.follow("Put quotes forward", within=under)
    line = interviewer.page.locator("li.panel").filter(has_text=QUOTED)
    interviewer.press("Put it forward", within=line)


def read_the_quote(walk: Walk) -> None:
    """Every point is asked; one that is left out stops it."""
    walk.go(f"{ELVESUND}sitater/")
    walk.follow("Read the next one")
    walk.reads(QUOTED)
    boxes = walk.page.locator('input[name="checked"]').all()
    for box in boxes[1:]:
        tap(box)
    walk.press("Yes, this may be printed")
    walk.sees("Ask every point. What you cannot say is fine stops it.")
    tap(walk.page.locator('input[name="checked"]').first)
    walk.press("Yes, this may be printed")


def write_the_process_report(interviewer: Walk) -> None:
    interviewer.go(f"{ELVESUND}rapport/prosess/")
    interviewer.press("Begin the report")
    write_section(interviewer, "Summary", SUMMARY)
    write_section(interviewer, "Easy to read, two pages", "Dette har folk fortalt.")


def write_section(walk: Walk, name: str, text: str) -> None:
    walk.follow(name)
    walk.write("The text", text)
    walk.press("Save")


def approve(walk: Walk, kind: str, home: str = ELVESUND, says: str = SUMMARY) -> None:
    """Read the whole as it would go out, then say yes to it."""
    walk.go(f"{home}rapport/{kind}/")
    walk.follow("As it would read", within=walk.page.locator("#approvals"))
    walk.reads(says)
    walk.go(f"{home}rapport/{kind}/")
    walk.press("I have read it and approve it")


def try_to_recognise(lead: Walk, home: str = ELVESUND) -> None:
    lead.go(f"{home}gjenkjenning/")
    lead.write("Who tried?", "En fra brukerpanelet")
    lead.write("On which day?", soon(0))
    choose(lead, "result", "nobody")
    lead.press("Save the test")
    lead.sees("The test counts today")


def let_it_out(lead: Walk, kind: str, home: str = ELVESUND, *, comment_until: str = "") -> None:
    lead.go(f"{home}rapport/{kind}/")
    lead.follow("Let it out")
    if comment_until:
        lead.write("The last day for comments on facts", comment_until)
    lead.press("Let the report out")
    lead.sees("This edition is out. The service and those who took part have it.")


def read_it_as_one_who_spoke(somebody: Walk) -> None:
    somebody.follow("The reports")
    somebody.arrive(somebody.link("Read the report").first.click)
    reads_all(somebody, FOUND, QUOTED, SUMMARY)
    assert re.search(r"\bD\d\d\b", somebody.page.locator("main").inner_text()) is None


def read_it_as_the_service(service: Walk, kind: str) -> None:
    to_elvesund(service)
    reports = service.page.get_by_role("region", name=nb("Reports"))
    service.arrive(reports.get_by_role("link", name=re.compile(f"^{nb(kind)}")).first.click)


def to_elvesund(service: Walk) -> None:
    service.go("/tjeneste/")
    service.arrive(service.page.get_by_role("link", name=TITLE).first.click)


def reads_all(walk: Walk, *words: str) -> None:
    for each in words:
        expect(walk.page.locator("main")).to_contain_text(each)


# The service comments, and answers everything.


def test_the_service_comments_and_answers_every_finding(
    demo_on: Callable[[int], None], somebody: Begin
) -> None:
    demo_on(PROCESS_OUT)
    leader = somebody("Turid Aasheim")
    comment_on_a_fact(leader)
    answer_one_with_yes(leader)
    answer_one_with_no(leader)
    answer_the_rest_at_once(leader)

    lead = somebody("Ingunn Røsvik")
    reply_to_the_comment(lead)
    read_it_as_the_service(leader, "Process report")
    leader.follow("Comment on facts")
    reads_all(leader, COMMENT, REPLY)


def comment_on_a_fact(leader: Walk) -> None:
    read_it_as_the_service(leader, "Process report")
    leader.follow("Comment on facts")
    leader.press("Send the comment")  # nothing written yet: told, and nothing is sent
    leader.sees("Write what is not right.")
    leader.field("What it is about").select_option(index=2)
    leader.write("What is not right", COMMENT)
    leader.press("Send the comment")
    leader.sees("Waits for the centre")


def answer_one_with_yes(leader: Walk) -> None:
    to_elvesund(leader)
    leader.follow("Findings and answers")
    leader.follow("Answer the next")
    choose(leader, "says", "yes")
    leader.write("Who answers?", "Enhetsleder")
    leader.press("Save the answer")


def answer_one_with_no(leader: Walk) -> None:
    """A no without a reason comes back, with all that was typed."""
    leader.follow("Answer the next")
    choose(leader, "says", "no")
    leader.write("Who answers?", "Enhetsleder")
    leader.press("Save the answer")
    expect(leader.field("Who answers?")).to_have_value("Enhetsleder")
    leader.write("Why?", NO_BECAUSE)
    leader.press("Save the answer")
    leader.reads(NO_BECAUSE)


def answer_the_rest_at_once(leader: Walk) -> None:
    leader.follow("Answer the next")
    for box in leader.page.locator('input[name="matters"]').all()[2:]:
        box.check()
    choose(leader, "says", "partly")
    leader.write("Why?", "Noe er på plass, og resten tar vi på dialogkonferansen.")
    leader.write("Who answers?", "Enhetsleder")
    leader.press("Save the answer")
    leader.sees("Every finding has an answer")


def reply_to_the_comment(lead: Walk) -> None:
    lead.go(f"{ELVESUND}rapport/prosess/merknader/")
    lead.reads(COMMENT)
    lead.follow("Reply")
    choose(lead, "outcome", "changed")
    lead.write("What you say to the service", REPLY)
    lead.press("Send the reply")
    lead.reads(REPLY)


# Both sides meet.


def test_both_sides_meet_and_agree(demo_on: Callable[[int], None], somebody: Begin) -> None:
    demo_on(PROCESS_OUT)
    lead = somebody("Ingunn Røsvik")
    plan_the_meeting(lead)
    say_who_comes(lead)
    tell_beforehand(lead)
    open_the_room(lead)
    interviewer = somebody("Nadia Hessen")
    write_what_is_said(interviewer)
    settle(interviewer)
    propose_a_measure(interviewer)

    read_aloud(lead)
    approve_the_minutes(lead)
    hand_over(lead)
    service = somebody("Turid Aasheim")
    to_elvesund(service)
    service.follow("The measures")
    reads_all(service, MEASURE)


# The final report goes out.


def test_the_final_report_goes_out(
    demo_on: Callable[[int], None], somebody: Begin, tmp_path: Path
) -> None:
    demo_on(ANSWERED)
    interviewer = somebody("Tor-Eirik Lund")
    write_the_final_report(interviewer)
    approve(interviewer, "slutt")
    lead = somebody("Ingunn Røsvik")
    try_to_recognise(lead)
    approve(lead, "slutt")
    let_it_out(lead, "slutt")

    service = somebody("Turid Aasheim")
    read_it_as_the_service(service, "Final report")
    reads_all(service, SUMMARY)
    take_the_report_home(service, tmp_path)
    take_the_plan_home(service, tmp_path)


def write_the_final_report(interviewer: Walk) -> None:
    interviewer.go(f"{ELVESUND}rapport/slutt/")
    interviewer.press("Begin the report")
    write_section(interviewer, "Summary", SUMMARY)
    write_section(interviewer, "Recommendations", "Vi anbefaler å følge opp det som ble avtalt.")
    write_section(interviewer, "How it is followed up", "Vi kommer tilbake om et halvt år.")


def take_the_report_home(service: Walk, folder: Path) -> None:
    pdf = service.take_home("Save as PDF", folder)
    assert pdf.read_bytes().startswith(b"%PDF-")
    word = service.take_home("Save as Word", folder)
    assert "word/document.xml" in zipfile.ZipFile(word).namelist()


def take_the_plan_home(service: Walk, folder: Path) -> None:
    to_elvesund(service)
    service.follow("The measures")
    service.follow("Measure plan")
    assert service.take_home("As PDF", folder).read_bytes().startswith(b"%PDF-")
    sheet = service.take_home("As spreadsheet", folder)
    assert "xl/workbook.xml" in zipfile.ZipFile(sheet).namelist()
