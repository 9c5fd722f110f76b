"""Writing findings, saying what they rest on, and keeping every reading they have had."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from types import EllipsisType

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models import Evidence, Finding, FindingVersion, MinorityView, Theme
from brukerstemmen.analysis.models.findings import Because
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.words import hold
from brukerstemmen.voices.models import Participant, Statement

LONGEST_TITLE = 200  # characters; one sentence
LONGEST = 4000
STALE = "stale"  # the code of a refusal: somebody else has written since
# Reasons of rooms above why a finding must stay, each asked before one is removed.
HELD_BY: list[Callable[[Finding], bool]] = []


@dataclass(frozen=True)
class FindingText:
    """How a finding reads. What is empty may be written later."""

    title: str
    good: str = ""
    not_good: str = ""
    better: str = ""
    question: str = ""


def _locked(evaluation: Evaluation, by: Person) -> Evaluation:
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.FIND, evaluation)
    return evaluation


def _as_it_stands(finding: Finding, by: Person) -> Finding:
    """The finding as it is now, its evaluation locked. Raises PermissionDenied."""
    _locked(finding.evaluation, by)
    return Finding.objects.select_related("evaluation__work", "key").get(pk=finding.pk)


@transaction.atomic
def write_finding(
    evaluation: Evaluation,
    text: FindingText,
    *,
    turn: Turn,
    theme: Theme | None = None,
    is_single: bool = False,
    by: Person,
) -> Finding:
    """A new finding, last in the list. Raises PermissionDenied or ValidationError."""
    evaluation = _locked(evaluation, by)
    words = _checked(text)
    _require_same(evaluation, theme)
    last = evaluation.findings.aggregate(last=Max("position"))["last"] or 0
    finding = Finding(
        evaluation=evaluation,
        position=last + 1,
        theme=theme,
        turn=Turn(turn),
        is_single=is_single,
        key=evaluation.key,
    )
    finding.seal(**asdict(words))
    finding.save(force_insert=True)
    record(by=by, what="finding.written", about=evaluation)
    return finding


def _checked(text: FindingText) -> FindingText:
    words = FindingText(**{name: _clean(one) for name, one in asdict(text).items()})
    if not any(asdict(words).values()):
        raise ValidationError({"title": _("Write what you have found.")})
    title = " ".join(words.title.split())
    if len(title) > LONGEST_TITLE:
        raise ValidationError({"title": _("Say it in one sentence. The rest fits below.")})
    for name, one in asdict(words).items():
        _require_not_too_long(name, one)
    return replace(words, title=title)


def _clean(words: str) -> str:
    return words.strip().replace("\x00", "").replace("\r\n", "\n")


def _require_not_too_long(name: str, words: str) -> None:
    if len(words) > LONGEST:
        raise ValidationError({name: _("This is very long. Say it shorter.")})


def _require_same(evaluation: Evaluation, theme: Theme | None) -> None:
    if theme is not None and theme.evaluation_id != evaluation.pk:
        raise ValidationError({"theme": _("The theme belongs to another evaluation.")})


@transaction.atomic
def rewrite_finding(
    finding: Finding,
    text: FindingText,
    *,
    turn: Turn | None = None,
    theme: Theme | EllipsisType | None = ...,
    is_single: bool | None = None,
    because: Because = Because.WRITTEN,
    what: str = "",
    based_on: int | None = None,
    by: Person,
) -> Finding:
    """Let a finding read otherwise; how it read before is kept. What is left out stays as it is.

    based_on: the version the writer saw. what: in one sentence, what changed it.
    Raises PermissionDenied, or ValidationError, with the code `STALE` if another version stands
    now: nothing is changed then, and the writer still has what they wrote.
    """
    finding = _as_it_stands(finding, by)
    if based_on is not None and based_on != finding.version:
        raise ValidationError(
            _("Somebody else has changed this finding since you opened it."), code=STALE
        )
    words = _checked(text)
    if not isinstance(theme, EllipsisType):
        _require_same(finding.evaluation, theme)
        finding.theme = theme
    finding.turn = Turn(turn) if turn is not None else finding.turn
    finding.is_single = finding.is_single if is_single is None else is_single
    if _read_anew(finding, asdict(words), because, what, by):
        record(by=by, what="finding.rewritten", about=finding.evaluation)
    finding.save()
    return finding


def _read_anew(
    finding: Finding, words: dict[str, str], because: Because, what: str, by: Person
) -> bool:
    """Keep how the finding reads and seal the new words, not yet saved; False if they are old."""
    if all(finding.read(name) == one for name, one in words.items()):
        return False
    _keep_reading(finding, because, what, by)
    finding.seal(**words)
    return True


def _keep_reading(finding: Finding, because: Because, what: str, by: Person) -> None:
    kept = FindingVersion(
        finding=finding,
        number=finding.version,
        because=because,
        by=by,
        on=clock.today(),
        key=finding.key,
    )
    reading = [name for name in FindingVersion.sealed_columns() if name != "what"]
    kept.seal(what=_clean(what), **{name: finding.read(name) for name in reading})
    kept.save(force_insert=True)
    finding.version += 1


@transaction.atomic
def rest_on(
    finding: Finding,
    statements: Iterable[Statement],
    *,
    stance: Stance = Stance.SUPPORTS,
    by: Person,
) -> Finding:
    """Let a finding rest on these statements, or these say something else; no others do.

    A statement stands one way only: the latest choice holds. One that is there already may be on
    its way through masking once more.
    Raises PermissionDenied, or ValidationError for a new one that is not ready or not of here, or
    where a finding that must stay would rest on nothing.
    """
    finding = _as_it_stands(finding, by)
    wanted = {one.pk for one in statements}
    rows = finding.evidence.all()
    there = set(rows.filter(stance=stance).values_list("statement", flat=True))
    if there == wanted:
        return finding
    if ready_among(finding, wanted - there) != wanted - there:
        raise ValidationError(_("A finding rests on statements of this evaluation that are ready."))
    _require_something_left(finding, stance, wanted)
    rows.filter(stance=stance).exclude(statement__in=wanted).delete()
    rows.exclude(stance=stance).filter(statement__in=wanted).delete()
    Evidence.objects.bulk_create(
        Evidence(finding=finding, statement_id=pk, stance=stance, by=by)
        for pk in sorted(wanted - there)
    )
    finding.looked = _looked_after(finding)
    finding.save(update_fields=["looked"])
    record(by=by, what="finding.rested", about=finding.evaluation, count=len(wanted))
    return finding


def _require_something_left(finding: Finding, stance: Stance, wanted: set[uuid.UUID]) -> None:
    """What has gone out can be followed back to words, as long as nobody takes theirs away."""
    supports = finding.evidence.filter(stance=Stance.SUPPORTS)
    others = supports.exclude(statement__in=wanted)
    left = wanted if stance is Stance.SUPPORTS else others.exists()
    if not left and supports.exists() and any(held(finding) for held in HELD_BY):
        raise ValidationError(
            _("This finding has gone out. Let it rest on at least one statement.")
        )


def ready_among(finding: Finding, statements: Iterable[uuid.UUID]) -> set[uuid.UUID]:
    """Those of the statements that a finding may rest on."""
    of_here = Statement.objects.filter(user_meeting__evaluation=finding.evaluation_id)
    return set(of_here.ready().filter(pk__in=list(statements)).values_list("pk", flat=True))


def _has_contrary(finding: Finding) -> bool:
    return finding.evidence.filter(stance=Stance.CONTRARY).exists()


def _looked_after(finding: Finding) -> Looked:
    """Contrary statements say themselves that somebody has looked."""
    if _has_contrary(finding):
        return Looked.FOUND
    now = Looked(finding.looked)
    return Looked.NOT_YET if now is Looked.FOUND else now


@transaction.atomic
def say_looked(finding: Finding, looked: Looked, *, by: Person) -> Finding:
    """Say whether somebody has looked for voices that say something else.

    Raises PermissionDenied, or ValidationError where there are contrary statements already.
    """
    finding = _as_it_stands(finding, by)
    if looked is not Looked.FOUND and _has_contrary(finding):
        raise ValidationError(_("There are statements here that say something else."))
    if finding.looked != looked:
        finding.looked = looked
        finding.save(update_fields=["looked"])
        record(by=by, what="finding.looked_for_contrary", about=finding.evaluation)
    return finding


@transaction.atomic
def settle(
    finding: Finding,
    standing: Standing,
    *,
    nuance: str = "",
    what: str = "",
    because: Because = Because.DIALOGUE,
    by: Person,
) -> Finding:
    """What became of the finding when it was talked about; how it read before is kept.

    nuance: what the dialogue added; for divided opinions both views.
    Raises PermissionDenied, or ValidationError without the words that a standing asks for.
    """
    finding = _as_it_stands(finding, by)
    nuance = _clean(nuance)
    if standing is Standing.NUANCED and not nuance:
        raise ValidationError({"nuance": _("Write what the dialogue added.")})
    if standing is Standing.DISPUTED and not nuance:
        raise ValidationError({"nuance": _("Write down both views.")})
    _require_not_too_long("nuance", nuance)
    if (finding.standing, finding.read("nuance")) == (standing, nuance):
        return finding
    _keep_reading(finding, because, what, by)
    finding.standing = standing
    finding.seal(nuance=nuance)
    finding.save()
    record(by=by, what="finding.settled", about=finding.evaluation)
    return finding


@transaction.atomic
def keep_minority_view(
    finding: Finding, words: str, *, holder: Participant | None = None, by: Person
) -> MinorityView:
    """A view that not all share, kept in the final text until its holder takes it back.

    holder: None where it is somebody on the team, and then whoever writes it down.
    Raises PermissionDenied or ValidationError.
    """
    finding = _as_it_stands(finding, by)
    words = _clean(words)
    if not words:
        raise ValidationError({"words": _("Write the view.")})
    _require_not_too_long("words", words)
    if holder is not None:
        holder = _who_holds(finding, holder)
    view = MinorityView(
        finding=finding,
        holder=holder,
        kept_by=by,
        on=clock.today(),
        key=holder.masked_key if holder else finding.evaluation.key,
    )
    view.seal(words=words)
    view.save(force_insert=True)
    record(by=by, what="minority_view.kept", about=finding.evaluation)
    return view


def _who_holds(finding: Finding, holder: Participant) -> Participant:
    """The participant as they are now: it goes under their key, so that it leaves with them."""
    found = hold(Participant.objects.filter(pk=holder.pk, evaluation=finding.evaluation_id))
    if not found or found[0].is_withdrawn:
        raise ValidationError({"holder": _("Choose somebody who takes part here.")})
    return found[0]


@transaction.atomic
def take_back_minority_view(
    view: MinorityView, *, by: Person, told_by_holder: bool = False
) -> None:
    """Only its holder takes a view back: somebody on the team with their own hand, a participant
    by saying so, which is then written down for them (told_by_holder).

    Raises PermissionDenied, or ValidationError if the participant has not.
    """
    _as_it_stands(view.finding, by)
    if view.holder_id is None and view.kept_by_id != by.pk:
        raise PermissionDenied(Permission.FIND)
    if view.holder_id is not None and not told_by_holder:
        raise ValidationError(_("Only the one who holds the view can take it back."))
    gone, _kinds = MinorityView.objects.filter(pk=view.pk).delete()
    if gone:
        record(by=by, what="minority_view.taken_back", about=view.finding.evaluation)


@transaction.atomic
def look_at_finding(finding: Finding, *, by: Person) -> None:
    """Somebody has seen to a finding that had lost something. Raises PermissionDenied."""
    evaluation = _locked(finding.evaluation, by)
    there = Finding.objects.filter(pk=finding.pk, affected_on__isnull=False)
    if there.update(affected_on=None):
        record(by=by, what="finding.looked_at", about=evaluation)


@transaction.atomic
def move_finding(finding: Finding, *, up: bool, by: Person) -> None:
    """One place up or down; at the end of the list nothing happens. Raises PermissionDenied."""
    finding = _as_it_stands(finding, by)
    others = Finding.objects.filter(evaluation=finding.evaluation_id)
    if up:
        other = others.filter(position__lt=finding.position).order_by("position").last()
    else:
        other = others.filter(position__gt=finding.position).order_by("position").first()
    if other is None:
        return
    aside = (others.aggregate(last=Max("position"))["last"] or 0) + 1
    others.filter(pk=finding.pk).update(position=aside)
    others.filter(pk=other.pk).update(position=finding.position)
    others.filter(pk=finding.pk).update(position=other.position)


def why_it_stays(finding: Finding) -> str:
    """What hinders that a finding is taken away; "" if nothing does."""
    if any(held(finding) for held in HELD_BY):
        return _("Others have been given this finding already. It stays.")
    if finding.minority_views.exists():
        return _("Somebody holds another view here, and only they take it back.")
    return ""


@transaction.atomic
def remove_finding(finding: Finding, *, by: Person) -> None:
    """Take a finding away, with its versions and views; the statements stay.

    Raises PermissionDenied, or ValidationError if it has been released or talked about, or if
    somebody holds another view of it: only they take that away.
    """
    finding = _as_it_stands(finding, by)
    if why := why_it_stays(finding):
        raise ValidationError(why)
    evaluation = finding.evaluation
    finding.delete()
    record(by=by, what="finding.removed", about=evaluation)
