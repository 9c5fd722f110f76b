"""What is asked when a report goes out, and when somebody comments on facts in it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from brukerstemmen.measures.models import Matter
from brukerstemmen.reports.actions.commenting import LONGEST
from brukerstemmen.reports.models import CommentOutcome


class ReleaseForm(forms.Form):
    comment_until = forms.DateField(
        label=_("The last day for comments on facts"),
        help_text=_("The service may say what is not right. Silence stops nothing."),
        required=False,
        widget=forms.DateInput,
    )


class CommentForm(forms.Form):
    matter = forms.ChoiceField(label=_("What it is about"), required=False)
    text = forms.CharField(
        label=_("What is not right"),
        help_text=_("Write what is wrong, and how it is. Name nobody."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Write what is not right.")},
    )

    def __init__(self, *args: Any, matters: Iterable[Matter], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {str(one.pk): one for one in matters}
        self.fields["matter"].choices = [  # type: ignore[attr-defined]
            ("", gettext("The whole report")),
            *((pk, f"{one.number}. {one.title}") for pk, one in self.there.items()),
        ]

    def about(self) -> Matter | None:
        return self.there.get(self.cleaned_data["matter"])


class ReplyForm(forms.Form):
    outcome = forms.ChoiceField(
        label=_("What happens"),
        choices=[
            (CommentOutcome.CHANGED.value, _("The report is changed")),
            (CommentOutcome.KEPT.value, _("The report stands as it is")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say whether the report is changed or stands.")},
    )
    text = forms.CharField(
        label=_("What you say to the service"),
        help_text=_("It stands beside the comment, for the service and the team. It stays."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write what you say to the service.")},
    )
