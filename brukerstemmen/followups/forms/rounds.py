"""What is written and chosen around a round."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.followups.actions.rounds import LONGEST_MEETING, LONGEST_NOTE, MOST_PEOPLE
from brukerstemmen.measures.models import Measure
from brukerstemmen.people import clock


def _day(label: Any, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput, **more)


class BeginsForm(forms.Form):
    """From which day the agreed months are counted."""

    begins = _day(_("The day the final report went out"))


class DueForm(forms.Form):
    """When a round is to be opened."""

    due_on = _day(_("Day"))


class OpenForm(forms.Form):
    """What people are asked about, and how long they have."""

    measures = forms.MultipleChoiceField(
        label=_("What do you ask about?"),
        help_text=_("Each measure is one question: do you notice it?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one measure.")},
    )
    answer_by = _day(
        _("The last day to answer"),
        help_text=_("Two or three weeks is enough for most. The house closes the round by itself."),
    )

    def __init__(self, *args: Any, measures: Sequence[Measure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(one.pk): one for one in measures}
        self.fields["measures"].choices = [  # type: ignore[attr-defined]
            (pk, f"{one.number}. {one.title}") for pk, one in self.there.items()
        ]

    def chosen(self) -> list[Measure]:
        return [self.there[pk] for pk in self.cleaned_data["measures"]]


class MeetingForm(forms.Form):
    """A meeting about the measures, in numbers."""

    on = _day(_("Day"), initial=lambda: clock.today().isoformat())
    minutes_long = forms.IntegerField(
        label=_("How many minutes?"), min_value=1, max_value=LONGEST_MEETING
    )
    users_came = forms.IntegerField(
        label=_("How many who use the service came?"), min_value=0, max_value=MOST_PEOPLE
    )
    staff_came = forms.IntegerField(
        label=_("How many who work there came?"), min_value=0, max_value=MOST_PEOPLE
    )


class NoteForm(forms.Form):
    """How it went, for everybody."""

    note = forms.CharField(
        label=_("How it went"),
        help_text=_(
            "Everybody who took part can read it, and the service; and everybody, when what"
            " happened is published. Plain words, no names, and no number of people below six."
        ),
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 12}),
        required=False,
    )
