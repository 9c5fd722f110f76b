"""What readers say about a page, and what was changed because of it. Nobody's name, no address."""

import uuid
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.permission_policies.pages import PagePermissionPolicy

from brukerstemmen.library.models.pages import LibraryPage
from brukerstemmen.library.states import Standing
from brukerstemmen.privacy.zones import Zone


class SaidKind(models.TextChoices):
    CONTENT = "content", _("What it says")
    STRUCTURE = "structure", _("How it is put together")
    DESIGN = "design", _("How it looks")
    HELPED = "helped", _("This helped me")


class SaidStanding(models.TextChoices):
    """The standings of `library.states`, in words for the editors."""

    NEW = Standing.NEW.value, _("Not read yet")
    READ = Standing.READ.value, pgettext_lazy("feedback", "Read")
    ANSWERED = Standing.ANSWERED.value, pgettext_lazy("feedback", "Answered")
    PUBLIC = Standing.PUBLIC.value, _("Shown in public")
    SET_ASIDE = Standing.SET_ASIDE.value, _("Set aside")


class AboutPagesQuerySet(models.QuerySet[Any]):
    def on_sites_of(self, person: Any) -> Self:
        """What an editor may see: about pages they publish, and what has lost its page."""
        pages = PagePermissionPolicy().instances_user_has_permission_for(person, "publish")
        return self.filter(Q(page__isnull=True) | Q(page__in=pages.values("pk")))


class SaidQuerySet(AboutPagesQuerySet):
    def public(self) -> Self:
        """What an editor has let out, in the words that were let out."""
        return self.filter(standing=SaidStanding.PUBLIC)

    def new(self) -> Self:
        """What no editor has read."""
        return self.filter(standing=SaidStanding.NEW)


class Said(models.Model):
    """What one reader said about one page. The day is kept; hour and address never."""

    zone = Zone.Z0_PUBLIC
    work = None  # It belongs to no evaluation.
    # A page may go although somebody said something about it.
    wagtail_reference_index_ignore = True

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(LibraryPage, on_delete=models.SET_NULL, null=True, related_name="said")
    kind = models.CharField(_("about"), max_length=10, choices=SaidKind.choices)
    words = models.TextField(_("what was said"), blank=True, max_length=2000)
    day = models.DateField(_("day"), db_index=True)
    standing = models.CharField(
        _("how far it has come"),
        max_length=10,
        choices=SaidStanding.choices,
        default=SaidStanding.NEW,
    )
    set_aside_on = models.DateField(null=True, blank=True)
    # What everybody may read: the words again, or what is left of them, and the answer.
    public_words = models.TextField(_("words shown in public"), blank=True, max_length=2000)
    answer = models.TextField(_("answer"), blank=True, max_length=2000)
    answered_on = models.DateField(null=True, blank=True)

    objects = SaidQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-day", "id"]
        verbose_name, verbose_name_plural = _("feedback"), _("feedback")
        constraints: ClassVar = [
            models.CheckConstraint(
                # What the reader wrote goes when the words that may be shown are settled.
                condition=~Q(standing=Standing.PUBLIC.value)
                | (~Q(public_words="") & ~Q(answer="") & Q(words="")),
                name="shown_feedback_has_words_and_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(standing=Standing.SET_ASIDE.value, set_aside_on__isnull=False)
                | (~Q(standing=Standing.SET_ASIDE.value) & Q(set_aside_on__isnull=True)),
                name="what_is_set_aside_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} · {date_format(self.day)}"

    @property
    def stands(self) -> Standing:
        return Standing(self.standing)


class Change(models.Model):
    """What was changed on a page, in one sentence a reader understands; because of what."""

    zone = Zone.Z0_PUBLIC
    work = None
    wagtail_reference_index_ignore = True
    LONGEST = 240

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    page = models.ForeignKey(
        LibraryPage, on_delete=models.SET_NULL, null=True, related_name="changes"
    )
    day = models.DateField(_("day"))
    what = models.CharField(_("what was changed"), max_length=LONGEST)
    because_of = models.ForeignKey(
        Said, on_delete=models.SET_NULL, null=True, blank=True, related_name="changes"
    )

    objects = AboutPagesQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-day", "id"]
        verbose_name, verbose_name_plural = _("change"), _("changes")

    def __str__(self) -> str:
        return self.what
