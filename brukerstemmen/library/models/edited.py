"""What editors may do with a page, and what they may not: mixed into every page."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.utils import translation
from wagtail.admin.forms.pages import CopyForm
from wagtail.admin.userbar import Userbar
from wagtail.models import PagePermissionTester

if TYPE_CHECKING:
    from django.http import HttpRequest

    from brukerstemmen.people.models import Person

# What somebody may act on tomorrow goes out with the yes of a co-reader.
CO_READ_KINDS = frozenset({"advice", "template", "checklist", "degree", "method"})


class DraftCopyForm(CopyForm):  # type: ignore[misc]
    """A copy is a draft: it has not been read by anybody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("publish_copies", None)
        self.fields.pop("alias", None)


class EditorsPermissions(PagePermissionTester):  # type: ignore[misc]
    """As Wagtail has them, and: what is to be read by a co-reader is published by their yes."""

    def can_publish(self) -> bool:
        return super().can_publish() and not self.page.specific_class.needs_co_reading()

    def can_set_view_restrictions(self) -> bool:
        """A public page is open to all, or it is a draft."""
        return False


class Edited:
    """Mixed in before `Page`."""

    private_page_options: ClassVar[list[str]] = []
    copy_form_class = DraftCopyForm
    kind_key: ClassVar[str]

    @classmethod
    def needs_co_reading(cls) -> bool:
        return cls.kind_key in CO_READ_KINDS

    @property
    def has_workflow(self) -> bool:
        return self.needs_co_reading() and bool(super().has_workflow)  # type: ignore[misc]

    def get_workflow(self) -> Any:
        return super().get_workflow() if self.needs_co_reading() else None  # type: ignore[misc]

    def permissions_for_user(self, user: "Person") -> EditorsPermissions:
        return EditorsPermissions(user, self)

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """When the source was last seen is told of the page, not of one draft of it."""
        page = super().with_content_json(content)  # type: ignore[misc]
        page.source_seen_at = self.source_seen_at  # type: ignore[attr-defined]
        return page

    def copy(self, *args: Any, **kwargs: Any) -> Any:
        """A copy made to be translated has seen its source as it was last published."""
        seen = {"source_seen_at": self.last_published_at}  # type: ignore[attr-defined]
        kwargs["update_attrs"] = seen | (kwargs.get("update_attrs") or {})
        return super().copy(*args, **kwargs)  # type: ignore[misc]

    def serve_preview(self, request: "HttpRequest", mode_name: str) -> Any:
        """Shown in the language of the page, as its address would have said. Beside the text, what
        checks it comes along: readers' pages never carry it."""
        with translation.override(self.locale.language_code):  # type: ignore[attr-defined]
            response = super().serve_preview(request, mode_name)  # type: ignore[misc]
            if hasattr(response, "render"):
                response.render()
            if getattr(request, "in_preview_panel", False):
                checks = Userbar(object=self).render_html({"request": request})
                response.content = response.content.replace(
                    b"</body>", checks.encode() + b"</body>", 1
                )
            return response
