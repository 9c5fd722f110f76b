"""What is written about pictures on a page. Names in it go out only with those who are seen having
said yes, which stands on the picture itself."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages

from brukerstemmen.library.models import LibraryPage
from brukerstemmen.library.pointing import is_too_long, names_in


def named_in_pictures(page: LibraryPage) -> list[str]:
    """Names in alt texts and captions of pictures nobody has agreed to be seen in, each once."""
    texts = [text for text in _texts(page) if not is_too_long(text)]
    return list(dict.fromkeys(name for text in texts for name in names_in(text)))


def _texts(page: LibraryPage) -> Iterator[str]:
    for child in page.body:
        picture = child.value.get("picture") if child.block_type == "picture" else None
        if picture is not None and not picture.shown_agreed:
            yield from (child.value.get("alt") or "", child.value.get("caption") or "")


def refuse_to_publish(request: HttpRequest, page: Any) -> HttpResponse | None:
    """The page is saved and stays a draft, and the editor is told why."""
    found = named_in_pictures(page) if isinstance(page, LibraryPage) else []
    if not found:
        return None
    told = _(
        "Saved, but not published. What is written about a picture may point at somebody:"
        " %(found)s. Say it in other words, or say on the picture that everybody in it has said"
        " yes."
    )
    messages.error(request, told % {"found": ", ".join(f"«{one}»" for one in found)})
    return redirect("wagtailadmin_pages:edit", page.pk)
