"""Publishing what happened. It is frozen, everybody may read it, and it outlives codes and keys."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.dialogues.finder import NOT_READ
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups.gathering import story_of
from brukerstemmen.followups.models import WhatHappened
from brukerstemmen.followups.story import Story, Text, codes_in, texts_of, to_json
from brukerstemmen.followups.wording import PARTS
from brukerstemmen.masking.language import guess
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person, Work
from brukerstemmen.reports.assembling import quarter_of_today
from brukerstemmen.reports.pointing import Pointing
from brukerstemmen.reports.written import Written
from brukerstemmen.voices.finding import TOO_LONG, is_too_long
from brukerstemmen.voices.models.participants import Language


@transaction.atomic
def publish_story(
    evaluation: Evaluation, *, language: str = Language.NB, by: Person
) -> WhatHappened:
    """Freeze what is released, for everybody. Where nothing is new, the edition that is out.

    language: the one the words are written in; nothing is translated.
    Raises PermissionDenied, or ValidationError with everything that hinders it.
    """
    evaluation = Evaluation.objects.select_for_update(of=("self",)).get(pk=evaluation.pk)
    require(by, Permission.RELEASE, evaluation)
    work = evaluation.work
    story = story_of(work)
    if reasons := hinders(work, story):
        raise ValidationError(reasons)
    editions = WhatHappened.objects.filter(work=work, language=language)
    content, last = to_json(story), editions.order_by("edition").last()
    if last is not None and last.content == content:
        return last
    made: WhatHappened = WhatHappened.objects.create(
        work=work,
        language=language,
        edition=(editions.aggregate(last=Max("edition"))["last"] or 0) + 1,
        quarter=quarter_of_today(),
        content=content,
    )
    record(by=by, what="story.published", about=work)
    return made


def hinders(work: Work, story: Story) -> list[str]:
    """Why it may not go out: nothing is released, or something in it points at somebody, or the
    models were to read it and did not."""
    if not story.findings:
        return [_("Nothing has been released yet. The reports come first.")]
    pointing = Pointing(work)
    found: dict[str, list[str]] = {}
    for text in texts_of(story):
        if hits := _points(text, pointing):
            found.setdefault(_where(text), []).extend(hits)
    told = _("%(where)s: this may point at somebody: %(found)s.")
    hindered = [
        told % {"where": where, "found": ", ".join(f"«{one}»" for one in dict.fromkeys(hits))}
        for where, hits in found.items()
    ]
    return hindered if pointing.is_thorough else [*hindered, str(NOT_READ)]


def _points(text: Text, pointing: Pointing) -> list[str]:
    if is_too_long(text.words):
        return [str(TOO_LONG)]
    written = Written(text.part, text.words, guess(text.words), text.by_service)
    hits = [*pointing.names_in(written), *pointing.counts_in(written)]
    return hits + codes_in(text.words)


def _where(text: Text) -> str:
    return str(PARTS[text.part]) % {"number": text.number}
