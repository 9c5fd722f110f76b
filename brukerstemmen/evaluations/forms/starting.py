"""Starting an evaluation, and going on without something that is missing."""

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import STEPS

if TYPE_CHECKING:
    from brukerstemmen.people.models import Work


class StartForm(forms.Form):
    """Only the name of the service is needed."""

    service = forms.CharField(
        label=_("Which service is it about?"),
        help_text=_("The name is enough to begin. Everything else can be filled in later."),
        max_length=160,
    )
    more_services = forms.CharField(
        label=_("More services"),
        help_text=_("One on each line."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    title = forms.CharField(
        label=_("What do you call the evaluation?"),
        help_text=_("If you write nothing, it is called after the service."),
        max_length=160,
        required=False,
    )
    client = forms.CharField(label=_("Who ordered it?"), max_length=160, required=False)
    done_elsewhere = forms.MultipleChoiceField(
        label=_("What is done already, elsewhere?"),
        help_text=_("On paper, in other programs, or before this one came into use."),
        choices=[(step.value, words) for step, words in STEPS.items()],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    centre = forms.ChoiceField(label=_("For which centre?"), required=False)
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, centres: "list[Work]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.centres = {str(work.pk): work for work in centres}
        if len(centres) > 1:
            choices = [(pk, work.title) for pk, work in self.centres.items()]
            self.fields["centre"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["centre"]

    @property
    def is_more_open(self) -> bool:
        """Whether something stands in the fields that are folded away at first."""
        names = ("more_services", "title", "client", "centre")
        return self.is_bound and any(self.data.get(name) for name in names)

    @property
    def is_midway(self) -> bool:
        return self.is_bound and bool(self.data.getlist("done_elsewhere"))

    def told(self) -> dict[str, Any]:
        """What was written, as the verb takes it."""
        given = self.cleaned_data
        chosen = self.centres.get(given.get("centre", "")) or next(iter(self.centres.values()))
        return {
            "title": given["title"],
            "services": [given["service"], *given["more_services"].splitlines()],
            "client": given["client"],
            "done_elsewhere": [Step(step) for step in given["done_elsewhere"]],
            "centre": chosen.centre,
            "once": given["once"],
        }


class PassNeedForm(forms.Form):
    """As `components/missing.html` posts it."""

    need = forms.ChoiceField(choices=[(need.value, need.value) for need in Need])
    reason = forms.CharField(max_length=200)


class StopForm(forms.Form):
    reason = forms.CharField(
        label=_("Why does it stop?"),
        help_text=_("In a sentence or two, so that others understand. The team sees it."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
