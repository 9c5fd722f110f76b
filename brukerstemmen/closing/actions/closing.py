"""Closing an evaluation: a hard stop before, and nothing left of the way to a person after."""

import uuid
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from brukerstemmen.closing import destroying, log
from brukerstemmen.closing.actions.retiring import run
from brukerstemmen.closing.facts import facts_of
from brukerstemmen.closing.models import Closing
from brukerstemmen.closing.states import Kind, Stop, stops
from brukerstemmen.closing.wording import STOPS
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, keys
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import ErasedKey, Person, Work
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import Participant

# In this order: the way to people first. If anything fails nothing is done at all.
_ORDER = (Kind.LINK, Kind.CODES, Kind.RAW_WORDS, Kind.RAW_KEYS)
Keys = Mapping[Kind, set[uuid.UUID]]


@transaction.atomic
def prepare(
    evaluation: Evaluation,
    *,
    planned_on: date | None = None,
    no_day: bool = False,
    without_feedback: str | None = None,
    print_offered: bool = False,
    by: Person,
) -> Closing:
    """Plan the day, write why somebody is not told, or say that print has been offered.

    What is left out stays as it was. no_day: a day that was planned is taken back.
    without_feedback: "" takes the reason back.
    Raises PermissionDenied, or ValidationError for a day that has been, or when it is closed.
    """
    closing = _locked(evaluation, by)
    if closing.closed_on is not None:
        raise ValidationError(_("This evaluation is closed."))
    if planned_on is not None and planned_on < clock.today():
        raise ValidationError({"planned_on": _("Choose today or a day to come.")})
    closing.planned_on = planned_on or (None if no_day else closing.planned_on)
    if without_feedback is not None:
        closing.seal(without_feedback=without_feedback.strip())
    if print_offered and closing.print_offered_on is None:
        closing.print_offered_on = clock.today()
    closing.save()
    record(by=by, what="closing.prepared", about=evaluation)
    return closing


def _locked(evaluation: Evaluation, by: Person) -> Closing:
    evaluation = Evaluation.objects.select_for_update(of=("self",)).get(pk=evaluation.pk)
    require(by, Permission.CLOSE, evaluation)
    there = Closing.objects.filter(evaluation=evaluation).first()
    return there or Closing(evaluation=evaluation, key=evaluation.key)


def stops_of(evaluation: Evaluation) -> list[Stop]:
    """What hinders closing today; [] if it may be closed, or is closed."""
    return [] if evaluation.work.is_closed else stops(facts_of(evaluation))


@transaction.atomic
def close_evaluation(evaluation: Evaluation, *, by: Person) -> Closing:
    """Destroy the way from codes to people and the words as they were said. For good.

    In a request of Z4. Sent twice it is done once.
    Raises PermissionDenied, or ValidationError with what hinders it.
    """
    closing = _locked(evaluation, by)
    if closing.closed_on is not None:
        return closing
    if hinder := stops_of(evaluation):
        raise ValidationError([str(STOPS[stop]) for stop in hinder])
    _destroy(evaluation, by=by)
    closing.closed_on, closing.closed_by = clock.today(), by
    closing.save()
    evaluation.work.closed_on = clock.today()
    record(by=by, what="evaluation.closed", about=evaluation)
    return closing


def _destroy(
    evaluation: Evaluation, *, by: Person | None, lost: Collection[uuid.UUID] = ()
) -> None:
    """Rows and keys, with a line in the log for each kind. It opens nothing.

    lost: keys that were destroyed before, where it is done again in a database from a backup.
    """
    # People before the work, as everybody holds them: nobody leaves half way.
    hold(Participant.objects.filter(evaluation=evaluation))
    work = log.hold(evaluation)
    going = _keys(evaluation, lost)
    rows = _take_rows_away(evaluation)
    for kind in _ORDER:
        keys.destroy(going[kind])
        log.write(work, kind, rows=rows[kind], keys=going[kind], by=by)
    Work.objects.filter(pk=work.pk).update(closed_on=clock.today())


def _keys(evaluation: Evaluation, lost: Collection[uuid.UUID]) -> Keys:
    """Which keys go, each named once: before the rows that tell of them are gone."""
    found: defaultdict[Kind, set[uuid.UUID]] = defaultdict(set)
    for goes in destroying.AT_CLOSING:
        found[goes.kind] |= destroying.live(goes.keys(evaluation), also=lost)
    named = set[uuid.UUID]().union(*found.values())
    raw = destroying.live(destroying.raw_keys_of(evaluation), also=lost)
    found[Kind.RAW_KEYS] |= raw - named
    return found


def _take_rows_away(evaluation: Evaluation) -> Counter[Kind]:
    gone: Counter[Kind] = Counter()
    for goes in destroying.AT_CLOSING:
        rows = goes.rows(evaluation)
        gone[goes.kind] += rows.count()
        rows.delete()
    for forgets in destroying.FORGOTTEN:
        gone[forgets.kind] += forgets.do(evaluation)
    return gone


def close_again(gone: Mapping[str, Collection[uuid.UUID]]) -> None:
    """What the ledger of erasure does with a database from before: what was closed is closed
    once more, and what had served its time goes once more. Opens nothing.

    gone: what is erased, by kind in the ledger. The evaluation's identity key goes at closing,
    and never otherwise: where it is gone, the evaluation was closed.
    """
    lost = gone.get(ErasedKey.Kind.KEY, ())
    were_closed = Evaluation.objects.filter(
        Q(identity_key__in=list(lost)), work__closed_on__isnull=True
    )
    for evaluation in were_closed.select_related("work"):
        _destroy(evaluation, by=None, lost=lost)
        Closing.objects.update_or_create(
            evaluation=evaluation, defaults={"closed_on": clock.today(), "key": evaluation.key}
        )
    run(clock.today(), lost=lost)
