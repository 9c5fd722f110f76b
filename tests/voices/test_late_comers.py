"""Those who come in by the picture on the wall, or by a slip, when others have begun."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.people import clock
from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.privacy import retention
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.voices.actions import codes, consenting, importing, invitations, statements
from brukerstemmen.voices.models import Participant, UserMeeting, WallCode
from tests.cast import TODAY, prepare

YES = {Purpose.TAKE_PART: True, Purpose.QUOTES: True, Purpose.CONTACT_AGAIN: True}


def comes_by(wall: WallCode, *, is_young: bool = False) -> Participant:
    return codes.take_part_from_wall(
        wall, YES, text_version="1", is_young=is_young, once=uuid.uuid4()
    ).participant


def test_one_telephone_cannot_make_more_people_than_were_expected(
    meeting: UserMeeting, anne: Person
) -> None:
    wall = codes.open_wall(meeting, expected=1, by=anne)
    for _time in range(3):  # one, and two more than expected
        comes_by(wall)
    with pytest.raises(ValidationError, match="closed"):
        comes_by(wall)


def test_of_a_young_one_nothing_is_written_before_those_at_home_are_told(
    meeting: UserMeeting, anne: Person
) -> None:
    young = comes_by(codes.open_wall(meeting, expected=1, by=anne), is_young=True)
    row = importing.preview(meeting, pasted=f"{young.code}: Ingen spurte.", by=anne)
    with pytest.raises(ValidationError, match="under 16"):
        statements.write_down(meeting, words="Ingen spurte.", speaker=young, by=anne)
    with pytest.raises(ValidationError, match="under 16"):
        importing.take_in(row, by=anne)

    consenting.tell_guardian(young, by=anne)

    statements.write_down(meeting, words="Ingen spurte.", speaker=young, by=anne)
    assert importing.take_in(row, by=anne) == 1


def test_a_reply_names_no_row_of_another_evaluation(meeting: UserMeeting, anne: Person) -> None:
    other = starting.start_evaluation(
        title="Furulia", services=["Furulia"], client="Fjell", centre=meeting.work.centre, by=anne
    )
    prepare(other, anne)
    told = {"wish": "take_part", "reach": {"telephone": "20"}}
    sheets = []
    for one in (meeting.evaluation, other):
        invitations.describe_invitation(one, contact=anne, telephone="20", by=anne)
        sheets.append(invitations.make_slips(one, where="", language="nb", by=anne))
    first = invitations.reply(sheets[0], **told)
    second = invitations.reply(sheets[1], once=first.pk, **told)
    assert second.pk != first.pk and second.evaluation == other


@pytest.mark.parametrize("says_yes", [True, False])
def test_a_reply_is_deleted_as_promised_also_where_there_is_a_code(
    meeting: UserMeeting, anne: Person, says_yes: bool
) -> None:
    invitations.describe_invitation(meeting.evaluation, contact=anne, telephone="20", by=anne)
    sheet = invitations.make_slips(meeting.evaluation, where="", language="nb", by=anne)
    reply = invitations.reply(sheet, wish="take_part", reach={"telephone": "20"})
    given = codes.expect_somebody(meeting.evaluation, by=anne)
    invitations.answer_reply(reply, by=anne, participant=given.participant)
    consenting.answer_consent(
        given.participant,
        dict.fromkeys(YES, False) | {Purpose.TAKE_PART: says_yes},
        text_version="1",
    )
    with clock.at(TODAY + timedelta(days=retention.REPLY_DAYS)):
        assert invitations.forget_old_replies() == 0
    with clock.at(TODAY + timedelta(days=retention.REPLY_DAYS + 1)):
        assert invitations.forget_old_replies() == (not says_yes)
    assert SealingKey.objects.filter(pk=reply.key_id, wrapped__isnull=False).exists() == says_yes
