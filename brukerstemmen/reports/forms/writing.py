"""What is written in a section of a report, and which language a report is begun in."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.reports.actions.writing import LONGEST
from brukerstemmen.voices.models.participants import Language


class MayBeEmptied(forms.CharField):
    """The main thing on its page; to leave it empty takes the text away."""

    def validate(self, value: str) -> None:
        """Anything goes, also nothing."""


class SectionForm(forms.Form):
    text = MayBeEmptied(
        label=_("The text"),
        help_text=_("An empty line makes a new paragraph. Lines that begin with - become a list."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 16}),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=_("Language"))

    def __init__(self, *args: Any, without: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        there = set(without)
        self.fields["language"].choices = [  # type: ignore[attr-defined]
            pair for pair in Language.choices if pair[0] not in there
        ]
