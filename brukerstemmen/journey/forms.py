"""Telling the service where the work stands."""

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import STEPS
from brukerstemmen.journey.actions import LONGEST_NOTE


class TellForm(forms.Form):
    step = forms.ChoiceField(
        label=_("Where are we?"), choices=[(step.value, STEPS[step]) for step in Step]
    )
    note = forms.CharField(
        label=_("A word to go with it"),
        help_text=_("Such as when they will hear from you next. It may be empty."),
        max_length=LONGEST_NOTE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
