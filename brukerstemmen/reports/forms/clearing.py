"""What somebody answers about a quote, and what came of trying to recognise people."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.reports import sentences
from brukerstemmen.reports.actions.clearing import LONGEST, NOT_ASKED
from brukerstemmen.reports.states import Check, Recognised


class ReadForm(forms.Form):
    """The points one by one. A tick: I have asked, and it is fine."""

    checked = forms.MultipleChoiceField(
        label=_("Ask one at a time"),
        help_text=_("Tick when you have asked, and it is fine."),
        choices=[(check.value, sentences.CHECKS[check]) for check in Check],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": NOT_ASKED},
    )
    why = forms.CharField(
        label=_("Why may this be printed, although others have said nearly the same?"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=LONGEST,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, is_like_others: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_like_others:
            del self.fields["why"]

    def checks(self) -> set[Check]:
        return {Check(each) for each in self.cleaned_data["checked"]}


class RefuseForm(forms.Form):
    why = forms.CharField(
        label=_("Why does it stay out?"),
        help_text=_("One sentence, for those of you who read it next."),
        error_messages={"required": _("Write in a sentence why it stays out.")},
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=LONGEST,
    )


class TestForm(forms.Form):
    tester = forms.CharField(
        label=_("Who tried?"),
        help_text=_("As a function, such as “one from the user panel”. Never a name."),
        error_messages={"required": _("Write who tried, as a function and not with a name.")},
        max_length=200,
    )
    on = forms.DateField(label=_("On which day?"), widget=forms.DateInput)
    result = forms.ChoiceField(
        label=_("What came of it?"),
        choices=[(result.value, sentences.RESULTS[result]) for result in Recognised],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label=_("What should you know?"),
        help_text=_("Such as which quotes were hard. Write no names."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST,
    )
