"""Summing up a round, and telling it: to the service, and to everybody who took part.

What goes out is a word for each measure and, from six on, how many answered. What users do not
feel is taken up again by the telling itself, never by hand.
"""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brukerstemmen.followups.actions.rounds import checked_note, locked
from brukerstemmen.followups.models import AskedAbout, FollowUp, Reply
from brukerstemmen.followups.states import RoundState, Summed, takes_up_again, told_number
from brukerstemmen.measures.actions.reopening import reopen
from brukerstemmen.measures.actions.standing_in import hold as hold_matters
from brukerstemmen.measures.actions.terms import terms_of
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import FeltTold, FollowUpTold, Measure
from brukerstemmen.measures.states import Status
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports.assembling import quarter_of_today
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import Participant


@dataclass(frozen=True)
class SummedUp:
    """One measure in a round, for the team. is_taken_up: telling would take it up again."""

    asked: AskedAbout
    sums: Summed
    is_taken_up: bool

    @property
    def measure(self) -> Measure:
        return self.asked.measure

    @property
    def claimed(self) -> Status:
        return Status(self.asked.claimed)


@dataclass(frozen=True)
class Answered:
    """One reply that stands: what it says of each measure it says anything of."""

    is_of_participant: bool
    felt: dict[uuid.UUID, Felt]


def felt_in(follow_up: FollowUp) -> dict[uuid.UUID, list[Felt]]:
    """What is answered about each measure that was asked about. Needs a capability for Z2."""
    return {one.measure.pk: list(one.sums.all) for one in sum_up(follow_up)}


def sum_up(follow_up: FollowUp) -> list[SummedUp]:
    """Each measure with what is answered about it, the two series apart. Three queries."""
    replies = list(answers_in(follow_up))
    line = terms_of(follow_up.work).felt_line
    return [_summed_up(asked, replies, line) for asked in asked_in(follow_up)]


def asked_in(follow_up: FollowUp) -> list[AskedAbout]:
    return list(follow_up.asked.select_related("measure").order_by("measure__number"))


def answers_in(follow_up: FollowUp) -> Iterator[Answered]:
    """The replies that stand. One whose key is destroyed is gone, and counts nowhere."""
    for reply in Reply.objects.filter(follow_up=follow_up).select_related("key__outer__outer"):
        if felt := reply.read("felt"):
            said = {uuid.UUID(pk): Felt(one) for pk, one in json.loads(felt).items()}
            yield Answered(reply.participant_id is not None, said)


def _summed_up(asked: AskedAbout, replies: list[Answered], line: int) -> SummedUp:
    pk = asked.measure_id
    sums = Summed(
        participants=tuple(
            one.felt[pk] for one in replies if one.is_of_participant and pk in one.felt
        ),
        new_users=tuple(
            one.felt[pk] for one in replies if not one.is_of_participant and pk in one.felt
        ),
    )
    claimed, now = Status(asked.claimed), asked.measure.status_now
    return SummedUp(asked, sums, takes_up_again(sums.all, line=line, claimed=claimed, now=now))


@transaction.atomic
def tell_round(follow_up: FollowUp, *, note: str, by: Person) -> FollowUpTold:
    """Let out what users said together, for good, and take up again what they do not feel.

    note: how it went, in the team's words. Told twice, it is told once.
    Raises PermissionDenied, or ValidationError for a round that is not closed, or a note that
    points at somebody or counts few.
    """
    # Nobody leaves while it is told; whoever leaves afterwards is not counted anew.
    hold(Participant.objects.filter(evaluation=follow_up.evaluation_id))
    follow_up = locked(follow_up, by, Permission.RELEASE)
    work = follow_up.work
    if follow_up.state is RoundState.TOLD:
        return FollowUpTold.objects.get(work=work, number=follow_up.number)
    if follow_up.state is not RoundState.CLOSED:
        raise ValidationError(_("Close the round first. Then nobody is left half way."))
    note = checked_note(work, note)
    _hold_replies(follow_up)
    hold_matters(work)
    summed = _named_as_asked(sum_up(follow_up))
    told = FollowUpTold.objects.create(
        work=work,
        number=follow_up.number,
        quarter=quarter_of_today(),
        replies=told_number(
            sum(1 for _one in answers_in(follow_up)), fewest=work.centre.profile.smallest_group
        ),
        note=note,
    )
    FeltTold.objects.bulk_create(
        FeltTold(follow_up=told, measure=one.measure, verdict=one.sums.verdict, claimed=one.claimed)
        for one in summed
    )
    follow_up.told_on = clock.today()
    follow_up.seal(note=note)
    follow_up.save(update_fields=["told_on", "note"])
    record(by=by, what="follow_up.told", about=follow_up)
    for one in summed:
        if one.is_taken_up:
            reopen(one.measure, reason=_why_again(follow_up), by=by)
    return told


def _named_as_asked(summed: list[SummedUp]) -> list[SummedUp]:
    """What users said of one thing is not told of another. Raises ValidationError."""
    again = _("Measure %(number)s had another name when users were asked. It was: %(title)s")
    renamed = [
        again % {"number": one.measure.number, "title": one.asked.name}
        for one in summed
        if one.asked.name != one.measure.title
    ]
    if renamed:
        how = _("Give it that name again before you tell the round.")
        raise ValidationError([*renamed, how])
    return summed


def _hold_replies(follow_up: FollowUp) -> None:
    """In the order of their ids, as everybody does who holds several."""
    list(Reply.objects.select_for_update(of=("self",)).filter(follow_up=follow_up).order_by("pk"))


def _why_again(follow_up: FollowUp) -> str:
    told = {"number": follow_up.number}
    return _("Users were asked in follow-up %(number)s. Too few of them notice the change.") % told
