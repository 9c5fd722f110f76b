"""The team's doors to giving people their words back: who comes in, what is told, what is kept."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.voices.actions import codes, validation, withdrawal
from brukerstemmen.voices.models import Offer, Participant, Statement, UserMeeting, ValidationRound
from brukerstemmen.voices.models.validation import OfferedBy
from brukerstemmen.voices.states import Answer, StatementState
from tests.cast import TODAY
from tests.crowd import crowd
from tests.voices.conftest import queries, raw_reads

DEADLINE = TODAY + timedelta(days=14)


def at(evaluation: Evaluation, name: str = "validation", *more: object) -> str:
    return reverse(f"voices:{name}", args=[evaluation.work.slug, *more])


@pytest.fixture
def around(masked: UserMeeting, anne: Person) -> ValidationRound:
    return validation.open_round(masked.evaluation, deadline=DEADLINE, by=anne)


@pytest.fixture
def speaker(masked: UserMeeting) -> Participant:
    return masked.statements.get(position=1).speaker


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_nobody_else_knows_of_these_doors(
    who: str,
    around: ValidationRound,
    signed_in: Callable[[Person], Client],
    request: pytest.FixtureRequest,
) -> None:
    client = signed_in(request.getfixturevalue(who))
    names = ["validation", "validation_open", "validation_letters", "validation_texts"]
    addresses = [at(around.evaluation, name) for name in names]

    for address in [*addresses, at(around.evaluation, "answers_for", 1)]:
        assert client.get(address).status_code == 404


def test_an_interviewer_looks_and_writes_down_but_does_not_open_or_text(
    around: ValidationRound, frida: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(frida)

    assert client.get(at(around.evaluation)).status_code == 200
    assert client.get(at(around.evaluation, "validation_letters")).status_code == 200
    assert client.get(at(around.evaluation, "answers_for", 1)).status_code == 200
    for name in ("validation_open", "validation_texts"):
        assert client.get(at(around.evaluation, name)).status_code == 403


def test_before_anything_is_masked_there_is_nothing_to_give_back(
    browser: Client, written: UserMeeting
) -> None:
    page = read(browser, at(written.evaluation))

    assert "Nothing is ready to be given back yet" in page
    assert "2 statements are not masked yet." in page


def test_the_lead_gives_back_what_is_ready(browser: Client, masked: UserMeeting) -> None:
    evaluation = masked.evaluation
    assert "2 statements are ready to be given back" in read(browser, at(evaluation))
    sent = {"deadline": DEADLINE.isoformat()}

    answers = [browser.post(at(evaluation, "validation_open"), sent) for _click in range(2)]

    assert [answer.url for answer in answers] == [at(evaluation)] * 2
    page = read(browser, at(evaluation))
    assert "14 days left" in page and "0 of 2 people have answered" in page
    assert Offer.objects.count() == 2


@pytest.mark.parametrize("day", ["", "2026-03-02", "i morgen"])
def test_a_day_that_is_not_to_come_is_refused_and_kept(
    browser: Client, masked: UserMeeting, day: str
) -> None:
    answer = browser.post(at(masked.evaluation, "validation_open"), {"deadline": day})

    assert answer.status_code == 422
    assert f'value="{day}"' in answer.content.decode() or not day
    assert not ValidationRound.objects.exists()


def test_a_statement_nobody_is_known_to_have_said_is_told_of_honestly(
    browser: Client, masked: UserMeeting
) -> None:
    Statement.objects.filter(position=2).update(speaker=None)

    page = read(browser, at(masked.evaluation))

    assert "1 statement cannot be given back at all, because nobody knows who said it." in page
    assert "1 statement is ready to be given back" in page


def test_how_each_gets_their_words_is_set_for_each(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    number = speaker.number
    sent = {f"way-{number}": "post", "told": [number], "way-99": "post", "way-2": "pigeon"}

    browser.post(at(around.evaluation), sent)

    offer = Offer.objects.get(participant=speaker)
    assert (offer.by_way_of, offer.offered_on) == (OfferedBy.POST, TODAY)
    other = Offer.objects.exclude(pk=offer.pk).get()
    assert (other.by_way_of, other.offered_on) == (OfferedBy.CODE, None)
    assert JournalEntry.objects.get(what="words.offered").count == 1


def test_the_page_tells_numbers_and_codes_and_no_words(
    browser: Client, around: ValidationRound, speaker: Participant, anne: Person
) -> None:
    codes.give_code(speaker, by=anne)

    page = read(browser, at(around.evaluation))

    assert speaker.code in page and "has no code yet" in page
    assert "lytter" not in page and "Hauglie" not in page


def test_those_who_have_left_are_not_on_the_page(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    withdrawal.withdraw(speaker)

    page = read(browser, at(around.evaluation))

    assert f"way-{speaker.number}" not in page and "0 of 1 people have answered" in page


def test_after_the_deadline_silence_counts_and_is_not_quoted_until_the_day_is_moved(
    browser: Client, around: ValidationRound, anne: Person
) -> None:
    with clock.at(DEADLINE + timedelta(days=1)):
        validation.pass_deadlines()
        page = read(browser, at(around.evaluation))
        assert "The deadline has passed" in page and "No answer in time" in page
        later = (DEADLINE + timedelta(days=8)).isoformat()
        browser.post(at(around.evaluation, "validation_open"), {"deadline": later})

    assert set(Statement.objects.values_list("state", flat=True)) == {StatementState.SENT}


def test_the_page_asks_as_little_for_many_as_for_few(
    browser: Client, masked: UserMeeting, anne: Person
) -> None:
    validation.open_round(masked.evaluation, deadline=DEADLINE, by=anne)
    few = queries(browser, at(masked.evaluation))
    crowd(masked, 60, by=anne)
    validation.open_round(masked.evaluation, deadline=DEADLINE, by=anne)

    assert queries(browser, at(masked.evaluation)) == few


def test_an_answer_told_by_telephone_is_written_down_one_statement_at_a_time(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    """Event 10: somebody without e-mail says yes by telephone."""
    validation.plan_offer(speaker, OfferedBy.PHONE, by=around.opened_by)
    here = at(around.evaluation, "answers_for", speaker.number)
    statement = speaker.statements.get()
    page = read(browser, here)
    assert "Behandleren min lytter." in page and "Statement 1 of 1" in page
    before = raw_reads()
    assert before >= 1

    sent = {"statement": statement.pk, "seen": statement.masked_number, "said": "yes"}
    answers = [browser.post(here, sent) for _click in range(2)]

    assert {answer.url for answer in answers} == {f"{here}?lagret=1"}
    statement.refresh_from_db()
    assert statement.is_quotable
    assert Offer.objects.get(participant=speaker).answered_on == TODAY
    assert JournalEntry.objects.filter(what="words.answered_for").exists()
    assert f"Everything of {speaker.code} is answered" in read(browser, answers[0].url)


def answering(browser: Client, around: ValidationRound, speaker: Participant, **sent: object):
    statement = speaker.statements.get()
    here = at(around.evaluation, "answers_for", speaker.number)
    told = {"statement": statement.pk, "seen": statement.masked_number, **sent}
    return browser.post(here, told)


def test_new_words_told_by_telephone_are_raw_again_and_written_once(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    new = "Hun som behandler meg, lytter."
    for _click in range(2):
        assert answering(browser, around, speaker, said="change", words=new).status_code == 302

    statement = speaker.statements.get()
    assert statement.state == StatementState.REWORDED and not statement.is_ready
    assert statement.raw_wordings.count() == 2


def test_new_words_that_are_missing_are_asked_for(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    answer = answering(browser, around, speaker, said="change", words=" ")

    assert answer.status_code == 422 and "Write what was said first." in answer.content.decode()


def test_nothing_chosen_keeps_the_words_that_were_typed(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    answer = answering(browser, around, speaker, words="Hun hører på meg.")

    assert answer.status_code == 422 and "Hun hører på meg." in answer.content.decode()


def test_words_that_have_changed_meanwhile_are_read_again(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    answer = answering(browser, around, speaker, said="yes", seen=9)

    assert answer.status_code == 422
    assert "The words have changed since you saw them." in answer.content.decode()


def test_taking_away_is_asked_about_once_and_done_once(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    statement = speaker.statements.get()
    asked = answering(browser, around, speaker, said="take_away")
    assert "Take this statement away?" in asked.content.decode()
    assert speaker.statements.exists()

    here = at(around.evaluation, "answers_for", speaker.number)
    sent = {"statement": statement.pk, "seen": 1, "said": "take_away", "sure": "1"}
    answers = [browser.post(here, sent) for _click in range(2)]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert not speaker.statements.exists()
    assert "Nothing they have said is written down" in read(browser, here)


def test_nobody_answers_for_another_through_somebody_elses_page(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    other = Statement.objects.exclude(speaker=speaker).get()
    here = at(around.evaluation, "answers_for", speaker.number)

    browser.post(here, {"statement": other.pk, "seen": 1, "said": "take_away", "sure": "1"})

    assert Statement.objects.filter(pk=other.pk).exists()
    assert f'value="{other.pk}"' not in read(browser, f"{here}?utsagn={other.pk}")


def test_who_has_left_has_no_page_to_answer_on(
    browser: Client, around: ValidationRound, speaker: Participant
) -> None:
    withdrawal.withdraw(speaker)

    here = at(around.evaluation, "answers_for", speaker.number)
    assert browser.get(here).status_code == 404


def test_what_is_not_masked_can_only_be_counted_or_taken_away(
    browser: Client, written: UserMeeting
) -> None:
    speaker = written.statements.get(position=1).speaker
    here = at(written.evaluation, "answers_for", speaker.number)

    page = read(browser, f"{here}?utsagn={speaker.statements.get().pk}")

    assert "This is not masked yet." in page
    assert 'value="count_only"' in page and 'value="yes"' not in page


def test_a_page_to_answer_on_asks_as_little_for_many_statements(
    browser: Client, masked: UserMeeting, speaker: Participant, anne: Person
) -> None:
    here = at(masked.evaluation, "answers_for", speaker.number)
    few = queries(browser, here)
    crowd(masked, 60, by=anne)

    assert queries(browser, here) == few


def test_a_letter_has_a_number_four_boxes_and_no_name(
    browser: Client, around: ValidationRound, speaker: Participant, anne: Person
) -> None:
    profile = around.evaluation.work.centre.profile
    profile.post_address, profile.telephone = "Postboks 12, 7001 Trondheim", "73 00 00 00"
    profile.save()
    validation.plan_offer(speaker, OfferedBy.POST, by=anne)

    page = read(browser, at(around.evaluation, "validation_letters"))
    letter = page[page.index('<article class="letter"') : page.index("</article>")]

    assert page.count('<article class="letter"') == 1
    assert 'lang="nb"' in letter and "Behandleren min lytter." in letter
    assert f"{speaker.code}" in letter and "Postboks 12" in letter and "73 00 00 00" in letter
    assert letter.count("letter-box") == 5  # the list, and four boxes in it
    for said in ("Solbakken", "Elvesund", "Anne", "Hauglie"):
        assert said not in letter


def test_letters_are_for_those_who_wait_and_all_who_wait_if_asked(
    browser: Client, around: ValidationRound, speaker: Participant, anne: Person
) -> None:
    here = at(around.evaluation, "validation_letters")
    assert "Nobody waits for a letter" in read(browser, here)
    assert read(browser, f"{here}?til=alle").count('class="letter"') == 2
    statement = speaker.statements.get()
    validation.answer_on_behalf(statement, Answer.YES, based_on=1, by=anne)

    assert read(browser, f"{here}?til=alle").count('class="letter"') == 1


def test_letters_that_are_posted_are_told_of_once(
    browser: Client, around: ValidationRound, speaker: Participant, anne: Person
) -> None:
    validation.plan_offer(speaker, OfferedBy.POST, by=anne)
    here = at(around.evaluation, "validation_letters")
    for _click in range(2):
        assert browser.post(here).url == at(around.evaluation)

    assert Offer.objects.get(participant=speaker).offered_on == TODAY
    assert JournalEntry.objects.filter(what="words.offered").count() == 1


def test_letters_as_a_print_file(
    browser: Client, around: ValidationRound, speaker: Participant, anne: Person
) -> None:
    validation.plan_offer(speaker, OfferedBy.POST, by=anne)
    answer = browser.get(at(around.evaluation, "validation_letters_pdf"))

    if answer.status_code == 200:  # a machine without Pango makes none
        assert answer["Content-Type"] == "application/pdf"
        assert answer.content.startswith(b"%PDF")


def test_letters_ask_as_little_for_many_as_for_one(
    browser: Client, masked: UserMeeting, anne: Person
) -> None:
    validation.open_round(masked.evaluation, deadline=DEADLINE, by=anne)
    here = at(masked.evaluation, "validation_letters") + "?til=alle"
    browser.get(here)

    def asked() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert browser.get(here).status_code == 200
        return len([one for one in seen if "people_sealingkey" not in one["sql"]])

    few = asked()
    crowd(masked, 60, by=anne)
    validation.open_round(masked.evaluation, deadline=DEADLINE, by=anne)
    assert asked() == few


@pytest.mark.parametrize("name", ["validation_letters", "validation_texts"])
def test_without_a_round_there_are_no_letters_and_no_texts(
    browser: Client, masked: UserMeeting, name: str
) -> None:
    assert browser.get(at(masked.evaluation, name)).status_code == 404
