"""What is written or chosen on the board, and of findings."""

import uuid
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

from django import forms
from django.db import models
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.actions.findings import LONGEST, FindingText
from brukerstemmen.analysis.actions.themes import Choice
from brukerstemmen.analysis.models import Finding, GoodMark
from brukerstemmen.analysis.models.findings import Because
from brukerstemmen.measures.models import Turn


class ThemesForm(forms.Form):
    """Several themes at once."""

    names = forms.CharField(
        label=_("New themes"),
        help_text=_("One on each line."),
        error_messages={"required": _("Write the names of the themes, one on each line.")},
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def lines(self) -> list[str]:
        return self.cleaned_data["names"].splitlines()


class ThemeForm(forms.Form):
    name = forms.CharField(
        label=_("Name"),
        max_length=400,
        error_messages={"required": _("Write the name of the theme.")},
    )
    definition = forms.CharField(
        label=_("What belongs here"),
        help_text=_("A sentence or two, so that everyone on the team sorts alike."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    mark = forms.ChoiceField(
        label=_("Mark of a good service"),
        help_text=_("Only if the theme fits one of the ten marks."),
        required=False,
        choices=[("", "–"), *GoodMark.choices],
    )


class NoteForm(forms.Form):
    text = forms.CharField(
        label=_("Note"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )


class Part(StrEnum):
    """A finding is written one thing at a time."""

    TITLE = "title"
    SAID = "said"
    QUESTION = "question"


FIELDS: dict[Part, tuple[str, ...]] = {
    Part.TITLE: ("title", "turn", "theme", "is_single"),
    Part.SAID: ("good", "not_good", "better"),
    Part.QUESTION: ("question",),
}
_WHY = ("because", "what")


def _words(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def _in_words(choices: type[models.TextChoices]) -> list[tuple[str, str]]:
    return [(one.value, str(one.label).capitalize()) for one in choices]


class FindingForm(forms.Form):
    """One part of a finding, and what led to the change."""

    title = forms.CharField(
        label=_("What have you found?"),
        help_text=_("One sentence, as you would say it to those it is about."),
        max_length=LONGEST,
        widget=_words(2),
        error_messages={"required": _("Write what you have found.")},
    )
    turn = forms.ChoiceField(
        label=_("What should the service do?"),
        help_text=_("What works is a finding of equal rank."),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of the three.")},
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    is_single = forms.BooleanField(
        label=_("A single experience"),
        help_text=_("One person has told it. It rests on that alone, and is marked so."),
        required=False,
    )
    good = forms.CharField(
        label=_("What is good"), required=False, max_length=LONGEST, widget=_words(4)
    )
    not_good = forms.CharField(
        label=_("What is not good"), required=False, max_length=LONGEST, widget=_words(4)
    )
    better = forms.CharField(
        label=_("How it could be better"), required=False, max_length=LONGEST, widget=_words(4)
    )
    question = forms.CharField(
        label=_("A question for the dialogue"),
        help_text=_("One that users and staff can answer together: “What stands in the way?”"),
        required=False,
        max_length=LONGEST,
        widget=_words(3),
    )
    because = forms.ChoiceField(label=_("What led to the change?"))
    what = forms.CharField(label=_("In one sentence"), required=False, max_length=400)
    based_on = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(
        self,
        *args: Any,
        part: Part,
        themes: Iterable[tuple[str, str]],
        tells_why: bool = False,
        is_new: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        shown = {*FIELDS[part], *(_WHY if tells_why else ()), *(() if is_new else ("based_on",))}
        choices = {
            "turn": _in_words(Turn),
            "because": _in_words(Because),
            "theme": [("", _("No theme")), *themes],
        }
        for name, field in list(self.fields.items()):
            if name not in shown:
                del self.fields[name]
            elif isinstance(field, forms.ChoiceField):
                field.choices = choices[name]

    def text(self, finding: Finding | None = None) -> FindingText:
        """How the finding reads with this part written; the others as they stand."""
        return FindingText(
            **{
                name: self.cleaned_data.get(name, finding.read(name) if finding else "")
                for name in ("title", "good", "not_good", "better", "question")
            }
        )

    def refuse(self, refusal: Any) -> None:
        """Put a refusal where it belongs; what concerns another part stands above all fields."""
        for name, errors in getattr(refusal, "error_dict", {None: refusal}).items():
            self.add_error(name if name in self.fields else None, errors)


class ViewForm(forms.Form):
    """A view that not all share, and who holds it."""

    words = forms.CharField(
        label=_("The view"),
        help_text=_("Without names and places. It is kept in the report as it stands here."),
        max_length=LONGEST,
        error_messages={"required": _("Write the view.")},
        widget=_words(4),
    )
    holder = forms.ChoiceField(
        label=_("Who holds it"),
        help_text=_("Inside the team only. Nobody but the holder takes it back."),
        required=False,
    )

    def __init__(self, *args: Any, people: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["holder"].choices = [("", _("I do")), *people]  # type: ignore[attr-defined]


class ToldForm(forms.Form):
    """The holder has said that they take their view back."""

    told = forms.BooleanField(
        label=_("The one who holds it has told us so"),
        error_messages={"required": _("Only the one who holds the view can take it back.")},
    )


def choice_of(sent: QueryDict) -> Choice:
    """The statements on the page that were chosen when it was shown, and those that are now."""
    shown = _ids(sent.getlist("shown"))
    return Choice(
        seen=_ids(sent.getlist("was")) & shown, chosen=_ids(sent.getlist("statement")) & shown
    )


def choices_of(sent: QueryDict) -> dict[uuid.UUID, Choice]:
    """What the plain form says of each statement on the page: the themes seen and chosen."""
    return {
        statement: Choice(
            seen=_ids(sent.get(f"seen-{statement}", "").split()),
            chosen=_ids(sent.getlist(f"theme-{statement}")),
        )
        for statement in _ids(sent.getlist("statement"))
    }


def _ids(values: list[Any]) -> frozenset[uuid.UUID]:
    """The ids among the values; anything else did not come from our page."""
    found = set()
    for value in values:
        try:
            found.add(uuid.UUID(value))
        except ValueError:
            continue
    return frozenset(found)
