"""Making themes, and sorting statements into them."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.analysis.models import Coding, CodingStep, GoodMark, Memo, Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions.words import locked, masked_key_of
from brukerstemmen.voices.models import Statement

MOST_AT_ONCE = 40
LONGEST_NAME = 120  # characters; a theme is a heading


@dataclass(frozen=True)
class Choice:
    """The themes somebody saw a statement lie under, and those they chose."""

    seen: frozenset[uuid.UUID]
    chosen: frozenset[uuid.UUID]


Change = tuple[Statement, set[uuid.UUID], set[uuid.UUID]]  # before, after


def _locked(evaluation: Evaluation, by: Person) -> Evaluation:
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.SORT, evaluation)
    return evaluation


@transaction.atomic
def add_themes(evaluation: Evaluation, names: Iterable[str], *, by: Person) -> list[Theme]:
    """New themes, one for each name that is not there already.

    Raises PermissionDenied, or ValidationError without a name, with far too many, or with one
    that is far too long.
    """
    evaluation = _locked(evaluation, by)
    names = [name for name in (" ".join(each.split()) for each in names) if name]
    if not names or len(names) > MOST_AT_ONCE:
        raise ValidationError({"names": _("Write the names of the themes, one on each line.")})
    _check_length("names", *names)
    there = {theme.read("name").casefold() for theme in evaluation.themes.select_related("key")}
    made = []
    for name in names:
        if name.casefold() not in there:
            there.add(name.casefold())
            made.append(_new_theme(evaluation, name))
    record(by=by, what="theme.added", about=evaluation, count=len(made))
    return made


def _check_length(field: str, *names: str) -> None:
    if any(len(name) > LONGEST_NAME for name in names):
        raise ValidationError({field: _("The name is too long for a heading. Make it shorter.")})


def _new_theme(evaluation: Evaluation, name: str, mark: str = "", definition: str = "") -> Theme:
    last = evaluation.themes.aggregate(last=Max("position"))["last"] or 0
    theme = Theme(evaluation=evaluation, position=last + 1, mark=mark, key=evaluation.key)
    theme.seal(name=name, definition=definition)
    theme.save(force_insert=True)
    return theme


@transaction.atomic
def begin_with_ten_marks(evaluation: Evaluation, *, by: Person) -> list[Theme]:
    """The ten marks of a good service as a start, for those who want it."""
    evaluation = _locked(evaluation, by)
    there = set(evaluation.themes.values_list("mark", flat=True))
    made = [
        _new_theme(evaluation, str(mark.label), mark=mark.value)
        for mark in GoodMark
        if mark.value not in there
    ]
    record(by=by, what="theme.added", about=evaluation, count=len(made))
    return made


@transaction.atomic
def describe_theme(
    theme: Theme, *, name: str, definition: str = "", mark: str = "", by: Person
) -> Theme:
    """Another name, what belongs there, and the mark it is linked to.

    Raises PermissionDenied or ValidationError.
    """
    _locked(theme.evaluation, by)
    if not name.strip():
        raise ValidationError({"name": _("Write the name of the theme.")})
    _check_length("name", name.strip())
    theme.mark = GoodMark(mark) if mark else ""
    theme.seal(name=name.strip(), definition=definition.strip())
    theme.save()
    return theme


@transaction.atomic
def look_at_theme(theme: Theme, *, by: Person) -> None:
    """Somebody has seen to a theme in which something was taken away. Raises PermissionDenied."""
    evaluation = _locked(theme.evaluation, by)
    there = Theme.objects.filter(pk=theme.pk, affected_on__isnull=False)
    if there.update(affected_on=None):
        record(by=by, what="theme.looked_at", about=evaluation)


@transaction.atomic
def remove_theme(theme: Theme, *, by: Person) -> None:
    """Take a theme away; its statements lie unsorted again. Raises PermissionDenied."""
    evaluation = _locked(theme.evaluation, by)
    theme.delete()
    record(by=by, what="theme.removed", about=evaluation)


@transaction.atomic
def sort(statement: Statement, themes: Iterable[Theme], *, by: Person) -> Statement:
    """Let a statement lie under these themes, and no others.

    Raises PermissionDenied, or ValidationError for a statement that is not masked, or a theme
    of another evaluation.
    """
    evaluation = _locked(statement.user_meeting.evaluation, by)
    statement = Statement.objects.get(pk=statement.pk)
    wanted = {theme.pk: theme for theme in themes}
    if not statement.is_ready:
        raise ValidationError(_("A statement is sorted when it has been masked."))
    if any(theme.evaluation_id != evaluation.pk for theme in wanted.values()):
        raise ValidationError(_("The theme belongs to another evaluation."))
    before = _lies_under(statement)
    if before == set(wanted):
        return statement
    _put(statement, set(wanted), by)
    _remember(evaluation, [(statement, before, set(wanted))], by)
    return statement


@transaction.atomic
def give(statement: Statement, theme: Theme, *, by: Person) -> Statement:
    """Let a statement lie under one more theme; it stays under the others.

    Raises PermissionDenied or ValidationError, as `sort` does.
    """
    _locked(statement.user_meeting.evaluation, by)
    return sort(statement, [*Theme.objects.filter(codings__statement=statement), theme], by=by)


@transaction.atomic
def take(statement: Statement, theme: Theme, *, by: Person) -> Statement:
    """Let a statement lie under a theme no more. Raises PermissionDenied or ValidationError."""
    _locked(statement.user_meeting.evaluation, by)
    others = Theme.objects.filter(codings__statement=statement).exclude(pk=theme.pk)
    return sort(statement, others, by=by)


@transaction.atomic
def sort_page(evaluation: Evaluation, choices: Mapping[uuid.UUID, Choice], *, by: Person) -> int:
    """Sort many statements at once, in a fixed number of queries. Returns how many were changed.

    choices: statement to what was seen and chosen. Only the difference is put in place, so that
    what others did since the page was shown stands. Statements that are not masked any more, and
    themes that are gone, are passed over.
    Raises PermissionDenied.
    """
    evaluation = _locked(evaluation, by)
    wanted = {pk: choice for pk, choice in choices.items() if choice.seen != choice.chosen}
    of_evaluation = Statement.objects.filter(user_meeting__evaluation=evaluation)
    statements = list(of_evaluation.ready().filter(pk__in=wanted))
    rows = list(Coding.objects.filter(statement__in=statements))
    themes = set(evaluation.themes.values_list("pk", flat=True))
    changes: list[Change] = []
    for statement in statements:
        before = {row.theme_id for row in rows if row.statement_id == statement.pk}
        choice = wanted[statement.pk]
        after = (before - (choice.seen - choice.chosen)) | (choice.chosen - choice.seen) & themes
        if after != before:
            changes.append((statement, before, after))
    gone = {(one.pk, pk) for one, before, after in changes for pk in before - after}
    lost = [row.pk for row in rows if (row.statement_id, row.theme_id) in gone]
    Coding.objects.filter(pk__in=lost).delete()
    Coding.objects.bulk_create(
        Coding(statement=one, theme_id=pk, by=by)
        for one, before, after in changes
        for pk in after - before
    )
    _remember(evaluation, changes, by)
    return len(changes)


def _lies_under(statement: Statement) -> set[uuid.UUID]:
    return set(statement.codings.values_list("theme_id", flat=True))


def _put(statement: Statement, wanted: set[uuid.UUID], by: Person) -> None:
    there = _lies_under(statement)
    statement.codings.filter(theme_id__in=there - wanted).delete()
    Coding.objects.bulk_create(
        Coding(statement=statement, theme_id=pk, by=by) for pk in wanted - there
    )


def _remember(evaluation: Evaluation, changes: list[Change], by: Person) -> None:
    last = evaluation.coding_steps.aggregate(last=Max("number"))["last"] or 0
    CodingStep.objects.bulk_create(
        CodingStep(
            evaluation=evaluation,
            number=number,
            by=by,
            statement=statement,
            before=sorted(str(pk) for pk in before),
            after=sorted(str(pk) for pk in after),
        )
        for number, (statement, before, after) in enumerate(changes, start=last + 1)
    )


@transaction.atomic
def undo(evaluation: Evaluation, *, by: Person) -> Statement | None:
    """Take back one's own latest step on the board; None if there is none.

    Only what that step changed is changed back: what others have done since then stands.
    """
    evaluation = _locked(evaluation, by)
    step = evaluation.coding_steps.filter(by=by, undone=False).order_by("number").last()
    if step is None:
        return None
    before, after = ({uuid.UUID(pk) for pk in each} for each in (step.before, step.after))
    still = set(evaluation.themes.values_list("pk", flat=True))
    now = _lies_under(step.statement)
    _put(step.statement, ((now - (after - before)) | (before - after)) & still, by)
    step.undone = True
    step.save(update_fields=["undone"])
    return step.statement


@transaction.atomic
def note(statement: Statement, *, text: str, by: Person) -> Memo | None:
    """A note to a statement; an empty one is taken away. Raises PermissionDenied."""
    _locked(statement.user_meeting.evaluation, by)
    statement = locked(statement)
    if not text.strip():
        Memo.objects.filter(statement=statement).delete()
        return None
    memo = Memo.objects.filter(statement=statement).first() or Memo(statement=statement)
    memo.by, memo.key = by, masked_key_of(statement)
    memo.seal(text=text.strip())
    memo.save()
    return memo


def seal_note_anew(statement: Statement) -> None:
    """Another speaker is known: the note goes under their key, so that withdrawal reaches it."""
    memo = Memo.objects.filter(statement=statement).select_related("key").first()
    if memo is not None:
        text, memo.key = memo.read("text"), masked_key_of(statement)
        memo.seal(text=text)
        memo.save(update_fields=["key", "text"])
