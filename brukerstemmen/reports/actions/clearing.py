"""Clearing quotes for print, and trying whether anybody can be recognised.

What holds today is asked each time (`cleared`), never stored: a quote falls by itself when its
words change, when its speaker takes the yes back, or when it no longer belongs to its finding.
"""

from collections.abc import Collection
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brukerstemmen.analysis.models import Evidence, Finding
from brukerstemmen.evaluations.models import Evaluation, TeamMember
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import VisibleQuerySet, require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work
from brukerstemmen.reports.likeness import like
from brukerstemmen.reports.models import QuoteClearance, RecognitionTest
from brukerstemmen.reports.states import Check, Reader, Recognised, counts_as_tested, is_cleared
from brukerstemmen.voices.actions.words import locked, masked_key_of
from brukerstemmen.voices.models import Statement

ALL_CHECKS = sorted(check.value for check in Check)
LONGEST = 2000  # characters of a reason or a note
NOT_ASKED = gettext_lazy("Ask every point. What you cannot say is fine stops it.")


@transaction.atomic
def propose_quote(
    statement: Statement, finding: Finding, *, again: bool = False, by: Person
) -> QuoteClearance:
    """Put a statement that a finding rests on forward for print, in the words it has now.

    Once more changes nothing, unless the words have changed since: then nobody has read them.
    again: take up one that was kept out; it is read anew.
    Raises PermissionDenied, or ValidationError if its speaker has not said yes to these words, if
    the finding does not rest on it, or if it stands under another finding.
    """
    statement = locked(statement)
    require(by, Permission.CLEAR_QUOTES, statement)
    if not finding.evidence.filter(statement=statement).exists():
        raise ValidationError(_("The finding does not rest on this statement."))
    if not statement.is_quotable:
        raise ValidationError(_("The one who said it has not said yes to printing these words."))
    there = QuoteClearance.objects.select_for_update().filter(statement=statement).first()
    if there is not None and _belongs(there) and there.finding_id != finding.pk:
        raise ValidationError(_("This statement is already put forward under another finding."))
    if there is not None and there.finding_id == finding.pk and not _is_to_be_read(there, again):
        return there
    row = there or QuoteClearance(statement=statement)
    row.finding, row.masked_number = finding, statement.masked_number
    row.checked, row.refused_by = [], None
    row.first_by = row.first_on = row.second_by = row.second_on = None
    _seal(row, "")
    record(by=by, what="quote.proposed", about=finding.evaluation)
    return row


def _belongs(clearance: QuoteClearance) -> bool:
    """Whether the finding still rests on the statement."""
    evidence = Evidence.objects.filter(finding=clearance.finding_id)
    return evidence.filter(statement=clearance.statement_id).exists()


def _is_to_be_read(clearance: QuoteClearance, again: bool) -> bool:
    """Whether what was said of it is void: about other words, or it is taken up once more."""
    other_words = clearance.masked_number != clearance.statement.masked_number
    return other_words or (again and clearance.refused_by_id is not None)


@transaction.atomic
def read_quote(
    clearance: QuoteClearance,
    checked: Collection[Check],
    *,
    why: str = "",
    seen: int | None = None,
    by: Person,
) -> QuoteClearance:
    """Somebody has read it, has asked every point, and finds that it may be printed.

    why: needed where it is nearly the words of somebody else that are not released.
    seen: the masked version the page showed; None for the one that stands.
    Reading it twice is one reading. Raises PermissionDenied, or ValidationError with what is
    missing, or if these words, this statement or this reader cannot be.
    """
    clearance = _locked(clearance, by)
    _refuse_what_cannot_be_read(clearance, seen)
    _refuse_reader(clearance, by)
    if not set(Check) <= set(checked):
        raise ValidationError({"checked": NOT_ASKED})
    why = _short(why, "why") or clearance.read("why")
    if not why and like(clearance.statement):
        told = _("Others have said nearly the same. Write in a sentence why this may be printed.")
        raise ValidationError({"why": told})
    if by.pk in {clearance.first_by_id, clearance.second_by_id}:
        return clearance
    if clearance.first_by_id is None:
        clearance.first_by, clearance.first_on = by, clock.today()
    else:
        clearance.second_by, clearance.second_on = by, clock.today()
    clearance.checked = ALL_CHECKS
    _seal(clearance, why)
    record(by=by, what="quote.read", about=clearance)
    return clearance


def _locked(clearance: QuoteClearance, by: Person) -> QuoteClearance:
    locked(clearance.statement)
    clearance = QuoteClearance.objects.select_for_update().get(pk=clearance.pk)
    require(by, Permission.CLEAR_QUOTES, clearance)
    return clearance


def _refuse_what_cannot_be_read(clearance: QuoteClearance, seen: int | None) -> None:
    statement = clearance.statement
    if clearance.refused_by_id is not None:
        raise ValidationError(_("Somebody has kept this out. It must be put forward once more."))
    if not statement.is_quotable:
        raise ValidationError(_("The one who said it has not said yes to printing these words."))
    if {clearance.masked_number, seen or statement.masked_number} != {statement.masked_number}:
        raise ValidationError(_("The words have been changed. Put them forward once more."))
    if not _belongs(clearance):
        raise ValidationError(_("The finding does not rest on this statement any more."))


def _refuse_reader(clearance: QuoteClearance, by: Person) -> None:
    """Two different people, neither the one who noted it, one of them with own experience."""
    if clearance.statement.noted_by_id == by.pk:
        raise ValidationError(_("You wrote this down. Then it is for others to read."))
    if by.pk in {clearance.first_by_id, clearance.second_by_id} or clearance.first_by_id is None:
        return
    readers = readers_of(clearance)
    if is_cleared(readers, Check):
        raise ValidationError(_("Two people have read this already."))
    one = next(reader for reader in readers if reader.person == clearance.first_by_id)
    if not is_cleared([one, _reader(clearance, by.pk, experienced(clearance.work))], Check):
        told = _("One of the two must have own experience of being a user.")
        raise ValidationError(told)


def experienced(work: Work) -> set[int]:
    """Those on the team who have told of own experience, as it is today."""
    told = TeamMember.objects.filter(evaluation__work=work, own_experience=True)
    return set(told.values_list("person", flat=True))


def readers_of(clearance: QuoteClearance) -> list[Reader]:
    """Those who have said yes to it, as the law asks of them."""
    told = experienced(clearance.work)
    people = [pk for pk in (clearance.first_by_id, clearance.second_by_id) if pk is not None]
    return [_reader(clearance, pk, told) for pk in people]


def _reader(clearance: QuoteClearance, person: int, told: set[int]) -> Reader:
    return Reader(
        person=person,
        own_experience=person in told,
        wrote_down=clearance.statement.noted_by_id == person,
    )


@transaction.atomic
def refuse_quote(clearance: QuoteClearance, *, why: str, by: Person) -> QuoteClearance:
    """Keep it out of every report, with the reason. Raises PermissionDenied or ValidationError."""
    clearance = _locked(clearance, by)
    why = _short(why, "why")
    if not why:
        raise ValidationError({"why": _("Write in a sentence why it stays out.")})
    if clearance.refused_by_id is not None:
        return clearance
    clearance.refused_by = by
    _seal(clearance, why)
    record(by=by, what="quote.refused", about=clearance)
    return clearance


@transaction.atomic
def drop_quote(clearance: QuoteClearance, *, by: Person) -> None:
    """Take it off the list, as if nobody had put it forward. Raises PermissionDenied."""
    clearance = _locked(clearance, by)
    evaluation = clearance.finding.evaluation
    clearance.delete()
    record(by=by, what="quote.dropped", about=evaluation)


def _short(text: str, field: str) -> str:
    text = text.strip().replace("\x00", "")
    if len(text) > LONGEST:
        raise ValidationError({field: _("This is very long. Say it in fewer words.")})
    return text


def _seal(clearance: QuoteClearance, why: str) -> None:
    clearance.key = masked_key_of(clearance.statement)
    clearance.seal(why=why)
    clearance.save()


def seal_why_anew(statement: Statement) -> None:
    """Another speaker is known: the reason goes under their key, so that withdrawal reaches it."""
    clearance = QuoteClearance.objects.filter(statement=statement).select_related("key").first()
    if clearance is not None:
        why, clearance.key = clearance.read("why"), masked_key_of(statement)
        clearance.seal(why=why)
        clearance.save(update_fields=["key", "why"])


def cleared(evaluation: Evaluation) -> VisibleQuerySet[QuoteClearance]:
    """The quotes that may be printed today: what `states.is_cleared` asks of the readers, and the
    speaker's own yes to the words as they stand."""
    with_experience = TeamMember.objects.filter(
        Q(person=OuterRef("first_by")) | Q(person=OuterRef("second_by")),
        evaluation=evaluation,
        own_experience=True,
    )
    still = Evidence.objects.filter(finding=OuterRef("finding"), statement=OuterRef("statement"))
    noted = F("statement__noted_by")
    return QuoteClearance.objects.filter(
        Exists(with_experience),
        Exists(still),
        Q(statement__noted_by__isnull=True) | ~(Q(first_by=noted) | Q(second_by=noted)),
        finding__evaluation=evaluation,
        statement__in=Statement.objects.filter(user_meeting__evaluation=evaluation).quotable(),
        masked_number=F("statement__masked_number"),
        checked=ALL_CHECKS,
        first_by__isnull=False,
        second_by__isnull=False,
        refused_by__isnull=True,
    )


@transaction.atomic
def register_test(
    evaluation: Evaluation,
    *,
    result: Recognised,
    tester: str,
    on: date | None = None,
    note: str = "",
    by: Person,
) -> RecognitionTest:
    """Somebody who knows the service has tried to name those who speak in the report.

    tester: who, as a function. on: the day; None for today.
    Raises PermissionDenied, or ValidationError without a tester or for a day to come.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.CLEAR_QUOTES, evaluation)
    tester, note, on = _short(tester, "tester"), _short(note, "note"), on or clock.today()
    if not tester:
        raise ValidationError({"tester": _("Write who tried, as a function and not with a name.")})
    if on > clock.today():
        raise ValidationError({"on": _("That day has not come yet.")})
    row = RecognitionTest(
        evaluation=evaluation,
        on=on,
        registered_by=by,
        result=Recognised(result),
        key=evaluation.key,
    )
    row.seal(tester=tester, note=note)
    row.save(force_insert=True)
    record(by=by, what="recognition.tested", about=evaluation)
    return row


def newest_test(evaluation: Evaluation) -> RecognitionTest | None:
    """The one that counts, if any does: what an earlier day has shown is over. Of several on the
    same day it is one that could name somebody, if there is such a one."""
    rows = list(evaluation.recognition_tests.select_related("key__outer"))
    return max(rows, key=lambda one: (one.on, one.result == Recognised.SOMEBODY), default=None)


def is_tested(evaluation: Evaluation) -> bool:
    """Whether the newest test lets copies out today."""
    test = newest_test(evaluation)
    return test is not None and counts_as_tested(test.on, Recognised(test.result), on=clock.today())
