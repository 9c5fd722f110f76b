"""Before a report goes out: what it tells in several places is put together, and somebody who
knows the place says how many that fits. On a laptop and on a phone."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator

from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.own_door import ELVESUND
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

APPROVED = 106  # a day of the demo: the process report goes out tomorrow
UNIT, REASON = "treffsted", "Alle i tjenesten vet at vi har vært der."
PAGE = "Could anybody recognise somebody?"


@pytest.mark.parametrize("width", [LAPTOP, PHONE])
def test_what_fits_few_is_decided_on_before_a_report_goes_out(
    demo_on: Callable[[int], None], visit: Callable[..., Visitor], width: int
) -> None:
    demo_on(APPROVED)
    team = Walk(visit(width=width))
    team.become("Tor-Eirik Lund")
    team.go(f"{ELVESUND}rapport/prosess/")
    team.follow(PAGE)
    team.sees("Nobody has said how many this fits")
    write_how_many(team, "", "Write a number, or say that it is more than enough.")
    write_how_many(team, "3", "Fits too few: must be seen to before it goes out")

    lead = Walk(visit(width=width))
    lead.become("Ingunn Røsvik")
    lead.go(f"{ELVESUND}rapport/prosess/slipp/")
    assert not lead.button("Let the report out").count()
    lead.follow(PAGE)
    row = about(lead, UNIT)
    unfold(row, lead, "Let it stand, knowingly")
    lead.field("Why may it stand?", within=row).fill(REASON)
    lead.press("Let it stand", within=row)
    lead.reads(REASON)
    lead.follow("Go back")
    lead.press("Let the report out")
    lead.sees("This edition is out. The service and those who took part have it.")


def write_how_many(walk: Walk, number: str, sees: str) -> None:
    row = about(walk, UNIT)
    if not row.locator("details[open]").count():
        unfold(row, walk, "Write how many it fits")
    walk.field("How many fit this?", within=row).fill(number)
    walk.press("Save the number", within=row)
    walk.sees(sees)


def about(walk: Walk, words: str) -> Locator:
    heading = walk.page.get_by_role("heading", name=words, exact=True)
    return walk.page.locator("li.panel").filter(has=heading)


def unfold(row: Locator, walk: Walk, text: str) -> None:
    row.locator("summary").filter(has_text=re.compile(re.escape(walk.words(text)))).click()
