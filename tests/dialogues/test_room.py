"""In the room: replies, what becomes of a finding, and new voices."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.dialogues.actions import minutes
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.models import NewVoices
from brukerstemmen.dialogues.sides import ReplyType, Side, Voice, both_views
from brukerstemmen.measures.models import Standing
from brukerstemmen.voices.states import MeetingState
from tests.dialogues.conftest import a_finding

SAID = {"side": Side.USER, "type": ReplyType.ANSWERS, "words": "Da tåler jeg fredagen."}


def test_a_reply_stands_by_side_and_type(room, finding, anne):
    reply = verbs.note_reply(room, finding, **SAID, function="ungdom", by=anne)

    reply.refresh_from_db()
    assert (reply.number, reply.side, reply.type) == (1, "user", "answers")
    assert reply.voice == Voice.MAY_BE_USED
    assert reply.open_hits == 0
    assert reply.read("words") == "Da tåler jeg fredagen."
    assert b"fredagen" not in bytes(reply.words)


def test_sending_it_twice_writes_it_once(room, finding, anne):
    once = uuid.uuid4()

    for _time in range(2):
        verbs.note_reply(room, finding, **SAID, once=once, by=anne)

    assert room.replies.count() == 1


def test_what_points_at_somebody_is_counted_until_it_is_gone(room, finding, anne):
    named = {**SAID, "words": "Psykologen min, Marit Hauglie, ringte 91 23 45 67."}
    reply = verbs.note_reply(room, finding, **named, by=anne)

    assert reply.open_hits > 1
    verbs.change_reply(reply, **SAID, by=anne)
    reply.refresh_from_db()
    assert reply.open_hits == 0
    assert reply.read("words") == SAID["words"]


def test_a_function_is_no_name(room, finding, anne):
    with pytest.raises(ValidationError) as refusal:
        verbs.note_reply(room, finding, **SAID, function="lege Marit Hauglie", by=anne)

    assert "function" in refusal.value.message_dict


@pytest.mark.parametrize("words", ["", "  ", "x" * 5000])
def test_a_reply_has_words_and_not_too_many(room, finding, anne, words):
    with pytest.raises(ValidationError):
        verbs.note_reply(room, finding, **{**SAID, "words": words}, by=anne)


def test_nothing_is_written_before_the_room_is_open(planned, finding, anne):
    with pytest.raises(ValidationError):
        verbs.note_reply(planned, finding, **SAID, by=anne)


def test_a_finding_of_another_evaluation_is_not_talked_about_here(room, gro, anne):
    from brukerstemmen.evaluations.actions import starting

    elsewhere = starting.start_evaluation(
        title="Annen",
        services=["Et sted"],
        client="Noen",
        centre=gro.grants.get().work.centre,
        by=gro,
    )
    with pytest.raises(ValidationError):
        verbs.note_reply(room, a_finding(elsewhere, 1, "Noe"), **SAID, by=anne)


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_only_the_team_writes_in_the_room(who, room, finding, anne, request):
    reply = verbs.note_reply(room, finding, **SAID, by=anne)
    stranger = request.getfixturevalue(who)

    with pytest.raises(PermissionDenied):
        verbs.note_reply(room, finding, **SAID, by=stranger)
    with pytest.raises(PermissionDenied):
        verbs.remove_reply(reply, by=stranger)
    with pytest.raises(PermissionDenied):
        verbs.settle_in_room(room, finding, standing=Standing.CONFIRMED, by=stranger)
    with pytest.raises(PermissionDenied):
        verbs.begin_new_voices(room, by=stranger)


def test_a_reply_may_be_taken_back(room, finding, anne):
    reply = verbs.note_reply(room, finding, **SAID, by=anne)

    for _time in range(2):
        verbs.remove_reply(reply, by=anne)

    assert not room.replies.exists()


def test_a_confirmed_finding_and_who_recognises_it(room, finding, anne):
    verbs.settle_in_room(room, finding, standing=Standing.CONFIRMED, users_recognise=True, by=anne)

    outcome = room.outcomes.get()
    finding.refresh_from_db()
    assert (outcome.users_recognise, outcome.service_recognises) == (True, None)
    assert finding.standing == Standing.CONFIRMED


def test_a_nuance_has_words_and_changes_the_finding(room, finding, anne):
    with pytest.raises(ValidationError):
        verbs.settle_in_room(room, finding, standing=Standing.NUANCED, by=anne)

    words = "Epikrisen finnes, men kommer sent."
    for _time in range(2):
        verbs.settle_in_room(room, finding, standing=Standing.NUANCED, nuance=words, by=anne)

    finding.refresh_from_db()
    assert room.outcomes.get().read("nuance") == words == finding.read("nuance")
    assert finding.version == 2


def test_divided_opinions_need_both_views(room, finding, anne):
    with pytest.raises(ValidationError):
        verbs.settle_in_room(
            room, finding, standing=Standing.DISPUTED, nuance="Brukere: døra er stengt.", by=anne
        )

    both = both_views("Døra er stengt.", "Den er åpen til ni.")
    verbs.settle_in_room(room, finding, standing=Standing.DISPUTED, nuance=both, by=anne)

    finding.refresh_from_db()
    assert finding.standing == Standing.DISPUTED
    assert finding.read("nuance") == both


def test_a_finding_does_not_become_unsaid(room, finding, anne):
    with pytest.raises(ValidationError):
        verbs.settle_in_room(room, finding, standing=Standing.PRELIMINARY, by=anne)


def test_a_nuance_names_nobody(room, finding, anne):
    with pytest.raises(ValidationError):
        verbs.settle_in_room(
            room,
            finding,
            standing=Standing.NUANCED,
            nuance="Psykolog Marit Hauglie ringer nå.",
            by=anne,
        )


def test_new_voices_begin_a_user_meeting_like_all_others(room, evaluation, anne):
    first = verbs.begin_new_voices(room, by=anne)
    again = verbs.begin_new_voices(room, by=anne)

    assert first == again
    assert first.state_now is MeetingState.PLANNED
    assert first.held_on is None
    assert NewVoices.objects.get(dialogue=room).user_meeting == first
    assert evaluation.user_meetings.count() == 1


def test_a_change_in_the_room_takes_back_the_yes_to_the_minutes(room, finding, anne):
    minutes.write_minutes(room, "Vi møttes.", by=anne)
    minutes.approve_minutes(room, of_users=True, said_by="To av deltakerne", by=anne)

    verbs.note_reply(room, finding, **SAID, by=anne)

    assert not room.approvals.exists()


def test_after_both_have_approved_nothing_changes_in_the_room(room, finding, anne):
    reply = verbs.note_reply(room, finding, **SAID, by=anne)
    minutes.write_minutes(room, "Vi møttes.", by=anne)
    for of_users in (True, False):
        minutes.approve_minutes(room, of_users=of_users, said_by="To av oss", by=anne)

    for change in [
        lambda: verbs.note_reply(room, finding, **SAID, by=anne),
        lambda: verbs.change_reply(reply, **SAID, by=anne),
        lambda: verbs.remove_reply(reply, by=anne),
        lambda: verbs.settle_in_room(room, finding, standing=Standing.CONFIRMED, by=anne),
        lambda: verbs.propose(room, [finding], title="Ringe", by=anne),
    ]:
        with pytest.raises(ValidationError):
            change()
