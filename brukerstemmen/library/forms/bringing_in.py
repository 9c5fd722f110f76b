"""What an editor tells of an old report."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.library.models import PublicationMethod, ServiceKind
from brukerstemmen.library.models.publications import COUNTIES, LICENCE

_NOT_TOLD = [("", pgettext_lazy("nothing is said of it", "Not told"))]


class OldReportForm(forms.Form):
    file = forms.FileField(
        label=_("The report as PDF"),
        help_text=_("At most 5 MB."),
        error_messages={"required": _("Choose a PDF.")},
    )
    title = forms.CharField(
        label=_("What it is called"),
        max_length=160,
        error_messages={"required": _("Write what the report is called.")},
    )
    summary = forms.CharField(
        label=_("What it says, in one to three sentences"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    centre = forms.CharField(
        label=_("Published by"),
        max_length=160,
        error_messages={"required": _("Write who published it.")},
    )
    year = forms.IntegerField(
        label=_("Year"),
        min_value=1990,
        max_value=2100,
        error_messages={"required": _("Write the year.")},
    )
    service_kind = forms.ChoiceField(
        label=_("Kind of service"), choices=[*_NOT_TOLD, *ServiceKind.choices], required=False
    )
    county = forms.ChoiceField(
        label=_("County"),
        choices=[*_NOT_TOLD, *((name, name) for name in COUNTIES)],
        required=False,
    )
    method = forms.ChoiceField(
        label=_("How people were heard"),
        choices=[*_NOT_TOLD, *PublicationMethod.choices],
        required=False,
    )
    licence = forms.CharField(
        label=_("Licence"),
        help_text=_("What others may do with it. Ask those who made it."),
        max_length=40,
        initial=LICENCE,
    )
    themes = forms.CharField(
        label=_("Themes, one a line"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def clean_themes(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["themes"].splitlines())
        return tuple(dict.fromkeys(line[:160] for line in lines if line))[:20]
