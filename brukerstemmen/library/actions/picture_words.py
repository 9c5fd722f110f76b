"""What is written about pictures on a page. Names in it go out only with those who are seen having
said yes, which stands on the picture itself."""

from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.library.models import LibraryPage
from brukerstemmen.library.pointing import pointing


def named_in_pictures(page: LibraryPage) -> list[str]:
    """What never goes out in alt texts and captions of pictures nobody has agreed to be seen in,
    each once: names, and digits too, which are somebody's number where no camera has written."""
    return list(dict.fromkeys(found for text in _texts(page) for found in pointing(text).never))


def refuse_names_in_pictures(page: LibraryPage) -> None:
    """Before a page goes out. Raises ValidationError."""
    if found := named_in_pictures(page):
        told = _(
            "What is written about a picture may point at somebody: %(found)s. Say it in other"
            " words, or say on the picture that everybody in it has said yes."
        )
        raise ValidationError(told % {"found": ", ".join(f"«{one}»" for one in found)})


def _texts(page: LibraryPage) -> Iterator[str]:
    for child in page.body:
        picture = child.value.get("picture") if child.block_type == "picture" else None
        if picture is not None and not picture.shown_agreed:
            yield from (child.value.get("alt") or "", child.value.get("caption") or "")
