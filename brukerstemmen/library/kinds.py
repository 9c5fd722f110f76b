"""What kinds of pages are called, and how readers choose among them in search.

The words in addresses are Norwegian and never change; the words on the pages are translated.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Group:
    """Kinds a reader takes as one. key: as addresses write it."""

    key: str
    name: str | Promise
    kinds: frozenset[str]


GROUPS: tuple[Group, ...] = (
    Group("rad", _("Advice and methods"), frozenset({"advice", "degree", "method"})),
    Group(
        "maler",
        _("Templates and checklists"),
        frozenset({"template", "checklist", "reflection"}),
    ),
    Group("eksempler", _("Examples"), frozenset({"example"})),
    Group("lover", _("Laws and guides"), frozenset({"guide"})),
    Group("rapporter", pgettext_lazy("what is published", "Reports"), frozenset({"publication"})),
    Group("aktuelt", pgettext_lazy("kind of page", "News"), frozenset({"news"})),
    Group(
        "annet",
        _("Other pages"),
        frozenset({"home", "section", "text", "door", "organisation", "page"}),
    ),
)
WORDS: dict[str, str | Promise] = {
    "advice": pgettext_lazy("kind of page", "Advice"),
    "degree": pgettext_lazy("kind of page", "Degree of influence"),
    "method": pgettext_lazy("kind of page", "Method"),
    "example": pgettext_lazy("kind of page", "Example"),
    "template": pgettext_lazy("kind of page", "Template"),
    "checklist": pgettext_lazy("kind of page", "Checklist"),
    "reflection": pgettext_lazy("kind of page", "Questions to talk about"),
    "guide": pgettext_lazy("kind of page", "Law or guide"),
    "organisation": pgettext_lazy("kind of page", "Organisation"),
    "news": pgettext_lazy("kind of page", "News"),
    "publication": pgettext_lazy("kind of page", "Report"),
}
# What editors call the kinds that say nothing to a reader.
_TO_EDITORS: dict[str, str | Promise] = {
    "home": pgettext_lazy("kind of page", "Front page"),
    "section": pgettext_lazy("kind of page", "Page with pages below"),
    "text": pgettext_lazy("kind of page", "Ordinary page"),
    "door": pgettext_lazy("kind of page", "Page that fills itself"),
    "page": pgettext_lazy("kind of page", "Page"),
}


def group(key: str) -> Group | None:
    """The group of this key; None where there is none."""
    return next((one for one in GROUPS if one.key == key), None)


def word(kind: str) -> str:
    """What one page of the kind is called; nothing, where the kind says nothing to a reader."""
    return str(WORDS.get(kind, ""))


def to_editors(kind: str) -> str:
    """What a page of the kind is called where somebody writes it."""
    return str({**_TO_EDITORS, **WORDS}.get(kind, kind))
