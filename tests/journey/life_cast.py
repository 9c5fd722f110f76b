"""What tests of the life story share: a finding that has gone out, a measure for it, and what users
feel. Imported by name where it is needed."""

from datetime import timedelta

import pytest
from django.urls import reverse

from brukerstemmen.measures.actions import add_measure
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import FeedbackLine, FeltTold, FollowUpTold, Matter
from brukerstemmen.measures.states import Status
from tests.cast import TODAY

SOON = TODAY + timedelta(days=60)


def team(name: str, slug: str, *more: object) -> str:
    return reverse(f"journey:{name}", args=[slug, *more])


@pytest.fixture
def slug(evaluation) -> str:
    return evaluation.work.slug


@pytest.fixture
def matter(released) -> Matter:
    return Matter.objects.get(work=released.work)


@pytest.fixture
def measure(matter, eli):
    return add_measure(
        matter.work,
        [matter],
        title="Lytte i ti minutter",
        owner="leder",
        deadline=SOON,
        notice="Noen spør.",
        status=Status.PLANNED,
        said_by="leder",
        by=eli,
    )


def feel(measure, verdict: Verdict, by, *, number: int = 1) -> None:
    told = FollowUpTold.objects.create(work=measure.work, number=number, quarter="2026-3")
    FeltTold.objects.create(
        follow_up=told, measure=measure, verdict=verdict, claimed=Status.DONE.value
    )
    FeedbackLine.objects.create(
        measure=measure, number=number, words=f"Nå spør de. {number}", by=by, on=TODAY
    )


def own(name: str, *more: object) -> str:
    return reverse(f"journey:{name}", args=more)
