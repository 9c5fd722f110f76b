"""Forms at the entrance without account: a code, a reply on a slip, yes or no to each purpose."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from brukerstemmen.privacy import codes
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions.invitations import LONGEST, REACH
from brukerstemmen.voices.models.identity import Need, Wish
from brukerstemmen.voices.wording.entrance import ASKED, NO, TAKES_PART, YES

_SIGNS = codes.SIGNS + 1
_SALT = "voices.from_the_wall"


class CodeForm(forms.Form):
    """One code. A slip of the finger is told gently and is no guess; what was typed stays."""

    code = forms.CharField(
        label=_("Your code"),
        help_text=_(
            "Thirteen letters and numbers, such as ABCD-EFGH-2345-K. Small or capital letters,"
            " with or without gaps."
        ),
        max_length=60,
        error_messages={"required": _("Write the code that stands on your slip or card.")},
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "characters",
                "autocorrect": "off",
                "spellcheck": "false",
                "class": "type-code",
            }
        ),
    )

    def clean_code(self) -> str:
        typed: str = self.cleaned_data["code"]
        try:
            return codes.normalised(typed)
        except codes.NotACode:
            raise ValidationError(_almost(sum(sign.isalnum() for sign in typed))) from None


def _almost(written: int) -> str:
    if written == _SIGNS:
        return str(
            _("One of the signs is not quite right. Compare with your slip, there is no hurry.")
        )
    return ngettext(
        "A code has thirteen signs, and here is %(n)s. Compare with your slip, there is no hurry.",
        "A code has thirteen signs, and here are %(n)s. Compare with your slip, there is no hurry.",
        written,
    ) % {"n": written}


class ReplyForm(forms.Form):
    """An answer on a slip: what somebody wants, one way to reach them, what they need."""

    wish = forms.ChoiceField(
        label=_("What would you like?"),
        choices=Wish.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what fits you best.")},
    )
    name = forms.CharField(
        label=_("What shall we call you?"),
        help_text=_("A first name is enough, or none at all."),
        max_length=LONGEST["name"],
        required=False,
    )
    telephone = forms.CharField(
        label=_("Telephone"),
        max_length=LONGEST["telephone"],
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    email = forms.CharField(
        label=_("E-mail"),
        max_length=LONGEST["email"],
        required=False,
        widget=forms.TextInput(attrs={"type": "email", "inputmode": "email"}),
    )
    address = forms.CharField(label=_("Address"), max_length=LONGEST["address"], required=False)
    needs = forms.MultipleChoiceField(
        label=_("Is there something you need to be able to come?"),
        choices=Need.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    is_young = forms.BooleanField(label=_("I am under 16"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, for_young: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not for_young:
            del self.fields["is_young"]
        for name in REACH:
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        ways = [name for name in REACH if name != "name"]
        if not any(told.get(name) or name in self.errors for name in ways):
            self.add_error("telephone", _("Write one way to reach you. The others can stay empty."))
        return told

    def reach(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in REACH}


class ChoicesForm(forms.Form):
    """Yes or no to each purpose, with nothing ticked beforehand."""

    def __init__(self, *args: Any, asked: Iterable[Purpose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = list(asked)
        for purpose in self.asked:
            question, help_text = ASKED[purpose]
            self.fields[purpose.value] = forms.ChoiceField(
                label=question,
                help_text=help_text,
                choices=TAKES_PART if purpose is Purpose.TAKE_PART else [("yes", YES), ("no", NO)],
                widget=forms.RadioSelect,
                error_messages={"required": _("Choose yes or no.")},
            )

    def clean(self) -> dict[str, Any]:
        """No to taking part is an answer to everything: nobody has to say no twice."""
        told = super().clean() or {}
        if told.get(Purpose.TAKE_PART) == "no":
            for purpose in self.asked:
                self.errors.pop(purpose.value, None)
                told.setdefault(purpose.value, "no")
        return told

    def answers(self) -> dict[Purpose, bool]:
        return {purpose: self.cleaned_data[purpose] == "yes" for purpose in self.asked}


class WallChoicesForm(ChoicesForm):
    """The same in the meeting room, before there is a code.

    once: ours, and signed, so that sending twice is one person and nobody can name another.
    """

    once = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["once"].initial = lambda: signing.dumps(str(uuid.uuid4()), salt=_SALT)

    def clean_once(self) -> uuid.UUID:
        try:
            return uuid.UUID(signing.loads(self.cleaned_data["once"], salt=_SALT))
        except signing.BadSignature:
            raise ValidationError(_("Open the page anew, and try again.")) from None
