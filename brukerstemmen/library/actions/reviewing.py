"""Co-reading and looking again: asking, answering, reminding, and what happens then."""

from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page, Revision, Site, TaskState, Workflow, WorkflowPage, WorkflowTask

from brukerstemmen.library import letters
from brukerstemmen.library.actions.picture_words import refuse_names_in_pictures
from brukerstemmen.library.editing_law import asking
from brukerstemmen.library.models import CoReading, LibraryPage, SiteProfile
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Grant, Person
from brukerstemmen.people.notices import notify

LOOKED_AT = "library.looked_at"
_REMINDERS = {
    asking.Reminder.HALFWAY: letters.HALFWAY,
    asking.Reminder.TOMORROW: letters.TOMORROW,
}


def make_workflow(site: Site) -> CoReading:
    """The workflow of a site, for all its languages. Safe to repeat."""
    task = CoReading.objects.filter(site=site).first()
    if task is None:
        with translation.override(settings.LANGUAGE_CODE):
            name = _("Co-reading")
        task = CoReading.objects.create(name=name, site=site)
        workflow = Workflow.objects.create(name=name)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    workflow = task.workflows.get()
    for home in Page.objects.filter(translation_key=site.root_page.translation_key):
        WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    return task


def asked_on(waiting: TaskState) -> date:
    return timezone.localdate(waiting.started_at)


def of_task(waiting: TaskState) -> SiteProfile | None:
    """The site a page waits on to be read."""
    task = waiting.task.specific
    return SiteProfile.objects.filter(site=task.site).first() if task else None


def on_asked(*, instance: TaskState, **_told: Any) -> None:
    """Wagtail tells that a page waits."""
    if isinstance(instance.task.specific, CoReading):
        ask(instance)


def on_answered(*, instance: TaskState, **_told: Any) -> None:
    """Wagtail tells that somebody has answered."""
    if isinstance(instance.task.specific, CoReading):
        tell_what_was_answered(instance)


def ask(waiting: TaskState) -> int:
    """Write to everybody who may answer. Returns how many were written to."""
    return _write_to_readers(waiting, letters.ASKED)


def _write_to_readers(waiting: TaskState, kind: str) -> int:
    profile = of_task(waiting)
    page = waiting.workflow_state.content_object
    grants = _each_person(profile.grants(Permission.CO_READ)) if profile else []
    written = [
        grant for grant in grants if waiting.task.specific.may_answer(page.specific, grant.person)
    ]
    for grant in written:
        _write(waiting, kind, grant)
    return len(written)


def _write(waiting: TaskState, kind: str, grant: Grant) -> None:
    notify(
        grant.person,
        kind,
        key=f"{kind}:{waiting.pk}:{grant.person_id}",
        about=grant.work,
        path=f"/rediger/medlesing/{waiting.pk}/",
        told={"day": asking.answer_by(asked_on(waiting)).isoformat()},
    )


def _each_person(grants: "QuerySet[Grant]") -> list[Grant]:
    """One grant for each person, whatever number of centres own the site."""
    return list({grant.person_id: grant for grant in grants.select_related("person")}.values())


def waits_for(person: Person) -> int:
    """How many pages wait for somebody to read them."""
    tasks = CoReading.objects.select_related("site")
    return sum(task.get_task_states_user_can_moderate(person).count() for task in tasks)


@transaction.atomic
def answer(waiting: TaskState, *, yes: bool, comment: str, by: Person) -> TaskState:
    """Say that a page can go out, or what is not right yet.

    Raises PermissionDenied, or ValidationError for a "not yet" that does not say why, where words
    about a picture name somebody, and where somebody has answered already.
    """
    waiting = TaskState.objects.select_for_update().get(pk=waiting.pk)
    task = waiting.task.specific
    if not task.may_answer(waiting.workflow_state.content_object.specific, by):
        raise PermissionDenied("co_read")
    if waiting.status != TaskState.STATUS_IN_PROGRESS:
        raise ValidationError(_("Somebody has answered already, or the page was taken back."))
    if not yes and not comment.strip():
        raise ValidationError({"comment": _("Say what is not right yet.")})
    if yes and waiting.revision is not None:
        refuse_names_in_pictures(waiting.revision.as_object())
    task.on_action(waiting, by, "approve" if yes else "reject", comment=comment.strip())
    waiting.refresh_from_db()
    return waiting


def tell_what_was_answered(waiting: TaskState) -> None:
    """Write to the one who asked."""
    kinds = {
        TaskState.STATUS_APPROVED: letters.SAID_YES,
        TaskState.STATUS_REJECTED: letters.SAID_NOT_YET,
    }
    grant = _grant_of_asker(waiting)
    if grant and waiting.status in kinds:
        notify(
            grant.person,
            kinds[waiting.status],
            key=f"{kinds[waiting.status]}:{waiting.pk}",
            about=grant.work,
            path=f"/rediger/pages/{waiting.workflow_state.object_id}/edit/",
        )


def _grant_of_asker(waiting: TaskState) -> Grant | None:
    profile = of_task(waiting)
    if profile is None:
        return None
    asker = waiting.workflow_state.requested_by_id
    return profile.grants(Permission.EDIT_SITE).filter(person=asker).first()


def remind() -> int:
    """Remind those who co-read, and tell the one who asked when nobody has. A chore."""
    waiting = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS, task__in=CoReading.objects.all()
    ).select_related("workflow_state", "task")
    written = 0
    for each in waiting:
        for reminder in asking.due(asked_on(each), clock.today()):
            if kind := _REMINDERS.get(reminder):
                written += _write_to_readers(each, kind)
            elif grant := _grant_of_asker(each):
                _write(each, letters.LATE, grant)
                written += 1
    return written


def to_look_at(day: date) -> "QuerySet[LibraryPage]":
    """What is published and was to be looked at again by a day."""
    return LibraryPage.objects.live().filter(review_on__lte=day).order_by("review_on")


def alert() -> int:
    """Once a month, tell the editors of each site how many pages wait to be looked at. A chore."""
    today, written = clock.today(), 0
    for profile in SiteProfile.objects.select_related("site__root_page"):
        number = to_look_at(today).filter(pk__in=pages_of(profile)).count()
        for grant in _each_person(profile.grants(Permission.EDIT_SITE)) if number else []:
            notify(
                grant.person,
                letters.TO_LOOK_AT,
                key=f"{letters.TO_LOOK_AT}:{profile.pk}:{today:%Y-%m}:{grant.person_id}",
                about=grant.work,
                path="/rediger/reports/gjennomgang/",
                told={"number": str(number)},
            )
            written += 1
    return written


def pages_of(profile: SiteProfile) -> "QuerySet[LibraryPage]":
    """Every page of a site, in all languages."""
    homes = Page.objects.filter(translation_key=profile.site.root_page.translation_key)
    found = LibraryPage.objects.none()
    for home in homes:
        found |= LibraryPage.objects.descendant_of(home, inclusive=True)
    return found.values("pk")


@transaction.atomic
def looked_at(page: LibraryPage, *, months: int, by: Person) -> LibraryPage:
    """Somebody has made sure that a page still is right: a new day, and no new words.

    Raises PermissionDenied.
    """
    page = LibraryPage.objects.select_for_update(of=("self",)).get(pk=page.pk)
    profile = SiteProfile.of(page)
    if profile is None or not profile.lets(by, Permission.EDIT_SITE):
        raise PermissionDenied("edit_site")
    page.review_on = clock.today() + relativedelta(months=months)
    LibraryPage.objects.filter(pk=page.pk).update(review_on=page.review_on)
    for revision in Revision.objects.filter(
        pk__in=[page.live_revision_id, page.latest_revision_id]
    ):
        revision.content["review_on"] = page.review_on.isoformat()
        revision.save(update_fields=["content"])
    log(instance=page, action=LOOKED_AT, user=by)
    return page


def let_out_what_is_due() -> int:
    """Publish what was to go out by now, and take back what was to end. A chore."""
    now = clock.now()
    ended = list(Page.objects.live().filter(expire_at__lt=now))
    for page in ended:
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    due = list(Revision.page_revisions.filter(approved_go_live_at__lt=now))
    for revision in due:
        revision.publish(log_action="wagtail.publish.scheduled")
    return len(ended) + len(due)
