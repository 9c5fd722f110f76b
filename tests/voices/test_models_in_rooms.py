"""Where a meeting is masked the trained models read too. Without them it is said, and not ended."""

from collections.abc import Iterator, Sequence

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from pytest_django.fixtures import Settings

from brukerstemmen.masking import remembering
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.process import FinderFailed
from brukerstemmen.masking.remembering import Remembering
from brukerstemmen.masking.spans import Context, Label, Span, Why
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import masking, meetings, naming, second_reading, validation
from brukerstemmen.voices.finding import gather
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.names import Meant
from brukerstemmen.voices.states import Answer, MeetingState, Second
from brukerstemmen.voices.views.frame import at
from tests.cast import mask_as

SEEN = "lytter"  # what these models take for a name


class Models:
    """They see one word more than the rules; or do not answer."""

    def __init__(self) -> None:
        self.answer = True
        self.deep = set[int]()  # in how many transactions at once somebody has waited for them

    def __call__(self, texts: Sequence[str], lang: str, context: Context) -> list[list[Span]]:
        self.deep.add(len(connection.atomic_blocks))
        if not self.answer:
            raise FinderFailed("it took too long")
        known = Context(context.local_names, context.local_places, context.known)
        return [
            sorted([*spans, *self._seen(text)], key=lambda span: span.start)
            for text, spans in zip(texts, propagate(texts, lang, known), strict=True)
        ]

    def _seen(self, text: str) -> list[Span]:
        at = text.find(SEEN)
        stretch = (at, at + len(SEEN), Label.PERSON, 0.4, "tagger", Why.READ_BY_MODEL)
        return [Span(*stretch)] if at >= 0 else []


@pytest.fixture
def models(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Models:
    settings.MASKING_MODELS = True
    made = Models()
    monkeypatch.setattr(remembering, "PAUSE_SECONDS", 0.0)
    monkeypatch.setattr(remembering, "_one", Remembering(made))
    return made


@pytest.fixture
def real(settings: Settings) -> Iterator[None]:
    settings.MASKING_MODELS = True
    remembering.forget()
    yield
    remembering.forget()


@pytest.fixture
def first(read_aloud: UserMeeting) -> Statement:
    return read_aloud.statements.get(position=1)


def page_of(browser: Client, meeting: UserMeeting) -> str:
    return browser.get(at("mask", meeting)).content.decode()


def test_what_the_models_see_is_to_be_answered_like_all_else(
    browser: Client, read_aloud: UserMeeting, first: Statement, anne: Person, models: Models
) -> None:
    assert SEEN in [hit.text for hit in gather(read_aloud).hits]
    assert "do not answer" not in page_of(browser, read_aloud)

    assert mask_as(first, "Behandleren min lytter.", by=anne).open_hits == 1
    assert mask_as(first, "Behandleren min hører på meg.", by=anne).is_ready


def test_while_they_do_not_answer_the_rules_are_shown_and_it_is_said(
    browser: Client, read_aloud: UserMeeting, models: Models
) -> None:
    models.answer = False

    page = page_of(browser, read_aloud)

    assert "The trained models do not answer now." in page
    assert 'data-label="PERSON"' in page and not gather(read_aloud).is_thorough


def test_nothing_is_finished_that_they_have_not_read(
    read_aloud: UserMeeting, first: Statement, anne: Person, models: Models
) -> None:
    models.answer = False
    for one in read_aloud.statements.all():
        assert mask_as(one, "Behandleren min lytter.", by=anne).is_ready

    with pytest.raises(ValidationError, match="do not answer now"):
        meetings.finish_masking(read_aloud, by=anne)

    models.answer = True
    with pytest.raises(ValidationError, match="point at somebody"):
        meetings.finish_masking(read_aloud, by=anne)
    first.refresh_from_db()
    assert first.open_hits == 1
    for one in read_aloud.statements.all():
        mask_as(one, "Behandleren min hører på meg.", by=anne)
    assert meetings.finish_masking(read_aloud, by=anne).state == MeetingState.MASKED


def test_switched_off_it_is_said_and_hinders_nothing(
    browser: Client, read_aloud: UserMeeting, anne: Person
) -> None:
    assert "The trained models are switched off here." in page_of(browser, read_aloud)
    for one in read_aloud.statements.all():
        mask_as(one, "Behandleren min lytter.", by=anne)

    assert meetings.finish_masking(read_aloud, by=anne).state == MeetingState.MASKED


QUIET = "Hun lytter til meg."


@pytest.fixture
def reworded(masked: UserMeeting, models: Models) -> Statement:
    """New words in a masked meeting, from the one who said them; the models do not answer now."""
    statement = masked.statements.get(position=1)
    given = {"based_on": statement.masked_number, "words": QUIET}
    validation.answer(statement, Answer.CHANGE, by_self=statement.speaker, **given)
    models.answer = False
    statement.refresh_from_db()
    return statement


def test_new_words_in_a_masked_meeting_wait_for_the_models(
    reworded: Statement, masked: UserMeeting, anne: Person, models: Models
) -> None:
    seen = (reworded.raw_number, reworded.masked_number)
    with pytest.raises(ValidationError, match="do not answer now"):
        mask_as(reworded, QUIET, by=anne)
    one = masking.Read(reworded.pk, QUIET, {}, seen)
    refusals = masking.mask_many(masked, [one], by=anne)
    assert "do not answer now" in refusals[reworded.pk].messages[0]
    reworded.refresh_from_db()
    assert not reworded.is_ready and reworded.masked_wordings.count() == 1

    models.answer = True
    assert mask_as(reworded, QUIET, by=anne).open_hits == 1


def test_it_is_said_in_a_masked_meeting_too_and_what_was_typed_stays(
    browser: Client, reworded: Statement, masked: UserMeeting, anne: Person
) -> None:
    said = "New words go on when the models have read them."
    assert said in page_of(browser, masked)
    assert said in browser.get(at("mask_one", masked, reworded.pk)).content.decode()

    pk = str(reworded.pk)
    seen = f"{reworded.raw_number}-{reworded.masked_number}"
    told = {"read": pk, "statement": pk, f"words-{pk}": "Hun hører på meg.", f"seen-{pk}": seen}
    page = browser.post(at("mask", masked), told).content.decode()
    assert "do not answer now" in page and "Hun hører på meg." in page


def test_a_choice_between_wordings_waits_for_them_too(
    reworded: Statement, anne: Person, models: Models
) -> None:
    with pytest.raises(ValidationError, match="do not answer now"):
        masking.choose_masked(reworded, number=1, by=anne)

    models.answer = True
    masking.choose_masked(reworded, number=1, by=anne)


def test_a_second_reader_lets_stand_what_they_have_read(
    reworded: Statement, anne: Person, frida: Person, models: Models
) -> None:
    Statement.objects.filter(pk=reworded.pk).update(
        masked_from=reworded.raw_number, second_reading=Second.WANTED
    )
    reworded.refresh_from_db()
    with pytest.raises(ValidationError, match="do not answer now"):
        second_reading.let_stand(reworded, based_on=reworded.masked_number, by=frida)

    models.answer = True
    version = reworded.masked_wordings.get()
    version.seal(words=QUIET)
    version.save()
    with pytest.raises(ValidationError, match="may still point at somebody"):
        second_reading.let_stand(reworded, based_on=reworded.masked_number, by=frida)
    reworded.refresh_from_db()
    assert reworded.open_hits == 1 and not reworded.is_ready


def test_nobody_waits_for_them_with_the_database_held(
    read_aloud: UserMeeting, first: Statement, anne: Person, models: Models
) -> None:
    outside = len(connection.atomic_blocks)
    for number, one in enumerate(read_aloud.statements.all()):
        read = masking.Read(one.pk, f"Ingen i Trondheim hørte på meg {number}.", {}, (1, 0))
        masking.mask_many(read_aloud, [read], by=anne)
    naming.choose_everywhere(read_aloud, Meant("Trondheim", instead="en by"), by=anne)
    mask_as(first, "Ingen i Bergen hørte på meg.", by=anne)
    masking.choose_masked(first, number=1, by=anne)
    for one in read_aloud.statements.all():
        mask_as(one, "Behandleren min hører på meg.", by=anne)
    remembering._one._told.clear()  # as in another process
    meetings.finish_masking(read_aloud, by=anne)

    assert models.deep == {outside}


@pytest.mark.usefixtures("real")
def test_the_models_themselves_are_asked_in_a_process_of_their_own(
    read_aloud: UserMeeting,
) -> None:
    gathered = gather(read_aloud)

    assert gathered.is_thorough and gathered.context.tagger
    assert any(hit.text == "Marit Hauglie" for hit in gathered.hits)
