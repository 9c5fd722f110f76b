"""From words to change and back: for the team, for the service, and over all evaluations."""

from playwright.sync_api import expect

from tests.journeys.dialogue_meeting import MEASURE, SAID_IN_THE_ROOM
from tests.journeys.test_from_findings_to_report import reads_all
from tests.journeys.whole_way.answering import SECOND_MEASURE
from tests.journeys.whole_way.finding import SHARED
from tests.journeys.whole_way.following import LINE, to_the_measure
from tests.journeys.whole_way.people import Everyone
from tests.journeys.whole_way.said import QUOTED, STAY


def life_story(everyone: Everyone) -> None:
    """What somebody said leads to what was done, and what was done to what somebody said."""
    the_team(everyone)
    the_service(everyone)
    promises(everyone)


def the_team(everyone: Everyone) -> None:
    lead = everyone.lead
    lead.go(f"{everyone.home}funn/")
    lead.follow("From words to change")
    lead.arrive(lead.page.get_by_role("link", name=SHARED).click)
    reads_all(lead, QUOTED.words, SAID_IN_THE_ROOM, MEASURE, LINE)
    lead.arrive(lead.page.get_by_role("link", name=MEASURE).first.click)
    lead.arrive(lead.page.get_by_role("link", name=SHARED).first.click)
    lead.arrive(lead.page.locator("#said a").first.click)
    lead.sees("What it is part of")
    reads_all(lead, SHARED, MEASURE)


def the_service(everyone: Everyone) -> None:
    """The same way from what was put to them; nothing of who said what."""
    service = everyone.leader
    to_the_measure(service, MEASURE)
    service.arrive(service.page.locator('a[href*="/livslop/"]').first.click)
    reads_all(service, SHARED, QUOTED.words, MEASURE, LINE)
    expect(service.page.locator("main")).not_to_contain_text(SAID_IN_THE_ROOM)
    read = service.page.locator("main").inner_text()
    assert not [number for number in STAY if f"D{number:02d}" in read]


def promises(everyone: Everyone) -> None:
    """What was promised and is past its day stands there, until somebody answers."""
    lead = everyone.lead
    lead.go("/arbeid/lofter/")
    reads_all(lead, SECOND_MEASURE)
