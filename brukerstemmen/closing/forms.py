"""Forms of closing. They check shape; the verbs check right."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class PrepareForm(forms.Form):
    """When it is to be closed, why somebody is not told, and that print is offered."""

    planned_on = forms.DateField(
        label=_("Planned day for closing"),
        help_text=_("Only a plan: nothing is destroyed by itself."),
        widget=forms.DateInput,
        required=False,
    )
    print_offered = forms.BooleanField(
        label=_("Everybody who wants something on paper has been asked"),
        help_text=_("Afterwards nobody can open what stands behind a code, not we either."),
        required=False,
    )
    without_feedback = forms.CharField(
        label=_("Why somebody is not told"),
        help_text=_("Only if it cannot be done. Write no names. The team can read it."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
        required=False,
    )

    def __init__(self, *args: Any, waiting: int, is_offered: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_offered:
            del self.fields["print_offered"]
        if not waiting and not self.initial.get("without_feedback"):
            del self.fields["without_feedback"]


class ConfirmForm(forms.Form):
    """One yes, to something that cannot be undone."""

    sure = forms.BooleanField(
        label=_("I have read this, and know that it cannot be undone"),
        error_messages={"required": _("Tick this first.")},
    )
