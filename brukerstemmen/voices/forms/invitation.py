"""Forms of inviting: who is named, slips, replies, and the picture on the wall."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.models.participants import Language


class InvitationForm(forms.Form):
    """Who people can call, and what they are asked about."""

    contact = forms.ChoiceField(
        label=_("Who can people call?"),
        help_text=_("Somebody on the team. The name stands on slips and letters."),
    )
    telephone = forms.CharField(label=_("Telephone"), max_length=30)
    words_until = forms.DateField(
        label=_("Until which day are masked words kept?"),
        help_text=_("It stands in the information, and they are deleted the day after."),
        widget=forms.DateInput,
        required=False,
    )
    asks_recording = forms.BooleanField(
        label=_("We ask whether we may record the sound"), required=False
    )
    asks_research = forms.BooleanField(
        label=_("We ask whether what is said may be used in research"), required=False
    )
    for_young = forms.BooleanField(
        label=_("People under 16 are invited too"),
        help_text=_("They get a text of their own, and those who care for them are told first."),
        required=False,
    )

    def __init__(self, *args: Any, team: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._team = {str(person.pk): person for person in team}
        chosen = [(pk, person.name) for pk, person in self._team.items()]
        self.fields["contact"].choices = chosen  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        return {**self.cleaned_data, "contact": self._team[self.cleaned_data["contact"]]}


class SlipsForm(forms.Form):
    """A new sheet of slips."""

    where = forms.CharField(
        label=_("Where are the slips handed out?"),
        help_text=_("For the team only. It does not stand on the slips."),
        max_length=120,
    )
    language = forms.ChoiceField(
        label=_("Which language?"), choices=Language.choices, initial=Language.NB
    )
    until = forms.DateField(
        label=_("Until which day do they hold?"),
        help_text=_("Left empty: for 90 days."),
        widget=forms.DateInput,
        required=False,
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def clean_until(self) -> Any:
        until = self.cleaned_data["until"]
        if until is not None and until < clock.today():
            raise forms.ValidationError(_("Choose a day to come."))
        return until


class AnsweredForm(forms.Form):
    """Somebody who replied has been called back, and takes part or not."""

    participant = forms.ChoiceField(
        label=_("Their number, if they have got one"),
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = {str(person.pk): person for person in people}
        codes = [(pk, person.code) for pk, person in self._people.items()]
        self.fields["participant"].choices = [("", _("No number yet")), *codes]  # type: ignore[attr-defined]

    def somebody(self) -> Participant | None:
        return self._people.get(self.cleaned_data["participant"])


class WallForm(forms.Form):
    """How many are expected in the room."""

    expected = forms.IntegerField(
        label=_("How many people are expected?"),
        help_text=_("Two more than these can come in, and nobody after that."),
        min_value=1,
        max_value=40,
    )
