"""Every page of a dialogue meeting: who comes in, what comes back, what is asked of the data."""

import re
import uuid

import pytest
from django.urls import reverse

from brukerstemmen.dialogues.actions import minutes, planning
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.models import DialogueState, LeaderSays
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.fingerprints import fingerprint
from brukerstemmen.measures.models import Standing
from tests.cast import TODAY
from tests.dialogues.conftest import a_finding

PAGES = ["dialogue", "dialogue_edit", "seats", "preparation", "who_comes", "room"]
PAGES += ["room_proposals", "replies", "proposals", "minutes"]
REPLY = {"side": "user", "type": "answers", "voice": "may_be_used", "words": "Da tåler jeg det."}
NOT_THERE = "00000000-0000-4000-8000-000000000000"
PLAN = {"kind": "conference", "on": "2026-03-02", "begins": "10:00", "ends": "14:30"}


def at(dialogue, name, *more):
    return reverse(
        f"dialogues:{name}", args=[dialogue.evaluation.work.slug, dialogue.number, *more]
    )


def page(client, dialogue, name, *more, query="") -> str:
    answer = client.get(at(dialogue, name, *more) + query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def full(room, finding, other, anne):
    """Something of everything, told to the room."""
    said = {"type": ReplyType.RECOGNISES, "by": anne}
    verbs.note_reply(room, finding, side=Side.STAFF, words="Jeg kjenner meg igjen.", **said)
    verbs.note_reply(room, finding, side=Side.USER, words="Stillheten er verst.", **said)
    verbs.settle_in_room(room, finding, standing=Standing.CONFIRMED, by=anne)
    verbs.propose(room, [finding], title="Ringe neste dag", owner="Ambulant team", by=anne)
    return room


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_others_find_no_dialogue(name, who, room, request, signed_in):
    stranger = signed_in(request.getfixturevalue(who))

    assert stranger.get(at(room, name)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_an_interviewer_comes_in(name, full, frida, signed_in):
    assert signed_in(frida).get(at(full, name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_pages_stand_before_anything_is_written(name, planned, client):
    assert client.get(at(planned, name)).status_code == 200


def test_the_list_leads_to_the_meeting(room, client):
    address = reverse("dialogues:dialogues", args=[room.evaluation.work.slug])

    assert at(room, "dialogue") in client.get(address).content.decode()


def test_a_meeting_is_planned_from_a_programme_that_is_there(evaluation, client):
    address = reverse("dialogues:dialogue_new", args=[evaluation.work.slug])
    begun = client.get(address).content.decode()
    assert "Users speak first." in begun
    assert "Nobody has to tell their own story." in begun

    once = re.search(r'name="once" value="([^"]+)"', begun)[1]
    for _time in range(2):
        sent = {**PLAN, "once": once, "ground_rules": "Brukerne åpner.", "programme": "Mat"}
        assert client.post(address, sent).status_code == 302

    dialogue = evaluation.dialogues.get()
    assert dialogue.read("ground_rules") == "Brukerne åpner."


@pytest.mark.parametrize("wrong", [{"on": "i morgen"}, {"ends": "09:00"}, {"kind": "fest"}])
def test_a_plan_that_is_not_right_comes_back(wrong, evaluation, client):
    address = reverse("dialogues:dialogue_new", args=[evaluation.work.slug])
    sent = {**PLAN, "once": uuid.uuid4(), "programme": "Det jeg skrev", **wrong}

    answer = client.post(address, sent)

    assert answer.status_code == 422
    assert "Det jeg skrev" in answer.content.decode()
    assert not evaluation.dialogues.exists()


def test_a_meeting_is_described_anew(planned, client):
    there = page(client, planned, "dialogue_edit")
    assert "Samfunnshuset" in there
    sent = {**PLAN, "once": uuid.uuid4(), "place": "Biblioteket"}

    assert client.post(at(planned, "dialogue_edit"), sent).status_code == 302
    planned.refresh_from_db()
    assert planned.read("place") == "Biblioteket"


def seats_sent(**cells):
    return {"rad-TOTAL_FORMS": "8", "rad-INITIAL_FORMS": "8", **cells}


def test_a_room_that_tips_is_told_kindly(planned, client):
    sides = {f"rad-{number}-side": side.value for number, side in enumerate(Side)}
    sent = seats_sent(**sides, **{"rad-0-invited": "3", "rad-3-invited": "14", "rad-7-side": ""})

    assert client.post(at(planned, "seats"), sent).status_code == 302
    shown = page(client, planned, "seats")
    assert "3 who use the service will meet 14" in shown
    assert shown.index("Users") < shown.index("The service")
    assert "will meet" in page(client, planned, "dialogue")


@pytest.mark.parametrize(
    "wrong",
    [
        {"rad-0-side": "user", "rad-0-invited": "mange"},
        {"rad-0-side": "", "rad-0-invited": "4"},
        {"rad-0-side": "staff", "rad-0-invited": "1", "rad-0-where": "lege Marit Hauglie"},
    ],
)
def test_seats_that_are_not_right_come_back(wrong, planned, client):
    answer = client.post(at(planned, "seats"), seats_sent(**wrong, **{"rad-1-where": "Rådet"}))

    assert answer.status_code == 422
    assert "Rådet" in answer.content.decode()
    assert not planned.seats.exists()


def test_the_page_for_users_names_nobody_and_asks_nobody_to_come(room, client):
    shown = page(client, room, "who_comes")

    assert "You do not have to come" in shown
    assert shown.index("Users: 12") < shown.index("Staff: 13")
    assert "Anne" not in shown.split("<article")[1]


def test_what_is_done_beforehand_is_told_with_a_day(planned, client):
    for what in ("told", "users", "service"):
        answer = client.post(at(planned, "preparation"), {"what": what, "on": str(TODAY)})
        assert answer.status_code == 302
    wrong = client.post(at(planned, "preparation"), {"what": "told", "on": "2026-04-01"})

    planned.refresh_from_db()
    assert planned.told_on == planned.prepared_users_on == planned.prepared_service_on == TODAY
    assert wrong.status_code == 422
    assert "2026-04-01" in wrong.content.decode()


def test_the_room_is_opened_by_a_button(planned, client):
    client.post(at(planned, "open_room"))

    planned.refresh_from_db()
    assert planned.state == DialogueState.HELD


def test_the_screen_begins_with_how_we_talk_and_shows_one_finding_at_a_time(full, finding, client):
    first = page(client, full, "room")
    assert "Brukerne åpner" in first
    assert "Utskrivning" not in first

    then = page(client, full, "room", query=f"?funn={finding.pk}")
    assert "Utskrivning kommer brått" in then
    assert "Hvordan ser en god siste dag ut?" in then
    assert "Luka" not in then
    assert "Stillheten" not in then


def test_the_screen_keeps_what_is_the_teams_own(room, finding, client):
    finding.is_single = True
    finding.affected_on = TODAY
    finding.save()

    shown = page(client, room, "room", query=f"?funn={finding.pk}").lower()

    assert "single" not in shown
    assert "affected" not in shown


@pytest.mark.parametrize(
    "asked",
    ["?funn=", "?funn=tull", "?nr=99999999999", f"?funn={NOT_THERE}"],
)
@pytest.mark.parametrize("name", ["room", "room_proposals", "replies"])
def test_a_finding_that_is_not_there_is_no_error(name, asked, full, client):
    assert client.get(at(full, name) + asked).status_code == 200


def test_users_words_stand_first(full, finding, client):
    shown = page(client, full, "replies", query=f"?funn={finding.pk}")

    assert shown.index("Stillheten er verst.") < shown.index("Jeg kjenner meg igjen.")


def test_a_reply_is_written_once_and_the_writer_goes_on(room, finding, client):
    once = uuid.uuid4()
    for _time in range(2):
        answer = client.post(at(room, "replies") + f"?funn={finding.pk}", {**REPLY, "once": once})
        assert answer.status_code == 302
        assert "side=user" in answer.url
    assert room.replies.count() == 1


def test_a_reply_without_reloading_the_page(room, finding, client):
    answer = client.post(
        at(room, "replies") + f"?funn={finding.pk}",
        {**REPLY, "once": uuid.uuid4()},
        headers={"HX-Request": "true"},
    )
    shown = answer.content.decode()

    assert answer.status_code == 200
    assert "<html" not in shown
    assert "Da tåler jeg det." in shown


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
@pytest.mark.parametrize(
    "wrong", [{"words": " "}, {"side": "nobody"}, {"type": ""}, {"function": "lege Marit Hauglie"}]
)
def test_a_reply_that_is_not_right_comes_back(wrong, headers, room, finding, client):
    sent = {**REPLY, "function": "ungdom", "once": uuid.uuid4(), **wrong}

    answer = client.post(at(room, "replies") + f"?funn={finding.pk}", sent, headers=headers)

    assert answer.status_code == 422
    assert sent["words"].strip() in answer.content.decode()
    assert sent["function"] in answer.content.decode()
    assert not room.replies.exists()


def test_a_finding_of_somebody_else_is_not_there(room, client):
    answer = client.post(at(room, "replies") + f"?funn={NOT_THERE}", REPLY)

    assert answer.status_code == 404


def test_what_points_at_somebody_is_shown_until_it_is_gone(room, finding, anne, client):
    reply = verbs.note_reply(
        room,
        finding,
        side=Side.USER,
        type=ReplyType.ANSWERS,
        words="Marit Hauglie ringte.",
        by=anne,
    )
    assert "May point at somebody" in page(client, room, "replies")
    assert "Hauglie" in page(client, room, "reply", reply.pk)
    assert "Hauglie" not in page(client, room, "minutes")

    client.post(at(room, "reply", reply.pk), {**REPLY, "once": uuid.uuid4()})

    assert "May point at somebody" not in page(client, room, "replies")
    assert "Da tåler jeg det." in page(client, room, "minutes")


def test_a_reply_is_taken_back(full, client):
    client.post(at(full, "reply_remove", full.replies.first().pk))

    assert full.replies.count() == 1


def test_a_finding_is_settled_with_both_views(room, finding, client):
    door = at(room, "outcome", finding.pk)
    half = {"standing": "disputed", "users_view": "Døra er stengt."}

    wrong = client.post(door, half)
    assert wrong.status_code == 422
    assert "Døra er stengt." in wrong.content.decode()

    assert client.post(door, {**half, "service_view": "Åpen til ni."}).status_code == 302
    shown = page(client, room, "room", query=f"?funn={finding.pk}")
    assert shown.index("Døra er stengt.") < shown.index("Åpen til ni.")
    again = page(client, room, "replies", query=f"?funn={finding.pk}")
    assert ">\nDøra er stengt.</textarea>" in again


def test_who_recognises_it_is_kept_apart(room, finding, client):
    sent = {"standing": "confirmed", "users_recognise": "yes", "service_recognises": "no"}
    client.post(at(room, "outcome", finding.pk), sent)

    outcome = room.outcomes.get()
    assert (outcome.users_recognise, outcome.service_recognises) == (True, False)


def test_a_measure_is_proposed_read_aloud_and_answered(room, finding, client):
    sent = {"title": "Ringe", "findings": [finding.pk], "kind": "routine", "once": uuid.uuid4()}
    for _time in range(2):
        assert client.post(at(room, "proposals"), sent).status_code == 302
    proposal = room.proposals.get()

    heard = {"users_agree": "on", "service_agrees": "on", "nr": "1"}
    answer = client.post(at(room, "proposal_heard", proposal.pk), heard)
    assert answer.url == at(room, "room_proposals") + "?nr=1"
    wrong = client.post(at(room, "proposal_answer", proposal.pk), {"says": "no"})
    assert wrong.status_code == 422
    client.post(at(room, "proposal_answer", proposal.pk), {"says": "no", "reason": "Ikke råd."})

    proposal.refresh_from_db()
    assert proposal.users_agree
    assert proposal.says == LeaderSays.NO
    assert "Ikke råd." in page(client, room, "room_proposals")


@pytest.mark.parametrize("wrong", [{"title": ""}, {"findings": []}, {"owner": "Marit Hauglie"}])
def test_a_proposal_that_is_not_right_comes_back(wrong, room, finding, client):
    sent = {"title": "Ringe", "findings": [finding.pk], "kind": "routine", "notice": "Noen ringer"}
    sent |= {"once": uuid.uuid4(), **wrong}

    answer = client.post(at(room, "proposals"), sent)

    assert answer.status_code == 422
    assert "Noen ringer" in answer.content.decode()


def test_a_proposal_is_changed_and_taken_back(full, finding, client):
    proposal = full.proposals.get()
    sent = {"title": "Ringe samme dag", "findings": [finding.pk], "kind": "trial"}

    client.post(at(full, "proposal", proposal.pk), {**sent, "once": uuid.uuid4()})
    assert "Ringe samme dag" in page(client, full, "proposal", proposal.pk)
    assert client.post(at(full, "proposal", proposal.pk), {"title": ""}).status_code == 422
    client.post(at(full, "proposal_remove", proposal.pk))
    assert not full.proposals.exists()


def test_minutes_are_drafted_saved_and_approved_by_both(full, client):
    drafted = page(client, full, "minutes")
    assert drafted.index("Stillheten er verst.") < drafted.index("Jeg kjenner meg igjen.")
    assert "Ringe neste dag" in drafted

    sent = {"text": "Vi møttes.", "seen": fingerprint("")}
    assert client.post(at(full, "minutes"), sent).status_code == 302
    for side in ("users", "service"):
        told = {"side": side, "said_by": "To av oss", "seen": fingerprint("Vi møttes.")}
        assert client.post(at(full, "minutes_approve"), told).status_code == 302

    full.refresh_from_db()
    assert full.state == DialogueState.APPROVED
    for name in PAGES:
        page(client, full, name)


def test_minutes_somebody_else_changed_come_back(full, anne, client):
    minutes.write_minutes(full, "Det den andre skrev.", by=anne)

    answer = client.post(at(full, "minutes"), {"text": "Mitt.", "seen": fingerprint("")})
    assert answer.status_code == 422
    assert "Mitt." in answer.content.decode()
    told = {"side": "users", "said_by": "", "seen": ""}
    assert client.post(at(full, "minutes_approve"), told).status_code == 422


def test_new_voices_lead_to_a_user_meeting(room, client):
    answer = client.post(at(room, "new_voices"))

    meeting = room.new_voices.user_meeting
    assert answer.url.endswith(f"/moter/{meeting.number}/")
    assert client.get(answer.url).status_code == 200
    assert answer.url in page(client, room, "dialogue")


@pytest.mark.parametrize("name", [*PAGES, "dialogues"])
def test_pages_ask_as_little_for_many_as_for_few(
    name, full, evaluation, anne, client, django_assert_max_num_queries, connection_queries
):
    address = (
        at(full, name)
        if name != "dialogues"
        else reverse(f"dialogues:{name}", args=[evaluation.work.slug])
    )
    client.get(address)
    few = connection_queries(lambda: client.get(address))
    first = evaluation.findings.order_by("position").first()
    for position in range(10, 16):
        more = a_finding(evaluation, position, f"Funn {position}")
        verbs.propose(full, [more, first], title=f"Tiltak {position}", by=anne)
        for one in (more, first):
            verbs.note_reply(
                full, one, side=Side.USER, type=ReplyType.ANSWERS, words="Slik er det.", by=anne
            )
        verbs.settle_in_room(full, more, standing=Standing.CONFIRMED, by=anne)
        planning.plan_dialogue(evaluation, kind="meeting", by=anne)

    with django_assert_max_num_queries(few):
        client.get(address)
