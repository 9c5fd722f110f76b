"""Measures proposed on the spot."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.dialogues.actions import minutes
from brukerstemmen.dialogues.actions import room as verbs
from brukerstemmen.dialogues.models import LeaderSays, Proposal
from brukerstemmen.dialogues.showing import agreed_proposals
from brukerstemmen.measures.models import MeasureKind

CALL = {
    "title": "Telefon neste virkedag etter utskrivning",
    "owner": "Ambulant team",
    "notice": "Noen ringer deg dagen etter.",
}


@pytest.fixture
def proposal(room, finding, anne) -> Proposal:
    return verbs.propose(room, [finding], **CALL, by=anne)


def approve(room, anne):
    minutes.write_minutes(room, "Vi møttes.", by=anne)
    for of_users in (True, False):
        minutes.approve_minutes(room, of_users=of_users, said_by="To av oss", by=anne)


def agree(proposal, anne, *, users=True, service=True):
    verbs.read_aloud(proposal, users_agree=users, service_agrees=service, by=anne)


def test_a_proposal_serves_its_findings(room, finding, other, anne):
    made = verbs.propose(room, [finding, other, finding], **CALL, kind=MeasureKind.TRIAL, by=anne)

    assert set(made.findings.all()) == {finding, other}
    assert made.read("title") == CALL["title"]
    assert b"Telefon" not in bytes(made.title)
    assert (made.number, made.kind, made.says, made.read_aloud) == (1, "trial", "", False)


def test_sending_it_twice_proposes_it_once(room, finding, anne):
    once = uuid.uuid4()
    for _time in range(2):
        verbs.propose(room, [finding], **CALL, once=once, by=anne)

    assert room.proposals.count() == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"title": " "},
        {"title": "x" * 201},
        {"owner": "psykolog Marit Hauglie"},
        {"owner": "x" * 121},
        {"notice": "Ring 91 23 45 67"},
    ],
)
def test_what_a_proposal_may_not_be(room, finding, anne, wrong):
    with pytest.raises(ValidationError) as refusal:
        verbs.propose(room, [finding], **{**CALL, **wrong}, by=anne)

    assert set(refusal.value.message_dict) == set(wrong)


def test_a_proposal_answers_a_finding(room, anne):
    with pytest.raises(ValidationError):
        verbs.propose(room, [], **CALL, by=anne)


def test_only_the_team_writes_proposals(room, proposal, finding, dag):
    with pytest.raises(PermissionDenied):
        verbs.propose(room, [finding], **CALL, by=dag)
    with pytest.raises(PermissionDenied):
        verbs.answer_proposal(proposal, LeaderSays.YES, by=dag)
    with pytest.raises(PermissionDenied):
        verbs.read_aloud(proposal, users_agree=True, service_agrees=True, by=dag)


def test_a_no_has_a_reason(proposal, anne):
    with pytest.raises(ValidationError):
        verbs.answer_proposal(proposal, LeaderSays.NO, reason=" ", by=anne)

    made = verbs.answer_proposal(proposal, LeaderSays.NO, reason="Det krever vedtak.", by=anne)
    assert (made.says, made.read("reason")) == ("no", "Det krever vedtak.")
    verbs.answer_proposal(proposal, LeaderSays.MUST_LOOK, by=anne)
    proposal.refresh_from_db()
    assert (proposal.says, proposal.read("reason")) == ("must_look", "")


def test_other_words_are_read_aloud_again(proposal, finding, anne):
    agree(proposal, anne)
    verbs.answer_proposal(proposal, LeaderSays.YES, by=anne)

    verbs.change_proposal(proposal, [finding], **CALL, by=anne)
    proposal.refresh_from_db()
    assert proposal.users_agree
    assert proposal.says == LeaderSays.YES

    verbs.change_proposal(proposal, [finding], **{**CALL, "owner": "Poliklinikk"}, by=anne)
    proposal.refresh_from_db()
    assert not (proposal.read_aloud or proposal.users_agree or proposal.service_agrees)
    assert proposal.says == ""


def test_a_proposal_may_be_taken_back(room, proposal, anne):
    verbs.remove_proposal(proposal, by=anne)

    assert not room.proposals.exists()


def test_what_is_agreed_on_counts_when_the_minutes_are_approved(room, proposal, finding, anne):
    no = verbs.propose(room, [finding], title="Døgnåpen telefon", by=anne)
    verbs.answer_proposal(no, LeaderSays.NO, reason="Det krever vedtak.", by=anne)
    verbs.answer_proposal(proposal, LeaderSays.YES, by=anne)
    alone = verbs.propose(room, [finding], title="Bare den ene siden", by=anne)
    verbs.answer_proposal(alone, LeaderSays.YES, by=anne)
    unanswered = verbs.propose(room, [finding], title="Uten svar", by=anne)
    for one in (no, proposal, unanswered):
        agree(one, anne)
    agree(alone, anne, users=False)

    assert not agreed_proposals(room.evaluation)
    approve(room, anne)
    assert list(agreed_proposals(room.evaluation)) == [proposal, no]


def test_proposals_are_read_in_a_fixed_number_of_queries(
    room, finding, anne, django_assert_max_num_queries
):
    for number in range(6):
        made = verbs.propose(room, [finding], title=f"Tiltak {number}", by=anne)
        agree(made, anne)
        verbs.answer_proposal(made, LeaderSays.YES, by=anne)
    approve(room, anne)

    with django_assert_max_num_queries(2):
        read = [
            (p.read("title"), list(p.findings.all())) for p in agreed_proposals(room.evaluation)
        ]
    assert len(read) == 6
