"""The way in without account: codes, slips, the picture on the wall, and the way out."""

import re
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import entry
from brukerstemmen.people.models import DayEntry, JournalEntry, Person, WrongGuesses
from brukerstemmen.privacy import codes as law
from brukerstemmen.voices.actions import codes, consenting, invitations, meetings, withdrawal
from brukerstemmen.voices.models import Contact, Invitation, SlipSheet, UserMeeting, WallCode
from brukerstemmen.voices.models.identity import Need, Wish
from brukerstemmen.voices.showing.entrance import tells_too_much
from tests.cast import TODAY, reader

ENTRANCE = "/d/"


@pytest.fixture
def invitation(evaluation: Evaluation, anne: Person) -> Invitation:
    return invitations.describe_invitation(
        evaluation, contact=anne, telephone="73 00 00 00", for_young=True, by=anne
    )


@pytest.fixture
def sheet(evaluation: Evaluation, invitation: Invitation, anne: Person) -> SlipSheet:
    return invitations.make_slips(evaluation, where="Luka", language="nb", by=anne)


@pytest.fixture
def with_slip(client: Client, sheet: SlipSheet) -> Client:
    client.get(reverse("voices:link", args=[sheet.read("token")]))
    return client


@pytest.fixture
def wall(evaluation: Evaluation, invitation: Invitation, anne: Person) -> WallCode:
    planned = meetings.plan_meeting(evaluation, name="Mandag", by=anne)
    return codes.open_wall(planned, expected=3, by=anne)


def type_in(client: Client, code: str):
    return client.post(ENTRANCE, {"code": code})


def test_a_typed_code_opens_and_the_page_says_neither_who_nor_what(
    client: Client, sheet: SlipSheet
) -> None:
    page = client.get(ENTRANCE)
    assert page.status_code == 200 and "<title>Your page</title>" in page.content.decode()
    answer = type_in(client, law.written(sheet.read("code")).lower())
    assert (answer.status_code, answer.url) == (302, reverse("voices:slip_info"))
    assert entry.cookie_name() in answer.cookies


def test_a_slip_of_the_finger_is_shown_with_what_was_typed_and_counts_as_no_guess(
    client: Client, sheet: SlipSheet
) -> None:
    code = sheet.read("code")
    other = "A" if code[3] != "A" else "B"
    for typed in (code[:3] + other + code[4:], code[:-2], "", "æ" * 13, "x" * 5000):
        answer = type_in(client, typed)
        assert answer.status_code == 422
        assert not typed or len(typed) > 60 or f'value="{typed}"' in answer.content.decode()
    assert not WrongGuesses.objects.exists()


def test_the_address_in_the_picture_becomes_a_visit_without_it_and_can_be_used_again(
    sheet: SlipSheet,
) -> None:
    address = reverse("voices:link", args=[sheet.read("token")])
    for _time in range(3):
        client = reader()
        answer = client.get(address)
        assert (answer.status_code, answer.url) == (302, reverse("voices:slip_info"))
        assert sheet.read("token") not in str(answer.headers) + str(answer.cookies)
        assert client.get(answer.url).status_code == 200


def test_a_slip_speaks_its_own_language_where_none_is_chosen(
    evaluation: Evaluation, invitation: Invitation, anne: Person
) -> None:
    sheet = invitations.make_slips(evaluation, where="Luka", language="nn", by=anne)
    client = Client()
    client.get(reverse("voices:link", args=[sheet.read("token")]))
    assert client.get(reverse("voices:slip_info"))["Content-Language"] == "nn"
    chosen = reader()
    chosen.get(reverse("voices:link", args=[sheet.read("token")]))
    assert chosen.get(reverse("voices:slip_info"))["Content-Language"] == "en"


def test_slips_that_are_taken_back_open_nothing_from_the_next_request_on(
    with_slip: Client, sheet: SlipSheet, anne: Person
) -> None:
    assert with_slip.get(reverse("voices:slip_info")).status_code == 200
    invitations.revoke_slips(sheet, by=anne)
    answer = with_slip.get(reverse("voices:slip_info"))
    assert (answer.status_code, answer.url) == (302, reverse("voices:entrance"))
    assert type_in(with_slip, sheet.read("code")).url.startswith(ENTRANCE + "?")


def test_leaving_takes_everything_along_and_goes_where_everybody_goes(
    with_slip: Client, settings
) -> None:
    answer = with_slip.get(reverse("voices:leave"))
    assert (answer.status_code, answer.url) == (302, settings.EXIT_ADDRESS)
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert answer["Cache-Control"] == "no-store"
    assert with_slip.get(reverse("voices:slip_info")).status_code == 302


def test_no_cookie_outlives_the_browser(sheet: SlipSheet) -> None:
    client = Client()
    client.get(ENTRANCE)
    client.get(reverse("voices:link", args=[sheet.read("token")]), follow=True)
    client.get(reverse("voices:slip_reply"))

    assert len(client.cookies) >= 2
    for cookie in client.cookies.values():
        assert not (cookie["max-age"] or cookie["expires"]), cookie.key


def test_who_was_away_for_a_while_is_told_so(
    with_slip: Client, clock_at: Callable[[date], None]
) -> None:
    clock_at(TODAY + timedelta(days=1))
    answer = with_slip.get(reverse("voices:slip_info"), follow=True)
    assert "You were away for a while" in answer.content.decode()


SLIP_PAGES = ["slip_info", "slip_reply", "slip_thanks", "guardian_info"]


@pytest.mark.parametrize("name", SLIP_PAGES)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_slip_names_a_person_and_never_the_service_or_the_method(
    with_slip: Client, evaluation: Evaluation, name: str, language: str
) -> None:
    evaluation.degree = "involve"
    evaluation.seal(promise="Solbakken skal svare dere.")
    evaluation.save()
    with_slip.cookies["language"] = language
    answer = with_slip.get(reverse(f"voices:{name}"))
    page = re.sub(r"\s+", " ", answer.content.decode()).casefold()
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    assert "anne" in page and "73 00 00 00" in page
    for never in ("solbakken", "elvesund", "psykisk", "spør bruker", "user interviews"):
        assert never not in page


def test_before_anybody_replies_they_see_how_much_they_can_influence_and_what_is_promised(
    with_slip: Client, evaluation: Evaluation
) -> None:
    address = reverse("voices:slip_info")
    assert "You see your own words before they are used" in with_slip.get(address).content.decode()
    evaluation.degree = "collaborate"
    evaluation.seal(promise="Du får brev om hva det førte til.")
    evaluation.save()
    page = with_slip.get(address).content.decode()
    assert "Collaborate" in page and "We look for solutions together" in page
    assert "Du får brev om hva det førte til." in page and "What happens with what you say" in page


@pytest.mark.parametrize(
    ("text", "too_much"),
    [
        ("Du får vite hva det førte til.", False),
        ("Brukerne bestemmer, og russen feirer.", True),
        ("Alle ved Solbakken får vite det.", True),
        ("Vi vil vite mer om psykiske plager.", True),
        ("Dette er Bruker Spør Bruker.", True),
    ],
)
def test_what_tells_too_much_does_not_stand_on_a_slip(text: str, too_much: bool) -> None:
    assert tells_too_much(text, ["Solbakken døgnenhet", "Elvesund"]) is too_much


def test_a_reply_goes_to_the_centre_sealed_with_a_day_and_no_hour(
    with_slip: Client, sheet: SlipSheet
) -> None:
    page = with_slip.get(reverse("voices:slip_reply")).content.decode()
    once = re.search(r'name="once" value="([^"]+)"', page).group(1)
    told = {
        "wish": "alone",
        "telephone": "900 00 000",
        "name": "Kari",
        "needs": ["interpreter", "quiet"],
        "is_young": "on",
        "once": once,
    }
    for _click in range(2):
        answer = with_slip.post(reverse("voices:slip_reply"), told)
        assert (answer.status_code, answer.url) == (302, reverse("voices:slip_thanks"))
    contact = Contact.objects.get()
    assert (contact.wish, contact.is_young, contact.came_on) == (Wish.ALONE, True, TODAY)
    assert set(contact.needs_told) == {Need.INTERPRETER, Need.QUIET}
    assert contact.read("telephone") == "900 00 000" and contact.participant is None
    assert DayEntry.objects.get(what="slip.replied").on == TODAY
    assert not JournalEntry.objects.filter(what="slip.replied").exists()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({"wish": "alone"}, "Write one way to reach you"),
        ({"telephone": "900 00 000"}, "Choose what fits you best"),
        ({"wish": "alone", "email": "kari@"}, "Look at the e-mail address"),
        ({"wish": "alone", "telephone": "9" * 60}, "at most 30"),
    ],
)
def test_a_reply_that_is_not_whole_keeps_what_was_written(
    with_slip: Client, told: dict[str, str], says: str
) -> None:
    written = {"name": "Kari med langt navn", "once": "0" * 8 + "-0000-0000-0000-" + "0" * 12}
    answer = with_slip.post(reverse("voices:slip_reply"), {**written, **told})
    assert answer.status_code == 422 and not Contact.objects.exists()
    assert says in answer.content.decode() and "Kari med langt navn" in answer.content.decode()


def test_a_slip_opens_no_page_of_a_participant_and_nobody_comes_without_one(
    with_slip: Client, client: Client
) -> None:
    for name in ("consent_info", "consent_limits", "consent_choices", "consent_done"):
        assert with_slip.get(reverse(f"voices:{name}")).url == ENTRANCE
    stranger = reader()
    for name in [*SLIP_PAGES, "consent_info", "consent_choices"]:
        answer = stranger.get(reverse(f"voices:{name}"))
        assert (answer.status_code, answer.url) == (302, ENTRANCE)


def test_the_picture_on_the_wall_lets_in_those_expected_and_two_more(wall: WallCode) -> None:
    address = reverse("voices:link", args=[wall.read("token")])
    inside = [reader() for _one in range(5)]
    for one in inside:
        assert one.get(address).url == reverse("voices:consent_info")
    assert reader().get(address).url != reverse("voices:consent_info")
    # Who is in already takes no place by looking at the picture again.
    assert inside[0].get(address).url == reverse("voices:consent_info")
    assert type_in(inside[1], wall.read("code")).url == reverse("voices:consent_info")


def test_asking_for_the_head_of_the_picture_takes_no_place(wall: WallCode) -> None:
    assert reader().head(reverse("voices:link", args=[wall.read("token")])).status_code == 405
    wall.refresh_from_db()
    assert wall.entered == 0


def test_a_wall_that_is_closed_or_of_yesterday_ends_visits_too(
    wall: WallCode, anne: Person
) -> None:
    client = reader()
    client.get(reverse("voices:link", args=[wall.read("token")]))
    assert client.get(reverse("voices:consent_info")).status_code == 200
    codes.close_wall(wall.user_meeting, by=anne)
    assert client.get(reverse("voices:consent_info")).url == ENTRANCE


def test_a_personal_code_leads_to_consent_until_it_is_answered_and_then_home(
    meeting: UserMeeting, anne: Person
) -> None:
    answered = meeting.presences.first().participant
    code = codes.give_code(answered, by=anne)
    assert type_in(reader(), code.code).url == reverse("voices:own_home")
    answered.decisions.all().delete()
    assert type_in(reader(), code.code).url == reverse("voices:consent_info")
    visit = reader()
    type_in(visit, code.code)
    withdrawal.withdraw(answered)
    assert visit.get(reverse("voices:consent_info")).url == ENTRANCE
    assert consenting.states_of(answered)


def test_a_forged_form_opens_nothing(sheet: SlipSheet) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ENTRANCE, {"code": sheet.read("code")}).status_code == 403
