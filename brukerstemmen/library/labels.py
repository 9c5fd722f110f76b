"""What a page can be labelled with, so that readers find it from where they stand.

The set is fixed and small: filters, lists and the decision helper lean on it. The keys are English
and never change; the words are in the message catalogues.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True)
class Kind:
    """One way of sorting: name as an editor and a reader see it; keys with their words."""

    key: str
    name: str | Promise
    words: dict[str, str | Promise]


KINDS: tuple[Kind, ...] = (
    Kind(
        "degree",
        _("Degree of influence"),
        {
            "inform": pgettext_lazy("degree", "Inform"),
            "consult": pgettext_lazy("degree", "Consult"),
            "involve": pgettext_lazy("degree", "Involve"),
            "collaborate": pgettext_lazy("degree", "Collaborate"),
            "empower": pgettext_lazy("degree", "Empower"),
        },
    ),
    Kind(
        "level",
        pgettext_lazy("where involvement happens", "Level"),
        {
            "individual": pgettext_lazy("level", "One person"),
            "service": pgettext_lazy("level", "The service"),
            "system": pgettext_lazy("level", "The system"),
            "political": pgettext_lazy("level", "Politics"),
        },
    ),
    Kind(
        "entrance",
        _("Where you stand"),
        {
            "own_centre": _("In our own centre"),
            "services": _("Helping services to do it"),
        },
    ),
    Kind(
        "target",
        _("Who it is about"),
        {
            "adult": pgettext_lazy("who it is about", "Adults"),
            "child": pgettext_lazy("who it is about", "Children and young people"),
            "relative": pgettext_lazy("who it is about", "Relatives"),
        },
    ),
    Kind(
        "phase",
        _("Where in the work"),
        {
            "prepare": pgettext_lazy("phase", "Prepare"),
            "invite": pgettext_lazy("phase", "Invite"),
            "meet": pgettext_lazy("phase", "Meet"),
            "answer": pgettext_lazy("phase", "Answer"),
            "follow_up": pgettext_lazy("phase", "Follow up"),
        },
    ),
    Kind(
        "focus",
        _("Focus area"),
        {
            "adults": pgettext_lazy("focus area", "Adults"),
            "young": pgettext_lazy("focus area", "Children and young people"),
            "work": pgettext_lazy("focus area", "Work and rehabilitation"),
            "research": pgettext_lazy("focus area", "Research and professional development"),
        },
    ),
    Kind(
        "field",
        pgettext_lazy("kind of service", "Field"),
        {
            "substance": pgettext_lazy("field", "Substance use"),
            "mental": pgettext_lazy("field", "Mental health"),
            "child_welfare": pgettext_lazy("field", "Child welfare"),
            "refugee": pgettext_lazy("field", "Refugee health"),
        },
    ),
)
BY_KEY: dict[str, Kind] = {kind.key: kind for kind in KINDS}


def word(kind: str, key: str) -> str | Promise:
    """What a label is called. Unknown ones are called by their key, so that nothing breaks."""
    return BY_KEY[kind].words.get(key, key) if kind in BY_KEY else key


def every() -> list[tuple[str, str]]:
    """Each (kind, key), in the order they are shown."""
    return [(kind.key, key) for kind in KINDS for key in kind.words]
