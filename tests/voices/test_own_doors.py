"""A participant's own page: own words, four choices, company, a pause, and the way out."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from brukerstemmen.people import entry
from brukerstemmen.people.models import DayEntry, Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import company, invitations, validation
from brukerstemmen.voices.models import Companion, Participant, Statement, UserMeeting
from brukerstemmen.voices.models.identity import CompanionRole
from brukerstemmen.voices.states import StatementState
from tests.cast import TODAY
from tests.voices.conftest import queries, say
from tests.voices.own import at, comes_in, hidden, text_of

State = StatementState


@pytest.fixture
def offered(masked: UserMeeting, anne: Person) -> UserMeeting:
    """Both statements are given back to those who said them."""
    invitations.describe_invitation(
        masked.evaluation, contact=anne, telephone="22 33 44 55", by=anne
    )
    validation.open_round(masked.evaluation, deadline=TODAY + timedelta(days=14), by=anne)
    return masked


@pytest.fixture
def statement(offered: UserMeeting) -> Statement:
    return offered.statements.get(position=1)


@pytest.fixture
def speaker(statement: Statement) -> Participant:
    assert statement.speaker is not None
    return statement.speaker


@pytest.fixture
def own(speaker: Participant, anne: Person) -> Client:
    return comes_in(speaker, by=anne)


def state_of(statement: Statement) -> str:
    statement.refresh_from_db()
    return statement.state


def test_the_page_says_what_waits_and_whom_to_call(own: Client) -> None:
    page = text_of(own, at("own_home"))

    assert "one thing you said that we would like you to look at" in page
    assert "You said yes on 2. March 2026." in page and "We met on 2. March 2026." in page
    assert 'href="tel:22334455"' in page and "Anne" in page
    assert "Solbakken" not in page and "<title>Your page</title>" in page


def test_only_own_words_are_there_and_what_was_written_down_can_be_unfolded(own: Client) -> None:
    page = text_of(own, at("own_words"))

    assert "1 of 1" in page and "Is this what you meant?" in page
    assert "«Behandleren min lytter.»" in page
    assert "«Psykologen min, Marit Hauglie, lytter.»" in page, "as it was written down"
    assert "Ingen spurte" not in page


@pytest.mark.parametrize(
    ("said", "state"), [("yes", State.VALIDATED), ("count_only", State.COUNT_ONLY)]
)
def test_an_answer_is_one_press(own: Client, statement: Statement, said: str, state: str) -> None:
    form = {"said": said, "based_on": "1"}

    for _click in range(2):
        answer = own.post(at("own_word", statement.pk), form)
        assert answer.status_code == 302

    assert state_of(statement) == state
    assert "Nothing waits for you now." in text_of(own, answer.url)


def test_words_that_changed_meanwhile_are_read_again(own: Client, statement: Statement) -> None:
    answer = own.post(at("own_word", statement.pk), {"said": "yes", "based_on": "7"})

    assert answer.status_code == 422
    assert "We have changed something in these words" in answer.content.decode()
    assert state_of(statement) == State.SENT


def test_a_press_without_a_choice_changes_nothing(own: Client, statement: Statement) -> None:
    answer = own.post(at("own_word", statement.pk), {"said": "5 of 10"})

    assert answer.status_code == 422 and "Nothing is lost" in answer.content.decode()
    assert state_of(statement) == State.SENT


def test_new_words_wait_for_a_reader_and_the_old_ones_stay(
    own: Client, statement: Statement
) -> None:
    page = text_of(own, at("own_change", statement.pk))
    assert "Behandleren min lytter.</textarea>" in page
    form = {"words": "Den jeg snakker med, lytter.", "based_on": hidden(page, "based_on")}

    for _click in range(2):
        assert own.post(at("own_change", statement.pk), form).status_code == 302

    assert state_of(statement) == State.REWORDED and statement.raw_number == 2
    page = text_of(own, at("own_word", statement.pk))
    assert "«Den jeg snakker med, lytter.»" in page and "Somebody here reads it" in page
    assert "Marit Hauglie" in page and "«Behandleren min lytter.»" in page


def test_what_points_at_somebody_is_shown_once_to_change_or_to_keep(
    own: Client, statement: Statement
) -> None:
    form = {"words": "Marit i Trondheim lytter.", "based_on": "1"}

    answer = own.post(at("own_change", statement.pk), form)

    page = answer.content.decode()
    assert answer.status_code == 422 and "This may show who somebody is" in page
    assert "Trondheim</strong>" in page and "Marit i Trondheim lytter.</textarea>" in page
    assert state_of(statement) == State.SENT
    answer = own.post(at("own_change", statement.pk), {**form, "keep": "1"})
    assert answer.status_code == 302 and state_of(statement) == State.REWORDED


@pytest.mark.parametrize("words", ["", "   ", "lang " * 1000])
def test_words_that_cannot_be_used_stay_in_the_page(
    own: Client, statement: Statement, words: str
) -> None:
    answer = own.post(at("own_change", statement.pk), {"words": words, "based_on": "1"})

    assert answer.status_code == 422 and words.strip() in answer.content.decode()
    assert state_of(statement) == State.SENT


def test_taking_away_asks_once_and_says_what_happens(own: Client, statement: Statement) -> None:
    page = text_of(own, at("own_take_away", statement.pk))
    assert "You cannot get it back." in page
    form = {"once": hidden(page, "once")}

    for _click in range(2):
        answer = own.post(at("own_take_away", statement.pk), form)
        assert answer.status_code == 302

    assert not Statement.objects.filter(pk=statement.pk).exists()
    assert "It is taken away." in text_of(own, answer.url)


def test_what_is_not_ready_can_still_be_taken_away(written: UserMeeting, anne: Person) -> None:
    statement = written.statements.get(position=1)
    own = comes_in(statement.speaker, by=anne)

    page = text_of(own, at("own_words"))

    assert "Yes, this is what I meant" not in page and "Marit Hauglie" in page
    assert own.get(at("own_change", statement.pk)).status_code == 302
    assert (
        own.post(at("own_word", statement.pk), {"said": "yes", "based_on": "0"}).status_code == 422
    )
    assert own.post(at("own_take_away", statement.pk)).status_code == 302
    assert not Statement.objects.filter(pk=statement.pk).exists()


def test_one_who_has_said_nothing_is_told_so(offered: UserMeeting, anne: Person) -> None:
    silent = offered.presences.get(participant__number=5).participant
    own = comes_in(silent, by=anne)

    assert "There is nothing here yet" in text_of(own, at("own_words"))
    assert "Nothing you have said is written down yet." in text_of(own, at("own_home"))


def test_a_yes_is_taken_back_at_once_and_given_anew_from_tomorrow(
    own: Client, statement: Statement, speaker: Participant, clock_at: object
) -> None:
    own.post(at("own_word", statement.pk), {"said": "yes", "based_on": "1"})
    assert state_of(statement) == State.VALIDATED

    answer = own.post(at("own_choices"), {"purpose": "quotes", "answer": "no"})

    assert answer.status_code == 302 and state_of(statement) == State.COUNT_ONLY
    assert "You can say yes again from tomorrow." in text_of(own, at("own_choices"))
    answer = own.post(at("own_choices"), {"purpose": "quotes", "answer": "yes"})
    assert answer.status_code == 422 and "from tomorrow" in answer.content.decode()
    clock_at(TODAY + timedelta(days=1))  # type: ignore[operator]
    own = comes_in(speaker, by=statement.user_meeting.nobody_from_service)
    assert own.post(at("own_choices"), {"purpose": "quotes", "answer": "yes"}).status_code == 302
    newest = speaker.decisions.order_by("on", "pk").last()
    assert (newest.purpose, newest.act, newest.registered_by) == ("quotes", "give", None)
    assert state_of(statement) == State.COUNT_ONLY, "an old yes does not come back by itself"


@pytest.mark.parametrize("purpose", ["take_part", "recording", "fame"])
def test_what_is_not_asked_here_is_not_answered_here(
    own: Client, speaker: Participant, purpose: str
) -> None:
    before = speaker.decisions.count()

    for said in ("yes", "no"):
        answer = own.post(at("own_choices"), {"purpose": purpose, "answer": said})
        assert answer.status_code == 404

    assert speaker.decisions.count() == before


def test_the_wish_to_be_named_comes_with_what_it_can_lead_to(
    own: Client, speaker: Participant
) -> None:
    assert "There are no names in the report" in text_of(own, at("own_choices"))
    for said, wants in (("yes", True), ("no", False)):
        assert own.post(at("own_choices"), {"named": said}).status_code == 302
        speaker.refresh_from_db()
        assert speaker.wants_to_be_named is wants


def test_an_interpreter_signs_the_pledge_once_and_may_stay_away(
    own: Client, speaker: Participant
) -> None:
    form = {"role": "interpreter", "name": "Noor Tolk", "once": str(uuid.uuid4())}

    for _click in range(2):
        assert own.post(at("own_company"), form).status_code == 302

    companion = speaker.companions.get()
    assert companion.read("name") == "Noor Tolk"
    assert "Noor Tolk" in text_of(own, at("own_company"))
    assert own.post(at("own_company"), {"end": str(companion.pk)}).status_code == 302
    assert not Companion.objects.exists()
    companion.key.refresh_from_db()
    assert companion.key.wrapped is None
    assert sorted(DayEntry.objects.values_list("what", flat=True)) == [
        "company.ended",
        "company.signed",
    ]


def test_a_pledge_without_a_name_keeps_what_was_chosen(own: Client) -> None:
    answer = own.post(
        at("own_company"), {"role": "companion", "name": " ", "once": str(uuid.uuid4())}
    )

    page = answer.content.decode()
    assert answer.status_code == 422 and "This is how you sign." in page
    assert 'value="companion"' in page and "checked" in page


def test_the_team_writes_down_company_on_paper_and_others_do_not(
    speaker: Participant, anne: Person, cecilie: Person
) -> None:
    from django.core.exceptions import PermissionDenied

    role = CompanionRole.COMPANION
    made = company.sign_company(speaker, role=role, name="Ola Følge", by=anne)
    with pytest.raises(PermissionDenied):
        company.sign_company(speaker, role=role, name="Ola Følge", by=cecilie)
    with pytest.raises(PermissionDenied):
        company.end_company(made, by=cecilie)
    assert speaker.companions.get() == made


def test_a_pause_says_that_nothing_is_lost_and_whom_to_call(own: Client) -> None:
    page = text_of(own, at("own_pause"))

    assert "What you have answered is kept." in page
    for number in ("tel:113", "tel:116117"):
        assert number in page


DOORS = [
    "own_home",
    "own_words",
    "own_data",
    "own_contact",
    "own_choices",
    "own_company",
    "own_pause",
]


@pytest.mark.parametrize("name", DOORS)
def test_the_way_out_is_one_link_and_one_button_from_everywhere(own: Client, name: str) -> None:
    assert f'href="{at("own_withdraw")}"' in text_of(own, at(name))
    assert own.get(at(name))["Cache-Control"] == "no-store"


def test_withdrawing_takes_everything_and_leaves_nothing_in_the_browser(
    own: Client, speaker: Participant
) -> None:
    page = text_of(own, at("own_withdraw"))
    assert "You do not have to say why." in page and "This we cannot undo" in page
    assert page.count("<textarea") == 0 and page.count('type="submit"') == 1 + page.count(
        'name="language"'
    )

    answer = own.post(at("own_withdraw"))

    assert answer.status_code == 302 and "cookies" in answer["Clear-Site-Data"]
    assert answer.cookies[entry.cookie_name()]["max-age"] == 0
    speaker.refresh_from_db()
    assert speaker.is_withdrawn and not speaker.statements.exists()
    assert "You have withdrawn" in text_of(own, answer.url)
    assert own.get(at("own_home")).url == at("entrance")


def test_two_browsers_of_one_participant_close_together(
    own: Client, speaker: Participant, anne: Person
) -> None:
    page = own.get(at("own_home"))
    assert page.status_code == 200
    again = comes_in(speaker, by=anne)  # another code: the first holds no more

    assert own.get(at("own_home")).url == at("entrance")
    assert again.post(at("own_withdraw")).status_code == 302
    assert again.post(at("own_withdraw")).url == at("entrance")


@pytest.mark.parametrize("name", ["own_home", "own_words", "own_data", "own_copy"])
def test_as_many_questions_for_three_as_for_forty(
    meeting: UserMeeting, anne: Person, name: str
) -> None:
    person = meeting.presences.first().participant
    say(meeting, 15, by=anne)  # five people in turn: three each
    own = comes_in(person, by=anne)
    few = queries(own, at(name))
    say(meeting, 185, by=anne)
    assert person.statements.count() == 40

    assert queries(own, at(name)) == few


def test_no_yes_to_taking_part_comes_first(evaluation: object, anne: Person) -> None:
    from brukerstemmen.voices.actions.participants import new_participants

    [unasked] = new_participants(evaluation, [uuid.uuid4()])  # type: ignore[arg-type]
    own = comes_in(unasked, by=anne)

    page = text_of(own, at("own_home"))

    assert "You have not said yes to taking part." in page
    assert consent.Purpose.TAKE_PART not in {row.purpose for row in unasked.decisions.all()}
