"""Co-reading: somebody with user or relative experience reads a page before it goes out, and says
yes or not yet. Who may is told by grants; Wagtail's workflow carries the page there and back."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import Site, Task, TaskState

from brukerstemmen.library.models.sites import SiteProfile
from brukerstemmen.people.access import Permission
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.zones import Zone

if TYPE_CHECKING:
    from wagtail.models import Page


class BeingRead(WorkflowLock):  # type: ignore[misc]
    """Nobody changes a page while it is read, so that what was read is what goes out."""

    def get_message(self, user: Person) -> Any:
        return _("This page is being read by a co-reader. What was read is what goes out.")

    def get_locked_by(self, user: Person, can_lock: bool = False) -> Any:
        return _("Being read")

    def get_description(self, user: Person, can_lock: bool = False) -> Any:
        return _("The one who asked for it can take it back.")


class CoReading(Task):  # type: ignore[misc]
    """The one step of the workflow of a site."""

    zone = Zone.Z0_PUBLIC
    lock_class = BeingRead

    site = models.OneToOneField(Site, models.CASCADE, related_name="co_reading")

    admin_form_fields: ClassVar = ["name"]

    class Meta:
        verbose_name, verbose_name_plural = _("co-reading"), _("co-readings")

    def reads(self, person: Person) -> bool:
        """Whether they co-read on this site today."""
        profile = SiteProfile.objects.filter(site=self.site_id).first()
        return profile is not None and profile.lets(person, Permission.CO_READ)

    def may_answer(self, page: "Page", person: Person) -> bool:
        """Whether they may say yes or not yet: as co-reader here, of what others have written."""
        return self.reads(person) and person.pk not in _writers(page)

    def user_can_access_editor(self, page: "Page", person: Person) -> bool:
        return self.reads(person)

    def locked_for_user(self, page: "Page", person: Person) -> bool:
        return True

    def get_actions(self, page: "Page", person: Person) -> list[tuple[str, Any, bool]]:
        if not self.may_answer(page, person):
            return []
        return [("reject", _("Not yet"), True), ("approve", _("Yes, this can go out"), False)]

    def get_task_states_user_can_moderate(self, person: Person, **_: Any) -> Any:
        waiting = TaskState.objects.filter(task_id=self.pk, status=TaskState.STATUS_IN_PROGRESS)
        return waiting if self.reads(person) else waiting.none()

    @classmethod
    def get_description(cls) -> Any:
        return _("Somebody with user or relative experience says yes")


def _writers(page: "Page") -> set[Any]:
    """Who has written what readers do not see yet, and who asked for it to be read."""
    drafts = page.revisions.all()
    if page.live_revision_id:
        drafts = drafts.filter(created_at__gt=page.live_revision.created_at)
    asked = page.current_workflow_state
    return set(drafts.values_list("user_id", flat=True)) | (
        {asked.requested_by_id} if asked else set()
    )


class EditorProfile(models.Model):
    """Whether somebody wants to be named to readers for what they have written or read."""

    zone = Zone.Z0_PUBLIC

    person = models.OneToOneField(Person, models.CASCADE, primary_key=True, related_name="+")
    is_shown = models.BooleanField(_("show my name to readers"), default=False)

    def __str__(self) -> str:
        return str(self.person_id)
