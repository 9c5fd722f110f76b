"""The pages of answering: one's own, with a slip, with a receipt, and nobody else's."""

import random
import re
import uuid
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from brukerstemmen.followups.actions import replying, slips
from brukerstemmen.followups.models import FeltSlips, FollowUp, Reply
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import FeedbackLine, Measure
from brukerstemmen.people import guessing
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.models import Participant
from tests.cast import TODAY, reader
from tests.voices.own import comes_in, hidden, text_of

from .answering_cast import (
    NOTICES,
    answers,
    close,
    measures,
    named,
    people,
    round_,
    sheet,
)

__all__ = ["answers", "measures", "named", "people", "round_", "sheet"]
Answer = Callable[..., replying.Given]
BIRD = "Kanarifugl"


def at(name: str, *args: object) -> str:
    return reverse(f"followups:{name}", args=args)


def types(code: str) -> tuple[Client, str]:
    """A browser in which a code was typed, and where it led."""
    client = reader()
    answer = client.post(reverse("voices:entrance"), {"code": code})
    return client, answer.url


def filled(measures: list[Measure], **more: str) -> dict[str, str]:
    return {
        f"felt_{measures[0].pk}": "noticed",
        f"felt_{measures[1].pk}": "",
        "notices": NOTICES,
        "missing": "",
        "once": str(uuid.uuid4()),
    } | more


@pytest.fixture
def own(people: list[Participant], anne: Person) -> Client:
    return comes_in(people[0], by=anne)


@pytest.fixture
def with_slip(sheet: FeltSlips) -> Client:
    client, led_to = types(codes.written(sheet.read("code")))
    assert led_to == at("felt_info")
    return client


# One who took part


def test_their_page_leads_on_only_while_somebody_asks_or_something_is_answered(
    own: Client, round_: FollowUp, people: list[Participant], answers: Answer
):
    home = reverse("voices:own_home")
    assert at("felt") in text_of(own, home)
    assert "We would like to ask you whether you notice a change." in text_of(own, home)
    close(round_)
    assert at("felt") not in text_of(own, home)
    round_.closed_on = None
    round_.save()
    answers(participant=people[0])
    assert "We would like to ask you" not in text_of(own, home)
    close(round_, told=True)
    assert at("felt") in text_of(own, home)


def test_without_a_yes_nobody_is_asked(
    own: Client, round_: FollowUp, people: list[Participant], measures: list[Measure]
):
    people[0].decisions.filter(purpose=Purpose.TAKE_PART).delete()
    assert at("felt") not in text_of(own, reverse("voices:own_home"))
    assert "Nobody asks just now." in text_of(own, at("felt"))
    assert own.post(at("felt_answer"), filled(measures)).url == at("felt")
    assert not Reply.objects.exists()


def test_somebody_answers_changes_it_and_takes_it_away(
    own: Client, round_: FollowUp, measures: list[Measure]
):
    assert f'href="{at("felt_answer")}#m-1"' in text_of(own, at("felt"))
    assert own.post(at("felt_answer"), filled(measures)).status_code == 302
    page = text_of(own, at("felt"))
    assert NOTICES in page
    assert "Yes, I notice it" in page

    page = text_of(own, at("felt_answer"))
    assert NOTICES in page
    assert re.search(r'value="noticed"[^>]*checked', page)
    own.post(at("felt_answer"), filled(measures, notices="Noe annet."))
    assert NOTICES not in text_of(own, at("felt"))

    away = at("felt_take_away", Reply.objects.get().pk)
    assert "Yes, take it away" in text_of(own, away)
    assert own.post(away).status_code == 302
    assert not Reply.objects.exists()


def test_a_measure_stands_in_plain_words(
    own: Client, round_: FollowUp, measures: list[Measure], anne: Person
):
    page = text_of(own, at("felt_answer"))
    assert "Telefon neste virkedag" in page
    assert "Noen ringer dagen etter." in page
    for number, words in enumerate(("Gammelt.", "De ringer nå."), start=1):
        FeedbackLine.objects.create(
            measure=measures[0], number=number, words=words, by=anne, on=TODAY
        )
    page = text_of(own, at("felt_answer"))
    assert "De ringer nå." in page
    assert "Gammelt." not in page
    assert "Noen ringer dagen etter." not in page


def test_skipping_is_chosen_beforehand_and_five_answers_are_not(
    own: Client, round_: FollowUp, measures: list[Measure]
):
    page = text_of(own, at("felt_answer"))
    radios = re.findall(r'<input type="radio"[^>]*>', page)
    chosen = [radio for radio in radios if "checked" in radio]
    assert len(radios) == 6 * len(measures)
    assert len(chosen) == len(measures)
    assert all('value=""' in radio for radio in chosen)


def test_what_was_not_right_comes_back_with_everything_typed(
    own: Client, round_: FollowUp, measures: list[Measure]
):
    empty = {f"felt_{one.pk}": "" for one in measures}
    answer = own.post(at("felt_answer"), filled(measures, **empty, notices="", missing=" "))
    assert answer.status_code == 422
    assert "Nothing is answered yet." in answer.content.decode()
    long = filled(measures, missing="a" * (replying.LONGEST + 1))
    page = own.post(at("felt_answer"), long)
    assert page.status_code == 422
    assert NOTICES in page.content.decode()
    wrong = {f"felt_{measures[0].pk}": "best", "once": str(uuid.uuid4())}
    assert own.post(at("felt_answer"), wrong).status_code == 422


def test_closed_while_somebody_wrote_leads_to_a_calm_page(
    own: Client, round_: FollowUp, measures: list[Measure]
):
    close(round_)
    assert own.post(at("felt_answer"), filled(measures)).url == at("felt")
    assert "Nobody asks just now." in text_of(own, at("felt"))


def test_told_already_is_said_before_it_is_taken_away(
    own: Client, round_: FollowUp, people: list[Participant], answers: Answer
):
    reply = answers(participant=people[0]).reply
    sentence = "has been told already"
    assert sentence not in text_of(own, at("felt_take_away", reply.pk))
    close(round_, told=True)
    assert sentence in text_of(own, at("felt_take_away", reply.pk))
    own.post(at("felt_take_away", reply.pk))
    assert not Reply.objects.exists()


def test_who_withdraws_is_let_in_nowhere_and_takes_the_answer_along(
    own: Client, round_: FollowUp, people: list[Participant], answers: Answer
):
    answers(participant=people[0])
    own.post(reverse("voices:own_withdraw"))
    assert not Reply.objects.exists()
    assert own.get(at("felt")).url == reverse("voices:entrance")


# With a slip


def test_the_slip_tells_first_and_then_asks(with_slip: Client, measures: list[Measure]):
    page = text_of(with_slip, at("felt_info"))
    for told in ("Senteret Lytt", "22 55 01 90", "You need not answer", "Anne"):
        assert told in page
    assert "Telefon neste virkedag" not in page
    assert "Telefon neste virkedag" in text_of(with_slip, at("felt_slip"))


def test_the_picture_leads_to_the_same_place(sheet: FeltSlips):
    answer = reader().get(reverse("voices:link", args=[sheet.read("token")]))
    assert answer.url == at("felt_info")


def test_the_page_speaks_the_language_of_the_slip(round_: FollowUp, named: None, anne: Person):
    made = slips.make_slips(round_, number=1, language="nn", by=anne)
    answer = Client().get(reverse("voices:link", args=[made.read("token")]))
    assert answer.cookies["language"].value == "nn"


def test_an_answer_gets_a_receipt_that_opens_it_and_takes_it_away(
    with_slip: Client, measures: list[Measure]
):
    page = with_slip.post(at("felt_slip"), filled(measures)).content.decode()
    code = "".join(re.findall(r"<span>([0-9A-Z]{1,4}-?)</span>", page))
    assert codes.normalised(code)
    assert code not in text_of(with_slip, at("felt_info"))

    kept, led_to = types(code)
    assert led_to == at("receipt")
    assert NOTICES in text_of(kept, at("receipt"))
    away = kept.post(at("receipt_take_away"))
    assert away.url.startswith(at("receipt_gone"))
    assert "opens nothing now" in text_of(kept, away.url)
    assert not Reply.objects.exists()
    assert types(code)[1].endswith("?svar=nei")
    assert kept.get(at("receipt")).url == reverse("voices:entrance")


def test_a_double_click_is_one_answer_and_the_last_receipt_opens_it(
    with_slip: Client, measures: list[Measure], sheet: FeltSlips
):
    form = filled(measures, once=hidden(text_of(with_slip, at("felt_slip")), "once"))
    pages = [with_slip.post(at("felt_slip"), form).content.decode() for _press in range(2)]
    first, last = ("".join(re.findall(r"<span>([0-9A-Z]{1,4}-?)</span>", page)) for page in pages)
    sheet.refresh_from_db()
    assert (Reply.objects.count(), sheet.used) == (1, 1)
    assert types(first)[1].endswith("?svar=nei")
    assert types(last)[1] == at("receipt")


def test_used_up_slips_say_so_kindly(with_slip: Client, sheet: FeltSlips, measures: list[Measure]):
    FeltSlips.objects.update(used=sheet.most)
    assert "As many have answered as there were slips." in text_of(with_slip, at("felt_info"))
    answer = with_slip.post(at("felt_slip"), filled(measures))
    assert answer.status_code == 422
    assert NOTICES in answer.content.decode()
    assert not Reply.objects.exists()


def test_stopped_slips_end_every_visit_at_once(
    with_slip: Client, sheet: FeltSlips, measures: list[Measure], anne: Person
):
    slips.stop_slips(sheet, by=anne)
    assert with_slip.get(at("felt_info")).url == reverse("voices:entrance")
    assert with_slip.post(at("felt_slip"), filled(measures)).url == reverse("voices:entrance")
    assert types(codes.written(sheet.read("code")))[1].endswith("?svar=nei")


def test_a_closed_round_and_a_closed_evaluation_open_nothing(
    sheet: FeltSlips, round_: FollowUp, answers: Answer
):
    receipt = answers(slips=sheet).receipt
    close(round_)
    assert types(codes.written(sheet.read("code")))[1].endswith("?svar=nei")
    kept, led_to = types(receipt)
    assert led_to == at("receipt")
    round_.work.closed_on = TODAY
    round_.work.save()
    assert types(receipt)[1].endswith("?svar=nei")
    assert kept.get(at("receipt")).url == reverse("voices:entrance")


def test_wrong_codes_are_counted_as_at_the_entrance(
    sheet: FeltSlips, monkeypatch: pytest.MonkeyPatch
):
    counted: list[str] = []
    monkeypatch.setattr(guessing, "failed", lambda address: counted.append(address) or 0)
    types(codes.written(codes.new_code()))
    types(codes.written(sheet.read("code")))
    assert len(counted) == 1


# Nobody else's


def test_nobody_reaches_another_answer(
    own: Client,
    with_slip: Client,
    people: list[Participant],
    sheet: FeltSlips,
    answers: Answer,
    anne: Person,
):
    """Each visitor knocks on every door with every id there is."""
    answers(participant=people[0], notices="Mine egne ord.", missing="")
    answers(participant=people[1])
    answers(slips=sheet)
    mine = answers(slips=sheet, notices="Min egen lapp.", missing="")
    receipt, _led_to = types(mine.receipt)
    ids = [
        *Reply.objects.values_list("pk", flat=True),
        *(one.pk for one in people),
        sheet.pk,
        uuid.uuid4(),
    ]
    visitors = {"own": own, "slip": with_slip, "receipt": receipt}
    doors = ["felt", "felt_answer", "felt_info", "felt_slip", "receipt", "receipt_take_away"]
    random.shuffle(ids)
    kept = {"own": {people[0].follow_up_replies.get().pk}, "slip": set(), "receipt": set()}
    for who, client in visitors.items():
        addresses = [at(name) for name in doors]
        addresses += [at("felt_take_away", pk) for pk in ids if pk not in kept[who]]
        for address in addresses:
            answer = client.get(address, {"reply": str(ids[0])})
            assert answer.status_code in {200, 302, 404}, (who, address)
            assert BIRD not in answer.content.decode(), (who, address)
        for address in (at("felt_take_away", pk) for pk in ids if pk not in kept[who]):
            assert client.post(address).status_code in {302, 404}
    assert Reply.objects.count() == 4


def test_each_way_opens_its_own_doors_only(
    own: Client, with_slip: Client, sheet: FeltSlips, answers: Answer
):
    receipt, _led_to = types(answers(slips=sheet).receipt)
    mine = {
        own: {"felt"},
        with_slip: {"felt_info", "felt_slip"},
        receipt: {"receipt", "receipt_take_away"},
    }
    for client, opened in mine.items():
        for name in ("felt", "felt_info", "felt_slip", "receipt", "receipt_take_away"):
            answer = client.get(at(name))
            expected = 200 if name in opened else 302
            assert answer.status_code == expected, name
            if expected == 302:
                assert answer.url == reverse("voices:entrance")
        assert (client.get(reverse("voices:own_words")).status_code == 302) is (client is not own)


def test_the_number_of_questions_to_the_database_does_not_grow(
    own: Client,
    people: list[Participant],
    answers: Answer,
    round_: FollowUp,
    measures: list[Measure],
    django_assert_max_num_queries: Callable[..., object],
):
    answers(participant=people[0], felt={one.pk: Felt.HALF for one in measures})
    for name in ("felt", "felt_answer"):
        text_of(own, at(name))
        with django_assert_max_num_queries(24):
            text_of(own, at(name))
