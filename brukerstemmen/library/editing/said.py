"""What readers say, as the editors of a site see it: a list to sort, and a count in the menu."""

from typing import Any

import django_filters
from django import forms
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.base import ViewSet

from brukerstemmen.library.editing.one_said import OneSaid
from brukerstemmen.library.models import Change, LibraryPage, Said, SaidKind, SaidStanding

_EXCERPT = 90  # characters


def excerpt(said: Said) -> str:
    """The beginning of what was said, as far as it is there."""
    words = said.public_words or said.words
    return Truncator(words).chars(_EXCERPT) if words else str(said.get_kind_display())


def day_of(row: Said | Change) -> str:
    """The day itself: "19 hours ago" would say more than anybody knows."""
    return date_format(row.day)


def _pages_with_feedback(request: HttpRequest) -> Any:
    said = Said.objects.on_sites_of(request.user)
    return LibraryPage.objects.filter(pk__in=said.values("page")).order_by("title")


class SaidFilter(WagtailFilterSet):  # type: ignore[misc]
    standing = django_filters.ChoiceFilter(
        label=gettext_lazy("How far it has come"),
        choices=SaidStanding.choices,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All of it"),
    )
    kind = django_filters.ChoiceFilter(
        label=gettext_lazy("What it is about"),
        choices=SaidKind.choices,
        widget=forms.RadioSelect,
        empty_label=gettext_lazy("All of it"),
    )
    page = django_filters.ModelChoiceFilter(
        label=gettext_lazy("Which page"), queryset=_pages_with_feedback
    )

    class Meta:
        model = Said
        fields = ("standing", "kind", "page")


class SaidIndex(IndexView):  # type: ignore[misc]
    """Newest first; only what is about pages the person publishes."""

    model = Said
    any_permission_required = ("change",)
    page_title = gettext_lazy("What readers say")
    header_icon = "comment"
    index_url_name = "said:index"
    index_results_url_name = "said:index_results"
    edit_url_name = "said:one"
    default_ordering = ("-day", "id")
    filterset_class = SaidFilter
    columns = (
        TitleColumn(
            "words", label=gettext_lazy("What was said"), accessor=excerpt, url_name="said:one"
        ),
        Column("kind", label=gettext_lazy("About"), accessor="get_kind_display"),
        Column("page", label=gettext_lazy("Page"), accessor="page"),
        Column("day", label=gettext_lazy("Day"), sort_key="day", accessor=day_of),
        StatusTagColumn(
            "standing",
            label=gettext_lazy("How far it has come"),
            accessor="get_standing_display",
            primary=lambda said: said.standing == SaidStanding.NEW,
        ),
    )

    def get_base_queryset(self) -> Any:
        return Said.objects.on_sites_of(self.request.user).select_related("page")


class CountedItem(MenuItem):  # type: ignore[misc]
    """Says in the menu how much nobody has read."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("library.change_said")

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        unread = Said.objects.on_sites_of(request.user).new().count()
        label = f"{self.label} ({unread})" if unread else self.label
        return LinkMenuItem(self.name, label, self.url, icon_name=self.icon_name)


class SaidViewSet(ViewSet):  # type: ignore[misc]
    """No adding, no changing of words and no deleting: the verbs alone say what may be done."""

    name = "said"
    url_prefix = "innspill"
    icon = "comment"
    menu_label = gettext_lazy("What readers say")
    menu_name = "said"
    menu_order = 250
    menu_item_class = CountedItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", SaidIndex.as_view(), name="index"),
            path("results/", SaidIndex.as_view(results_only=True), name="index_results"),
            path("<uuid:pk>/", OneSaid.as_view(), name="one"),
        ]
