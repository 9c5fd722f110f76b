"""What is written and chosen around a dialogue meeting."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.models import Finding
from brukerstemmen.dialogues import wording
from brukerstemmen.dialogues.actions.planning import MOST_SEATS, SeatsTold
from brukerstemmen.dialogues.models import DialogueKind, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice
from brukerstemmen.measures.models import MeasureKind, Standing
from brukerstemmen.measures.wording import kinds
from brukerstemmen.people import clock
from brukerstemmen.voices.forms.meetings import AskedNumber, AskedText

NOT_SAID, YES, NO = "", "yes", "no"
RECOGNISES = [(NOT_SAID, _("Nobody has said")), (YES, _("Yes")), (NO, _("No"))]


def _once() -> forms.UUIDField:
    """The form's own id, so that sending it twice does a thing once."""
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def _area(label: Any, rows: int, longest: int = 4000, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=widget, **more)


def _asked(label: Any) -> AskedText:
    """Words that are needed when something else is chosen."""
    return AskedText(label=label, max_length=4000, widget=forms.Textarea(attrs={"rows": 3}))


def _time(label: Any) -> forms.TimeField:
    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    return forms.TimeField(label=label, required=False, widget=widget)


class PlanForm(forms.Form):
    """When, where, and how the day goes."""

    kind = forms.ChoiceField(label=_("What is it?"), choices=DialogueKind.choices)
    on = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput)
    begins = _time(_("Begins"))
    ends = _time(_("Ends"))
    place = forms.CharField(
        label=_("Place"),
        help_text=_("Best a place that belongs to neither side."),
        max_length=400,
        required=False,
    )
    programme = _area(
        _("Programme"),
        9,
        6000,
        required=False,
        help_text=_("One point on each line. Write times if you like."),
    )
    ground_rules = _area(
        _("How we talk together"),
        6,
        6000,
        required=False,
        help_text=_("One rule on each line. They stand first on the screen in the room."),
    )
    once = _once()


class SeatsForm(forms.Form):
    """How many of one kind. The last row has no side yet."""

    use_required_attribute = False

    side = forms.ChoiceField(
        label=_("Side"), choices=[("", "–"), *wording.SIDES.items()], required=False
    )
    invited = AskedNumber(label=_("Invited"), min_value=0, max_value=MOST_SEATS)
    came = AskedNumber(label=_("Came"), min_value=0, max_value=MOST_SEATS)
    where = AskedText(label=_("From where"), max_length=400)

    @property
    def name(self) -> Any:
        """The side this row is about; "" for the row where it is chosen."""
        side = self.initial.get("side")
        return wording.SIDES[Side(side)] if side else ""

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if not told.get("side") and any(told.get(field) for field in ("invited", "came", "where")):
            self.add_error("side", _("Choose a side."))
        return told

    def told(self) -> SeatsTold:
        typed = self.cleaned_data
        return SeatsTold(
            Side(typed["side"]), typed.get("invited") or 0, typed.get("came"), typed["where"]
        )


SeatsFormSet = forms.formset_factory(SeatsForm, extra=0, max_num=60)


class DayForm(forms.Form):
    on = forms.DateField(
        label=_("Day"), widget=forms.DateInput, initial=lambda: clock.today().isoformat()
    )


class ReplyForm(forms.Form):
    """One thing that was said, by side and type. Words come first; Enter saves."""

    words = forms.CharField(
        label=_("What is said?"),
        help_text=_("As it is said, without names."),
        widget=forms.Textarea,
        error_messages={"required": _("Write what was said first.")},
    )
    side = forms.ChoiceField(
        label=_("Who says it?"),
        choices=list(wording.SPEAKERS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who says it.")},
    )
    type = forms.ChoiceField(
        label=_("What do they do by saying it?"),
        choices=list(wording.TYPES.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what they do by saying it.")},
    )
    function = forms.CharField(
        label=_("Function"),
        help_text=_("Such as doctor or peer worker. Never a name."),
        max_length=200,
        required=False,
    )
    voice = forms.ChoiceField(
        label=_("May the words be used?"),
        choices=list(wording.VOICES.items()),
        widget=forms.RadioSelect,
        initial=Voice.MAY_BE_USED,
    )
    once = _once()

    def told(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {
            "side": Side(typed["side"]),
            "type": ReplyType(typed["type"]),
            "voice": Voice(typed["voice"]),
            "words": typed["words"],
            "function": typed["function"],
        }


class OutcomeForm(forms.Form):
    """What became of a finding. What users and staff recognise is asked apart, users first."""

    use_required_attribute = False

    users_recognise = forms.ChoiceField(
        label=_("Do users recognise it?"),
        choices=RECOGNISES,
        widget=forms.RadioSelect,
        required=False,
    )
    service_recognises = forms.ChoiceField(
        label=_("Do those who work there recognise it?"),
        choices=RECOGNISES,
        widget=forms.RadioSelect,
        required=False,
    )
    standing = forms.ChoiceField(
        label=_("What became of the finding?"),
        choices=list(wording.SETTLED.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what became of the finding.")},
    )
    nuance = _asked(_("What the dialogue added"))
    users_view = _asked(_("What those who use the service say"))
    service_view = _asked(_("What those who work there say"))

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("standing") == Standing.NUANCED and not told.get("nuance"):
            self.add_error("nuance", _("Write what the dialogue added."))
        if told.get("standing") == Standing.DISPUTED:
            for field in ("users_view", "service_view"):
                if not told.get(field):
                    self.add_error(field, _("Write both views. Neither wipes out the other."))
        return told

    def told(self) -> dict[str, Any]:
        typed = self.cleaned_data
        standing, nuance = Standing(typed["standing"]), typed["nuance"]
        if standing is Standing.DISPUTED:
            nuance = wording.with_both_views(typed["users_view"], typed["service_view"])
        elif standing is Standing.CONFIRMED:
            nuance = ""
        return {
            "standing": standing,
            "nuance": nuance,
            "users_recognise": _yes_or_no(typed["users_recognise"]),
            "service_recognises": _yes_or_no(typed["service_recognises"]),
        }


def _yes_or_no(said: str) -> bool | None:
    return None if said == NOT_SAID else said == YES


class ProposalForm(forms.Form):
    """A measure, as it will be read aloud."""

    title = forms.CharField(
        label=_("What is to be done?"),
        max_length=400,
        error_messages={"required": _("Write what is to be done.")},
    )
    findings = forms.MultipleChoiceField(
        label=_("Which findings does it answer?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose the finding it answers.")},
    )
    owner = forms.CharField(
        label=_("Who sees to it?"),
        help_text=_("A function, such as the leader of the unit. Never a name."),
        max_length=200,
        required=False,
    )
    deadline = forms.DateField(label=_("By when"), widget=forms.DateInput, required=False)
    kind = forms.ChoiceField(
        label=_("What kind of measure?"),
        choices=kinds,
        initial=MeasureKind.ROUTINE,
    )
    notice = _area(_("How will a user notice?"), 2, required=False)
    once = _once()

    def __init__(self, *args: Any, findings: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["findings"].choices = list(findings)  # type: ignore[attr-defined]

    def chosen(self, among: Iterable[Finding]) -> list[Finding]:
        return [one for one in among if str(one.pk) in self.cleaned_data["findings"]]

    def told(self) -> dict[str, Any]:
        typed = self.cleaned_data
        return {field: typed[field] for field in ("title", "owner", "deadline", "kind", "notice")}


class HeardForm(forms.Form):
    """The room has heard it. Users are asked first."""

    users_agree = forms.BooleanField(label=_("Users agree"), required=False)
    service_agrees = forms.BooleanField(label=_("Those who work there agree"), required=False)


class AnswerForm(forms.Form):
    says = forms.ChoiceField(
        label=_("What does the leader say?"),
        choices=list(wording.SAYS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the leader says.")},
    )
    reason = _area(
        _("Why, or what must be looked into"),
        2,
        required=False,
        help_text=_("A no has a reason, and people can read it."),
    )

    def told(self) -> tuple[LeaderSays, str]:
        return LeaderSays(self.cleaned_data["says"]), self.cleaned_data["reason"]


class MinutesForm(forms.Form):
    text = _area(
        _("Minutes"),
        24,
        60_000,
        help_text=_("Change what you like. No names, neither of users nor of staff."),
        error_messages={"required": _("Write the minutes first.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)


class ApprovalForm(forms.Form):
    said_by = forms.CharField(
        label=_("Who said yes, for their side?"),
        max_length=200,
        error_messages={"required": _("Write who said yes, as a function.")},
    )
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
