"""What in a written text may point at somebody: asked of the finder, and of the small counts."""

import re
from collections.abc import Collection
from dataclasses import replace

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.dialogues.finder import NOT_READ
from brukerstemmen.masking import remembering
from brukerstemmen.masking.language import guess
from brukerstemmen.masking.spans import Context, Label, Why
from brukerstemmen.people.access import Side
from brukerstemmen.people.models import CentreProfile, Grant, Work
from brukerstemmen.privacy.figures_in_text import small_counts
from brukerstemmen.reports.written import Written
from brukerstemmen.voices.finding import (
    TOO_LONG,
    Hit,
    context_of,
    hits_in,
    is_masked_unseen,
    is_too_long,
)

# Nearly a name, or a mere capital: too loose to stop a report. The models tell names from other
# capitals, but know no English: there a capital inside a sentence is all that tells a name.
_LOOSE = frozenset({Why.CAPITAL_LETTER, Why.NEARLY_LOCAL_NAME})
_LOOSE_IN_ENGLISH = _LOOSE - {Why.CAPITAL_LETTER}


class Pointing:
    """Asks every text of one evaluation, the trained models too where they are switched on. The
    centre may name its own people, and itself."""

    def __init__(self, work: Work) -> None:
        profile = CentreProfile.objects.get(centre=work.centre_id)
        inside = Grant.objects.filter(work=work, side=Side.INSIDE)
        names = set(inside.values_list("person__name", flat=True))
        self.context: Context = replace(context_of(work), tagger=settings.MASKING_MODELS)
        self._failures = remembering.failures()
        self.smallest_group = profile.smallest_group
        self.own = [re.escape(name) for name in names if " " in name.strip()]
        self.own_numbers = {_digits(profile.telephone)} - {""}
        self.own_address = profile.post_address.lower()

    @property
    def is_thorough(self) -> bool:
        """Whether the models have read whatever it was asked about. What stops something must ask;
        what only notes may do with what rules and lists find."""
        return remembering.failures() == self._failures

    def names_in(self, written: Written) -> list[str]:
        """Names, telephone numbers, addresses and identity numbers.

        Raises ValidationError for a text that is too long to be looked through.
        """
        hits = hits_in(written.text, written.language, self.context)
        loose = _LOOSE_IN_ENGLISH if written.language == "en" else _LOOSE
        pointing = [hit for hit in hits if _points(hit, loose)]
        found = [hit.text for hit in pointing if not self._is_own(hit, written.text)]
        return list(dict.fromkeys(found))

    def counts_in(self, written: Written) -> list[str]:
        """So few people that it could tell who. The service's own words count nobody."""
        if written.by_service:
            return []
        return small_counts(written.text, written.language, self.smallest_group)

    def _is_own(self, hit: Hit, text: str) -> bool:
        """The team's own people by whole name, the centre's own telephone and address, and words
        of the services' names, which may be surnames too: "Solbakken"."""
        if hit.span.label is Label.PHONE:
            return _digits(hit.text) in self.own_numbers
        if hit.span.label is Label.ADDRESS:
            return hit.text.lower() in self.own_address
        if hit.span.label is not Label.PERSON:
            return False
        if hit.span.why is not Why.LOCAL_NAME and hit.text in self.context.local_places:
            return True
        whole = [match.span() for name in self.own for match in re.finditer(name, text, re.I)]
        return any(start <= hit.span.start and hit.span.end <= end for start, end in whole)


def refuse_what_points(work: Work, text: str, field: str) -> None:
    """What somebody on the team writes to the service names nobody, and counts no few.

    Raises ValidationError at the field, also where the models were to read it and did not.
    """
    if is_too_long(text):
        raise ValidationError({field: TOO_LONG})
    if not text.strip():
        return
    pointing, written = Pointing(work), Written(field, text, guess(text))
    if found := [*pointing.names_in(written), *pointing.counts_in(written)]:
        told = _("This may point at somebody: %(found)s. Say it in other words.")
        listed = ", ".join(f"«{one}»" for one in found)
        raise ValidationError({field: told % {"found": listed}})
    if not pointing.is_thorough:
        raise ValidationError({field: NOT_READ})


def _points(hit: Hit, loose: Collection[Why]) -> bool:
    if hit.span.label is Label.PERSON:
        return hit.span.why not in loose and is_masked_unseen(hit.span)
    return not hit.may_be_kept


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
