"""What is told before a yes, a yes or no to each purpose, and the code that is shown once."""

import re
import uuid
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import DayEntry, JournalEntry, Person
from brukerstemmen.privacy.consent import Purpose, State
from brukerstemmen.voices import texts
from brukerstemmen.voices.actions import codes, invitations, meetings
from brukerstemmen.voices.actions.consenting import states_of
from brukerstemmen.voices.actions.participants import new_participants
from brukerstemmen.voices.models import Invitation, Participant, PersonalCode, WallCode
from brukerstemmen.voices.models.participants import Audience, ConsentText
from tests.cast import TODAY, reader

INFO, LIMITS, CHOICES, DONE = (
    reverse(f"voices:consent_{name}") for name in ("info", "limits", "choices", "done")
)
ALL_YES = {"take_part": "yes", "quotes": "yes", "contact_again": "yes"}


@pytest.fixture
def invitation(evaluation: Evaluation, anne: Person) -> Invitation:
    return invitations.describe_invitation(
        evaluation,
        contact=anne,
        telephone="73 00 00 00",
        for_young=True,
        words_until=TODAY + timedelta(days=400),
        by=anne,
    )


@pytest.fixture
def participant(evaluation: Evaluation, invitation: Invitation) -> Participant:
    return new_participants(evaluation, [uuid.uuid4()])[0]


@pytest.fixture
def visitor(participant: Participant, anne: Person) -> Client:
    """With a code of their own, and nothing answered."""
    client = reader()
    client.get(reverse("voices:link", args=[codes.give_code(participant, by=anne).token]))
    return client


@pytest.fixture
def wall(evaluation: Evaluation, invitation: Invitation, anne: Person) -> WallCode:
    planned = meetings.plan_meeting(evaluation, name="Mandag", by=anne)
    return codes.open_wall(planned, expected=3, by=anne)


@pytest.fixture
def in_the_room(wall: WallCode) -> Client:
    client = reader()
    client.get(reverse("voices:link", args=[wall.read("token")]))
    return client


def read(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def said(participant: Participant) -> dict[Purpose, State | None]:
    return {purpose: state for purpose, state in states_of(participant).items() if state}


def test_the_whole_way_to_a_yes(visitor: Client, participant: Participant) -> None:
    assert LIMITS in read(visitor, INFO)
    assert CHOICES in read(visitor, LIMITS)
    assert "checked" not in read(visitor, CHOICES)
    answer = visitor.post(CHOICES, {**ALL_YES, "quotes": "no"})
    assert (answer.status_code, answer.url) == (302, DONE)
    assert said(participant) == {
        Purpose.TAKE_PART: State.GIVEN,
        Purpose.QUOTES: State.DECLINED,
        Purpose.CONTACT_AGAIN: State.GIVEN,
    }
    yes = participant.decisions.get(purpose=Purpose.TAKE_PART)
    assert (yes.text_version, yes.on, yes.until) == ("1", TODAY, TODAY + timedelta(days=400))
    assert yes.registered_by is None
    assert "You are with us" in read(visitor, DONE)
    assert visitor.get(CHOICES).url == DONE
    assert DayEntry.objects.filter(what="consent.answered").count() == 1
    assert not JournalEntry.objects.filter(what="consent.answered").exists()


def test_the_limits_are_shown_before_the_yes_and_say_whom_to_call(
    visitor: Client, participant: Participant
) -> None:
    for answer in (visitor.get(CHOICES), visitor.post(CHOICES, ALL_YES)):
        assert (answer.status_code, answer.url) == (302, LIMITS)
    assert not participant.decisions.exists()
    page = read(visitor, LIMITS)
    for told in ("tel:113", "tel:116117", "Pasient- og brukerombudet", "tel:73000000"):
        assert told in page
    assert visitor.get(CHOICES).status_code == 200


def test_limits_that_have_changed_meanwhile_are_shown_anew(
    visitor: Client, participant: Participant, centre: object
) -> None:
    read(visitor, LIMITS)
    ConsentText.objects.create(
        centre=centre, version="2", language="en", text="New", limits="Known", from_day=TODAY
    )
    assert visitor.post(CHOICES, ALL_YES).url == LIMITS
    assert "Known" in read(visitor, LIMITS)
    visitor.post(CHOICES, ALL_YES)
    assert {row.text_version for row in participant.decisions.all()} == {"2"}


def test_how_much_people_can_influence_stands_before_the_yes(
    visitor: Client, evaluation: Evaluation
) -> None:
    evaluation.degree = "involve"
    evaluation.seal(promise="Du får brev om hva det førte til.")
    evaluation.save()
    page = read(visitor, INFO)
    assert "Involve" in page and "you can see where it ended up" in page
    assert "Du får brev om hva det førte til." in page


def test_only_what_there_is_use_for_is_asked_and_each_must_be_answered(
    visitor: Client, participant: Participant, invitation: Invitation
) -> None:
    read(visitor, LIMITS)
    assert 'name="recording"' not in read(visitor, CHOICES)
    Invitation.objects.update(asks_recording=True, asks_research=True)
    page = read(visitor, CHOICES)
    assert 'name="recording"' in page and 'name="research"' in page
    answer = visitor.post(CHOICES, ALL_YES)
    assert answer.status_code == 422 and not participant.decisions.exists()
    assert answer.content.decode().count("checked") == 3


def test_no_to_taking_part_is_one_answer_and_it_can_be_taken_back_tomorrow(
    visitor: Client,
    participant: Participant,
    anne: Person,
    clock_at: Callable[[date], None],
) -> None:
    read(visitor, LIMITS)
    assert visitor.post(CHOICES, {"take_part": "no"}).url == DONE
    assert said(participant)[Purpose.TAKE_PART] is State.DECLINED
    assert "not taking part" in read(visitor, DONE)
    answer = visitor.post(CHOICES, ALL_YES)
    assert answer.status_code == 422 and "from tomorrow" in answer.content.decode()
    clock_at(TODAY + timedelta(days=1))
    again = reader()
    again.get(reverse("voices:link", args=[codes.give_code(participant, by=anne).token]))
    read(again, LIMITS)
    assert again.post(CHOICES, ALL_YES).url == DONE
    assert said(participant)[Purpose.TAKE_PART] is State.GIVEN


def test_those_under_16_get_a_text_of_their_own_and_theirs_get_one_too(
    visitor: Client, participant: Participant
) -> None:
    assert "grown-up" not in read(visitor, INFO)
    Participant.objects.update(is_young=True)
    assert "grown-up you feel safe with" in read(visitor, INFO)
    page = read(visitor, LIMITS)
    assert "is being hurt" in page and "116 111" in page
    assert "To you who care for a young person" in read(visitor, reverse("voices:guardian_info"))


@pytest.mark.parametrize("audience", list(Audience))
def test_each_starter_text_says_what_happens_and_what_cannot_be_promised(audience: str) -> None:
    said = {texts.starter(audience, language).happens for language in ("nb", "nn", "en")}
    assert len(said) == 3
    for language in ("nb", "nn", "en"):
        text = texts.starter(audience, language)
        assert text.happens.count("\n\n") >= 6 and text.limits.count("\n- ") >= 3
        for never in ("psykisk", "mental", "valider", "register"):
            assert never not in (text.happens + text.limits).lower()


def form_of(client: Client, address: str = CHOICES) -> dict[str, str]:
    page = read(client, address)
    return {"once": re.search(r'name="once" value="([^"]+)"', page).group(1)}


def test_who_says_yes_in_the_room_gets_a_code_that_is_shown_once(
    in_the_room: Client, wall: WallCode
) -> None:
    read(in_the_room, LIMITS)
    answer = in_the_room.post(CHOICES, {**ALL_YES, **form_of(in_the_room)})
    participant = Participant.objects.get()
    page = re.sub(r"<[^>]+>|\s", "", answer.content.decode())
    [code] = re.findall(r"(?:[0-9A-Z]{4}-){3}[0-9A-Z](?=W)", page)
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    assert "Writeitdown,ortakeapicture" in page and participant.code in page
    assert "/sprak/" not in answer.content.decode()
    assert wall.user_meeting.presences.get().participant == participant
    # The visit is their own now, and the code leads back.
    assert "You are with us" in read(in_the_room, DONE)
    assert code not in read(in_the_room, DONE)
    entered = codes.enter_with_code(code)
    assert entered is not None and entered.about == PersonalCode.objects.get().pk


def test_an_answer_sent_twice_in_the_room_is_one_person(
    in_the_room: Client, wall: WallCode
) -> None:
    read(in_the_room, LIMITS)
    told = {**ALL_YES, **form_of(in_the_room)}
    cookie = dict(in_the_room.cookies)
    in_the_room.post(CHOICES, told)
    in_the_room.cookies.update(cookie)
    assert "This is your code" in in_the_room.post(CHOICES, told).content.decode()
    assert Participant.objects.count() == 1
    assert PersonalCode.objects.filter(revoked_on__isnull=True).count() == 1


def test_nobody_in_the_room_can_name_another_to_get_their_code(
    in_the_room: Client, meeting: object
) -> None:
    somebody = Participant.objects.first()
    read(in_the_room, LIMITS)
    for forged in (str(somebody.pk), "", "x"):
        answer = in_the_room.post(CHOICES, {**ALL_YES, "once": forged})
        assert answer.status_code == 422
    assert not PersonalCode.objects.exists()


def test_nothing_is_kept_of_who_says_no_in_the_room(in_the_room: Client) -> None:
    read(in_the_room, LIMITS)
    answer = in_the_room.post(CHOICES, {"take_part": "no", **form_of(in_the_room)})
    assert answer.status_code == 200 and "not taking part" in answer.content.decode()
    assert "Clear-Site-Data" in answer and in_the_room.get(INFO).status_code == 302
    assert not Participant.objects.exists()


def test_one_under_16_in_the_room_reads_their_own_text_and_is_known_as_young(
    in_the_room: Client,
) -> None:
    assert f"{INFO}?ung=1" in read(in_the_room, INFO)
    assert f"{LIMITS}?ung=1" in read(in_the_room, f"{INFO}?ung=1")
    read(in_the_room, LIMITS)
    young = f"{CHOICES}?ung=1"
    assert in_the_room.get(young).url == f"{LIMITS}?ung=1"
    assert "is being hurt" in read(in_the_room, f"{LIMITS}?ung=1")
    in_the_room.post(young, {**ALL_YES, **form_of(in_the_room, young)})
    assert Participant.objects.get().is_young


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_text_comes_in_the_language_of_the_page(visitor: Client, language: str) -> None:
    visitor.cookies["language"] = language
    answer = visitor.get(INFO)
    happens = texts.starter(Audience.EVERYONE, language).happens
    assert happens.splitlines()[2] in answer.content.decode()
    assert answer["Content-Language"] == language


def test_one_code_never_answers_for_another(
    visitor: Client, participant: Participant, meeting: object
) -> None:
    others = Participant.objects.exclude(pk=participant.pk)
    before = {one.pk: one.decisions.count() for one in others}
    read(visitor, LIMITS)
    visitor.post(CHOICES, {**ALL_YES, "participant": str(others.first().pk)})
    assert {one.pk: one.decisions.count() for one in others} == before
