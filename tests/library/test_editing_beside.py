"""What stands beside a page: when it was last looked at, its other languages, and who is named."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Locale, TaskState

from brukerstemmen.library import letters
from brukerstemmen.library.actions import editors, reviewing, translating
from brukerstemmen.library.editing.beside import beside
from brukerstemmen.library.models import SiteProfile, TemplatePage
from brukerstemmen.library.showing.history import history_of
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person
from tests.cast import TODAY
from tests.library.editors_world import draft, letters_to, words_of

SignIn = Callable[[Person], Client]


# Looking again


def test_what_nobody_has_looked_at_is_told_once_a_month(
    template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    TemplatePage.objects.filter(pk=template.pk).update(review_on=TODAY)

    reviewing.alert()
    reviewing.alert()

    assert letters_to(edda) == [letters.TO_LOOK_AT] and not letters_to(mikkel)
    with clock.at(TODAY + timedelta(days=31)):
        reviewing.alert()
    assert len(letters_to(edda)) == 2


def test_looked_at_is_a_new_day_and_no_new_words(template: TemplatePage, edda: Person) -> None:
    draft(template, edda, text="Et utkast som venter.")
    before = words_of(template)

    reviewing.looked_at(template, months=12, by=edda)

    template.refresh_from_db()
    assert template.review_on == TODAY.replace(year=TODAY.year + 1)
    assert words_of(template) == before and template.has_unpublished_changes
    assert template.get_latest_revision_as_object().review_on == template.review_on


@pytest.mark.ignore_template_errors
def test_the_lists_show_what_is_on_ones_own_site(
    template: TemplatePage, edda: Person, nora: Person, signed_in: SignIn
) -> None:
    TemplatePage.objects.filter(pk=template.pk).update(review_on="2020-01-01")
    address = reverse("library_editing:to_look_at")

    assert template.title in signed_in(edda).get(address).text
    assert template.title not in signed_in(nora).get(address).text


# Who may be named


def test_whom_a_page_may_name_stands_beside_it_also_in_its_pictures(
    template: TemplatePage, edda: Person, signed_in: SignIn
) -> None:
    page = template.get_latest_revision_as_object()
    picture = {"picture": None, "alt": "Kari Nordmann i døra", "caption": "Ring 20 55 01 47."}
    page.body = [("text", {"title": "", "text": "<p>Kom inn.</p>"}), ("picture", picture)]

    assert set(beside(page)["named"]) == {"Kari Nordmann", "20 55 01 47"}

    draft(template, edda, text="Spør Kari Nordmann.")
    shown = signed_in(edda).get(reverse("library_editing:beside", args=[template.pk])).text
    assert "<mark>Kari Nordmann</mark>" in shown
    draft(template, edda, text="Spør den som står i døra.")
    shown = signed_in(edda).get(reverse("library_editing:beside", args=[template.pk])).text
    assert "peke på noen" not in shown


# Languages


@pytest.fixture
def nynorsk(template: TemplatePage, home: Any) -> TemplatePage:
    """The template copied to be translated, and published."""
    locale, _new = Locale.objects.get_or_create(language_code="nn")
    copied = template.copy_for_translation(locale, copy_parents=True)
    copied.save_revision().publish()
    copied.refresh_from_db()
    return copied


def publish(page: TemplatePage) -> None:
    page.refresh_from_db()
    page.save_revision().publish()


def test_a_translation_is_outdated_when_its_source_goes_out_later(
    template: TemplatePage, nynorsk: TemplatePage, edda: Person
) -> None:
    assert not translating.is_outdated(nynorsk) and not translating.outdated().exists()
    publish(template)

    assert translating.is_outdated(nynorsk)
    assert list(translating.outdated().values_list("pk", flat=True)) == [nynorsk.pk]
    assert not translating.is_outdated(template)


@pytest.mark.ignore_template_errors
def test_an_editor_makes_a_translation_as_a_draft_that_has_seen_its_source(
    template: TemplatePage, edda: Person, signed_in: SignIn
) -> None:
    nynorsk, _new = Locale.objects.get_or_create(language_code="nn")
    template.get_parent().specific.copy_for_translation(nynorsk, copy_parents=True)
    address = reverse("simple_translation:submit_page_translation", args=[template.pk])

    signed_in(edda).post(address, {"locales": [nynorsk.pk], "include_subtree": ""})

    made = TemplatePage.objects.get(locale=nynorsk)
    assert not made.live and made.source_seen_at == template.last_published_at


def test_seen_to_holds_also_when_the_translation_goes_out_again(
    template: TemplatePage, nynorsk: TemplatePage, edda: Person
) -> None:
    publish(template)

    translating.see_to(nynorsk, by=edda)

    publish(nynorsk)
    nynorsk.refresh_from_db()
    assert not translating.is_outdated(nynorsk)


def test_readers_are_told_until_somebody_has_seen_to_it(
    template: TemplatePage, nynorsk: TemplatePage
) -> None:
    reader = Client()
    address = nynorsk.get_url_parts()[2]
    assert "har endra seg" not in reader.get(address).text
    publish(template)

    shown = history_of(nynorsk, None)["is_outdated"]  # type: ignore[arg-type]

    assert shown and reader.get(address).status_code == 200


def test_other_numbers_in_another_language_are_seen(
    template: TemplatePage, nynorsk: TemplatePage, edda: Person
) -> None:
    told = as_written(draft(template, edda, text="165 møter"))
    assert [one["here"] for one in told["differing"]] == [["165"]]

    draft(nynorsk, edda, text="165 møte")
    assert not as_written(template)["differing"]


def as_written(page: TemplatePage) -> dict[str, Any]:
    return beside(page.get_latest_revision_as_object())


def test_beside_the_text_stands_how_heavy_it_is(template: TemplatePage, edda: Person) -> None:
    told = as_written(draft(template, edda, text="Pasienten implementerer brukermedvirkning."))

    assert told["lix"] > 0 and told["longest"]
    assert {each.word for each in told["avoided"]} == {"pasient", "implementere"}


# Who is named


def test_names_are_shown_to_readers_only_where_they_agreed(
    asked: TaskState, template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    reviewing.answer(asked, yes=True, comment="", by=mikkel)
    assert {each["name"] for each in history_of(template, None)["history"]} == {""}  # type: ignore[arg-type]

    editors.show_name(mikkel, is_shown=True)
    shown = history_of(template, None)["history"]  # type: ignore[arg-type]
    assert {"Mikkel"} == {each["name"] for each in shown if each["name"]}

    editors.show_name(mikkel, is_shown=False)
    assert {each["name"] for each in history_of(template, None)["history"]} == {""}  # type: ignore[arg-type]


# The editors' own pages in a reader's eyes


@pytest.mark.ignore_template_errors
def test_a_page_may_be_framed_under_the_prefix_alone(
    template: TemplatePage, edda: Person, signed_in: SignIn
) -> None:
    client = signed_in(edda)
    inside = client.get(reverse("wagtailadmin_pages:view_draft", args=[template.pk]))
    outside = client.get(template.get_url_parts()[2])

    assert inside["X-Frame-Options"] == "SAMEORIGIN" and outside["X-Frame-Options"] == "DENY"
    assert "frame-ancestors 'self'" in inside["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in outside["Content-Security-Policy"]
    editing = client.get(reverse("wagtailadmin_pages:edit", args=[template.pk]))
    scripts = next(
        part
        for part in editing["Content-Security-Policy"].split("; ")
        if part.startswith("script-src")
    )
    assert "unsafe" not in scripts and "<script>" not in editing.text


def test_a_setting_of_the_site_never_says_who_owns_it() -> None:
    assert "owners" not in {panel.field_name for panel in SiteProfile.panels}
