"""What the doors of answering share: the form of three questions, and giving it to the verb."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import translation

from brukerstemmen.followups.actions.replying import Given
from brukerstemmen.followups.forms.answering import FeltForm
from brukerstemmen.people.forms.refusals import put_on


def language_now() -> str:
    """The language of the page, in which somebody most likely writes."""
    return (translation.get_language() or "nb")[:2]


def given_with(form: FeltForm, answer: Callable[..., Given], **who: Any) -> Given | None:
    """Hand the form to the verb. None: it was not right, and the form says why."""
    if not form.is_valid():
        return None
    try:
        return answer(**form.told(), **who)
    except ValidationError as refusal:
        put_on(form, refusal)
        return None
