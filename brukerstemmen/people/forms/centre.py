"""Running the centre: its profile, who works there, its guidelines."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions.team import AT_THE_CENTRE
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.people.wording import ROLES
from brukerstemmen.privacy.disclosure import FLOOR

A_YEAR = timedelta(days=365)


class ProfileForm(forms.Form):
    name = forms.CharField(label=_("The name of the centre"), max_length=160)
    telephone = forms.CharField(
        label=_("Telephone of the centre"),
        help_text=_("Participants call this number."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
    )
    post_address = forms.CharField(
        label=_("Address for post"),
        help_text=_("Participants send letters back to it. Write it on one line."),
        max_length=200,
        required=False,
    )
    support_contact = forms.CharField(
        label=_("Somebody to talk with during and after meetings"),
        help_text=_("Name and telephone. It is shown to those who lead the meeting."),
        max_length=160,
        required=False,
    )
    smallest_group = forms.IntegerField(
        label=_("Smallest number of people that is ever shown"),
        help_text=_("Six, or more if you are careful. Numbers of people below it are not shown."),
        min_value=FLOOR,
        max_value=50,
    )

    @classmethod
    def of(cls, profile: CentreProfile) -> "ProfileForm":
        names = ("telephone", "post_address", "support_contact", "smallest_group")
        known = {name: getattr(profile, name) for name in names}
        return cls(initial={"name": profile.centre.name, **known})


class LogoForm(forms.Form):
    logo = forms.FileField(label=_("Logo"))


class TemplateForm(forms.Form):
    template = forms.FileField(
        label=_("Word template"), help_text=_("Drafts and reports get its styles.")
    )


class InviteStaffForm(forms.Form):
    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(label=_("E-mail"))
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(role.value, ROLES[role]) for role in AT_THE_CENTRE],
        help_text=_(
            "Staff may start evaluations. Payroll sees who is to be paid how much for which day,"
            " and nothing else. An administrator looks after accounts and settings, and sees"
            " nothing of what people have said."
        ),
        widget=forms.RadioSelect,
        initial=Role.STAFF.value,
    )
    until = forms.DateField(
        label=_("Last day"),
        help_text=_("The role ends by itself after this day. It can be given anew."),
        widget=forms.DateInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["until"].initial = clock.today() + A_YEAR


class GuidelinesForm(forms.Form):
    text = forms.CharField(
        label=_("The text"),
        help_text=_(
            "An empty line makes a new paragraph. A short line by itself becomes a heading. Lines"
            " that begin with a hyphen become a list."
        ),
        widget=forms.Textarea(attrs={"rows": 24}),
    )
