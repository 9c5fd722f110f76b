"""The form for somebody who gets a code before they have answered."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class NewPersonForm(forms.Form):
    """Nothing about the person but which text they are to get."""

    is_young = forms.BooleanField(
        label=_("They are under 16, and get a text of their own"), required=False
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, for_young: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_young:
            del self.fields["is_young"]
