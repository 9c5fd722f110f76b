"""Reading replies: nothing that points at somebody goes on, and a person has read each of them."""

import json

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.followups.actions import masking
from brukerstemmen.followups.models import MaskedReply, Reply
from brukerstemmen.measures.felt import Felt
from brukerstemmen.people.keys import destroy
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.privacy.zones import Zone

from .rounds_cast import measures, open_round, planned, reply_in

__all__ = ["measures", "open_round", "planned"]
RAW = "Marit Hauglie ringer tilbake nå."
MASKED = "De ringer tilbake nå."


@pytest.fixture
def reply(open_round, measures) -> Reply:
    return reply_in(open_round, {measures[0]: Felt.NOTICED}, notices=RAW, missing="Mer tid.")


def read(reply, by, **other):
    usual = {"notices": MASKED, "missing": "Mer tid.", "kept": {}, "version": 1}
    return masking.read_reply(reply, **(usual | other), by=by)


def test_what_is_masked_goes_on(reply, frida):
    made = read(reply, frida)

    assert (made.read("notices"), made.read("missing")) == (MASKED, "Mer tid.")
    assert (made.read_by, made.version, made.key_id) == (frida, 1, reply.key_id)
    assert not Reply.objects.unread().exists()
    assert JournalEntry.objects.get(what="follow_up.read").about.startswith("followups.followup:")


def test_what_waits_is_seen_without_seeing_the_words(reply, open_round, measures, frida):
    reply_in(open_round, {measures[0]: Felt.SAME})

    with narrowed(Zone.Z2_MASKED):
        assert list(Reply.objects.unread()) == [reply]


def test_a_name_stops_it(reply, frida):
    with pytest.raises(ValidationError) as refusal:
        read(reply, frida, notices=RAW)

    assert "Marit Hauglie" in refusal.value.message_dict["notices"][0]
    assert not MaskedReply.objects.exists()


def test_a_name_that_somebody_else_has_written_stops_it_too(reply, open_round, measures, frida):
    reply_in(open_round, {measures[0]: Felt.SAME}, notices="Jeg snakket med Torunn Sværd.")

    with pytest.raises(ValidationError):
        read(reply, frida, notices="torunn ringer tilbake.")


def test_something_found_is_kept_with_a_reason(reply, frida):
    found = "Elvesund er en fin by."
    with pytest.raises(ValidationError):
        read(reply, frida, notices=found, kept={"Elvesund": "  "})

    made = read(reply, frida, notices=found, kept={"Elvesund": "Byen er kjent fra rapporten."})

    assert json.loads(made.read("kept")) == {"Elvesund": "Byen er kjent fra rapporten."}


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ring meg på 20 12 34 56.", "20 12 34 56"),
        ("Skriv til siri@example.com.", "siri@example.com"),
    ],
)
def test_what_leads_straight_to_somebody_is_never_kept(words, found, reply, frida):
    with pytest.raises(ValidationError):
        read(reply, frida, missing=words, kept={found: "De ba om det."})


def test_an_answer_that_was_changed_meanwhile_is_read_again(reply, frida):
    read(reply, frida)
    Reply.objects.filter(pk=reply.pk).update(version=2)

    assert list(Reply.objects.unread()) == [reply]
    with pytest.raises(ValidationError):
        read(reply, frida, version=1)
    read(reply, frida, version=2, notices="Bedre.")
    assert not Reply.objects.unread().exists()


def test_reading_twice_is_reading_once(reply, frida, anne):
    read(reply, frida)
    read(reply, anne)

    assert MaskedReply.objects.get().read_by == anne


def test_masked_words_are_gone_with_the_key(reply, frida):
    made = read(reply, frida)
    destroy([reply.key_id])

    assert MaskedReply.objects.get(pk=made.pk).read("notices") == ""


@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans"])
def test_only_the_team_reads(who, reply, request):
    with pytest.raises(PermissionDenied):
        read(reply, request.getfixturevalue(who))
