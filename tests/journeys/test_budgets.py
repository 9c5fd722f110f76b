"""No page weighs more than its kind may, on the first visit. `pytest -s` shows what they weigh.

Sign-in may ask for three parts more than other calm pages: the scripts of passkeys.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from brukerstemmen.journey.demo import story
from brukerstemmen.voices.actions.words import LONGEST
from tests.journeys import own_door
from tests.journeys.conftest import PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk
from tests.journeys.weighing import weigh
from tests.journeys.words import nb

BUDGETS = json.loads(Path(__file__).with_name("budgets.json").read_text(encoding="utf-8"))
ELVESUND = "/arbeid/evalueringer/sammen-om-overgangene-bruker-spor-bruker/"
MEETING = f"{ELVESUND}moter/6/"
WORKSPACE = {
    "my page": "/arbeid/",
    "overview": ELVESUND,
    "a page of the board": f"{ELVESUND}temaer/",
    "a page of the board as a form": f"{ELVESUND}temaer/?form=1",
    "a page of statements": f"{MEETING}skriv/",
    "a page of masking": f"{MEETING}masker/",
    "question guide": f"{ELVESUND}guide/",
    "draft": f"{ELVESUND}utkast/",
}
# Pages that are weighed full, and what fills them.
FULL = {
    "a page of the board": ("[data-item]", 50),
    "a page of the board as a form": ("li.card", 50),
    "a page of statements": ("ol.statements > li", 50),
    "a page of masking": ("section.masking", 20),
}
# The pages of a participant, by what they came in with.
WITH_A_SLIP = ("hva/", "svar/", "foresatte/")
BEFORE_A_YES = ("samtykke/", "samtykke/grenser/", "samtykke/valg/")
WITH_A_CODE = ("min/", "opplysninger/", "opplysninger/kontakt/", "valg/", "folge/", "trekk/")
OF_ONE_STATEMENT = ("", "endre/", "ta-bort/")
CALM = {"front page": "/", "forgotten password": "/konto/password/reset/", "not there": "/borte/"}
pytestmark = pytest.mark.usefixtures("demo")


def test_pages_of_the_workspace_stay_within_their_budget(visit: Callable[..., Visitor]):
    walk = Walk(visit())
    walk.become("Ingunn Røsvik")
    finish_the_fourth_meeting(walk)
    write_much_in_the_sixth(walk)

    too_heavy = {}
    for name, path in WORKSPACE.items():
        fresh = visit()
        fresh.context.add_cookies(walk.visitor.context.cookies())
        too_heavy |= over(name, weigh(fresh, path), BUDGETS["workspace"])
        if name in FULL:
            part, number = FULL[name]
            expect(fresh.page.locator(part)).to_have_count(number)
    assert not too_heavy


@pytest.mark.parametrize("name", CALM)
def test_calm_pages_stay_within_theirs(visit: Callable[..., Visitor], name: str):
    assert not over(name, weigh(visit(), CALM[name]), BUDGETS["calm"])


def test_the_way_in_stays_within_its_own(visit: Callable[..., Visitor]):
    assert not over("sign-in", weigh(visit(), "/konto/login/"), BUDGETS["sign-in"])


def test_pages_of_participants_stay_within_theirs(visit: Callable[..., Visitor]):
    lead = own_door.the_lead(visit)
    longest = say_the_longest(lead, 5)
    slip = own_door.slip_made_by(lead, "nb")
    somebody_new = own_door.code_for_somebody_new(lead)
    own = own_door.new_code_for(lead, 5)

    too_heavy = over("entrance", weigh(visit(width=PHONE), "/d/"), BUDGETS["participant"])
    before_a_yes = own_door.enters(visit(width=PHONE), somebody_new)
    before_a_yes.go("/d/samtykke/grenser/")
    own_words = [f"ord/{longest}/{part}" for part in OF_ONE_STATEMENT]
    for there, parts in (
        (own_door.enters(visit(width=PHONE), slip), WITH_A_SLIP),
        (before_a_yes, BEFORE_A_YES),
        (own_door.enters(visit(width=PHONE), own), [*WITH_A_CODE, *own_words]),
    ):
        too_heavy |= over_on_first_visit(there, visit, parts)
    assert not too_heavy


def over_on_first_visit(
    there: Walk, visit: Callable[..., Visitor], parts: Iterable[str]
) -> dict[str, str]:
    """Each page as it weighs for somebody who is let in and has seen no other."""
    found = {}
    for part in parts:
        fresh = visit(width=PHONE)
        fresh.context.add_cookies(there.visitor.context.cookies())
        found |= over(part, weigh(fresh, f"/d/{part}"), BUDGETS["participant"])
        assert fresh.page.url.endswith(f"/d/{part}"), "another page was weighed"
        fresh.context.close()
    return found


def say_the_longest(lead: Walk, number: int) -> str:
    """A participant's new words by telephone, as long as words may be, and masked. Their id."""
    told = " ".join(one.masked for one in story.statements())
    lead.go(f"{own_door.ELVESUND}deltakere/{number}/ord/")
    which = lead.page.locator("input[name=statement]").input_value()
    lead.tick("Change it to these words")
    lead.write("Their new words", told[:LONGEST].strip())
    lead.press("Save what they say")
    lead.go(f"{own_door.ELVESUND}moter/1/masker/")
    for field in lead.page.get_by_label(nb("Keep it, because")).all():
        field.fill("Gjelder mange her.")
    lead.press("I have read all of these")
    return which


def over(name: str, weight: dict[str, float], budget: dict[str, float]) -> dict[str, str]:
    """What weighs too much, told; nothing if all is well."""
    print(name, weight)
    return {
        f"{name}, {sort}": f"{weight[sort]} of {most}"
        for sort, most in budget.items()
        if weight[sort] > most
    }


def finish_the_fourth_meeting(walk: Walk) -> None:
    """Then more than fifty statements are ready, and the board has a full page."""
    walk.go(f"{ELVESUND}moter/4/masker/")
    for field in walk.page.get_by_label(nb("Keep it, because")).all():
        field.fill("Gjelder mange her.")
    walk.press("I have read all of these")
    walk.press("Finish the masking")


def write_much_in_the_sixth(walk: Walk) -> None:
    """Seventy statements of usual length, each with somebody named in it."""
    walk.go(MEETING)
    walk.press("Open for writing again")
    walk.follow("Take in notes")
    line = "D20 − Torbjørn sa at jeg skulle vente {}, og så ringte ingen før uka etter der igjen."
    walk.write("Paste your notes here", "\n".join(line.format(number) for number in range(70)))
    walk.press("Look through the notes")
    walk.tick("This is everything from the meeting")
    walk.arrive(walk.page.locator("form.panel button[type=submit]").click)
