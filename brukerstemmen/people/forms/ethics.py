"""Ties to the service: three answers, and never a question why."""

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.models.ethics import Tie


class TieForm(forms.Form):
    tie = forms.ChoiceField(
        label=_("Do you have ties to the service that may make it hard to be free?"),
        help_text=_(
            "Having used the service yourself, before or now, is no tie in this sense. You need"
            " not say what the tie is."
        ),
        choices=Tie.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three answers.")},
    )
