"""Stations 9 and 11: the process report, and the final report with what was agreed on."""

import zipfile
from pathlib import Path

from tests.journeys.dialogue_meeting import soon, tap
from tests.journeys.test_from_findings_to_report import (
    approve,
    let_it_out,
    reads_all,
    try_to_recognise,
    write_section,
)
from tests.journeys.walk import Walk
from tests.journeys.whole_way.finding import ALONE, SHARED
from tests.journeys.whole_way.people import TITLE, Everyone
from tests.journeys.whole_way.said import LEFT_OUT, QUOTED, SLIP
from tests.journeys.words import nb

SUMMARY = "Folk blir godt møtt. Det er ventetida uten et ord som er vanskelig."
DAYS_TO_COMMENT = 14


def process_report(everyone: Everyone) -> None:
    """Station 9. Two read each quote, two say yes to the whole; those who spoke get it too."""
    everyone.on_day(36)
    put_the_quote_forward(everyone)
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}rapport/prosess/")
    interviewer.press("Begin the report")
    write_section(interviewer, "Summary", SUMMARY)
    write_section(interviewer, "Easy to read, two pages", "Dette har folk fortalt.")
    lead = everyone.lead
    read_the_quote(everyone, everyone.second)
    read_the_quote(everyone, lead)
    try_to_recognise(lead, everyone.home)
    approve(everyone.second, "prosess", everyone.home, SUMMARY)
    approve(lead, "prosess", everyone.home, SUMMARY)
    let_it_out(lead, "prosess", everyone.home, comment_until=soon(DAYS_TO_COMMENT))
    somebody = everyone.enters(everyone.codes[SLIP])
    read_it_as_one_who_spoke(somebody)
    read_it_as_the_service(everyone.leader, "Process report")


def put_the_quote_forward(everyone: Everyone) -> None:
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}sitater/")
    under = interviewer.page.locator("section.panel").filter(has_text=SHARED)
    interviewer.follow("Put quotes forward", within=under)
    line = interviewer.page.locator("li.panel").filter(has_text=QUOTED.words)
    interviewer.press("Put it forward", within=line)


def read_the_quote(everyone: Everyone, walk: Walk) -> None:
    """By somebody who did not write it down; every point is asked."""
    walk.go(f"{everyone.home}sitater/")
    walk.follow("Read the next one")
    walk.reads(QUOTED.words)
    for box in walk.page.locator('input[name="checked"]').all():
        tap(box)
    walk.press("Yes, this may be printed")


def read_it_as_one_who_spoke(somebody: Walk) -> None:
    somebody.follow("The reports")
    somebody.arrive(somebody.link("Read the report").first.click)
    says_what_it_may(somebody)


def read_it_as_the_service(service: Walk, kind: str) -> None:
    service.go("/tjeneste/")
    service.arrive(service.page.get_by_role("link", name=TITLE).first.click)
    reports = service.page.get_by_role("region", name=nb("Reports"))
    service.arrive(reports.get_by_role("link", name=nb(kind)).first.click)
    says_what_it_may(service)


def says_what_it_may(walk: Walk) -> None:
    """What was found and said with a yes; nothing of the one who left, and no code of anybody."""
    reads_all(walk, SHARED, ALONE, QUOTED.words, SUMMARY)
    read = walk.page.locator("main").inner_text()
    assert not [one.words for one in LEFT_OUT if one.words in read]


def final_report(everyone: Everyone) -> None:
    """Station 11. Two other yeses, one by somebody with own experience; then a frozen copy."""
    everyone.on_day(70)
    interviewer = everyone.interviewer
    interviewer.go(f"{everyone.home}rapport/slutt/")
    interviewer.press("Begin the report")
    write_section(interviewer, "Summary", SUMMARY)
    write_section(interviewer, "Recommendations", "Vi anbefaler å følge opp det som ble avtalt.")
    write_section(interviewer, "How it is followed up", "Vi kommer tilbake om et halvt år.")
    lead = everyone.lead
    approve(everyone.second, "slutt", everyone.home, SUMMARY)
    try_to_recognise(lead, everyone.home)
    approve(lead, "slutt", everyone.home, SUMMARY)
    let_it_out(lead, "slutt", everyone.home)
    read_it_as_the_service(everyone.leader, "Final report")
    take_it_home(everyone.leader, everyone.folder)


def take_it_home(service: Walk, folder: Path) -> None:
    pdf = service.take_home("Save as PDF", folder)
    assert pdf.read_bytes().startswith(b"%PDF-")
    word = service.take_home("Save as Word", folder)
    assert "word/document.xml" in zipfile.ZipFile(word).namelist()
