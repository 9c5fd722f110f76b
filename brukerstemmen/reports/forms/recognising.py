"""How many some pieces fit, and why they may stand although they fit few."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from brukerstemmen.reports.actions.recognising import LARGEST, LONGEST


class SizeForm(forms.Form):
    """A figure, or that there are more than enough."""

    size = forms.IntegerField(
        label=_("How many fit this?"),
        help_text=_("All who do, whether they took part or not. A number, no names."),
        required=False,
        min_value=1,
        max_value=LARGEST,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    enough = forms.BooleanField(label=_("More than enough"), required=False)
    group = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        told: dict[str, object] = super().clean() or {}
        if "size" in told and (told["size"] is not None) == bool(told.get("enough")):
            raise ValidationError(
                {"size": _("Write a number, or say that it is more than enough.")}
            )
        return told


class LetStandForm(forms.Form):
    """A lead's own decision."""

    why = forms.CharField(
        label=_("Why may it stand?"),
        help_text=_("One sentence. Name nobody. Others on the team can read it."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Write in a sentence why it may stand.")},
    )
    group = forms.CharField(widget=forms.HiddenInput)
