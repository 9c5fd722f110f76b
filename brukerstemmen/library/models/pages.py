"""The pages of the public site. One table holds what all have in common, so that lists, search
and the tree need one query whatever kinds they meet."""

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from brukerstemmen.library import kinds, labels, later
from brukerstemmen.library.blocks import BLOCKS
from brukerstemmen.library.models.edited import Edited
from brukerstemmen.library.panels import BesideTheText
from brukerstemmen.privacy.zones import Zone


class Label(models.Model):
    """One label of `library.labels`, as a row pages can point at."""

    zone = Zone.Z0_PUBLIC

    kind = models.CharField(max_length=12)
    key = models.CharField(max_length=16)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering: ClassVar = ["order"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "key"], name="one_row_a_label")
        ]

    def __str__(self) -> str:
        kind = labels.BY_KEY.get(self.kind)
        return f"{kind.name if kind else self.kind}: {self.word}"

    @property
    def word(self) -> str:
        return str(labels.word(self.kind, self.key))

    @property
    def name(self) -> str:
        """As filters and start content write it."""
        return f"{self.kind}:{self.key}"


class LibraryPage(Edited, Page):
    """What every page has. Not made by itself: a page is always of a kind."""

    zone = Zone.Z0_PUBLIC
    is_creatable = False
    # What the tree calls the kind in templates and addresses; each kind sets its own.
    kind_key: ClassVar[str] = "page"

    summary = models.CharField(
        _("first paragraph"), max_length=300, blank=True, help_text=_("One to three sentences.")
    )
    body = StreamField(BLOCKS, blank=True, verbose_name=_("content"))
    labels = ParentalManyToManyField(Label, blank=True, verbose_name=_("labels"), related_name="+")
    review_on = models.DateField(_("to be looked at again"), null=True, blank=True)
    # The language it was first written in; a translation holds the day its source was last seen.
    written_in = models.CharField(_("first written in"), max_length=3, default="nb")
    source_seen_at = models.DateTimeField(_("source last seen"), null=True, blank=True)

    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("body"),
        BesideTheText(),
    ]
    promote_panels: ClassVar = [
        *Page.promote_panels,
        MultiFieldPanel(
            [FieldPanel("labels"), FieldPanel("review_on"), FieldPanel("written_in")],
            heading=_("Order in the library"),
        ),
    ]

    @classmethod
    def get_verbose_name(cls) -> str:
        return kinds.to_editors(cls.kind_key)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        return super().get_context(request, *args, **kwargs) | later.of_page(self, request)


class HomePage(LibraryPage):
    """The front page of one site, in one language."""

    zone = Zone.Z0_PUBLIC
    kind_key = "home"
    template = "library/home.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]


class SectionPage(LibraryPage):
    """A page that leads on to those below it."""

    zone = Zone.Z0_PUBLIC
    kind_key = "section"
    template = "library/section.html"

    # A long list stands on the page alone, not in the tree beside it.
    in_tree = models.BooleanField(_("show the pages below in the menu"), default=True)

    promote_panels: ClassVar = [*LibraryPage.promote_panels, FieldPanel("in_tree")]


class TextPage(LibraryPage):
    zone = Zone.Z0_PUBLIC
    kind_key = "text"
    template = "library/page.html"


class AdvicePage(LibraryPage):
    """Advice that somebody can follow today."""

    zone = Zone.Z0_PUBLIC
    kind_key = "advice"
    template = "library/page.html"


class DegreePage(LibraryPage):
    """One of the five degrees of influence: its goal, and what it promises those who take part."""

    zone = Zone.Z0_PUBLIC
    kind_key = "degree"
    template = "library/degree.html"

    number = models.PositiveSmallIntegerField(_("number in the row of five"))
    short = models.CharField(_("in a few words"), max_length=40)
    goal = models.CharField(_("goal"), max_length=240)
    promise = models.CharField(_("promise to those who take part"), max_length=240)

    content_panels: ClassVar = [
        *LibraryPage.content_panels[:2],
        MultiFieldPanel(
            [FieldPanel("number"), FieldPanel("short"), FieldPanel("goal"), FieldPanel("promise")],
            heading=_("The degree"),
        ),
        *LibraryPage.content_panels[2:],
    ]


class MethodPage(LibraryPage):
    """A way of working together: for whom, how long, what it gives."""

    zone = Zone.Z0_PUBLIC
    kind_key = "method"
    template = "library/method.html"

    who = models.CharField(_("who takes part"), max_length=240, blank=True)
    takes = models.CharField(_("time and means"), max_length=240, blank=True)
    gives = models.CharField(_("what it gives"), max_length=240, blank=True)

    content_panels: ClassVar = [
        *LibraryPage.content_panels[:2],
        MultiFieldPanel(
            [FieldPanel("who"), FieldPanel("takes"), FieldPanel("gives")], heading=_("In short")
        ),
        *LibraryPage.content_panels[2:],
    ]


class ExamplePage(LibraryPage):
    """What somebody has done, with its source."""

    zone = Zone.Z0_PUBLIC
    kind_key = "example"
    template = "library/example.html"

    place = models.CharField(_("county"), max_length=80, blank=True)
    period = models.CharField(_("period"), max_length=60, blank=True)
    method = models.ForeignKey(
        MethodPage, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    source = models.CharField(_("source"), max_length=400)

    content_panels: ClassVar = [
        *LibraryPage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("place"),
                FieldPanel("period"),
                FieldPanel("method"),
                FieldPanel("source"),
            ],
            heading=_("Where it comes from"),
        ),
    ]


class TemplatePage(LibraryPage):
    """A paper to take along: to copy, to print, or as a Word document."""

    zone = Zone.Z0_PUBLIC
    kind_key = "template"
    template = "library/template.html"


class ChecklistPage(LibraryPage):
    """Points to tick off, in the browser or on paper. Who ticked is kept nowhere."""

    zone = Zone.Z0_PUBLIC
    kind_key = "checklist"
    template = "library/template.html"


class GuidePage(LibraryPage):
    """A law or a guide: who says so, since when, and when somebody last made sure."""

    zone = Zone.Z0_PUBLIC
    kind_key = "guide"
    template = "library/guide.html"

    class Kind(models.TextChoices):
        LAW = "law", _("Law")
        REGULATION = "regulation", _("Regulation")
        GUIDE = "guide", _("Guide")
        ADVICE = "advice", _("National advice")

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices)
    issuer = models.CharField(_("who says so"), max_length=160)
    dated = models.CharField(_("dated"), max_length=40, blank=True)
    link = models.URLField(_("address of the source"), blank=True, max_length=400)
    checked_on = models.DateField(_("checked on"), null=True, blank=True)
    duty = models.BooleanField(_("it is a duty, not advice"), default=False)

    content_panels: ClassVar = [
        *LibraryPage.content_panels[:2],
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldPanel("issuer"),
                FieldPanel("dated"),
                FieldPanel("link"),
                FieldPanel("checked_on"),
                FieldPanel("duty"),
            ],
            heading=_("Source"),
        ),
        *LibraryPage.content_panels[2:],
    ]


class OrganisationPage(LibraryPage):
    """One line of the directory: who they are, and where to find them."""

    zone = Zone.Z0_PUBLIC
    kind_key = "organisation"
    template = "library/organisation.html"

    kind = models.CharField(_("kind"), max_length=80, blank=True)
    web = models.URLField(_("web address"), blank=True, max_length=400)
    place = models.CharField(_("place"), max_length=80, blank=True)

    content_panels: ClassVar = [
        *LibraryPage.content_panels,
        FieldPanel("kind"),
        FieldPanel("web"),
        FieldPanel("place"),
    ]


class ReflectionPage(LibraryPage):
    """Questions to talk about together."""

    zone = Zone.Z0_PUBLIC
    kind_key = "reflection"
    template = "library/template.html"


class NewsPage(LibraryPage):
    """Something new, or something that will happen; with text for a newsletter."""

    zone = Zone.Z0_PUBLIC
    kind_key = "news"
    template = "library/news.html"

    on = models.DateField(_("day"))
    starts = models.DateTimeField(_("begins"), null=True, blank=True)
    ends = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    newsletter = models.TextField(_("text for a newsletter"), blank=True, max_length=2000)

    content_panels: ClassVar = [
        *LibraryPage.content_panels[:2],
        MultiFieldPanel(
            [FieldPanel("on"), FieldPanel("starts"), FieldPanel("ends"), FieldPanel("place")],
            heading=_("When and where"),
        ),
        *LibraryPage.content_panels[2:],
        FieldPanel("newsletter"),
    ]


class Shows(models.TextChoices):
    """What a page with a function of its own shows."""

    HELPER = "helper", _("The decision helper")
    SEARCH = "search", _("Search")
    SAID = "said", _("What readers have said")
    CHANGED = "changed", _("What has been changed")
    PUBLICATIONS = "publications", _("The archive of reports")
    THEMES = "themes", _("What users have said, by theme")


_TEMPLATES: dict[Shows, str] = {
    Shows.HELPER: "library/door_helper.html",
    Shows.SEARCH: "library/door_search.html",
    Shows.SAID: "library/door_said.html",
    Shows.CHANGED: "library/door_changed.html",
    Shows.PUBLICATIONS: "library/door_publications.html",
    Shows.THEMES: "library/door_themes.html",
}


class DoorPage(LibraryPage):
    """A page with a function of its own, which has its place in the tree like any other."""

    zone = Zone.Z0_PUBLIC
    kind_key = "door"

    shows = models.CharField(_("what it shows"), max_length=16, choices=Shows.choices)

    content_panels: ClassVar = [*LibraryPage.content_panels, FieldPanel("shows")]

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Each theme has an address below the page of themes."""
        if self.shows == Shows.THEMES and len(path_components) == 1 and self.live:
            request.below = path_components[0]  # type: ignore[attr-defined]
            return RouteResult(self)
        found: RouteResult = super().route(request, path_components)
        return found

    def get_template(self, request: HttpRequest, *args: Any, **kwargs: Any) -> str:
        return _TEMPLATES[Shows(self.shows)]
