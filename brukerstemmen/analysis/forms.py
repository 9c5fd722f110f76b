"""What is written or chosen on the board."""

import uuid
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.actions.themes import Choice
from brukerstemmen.analysis.models import GoodMark


class ThemesForm(forms.Form):
    """Several themes at once."""

    names = forms.CharField(
        label=_("New themes"),
        help_text=_("One on each line."),
        error_messages={"required": _("Write the names of the themes, one on each line.")},
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def lines(self) -> list[str]:
        return self.cleaned_data["names"].splitlines()


class ThemeForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=400,
        error_messages={"required": _("Write the name of the theme.")},
    )
    definition = forms.CharField(
        label=_("What belongs here"),
        help_text=_("A sentence or two, so that everyone on the team sorts alike."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mark = forms.ChoiceField(
        label=_("Mark of a good service"),
        help_text=_("Only if the theme fits one of the ten marks."),
        required=False,
        choices=[("", "–"), *GoodMark.choices],
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )


def choices_of(sent: QueryDict) -> dict[uuid.UUID, Choice]:
    """What the plain form says of each statement on the page: the themes seen and chosen."""
    return {
        statement: Choice(
            seen=_ids(sent.get(f"seen-{statement}", "").split()),
            chosen=_ids(sent.getlist(f"theme-{statement}")),
        )
        for statement in _ids(sent.getlist("statement"))
    }


def _ids(values: list[Any]) -> frozenset[uuid.UUID]:
    """The ids among the values; anything else did not come from our page."""
    found = set()
    for value in values:
        try:
            found.add(uuid.UUID(value))
        except ValueError:
            continue
    return frozenset(found)
