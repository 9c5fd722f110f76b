"""The road of an evaluation on screen: its steps, the next thing to do, and what is missing."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import STEPS
from brukerstemmen.journey import addresses, stages
from brukerstemmen.journey.next_act import STEP_OF, Act, MeetingFacts, here, next_act
from brukerstemmen.journey.stages import Facts, Mark
from brukerstemmen.journey.wording import ACTS, NEEDS

Line = dict[str, Any]  # as the parts in components/ take them
# What `components/process.html` draws. Only one step is where you are.
_DRAWN = {Mark.DONE: "done", Mark.ELSEWHERE: "outside", Mark.NOW: "next", Mark.TO_COME: "next"}


def steps_of(facts: Facts, slug: str, meetings: Sequence[MeetingFacts]) -> list[Line]:
    """The eight steps, each a way to its page. You are where the next thing is done."""
    place = here(facts, meetings)
    return [
        {
            "number": number,
            "name": STEPS[step],
            "url": addresses.of_step(step, slug),
            "state": "now" if step is place else _DRAWN[mark],
            "note": _("Begun") if mark is Mark.NOW and step is not place else "",
        }
        for number, (step, mark) in enumerate(stages.steps(facts), start=1)
    ]


def place_of(step: Step) -> Line:
    """A step in a line: its number, of how many, and its name."""
    return {"number": list(Step).index(step) + 1, "of": len(Step), "name": STEPS[step]}


def now_of(facts: Facts, slug: str, meetings: Sequence[MeetingFacts], *, leads: bool) -> Line:
    """The next thing to do, and what else lies near. leads: whether it is told to the lead."""
    act, number = next_act(facts, meetings)
    words = ACTS[act]
    told = {"meeting": _("meeting %(number)s") % {"number": number}}
    beside = _beside(act)
    return {
        **place_of(STEP_OF[act]),
        "title": words.title % told,
        "why": words.why % told,
        "button": words.button % told,
        "url": addresses.of_act(act, slug, number, leads=leads),
        "beside": ACTS[beside].button if beside else "",
        "beside_url": addresses.of_act(beside, slug, None) if beside else "",
    }


def _beside(act: Act) -> Act | None:
    """A second way on: nobody must finish the papers before the first meeting."""
    if act in {Act.AGREE, Act.MAKE_GUIDE}:
        return Act.PLAN_MEETING
    if act in {Act.GIVE_BACK, Act.FIND}:
        return Act.DRAFT
    if act is Act.CLEAR_QUOTES:
        return Act.APPROVE
    return Act.MAKE_GUIDE if act in {Act.OPEN, Act.PREPARE_MEETING} else None


def lack_line(lack: stages.Missing, slug: str, may_pass: bool) -> Line:
    """A line of `components/missing.html`. Hard stops have no way past."""
    passable = may_pass and not lack.hard
    return {
        "sentence": NEEDS[lack.need],
        "hard": lack.hard,
        "need": lack.need.value,
        "url": addresses.of_need(lack.need, slug),
        "pass_url": reverse("evaluations:pass_need", args=[slug]) if passable else "",
    }


def passed_of(evaluation: Evaluation, with_reasons: bool) -> list[Line]:
    """What the lead went on without, and why."""
    rows = evaluation.passed_needs.filter(need__in=list(Need))
    return [
        {
            "sentence": NEEDS[Need(row.need)],
            "why": row.read("why") if with_reasons else "",
        }
        for row in rows.select_related("key__outer__outer")
    ]
