"""What an editor sees beside a page that is being written: how heavy it is, words to avoid, whom
it may name, and how it stands to the same page in other languages."""

from typing import Any

from wagtail.models import Page

from brukerstemmen.library.actions import translating
from brukerstemmen.library.editing_law.numbers import differing
from brukerstemmen.library.editing_law.plain_words import avoided
from brukerstemmen.library.lix import lix, longest
from brukerstemmen.library.models import LibraryPage
from brukerstemmen.library.plain import plain
from brukerstemmen.library.pointing import is_too_long, pointing
from brukerstemmen.people import clock

# What most read, or read first, is lighter than the rest.
_LIGHT, _HEAVIEST = 35, 40
_MOST_NAMED = 12  # more would hide the rest of what stands beside
_LIGHT_KINDS = frozenset({"home", "degree"})


def text_of(page: LibraryPage) -> str:
    """Title, first paragraph and everything below, each a sentence of its own."""
    told = plain(page)
    return "\n".join([told.title, told.summary, told.text])


def beside(page: Page) -> dict[str, Any]:
    """page: as it is written now, or any row of it."""
    page = page.specific
    if not isinstance(page, LibraryPage):
        return {}
    text, language = text_of(page), page.locale.language_code
    most = _LIGHT if page.kind_key in _LIGHT_KINDS else _HEAVIEST
    weight = lix(text)
    return {
        "page": page,
        "lix": weight.value,
        "words": weight.words,
        "most": most,
        "is_heavy": weight.value >= most,
        "longest": longest(text, 3),
        "avoided": avoided(text, language),
        # Also in what a picture shows and what stands below it.
        "named": () if is_too_long(text) else pointing(text).never[:_MOST_NAMED],
        "is_too_long": is_too_long(text),
        "differing": _other_figures(page, text),
        "is_outdated": bool(page.pk) and translating.is_outdated(page),
        "is_late": page.review_on is not None and page.review_on <= clock.today(),
        "needs_reading": page.needs_co_reading(),
    }


def _other_figures(page: LibraryPage, text: str) -> list[dict[str, Any]]:
    """Each other language of the page that tells other numbers: those here, and those there."""
    others = (
        LibraryPage.objects.filter(translation_key=page.translation_key)
        .exclude(pk=page.pk)
        .select_related("locale")
    )
    found = []
    for other in others:
        here, there = differing(text, text_of(other.get_latest_revision_as_object()))
        if here or there:
            found.append({"page": other, "here": here, "there": there})
    return found
