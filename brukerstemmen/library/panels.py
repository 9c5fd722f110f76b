"""What stands beside the text while somebody writes. What it shows is asked for, so that the
nouns need not know it (`library.later`)."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from brukerstemmen.library import later


class BesideTheText(Panel):  # type: ignore[misc]
    """How heavy the text is to read, words to avoid, and how it stands to other languages."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Before it goes out"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc]
        template_name = "library/editing/beside.html"

        def is_shown(self) -> bool:
            """A page that is not kept yet says nothing."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | later.of_editing(self.instance)
