"""After answering without an account: no address, no agent and no hour, in any row of any table.
What somebody has answered is in what is told about them, and who has read it."""

import json
import re
import uuid
from collections.abc import Callable

from django.apps import apps
from django.db import models
from django.test import Client
from django.urls import reverse

from brukerstemmen.followups.actions import replying
from brukerstemmen.followups.models import FeltSlips, FollowUp, Reply
from brukerstemmen.measures.models import Measure
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import codes
from brukerstemmen.voices.models import Participant
from tests.voices.own import comes_in, text_of

from .answering_cast import MISSING, NOTICES, answers, measures, named, people, round_, sheet

__all__ = ["answers", "measures", "named", "people", "round_", "sheet"]
ADDRESS, AGENT = "203.0.113.77", "Kanarifuglenettleser"
CLOCK = re.compile(r"\d\d:\d\d")
Rows = set[tuple[str, str]]


def rows() -> Rows:
    """Every row of every table, by its table, as it would be printed."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed:
            names = [field.attname for field in model._meta.concrete_fields]
            told = model._default_manager.values_list(*names)
            found |= {(model._meta.label, repr(row)) for row in told}
    return found


def browser() -> Client:
    return Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=AGENT, headers={"accept-language": "en"})


def enter(client: Client, code: str) -> None:
    assert "svar=nei" not in client.post(reverse("voices:entrance"), {"code": code}).url


def answer(client: Client, name: str, measures: list[Measure]) -> str:
    form = {
        f"felt_{measures[0].pk}": "worse",
        "notices": NOTICES,
        "missing": MISSING,
        "once": str(uuid.uuid4()),
    }
    return client.post(reverse(f"followups:{name}"), form).content.decode()


def test_answering_leaves_no_address_no_agent_and_no_hour(
    sheet: FeltSlips, people: list[Participant], measures: list[Measure], anne: Person
):
    code = codes.written(sheet.read("code"))
    own = comes_in(people[0], by=anne)
    own.defaults |= {"REMOTE_ADDR": ADDRESS, "HTTP_USER_AGENT": AGENT}
    before = rows()

    client = browser()
    enter(client, code)
    page = answer(client, "felt_slip", measures)
    receipt = "".join(re.findall(r"<span>([0-9A-Z]{1,4}-?)</span>", page))
    client.post(reverse("voices:entrance"), {"code": codes.new_code()})
    enter(client, receipt)
    client.get(reverse("followups:receipt"))
    answer(own, "felt_answer", measures)
    made = rows() - before
    client.post(reverse("followups:receipt_take_away"))
    own.post(reverse("followups:felt_take_away", args=[Reply.objects.get().pk]))
    made |= rows() - before

    assert {label for label, _row in made} >= {
        "followups.Reply",
        "followups.ReplyWords",
        "people.DayEntry",
        "people.ErasedKey",
        "people.WrongGuesses",
    }
    assert not Reply.objects.exists()
    for label, row in made:
        assert ADDRESS not in row, label
        assert AGENT not in row, label
        assert "datetime.datetime(" not in row, label
        assert not CLOCK.search(row), label
        assert NOTICES not in row, label


def test_nothing_of_an_answer_can_hold_an_hour():
    for name in ("Reply", "ReplyWords", "FeltSlips", "FollowUp", "MaskedReply"):
        for field in apps.get_model("followups", name)._meta.concrete_fields:
            assert not isinstance(field, models.DateTimeField | models.TimeField), (name, field)


def test_what_is_answered_stands_in_what_we_have_about_them(
    people: list[Participant],
    round_: FollowUp,
    answers: Callable[..., replying.Given],
    anne: Person,
    frida: Person,
):
    answers(participant=people[0])
    answers(participant=people[1], notices="En annens ord.")
    record(by=frida, what="raw.read", about=round_)
    mine, others = (comes_in(people[place], by=anne) for place in (0, 2))

    for address in ("own_data", "own_copy"):
        page = text_of(mine, reverse(f"voices:{address}"))
        assert NOTICES in page
        assert "Telefon neste virkedag" in page
        assert "En annens ord." not in page
        assert NOTICES not in text_of(others, reverse(f"voices:{address}"))
    machine = mine.get(reverse("voices:own_copy"), {"som": "json"}).json()
    assert NOTICES in json.dumps(machine["more"], ensure_ascii=False)
    assert "Frida" in text_of(mine, reverse("voices:own_data"))
    assert "Frida" not in text_of(others, reverse("voices:own_data"))
