"""Making the question guide, and locking it."""

import uuid

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.evaluations.fingerprints import was_changed
from brukerstemmen.evaluations.models import (
    Evaluation,
    GuideTheme,
    Question,
    QuestionGuide,
    TeamMember,
)
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission, Role
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person


def _open_guide(guide: QuestionGuide, by: Person) -> QuestionGuide:
    guide = QuestionGuide.objects.select_for_update().get(pk=guide.pk)
    require(by, Permission.EDIT_GUIDE, guide)
    if guide.is_locked:
        raise ValidationError(_("This version is locked. Make a new version to change it."))
    return guide


@transaction.atomic
def begin_guide(evaluation: Evaluation, *, by: Person) -> QuestionGuide:
    """The guide that is being worked on: a new version, copied from the latest locked one.

    Raises PermissionDenied.
    """
    evaluation = Evaluation.objects.select_for_update().get(pk=evaluation.pk)
    require(by, Permission.EDIT_GUIDE, evaluation)
    latest = evaluation.guides.order_by("version").last()
    if latest is not None and not latest.is_locked:
        return latest
    guide = QuestionGuide.objects.create(
        evaluation=evaluation, version=latest.version + 1 if latest else 1
    )
    if latest is not None:
        _copy(latest, guide)
    record(by=by, what="guide.begun", about=evaluation, count=guide.version)
    return guide


def _copy(old: QuestionGuide, new: QuestionGuide) -> None:
    for theme in old.themes.prefetch_related("questions__key").select_related("key"):
        twin = GuideTheme(guide=new, position=theme.position, key=theme.key)
        twin.seal(title=theme.read("title"))
        twin.save()
        for question in theme.questions.all():
            copy = Question(
                theme=twin,
                position=question.position,
                turn=question.turn,
                raised_by=question.raised_by,
                key=question.key,
            )
            copy.seal(text=question.read("text"))
            copy.save()


@transaction.atomic
def add_theme(
    guide: QuestionGuide, *, title: str, by: Person, once: uuid.UUID | None = None
) -> GuideTheme:
    """A theme to ask about. Raises PermissionDenied or ValidationError."""
    guide = _open_guide(guide, by)
    if once and (there := guide.themes.filter(pk=once).first()):
        return there
    if not title.strip():
        raise ValidationError({"title": _("Write what the theme is.")})
    last = guide.themes.aggregate(last=Max("position"))["last"] or 0
    theme = GuideTheme(
        pk=once or uuid.uuid4(), guide=guide, position=last + 1, key=guide.evaluation.key
    )
    theme.seal(title=title.strip())
    theme.save(force_insert=True)
    return theme


@transaction.atomic
def add_question(
    theme: GuideTheme,
    *,
    text: str,
    turn: Turn,
    raised_by: RaisedBy,
    by: Person,
    once: uuid.UUID | None = None,
) -> Question:
    """An open question in one of the turns. Raises PermissionDenied or ValidationError."""
    _open_guide(theme.guide, by)
    if once and (there := theme.questions.filter(pk=once).first()):
        return there
    if not text.strip():
        raise ValidationError({"text": _("Write the question.")})
    last = theme.questions.aggregate(last=Max("position"))["last"] or 0
    question = Question(
        pk=once or uuid.uuid4(),
        theme=theme,
        position=last + 1,
        turn=Turn(turn),
        raised_by=RaisedBy(raised_by),
        key=theme.key,
    )
    question.seal(text=text.strip())
    question.save(force_insert=True)
    return question


@transaction.atomic
def rename_theme(theme: GuideTheme, *, title: str, by: Person, seen: str = "") -> GuideTheme:
    """Another name for a theme, while the version is open.

    seen: the fingerprint of the name as it was shown. Raises PermissionDenied or ValidationError.
    """
    _open_guide(theme.guide, by)
    theme = GuideTheme.objects.select_for_update().get(pk=theme.pk)
    if not title.strip():
        raise ValidationError({"title": _("Write what the theme is.")})
    _refuse_overwriting("title", theme.read("title"), seen=seen, wanted=title)
    theme.seal(title=title.strip())
    theme.save(update_fields=["title"])
    return theme


@transaction.atomic
def change_question(
    question: Question,
    *,
    text: str,
    by: Person,
    turn: Turn | None = None,
    raised_by: RaisedBy | None = None,
    seen: str = "",
) -> Question:
    """Another wording, turn or origin, while the version is open.

    seen: the fingerprint of the wording as it was shown.
    Raises PermissionDenied, or ValidationError with both wordings if somebody else changed it.
    """
    _open_guide(question.theme.guide, by)
    question = Question.objects.select_for_update().get(pk=question.pk)
    if not text.strip():
        raise ValidationError({"text": _("Write the question.")})
    _refuse_overwriting("text", question.read("text"), seen=seen, wanted=text)
    question.turn = Turn(turn or question.turn)
    question.raised_by = RaisedBy(raised_by or question.raised_by)
    question.seal(text=text.strip())
    question.save(update_fields=["turn", "raised_by", "text"])
    return question


def _refuse_overwriting(column: str, now: str, *, seen: str, wanted: str) -> None:
    if was_changed(now, seen=seen, wanted=wanted):
        told = _("Somebody else has written meanwhile: “%(text)s” Put the two together and save.")
        raise ValidationError({column: told % {"text": now}})


@transaction.atomic
def remove_question(question: Question, *, by: Person) -> None:
    """Take a question out of an open version. Raises PermissionDenied or ValidationError."""
    _open_guide(question.theme.guide, by)
    question.delete()


@transaction.atomic
def remove_theme(theme: GuideTheme, *, by: Person) -> None:
    """Take a theme and its questions out of an open version."""
    _open_guide(theme.guide, by)
    theme.delete()


@transaction.atomic
def lock_guide(guide: QuestionGuide, *, by: Person) -> QuestionGuide:
    """Approve and lock a version: by an interviewer with own experience, nobody else.

    Raises PermissionDenied, or ValidationError if somebody else tries or there is no question.
    """
    guide = QuestionGuide.objects.select_for_update().get(pk=guide.pk)
    require(by, Permission.EDIT_GUIDE, guide)
    if guide.is_locked:
        return guide
    if not Question.objects.filter(theme__guide=guide).exists():
        raise ValidationError(_("There are no questions yet."))
    if not may_approve(guide.evaluation, by):
        raise ValidationError(
            _("The guide is approved by an interviewer with own experience as a user.")
        )
    guide.locked_by, guide.locked_on = by, clock.today()
    guide.save(update_fields=["locked_by", "locked_on"])
    record(by=by, what="guide.locked", about=guide.evaluation, count=guide.version)
    return guide


def may_approve(evaluation: Evaluation, person: Person) -> bool:
    """Whether the person is an interviewer here, and has told of own experience."""
    return (
        Role.INTERVIEWER in evaluation.work.roles_of(person)
        and TeamMember.objects.filter(
            evaluation=evaluation, person=person, own_experience=True
        ).exists()
    )
