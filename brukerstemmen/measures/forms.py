"""What a service answers and what it will do, as it is written on the page."""

import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.actions.measuring import LONGEST_TITLE
from brukerstemmen.measures.actions.standing_in import LONGEST_FUNCTION, LONGEST_TEXT
from brukerstemmen.measures.models import Matter, MeasureKind
from brukerstemmen.measures.states import Says, Status, may_become, may_begin_as
from brukerstemmen.measures.wording import SAYS, STATUSES, kinds

_CHOOSE = _("Choose at least one finding.")
_FUNCTION = _("Write the function, such as head of the ward.")
_NEVER_A_NAME = _("A function, never a name.")


def _words(label: Promise | str, rows: int = 4, **more: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=LONGEST_TEXT, widget=widget, **more)


def _function(label: Promise | str, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=LONGEST_FUNCTION,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        **more,
    )


def _day(label: Promise | str, **more: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput, required=False, **more)


class _AboutMatters(forms.Form):
    """A form that says something about findings, chosen among those that are put."""

    matters = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple, error_messages={"required": _CHOOSE}
    )
    once = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, matters: Sequence[Matter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(matter.pk): matter for matter in matters}
        self._offer("matters", "%(number)s. %(title)s")

    def _offer(self, name: str, words: str) -> None:
        """The findings to choose among. words: what to call each, by its number and title."""
        field = self.fields[name]
        field.choices = [  # type: ignore[attr-defined]
            (pk, words % {"number": row.number, "title": row.title})
            for pk, row in self.there.items()
        ]

    def chosen(self, name: str = "matters") -> list[Matter]:
        return [self.there[pk] for pk in self.cleaned_data[name]]


class AnswerForm(_AboutMatters):
    """One answer, to one finding or to several."""

    says = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[(says.value, word) for says, word in SAYS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an answer.")},
    )
    reason = _words(
        _("Why?"),
        help_text=_(
            "Those who have spoken can read this. A plain yes may stand alone; everything else"
            " is explained."
        ),
        required=False,
    )
    clarified_by = _function(
        _("For “must be clarified”: who clarifies it?"), help_text=_NEVER_A_NAME, required=False
    )
    clarified_on = _day(_("For “must be clarified”: by when?"))
    given_by = _function(
        _("Who answers?"),
        help_text=_("A function, such as head of the ward. Never a name."),
        error_messages={"required": _FUNCTION},
    )
    field_order = (
        "says",
        "reason",
        "clarified_by",
        "clarified_on",
        "given_by",
        "matters",
        "once",
        "read",
    )
    # A mark of the findings as they were shown.
    read = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["matters"].label = _("Which findings does the answer cover?")
        self.fields["matters"].help_text = _("One answer may cover several.")

    def told(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in self.cleaned_data if name != "matters"}
        return given | {"says": Says(given["says"])}

    def has_been_shown(self, read: str) -> None:
        """The page shows the findings as they are now, beside what was typed."""
        self.data = self.data.copy()
        self.data["read"] = read


class _TellsMeasure(_AboutMatters):
    """What a measure tells, whether it is new or said in other words."""

    title = forms.CharField(
        label=_("What will you do?"),
        max_length=LONGEST_TITLE,
        error_messages={"required": _("Write the measure.")},
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    notice = _words(
        _("How will a user notice?"),
        2,
        help_text=_("Something that can be seen, heard or felt by those who come to you."),
        error_messages={"required": _("Write how a user will notice.")},
    )
    owner = _function(_("Who owns it?"), help_text=_NEVER_A_NAME, required=False)
    deadline = _day(_("By when?"))
    kind = forms.ChoiceField(
        label=_("What kind of measure is it?"),
        choices=kinds,
        widget=forms.RadioSelect,
        initial=MeasureKind.ROUTINE.value,
    )
    partly = forms.MultipleChoiceField(
        label=_("Which of them does it only answer in part?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["matters"].label = _("Which findings does it answer?")
        self.fields["matters"].help_text = _("One measure may answer several.")
        if len(self.there) > 1:
            self._offer("partly", gettext("Finding %(number)s"))
        else:
            self.fields.pop("partly")

    def told(self) -> dict[str, Any]:
        skipped = {"matters", "partly", "once"}
        given = {name: told for name, told in self.cleaned_data.items() if name not in skipped}
        partly = self.chosen("partly") if "partly" in self.fields else []
        return given | {"kind": MeasureKind(given["kind"]), "partly": partly}


def _statuses(offered: Iterable[Status]) -> list[tuple[str, Promise | str]]:
    return [(status.value, STATUSES[status]) for status in offered]


class MeasureForm(_TellsMeasure):
    """A new measure."""

    status = forms.ChoiceField(
        label=_("Where does it stand?"),
        choices=_statuses(status for status in Status if may_begin_as(status)),
        widget=forms.RadioSelect,
        initial=Status.PROPOSED.value,
    )
    reason = _words(
        _("If it is not yes: why?"),
        3,
        help_text=_("For example: no money this year, and reported to the budget for next year."),
        required=False,
    )
    said_by = _function(
        _("Who says so?"), help_text=_NEVER_A_NAME, error_messages={"required": _FUNCTION}
    )
    field_order = (
        "title",
        "notice",
        "owner",
        "deadline",
        "kind",
        "matters",
        "partly",
        "status",
        "reason",
        "said_by",
        "once",
    )

    def told(self) -> dict[str, Any]:
        given = super().told()
        return given | {
            "status": Status(given["status"]),
            "once": self.cleaned_data["once"],
        }


class ChangeForm(_TellsMeasure):
    """The same measure in other words; what it said before is kept."""

    reason = _words(
        _("Why is it changed?"),
        3,
        help_text=_("Needed when a deadline that was agreed on is moved."),
        required=False,
    )
    said_by = _function(
        _("Who says so?"), help_text=_NEVER_A_NAME, error_messages={"required": _FUNCTION}
    )
    field_order = (
        "title",
        "notice",
        "owner",
        "deadline",
        "kind",
        "matters",
        "partly",
        "reason",
        "said_by",
        "once",
    )


class StepForm(forms.Form):
    """How far a measure has come."""

    status = forms.ChoiceField(
        label=_("How far has it come?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how far it has come.")},
    )
    reason = _words(
        _("What is there to tell?"),
        help_text=_("Needed for no, put off, not done, and what is to be decided elsewhere."),
        required=False,
    )
    said_by = _function(
        _("Who says so?"), help_text=_NEVER_A_NAME, error_messages={"required": _FUNCTION}
    )

    def __init__(self, *args: Any, now: Status, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ways = [status for status in Status if status is now or may_become(now, status)]
        self.fields["status"].choices = _statuses(ways)  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        return self.cleaned_data | {"status": Status(self.cleaned_data["status"])}


class AskForm(forms.Form):
    """By when the service is asked to answer."""

    answer_by = forms.DateField(
        label=_("By when do you ask for answers?"),
        widget=forms.DateInput,
        error_messages={"required": _("Write the day.")},
    )
