"""What the team does about answers: writes them down, makes slips, prints and stops them."""

import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.followups.actions import replying, slips
from brukerstemmen.followups.models import FeltSlips, FollowUp, Reply, ReplyWords
from brukerstemmen.measures.models import Measure
from brukerstemmen.people import paper
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.voices.models import Participant

from .answering_cast import NOTICES, answers, close, measures, named, people, round_, sheet

__all__ = ["answers", "measures", "named", "people", "round_", "sheet"]
SignIn = Callable[[Person], Client]
Answer = Callable[..., replying.Given]


def at(name: str, round_: FollowUp, *more: object) -> str:
    return reverse(f"followups:{name}", args=[round_.work.slug, round_.number, *more])


def told(measures: list[Measure], **more: str) -> dict[str, str]:
    return {
        "channel": "phone",
        f"felt_{measures[0].pk}": "half",
        "notices": NOTICES,
        "missing": "",
        "once": str(uuid.uuid4()),
    } | more


@pytest.fixture
def frida_in(frida: Person, signed_in: SignIn) -> Client:
    return signed_in(frida)


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def test_the_team_writes_down_what_one_who_took_part_tells(
    frida_in: Client, frida: Person, round_: FollowUp, people: list[Participant], measures: list
):
    page = page_of(frida_in, at("felt_for", round_))
    assert {one.code for one in people} <= set(re.findall(r"D\d\d", page))
    answer = frida_in.post(at("felt_for_one", round_, people[1].number), told(measures))
    assert answer.url.startswith(at("felt_for", round_))
    reply = Reply.objects.get()
    assert (reply.participant, reply.registered_by, reply.channel) == (people[1], frida, "phone")
    assert "Has answered" in page_of(frida_in, at("felt_for", round_))


def test_what_somebody_has_answered_themselves_is_not_shown(
    frida_in: Client, round_: FollowUp, people: list[Participant], answers: Answer
):
    answers(participant=people[1])
    page = page_of(frida_in, at("felt_for_one", round_, people[1].number))
    assert "They have answered before." in page
    assert NOTICES not in page
    assert not re.search(r'value="noticed"[^>]*checked', page)


def test_somebody_new_on_the_telephone_hears_a_receipt(
    frida_in: Client, round_: FollowUp, measures: list[Measure]
):
    page = frida_in.post(at("felt_for_new", round_), told(measures)).content.decode()
    code = "".join(re.findall(r"<span>([0-9A-Z]{1,4}-?)</span>", page))
    assert codes.normalised(code)
    paper_answer = frida_in.post(at("felt_for_new", round_), told(measures, channel="paper"))
    assert paper_answer.status_code == 302
    assert Reply.objects.of_new_users().count() == 2


def test_pressed_twice_is_one_answer(frida_in: Client, round_: FollowUp, measures: list[Measure]):
    form = told(measures, channel="paper")
    for _press in range(2):
        frida_in.post(at("felt_for_new", round_), form)
    assert Reply.objects.count() == ReplyWords.objects.count() == 1


def test_how_we_were_told_must_be_said_and_the_rest_stays(
    frida_in: Client, round_: FollowUp, people: list[Participant], measures: list[Measure]
):
    for wrong in ("", "own_link"):
        answer = frida_in.post(
            at("felt_for_one", round_, people[0].number), told(measures, channel=wrong)
        )
        assert answer.status_code == 422
        assert NOTICES in answer.content.decode()
    assert not Reply.objects.exists()


def test_an_answer_is_taken_away_for_somebody_who_asks(
    frida_in: Client, round_: FollowUp, people: list[Participant], answers: Answer
):
    answers(participant=people[0])
    close(round_)
    address = at("felt_for_take_away", round_, people[0].number)
    assert "Do not ask why." in page_of(frida_in, address)
    assert Reply.objects.exists()
    assert frida_in.post(address).status_code == 302
    assert not Reply.objects.exists()
    assert frida_in.post(address).status_code == 404


def test_somebody_who_did_not_take_part_is_not_there(frida_in: Client, round_: FollowUp):
    assert frida_in.get(at("felt_for_one", round_, 77)).status_code == 404


def test_slips_are_made_shown_printed_and_stopped(frida_in: Client, round_: FollowUp, named: None):
    form = {"number": "16", "language": "nb", "once": str(uuid.uuid4())}
    answer = frida_in.post(at("felt_slips", round_), form)
    made = FeltSlips.objects.get()
    assert answer.url == at("felt_slips_sheet", round_, made.pk)
    page = page_of(frida_in, answer.url)
    assert page.count(codes.written(made.read("code"))) == 8
    if paper.can_make():
        print_file = frida_in.get(at("felt_slips_pdf", round_, made.pk))
        assert print_file["Content-Type"] == "application/pdf"
        assert print_file.content.startswith(b"%PDF")
    frida_in.post(at("felt_slips_stop", round_, made.pk))
    assert "open nothing any more" in page_of(frida_in, answer.url)
    assert codes.written(made.read("code")) not in page_of(frida_in, answer.url)
    assert frida_in.get(at("felt_slips_pdf", round_, made.pk)).status_code == 302
    assert "Opens nothing any more" in page_of(frida_in, at("felt_slips", round_))


def test_a_slip_names_the_centre_and_a_number_and_nothing_else(
    frida_in: Client, sheet: FeltSlips, round_: FollowUp
):
    page = page_of(frida_in, at("felt_slips_sheet", round_, sheet.pk))
    slip = page.split('<section class="paper-slip">')[1].split("</section>")[0]
    assert "Senteret Lytt" in slip
    assert "22 55 01 90" in slip
    for telling in ("Solbakken", "Elvesund", "psykisk", "Bruker", "Anne", "Telefon neste"):
        assert telling.lower() not in slip.lower()


def test_a_centre_whose_name_tells_too_much_is_not_named(
    frida_in: Client, sheet: FeltSlips, round_: FollowUp
):
    centre = round_.work.centre
    centre.name = "Senter for psykisk helse"
    centre.save()
    page = page_of(frida_in, at("felt_slips_sheet", round_, sheet.pk))
    slip = page.split('<section class="paper-slip">')[1].split("</section>")[0]
    assert "psykisk" not in slip
    assert "22 55 01 90" in slip


def test_no_slips_before_somebody_is_named_or_when_nobody_asks(
    frida_in: Client, round_: FollowUp, anne: Person
):
    assert "Say first who people can call" in page_of(frida_in, at("felt_slips", round_))
    form = {"number": "3", "language": "nb", "once": str(uuid.uuid4())}
    assert frida_in.post(at("felt_slips", round_), form).status_code == 422
    close(round_)
    assert "Slips are made while the round is open." in page_of(frida_in, at("felt_slips", round_))


@pytest.mark.parametrize("wrong", ["0", "-3", "9999", "mange"])
def test_a_number_that_is_none_comes_back(
    frida_in: Client, round_: FollowUp, named: None, wrong: str
):
    form = {"number": wrong, "language": "nb", "once": str(uuid.uuid4())}
    answer = frida_in.post(at("felt_slips", round_), form)
    assert answer.status_code == 422
    assert wrong in answer.content.decode()


def test_others_never_come_here(
    round_: FollowUp,
    sheet: FeltSlips,
    people: list[Participant],
    cecilie: Person,
    dag: Person,
    gro: Person,
    hans: Person,
    signed_in: SignIn,
):
    addresses = [
        at("felt_for", round_),
        at("felt_for_new", round_),
        at("felt_for_one", round_, people[0].number),
        at("felt_slips", round_),
        at("felt_slips_sheet", round_, sheet.pk),
        at("felt_slips_pdf", round_, sheet.pk),
    ]
    for outsider in (cecilie, dag, gro, hans):
        browser = signed_in(outsider)
        for address in addresses:
            assert browser.get(address).status_code == 404, (outsider, address)
        assert browser.post(at("felt_slips_stop", round_, sheet.pk)).status_code == 404
        take_away = at("felt_for_take_away", round_, people[0].number)
        assert browser.post(take_away).status_code == 404
    sheet.refresh_from_db()
    assert sheet.revoked_on is None


def test_lists_take_a_fixed_number_of_questions(
    frida_in: Client,
    round_: FollowUp,
    named: None,
    people: list[Participant],
    answers: Answer,
    anne: Person,
    django_assert_num_queries: Callable[..., object],
    django_assert_max_num_queries: Callable[..., object],
):
    for address in (at("felt_for", round_), at("felt_slips", round_)):
        page_of(frida_in, address)
        with django_assert_max_num_queries(40) as before:
            page_of(frida_in, address)
        for _more in range(3):
            slips.make_slips(round_, number=3, by=anne)
            answers(by=anne, channel=Channel.PAPER)
        for one in people:
            answers(participant=one)
        with django_assert_num_queries(len(before)):
            page_of(frida_in, address)
