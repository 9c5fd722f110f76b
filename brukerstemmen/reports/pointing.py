"""What in a written text may point at somebody: asked of the finder, and of the small counts."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.masking.language import guess
from brukerstemmen.masking.spans import Context, Label, Why
from brukerstemmen.people.access import Side
from brukerstemmen.people.models import CentreProfile, Grant, Work
from brukerstemmen.privacy.figures_in_text import small_counts
from brukerstemmen.reports.written import Written
from brukerstemmen.voices.finding import Hit, context_of, hits_in

# Nearly a name, or a mere capital: too loose to stop a report.
_LOOSE = frozenset({Why.CAPITAL_LETTER, Why.NEARLY_LOCAL_NAME})


class Pointing:
    """Asks every text of one evaluation. The centre may name its own people, and itself."""

    def __init__(self, work: Work) -> None:
        profile = CentreProfile.objects.get(centre=work.centre_id)
        inside = Grant.objects.filter(work=work, side=Side.INSIDE)
        names = set(inside.values_list("person__name", flat=True))
        self.context: Context = context_of(work)
        self.smallest_group = profile.smallest_group
        self.own = [re.escape(name) for name in names if " " in name.strip()]
        self.own_numbers = {_digits(profile.telephone)} - {""}

    def names_in(self, written: Written) -> list[str]:
        """Names, telephone numbers, addresses and identity numbers."""
        hits = hits_in(written.text, written.language, self.context)
        found = [hit.text for hit in hits if _points(hit) and not self._is_own(hit, written.text)]
        return list(dict.fromkeys(found))

    def counts_in(self, written: Written) -> list[str]:
        """So few people that it could tell who. The service's own words count nobody."""
        if written.by_service:
            return []
        return small_counts(written.text, written.language, self.smallest_group)

    def _is_own(self, hit: Hit, text: str) -> bool:
        """The team's own people by whole name, and the centre's own telephone."""
        if hit.span.label is Label.PHONE:
            return _digits(hit.text) in self.own_numbers
        if hit.span.label is not Label.PERSON:
            return False
        whole = [match.span() for name in self.own for match in re.finditer(name, text, re.I)]
        return any(start <= hit.span.start and hit.span.end <= end for start, end in whole)


def refuse_what_points(work: Work, text: str, field: str) -> None:
    """What somebody on the team writes to the service names nobody, and counts no few.

    Raises ValidationError at the field.
    """
    pointing, written = Pointing(work), Written(field, text, guess(text))
    if found := [*pointing.names_in(written), *pointing.counts_in(written)]:
        told = _("This may point at somebody: %(found)s. Say it in other words.")
        listed = ", ".join(f"«{one}»" for one in found)
        raise ValidationError({field: told % {"found": listed}})


def _points(hit: Hit) -> bool:
    if hit.span.label is Label.PERSON:
        return hit.span.why not in _LOOSE
    return not hit.may_be_kept


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)
