"""Writing down: as it was said, never overwritten, never twice, and never without consent."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.analysis.actions import themes
from brukerstemmen.evaluations.actions import guide, starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.models.guide import RaisedBy, Turn
from brukerstemmen.people import clock
from brukerstemmen.people.actions.team import register_employment
from brukerstemmen.people.models import JournalEntry, Organisation, Person
from brukerstemmen.privacy import consent
from brukerstemmen.voices.actions import invitations, meetings, statements
from brukerstemmen.voices.models import ConsentDecision, RawWording, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.states import TRANSITIONS, MeetingState, may
from tests.cast import TODAY, prepare


def consent_on_paper(meeting: UserMeeting, people: int, *, by: Person) -> None:
    meetings.register_consent(
        meeting,
        new_people=people,
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=by,
    )


def test_a_meeting_is_not_opened_without_consent(evaluation: Evaluation, anne: Person) -> None:
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)

    with pytest.raises(ValidationError, match="said yes"):
        meetings.hold(planned, on=TODAY, nobody_from_service=True, by=anne)


def test_nor_with_somebody_from_the_service_in_the_room(
    evaluation: Evaluation, anne: Person
) -> None:
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)
    consent_on_paper(planned, 3, by=anne)

    with pytest.raises(ValidationError, match="service"):
        meetings.hold(planned, on=TODAY, nobody_from_service=False, by=anne)
    opened = meetings.hold(planned, on=TODAY, nobody_from_service=True, by=anne)
    assert opened.state == MeetingState.HELD and opened.nobody_from_service == anne


def test_a_withdrawn_yes_is_no_yes(evaluation: Evaluation, anne: Person) -> None:
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)
    consent_on_paper(planned, 1, by=anne)
    person = evaluation.participants.get()
    ConsentDecision.objects.create(
        participant=person,
        purpose=consent.Purpose.TAKE_PART,
        act=consent.Act.WITHDRAW,
        on=TODAY,
        text_version="1",
        channel=consent.Channel.PHONE,
    )

    with pytest.raises(ValidationError, match="said yes"):
        meetings.hold(planned, on=TODAY, nobody_from_service=True, by=anne)


def test_nothing_is_written_before_the_meeting_is_open(
    evaluation: Evaluation, anne: Person
) -> None:
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)

    with pytest.raises(ValidationError, match="Open the meeting"):
        statements.write_down(planned, words="Ingen spurte.", by=anne)


def test_consent_is_dated_per_purpose_with_its_text_and_marked_on_behalf(
    meeting: UserMeeting, anne: Person
) -> None:
    rows = ConsentDecision.objects.filter(participant__number=1)

    assert {row.purpose for row in rows} == {"take_part", "quotes"}
    assert all(row.on == TODAY and row.text_version == "1" for row in rows)
    assert all(row.registered_by == anne and row.as_decision().channel.on_behalf for row in rows)


def test_a_yes_on_paper_holds_until_the_day_the_invitation_names(
    evaluation: Evaluation, anne: Person
) -> None:
    last = TODAY + timedelta(days=400)
    invitations.describe_invitation(
        evaluation, contact=anne, telephone="20 55 00 10", words_until=last, by=anne
    )
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)
    paper = {"channel": consent.Channel.PAPER, "text_version": "1", "by": anne}

    meetings.register_consent(planned, new_people=1, on=TODAY, **paper)

    assert [row.until for row in ConsentDecision.objects.all()] == [last]
    with clock.at(last + timedelta(days=1)), pytest.raises(ValidationError, match="has passed"):
        meetings.register_consent(planned, new_people=1, on=last + timedelta(days=1), **paper)


def test_the_act_of_consent_sent_twice_happens_once(evaluation: Evaluation, anne: Person) -> None:
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)
    once = uuid.uuid4()
    for _click in range(2):
        meetings.register_consent(
            planned,
            new_people=4,
            channel=consent.Channel.PAPER,
            on=TODAY,
            text_version="1",
            by=anne,
            once=once,
        )

    assert evaluation.participants.count() == 4


def test_a_statement_sent_twice_is_written_once(meeting: UserMeeting, anne: Person) -> None:
    once = uuid.uuid4()
    for _click in range(2):
        statements.write_down(meeting, words="Ingen spurte.", once=once, by=anne)

    assert meeting.statements.count() == 1


def test_every_wording_stays_with_author_and_reason(meeting: UserMeeting, anne: Person) -> None:
    said = statements.write_down(meeting, words="Ingen spurte.", by=anne)
    statements.change_wording(
        said, words="Ingen spurte meg.", based_on=1, reason=Reason.CORRECTED, by=anne
    )

    versions = list(said.raw_wordings.all())
    assert [v.read("words") for v in versions] == ["Ingen spurte.", "Ingen spurte meg."]
    assert [v.reason for v in versions] == ["noted", "corrected"]
    assert all(v.author == anne for v in versions)


def test_two_who_write_at_once_both_keep_their_words(
    meeting: UserMeeting, anne: Person, frida: Person
) -> None:
    said = statements.write_down(meeting, words="Ingen spurte.", by=anne)
    first = statements.change_wording(
        said, words="Ingen spurte meg.", based_on=1, reason=Reason.CORRECTED, by=anne
    )
    second = statements.change_wording(
        said, words="Ingen spurte oss.", based_on=1, reason=Reason.CORRECTED, by=frida
    )

    assert (first, second) == (True, False)
    assert {v.read("words") for v in said.raw_wordings.all()} == {
        "Ingen spurte.",
        "Ingen spurte meg.",
        "Ingen spurte oss.",
    }
    said.refresh_from_db()
    statements.choose_wording(said, number=3, by=anne)
    said.refresh_from_db()
    assert said.raw_number == 3 and not RawWording.objects.filter(rival_of__isnull=False).exists()
    assert said.raw_wordings.count() == 3


def test_the_same_change_sent_twice_is_no_rival(meeting: UserMeeting, anne: Person) -> None:
    said = statements.write_down(meeting, words="Ingen spurte.", by=anne)
    for _click in range(2):
        assert statements.change_wording(
            said, words="Ingen spurte meg.", based_on=1, reason=Reason.CORRECTED, by=anne
        )

    assert said.raw_wordings.count() == 2


def test_a_statement_without_a_speaker_is_no_person(meeting: UserMeeting, anne: Person) -> None:
    said = statements.write_down(meeting, words="Vi venter lenge.", by=anne)

    assert said.speaker is None
    assert said.raw_wordings.get().key_id == meeting.evaluation.raw_key_id


def test_a_speaker_found_later_gets_the_words_under_their_key(
    meeting: UserMeeting, anne: Person
) -> None:
    said = statements.write_down(meeting, words="Vi venter lenge.", by=anne)
    person = meeting.presences.first().participant
    statements.place(said, speaker=person, speaker_known=True, kind="not_good", by=anne)

    version = said.raw_wordings.get()
    assert version.key_id == person.raw_key_id
    assert version.read("words") == "Vi venter lenge."


def test_a_note_goes_with_the_words_to_the_key_of_the_speaker(
    masked: UserMeeting, anne: Person
) -> None:
    said = masked.statements.get(position=1)
    note = themes.note(said, text="Hører sammen med venting.", by=anne)
    other = masked.presences.exclude(participant=said.speaker).first().participant

    statements.place(said, speaker=other, speaker_known=True, by=anne)

    note.refresh_from_db()
    assert note.key_id == other.masked_key_id
    assert note.read("text") == "Hører sammen med venting."


def test_a_question_of_another_evaluation_is_refused(
    meeting: UserMeeting, centre: Organisation, anne: Person
) -> None:
    other = starting.start_evaluation(title="B", services=["B"], centre=centre, by=anne)
    theme = guide.add_theme(guide.begin_guide(other, by=anne), title="Hverdag", by=anne)
    asked = guide.add_question(
        theme, text="Hva er bra?", turn=Turn.GOOD, raised_by=RaisedBy.USERS, by=anne
    )
    said = statements.write_down(meeting, words="Hei.", by=anne)

    with pytest.raises(ValidationError):
        statements.write_down(meeting, words="Hei igjen.", question=asked, by=anne)
    with pytest.raises(ValidationError):
        statements.place(said, question=asked, by=anne)


def test_a_code_of_another_evaluation_is_refused(
    meeting: UserMeeting, centre: Organisation, anne: Person
) -> None:
    other = starting.start_evaluation(title="B", services=["B"], centre=centre, by=anne)
    prepare(other, anne)
    there = meetings.plan_meeting(other, name="Der", by=anne)
    consent_on_paper(there, 1, by=anne)

    with pytest.raises(ValidationError):
        meetings.register_consent(
            meeting,
            new_people=0,
            also=other.participants.all(),
            channel=consent.Channel.PAPER,
            on=TODAY,
            text_version="1",
            by=anne,
        )


def test_an_earlier_wording_is_not_chosen_behind_what_has_gone_on(
    masked: UserMeeting, anne: Person
) -> None:
    said = masked.statements.get(position=1)

    with pytest.raises(ValidationError):
        statements.choose_wording(said, number=said.raw_number, by=anne)


def test_a_speaker_who_was_not_there_is_refused(
    meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    elsewhere = meetings.plan_meeting(evaluation, name="Et annet", by=anne)
    consent_on_paper(elsewhere, 1, by=anne)
    stranger = evaluation.participants.get(number=6)

    with pytest.raises(ValidationError, match="D06"):
        statements.write_down(meeting, words="Hei.", speaker=stranger, by=anne)


def test_the_group_disagrees_by_adding_never_by_striking(
    written: UserMeeting, anne: Person
) -> None:
    first = written.statements.get(position=1)
    other = statements.keep_both_views(first, other_words="Jeg er ikke enig.", by=anne)

    assert other.other_view_of == first and other.speaker is None
    assert first.raw_wordings.get().read("words").startswith("Psykologen")
    verbs = {name for name in dir(statements) if "strike" in name or "delete" in name}
    assert not verbs


def test_reading_aloud_is_not_finished_before_all_is_heard(
    written: UserMeeting, anne: Person
) -> None:
    with pytest.raises(ValidationError, match="not been read aloud"):
        meetings.finish_reading_aloud(written, by=anne)
    for said in written.statements.all():
        statements.agree(said, by=anne)

    assert meetings.finish_reading_aloud(written, by=anne).state == MeetingState.READ_ALOUD


def test_an_outsider_and_the_service_write_nothing(
    meeting: UserMeeting, cecilie: Person, dag: Person
) -> None:
    for who in (cecilie, dag):
        with pytest.raises(PermissionDenied):
            statements.write_down(meeting, words="Hei.", by=who)


def test_nobody_from_the_service_is_put_on_duty(
    meeting: UserMeeting, anne: Person, dag: Person
) -> None:
    with pytest.raises(ValidationError, match="team"):
        meetings.put_on_duty(meeting, dag, "leads", by=anne)


def test_nor_is_one_of_the_team_who_works_there_since(
    meeting: UserMeeting, anne: Person, frida: Person
) -> None:
    register_employment(frida, meeting.work.parties.first())

    with pytest.raises(ValidationError, match="team"):
        meetings.put_on_duty(meeting, frida, "leads", by=anne)


def test_a_day_to_come_is_refused(evaluation: Evaluation, anne: Person) -> None:
    planned = meetings.plan_meeting(evaluation, name="Døgnenhet", by=anne)
    consent_on_paper(planned, 3, by=anne)

    with pytest.raises(ValidationError, match="not come"):
        meetings.hold(planned, on=TODAY + timedelta(days=1), nobody_from_service=True, by=anne)


@pytest.mark.parametrize("words", ["", "   ", "\x00", "x" * 4001])
def test_bad_words_are_refused_and_change_nothing(
    meeting: UserMeeting, anne: Person, words: str
) -> None:
    with pytest.raises(ValidationError):
        statements.write_down(meeting, words=words, by=anne)
    assert not meeting.statements.exists()


def test_each_step_is_journalled_and_names_no_statement(
    read_aloud: UserMeeting, anne: Person
) -> None:
    lines = JournalEntry.objects.filter(work=read_aloud.work).values_list("what", "about")

    assert {
        "user_meeting.hold",
        "user_meeting.finish_writing",
        "user_meeting.finish_reading_aloud",
        "consent.registered",
    } <= {what for what, _about in lines}
    assert not any("statement" in about for _what, about in lines)


def test_a_step_made_twice_is_made_once(written: UserMeeting, anne: Person) -> None:
    again = meetings.finish_writing(written, by=anne)

    assert again.state == MeetingState.WRITTEN
    assert JournalEntry.objects.filter(what="user_meeting.finish_writing").count() == 1


@pytest.mark.parametrize("transition", list(TRANSITIONS))
def test_a_transition_starts_only_where_the_table_says(transition: str) -> None:
    starts, _goal = TRANSITIONS[transition]

    assert {state for state in MeetingState if may(transition, state)} == set(starts)


def test_attendances_and_people_are_counted_apart(
    meeting: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    again = meetings.plan_meeting(evaluation, name="Enda et", by=anne)
    known = meeting.presences.first().participant
    meetings.register_consent(
        again,
        new_people=1,
        also=[known],
        channel=consent.Channel.PHONE,
        on=TODAY,
        text_version="1",
        by=anne,
    )

    assert evaluation.participants.count() == 6
    assert meeting.presences.count() + again.presences.count() == 7
