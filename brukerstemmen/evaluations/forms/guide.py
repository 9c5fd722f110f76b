"""The question guide: themes, and open questions in three turns."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.models import GuideTheme, Question
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn


def _once() -> forms.UUIDField:
    return forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


def _title() -> forms.CharField:
    return forms.CharField(
        label=_("Theme"),
        help_text=_("What you want to talk about, in a few words."),
        max_length=160,
    )


class ThemeForm(forms.Form):
    title = _title()
    once = _once()


class RenameThemeForm(forms.Form):
    title = _title()


class QuestionForm(forms.Form):
    text = forms.CharField(
        label=_("Question"),
        help_text=_("Begin with what or how, so that it cannot be answered with yes or no."),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    turn = forms.ChoiceField(label=_("Turn"), choices=Turn.choices)
    raised_by = forms.ChoiceField(
        label=_("Who raised it?"), choices=RaisedBy.choices, initial=RaisedBy.INTERVIEWERS
    )


class AddQuestionForm(QuestionForm):
    once = _once()

    @classmethod
    def to(cls, theme: GuideTheme, data: Any = None) -> "AddQuestionForm":
        """Its own ids, since a page holds one for each theme."""
        return cls(data, auto_id=f"new-{theme.pk.hex[:8]}-%s")


def of_question(question: Question) -> dict[str, str]:
    return {
        "text": question.read("text"),
        "turn": question.turn,
        "raised_by": question.raised_by,
    }
