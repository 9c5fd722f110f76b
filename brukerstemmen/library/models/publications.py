"""The archive: released reports as everybody may read them, and what users say across them.

A publication is a page. What it is a copy of lies beside it, never in its revisions: words that
are taken back must be gone from everywhere. Nothing here leads to a person, a code or a zone above.
"""

import uuid
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.url_routing import RouteResult

from brukerstemmen.library.models.pages import LibraryPage
from brukerstemmen.library.words.stemming import stems
from brukerstemmen.privacy.disclosure import FLOOR
from brukerstemmen.privacy.zones import Zone

LICENCE = "CC BY 4.0"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.no"
EASY = "lettlest"  # the last word of the address of the easy version

# As the counties have been since 2024. Nothing finer is told of a place.
COUNTIES = (
    "Agder",
    "Akershus",
    "Buskerud",
    "Finnmark",
    "Innlandet",
    "Møre og Romsdal",
    "Nordland",
    "Oslo",
    "Rogaland",
    "Telemark",
    "Troms",
    "Trøndelag",
    "Vestfold",
    "Vestland",
    "Østfold",
)


class ServiceKind(models.TextChoices):
    """What kind of service an evaluation was about. Coarse, so that lists can be filtered."""

    OUTPATIENT = "outpatient", _("Outpatient clinic")
    INPATIENT = "inpatient", _("Inpatient unit")
    MUNICIPAL = "municipal", _("Service of a municipality")
    HOUSING = "housing", _("Supported housing")
    CHILD_WELFARE = "child_welfare", pgettext_lazy("kind of service", "Child welfare service")
    WORK = "work", pgettext_lazy("kind of service", "Work and benefits")
    SCHOOL = "school", pgettext_lazy("kind of service", "School")
    REFUGEE = "refugee", pgettext_lazy("kind of service", "Refugee health service")
    OTHER = "other", pgettext_lazy("kind of service", "Another service")


class PublicationMethod(models.TextChoices):
    """How those who speak in it were heard."""

    USER_INTERVIEWS_USER = "bsb", _("User Interviews User")
    PANEL = "panel", _("User panel")
    DIALOGUE = "dialogue", _("Dialogue meeting")
    TOOLBOX = "toolbox", _("The toolbox")
    RESEARCH = "research", _("Research together")
    OTHER = "other", pgettext_lazy("method", "Another way")


def padded(text: str, language: str) -> str:
    """The stems of a text as one text, each between blanks, so that a query can look for one."""
    return f" {' '.join(dict.fromkeys(stems(text, language)))} "


def in_address(words: str) -> str:
    """Words as they stand in an address.

    >>> in_address("Å bli møtt")
    'a-bli-mott'
    """
    return slugify(words.translate(_PLAIN))


_PLAIN = str.maketrans("æøåÆØÅ", "aoaAOA")


class PublicationPage(LibraryPage):
    """A report in the archive, at an address that stays. Its newest edition stands there."""

    zone = Zone.Z0_PUBLIC
    kind_key = "publication"
    template = "library/publication.html"
    subpage_types: ClassVar = []

    # The same for all reports of one evaluation: it is counted once. Leads nowhere from here.
    evaluation = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    centre = models.CharField(_("published by"), max_length=160)
    service_kind = models.CharField(
        _("kind of service"), max_length=16, choices=ServiceKind.choices, blank=True
    )
    county = models.CharField(
        _("county"), max_length=20, choices=[(name, name) for name in COUNTIES], blank=True
    )
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)], db_index=True
    )
    method = models.CharField(
        _("method"), max_length=10, choices=PublicationMethod.choices, blank=True
    )
    # As disclosure control let it out; None where it could tell who.
    people = models.PositiveIntegerField(null=True, blank=True, editable=False)
    licence = models.CharField(_("licence"), max_length=40, default=LICENCE)
    easy = RichTextField(
        _("easy to read, two pages at most"),
        features=["h3", "bold", "ol", "ul"],
        blank=True,
        max_length=8000,
    )
    # A report from before this product: the file as it was.
    old_file = models.ForeignKey(
        "wagtaildocs.Document", models.SET_NULL, null=True, blank=True, related_name="+"
    )

    content_panels: ClassVar = [
        *LibraryPage.content_panels[:2],
        MultiFieldPanel(
            [
                FieldPanel("centre"),
                FieldPanel("service_kind"),
                FieldPanel("county"),
                FieldPanel("year"),
                FieldPanel("method"),
                FieldPanel("licence"),
            ],
            heading=_("What it is"),
        ),
        InlinePanel("themes", heading=_("Themes"), label=_("Theme")),
        FieldPanel("easy"),
        FieldPanel("old_file"),
        *LibraryPage.content_panels[2:],
    ]

    class Meta:
        verbose_name, verbose_name_plural = _("publication"), _("publications")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(people__isnull=True) | Q(people__gte=FLOOR),
                name="no_small_number_in_the_archive",
            )
        ]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """The easy version has an address of its own below the page."""
        if path_components == [EASY] and self.live:
            request.easy = True  # type: ignore[attr-defined]
            return RouteResult(self)
        found: RouteResult = super().route(request, path_components)
        return found


class PublicationTheme(models.Model):
    """A theme of a publication, and how many spoke about it, as it was published for good.

    people: None where nothing is told, or never was. words: the stems it is found by.
    key: the stems in order of the alphabet, the same for a theme that is called nearly the same.
    slug: its name in the address of what has been said about it.
    """

    zone = Zone.Z0_PUBLIC

    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="themes")
    name = models.CharField(_("theme"), max_length=160)
    people = models.PositiveIntegerField(null=True, blank=True, editable=False)
    words = models.CharField(max_length=400, editable=False, default="")
    key = models.CharField(max_length=400, editable=False, default="", db_index=True)
    slug = models.CharField(max_length=160, editable=False, default="", db_index=True)

    panels: ClassVar = [FieldPanel("name")]

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(people__isnull=True) | Q(people=0) | Q(people__gte=FLOOR),
                name="no_small_number_by_theme",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.set_words()
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def set_words(self) -> None:
        """Make the words it is found by."""
        self.words = padded(self.name, self.page.written_in)
        self.key = " ".join(sorted(self.words.split()))
        self.slug = in_address(self.name)


class Copy(models.Model):
    """The released document of a publication, as it went out but for what was taken back since.

    report: the random number of the edition. content: see `reports.document`. story: the edition
    of what happened that its findings tell of; 0 for none.
    """

    zone = Zone.Z0_PUBLIC

    page = models.OneToOneField(
        PublicationPage, models.CASCADE, primary_key=True, related_name="copy_of_report"
    )
    report = models.UUIDField(unique=True)
    kind = models.CharField(max_length=10)
    language = models.CharField(max_length=2)
    edition = models.PositiveSmallIntegerField()
    quarter = models.CharField(max_length=7)
    content = models.JSONField()
    story = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.report)


class PublicationFinding(models.Model):
    """What users said of one matter, as the report has it, and what the service answered since.

    words: stems of title and text, never of quotes. says: "" as long as nothing is published.
    measures: numbers of the measures that answer it.
    """

    zone = Zone.Z0_PUBLIC

    page = models.ForeignKey(PublicationPage, models.CASCADE, related_name="findings")
    number = models.PositiveSmallIntegerField()
    title = models.TextField()
    text = models.TextField(blank=True)
    words = models.TextField()
    says = models.CharField(max_length=16, blank=True)
    reason = models.TextField(blank=True)
    measures = models.JSONField(default=list)

    class Meta:
        ordering: ClassVar = ["page", "number"]

    def __str__(self) -> str:
        return self.title


class PublicationQuote(models.Model):
    """Words that may be quoted, under the random number they went out with."""

    zone = Zone.Z0_PUBLIC

    id = models.UUIDField(primary_key=True, editable=False)
    finding = models.ForeignKey(PublicationFinding, models.CASCADE, related_name="quotes")
    language = models.CharField(max_length=2)
    words = models.TextField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return str(self.pk)


class PublicationMeasure(models.Model):
    """A measure that was tried: what the service says of it, and what users say, in a word each."""

    zone = Zone.Z0_PUBLIC

    page = models.ForeignKey(PublicationPage, models.CASCADE, related_name="measures")
    number = models.PositiveSmallIntegerField()
    title = models.TextField()
    status = models.CharField(max_length=16)
    verdict = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering: ClassVar = ["page", "number"]

    def __str__(self) -> str:
        return self.title
