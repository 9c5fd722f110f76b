"""Quotes on their way into print: who may read, what stops them, and how a yes falls again."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.analysis.actions import findings
from brukerstemmen.evaluations.actions import team
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.reports.actions import clearing
from brukerstemmen.reports.likeness import like
from brukerstemmen.reports.models import QuoteClearance
from brukerstemmen.reports.states import Check, Reader, Recognised, counts_as_tested, is_cleared
from brukerstemmen.voices.actions import meetings, statements, validation, withdrawal
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as
from tests.reports import clearing_cast

said, finding, siv, tor = (
    clearing_cast.said,
    clearing_cast.finding,
    clearing_cast.siv,
    clearing_cast.tor,
)
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
ALL = frozenset(Check)


def is_out(evaluation) -> bool:
    return not clearing.cleared(evaluation).exists()


def test_two_readers_clear_a_quote(evaluation, cleared, said):
    assert [row.statement for row in clearing.cleared(evaluation)] == [said[0]]
    assert JournalEntry.objects.filter(what="quote.read").count() == 2


def test_one_reader_is_not_enough(evaluation, proposed, frida):
    clearing.read_quote(proposed, ALL, by=frida)
    clearing.read_quote(proposed, ALL, by=frida)

    assert is_out(evaluation)


@pytest.mark.parametrize("place", [2, 3])
def test_what_its_speaker_has_not_said_yes_to_is_not_proposed(finding, said, anne, place):
    with pytest.raises(ValidationError):
        clearing.propose_quote(said[place], finding, by=anne)


def test_a_quote_stands_under_a_finding_that_rests_on_it(finding, said, anne):
    findings.rest_on(finding, said[1:], by=anne)

    with pytest.raises(ValidationError):
        clearing.propose_quote(said[0], finding, by=anne)


def test_proposing_twice_is_proposing_once(finding, said, anne, cleared):
    again = clearing.propose_quote(said[0], finding, by=anne)

    assert again.pk == cleared.pk
    assert again.second_by_id is not None
    assert QuoteClearance.objects.count() == 1


@pytest.mark.parametrize("check", list(Check))
def test_every_point_must_be_asked(proposed, frida, check):
    with pytest.raises(ValidationError) as refusal:
        clearing.read_quote(proposed, ALL - {check}, by=frida)

    assert "checked" in refusal.value.message_dict


def test_the_one_who_wrote_it_down_does_not_read_it(proposed, anne):
    with pytest.raises(ValidationError):
        clearing.read_quote(proposed, ALL, by=anne)


def test_two_without_own_experience_do_not_clear_it(evaluation, proposed, siv, tor, frida):
    clearing.read_quote(proposed, ALL, by=siv)
    with pytest.raises(ValidationError):
        clearing.read_quote(proposed, ALL, by=tor)

    clearing.read_quote(proposed, ALL, by=frida)
    assert not is_out(evaluation)
    with pytest.raises(ValidationError):
        clearing.read_quote(proposed, ALL, by=tor)


def test_a_yes_falls_when_the_reader_has_no_experience_after_all(evaluation, cleared, frida, joins):
    team.tell_own_experience(evaluation, has_it=False, by=frida)
    assert is_out(evaluation)

    from brukerstemmen.people.access import Role

    mona = joins("Mona", Role.INTERVIEWER)
    team.tell_own_experience(evaluation, has_it=True, by=mona)
    clearing.read_quote(cleared, ALL, by=mona)
    assert not is_out(evaluation)


def test_a_yes_falls_when_the_speaker_takes_theirs_back(evaluation, cleared, said, anne):
    validation.answer_on_behalf(said[0], Answer.COUNT_ONLY, based_on=1, by=anne)

    assert is_out(evaluation)


def test_a_yes_falls_with_the_words(evaluation, cleared, finding, said, anne, siv, frida):
    validation.answer_on_behalf(
        said[0], Answer.CHANGE, words="De lytter av og til.", based_on=1, by=anne
    )
    assert is_out(evaluation)

    mask_as(said[0], "De lytter av og til.", by=anne)
    said[0].refresh_from_db()
    assert said[0].is_quotable
    assert is_out(evaluation)
    with pytest.raises(ValidationError):
        clearing.read_quote(cleared, ALL, by=siv)

    anew = clearing.propose_quote(said[0], finding, by=anne)
    assert (anew.pk, anew.first_by, anew.checked) == (cleared.pk, None, [])
    clearing.read_quote(anew, ALL, by=siv)
    clearing.read_quote(anew, ALL, by=frida)
    assert not is_out(evaluation)


def test_a_yes_falls_when_the_finding_rests_on_it_no_more(evaluation, cleared, finding, said, anne):
    findings.rest_on(finding, said[1:], by=anne)

    assert is_out(evaluation)


def test_it_goes_with_the_speaker(evaluation, cleared, said, anne):
    withdrawal.withdraw(said[0].speaker)

    assert not QuoteClearance.objects.exists()


def test_a_quote_is_kept_out_with_a_reason(evaluation, finding, cleared, said, siv, anne):
    with pytest.raises(ValidationError):
        clearing.refuse_quote(cleared, why="  ", by=siv)

    clearing.refuse_quote(cleared, why="Alle vet hvem det er.", by=siv)
    row = QuoteClearance.objects.get()
    assert is_out(evaluation)
    assert row.read("why") == "Alle vet hvem det er."
    assert clearing.propose_quote(said[0], finding, by=anne).refused_by == siv
    with pytest.raises(ValidationError):
        clearing.read_quote(row, ALL, by=anne)

    anew = clearing.propose_quote(said[0], finding, again=True, by=anne)
    assert (anew.refused_by, anew.first_by, anew.read("why")) == (None, None, "")


def test_it_is_taken_off_the_list(evaluation, cleared, anne):
    clearing.drop_quote(cleared, by=anne)

    assert not QuoteClearance.objects.exists()
    assert JournalEntry.objects.filter(what="quote.dropped").exists()


def test_nearly_the_same_words_need_a_sentence(finding, said, anne, siv, meeting):
    meetings.write_more(meeting, by=anne)
    words = "Jeg sa at behandleren min lytter når jeg sier noe."
    other = statements.write_down(meeting, words=words, by=anne)
    meetings.finish_writing(meeting, by=anne)
    mask_as(other, words, by=anne)
    row = clearing.propose_quote(said[0], finding, by=anne)

    assert [one.words for one in like(said[0])] == [words]
    with pytest.raises(ValidationError) as refusal:
        clearing.read_quote(row, ALL, by=siv)
    assert "why" in refusal.value.message_dict

    clearing.read_quote(row, ALL, why="Det er samme person.", by=siv)
    assert QuoteClearance.objects.get().read("why") == "Det er samme person."


def test_the_reason_follows_the_speaker(cleared, said, anne, meeting):
    cleared = QuoteClearance.objects.get()
    clearing.refuse_quote(cleared, why="Alle vet hvem det er.", by=anne)
    other = meeting.presences.get(participant__number=3).participant
    statements.place(said[0], speaker=other, speaker_known=True, by=anne)

    row = QuoteClearance.objects.get()
    assert row.key_id == other.masked_key_id
    assert row.read("why") == "Alle vet hvem det er."


def test_the_words_may_be_others_than_those_that_were_seen(proposed, frida):
    with pytest.raises(ValidationError):
        clearing.read_quote(proposed, ALL, seen=7, by=frida)


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "inger", "hans", "gro"])
def test_others_clear_nothing(request, proposed, finding, said, who, evaluation):
    outsider = request.getfixturevalue(who)
    with pytest.raises(PermissionDenied):
        clearing.propose_quote(said[1], finding, by=outsider)
    with pytest.raises(PermissionDenied):
        clearing.read_quote(proposed, ALL, by=outsider)
    with pytest.raises(PermissionDenied):
        clearing.refuse_quote(proposed, why="Nei.", by=outsider)
    with pytest.raises(PermissionDenied):
        clearing.drop_quote(proposed, by=outsider)
    with pytest.raises(PermissionDenied):
        clearing.register_test(evaluation, result=Recognised.NOBODY, tester="Panelet", by=outsider)


def test_a_test_counts_for_thirty_days(evaluation, anne, clock_at):
    assert not clearing.is_tested(evaluation)

    clearing.register_test(
        evaluation, result=Recognised.NOBODY, tester="En i brukerpanelet", by=anne
    )
    assert clearing.is_tested(evaluation)
    clock_at(TODAY + timedelta(days=30))
    assert clearing.is_tested(evaluation)
    clock_at(TODAY + timedelta(days=31))
    assert not clearing.is_tested(evaluation)


def test_the_newest_test_is_the_one_that_counts(evaluation, anne, clock_at):
    told = {"tester": "En i brukerpanelet", "by": anne}
    clearing.register_test(evaluation, result=Recognised.NOBODY, **told)
    clearing.register_test(
        evaluation, result=Recognised.SOMEBODY, note="Sitatet om brevet.", **told
    )
    assert not clearing.is_tested(evaluation)

    clearing.register_test(
        evaluation, result=Recognised.NOBODY, on=TODAY - timedelta(days=3), **told
    )
    assert not clearing.is_tested(evaluation)

    clearing.register_test(evaluation, result=Recognised.NOBODY, **told)
    assert not clearing.is_tested(evaluation)
    clock_at(TODAY + timedelta(days=1))
    clearing.register_test(evaluation, result=Recognised.NOBODY, **told)
    assert clearing.is_tested(evaluation)


@pytest.mark.parametrize(
    "told", [{"tester": " "}, {"tester": "Panelet", "on": TODAY + timedelta(days=1)}]
)
def test_a_test_needs_a_tester_and_a_day_that_has_been(evaluation, anne, told):
    with pytest.raises(ValidationError):
        clearing.register_test(evaluation, result=Recognised.NOBODY, by=anne, **told)


readers = st.lists(st.builds(Reader, st.integers(1, 3), st.booleans(), st.booleans()), max_size=4)


@given(readers, st.sets(st.sampled_from(list(Check))))
def test_the_law_lets_nothing_out_alone(some, checked):
    if is_cleared(some, checked):
        good = [one for one in some if not one.wrote_down]
        assert len({one.person for one in good}) >= 2
        assert any(one.own_experience for one in good)
        assert checked == ALL


@given(st.integers(-40, 80), st.sampled_from([*Recognised, None]))
def test_the_law_of_tests(days, result):
    counts = counts_as_tested(TODAY, result, on=TODAY + timedelta(days=days))

    assert counts == (result is Recognised.NOBODY and 0 <= days <= 30)
