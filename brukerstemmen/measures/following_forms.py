"""Who answers for a measure, and what is agreed on about following up, as it is written."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.actions.standing_in import LONGEST_FUNCTION, LONGEST_TEXT
from brukerstemmen.measures.deadlines import LONGEST
from brukerstemmen.measures.felt import read_months
from brukerstemmen.measures.models import FollowUpTerms
from brukerstemmen.people.models import Person

NOBODY = ""


class _ChoosesSomebody(forms.Form):
    """A form in which somebody of the service is chosen."""

    chooses = "person"

    def __init__(self, *args: Any, people: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(person.pk): person for person in people}
        field = self.fields[self.chooses]
        choices = [(pk, person.name) for pk, person in self.there.items()]
        nobody = [] if field.required else [(NOBODY, gettext("Nobody yet"))]
        field.choices = [*choices, *nobody]  # type: ignore[attr-defined]

    def chosen(self) -> Person | None:
        return self.there.get(self.cleaned_data[self.chooses])


def _answers_for_it(**more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Who answers for it?"),
        help_text=_(
            "They get a letter when something is due. Only the service and the centre see the name."
        ),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who answers for it.")},
        **more,
    )


def _function(label: Any, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=_("A function, never a name."),
        max_length=LONGEST_FUNCTION,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **more,
    )


class NameForm(_ChoosesSomebody):
    """The first who answers for a measure."""

    person = _answers_for_it()


class HandOverForm(_ChoosesSomebody):
    """Somebody else answers for it from now on, and perhaps another function owns it."""

    person = _answers_for_it(required=False)
    owner = _function(_("Which function owns it?"), required=False)
    reason = forms.CharField(
        label=_("Why does it go over?"),
        help_text=_("Such as: new leader of the unit. Those who come after can read it."),
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why it goes over, for those who come after.")},
    )
    said_by = _function(
        _("Who says so?"),
        error_messages={"required": _("Write the function, such as head of the ward.")},
    )

    def told(self) -> dict[str, Any]:
        return self.cleaned_data | {"person": self.chosen()}


class TermsForm(_ChoosesSomebody):
    """What both sides agree on about following up."""

    chooses = "escalate_to"

    months = forms.CharField(
        label=_("How many months after the final report are users asked?"),
        help_text=_("With commas between, such as 3, 6, 12. Leave it empty for no rounds."),
        max_length=40,
        required=False,
    )
    felt_line = forms.IntegerField(
        label=_("How many per cent must notice a measure that is said to be done?"),
        help_text=_("If fewer notice it, it is taken up again. It takes six answers to say so."),
        min_value=1,
        max_value=100,
    )
    remind_before = forms.IntegerField(
        label=_("How many days before a deadline does a letter come?"),
        min_value=0,
        max_value=LONGEST,
    )
    escalate_after = forms.IntegerField(
        label=_("How many days after it is the agreed leader told?"),
        help_text=_("If nobody answers for a measure, the leader is told the day after."),
        min_value=0,
        max_value=LONGEST,
    )
    escalate_to = forms.ChoiceField(
        label=_("Which leader is told?"),
        help_text=_("Somebody of the service or the client who has a role here."),
        widget=forms.RadioSelect,
        required=False,
    )

    def clean_months(self) -> list[int]:
        try:
            return read_months(self.cleaned_data["months"])
        except ValueError:
            told = _("Write whole months from 1 to 60, such as 3, 6, 12.")
            raise forms.ValidationError(told) from None

    def told(self) -> dict[str, Any]:
        return self.cleaned_data | {"escalate_to": self.chosen()}


def terms_as_written(terms: FollowUpTerms) -> dict[str, Any]:
    """The terms, as they stand in their form."""
    fields = ("felt_line", "remind_before", "escalate_after")
    return {name: getattr(terms, name) for name in fields} | {
        "months": terms.months.replace(",", ", "),
        "escalate_to": str(terms.escalate_to_id or NOBODY),
    }
