"""Three questions about a change: to those who took part, and to those who use the service now."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.followups.actions.replying import LONGEST
from brukerstemmen.followups.actions.slips import MOST
from brukerstemmen.followups.showing.answering import Asked
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.wording import FELT
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices.models.participants import Language

# Chosen beforehand: to skip is as easy as to choose, and to choose can be undone.
SKIP = ""
CHOICES = [(felt.value, words) for felt, words in FELT.items()]


def _words(label: object, help_text: object = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off"}),
        error_messages={"max_length": _("This is very long. Make it a little shorter.")},
    )


class FeltForm(forms.Form):
    """Each measure with five answers, and two open questions. Nothing has to be answered."""

    notices = _words(
        _("What do you notice?"),
        _("Leave out names. You need not tell anything about yourself."),
    )
    missing = _words(_("What is missing?"), _("Something we should have asked about, perhaps."))
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    skipped = _("I skip this one")

    def __init__(self, *args: Any, asked: Iterable[Asked], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = list(asked)
        for one in self.asked:
            self.fields[one.field] = forms.ChoiceField(
                label=one.title,
                choices=[*CHOICES, (SKIP, self.skipped)],
                required=False,
                initial=SKIP,
                widget=forms.RadioSelect,
            )

    @property
    def measures(self) -> list[tuple[Asked, BoundField]]:
        """What is asked about, with its five answers."""
        return [(one, self[one.field]) for one in self.asked]

    @property
    def steps(self) -> int:
        """How many there are when they are shown one at a time."""
        return len(self.asked) + 2

    def told(self) -> dict[str, Any]:
        """What the verb asks for."""
        given = self.cleaned_data
        felt = {one.pk: Felt(given[one.field]) for one in self.asked if given.get(one.field)}
        return {
            "felt": felt,
            "notices": given.get("notices", ""),
            "missing": given.get("missing", ""),
        }


class FeltForForm(FeltForm):
    """The same, written down by the team for somebody who has told it."""

    channel = forms.ChoiceField(
        label=_("How were you told?"),
        choices=[
            (Channel.PHONE, pgettext_lazy("how we were told", "By telephone")),
            (Channel.PAPER, pgettext_lazy("how we were told", "On paper")),
            (Channel.IN_PERSON, pgettext_lazy("how we were told", "When we met")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say how you were told.")},
    )
    field_order = ("channel",)
    skipped = pgettext_lazy("answer told to us", "Said nothing about it")


class FeltSlipsForm(forms.Form):
    """How many slips are to be handed out, and in which language."""

    number = forms.IntegerField(
        label=_("How many slips?"),
        help_text=_("As many can answer as there are slips. Eight fit on a sheet."),
        min_value=1,
        max_value=MOST,
        initial=24,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    language = forms.ChoiceField(
        label=_("Language"), choices=Language.choices, widget=forms.RadioSelect, initial=Language.NB
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
