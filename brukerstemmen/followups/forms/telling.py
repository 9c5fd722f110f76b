"""What is written and chosen when people are told. Forms check shape; the verbs check right."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from brukerstemmen.followups.actions.lines import LONGEST_LINE
from brukerstemmen.followups.models import FollowUp
from brukerstemmen.followups.poster import Line
from brukerstemmen.followups.showing.feedback import MeasureLine
from brukerstemmen.followups.states import Way


class LinesForm(forms.Form):
    """One sentence for each measure. Those left empty are written another day."""

    def __init__(self, *args: Any, lines: Iterable[MeasureLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            self.fields[line.name] = forms.CharField(
                label=f"{line.row.number}. {line.row.title}",
                max_length=LONGEST_LINE,
                required=False,
                initial=line.words,
                widget=forms.Textarea(attrs={"rows": 2}),
            )


class LetterForm(forms.Form):
    """What the team says besides what is built from what is released."""

    words = forms.CharField(
        label=_("What you want to say first"),
        help_text=_(
            "Thank them, and say when you spoke. No names, and not how few said something."
        ),
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    after = forms.CharField(
        label=_("What you want to say at the end"),
        help_text=_("What happens now, and who they can call. It may be empty."),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
    )
    follow_up = forms.ModelChoiceField(
        label=_("Which follow-up is it about?"),
        queryset=FollowUp.objects.none(),
        required=False,
        empty_label=_("None in particular"),
    )

    def __init__(self, *args: Any, rounds: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["follow_up"]
        chosen.queryset = rounds
        chosen.label_from_instance = lambda row: _("Follow-up %(number)s") % {"number": row.number}


class PosterForm(forms.Form):
    """Which lines stand on the poster."""

    linje = forms.MultipleChoiceField(
        label=_("What stands on the poster"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args: Any, lines: Iterable[Line], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["linje"]
        chosen.choices = [(line.key, line.words) for line in lines]


def ways_from(sent: QueryDict) -> dict[int, Way]:
    """How each is to hear: fields `way-` with the number. What is no way is left out."""
    known = {way.value: way for way in Way}
    return {
        int(number): known[way]
        for name, way in sent.items()
        if (number := name.removeprefix("way-")) != name and number.isdecimal() and way in known
    }


def numbers_from(sent: QueryDict, field: str) -> set[int]:
    """The numbers that were ticked."""
    return {int(number) for number in sent.getlist(field) if str(number).isdecimal()}
