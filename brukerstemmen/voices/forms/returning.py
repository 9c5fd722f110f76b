"""Forms of giving people their words back. They check shape; the verbs check right."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from brukerstemmen.voices.models.validation import OfferedBy
from brukerstemmen.voices.states import Answer
from brukerstemmen.voices.wording import returning as wording


class DeadlineForm(forms.Form):
    """Until which day answers are waited for."""

    deadline = forms.DateField(
        label=_("Answers are waited for until"),
        help_text=_("Give people time: two weeks is usual. You can move the day later."),
        widget=forms.DateInput,
    )


class AnswerForm(forms.Form):
    """What somebody has said to one statement of theirs."""

    said = forms.ChoiceField(label=_("What do they say?"), widget=forms.RadioSelect)
    words = forms.CharField(
        label=_("Their new words"),
        help_text=_("Only if they want to change it. Write it as they say it."),
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, answers: Iterable[Answer], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["said"].choices = [  # type: ignore[attr-defined]
            (answer.value, wording.ANSWERS[answer]) for answer in answers
        ]


def ways_from(sent: QueryDict) -> dict[int, OfferedBy]:
    """How each is to get their words: fields `way-` with the number. What is no way is left out."""
    return {
        int(number): OfferedBy(way)
        for name, way in sent.items()
        if (number := name.removeprefix("way-")) != name
        and number.isdecimal()
        and way in OfferedBy.values
    }


def told_from(sent: QueryDict) -> set[int]:
    """The numbers of those who have been told today."""
    return {int(number) for number in sent.getlist("told") if number.isdecimal()}
