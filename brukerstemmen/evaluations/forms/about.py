"""What is known of an evaluation, filled in as it becomes known."""

from datetime import date
from typing import Any

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.fingerprints import fingerprint
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.evaluation import Anchor, InvolvementDegree, LegalBasis
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.evaluations.wording import PROMISES, STEPS
from brukerstemmen.people import clock
from brukerstemmen.people.models import FocusArea

TEXTS = ("scope", "promise", "not_reached")
DEGREES = [
    ("", _("Not decided yet")),
    *(
        (degree.value, format_lazy("{}. {}", degree.label, PROMISES[degree.value]))
        for degree in InvolvementDegree
    ),
]


class DescribeForm(forms.Form):
    title = forms.CharField(label=_("What do you call the evaluation?"), max_length=160)
    scope = forms.CharField(
        label=_("What is it about, and what is it not about?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    degree = forms.ChoiceField(
        label=_("How much can those who take part decide?"),
        help_text=_(
            "None of the five degrees is better than another. What matters is that the promise is"
            " kept, and told before anybody takes part."
        ),
        choices=DEGREES,
        required=False,
        widget=forms.RadioSelect,
    )
    promise = forms.CharField(
        label=_("What do you promise those who take part?"),
        help_text=_("If you write nothing, it is the promise of the degree you chose."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    not_reached = forms.CharField(
        label=_("Who do you not reach?"),
        help_text=_("And why. It is honest to say so, and it stands in the report."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    people_wanted = forms.IntegerField(
        label=_("How many people do you want to hear?"), min_value=1, max_value=2000
    )
    dialogue_on = forms.DateField(
        label=_("Day of the dialogue meeting"), required=False, widget=forms.DateInput
    )
    legal_basis = forms.ChoiceField(
        label=_("On what legal basis?"), choices=LegalBasis.choices, widget=forms.RadioSelect
    )
    focus_area = forms.ModelChoiceField(
        label=_("Focus area"),
        queryset=FocusArea.objects.all(),
        required=False,
        empty_label=_("Not decided yet"),
    )
    part_of = forms.ChoiceField(
        label=_("Is it a part of a larger evaluation?"),
        required=False,
        help_text=_("A large commission can have one evaluation for each unit."),
    )

    def __init__(
        self, *args: Any, evaluation: Evaluation, others: list[Evaluation], **kwargs: Any
    ) -> None:
        super().__init__(*args, initial=_initial(evaluation), **kwargs)
        self.others = {str(other.pk): other for other in others}
        if others:
            named = [(pk, other.work.title) for pk, other in self.others.items()]
            self.fields["part_of"].choices = [("", _("No")), *named]  # type: ignore[attr-defined]
        else:
            del self.fields["part_of"]
        if not self.fields["focus_area"].queryset.exists():  # type: ignore[attr-defined]
            del self.fields["focus_area"]
        # What the writer sees now, made anew each time the page is shown.
        self.seen_now = [(f"seen_{name}", fingerprint(evaluation.read(name))) for name in TEXTS]

    def seen(self) -> dict[str, str]:
        """What the writer had seen when this was sent."""
        return {name: self.data.get(f"seen_{name}", "") for name in TEXTS}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        usual = {str(promise) for promise in PROMISES.values()}
        if not given.get("promise") or given["promise"] in usual:
            degree = given.get("degree")
            given["promise"] = str(PROMISES[degree]) if degree else ""
        if "part_of" in given:
            given["part_of"] = self.others.get(given["part_of"])
        return given


def _initial(evaluation: Evaluation) -> dict[str, Any]:
    plain = ("degree", "people_wanted", "dialogue_on", "legal_basis", "focus_area")
    return {
        "title": evaluation.work.title,
        "part_of": str(evaluation.part_of_id or ""),
        **{name: getattr(evaluation, name) for name in plain},
        **{name: evaluation.read(name) for name in TEXTS},
    }


class AgreementForm(forms.Form):
    on = forms.DateField(label=_("Day it was signed"), widget=forms.DateInput)
    report_is_shared = forms.BooleanField(
        label=_("Those who took part get the report"),
        help_text=_("They get it no later than the service."),
        required=False,
        initial=True,
    )


class ClientForm(forms.Form):
    client = forms.CharField(
        label=_("Who ordered it?"),
        help_text=_(
            "The municipality, the trust or the unit. Those who work there see no statements."
        ),
        max_length=160,
    )


class AnchoringForm(forms.Form):
    points = forms.MultipleChoiceField(
        label=_("What is in place in the service?"),
        choices=Anchor.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class ElsewhereForm(forms.Form):
    """One tick and one day for each step."""

    def __init__(self, *args: Any, held: dict[Step, date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for step, words in STEPS.items():
            self.fields[step.value] = forms.BooleanField(
                label=words, required=False, initial=step in held
            )
            self.fields[f"{step.value}_on"] = forms.DateField(
                label=_("Day"),
                required=False,
                initial=held.get(step, clock.today()),
                widget=forms.DateInput,
            )

    @property
    def rows(self) -> list[tuple[Any, Any]]:
        return [(self[step.value], self[f"{step.value}_on"]) for step in STEPS]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for step in STEPS:
            name = f"{step.value}_on"
            if not given.get(step.value) or name in self.errors:
                continue
            if given.get(name) is None:
                self.add_error(name, _("Write which day, about."))
            elif given[name] > clock.today():
                self.add_error(name, _("The day has not come yet."))
        return given

    def days(self) -> dict[Step, date]:
        given = self.cleaned_data
        return {step: given[f"{step.value}_on"] for step in STEPS if given[step.value]}
