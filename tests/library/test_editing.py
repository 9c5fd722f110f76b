"""Writing, reading, correcting, translating: how a page comes to its readers."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Site, TaskState
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from brukerstemmen.library import letters
from brukerstemmen.library.actions import correcting, editors, reviewing
from brukerstemmen.library.models import NewsPage, SectionPage, TemplatePage
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.daily import DAILY
from brukerstemmen.people.models import Person
from tests.cast import TODAY
from tests.library.editors_world import draft, letters_to, words_of

SignIn = Callable[[Person], Client]


# Reading before it goes out


def test_the_yes_of_a_co_reader_publishes(
    asked: TaskState, template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    reviewing.answer(asked, yes=True, comment="", by=mikkel)

    assert "på din måte" in words_of(template)
    assert letters_to(mikkel) == [letters.ASKED] and letters_to(edda) == [letters.SAID_YES]


def test_not_yet_says_why_and_publishes_nothing(
    asked: TaskState, template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    with pytest.raises(ValidationError, match="not right yet"):
        reviewing.answer(asked, yes=False, comment=" ", by=mikkel)
    reviewing.answer(asked, yes=False, comment="Hva skjer etterpå?", by=mikkel)

    assert "på din måte" not in words_of(template)
    assert letters_to(edda) == [letters.SAID_NOT_YET]
    with pytest.raises(ValidationError, match="answered already"):
        reviewing.answer(asked, yes=True, comment="", by=mikkel)


@pytest.mark.parametrize("who", ["edda", "anne", "odd"])
def test_only_a_co_reader_of_the_site_answers(
    who: str, asked: TaskState, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        reviewing.answer(asked, yes=True, comment="", by=request.getfixturevalue(who))


def test_nobody_says_yes_to_their_own_words(
    template: TemplatePage, edda: Person, mikkel: Person, person: Callable[..., Person]
) -> None:
    written = draft(draft(template, edda, text="Først."), mikkel, text="Kom, vær så snill.")
    waiting = written.get_workflow().start(written, edda).current_task_state

    with pytest.raises(PermissionDenied):
        reviewing.answer(waiting, yes=True, comment="", by=mikkel)
    other = person("Runa", Role.CO_READER)
    reviewing.answer(waiting, yes=True, comment="", by=other)


def test_an_editor_alone_publishes_no_template(
    template: TemplatePage, edda: Person, signed_in: SignIn
) -> None:
    """Not from the page itself, not as a new page, and not together with others."""
    written = draft(template, edda, text="Uten at noen har lest.")
    client = signed_in(edda)

    with pytest.raises(PermissionDenied):
        written.latest_revision.publish(user=edda)
    told = {**TYPED, "action-publish": "1"}
    client.post(reverse("wagtailadmin_pages:edit", args=[template.pk]), told)
    new = ("library", "templatepage", template.get_parent().pk)
    made = client.post(reverse("wagtailadmin_pages:add", args=new), told)
    client.post(f"{reverse('wagtail_bulk_action', args=BULK)}?id={template.pk}")

    assert made.status_code == 302 and made["Location"] == "/rediger/"
    assert "har lest" not in words_of(template) and "alene" not in words_of(template)
    assert not TemplatePage.objects.live().exclude(pk=template.pk).exists()


BULK = ("wagtailcore", "page", "publish")
TYPED = nested_form_data(
    {
        "title": "Ny mal",
        "slug": "ny-mal",
        "summary": "Skrevet alene.",
        "body": streamfield([("text", {"title": "", "text": rich_text("<p>Helt alene.</p>")})]),
        "labels": [],
        "comments": inline_formset([]),
        "written_in": "nb",
    }
)


def test_a_page_stands_still_while_it_is_read(
    asked: TaskState, template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    lock = template.get_lock()

    assert lock is not None and lock.for_user(edda) and lock.for_user(mikkel)


def test_what_was_changed_meanwhile_does_not_go_out(
    asked: TaskState, template: TemplatePage, edda: Person, mikkel: Person
) -> None:
    draft(template, edda, text="Noe helt annet.")

    with pytest.raises(PermissionDenied):
        reviewing.answer(asked, yes=True, comment="", by=mikkel)
    assert "annet" not in words_of(template)


def test_news_goes_out_at_once(tools: SectionPage, owned: Site, edda: Person) -> None:
    editors.mirror(edda)
    page = tools.add_child(instance=NewsPage(title="Nytt", slug="nytt", on=TODAY, live=False))

    page.save_revision(user=edda).publish(user=edda)

    page.refresh_from_db()
    assert page.live and page.get_workflow() is None


def test_those_who_read_are_reminded_and_the_one_who_asked_is_told(
    asked: TaskState, edda: Person, mikkel: Person
) -> None:
    begun = timezone.localdate(asked.started_at)
    for days, to, expected in [
        (6, mikkel, [letters.ASKED]),
        (7, mikkel, [letters.ASKED, letters.HALFWAY]),
        (8, mikkel, [letters.ASKED, letters.HALFWAY]),
        (13, mikkel, [letters.ASKED, letters.HALFWAY, letters.TOMORROW]),
        (14, edda, []),
        (15, edda, [letters.LATE]),
        (40, edda, [letters.LATE]),
    ]:
        with clock.at(begun + timedelta(days=days)):
            allow_until(mikkel, edda, begun + timedelta(days=100))
            reviewing.remind()
        assert sorted(letters_to(to)) == sorted(expected), days


def allow_until(*people_and_day: Any) -> None:
    *people, day = people_and_day
    for person in people:
        person.grants.update(until=day)


def test_the_house_does_it_by_itself() -> None:
    assert {"co-readers reminded", "editors told what to look at"} <= {c.name for c in DAILY}


@pytest.mark.ignore_template_errors
def test_a_co_reader_answers_on_a_page_of_their_own(
    asked: TaskState, template: TemplatePage, mikkel: Person, signed_in: SignIn
) -> None:
    client = signed_in(mikkel)
    address = reverse("library_editing:read", args=[asked.pk])

    assert template.title in client.get(reverse("library_editing:to_read")).text
    refused = client.post(address, {"not_yet": "1", "comment": ""})
    assert refused.status_code == 422
    assert client.post(address, {"yes": "1"}).status_code == 302
    assert "på din måte" in words_of(template)


# A small correction


def test_a_typing_error_goes_out_with_its_reason(template: TemplatePage, edda: Person) -> None:
    draft(template, edda, text="Kom og fortell hva du meiner.")

    correcting.correct(template, reason="skrivefeil", by=edda)

    assert "meiner" in words_of(template)
    entry = PageLogEntry.objects.get(action=correcting.CORRECTED)
    assert entry.data == {"reason": "skrivefeil", "words": 1} and entry.user == edda


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Kom og fortell oss alt du noen gang har ment om oss her.", "More than 5 words"),
        ("Ikke fortell hva du mener.", "turns the meaning"),
        ("Kom og fortell hva du mener innen 3.", "number"),
        ("Kom og fortell hva du mener.", "Nothing is changed"),
    ],
)
def test_more_than_that_is_read_first(
    template: TemplatePage, edda: Person, text: str, why: str
) -> None:
    draft(template, edda, text=text)

    with pytest.raises(ValidationError, match=why):
        correcting.correct(template, reason="skrivefeil", by=edda)


def test_what_is_no_text_is_no_correction(template: TemplatePage, edda: Person) -> None:
    page = template.get_latest_revision_as_object()
    page.slug = "et-annet-sted"
    page.save_revision(user=edda)

    with pytest.raises(ValidationError, match="not only words"):
        correcting.correct(template, reason="adressen", by=edda)


@pytest.mark.parametrize("who", ["mikkel", "nora", "anne"])
def test_only_an_editor_of_the_site_corrects(
    who: str, template: TemplatePage, edda: Person, request: pytest.FixtureRequest
) -> None:
    draft(template, edda, text="Kom og fortell hva du meiner.")

    with pytest.raises(PermissionDenied):
        correcting.correct(template, reason="skrivefeil", by=request.getfixturevalue(who))


def test_nothing_is_corrected_while_somebody_reads(asked: TaskState, edda: Person) -> None:
    page = asked.workflow_state.content_object

    with pytest.raises(ValidationError, match="reading it"):
        correcting.correct(page.specific, reason="skrivefeil", by=edda)


@pytest.mark.ignore_template_errors
def test_the_page_for_a_correction_says_why_not(
    template: TemplatePage, edda: Person, signed_in: SignIn
) -> None:
    draft(template, edda, text="Noe helt annet enn det som sto her fra før av.")
    client = signed_in(edda)

    answer = client.get(reverse("library_editing:correct", args=[template.pk]))

    assert answer.status_code == 200 and 'name="reason"' not in answer.text
