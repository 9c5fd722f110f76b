"""What people write after the report, and what is told of it, is read by the trained models too."""

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.followups.actions import lines, masking
from brukerstemmen.followups.actions import story as stories
from brukerstemmen.followups.gathering import story_of
from brukerstemmen.followups.models import MaskedReply, Reply
from brukerstemmen.followups.showing.replies import parts_of
from brukerstemmen.measures.felt import Felt
from brukerstemmen.measures.models import Matter
from tests import reading
from tests.followups import rounds_cast, telling_cast

planned, open_round = rounds_cast.planned, rounds_cast.open_round
people, matters, measures = telling_cast.people, telling_cast.matters, telling_cast.measures
models = reading.models

UNREAD = "do not answer now"
RAW = f"De ringer når {reading.NAME} er der."


@pytest.fixture
def reply(open_round, measures) -> Reply:
    asked = open_round.asked.first().measure
    return rounds_cast.reply_in(open_round, {asked: Felt.NOTICED}, notices=RAW, missing="")


def read(reply, notices, by, **kept):
    return masking.read_reply(reply, notices=notices, missing="", kept=kept, version=1, by=by)


def test_a_name_only_they_know_is_found_in_a_reply_and_stops_it(reply, frida, models):
    [part] = parts_of(reply)

    assert reading.NAME in {piece.text for piece in part.pieces if piece.hit}
    assert reading.NAME not in part.words
    named = reading.NAME.lower()
    with pytest.raises(ValidationError, match=named):
        read(reply, f"De ringer når {named} er der.", frida)


def test_what_they_ask_about_is_answered_by_the_one_who_reads(reply, frida, models):
    words = f"De ringer {reading.MAYBE}."
    with pytest.raises(ValidationError, match=reading.MAYBE):
        read(reply, words, frida)

    assert read(reply, words, frida, **{reading.MAYBE: "Ikke et navn."})


def test_no_reply_goes_on_that_they_have_not_read(reply, frida, models):
    models.answers = False
    assert parts_of(reply)  # what rules and lists find is shown meanwhile

    with pytest.raises(ValidationError, match=UNREAD):
        read(reply, "De ringer nå.", frida)
    assert not MaskedReply.objects.exists()

    models.answers = True
    assert read(reply, "De ringer nå.", frida)


def test_lines_and_the_story_are_read_by_them_too(evaluation, measures, matters, anne, models):
    with pytest.raises(ValidationError, match=reading.NAME):
        lines.write_line(measures[0], RAW, by=anne)
    Matter.objects.filter(pk=matters[0].pk).update(title=f"Ifølge {reading.NAME} går det sent")

    def hinders() -> str:
        return " ".join(stories.hinders(evaluation.work, story_of(evaluation.work)))

    assert f"«{reading.NAME}»" in hinders()
    Matter.objects.filter(pk=matters[0].pk).update(title="Det går sent")
    models.answers = False
    assert UNREAD in hinders()
    with pytest.raises(ValidationError, match=UNREAD):
        lines.write_line(measures[0], "De ringer nå.", by=anne)
