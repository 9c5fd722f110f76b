"""What is said when a language lacks a text, and in place of other packages' own words."""

import pytest
from allauth.account.forms import SetPasswordForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test.utils import override_settings
from django.utils import translation
from django.utils.translation import gettext

from tools.texts import PACKAGE, texts_in

BORROWED = texts_in(PACKAGE / "web" / "borrowed_texts.py")


class Sheet(forms.Form):
    """A field for each way of filling in that may need another try."""

    name = forms.CharField()
    long = forms.CharField(max_length=3)
    address = forms.EmailField()
    day = forms.DateField()
    few = forms.IntegerField(min_value=1)
    many = forms.IntegerField(max_value=9)
    whole = forms.IntegerField()
    one = forms.ChoiceField(choices=[("a", "A")])
    row = forms.TypedMultipleChoiceField(choices=[("a", "A")])
    file = forms.FileField()
    text = forms.FileField()


def refusals() -> list[str]:
    wrong = {
        "long": "four",
        "address": "nobody",
        "day": "one",
        "few": "0",
        "many": "10",
        "whole": "a",
        "one": "b",
        "row": ["b"],
    }
    sheet = Sheet(wrong, {"file": SimpleUploadedFile("notes.txt", b"")})
    return [str(refusal) for said in sheet.errors.values() for refusal in said]


def test_nynorsk_falls_back_to_bokmal_and_bokmal_to_english():
    only_bokmal, in_no_language = "Email (again)", "Nobody has ever said this."

    with translation.override("nn"):
        assert gettext(only_bokmal) == "E-post (igjen)"
        assert gettext(in_no_language) == in_no_language
    with translation.override("nb"):
        assert gettext(in_no_language) == in_no_language


def test_english_is_the_source_itself():
    with translation.override("en"):
        assert gettext("Statements") == "Statements"
        assert gettext("Email (again)") == "Email (again)"


def test_each_norwegian_speaks_for_itself():
    with translation.override("nb"):
        assert gettext("You are here") == "Du er her"
        assert gettext("Listen") == "Hør"
    with translation.override("nn"):
        assert gettext("Listen") == "Høyr"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_form_asks_again_in_our_own_words(language):
    with translation.override(language):
        ours = {form.partition("%(")[0] for text in BORROWED for form in said(text)}

        strange = [
            refusal for refusal in refusals() if not any(refusal.startswith(one) for one in ours)
        ]

    assert not strange


def said(text) -> list[str]:
    if text.plural:
        return [translation.ngettext(text.words, text.plural, number) for number in (1, 2)]
    return [gettext(text.words)]


@pytest.mark.parametrize(
    ("language", "short", "usual"),
    [
        ("nb", "Passordet er for kort. Bruk minst 12 tegn.", "lett å gjette. Velg et annet."),
        ("nn", "Passordet er for kort. Bruk minst 12 teikn.", "lett å gjette. Vel eit anna."),
    ],
)
def test_a_password_is_refused_in_our_own_words(language, short, usual):
    with translation.override(language), pytest.raises(ValidationError) as refusal:
        validate_password("password")

    assert short in refusal.value.messages
    assert any(message.endswith(usual) for message in refusal.value.messages)


@override_settings(AUTH_PASSWORD_VALIDATORS=[])
def test_two_unlike_passwords_are_told_of_in_our_own_words(db, anne):
    with translation.override("nn"):
        form = SetPasswordForm(anne, {"password1": "one long", "password2": "another"})

        assert form.errors["password2"] == [
            "Dei to passorda er ikkje like. Skriv det same begge stader."
        ]
