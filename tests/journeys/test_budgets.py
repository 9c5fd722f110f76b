"""No page weighs more than its kind may, on the first visit. `pytest -s` shows what they weigh.

Sign-in may ask for three parts more than other calm pages: the scripts of passkeys.
"""

import json
import re
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
# Late in the story, when everybody can read the final report: whose page, and where it is found.
# `*` stands for the first that the page it is found on leads to: the one it lies under, or another.
PUBLISHED = 167
TEAM_LATE = {
    "findings": f"{ELVESUND}funn/",
    "finding": f"{ELVESUND}funn/*/",
    "what a finding rests on": f"{ELVESUND}funn/*/grunnlag/",
    "quotes": f"{ELVESUND}sitater/",
    "quote": f"{ELVESUND}sitater/*/",
    "report in the making": f"{ELVESUND}rapport/slutt/",
    "letting out": f"{ELVESUND}rapport/slutt/slipp/",
    "dialogue": f"{ELVESUND}dialog/1/",
    "screen in the room": f"{ELVESUND}dialog/1/rommet/",
    "what is said": f"{ELVESUND}dialog/1/innspill/",
    "proposals": f"{ELVESUND}dialog/1/forslag/",
    "minutes": f"{ELVESUND}dialog/1/referat/",
}
SERVICE = "/tjeneste/sammen-om-overgangene-bruker-spor-bruker/"
OF_SERVICE = {
    "service": "/tjeneste/",
    "service, one evaluation": SERVICE,
    "answers": f"{SERVICE}svar/",
    "answer": f"{SERVICE}svar/gi/",
    "measures": f"{SERVICE}tiltak/",
    "measure": f"{SERVICE}tiltak/*/",
    "measure plan": f"{SERVICE}tiltaksplan/",
    "report": f"{SERVICE}rapport/*/",
    "report, easy": f"{SERVICE}rapport/*/lettlest/",
}
FOUND_ON = {f"{SERVICE}rapport/": SERVICE}
OWN_REPORTS = {"own report": "/d/rapport/*/", "own report, easy": "/d/rapport/*/lettlest/"}


@pytest.fixture
def published(demo_on: Callable[[int], None]) -> None:
    demo_on(PUBLISHED)


@pytest.mark.usefixtures("demo")
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


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("name", CALM)
def test_calm_pages_stay_within_theirs(visit: Callable[..., Visitor], name: str):
    assert not over(name, weigh(visit(), CALM[name]), BUDGETS["calm"])


@pytest.mark.usefixtures("demo")
def test_the_way_in_stays_within_its_own(visit: Callable[..., Visitor]):
    assert not over("sign-in", weigh(visit(), "/konto/login/"), BUDGETS["sign-in"])


@pytest.mark.usefixtures("demo")
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


@pytest.mark.usefixtures("published")
def test_late_pages_of_the_team_stay_within_theirs(visit: Callable[..., Visitor]):
    lead = own_door.the_lead(visit)
    assert not over_of(lead, visit, TEAM_LATE, "workspace")


@pytest.mark.usefixtures("published")
def test_pages_of_the_service_stay_within_theirs(visit: Callable[..., Visitor]):
    leader = Walk(visit())
    leader.become("Turid Aasheim")
    too_heavy = over_of(leader, visit, OF_SERVICE, "service")
    assert not too_heavy


@pytest.mark.usefixtures("published")
def test_reports_stay_within_theirs(visit: Callable[..., Visitor]):
    lead = own_door.the_lead(visit)
    lead.go(f"{ELVESUND}rapport/slutt/slipp/")
    everybody = address_of(lead, "/rapporter/*/")
    one_who_spoke = own_door.enters(visit(width=PHONE), own_door.new_code_for(lead, 5))
    too_heavy = over("public report", weigh(visit(), everybody), BUDGETS["report"])
    assert not too_heavy | over_of(one_who_spoke, visit, OWN_REPORTS, "report")


def over_of(
    there: Walk, visit: Callable[..., Visitor], pages: dict[str, str], budget: str
) -> dict[str, str]:
    """Each page as it weighs for one who has seen no other."""
    found = {}
    for name, path in pages.items():
        if "*" in path:
            begins = path.partition("*")[0]
            there.go(FOUND_ON.get(begins, begins))
        address = address_of(there, path) if "*" in path else path
        fresh = visit(width=there.visitor.width)
        fresh.context.add_cookies(there.visitor.context.cookies())
        found |= over(name, weigh(fresh, address), BUDGETS[budget])
        assert fresh.page.url.endswith(address), "another page was weighed"
        fresh.context.close()
    return found


def address_of(there: Walk, path: str) -> str:
    """The first address of this shape that the page leads to."""
    begins, _star, ends = path.partition("*")
    links = there.page.locator(f'a[href^="{begins}"]')
    shape = re.compile(re.escape(begins) + r"([0-9a-f-]{36})/")
    there_are = links.evaluate_all("all => all.map(link => link.getAttribute('href'))")
    found = (shape.match(href) for href in there_are)
    return begins + next(one[1] for one in found if one) + ends


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
