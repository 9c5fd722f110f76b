"""The whole way of one evaluation, as all the people concerned, in one go.

It begins where nobody has more than an account, and ends with the public story that is read after
the evaluation is closed. On a laptop, and once more on a phone.
"""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import date, datetime, time
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django.fixtures import Settings

from brukerstemmen.journey.demo.cast import Cast
from brukerstemmen.people import clock
from tests.journeys.conftest import LAPTOP, PHONE
from tests.journeys.visitor import Visitor
from tests.journeys.whole_way import (
    answering,
    beginning,
    ending,
    finding,
    following,
    inviting,
    looking_back,
    meeting,
    reporting,
    returning,
)
from tests.journeys.whole_way.people import Everyone, Station
from tests.people import demo_urls

STATIONS: tuple[Station, ...] = (
    beginning.start_and_road,
    beginning.team_and_independence,
    beginning.question_guide,
    inviting.invitation_and_consent,
    meeting.user_meeting,
    meeting.masking,
    returning.validation,
    finding.themes_and_findings,
    finding.withdrawal,
    reporting.process_report,
    answering.dialogue,
    answering.answers_and_measures,
    reporting.final_report,
    following.measures_live,
    following.follow_up,
    following.feedback,
    looking_back.life_story,
    ending.closing,
    ending.story_afterwards,
)


@pytest.fixture
def cast_only(server: str, settings: Settings) -> None:
    """A centre with its people and their accounts, and no evaluation at all."""
    Cast().arrive()
    settings.DEMO = True
    settings.ROOT_URLCONF = demo_urls.__name__


@pytest.fixture
def let_it_be(monkeypatch: pytest.MonkeyPatch) -> Callable[[date], None]:
    """Move the clock. The server lives in a thread of its own, where only a default is heard."""

    def move(day: date) -> None:
        noon = timezone.make_aware(datetime.combine(day, time(12)))
        monkeypatch.setattr(clock, "_set_to", ContextVar("clock", default=noon))

    return move


@pytest.mark.usefixtures("cast_only")
@pytest.mark.parametrize("width", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_from_the_name_of_a_service_to_the_public_story(
    visit: Callable[..., Visitor],
    let_it_be: Callable[[date], None],
    tmp_path: Path,
    width: int,
):
    everyone = Everyone(
        open_window=lambda: visit(width=width),
        let_it_be=let_it_be,
        first_day=timezone.localdate(),
        folder=tmp_path,
    )

    for station in STATIONS:
        station(everyone)
