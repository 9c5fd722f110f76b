"""The register of figures, as editors keep it."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from brukerstemmen.library.models import Figure


class FigureViewSet(SnippetViewSet):  # type: ignore[misc]
    model = Figure
    icon = "order"
    menu_label = _("Figures")
    menu_name = "figures"
    menu_order = 300
    add_to_admin_menu = True
    list_display = ("key", "value", "period", "source", "as_of")
    list_filter = ("key",)
    search_fields = ("key", "value", "counts_nb", "source")
