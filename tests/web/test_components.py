"""The parts of pages, rendered as pages render them. Missing variables fail by themselves."""

import pytest
from django import forms
from django.core.exceptions import ImproperlyConfigured
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.web import component_samples
from brukerstemmen.web.templatetags.icons import icon
from brukerstemmen.web.templatetags.looks import (
    KIND_SIGNS,
    face_colour,
    initials,
    kind_sign,
    theme_key,
)

pytestmark = pytest.mark.django_db  # the frame of a page asks for the name of the centre


class Asked(forms.Form):
    hidden = forms.CharField(widget=forms.HiddenInput)
    name = forms.CharField(label="Name", help_text="As you like it.")
    day = forms.DateField(label="Day")
    tie = forms.ChoiceField(label="Tie", choices=[("no", "No")], widget=forms.RadioSelect)


def rendered(template: str, **context: object) -> str:
    request = RequestFactory().get("/")
    return render_to_string(f"components/{template}.html", context, request=request)


def test_every_part_stands_on_the_page_that_shows_them_all():
    page = render_to_string("web/components.html", component_samples.samples())

    assert page.count("<h1") == 2  # its own, and the question of the sample confirmation
    assert "style=" not in page
    assert "onclick" not in page


@pytest.mark.parametrize("page", ["403", "404", "500"])
def test_an_error_page_needs_nothing(page):
    assert "<h1" in render_to_string(f"errors/{page}.html")


def test_a_field_tells_its_help_and_its_errors_to_a_screen_reader():
    page = rendered("form", form=Asked({"hidden": "x", "day": "2026-11-24"}))

    assert 'aria-describedby="id_name_helptext id_name_error"' in page
    assert 'id="id_name_helptext"' in page
    assert 'id="id_name_error"' in page
    assert 'href="#id_name"' in page
    assert 'aria-invalid="true"' in page


def test_a_form_without_errors_has_no_summary():
    assert "ds-error-summary" not in rendered("form", form=Asked())


def test_a_day_is_chosen_with_the_browsers_own_picker():
    page = rendered("form", form=Asked(initial={"day": "2026-11-24"}))

    assert 'type="date"' in page
    assert 'value="2026-11-24"' in page


def test_a_form_inside_a_part_carries_its_token():
    asked = {"action": "/", "question": "Sure?", "label": "Yes", "cancel_url": "/"}

    assert 'name="csrfmiddlewaretoken"' in rendered("confirm", **asked)


def test_what_is_missing_may_be_sentences_or_more():
    items = ["The guide is not locked.", {"sentence": "No consent.", "hard": True}]

    page = rendered("missing", items=items)

    assert "The guide is not locked." in page
    assert page.count("data-hard") == 1


def test_words_are_escaped():
    page = Template('{% include "components/voice.html" with words=words only %}').render(
        Context({"words": "<script>"})
    )

    assert "&lt;script&gt;" in page


def test_an_icon_nobody_has_built_is_refused():
    with pytest.raises(ImproperlyConfigured, match="add it to frontend"):
        icon("NoSuchIcon")


def test_an_icon_is_silent_or_spoken():
    assert 'aria-hidden="true"' in icon("Checkmark")
    assert 'aria-label="&lt;Done&gt;"' in icon("Checkmark", "<Done>")


@pytest.mark.parametrize(
    ("name", "badge"), [("Nina Aas", "NA"), ("Jon Olav Berg", "JB"), ("Anne", "A"), ("", "")]
)
def test_initials(name, badge):
    assert initials(name) == badge


def test_every_kind_has_its_own_sign():
    assert {kind_sign(kind) for kind in KIND_SIGNS} == {"+", "−", "→", "○"}


def test_ten_themes_have_a_key():
    assert [theme_key(number) for number in (1, 9, 10, 11)] == ["1", "9", "0", ""]


@given(st.text())
def test_a_name_keeps_its_colour(name):
    assert face_colour(name) == face_colour(name)
