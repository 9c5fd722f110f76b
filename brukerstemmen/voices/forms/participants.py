"""Forms about one participant: a yes or no on their behalf, leaving, how to reach them."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions.company import LONGEST_NAME
from brukerstemmen.voices.actions.invitations import LONGEST
from brukerstemmen.voices.forms.meetings import CHANNELS
from brukerstemmen.voices.models.identity import CompanionRole
from brukerstemmen.voices.wording.entrance import ASKED, NO, YES

_YES_OR_NO = [("yes", YES), ("no", NO)]


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


class OnBehalfForm(forms.Form):
    """What somebody has answered on paper, by telephone or in person. Nothing is chosen before."""

    channel = forms.ChoiceField(
        label=_("How did they tell you?"), choices=CHANNELS, widget=forms.RadioSelect
    )
    text_version = forms.CharField(
        label=_("Which version of the information did they get?"),
        help_text=_("As it says on the sheet they signed."),
        max_length=20,
    )

    def __init__(self, *args: Any, asked: Iterable[Purpose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._asked = list(asked)
        for purpose in self._asked:
            self.fields[purpose.value] = forms.ChoiceField(
                label=ASKED[purpose][0], choices=_YES_OR_NO, widget=forms.RadioSelect
            )
        self.order_fields([purpose.value for purpose in self._asked])

    def answers(self) -> dict[Purpose, bool]:
        return {purpose: self.cleaned_data[purpose.value] == "yes" for purpose in self._asked}

    def told_how(self) -> Channel:
        return Channel(self.cleaned_data["channel"])


class LeaveForm(forms.Form):
    """How somebody told that they withdraw. Why is not asked."""

    channel = forms.ChoiceField(
        label=_("How did they tell you?"), choices=CHANNELS, widget=forms.RadioSelect
    )


class ContactForm(forms.Form):
    """How to reach a participant. Everything may be left empty."""

    name = forms.CharField(label=_("Name"), max_length=LONGEST["name"], required=False)
    telephone = forms.CharField(
        label=_("Telephone"), max_length=LONGEST["telephone"], required=False
    )
    email = forms.CharField(label=_("E-mail"), max_length=LONGEST["email"], required=False)
    address = forms.CharField(label=_("Address"), max_length=LONGEST["address"], required=False)


class CompanyForm(forms.Form):
    """Somebody the participant has chosen, who has signed the pledge on paper."""

    role = forms.ChoiceField(
        label=_("What do they do?"), choices=CompanionRole.choices, widget=forms.RadioSelect
    )
    name = forms.CharField(label=_("Name"), max_length=LONGEST_NAME)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    @staticmethod
    def as_id(text: str) -> uuid.UUID | None:
        """The id that was sent, None if it is none."""
        try:
            return uuid.UUID(text)
        except ValueError:
            return None
