"""The register of figures: every number a page tells has its source, its period and its day."""

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from brukerstemmen.privacy.zones import Zone


class FigureQuerySet(models.QuerySet["Figure"]):
    def named(self, keys: list[str]) -> "list[list[Figure]]":
        """For each name what the sources say, in the order asked for. Where sources differ all
        of them stand, the newest first."""
        found: dict[str, list[Figure]] = {key: [] for key in keys}
        for figure in self.filter(key__in=keys):
            found[figure.key].append(figure)
        return [figures for figures in found.values() if figures]


class Figure(models.Model):
    """One value from one source. The same thing counted by another source is a row of its own."""

    zone = Zone.Z0_PUBLIC

    key = models.SlugField(_("name"), max_length=60, db_index=True)
    value = models.CharField(_("value"), max_length=40)
    counts_nb = models.CharField(_("what it counts, bokmål"), max_length=160)
    counts_nn = models.CharField(_("what it counts, nynorsk"), max_length=160, blank=True)
    counts_en = models.CharField(_("what it counts, English"), max_length=160, blank=True)
    period = models.CharField(_("period"), max_length=60, blank=True)
    source = models.CharField(_("source"), max_length=300)
    link = models.URLField(_("address of the source"), blank=True, max_length=400)
    as_of = models.CharField(_("as of"), max_length=20, blank=True)

    objects = FigureQuerySet.as_manager()

    panels: ClassVar = [
        FieldPanel("key"),
        FieldPanel("value"),
        MultiFieldPanel(
            [FieldPanel("counts_nb"), FieldPanel("counts_nn"), FieldPanel("counts_en")],
            heading=_("What it counts"),
        ),
        MultiFieldPanel(
            [FieldPanel("period"), FieldPanel("source"), FieldPanel("link"), FieldPanel("as_of")],
            heading=_("Where it comes from"),
        ),
    ]

    class Meta:
        ordering: ClassVar = ["key", "-as_of", "value"]
        verbose_name, verbose_name_plural = _("figure"), _("figures")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["key", "source", "value"], name="one_figure_a_source")
        ]

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"

    @property
    def counts(self) -> str:
        """What it counts, in the language of the page; bokmål where nobody has translated it."""
        return getattr(self, f"counts_{get_language()}", "") or self.counts_nb
