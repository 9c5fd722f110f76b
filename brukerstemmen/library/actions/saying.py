"""What readers say about a page, and what the editors do with it.

A reader's act stands in no journal: the row itself is all there is of it. An editor's stands there
without a word of what was said.
"""

from collections.abc import Collection
from datetime import timedelta

from django.core.cache import caches
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from brukerstemmen.library import sifting, states
from brukerstemmen.library.models import (
    Change,
    Freshness,
    LibraryPage,
    Said,
    SaidKind,
    SaidStanding,
)
from brukerstemmen.library.pointing import pointing
from brukerstemmen.library.sifting import Hinder
from brukerstemmen.library.states import Act, Lack, Standing
from brukerstemmen.people import clock
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import retention

# A button that is pressed twice in a row (seconds).
_TWICE = 3


class FullToday(ValidationError):
    """So much has come in today that no more is taken."""


def say(page: LibraryPage, kind: str, words: str) -> Said | None:
    """Take in what a reader says about a page. Nothing is asked, and nothing kept, of who it was.

    Returns None where a thank-you is one of so many that it is not counted. Sending the same
    words twice in a day is saying them once.
    Raises ValidationError with every reason at "words" or "kind", or FullToday.
    """
    words = sifting.tidy(words)
    thanks = kind == SaidKind.HELPED
    if kind not in SaidKind.values:
        raise ValidationError({"kind": _("Choose what it is about.")})
    if reasons := sifting.hinders(words, may_be_empty=thanks):
        raise ValidationError({"words": [told(reason) for reason in reasons]})
    if thanks and not words:
        return _thank(page)
    return _take_in(page, kind, words)


def told(reason: Hinder) -> str:
    """Why words are not taken in, to the one who wrote them."""
    return {
        Hinder.EMPTY: _("Write something first."),
        Hinder.TOO_LONG: _(
            "This is longer than 2000 characters. Make it shorter, or send it in parts."
        ),
        Hinder.MARKUP: _("This looks like code. Write it as plain words."),
        Hinder.LINKS: _("There are more than two links here. Take some of them away."),
    }[reason]


def came_in_today(*, thanks: bool = False) -> int:
    """How many have said something today, over the whole site: words, or thanks without."""
    today = Said.objects.filter(day=clock.today())
    return (
        today.filter(kind=SaidKind.HELPED, words="")
        if thanks
        else today.exclude(kind=SaidKind.HELPED, words="")
    ).count()


@transaction.atomic
def _take_in(page: LibraryPage, kind: str, words: str) -> Said:
    there = _locked(page)
    if sifting.is_full(came_in_today()):
        raise FullToday(_("So many have written today that we cannot take in more. Try tomorrow."))
    said, _new = Said.objects.get_or_create(
        page=there, kind=kind, words=words, day=clock.today(), standing=SaidStanding.NEW
    )
    return said


@transaction.atomic
def _thank(page: LibraryPage) -> Said | None:
    there = _locked(page)
    again = not caches["pages"].add(f"thanked-{page.pk}", True, timeout=_TWICE)
    if again or sifting.is_full(came_in_today(thanks=True), thanks=True):
        return None
    return Said.objects.create(page=there, kind=SaidKind.HELPED, day=clock.today())


def _locked(page: LibraryPage) -> LibraryPage | None:
    """The page, held so that who presses twice waits for themselves; None if it went meanwhile."""
    return page if Page.objects.select_for_update().filter(pk=page.pk).first() else None


@transaction.atomic
def read(said: Said, *, by: Person) -> Said:
    """An editor has read it; what was set aside is taken up again."""
    said, now = _begin(said, Act.READ, by)
    if said.stands is not now:
        said.set_aside_on = None
        _end(said, now, by, "feedback.read")
    return said


@transaction.atomic
def answer(said: Said, words: str, *, by: Person) -> Said:
    """Write the answer, or write it better. Everybody reads it when the words are shown."""
    said, now = _begin(said, Act.ANSWER, by)
    words = sifting.tidy(words)
    if reasons := sifting.hinders(words):
        raise ValidationError({"answer": [told(reason) for reason in reasons]})
    if now is Standing.PUBLIC and words != said.answer:
        _refuse_what_points("answer", words)
    said.answer, said.answered_on = words, clock.today()
    _end(said, now, by, "feedback.answered")
    return said


@transaction.atomic
def set_aside(said: Said, *, by: Person) -> Said:
    """It is no use to anybody, or somebody wants it gone: nobody sees it, and it goes soon."""
    said, now = _begin(said, Act.SET_ASIDE, by)
    if said.stands is now:
        return said
    was_public = said.stands is Standing.PUBLIC
    if was_public:
        said.words, said.public_words = said.public_words, ""
    said.set_aside_on = clock.today()
    _end(said, now, by, "feedback.set_aside")
    if was_public:
        Freshness.grow()
    return said


@transaction.atomic
def make_public(said: Said, words: str, *, by: Person, kept: Collection[str] = ()) -> Said:
    """Let everybody read these words and the answer. What the reader wrote goes for good.

    kept: what the finder saw, and the editor has looked at and lets stand.
    Raises ValidationError with what is not there yet, or may point at somebody.
    """
    said, now = _begin(said, Act.PUBLISH, by)
    words = sifting.tidy(words)
    if missing := states.lacks(words, said.answer):
        raise ValidationError([_lack(one) for one in missing])
    if reasons := sifting.hinders(words):
        raise ValidationError({"words": [told(reason) for reason in reasons]})
    _refuse_what_points("words", words, kept)
    _refuse_what_points("answer", said.answer, kept)
    said.public_words, said.words = words, ""
    _end(said, now, by, "feedback.published")
    return said


@transaction.atomic
def say_changed(
    page: LibraryPage, what: str, *, because_of: Said | None = None, by: Person
) -> Change:
    """Tell everybody what was changed on a page, and because of what. Twice a day is once."""
    _require(by, "add_change")
    _require_page(by, page)
    if because_of is not None and not Said.objects.on_sites_of(by).filter(pk=because_of.pk):
        raise PermissionDenied("add_change")
    what = _one_sentence(what)
    change, new = Change.objects.get_or_create(
        page=page, what=what, because_of=because_of, day=clock.today()
    )
    if new:
        record(by=by, what="page.said_changed", about=change)
        Freshness.grow()
    return change


@transaction.atomic
def reword(change: Change, what: str, *, by: Person) -> Change:
    """Put it better what was changed."""
    change = Change.objects.select_for_update().get(pk=change.pk)
    _require(by, "change_change")
    if change.page:
        _require_page(by, change.page)
    change.what = _one_sentence(what)
    change.save(update_fields=["what"])
    record(by=by, what="page.change_reworded", about=change)
    Freshness.grow()
    return change


@transaction.atomic
def forget_old_feedback() -> int:
    """Forget what is not shown and has been here as long as it may, and what was shown about a
    page that is gone. Returns how many. A chore."""
    today = clock.today()
    old = Q(day__lt=today - timedelta(days=retention.FEEDBACK_DAYS))
    rows = Said.objects.exclude(standing=SaidStanding.PUBLIC).filter(
        old | Q(set_aside_on__isnull=False)
    )
    gone = [row.pk for row in rows.only("day", "set_aside_on") if _is_over(row)]
    pageless = Said.objects.filter(standing=SaidStanding.PUBLIC, page__isnull=True)
    gone += pageless.values_list("pk", flat=True)
    Said.objects.filter(pk__in=gone).delete()
    return len(gone)


def _is_over(said: Said) -> bool:
    until = retention.feedback_until(said.day, set_aside_on=said.set_aside_on)
    return retention.over(until, on=clock.today())


def _begin(said: Said, act: Act, by: Person) -> tuple[Said, Standing]:
    """The row, locked, and where it will stand. Wagtail's groups say who may."""
    said = Said.objects.select_for_update().get(pk=said.pk)
    _require(by, "change_said")
    if not Said.objects.on_sites_of(by).filter(pk=said.pk).exists():
        raise PermissionDenied("change_said")
    now = states.after(said.stands, act)
    if now is None:
        raise ValidationError(_("This cannot be done with it as it stands now."))
    return said, now


def _end(said: Said, now: Standing, by: Person, what: str) -> None:
    said.standing = now.value
    said.save()
    record(by=by, what=what, about=said)
    if now is Standing.PUBLIC:
        Freshness.grow()


def _require(by: Person, permission: str) -> None:
    if not by.has_perm(f"library.{permission}"):
        raise PermissionDenied(permission)


def _require_page(by: Person, page: LibraryPage) -> None:
    """Who publishes a page tells of it; a co-reader of one site may be an editor of another."""
    if not PagePermissionPolicy().user_has_permission_for_instance(by, "publish", page):
        raise PermissionDenied("publish_page")


def _one_sentence(what: str) -> str:
    what = " ".join(sifting.tidy(what).split())
    if reasons := sifting.hinders(what):
        raise ValidationError({"what": [told(reason) for reason in reasons]})
    if len(what) > Change.LONGEST:
        raise ValidationError({"what": _("Say it in one sentence, at most 240 characters.")})
    if found := pointing(what).never:
        raise ValidationError({"what": _points(found)})
    return what


def _refuse_what_points(field: str, words: str, kept: Collection[str] = ()) -> None:
    if found := pointing(words).unresolved(kept):
        raise ValidationError({field: _points(found)})


def _points(found: Collection[str]) -> str:
    sentence = _("This may point at somebody: %(found)s. Say it in other words.")
    return sentence % {"found": ", ".join(f"«{one}»" for one in found)}


def _lack(one: Lack) -> str:
    return {
        Lack.WORDS: _("There are no words to show."),
        Lack.ANSWER: _("Answer first: nothing is shown without an answer."),
    }[one]
