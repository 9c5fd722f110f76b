"""Where a participant is: what they have said yes to, what is written down, and what waits."""

from dataclasses import dataclass
from datetime import date

from brukerstemmen.people import clock
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Purpose, State
from brukerstemmen.voices.actions.consenting import asked_of
from brukerstemmen.voices.actions.wishes import said_no_today
from brukerstemmen.voices.models import Invitation, Participant
from brukerstemmen.voices.showing import own_words
from brukerstemmen.voices.showing.own_data import meeting_days
from brukerstemmen.voices.wording import own as own_wording
from brukerstemmen.voices.wording.entrance import ASKED


@dataclass(frozen=True)
class Standing:
    """said_yes_on: None if no yes to taking part holds."""

    said_yes_on: date | None
    meetings: list[date]
    statements: int
    waiting: int
    deadline: date | None


def standing_of(participant: Participant) -> Standing:
    return Standing(
        said_yes_on=_said_yes_on(participant),
        meetings=meeting_days(participant),
        statements=participant.statements.count(),
        waiting=own_words.waiting(participant).count(),
        deadline=own_words.deadline_of(participant),
    )


def _said_yes_on(participant: Participant) -> date | None:
    told = [row.as_decision() for row in participant.decisions.all()]
    if not consent.may_take_part(told, on=clock.today()):
        return None
    yes = [one.on for one in told if one.purpose is Purpose.TAKE_PART and one.act == "give"]
    return max(yes)


@dataclass(frozen=True)
class Choice:
    """One purpose, as it stands. may_say_yes: False on the day of a no."""

    purpose: Purpose
    name: object
    means: object
    answer: object
    is_given: bool
    may_say_yes: bool

    @property
    def is_taking_part(self) -> bool:
        return self.purpose is Purpose.TAKE_PART


def choices_of(participant: Participant) -> list[Choice]:
    """What people here are asked about, and what this one has answered."""
    invitation = Invitation.objects.filter(evaluation=participant.evaluation_id).first()
    told = [row.as_decision() for row in participant.decisions.all()]
    now = consent.states(told, on=clock.today())
    answered = [purpose for purpose in Purpose if now[purpose] is not None]
    no_today = {one for one in answered if said_no_today(told, one)}
    shown = [one for one in Purpose if one in {*asked_of(invitation), *answered}]
    return [
        Choice(
            purpose=one,
            name=ASKED[one][0],
            means=ASKED[one][1],
            answer=own_wording.ANSWERS[now[one]],
            is_given=now[one] is State.GIVEN,
            may_say_yes=one not in no_today,
        )
        for one in shown
    ]


@dataclass(frozen=True)
class WhomToCall:
    name: str
    telephone: str

    @property
    def number(self) -> str:
        """As it stands in a link that calls."""
        return "".join(sign for sign in self.telephone if sign.isdecimal() or sign == "+")


def whom_to_call(evaluation_id: object) -> WhomToCall | None:
    """Who at the centre answers questions; None as long as nobody is named."""
    rows = Invitation.objects.filter(evaluation=evaluation_id)
    found = rows.values_list("contact__name", "telephone").first()
    return WhomToCall(*found) if found else None
