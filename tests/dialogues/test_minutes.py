"""Minutes: written, changed, and approved by both sides."""

import contextlib
import itertools
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from brukerstemmen.dialogues.actions import minutes
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.models import DialogueState
from brukerstemmen.dialogues.showing import outcomes_that_count, replies_that_count
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice
from brukerstemmen.evaluations.fingerprints import fingerprint
from brukerstemmen.measures.models import Standing
from brukerstemmen.people.models import JournalEntry

TEXT = "Vi møttes i samfunnshuset.\nAlle funn ble bekreftet."


def yes(room, anne, *, of_users, **told):
    minutes.approve_minutes(room, of_users=of_users, said_by="To av oss", by=anne, **told)


def test_minutes_are_written_and_sealed(room, anne):
    minutes.write_minutes(room, f"  {TEXT}\n\n", by=anne)

    room.refresh_from_db()
    assert room.state == DialogueState.MINUTES
    assert room.read("minutes") == TEXT
    assert b"samfunnshuset" not in bytes(room.minutes)


def test_both_sides_must_say_yes(room, anne):
    minutes.write_minutes(room, TEXT, by=anne)
    for _time in range(2):
        yes(room, anne, of_users=True)
        room.refresh_from_db()
        assert room.state == DialogueState.MINUTES

    yes(room, anne, of_users=False)

    room.refresh_from_db()
    assert room.state == DialogueState.APPROVED
    assert JournalEntry.objects.filter(what="minutes.approved").count() == 2


def test_a_change_after_a_yes_takes_the_yes_back(room, anne):
    minutes.write_minutes(room, TEXT, by=anne)
    yes(room, anne, of_users=True)
    minutes.write_minutes(room, TEXT, by=anne)
    assert room.approvals.count() == 1

    minutes.write_minutes(room, f"{TEXT}\nEt tillegg.", by=anne)

    assert not room.approvals.exists()


def test_an_addendum_to_approved_minutes_asks_both_again(room, anne):
    minutes.write_minutes(room, TEXT, by=anne)
    for of_users in (True, False):
        yes(room, anne, of_users=of_users)

    minutes.write_minutes(room, f"{TEXT}\nEt tillegg.", by=anne)

    room.refresh_from_db()
    assert room.state == DialogueState.MINUTES
    assert not room.approvals.exists()


def test_minutes_of_which_something_has_gone_to_the_service_stay(room, finding, anne):
    proposal = verbs.propose(room, [finding], title="Ringe", by=anne)
    minutes.write_minutes(room, TEXT, by=anne)
    for of_users in (True, False):
        yes(room, anne, of_users=of_users)
    proposal.became = uuid.uuid4()
    proposal.save()

    with pytest.raises(ValidationError):
        minutes.write_minutes(room, "Noe annet.", by=anne)


def test_two_who_write_do_not_wipe_out_each_other(room, anne):
    minutes.write_minutes(room, TEXT, by=anne)
    seen = fingerprint(TEXT)
    minutes.write_minutes(room, "En annen skrev først.", by=anne)

    with pytest.raises(ValidationError):
        minutes.write_minutes(room, "Mitt.", seen=seen, by=anne)
    with pytest.raises(ValidationError):
        yes(room, anne, of_users=True, seen=seen)


@pytest.mark.parametrize(
    "text", ["", " \n ", "x" * 70_000, "Psykolog Marit Hauglie ledet møtet.", "Ring 91 23 45 67."]
)
def test_what_minutes_may_not_be(room, anne, text):
    with pytest.raises(ValidationError):
        minutes.write_minutes(room, text, by=anne)


def test_nothing_is_approved_before_it_is_written(planned, room, anne):
    with pytest.raises(ValidationError):
        yes(room, anne, of_users=True)


def test_a_plan_has_no_minutes(planned, anne):
    with pytest.raises(ValidationError):
        minutes.write_minutes(planned, TEXT, by=anne)


@pytest.mark.parametrize("said_by", ["", " ", "Marit Hauglie", "x" * 121])
def test_who_said_yes_is_a_function(room, anne, said_by):
    minutes.write_minutes(room, TEXT, by=anne)

    with pytest.raises(ValidationError):
        minutes.approve_minutes(room, of_users=True, said_by=said_by, by=anne)


def test_only_the_team_registers_a_yes(room, anne, dag):
    minutes.write_minutes(room, TEXT, by=anne)

    with pytest.raises(PermissionDenied):
        minutes.write_minutes(room, "Noe annet.", by=dag)
    with pytest.raises(PermissionDenied):
        yes(room, dag, of_users=False)


def test_only_what_may_be_used_counts_and_only_then(room, finding, anne):
    said = {"side": Side.USER, "type": ReplyType.ANSWERS}
    used = verbs.note_reply(room, finding, **said, words="Stillheten er verst.", by=anne)
    note = {"voice": Voice.NOTE_ONLY, "words": "Bare til dere."}
    verbs.note_reply(room, finding, **said, **note, by=anne)
    verbs.note_reply(room, finding, **said, words="Marit Hauglie ringte.", by=anne)
    verbs.settle_in_room(room, finding, standing=Standing.CONFIRMED, by=anne)
    assert not replies_that_count(room.evaluation)
    assert not outcomes_that_count(room.evaluation)

    minutes.write_minutes(room, TEXT, by=anne)
    for of_users in (True, False):
        yes(room, anne, of_users=of_users)

    assert list(replies_that_count(room.evaluation)) == [used]
    assert [one.finding for one in outcomes_that_count(room.evaluation)] == [finding]


ACTS = {
    "a": lambda room, finding, anne: minutes.write_minutes(room, "Vi møttes.", by=anne),
    "b": lambda room, finding, anne: minutes.write_minutes(room, "Vi møttes igjen.", by=anne),
    "u": lambda room, finding, anne: yes(room, anne, of_users=True),
    "s": lambda room, finding, anne: yes(room, anne, of_users=False),
    "r": lambda room, finding, anne: verbs.propose(room, [finding], title="Ringe", by=anne),
}


def still_valid(acts: str) -> set[str]:
    """Which sides have said yes to what stands, told without the product's own words."""
    text, agreed = "", set()
    for act in acts:
        if act in "ab" and act != text:
            text, agreed = act, set()
        elif act in "us" and text:
            agreed = agreed | {act}
        elif act == "r" and agreed != {"u", "s"}:
            agreed = set()
    return agreed


def test_in_whatever_order_nothing_is_approved_that_both_have_not_heard(room, finding, anne):
    for acts in map("".join, itertools.product("a", ACTS, ACTS, ACTS)):
        with transaction.atomic():
            for act in acts:
                with contextlib.suppress(ValidationError), transaction.atomic():
                    ACTS[act](room, finding, anne)
            now = type(room).objects.get(pk=room.pk)
            agreed = {"u" if one.of_users else "s" for one in now.approvals.all()}
            transaction.set_rollback(True)

        assert agreed == still_valid(acts), acts
        assert (now.state == DialogueState.APPROVED) == (agreed == {"u", "s"}), acts
