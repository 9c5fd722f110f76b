"""Forms about payment. They check shape; the verbs check right.

Only the field for an account number may hold eleven digits.
"""

import uuid
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from brukerstemmen.meetings import honorarium
from brukerstemmen.meetings.actions import LONGEST_NAME, RATES, Claim, no_identity_numbers
from brukerstemmen.meetings.honorarium import Unit
from brukerstemmen.meetings.models.payments import UNITS, Kind, Way
from brukerstemmen.meetings.rates import FOR, hours_in_words
from brukerstemmen.people import clock
from brukerstemmen.people.models import Work

LONGEST_MEETING = 16  # half hours
LONGEST_WAY = 3000  # kilometres


class KronerField(forms.CharField):
    """Kroner as people write them, whole øre when it is read."""

    default_error_messages: ClassVar = {
        "kroner": _("Write kroner, with øre after a comma, and at most 100 000 kroner."),
    }

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(max_length=10, widget=widget, **kwargs)

    def clean(self, value: Any) -> int | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            return honorarium.ore_of(text)
        except ValueError as refusal:
            raise ValidationError(self.error_messages["kroner"], code="kroner") from refusal


class PaymentForm(forms.Form):
    """One person, one day, one thing to pay for."""

    name = forms.CharField(
        label=_("Name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    kind = forms.ChoiceField(
        label=_("What is paid?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        initial=Kind.HONORARIUM.value,
    )
    day = forms.DateField(label=_("Which day was it?"), widget=forms.DateInput)
    half_hours = forms.TypedChoiceField(
        label=_("For honorarium: how long was it?"),
        help_text=_("The time it took, to the half hour."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    in_person = forms.BooleanField(
        label=_("We met in the same room. Then at least one hour is paid."),
        required=False,
        initial=True,
    )
    kilometres = forms.IntegerField(
        label=_("For travel with own car: how many kilometres?"),
        help_text=_("There and back. By bus, train or taxi: write what it cost as the sum."),
        min_value=1,
        max_value=LONGEST_WAY,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "maxlength": "6"}),
    )
    is_documented = forms.BooleanField(
        label=_("For lost income: I have seen the documentation."),
        help_text=_("Keep no copy of it here. Give it to payroll."),
        required=False,
    )
    amount = KronerField(
        label=_("Sum in kroner"),
        help_text=_(
            "Leave it empty, and the sum follows from the rate of that day. If you write a sum,"
            " that is what is paid."
        ),
        required=False,
    )
    way = forms.ChoiceField(
        label=_("How does the person want it?"),
        choices=Way.choices,
        widget=forms.RadioSelect,
        initial=Way.ACCOUNT.value,
    )
    account = forms.CharField(
        label=_("Account number"),
        help_text=_("Only for money to an account. Eleven digits, as 1234.56.78903."),
        max_length=20,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    centre = forms.ChoiceField(label=_("Which centre pays?"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, centres: list[Work], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centres = {str(work.pk): work for work in centres}
        self.fields["day"].initial = clock.today
        times = [(number, hours_in_words(number)) for number in range(1, LONGEST_MEETING + 1)]
        self.fields["half_hours"].choices = [("", _("Choose")), *times]  # type: ignore[attr-defined]
        if len(centres) > 1:
            choices = [(pk, work.title) for pk, work in self.centres.items()]
            self.fields["centre"].choices = choices  # type: ignore[attr-defined]
            self.fields["centre"].required = True
        else:
            del self.fields["centre"]

    def clean(self) -> dict[str, Any]:
        """No national identity number, whichever field it was put into."""
        for name in self.fields:
            if name not in {"account", "once", "centre"} and self._holds_eleven_digits(name):
                self.cleaned_data.pop(name, None)
                self.errors.pop(name, None)
                self.add_error(name, no_identity_numbers())
        return self.cleaned_data

    def _holds_eleven_digits(self, name: str) -> bool:
        return honorarium.holds_eleven_digits(str(self[name].data or ""))

    @property
    def work(self) -> Work:
        """The centre that pays."""
        chosen = self.cleaned_data.get("centre")
        return self.centres[chosen] if chosen else next(iter(self.centres.values()))

    def claim(self) -> Claim:
        told = {name: self.cleaned_data[name] for name in _OF_CLAIM}
        told["kind"], told["way"] = Kind(told["kind"]), Way(told["way"])
        return Claim(**told)

    def begun_anew(self) -> None:
        """Saved again it is another payment."""
        self.data = self.data.copy()
        self.data[self.add_prefix("once")] = str(uuid.uuid4())


_OF_CLAIM = (
    "name",
    "kind",
    "day",
    "way",
    "account",
    "amount",
    "half_hours",
    "in_person",
    "kilometres",
    "is_documented",
)


def _rate_in_words(kind: Kind, unit: Unit) -> Any:
    return format_lazy("{}, {}", FOR[kind], UNITS[unit])


class RateForm(forms.Form):
    """A rate from a day on."""

    what = forms.ChoiceField(
        label=_("What is it for?"),
        choices=[(f"{kind}-{unit}", _rate_in_words(kind, unit)) for kind, unit in RATES],
        widget=forms.RadioSelect,
    )
    amount = KronerField(label=_("Kroner"))
    from_day = forms.DateField(
        label=_("From which day?"),
        help_text=_("What was before this day keeps the rate it had."),
        widget=forms.DateInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["from_day"].initial = clock.today

    def told(self) -> dict[str, Any]:
        kind, unit = self.cleaned_data["what"].split("-")
        return {
            "kind": Kind(kind),
            "unit": Unit(unit),
            "amount": self.cleaned_data["amount"],
            "from_day": self.cleaned_data["from_day"],
        }
