"""What is written down in the room is read by the trained models too; nobody there waits for them,
and before it counts they have read it."""

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.dialogues.actions import minutes
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.models import DialogueState
from brukerstemmen.dialogues.sides import ReplyType, Side
from tests import reading

models = reading.models

NAMED = f"Ifølge {reading.NAME} ringer ingen."
UNREAD = "do not answer now"


def note(room, finding, words, by):
    kinds = {"side": Side.USER, "type": ReplyType.ANSWERS}
    return verbs.note_reply(room, finding, words=words, by=by, **kinds)


def agree(room, by):
    for of_users in (True, False):
        minutes.approve_minutes(room, of_users=of_users, said_by="To av oss", by=by)


def test_a_name_only_they_know_is_refused_and_counted(room, finding, anne, models):
    for deed in (
        lambda: minutes.write_minutes(room, NAMED, by=anne),
        lambda: verbs.propose(room, [finding], title="Ringe", notice=NAMED, by=anne),
    ):
        with pytest.raises(ValidationError, match=reading.NAME):
            deed()

    assert note(room, finding, NAMED, anne).open_hits == 1


def test_what_they_merely_ask_about_keeps_nothing_out(room, finding, anne, models):
    """Nobody in the room can answer it."""
    assert note(room, finding, f"Noen ringer {reading.MAYBE}.", anne).open_hits == 0


def test_the_room_does_not_wait_for_them_and_a_yes_does(room, finding, anne, models):
    models.answers = False
    reply = note(room, finding, NAMED, anne)
    reply.open_hits = 0  # the rules see its capital
    reply.save()
    minutes.write_minutes(room, NAMED, by=anne)
    with pytest.raises(ValidationError, match=UNREAD):
        agree(room, anne)

    models.answers = True
    with pytest.raises(ValidationError, match=reading.NAME):
        agree(room, anne)
    minutes.write_minutes(room, "Vi møttes.", by=anne)
    agree(room, anne)

    reply.refresh_from_db()
    room.refresh_from_db()
    assert (reply.open_hits, room.state) == (1, DialogueState.APPROVED)


@pytest.mark.parametrize("part", ["title", "notice"])
def test_a_proposal_written_without_them_is_read_before_it_counts(
    room, finding, anne, models, part
):
    models.answers = False
    verbs.propose(room, [finding], **({"title": "Ringe"} | {part: NAMED}), by=anne)
    models.answers = True
    minutes.write_minutes(room, "Vi møttes.", by=anne)

    with pytest.raises(ValidationError, match=reading.NAME):
        agree(room, anne)
