"""What goes on which day: a registry of clocks, for a page where the team sees all of them.

Rooms that keep something for a time of their own add a clock. The house does what it can by
itself; closing is done by a person, and waits for one.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from brukerstemmen.closing import days
from brukerstemmen.closing.models import Closing
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.models import Grant
from brukerstemmen.privacy.retention import over
from brukerstemmen.voices.models import Participant

Words = Any  # a sentence in the reader's language


@dataclass(frozen=True)
class Due:
    """what goes, and how. last_day: the last day it may be there; None where `when` says it.

    people: how many's, for the team alone. by_hand: a person must do it, else the house does.
    """

    what: Words
    how: Words
    last_day: date | None = None
    when: Words = ""
    people: int = 0
    by_hand: bool = False

    @property
    def is_late(self) -> bool:
        return self.last_day is not None and over(self.last_day, on=clock.today())


Clock = Callable[[Evaluation], list[Due]]
CLOCKS: list[Clock] = []


def add(asked: Clock) -> Clock:
    """Add a clock; adding it again changes nothing."""
    if asked not in CLOCKS:
        CLOCKS.append(asked)
    return asked


def coming(evaluation: Evaluation) -> list[Due]:
    """Everything that is to go, the first first. In every zone of the team; opens nothing."""
    found = [due for asked in CLOCKS for due in asked(evaluation)]
    return sorted(found, key=lambda due: (due.last_day is None, due.last_day or date.max))


def who_answers(evaluation: Evaluation) -> list[str]:
    """Those who lead the work today, and so see to it that all this happens."""
    grants = Grant.objects.in_force().filter(work=evaluation.work_id, role=Role.LEAD)
    return list(grants.order_by("person__name").values_list("person__name", flat=True))


@add
def _waiting(evaluation: Evaluation) -> list[Due]:
    """What waits to be taken in, as long as there is a way to people at all."""
    if evaluation.work.is_closed:
        return []
    return [
        Due(
            _("Notes that wait to be taken in"),
            _("The notes and their key are destroyed."),
            when=_("The day after they came"),
        ),
        Due(
            _("Answers on slips from people who did not take part"),
            _("Name and telephone number are destroyed, with their key."),
            when=_("60 days after each came"),
        ),
    ]


@add
def _link(evaluation: Evaluation) -> list[Due]:
    if evaluation.work.is_closed:
        return []
    closing = Closing.objects.filter(evaluation=evaluation).first()
    planned = closing.planned_on if closing else None
    return [
        Due(
            _("Who the participants are, their codes, and words as they were said"),
            _("The keys are destroyed, and the rows are taken away."),
            last_day=planned,
            when=_("When the evaluation is closed. No day is planned."),
            by_hand=True,
        )
    ]


@add
def _masked_words(evaluation: Evaluation) -> list[Due]:
    """By the day in the consent of each: mostly one day, and never a list of people."""
    live = Participant.objects.taking_part().filter(
        evaluation=evaluation, masked_key__wrapped__isnull=False
    )
    there = set(live.values_list("pk", flat=True))
    until = Counter(day for pk, day in days.words_until(evaluation).items() if pk in there)
    return [
        Due(
            _("Masked words, on the day named in the consent"),
            _("The words, what rests on them and their keys are destroyed."),
            last_day=day,
            when=_("No day was named: a year after closing"),
            people=people,
        )
        for day, people in until.items()
    ]


@add
def _papers(evaluation: Evaluation) -> list[Due]:
    return [
        Due(
            _("Findings, drafts and minutes of the team"),
            _("The key of the evaluation is destroyed. What has gone out stays."),
            last_day=days.papers_until(evaluation),
            when=_("With the last masked words, after closing"),
        )
    ]


@add
def _payments(_evaluation: Evaluation) -> list[Due]:
    return [
        Due(
            _("What those who took part were paid"),
            _("In a register apart, with no code and no evaluation in it. The law asks for it."),
            when=_("Five years after the end of the year"),
        )
    ]
