"""The first day: who you are, and which centre this is."""

from django import forms
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.actions.setup import FirstDay


class CodeForm(forms.Form):
    kode = forms.CharField(
        label=_("The one-time code"),
        help_text=_("It stands in the window where the product was started."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class SetupForm(forms.Form):
    kode = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Your e-mail"),
        help_text=_("You sign in with it."),
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label=_("Choose a password"),
        help_text=_(
            "At least 12 signs. A sentence only you know is easy to remember and hard to guess."
        ),
        strip=False,
        # Given back after an error elsewhere on the page: nothing typed is lost.
        widget=forms.PasswordInput(render_value=True, attrs={"autocomplete": "new-password"}),
    )
    centre = forms.CharField(label=_("The name of the centre"), max_length=160)
    telephone = forms.CharField(
        label=_("Telephone of the centre"),
        help_text=_("Participants call this number. It can be filled in later."),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "off"}),
    )
    logo = forms.FileField(label=_("Logo"), required=False)

    def told(self) -> FirstDay:
        """What was written, as the verb takes it."""
        given = self.cleaned_data
        logo = given["logo"]
        return FirstDay(
            name=given["name"],
            email=given["email"],
            password=given["password"],
            centre=given["centre"],
            telephone=given["telephone"],
            logo=logo.read() if logo else b"",
        )
