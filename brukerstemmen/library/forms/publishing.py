"""What the lead says of a report, so that those who look for it find it."""

from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.library.actions.publishing import Described
from brukerstemmen.library.models import PublicationMethod, ServiceKind
from brukerstemmen.library.models.publications import COUNTIES

LONGEST_EASY = 6000  # signs: two pages
MOST_THEMES = 20
_NOTHING = [("", pgettext_lazy("nothing is said of it", "Not told"))]


class ArchiveForm(forms.Form):
    summary = forms.CharField(
        label=_("What it says, in one to three sentences"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write one to three sentences.")},
    )
    service_kind = forms.ChoiceField(
        label=_("Kind of service"), choices=[*_NOTHING, *ServiceKind.choices], required=False
    )
    county = forms.ChoiceField(
        label=_("County"),
        help_text=_("Nothing finer than the county is told."),
        choices=[*_NOTHING, *((name, name) for name in COUNTIES)],
        required=False,
    )
    method = forms.ChoiceField(label=_("How people were heard"), choices=PublicationMethod.choices)
    themes = forms.CharField(
        label=_("Themes, one a line"),
        help_text=_("Those of the report stand here already. Others find it by these words."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    easy = forms.CharField(
        label=_("Easy to read, two pages at most"),
        help_text=_(
            "Only where the report has no short version of its own. An empty line begins a new"
            " paragraph."
        ),
        required=False,
        max_length=LONGEST_EASY,
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def clean_themes(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["themes"].splitlines())
        themes = tuple(dict.fromkeys(line for line in lines if line))
        if len(themes) > MOST_THEMES or any(len(theme) > 160 for theme in themes):
            raise forms.ValidationError(_("At most twenty themes, each in a few words."))
        return themes

    def described(self) -> Described:
        told: dict[str, Any] = {**self.cleaned_data, "easy": as_html(self.cleaned_data["easy"])}
        return Described(**told)


def as_html(text: str) -> str:
    """Paragraphs, as the page keeps them."""
    blocks = [" ".join(block.split()) for block in text.replace("\r", "").split("\n\n")]
    return str(
        format_html_join("", "{}", ((format_html("<p>{}</p>", one),) for one in blocks if one))
    )
