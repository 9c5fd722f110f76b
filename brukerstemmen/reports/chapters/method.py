"""How it was done, and what can and cannot be read out of it."""

from django.utils.translation import gettext as _

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.wording import PROMISES
from brukerstemmen.reports.chapters import numbers
from brukerstemmen.reports.chapters.texts import paragraphs_of, parts_of
from brukerstemmen.reports.counts import Counted
from brukerstemmen.reports.document import Bullets, Heading, Paragraph, Part


def how_it_was_done(
    evaluation: Evaluation, counted: Counted, text: str, *, in_translation: bool = False
) -> list[Part]:
    """text: what the team has written of it, which comes first. in_translation: without what the
    evaluation itself says, which is in its own language only."""
    return [
        *parts_of(text),
        Heading(_("The conversations"), 3),
        Paragraph(" ".join(numbers.in_sentences(counted))),
        *([] if in_translation else _promise(evaluation)),
        Heading(_("What we did with the words"), 3),
        Bullets(tuple(_steps())),
        Heading(_("What this can and cannot tell"), 3),
        *[Paragraph(sentence) for sentence in _limits()],
        *([] if in_translation else _not_reached(evaluation)),
    ]


def _promise(evaluation: Evaluation) -> list[Part]:
    promise = evaluation.read("promise") or str(PROMISES.get(evaluation.degree, ""))
    if not promise:
        return []
    return [Heading(_("What those who took part were promised"), 3), *paragraphs_of(promise)]


def _steps() -> list[str]:
    return [
        _("Nobody from the service was in the room."),
        _("What may point at somebody is taken away. A person has read every statement."),
        _("What was said is sorted into themes, and the findings rest on what lies there."),
        _(
            "Each quote is printed because the one who said it has said yes to the very words. Two"
            " people have asked of it whether it can be recognised."
        ),
        _("The quotes stand in a random order. Nothing tells who said what, or where."),
    ]


def _limits() -> list[str]:
    return [
        _(
            "This is what those who took part have told. It does not tell how many of all users"
            " would say the same, and it gives the service no marks."
        ),
        _(
            "Those who took part said yes themselves, and the service was the one to ask. There are"
            " experiences that have not reached us."
        ),
    ]


def _not_reached(evaluation: Evaluation) -> list[Part]:
    text = evaluation.read("not_reached")
    return [Heading(_("Whom we have not reached"), 3), *paragraphs_of(text)] if text else []
