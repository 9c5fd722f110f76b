"""Closing in words."""

from collections.abc import Callable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from brukerstemmen.closing.states import Kind, Stop

STOPS = {
    Stop.FEEDBACK: _(
        "Somebody who wanted to hear what happened has not been told. Tell them, or write why not."
    ),
    Stop.PRINT: _("Those who want to keep what stands behind their code have not been asked."),
    Stop.OPEN_ROUND: _("A round is still open, or nobody has been told what was answered in it."),
    Stop.UNREAD: _("There are words that nobody has read and masked. They would be lost."),
}
KINDS = {
    Kind.LINK: _("Names, telephone numbers and addresses; who somebody had with them"),
    Kind.CODES: _("Codes, slips, pictures on the wall and receipts"),
    Kind.RAW_WORDS: _("Words as they were said, and notes that waited"),
    Kind.RAW_KEYS: _("Keys to words as they were said, and to who somebody is"),
    Kind.MASKED_WORDS: _("Masked words"),
    Kind.MASKED_KEYS: _("Keys to masked words"),
    Kind.WORKING_PAPERS: pgettext_lazy("deletion", "Working papers of the team"),
}


def numbers(label: str, number: int) -> str:
    """How much there is to destroy of one kind, in words; "" where the kind has none."""
    say = _NUMBERS.get(label)
    return say(number) if say else ""


_NUMBERS: dict[str, Callable[[int], str]] = {
    "voices.Contact": lambda n: (
        ngettext(
            "%(n)s person’s name, telephone number and address",
            "The names, telephone numbers and addresses of %(n)s people",
            n,
        )
        % {"n": n}
    ),
    "voices.Companion": lambda n: (
        ngettext(
            "The name of %(n)s interpreter or companion",
            "The names of %(n)s interpreters and companions",
            n,
        )
        % {"n": n}
    ),
    "voices.PersonalCode": lambda n: (
        ngettext("%(n)s personal code", "%(n)s personal codes", n) % {"n": n}
    ),
    "voices.RawWording": lambda n: (
        ngettext(
            "%(n)s wording as it was said", "%(n)s wordings of statements as they were said", n
        )
        % {"n": n}
    ),
    "followups.ReplyWords": lambda n: (
        ngettext(
            "The words of %(n)s reply as they were written",
            "The words of %(n)s replies as they were written",
            n,
        )
        % {"n": n}
    ),
    "voices.ImportPreview": lambda n: (
        ngettext("Notes that wait: %(n)s file", "Notes that wait: %(n)s files", n) % {"n": n}
    ),
    "voices.NameChoice": lambda n: (
        ngettext(
            "What was chosen for %(n)s name in a meeting",
            "What was chosen for %(n)s names in meetings",
            n,
        )
        % {"n": n}
    ),
    "voices.ReadingFigures": lambda n: (
        ngettext(
            "How %(n)s reading of a statement went, in numbers",
            "How %(n)s readings of statements went, in numbers",
            n,
        )
        % {"n": n}
    ),
    "voices.SlipSheet": lambda n: (
        ngettext("The code on %(n)s sheet of slips", "The codes on %(n)s sheets of slips", n)
        % {"n": n}
    ),
    "voices.WallCode": lambda n: (
        ngettext("%(n)s picture on a wall", "%(n)s pictures on walls", n) % {"n": n}
    ),
    "followups.FeltSlips": lambda n: (
        ngettext(
            "The code on %(n)s sheet of answer slips",
            "The codes on %(n)s sheets of answer slips",
            n,
        )
        % {"n": n}
    ),
    "keys": lambda n: (
        ngettext(
            "%(n)s key, so that no copy can be opened either",
            "%(n)s keys, so that no copy can be opened either",
            n,
        )
        % {"n": n}
    ),
}
