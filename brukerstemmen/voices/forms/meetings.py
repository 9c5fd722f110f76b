"""Forms of a meeting: planning it, consent on paper, writing down, notes that come in."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.meetings.models import Form, Task
from brukerstemmen.people.models import Person
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.voices.actions.meetings import MOST_IN_ONE_ACT
from brukerstemmen.voices.models import Participant
from brukerstemmen.voices.models.meetings import Kind
from brukerstemmen.voices.models.statements import StatementKind
from brukerstemmen.voices.notes.reading import Column, Field
from brukerstemmen.voices.wording import meetings as wording

UNKNOWN = _("Not known, or the group")
PURPOSES = [
    (Purpose.QUOTES, _("What they said may be quoted word for word, without their name")),
    (Purpose.CONTACT_AGAIN, _("We may get in touch with them again")),
    (Purpose.RECORDING, _("The sound may be recorded")),
    (Purpose.RESEARCH, _("What they said may be used in research, without their name")),
]
CHANNELS = [
    (Channel.PAPER, _("On paper")),
    (Channel.PHONE, _("By telephone")),
    (Channel.IN_PERSON, _("They said it to one of us")),
]


def _once() -> forms.UUIDField:
    """The form's own id, so that sending it twice does a thing once."""
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def _offer(field: Any, asked: Iterable[Purpose]) -> None:
    """Let a yes be written down only to what people here are asked about."""
    wanted = set(asked)
    field.choices = [(purpose, label) for purpose, label in PURPOSES if purpose in wanted]


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput, **more)


class AskedText(forms.CharField):
    """Asked for without the word "optional". Whether it is missing is judged elsewhere."""

    def validate(self, value: Any) -> None:
        pass


class AskedNumber(forms.IntegerField):
    """The same for a number."""

    def validate(self, value: Any) -> None:
        pass


class PlanForm(forms.Form):
    """A meeting to come, or one that has been held; the last five fields are about the latter."""

    name = forms.CharField(
        label=_("What do you call the meeting?"),
        help_text=_("For example the group, or the place. Not the name of a person."),
        max_length=120,
    )
    on = _day(_("Day"), required=False)
    place = forms.CharField(label=_("Place"), max_length=160, required=False)
    form = forms.ChoiceField(
        label=_("How do you meet?"), choices=Form.choices, initial=Form.IN_PERSON
    )
    kind = forms.ChoiceField(label=_("Who do you meet?"), choices=Kind.choices, initial=Kind.GROUP)
    held = forms.BooleanField(
        label=_("The meeting has been held"),
        help_text=_("You have notes, and people have said yes on paper."),
        required=False,
    )
    new_people = AskedNumber(
        label=_("How many said yes on paper?"),
        help_text=_("Each gets a code, such as D01. No names are stored here."),
        min_value=0,
        max_value=MOST_IN_ONE_ACT,
    )
    purposes = forms.MultipleChoiceField(
        label=_("What did they say yes to, besides taking part?"),
        choices=PURPOSES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    text_version = AskedText(
        label=_("Which version of the information did they get?"),
        help_text=_("As it says on the sheet they signed."),
        max_length=20,
    )
    nobody_from_service = forms.BooleanField(
        label=_("Nobody from the service was in the room"), required=False
    )
    once = _once()

    def __init__(self, *args: Any, asked: Iterable[Purpose], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["purposes"], asked)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("held"):
            if not told.get("on") and "on" not in self.errors:
                self.add_error("on", _("Write which day the meeting was."))
            if not told.get("new_people") and "new_people" not in self.errors:
                self.add_error("new_people", _("Write how many people said yes."))
            if not told.get("text_version"):
                self.add_error("text_version", _("Write which version it was."))
            if not told.get("nobody_from_service"):
                refusal = wording.HINDERS[wording.Hinder.SERVICE_IN_ROOM]
                self.add_error("nobody_from_service", str(refusal))
        return told


class ConsentForm(forms.Form):
    """The yes of those who take part, written down in one act."""

    new_people = AskedNumber(
        label=_("How many new people said yes to taking part?"),
        help_text=_("Each gets a code, such as D01. No names are stored here."),
        min_value=0,
        max_value=MOST_IN_ONE_ACT,
    )
    also = forms.MultipleChoiceField(
        label=_("Who has a code from before, and is here too?"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    purposes = forms.MultipleChoiceField(
        label=_("What did the new people say yes to, besides taking part?"),
        help_text=_("If they said yes to different things, do this once for each."),
        choices=PURPOSES,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    young = forms.BooleanField(
        label=_("The new people are under 16"),
        help_text=_("Those who care for them are told before the meeting is opened."),
        required=False,
    )
    channel = forms.ChoiceField(
        label=_("How did they say yes?"),
        choices=CHANNELS,
        widget=forms.RadioSelect,
        initial=Channel.PAPER,
    )
    on = _day(_("Which day did they say yes?"))
    text_version = forms.CharField(
        label=_("Which version of the information did they get?"),
        help_text=_("As it says on the sheet they signed."),
        max_length=20,
    )
    once = _once()

    def __init__(
        self,
        *args: Any,
        others: Iterable[Participant],
        asked: Iterable[Purpose],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["purposes"], asked)
        self._others = {str(person.pk): person for person in others}
        also = self.fields["also"]
        also.choices = [(pk, person.code) for pk, person in self._others.items()]  # type: ignore[attr-defined]
        if not self._others:
            del self.fields["also"]

    def people_from_before(self) -> list[Participant]:
        return [self._others[pk] for pk in self.cleaned_data.get("also", [])]


class OpenForm(forms.Form):
    """Opening a meeting for writing down."""

    on = _day(_("Which day is the meeting?"))
    nobody_from_service = forms.BooleanField(
        label=_("Nobody from the service is in the room"), required=False
    )


class DutyForm(forms.Form):
    """Who from the team does what in the meeting."""

    person = forms.ChoiceField(label=_("Who"))
    task = forms.ChoiceField(label=_("Does what"))

    def __init__(self, *args: Any, team: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._team = {str(person.pk): person for person in team}
        chosen = [(pk, person.name) for pk, person in self._team.items()]
        self.fields["person"].choices = chosen  # type: ignore[attr-defined]
        tasks = [*Task.choices, ("", _("Is not in this meeting"))]
        self.fields["task"].choices = tasks  # type: ignore[attr-defined]
        self.fields["task"].required = False

    def somebody(self) -> Person:
        return self._team[self.cleaned_data["person"]]


class DayForm(forms.Form):
    """The day something was done elsewhere."""

    on = _day(_("Which day was it read aloud?"))


class SpeakerField(forms.ChoiceField):
    """Somebody present, by code; nothing chosen means not known, or the group."""

    def __init__(self) -> None:
        super().__init__(label=_("Who said it?"), required=False)

    def offer(self, people: Iterable[Participant]) -> None:
        self._people = {str(person.pk): person for person in people}
        self.choices = [
            ("", UNKNOWN),
            *((pk, person.code) for pk, person in self._people.items()),
        ]

    def clean(self, value: Any) -> Participant | None:
        return self._people.get(super().clean(value))


class StatementForm(forms.Form):
    """One thing that was said. Kind and speaker may come later, or never."""

    words = AskedText(
        label=_("New statement"),
        help_text=_("Write it as it was said. No names of people."),
        widget=forms.Textarea,
    )
    kind = forms.ChoiceField(choices=[("", ""), *StatementKind.choices], required=False)
    speaker = SpeakerField()
    question = forms.UUIDField(widget=forms.HiddenInput, required=False)
    once = _once()

    def __init__(self, *args: Any, people: Iterable[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["speaker"].offer(people)  # type: ignore[attr-defined]


class PlaceForm(forms.Form):
    """What kind it is and who said it, told afterwards."""

    kind = forms.ChoiceField(
        label=_("What kind?"),
        choices=[("", _("Not told")), *StatementKind.choices],
        required=False,
    )
    speaker = SpeakerField()

    def __init__(self, *args: Any, people: Iterable[Participant], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["speaker"].offer(people)  # type: ignore[attr-defined]


class WordingForm(forms.Form):
    """Another wording, and which version it was written from."""

    words = AskedText(label=_("The wording"), widget=forms.Textarea(attrs={"rows": 4}))
    based_on = forms.IntegerField(widget=forms.HiddenInput)


class OtherViewForm(forms.Form):
    """What those who do not agree say, beside what stands."""

    words = AskedText(label=_("What do the others say?"), widget=forms.Textarea(attrs={"rows": 4}))
    once = _once()


class NotesForm(forms.Form):
    """Notes that exist already: pasted, or in a file."""

    pasted = AskedText(
        label=_("Paste your notes here"),
        help_text=_("One statement on each line. You see what we understand before it is saved."),
        widget=forms.Textarea(attrs={"rows": 12}),
        strip=False,
    )
    file = forms.FileField(
        label=_("Or choose a file"), required=False, allow_empty_file=True, max_length=255
    )
    once = _once()


class ColumnsForm(forms.Form):
    """What each column of a table holds, as the user says."""

    def __init__(self, columns: Iterable[Column], data: Any = None) -> None:
        super().__init__(data)
        for column in columns:
            label = column.name or _("Column %(number)s") % {"number": column.index + 1}
            self.fields[f"column-{column.index}"] = forms.ChoiceField(
                label=label,
                choices=[("", _("Leave out")), *wording.FIELDS.items()],
                required=False,
                initial=column.field or "",
            )

    def mapping(self) -> dict[int, Field]:
        """Column (from 0) to field; empty where nothing is said."""
        if not self.is_bound or not self.is_valid():
            return {}
        return {
            int(name.removeprefix("column-")): Field(field)
            for name, field in self.cleaned_data.items()
            if field
        }


class TakeInForm(forms.Form):
    """The last choices before notes become statements."""

    unknown_as_nobody = forms.BooleanField(
        label=_("Let those who are not registered be unknown"), required=False
    )
    that_is_all = forms.BooleanField(label=_("This is everything from the meeting"), required=False)
    read_aloud_on = _day(
        _("Which day was it read aloud to the group?"),
        help_text=_("Leave it empty if it was not read aloud yet."),
        required=False,
    )
