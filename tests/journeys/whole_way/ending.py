"""Station 14: the evaluation is closed, and what happened can be read afterwards."""

import re

from tests.journeys.dialogue_meeting import MEASURE
from tests.journeys.test_from_findings_to_report import reads_all
from tests.journeys.whole_way.answering import NO_BECAUSE
from tests.journeys.whole_way.finding import SHARED
from tests.journeys.whole_way.following import LINE
from tests.journeys.whole_way.people import TITLE, Everyone
from tests.journeys.whole_way.said import SLIP


def closing(everyone: Everyone) -> None:
    """Not before those who wanted to hear have heard, and print is offered."""
    everyone.on_day(200)
    lead = everyone.lead
    lead.go(f"{everyone.home}avslutning/")
    lead.tick("Everybody who wants something on paper has been asked")
    lead.press("Save")
    lead.follow("Go on to closing")
    lead.tick("I have read this, and know that it cannot be undone")
    lead.press("Close the evaluation")
    lead.sees("The evaluation is closed.")
    lead.go(f"{everyone.home}slettelogg/")
    lead.sees("Everything is as the log says")
    everyone.enters(everyone.codes[SLIP]).sees("This code opens nothing.")


def story_afterwards(everyone: Everyone) -> None:
    """Long after, anybody reads what was said, answered, done and felt, and what became a no."""
    everyone.on_day(400)
    anybody = everyone.somebody()
    anybody.go("/")
    anybody.follow("What happened")
    anybody.arrive(anybody.page.get_by_role("link", name=TITLE).click)
    reads_all(anybody, SHARED, MEASURE, LINE, NO_BECAUSE)
    for words in ("The service says: done", "Users notice it"):
        anybody.sees(words)
    told = anybody.page.locator("main").inner_text()
    assert re.search(r"\bD\d\d\b", told) is None
