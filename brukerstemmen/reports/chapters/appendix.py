"""What lies behind a final report: what was asked, and the programme of the day."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from brukerstemmen.dialogues.models import Dialogue
from brukerstemmen.evaluations.models import Evaluation, GuideTheme, QuestionGuide
from brukerstemmen.reports.chapters.texts import lines_of
from brukerstemmen.reports.document import Bullets, Heading, Part


def asked(evaluation: Evaluation) -> list[tuple[str, tuple[str, ...]]]:
    """Each theme of the newest guide that is approved, and its questions."""
    row = QuestionGuide.objects.filter(evaluation=evaluation, locked_on__isnull=False).last()
    if row is None:
        return []
    themes = GuideTheme.objects.filter(guide=row).select_related("key__outer__outer")
    return [
        (
            theme.read("title"),
            tuple(filter(None, (one.read("text") for one in theme.questions.all()))),
        )
        for theme in themes.prefetch_related("questions__key__outer__outer")
    ]


def guide(evaluation: Evaluation) -> list[Part]:
    """What was asked, theme by theme."""
    themes = asked(evaluation)
    parts: list[Part] = [Heading(_("Appendix: what we asked about"))] if themes else []
    for title, questions in themes:
        parts.append(Heading(title, 3))
        if questions:
            parts.append(Bullets(questions))
    return parts


def programme(dialogues: Sequence[Dialogue]) -> list[Part]:
    """What was on the programme. Not on which day."""
    points = [lines for one in dialogues if (lines := lines_of(one.read("programme")))]
    if not points:
        return []
    return [Heading(_("Appendix: programme of the dialogue")), *[Bullets(each) for each in points]]
