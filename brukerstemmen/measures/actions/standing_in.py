"""What the verbs share: who speaks for the service, holding its matters, and functions."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import Matter
from brukerstemmen.measures.states import names_somebody
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import may, require
from brukerstemmen.people.models import Person, Work

LONGEST_FUNCTION = 120  # characters
LONGEST_TEXT = 4000


def speaks_on_behalf(work: Work, by: Person) -> bool:
    """False for the service's own leader, True for the lead who writes down what it says.

    Raises PermissionDenied for everybody else.
    """
    if may(by, Permission.ANSWER, work):
        return False
    require(by, Permission.ANSWER_FOR_SERVICE, work)
    return True


def hold(work: Work) -> dict[object, Matter]:
    """The matters of the work, held: what the service says comes one after the other.

    The work itself cannot be held, since the service's pages may only read its row.
    """
    rows = Matter.objects.select_for_update(of=("self",)).filter(work=work)
    return {row.pk: row for row in rows}


def the_work_of(matters: Iterable[Matter]) -> Work:
    """The one work the matters belong to. Raises ValidationError if there are none, or several."""
    found = list(matters)
    if not found:
        raise ValidationError({"matters": _("Choose at least one finding.")})
    if len({matter.work_id for matter in found}) > 1:
        raise ValidationError({"matters": _("The findings belong to different evaluations.")})
    return found[0].work


def function(work: Work, said: str, field: str, *, needed: bool = True) -> str:
    """The function as told, without needless spaces. Raises ValidationError for a name."""
    told = " ".join(said.split())
    if needed and not told:
        raise ValidationError({field: _("Write the function, such as head of the ward.")})
    if len(told) > LONGEST_FUNCTION:
        raise ValidationError({field: _("That is too long for a function. Make it shorter.")})
    names = work.grants.values_list("person__name", flat=True)
    if told and names_somebody(told, names):
        raise ValidationError({field: _("Write the function, not the name of a person.")})
    return told


def text(said: str, field: str, *, needed: str = "", longest: int = LONGEST_TEXT) -> str:
    """The text as told. needed: the sentence to answer with when there is none."""
    told = said.strip()
    if needed and not told:
        raise ValidationError({field: needed})
    if len(told) > longest:
        raise ValidationError({field: _("The text is too long. Make it shorter.")})
    return told
