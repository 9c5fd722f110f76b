"""Starting an evaluation, filling it in as things become known, and stopping it."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.fingerprints import was_changed
from brukerstemmen.evaluations.models import (
    Agreement,
    AnchoringPoint,
    DoneElsewhere,
    Evaluation,
    PassedNeed,
    TeamMember,
)
from brukerstemmen.evaluations.models.evaluation import Anchor
from brukerstemmen.evaluations.needs import HARD, Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission, Role
from brukerstemmen.people.actions.setup import centre_work
from brukerstemmen.people.actions.team import admit, register_organisation
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.keys import make_key
from brukerstemmen.people.models import Organisation, Person, Work, WorkParty
from brukerstemmen.people.models.organisations import OrganisationKind
from brukerstemmen.people.models.work import Part, WorkKind
from brukerstemmen.privacy.zones import Zone

# A commission runs for 5 to 9 months and is followed up for 12 more; nobody's role outlives it.
LASTS = timedelta(days=730)
_TAKEN = {"ny"}  # addresses beside the evaluations' own
PLAIN = ("degree", "legal_basis", "focus_area", "dialogue_on", "people_wanted", "part_of")
SEALED = ("scope", "promise", "not_reached")
# Reasons of rooms above why a part must stay a part, each asked before it leaves.
PART_HELD_BY: list[Callable[[Evaluation], bool]] = []


@transaction.atomic
def start_evaluation(
    *,
    title: str,
    services: Iterable[str],
    client: str = "",
    centre: Organisation,
    by: Person,
    once: uuid.UUID | None = None,
    done_elsewhere: Iterable[Step] = (),
) -> Evaluation:
    """Begin, with no more than a service's name. Whoever starts it leads it.

    once: the form's own id, so that sending it twice starts one evaluation.
    done_elsewhere: steps taken before this software came in (beginning midway).
    Raises PermissionDenied, or ValidationError if no service is named, or if it is their own.
    """
    require(by, Permission.START_WORK, centre_work(centre))
    # One at a time, so that the second of two clicks sees what the first has made.
    Organisation.objects.select_for_update().get(pk=centre.pk)
    if once and (there := Evaluation.objects.filter(work__pk=once, work__centre=centre).first()):
        return there
    names = [name for name in (" ".join(s.split()) for s in services) if name]
    if not names:
        raise ValidationError({"services": _("Write the name of the service.")})
    work = _make_work(title.strip() or names[0], centre, once)
    for name in names:
        _add_party(work, name, OrganisationKind.SERVICE, Part.SERVICE)
    if client.strip():
        _add_party(work, client, OrganisationKind.MUNICIPALITY, Part.CLIENT)
    admit(work, by, Role.LEAD, until=work.ends_on)
    evaluation = _with_keys(Evaluation(work=work, started_on=clock.today()), centre)
    evaluation.save()
    TeamMember.objects.create(evaluation=evaluation, person=by)
    for step in done_elsewhere:
        DoneElsewhere.objects.create(evaluation=evaluation, step=step, on=clock.today())
    record(by=by, what="evaluation.started", about=evaluation)
    return evaluation


def _with_keys(evaluation: Evaluation, centre: Organisation) -> Evaluation:
    """A key for each depth: masked words, raw words, and who people are."""
    outer = centre.profile.key
    evaluation.key = make_key(content=Zone.Z2_MASKED, outer=outer)
    evaluation.raw_key = make_key(content=Zone.Z3_RAW, outer=outer)
    evaluation.identity_key = make_key(content=Zone.Z4_IDENTITY, outer=outer)
    return evaluation


def _make_work(title: str, centre: Organisation, once: uuid.UUID | None) -> Work:
    ends_on = clock.today() + LASTS
    base = (
        slugify(title.replace("ø", "o").replace("å", "a").replace("æ", "ae"))[:40] or "evaluering"
    )
    for slug in (base, f"{base}-{uuid.uuid4().hex[:6]}"):
        if slug in _TAKEN:
            continue
        try:
            with transaction.atomic():
                return Work.objects.create(
                    pk=once or uuid.uuid4(),
                    kind=WorkKind.EVALUATION,
                    slug=slug,
                    title=title,
                    centre=centre,
                    ends_on=ends_on,
                )
        except IntegrityError:
            continue
    raise ValidationError(_("This could not be started. Choose another name."))


def _add_party(work: Work, name: str, kind: OrganisationKind, part: Part) -> None:
    organisation = register_organisation(name=name, kind=kind, centre=work.centre)
    WorkParty.objects.get_or_create(work=work, organisation=organisation, part=part)


def _locked(evaluation: Evaluation, by: Person) -> Evaluation:
    found = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.LEAD_WORK, found)
    return found


@transaction.atomic
def describe(
    evaluation: Evaluation, *, by: Person, seen: Mapping[str, str] | None = None, **known: Any
) -> Evaluation:
    """Fill in what is known: title, degree, promise, scope, dates.

    seen: fingerprints of the texts as they were shown to the one who writes.
    Raises PermissionDenied, or ValidationError with both texts where somebody else wrote
    meanwhile, and for being part of itself.
    """
    evaluation = _locked(evaluation, by)
    _refuse_overwriting(evaluation, seen or {}, known)
    _refuse_circles(evaluation, known.get("part_of"))
    _refuse_leaving(evaluation, known)
    for name in PLAIN:
        if name in known:
            setattr(evaluation, name, known[name])
    evaluation.seal(**{name: known[name] for name in SEALED if name in known})
    evaluation.full_clean(exclude=[*SEALED, "stop_reason", "key", "raw_key", "work"])
    evaluation.save()
    if title := known.get("title", "").strip():
        evaluation.work.title = title
        evaluation.work.save(update_fields=["title"])
    record(by=by, what="evaluation.described", about=evaluation)
    return evaluation


def _refuse_overwriting(
    evaluation: Evaluation, seen: Mapping[str, str], known: Mapping[str, Any]
) -> None:
    now = {name: evaluation.read(name) for name in SEALED if name in known and name in seen}
    refused = {
        name: _("Somebody else has written meanwhile: “%(text)s” Put the two together and save.")
        % {"text": text}
        for name, text in now.items()
        if was_changed(text, seen=seen[name], wanted=known[name])
    }
    if refused:
        raise ValidationError(refused)


def _refuse_circles(evaluation: Evaluation, whole: Evaluation | None) -> None:
    above = whole.pk if whole else None
    while above is not None:
        if above == evaluation.pk:
            raise ValidationError({"part_of": _("An evaluation cannot be a part of itself.")})
        above = Evaluation.objects.values_list("part_of", flat=True).get(pk=above)


def _refuse_leaving(evaluation: Evaluation, known: Mapping[str, Any]) -> None:
    """What is part of another stays so where a room above says so."""
    now, then = evaluation.part_of, known.get("part_of", evaluation.part_of)
    if now is not None and then != now and any(held(evaluation) for held in PART_HELD_BY):
        raise ValidationError(
            {"part_of": _("Numbers of the whole have gone out. Then a part stays a part of it.")}
        )


@transaction.atomic
def name_client(evaluation: Evaluation, client: str, *, by: Person) -> None:
    """Say who ordered it. Raises PermissionDenied, or ValidationError without a name."""
    evaluation = _locked(evaluation, by)
    _add_party(evaluation.work, client, OrganisationKind.MUNICIPALITY, Part.CLIENT)
    record(by=by, what="evaluation.client_named", about=evaluation)


@transaction.atomic
def sign_agreement(
    evaluation: Evaluation, *, on: date, report_is_shared: bool, by: Person
) -> Agreement:
    """The agreement is signed. Raises PermissionDenied, or ValidationError for a day to come."""
    evaluation = _locked(evaluation, by)
    _not_to_come(on)
    agreement, _made = Agreement.objects.update_or_create(
        evaluation=evaluation, defaults={"signed_on": on, "report_is_shared": report_is_shared}
    )
    record(by=by, what="agreement.signed", about=evaluation)
    return agreement


@transaction.atomic
def anchor(evaluation: Evaluation, points: Iterable[Anchor], *, by: Person) -> None:
    """Say which points of the anchoring checklist are in place; the others are taken away."""
    evaluation = _locked(evaluation, by)
    wanted = {Anchor(point) for point in points}
    evaluation.anchoring.exclude(point__in=wanted).delete()
    for point in wanted:
        AnchoringPoint.objects.get_or_create(
            evaluation=evaluation, point=point, defaults={"done_on": clock.today()}
        )
    record(by=by, what="evaluation.anchored", about=evaluation, count=len(wanted))


@transaction.atomic
def mark_done_elsewhere(evaluation: Evaluation, step: Step, *, on: date, by: Person) -> None:
    """A step was taken outside, on a day. Raises PermissionDenied or ValidationError."""
    evaluation = _locked(evaluation, by)
    _not_to_come(on)
    DoneElsewhere.objects.update_or_create(
        evaluation=evaluation, step=Step(step), defaults={"on": on}
    )
    record(by=by, what="step.done_elsewhere", about=evaluation)


@transaction.atomic
def say_what_is_done_elsewhere(
    evaluation: Evaluation, days: Mapping[Step, date], *, by: Person
) -> None:
    """The steps that were taken outside, each with its day; the others are taken away.

    Raises PermissionDenied or ValidationError.
    """
    evaluation = _locked(evaluation, by)
    evaluation.done_elsewhere.exclude(step__in=days).delete()
    for step, day in days.items():
        mark_done_elsewhere(evaluation, step, on=day, by=by)


@transaction.atomic
def pass_need(evaluation: Evaluation, need: str, *, why: str, by: Person) -> PassedNeed:
    """Go on without something that is missing, with one sentence why.

    Raises PermissionDenied, or ValidationError without a sentence and for a hard stop.
    """
    evaluation = _locked(evaluation, by)
    if need not in set(Need) - HARD:
        raise ValidationError(_("This must be in place. Nobody can go on without it."))
    if not why.strip():
        raise ValidationError({"why": _("Write one sentence about why you go on without it.")})
    passed = PassedNeed.objects.filter(evaluation=evaluation, need=need).first() or PassedNeed(
        evaluation=evaluation, need=need, key=evaluation.key
    )
    passed.by, passed.on = by, clock.today()
    passed.seal(why=why.strip())
    passed.save()
    record(by=by, what="need.passed", about=evaluation)
    return passed


@transaction.atomic
def stop(evaluation: Evaluation, *, reason: str, by: Person) -> Evaluation:
    """Stop the evaluation, with a reason. Raises PermissionDenied or ValidationError."""
    evaluation = _locked(evaluation, by)
    if not reason.strip():
        raise ValidationError({"reason": _("Write why it stops, so that others understand.")})
    evaluation.stopped_on = clock.today()
    evaluation.seal(stop_reason=reason.strip())
    evaluation.save(update_fields=["stopped_on", "stop_reason"])
    record(by=by, what="evaluation.stopped", about=evaluation)
    return evaluation


@transaction.atomic
def take_up_again(evaluation: Evaluation, *, by: Person) -> Evaluation:
    """Go on with an evaluation that was stopped. Raises PermissionDenied."""
    evaluation = _locked(evaluation, by)
    evaluation.stopped_on = None
    evaluation.save(update_fields=["stopped_on"])
    record(by=by, what="evaluation.taken_up", about=evaluation)
    return evaluation


def _not_to_come(day: date) -> None:
    if day > clock.today():
        raise ValidationError({"on": _("The day has not come yet.")})
