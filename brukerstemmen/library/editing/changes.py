"""What was changed, as readers are told: a list, one more, and putting one better."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet

from brukerstemmen.library.actions import saying
from brukerstemmen.library.editing.one_said import ChangeForm, tell
from brukerstemmen.library.editing.said import day_of
from brukerstemmen.library.models import Change


class ChangeIndex(IndexView):  # type: ignore[misc]
    model = Change
    any_permission_required = ("change",)
    page_title = gettext_lazy("What was changed")
    header_icon = "history"
    index_url_name = "changes:index"
    index_results_url_name = "changes:index_results"
    add_url_name = "changes:new"
    add_item_label = gettext_lazy("Tell of a change")
    default_ordering = ("-day", "id")
    columns = (
        TitleColumn("what", label=gettext_lazy("What was changed"), url_name="changes:one"),
        Column("page", label=gettext_lazy("Page"), accessor="page"),
        Column("day", label=gettext_lazy("Day"), sort_key="day", accessor=day_of),
        BooleanColumn(
            "asked_for",
            label=gettext_lazy("A reader said so"),
            accessor=lambda change: change.because_of_id is not None,
        ),
    )

    def get_base_queryset(self) -> Any:
        return Change.objects.on_sites_of(self.request.user).select_related("page")


class OneChange(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):  # type: ignore[misc]
    """A new one without pk; else the words of one that is told already."""

    model = Change
    permission_required = "change"
    template_name = "library/editing/change.html"
    page_title = gettext_lazy("Tell of a change")
    header_icon = "history"

    def get(self, request: HttpRequest, pk: Any = None) -> HttpResponse:
        change = self._change(pk)
        return self._show(self._form(change))

    def post(self, request: HttpRequest, pk: Any = None) -> HttpResponse:
        change = self._change(pk)
        form = self._form(change, request.POST)
        if form.is_valid():
            try:
                self._do(change, form.cleaned_data)
            except ValidationError as refusal:
                tell(form, refusal)
            else:
                messages.success(request, _("The change is told."))
                return redirect("changes:index")
        return self._show(form, status=422)

    def _do(self, change: Change | None, given: dict[str, Any]) -> None:
        if change is None:
            saying.say_changed(given["page"], given["what"], by=self.request.user)
        else:
            saying.reword(change, given["what"], by=self.request.user)

    def _change(self, pk: Any) -> Change | None:
        rows = Change.objects.on_sites_of(self.request.user)
        return None if pk is None else get_object_or_404(rows, pk=pk)

    def _form(self, change: Change | None, data: Any = None) -> ChangeForm:
        if change is None:
            return ChangeForm(data)
        form = ChangeForm(data, initial={"what": change.what})
        del form.fields["page"]
        return form

    def _show(self, form: ChangeForm, status: int = 200) -> HttpResponse:
        context = self.get_context_data(form=form, media=form.media)
        return self.render_to_response(context, status=status)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("changes:index"), "label": _("What was changed")}
        return [*self.breadcrumbs_items, index, {"url": "", "label": self.get_page_title()}]


class ChangesItem(MenuItem):  # type: ignore[misc]
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("library.change_change")


class ChangesViewSet(ViewSet):  # type: ignore[misc]
    name = "changes"
    url_prefix = "endringer"
    icon = "history"
    menu_label = gettext_lazy("What was changed")
    menu_name = "changes"
    menu_order = 260
    menu_item_class = ChangesItem
    add_to_admin_menu = True

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", ChangeIndex.as_view(), name="index"),
            path("results/", ChangeIndex.as_view(results_only=True), name="index_results"),
            path("ny/", OneChange.as_view(), name="new"),
            path("<uuid:pk>/", OneChange.as_view(), name="one"),
        ]
