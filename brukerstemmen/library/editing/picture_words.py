"""Where an editor would publish a page in which a picture's words name somebody."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from brukerstemmen.library.actions.picture_words import refuse_names_in_pictures
from brukerstemmen.library.models import LibraryPage


def refuse_to_publish(request: HttpRequest, page: Any) -> HttpResponse | None:
    """The page is saved and stays a draft, and the editor is told why."""
    if not isinstance(page, LibraryPage):
        return None
    try:
        refuse_names_in_pictures(page)
    except ValidationError as refusal:
        messages.error(request, " ".join([_("Saved, but not published."), *refusal.messages]))
        return redirect("wagtailadmin_pages:edit", page.pk)
    return None
