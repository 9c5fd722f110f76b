"""What a reader says: taken in without a name, answered, and shown when an editor lets it."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.cache import caches
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.forms.models import model_to_dict

from brukerstemmen.library import sifting
from brukerstemmen.library.actions import editors, saying
from brukerstemmen.library.models import (
    Change,
    Freshness,
    Said,
    SaidKind,
    SaidStanding,
    SiteProfile,
    TextPage,
)
from brukerstemmen.people.models import JournalEntry, Organisation, Person
from tests.cast import TODAY

WORDS = "Jeg fant ikke malen for honorar. Den burde ligge øverst."


@pytest.fixture(autouse=True)
def _nothing_pressed_yet() -> None:
    caches["pages"].clear()


@pytest.fixture
def edda(edda: Person, page: TextPage, centre: Organisation) -> Person:
    """Her centre owns the site."""
    return _let_in(edda, centre)


def _let_in(who: Person, centre: Organisation) -> Person:
    SiteProfile.objects.get().owners.add(centre)
    editors.mirror(who)
    return who


@pytest.fixture
def said(page: TextPage, clock_at: object) -> Said:
    made = saying.say(page, "content", WORDS)
    assert made is not None
    return made


@pytest.fixture
def shown(said: Said, edda: Person) -> Said:
    saying.answer(said, "Ja. Nå ligger den øverst.", by=edda)
    return saying.make_public(said, WORDS, by=edda, kept=["Den"])


def test_only_words_page_and_day_are_kept(said: Said, page: TextPage) -> None:
    assert (said.words, said.page_id, said.day) == (WORDS, page.pk, TODAY)
    kept = {field.name for field in Said._meta.get_fields() if field.concrete}
    assert kept == {
        "id",
        "page",
        "kind",
        "words",
        "day",
        "standing",
        "set_aside_on",
        "public_words",
        "answer",
        "answered_on",
    }
    assert not JournalEntry.objects.filter(what__startswith="feedback").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Write something"),
        (" \x00\u202e ", "Write something"),
        ("x" * 2001, "longer than 2000"),
        ("<script>alert(1)</script>", "looks like code"),
        ("[url=http://x.no]billig[/url]", "looks like code"),
        ("http://a.no http://b.no www.c.no", "more than two links"),
    ],
)
def test_what_are_no_words_is_not_taken_in(page: TextPage, words: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        saying.say(page, "content", words)

    assert not Said.objects.exists()


def test_a_kind_that_is_none_is_not_taken_in(page: TextPage) -> None:
    with pytest.raises(ValidationError, match="what it is about"):
        saying.say(page, "whatever", WORDS)


def test_sent_twice_is_said_once(said: Said, page: TextPage) -> None:
    again = saying.say(page, "content", WORDS)

    assert again == said and Said.objects.count() == 1


def test_a_thank_you_needs_no_words_and_a_double_click_is_one(page: TextPage) -> None:
    saying.say(page, "helped", "")
    saying.say(page, "helped", "")
    assert Said.objects.count() == 1

    caches["pages"].clear()  # somebody else, a little later
    saying.say(page, "helped", "")
    assert Said.objects.count() == 2


def test_a_day_can_be_full_and_the_next_one_is_not(
    page: TextPage, monkeypatch: pytest.MonkeyPatch, clock_at: Callable[[date], None]
) -> None:
    monkeypatch.setattr(sifting, "FULL", 1)
    saying.say(page, "content", WORDS)

    with pytest.raises(saying.FullToday):
        saying.say(page, "design", WORDS)
    assert saying.say(page, "helped", ""), "thanks are counted apart"

    clock_at(TODAY + timedelta(days=1))
    assert saying.say(page, "design", WORDS)


def test_too_many_thanks_are_counted_no_more(
    page: TextPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sifting, "MOST_THANKS", 0)

    assert saying.say(page, "helped", "") is None and not Said.objects.exists()


def test_about_a_page_that_went_meanwhile_is_kept(page: TextPage) -> None:
    TextPage.objects.get(pk=page.pk).delete()

    said = saying.say(page, "content", WORDS)

    assert said is not None and said.page_id is None


def test_from_reader_to_everybody(said: Said, edda: Person) -> None:
    saying.read(said, by=edda)
    saying.answer(said, "Ja. Nå ligger den øverst.", by=edda)
    before = Freshness.now()

    shown = saying.make_public(said, WORDS, by=edda, kept=["Den"])

    assert shown.standing == SaidStanding.PUBLIC and shown.public_words == WORDS
    assert shown.words == "", "what the reader wrote is gone"
    assert Freshness.now() > before
    lines = JournalEntry.objects.filter(what__startswith="feedback").order_by("pk")
    assert [line.what for line in lines] == [
        "feedback.read",
        "feedback.answered",
        "feedback.published",
    ]
    assert {line.about for line in lines} == {f"library.said:{said.pk}"}
    assert {line.by for line in lines} == {edda}


def test_nothing_is_shown_without_an_answer(said: Said, edda: Person) -> None:
    with pytest.raises(ValidationError, match="as it stands now"):
        saying.make_public(said, WORDS, by=edda)

    assert not Said.objects.public().exists()


def test_the_database_shows_nothing_without_an_answer(said: Said) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Said.objects.filter(pk=said.pk).update(standing="public", public_words="x", words="")


@pytest.mark.parametrize(
    "words",
    [
        "Kari Nordmann sa at siden er tung.",
        "Ring meg på 41 23 45 67.",
        "Skriv til ola@example.com.",
        "Jeg bor i Storgata 14.",
    ],
)
def test_what_points_at_somebody_never_goes_out(said: Said, edda: Person, words: str) -> None:
    saying.answer(said, "Takk.", by=edda)

    with pytest.raises(ValidationError, match="may point at somebody"):
        saying.make_public(said, words, by=edda, kept=words.split())

    assert not Said.objects.public().exists()


def test_an_answer_points_at_nobody_either(shown: Said, edda: Person) -> None:
    with pytest.raises(ValidationError, match="may point at somebody"):
        saying.answer(shown, "Takk til Kari Nordmann.", by=edda)

    shown.refresh_from_db()
    assert "Kari" not in shown.answer


def test_a_place_goes_out_when_an_editor_says_that_it_may(said: Said, edda: Person) -> None:
    saying.answer(said, "Takk.", by=edda)
    words = "Vi på Oppdal savner et eksempel."

    with pytest.raises(ValidationError, match="Oppdal"):
        saying.make_public(said, words, by=edda)

    assert saying.make_public(said, words, by=edda, kept=["Oppdal"]).public_words == words


def test_what_was_shown_can_be_taken_back(shown: Said, edda: Person) -> None:
    before = Freshness.now()

    back = saying.set_aside(shown, by=edda)

    assert back.set_aside_on == TODAY and not back.public_words and back.words == WORDS
    assert not Said.objects.public().exists() and Freshness.now() > before
    assert saying.set_aside(back, by=edda).set_aside_on == TODAY, "twice is once"
    assert saying.read(back, by=edda).set_aside_on is None


def test_it_takes_an_editor_of_that_site(
    said: Said, mikkel: Person, cecilie: Person, centre: Organisation, edda: Person
) -> None:
    for who in (_let_in(mikkel, centre), _let_in(cecilie, centre)):
        with pytest.raises(PermissionDenied):
            saying.read(said, by=who)
        with pytest.raises(PermissionDenied):
            saying.say_changed(said.page, "Nytt.", by=who)
    assert saying.read(said, by=edda)


def test_an_editor_of_another_site_does_not_see_it(said: Said, edda: Person) -> None:
    edda.groups.get().page_permissions.all().delete()
    edda = Person.objects.get(pk=edda.pk)

    assert not Said.objects.on_sites_of(edda).exists()
    with pytest.raises(PermissionDenied):
        saying.answer(said, "Takk.", by=edda)


def test_a_role_that_has_ended_opens_nothing(said: Said, edda: Person) -> None:
    edda.grants.all().delete()
    editors.mirror(edda)

    with pytest.raises(PermissionDenied):
        saying.read(said, by=Person.objects.get(pk=edda.pk))


def test_what_was_changed_is_told_once(shown: Said, edda: Person) -> None:
    before = Freshness.now()
    for _press in range(2):
        saying.say_changed(shown.page, " Malen ligger\nøverst. ", because_of=shown, by=edda)

    change = Change.objects.get()
    assert (change.what, change.day, change.because_of) == ("Malen ligger øverst.", TODAY, shown)
    assert Freshness.now() == before + 1
    assert JournalEntry.objects.filter(what="page.said_changed").count() == 1


@pytest.mark.parametrize("what", ["", "x" * 241, "<b>Ny</b>", "Kari Nordmann savnet den."])
def test_a_change_is_one_plain_sentence(page: TextPage, edda: Person, what: str) -> None:
    with pytest.raises(ValidationError):
        saying.say_changed(page, what, by=edda)


def test_a_change_can_be_put_better(page: TextPage, edda: Person) -> None:
    change = saying.say_changed(page, "Satsenne er nye.", by=edda)

    assert saying.reword(change, "Satsene er nye.", by=edda).what == "Satsene er nye."


@pytest.mark.parametrize(
    ("standing", "days", "there"),
    [("new", 365, True), ("new", 366, False), ("read", 366, False), ("answered", 366, False)],
)
def test_what_is_not_shown_goes_within_a_year(
    said: Said, clock_at: Callable[[date], None], standing: str, days: int, there: bool
) -> None:
    Said.objects.update(standing=standing)
    clock_at(TODAY + timedelta(days=days))

    saying.forget_old_feedback()

    assert Said.objects.exists() is there


def test_what_is_set_aside_goes_after_thirty_days(
    said: Said, edda: Person, clock_at: Callable[[date], None]
) -> None:
    saying.set_aside(said, by=edda)
    clock_at(TODAY + timedelta(days=30))
    assert saying.forget_old_feedback() == 0

    clock_at(TODAY + timedelta(days=31))
    assert saying.forget_old_feedback() == 1 and not Said.objects.exists()


def test_what_is_shown_stays_as_long_as_its_page(
    shown: Said, clock_at: Callable[[date], None]
) -> None:
    clock_at(TODAY + timedelta(days=2000))
    assert saying.forget_old_feedback() == 0

    TextPage.objects.get(pk=shown.page_id).delete()
    assert saying.forget_old_feedback() == 1


def test_kinds_have_words_and_no_row_has_an_hour(said: Said) -> None:
    assert all(str(SaidKind(kind).label) for kind in SaidKind.values)
    assert not [value for value in model_to_dict(said).values() if hasattr(value, "hour")]
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, Said._meta.db_table)
    assert not {column.name for column in columns} & {"address", "ip", "session", "agent", "at"}
