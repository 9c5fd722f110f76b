"""What participants fill in on their own page. Forms check shape; the verbs check right."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.voices.actions.company import LONGEST_NAME
from brukerstemmen.voices.actions.invitations import LONGEST
from brukerstemmen.voices.actions.words import LONGEST as LONGEST_WORDS
from brukerstemmen.voices.models.identity import CompanionRole
from brukerstemmen.voices.states import Answer


class AnswerForm(forms.Form):
    """One press of a button: yes, or count without quoting. The other two have pages."""

    said = forms.ChoiceField(choices=[(a.value, a.value) for a in (Answer.YES, Answer.COUNT_ONLY)])
    based_on = forms.IntegerField(min_value=0)


class NewWordsForm(forms.Form):
    """The speaker's own new wording. keep: they have seen what may point at somebody."""

    words = forms.CharField(
        label=_("How do you want it to be?"),
        help_text=_("Leave out names and places, and other things that can show who somebody is."),
        widget=forms.Textarea(attrs={"rows": 6, "autocomplete": "off"}),
        max_length=LONGEST_WORDS,
        error_messages={
            "required": _("Write the words you want us to use."),
            "max_length": _("This is very long. Make it a little shorter."),
        },
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


def _line(label: object, key: str, kind: str, purpose: str) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=False,
        max_length=LONGEST[key],
        widget=forms.TextInput(attrs={"type": kind, "autocomplete": purpose}),
        error_messages={"max_length": _("This is too long.")},
    )


class ReachForm(forms.Form):
    """How to reach a participant: as much or as little as they want."""

    name = _line(_("What may we call you?"), "name", "text", "name")
    telephone = _line(_("Telephone"), "telephone", "tel", "tel")
    email = _line(_("E-mail"), "email", "email", "email")
    address = _line(_("Address"), "address", "text", "street-address")


class CompanyForm(forms.Form):
    """Filled in by the interpreter or companion themselves."""

    role = forms.ChoiceField(
        label=_("Who are you?"),
        choices=[
            (CompanionRole.INTERPRETER, _("I interpret")),
            (CompanionRole.COMPANION, _("I come along")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the two.")},
    )
    name = forms.CharField(
        label=_("Your name"),
        help_text=_("This is how you sign."),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Write your name. This is how you sign."),
            "max_length": _("This is too long."),
        },
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
