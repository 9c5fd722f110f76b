"""Masking: a person reads every statement, and nothing unresolved goes on."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.evaluations.actions.starting import pass_need
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import masking, meetings, statements
from brukerstemmen.voices.models import Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.states import MeetingState, StatementState
from tests.cast import TODAY, mask_as


@pytest.fixture
def named(read_aloud: UserMeeting) -> Statement:
    """The statement with a name in it."""
    return read_aloud.statements.get(position=1)


def test_a_statement_nobody_has_read_is_a_hard_stop(read_aloud: UserMeeting, anne: Person) -> None:
    with pytest.raises(ValidationError, match="not been read by a person"):
        meetings.finish_masking(read_aloud, by=anne)


def test_a_name_that_stands_is_a_hard_stop(
    read_aloud: UserMeeting, named: Statement, anne: Person
) -> None:
    masked = mask_as(named, "Psykologen min, Marit Hauglie, lytter.", by=anne)

    assert masked.open_hits > 0 and not masked.is_ready
    with pytest.raises(ValidationError, match="point at somebody"):
        meetings.finish_masking(read_aloud, by=anne)


def test_a_statement_without_hits_must_be_read_too(
    read_aloud: UserMeeting, named: Statement, anne: Person
) -> None:
    mask_as(named, "Behandleren min lytter.", by=anne)

    with pytest.raises(ValidationError, match="not been read"):
        meetings.finish_masking(read_aloud, by=anne)


def test_when_all_is_read_and_resolved_the_meeting_goes_on(
    masked: UserMeeting, anne: Person
) -> None:
    assert masked.state == MeetingState.MASKED
    assert set(masked.statements.values_list("state", flat=True)) == {StatementState.DEIDENTIFIED}
    assert masked.statements.ready().count() == 2


def test_something_kept_needs_a_reason(named: Statement, anne: Person) -> None:
    words = "Marit lytter."
    without = masking.mask(named, words=words, kept={"Marit": "  "}, based_on=(1, 0), by=anne)
    assert without.open_hits == 1

    reason = {"Marit": "Et kallenavn på tiltaket."}
    with_reason = masking.mask(named, words=words, kept=reason, based_on=(1, 1), by=anne)
    assert with_reason.is_ready
    kept = with_reason.masked_wordings.get(number=2).kept_hits.get()
    assert (kept.read("text"), kept.read("why")) == ("Marit", "Et kallenavn på tiltaket.")


@pytest.mark.parametrize(
    "words",
    [
        "Ring 20 55 01 47.",
        "Skriv til ola@example.com.",
        "14897731232",
        "Hun bor i Storgata 14.",
        "Bilen het EK 12345.",
    ],
)
def test_numbers_and_addresses_that_lead_straight_to_somebody_are_never_kept(
    named: Statement, anne: Person, words: str
) -> None:
    from brukerstemmen.voices.finding import context_of, hits_in

    kept = {hit.text: "fordi" for hit in hits_in(words, "nb", context_of(named.work))}
    assert kept

    assert not masking.mask(named, words=words, kept=kept, based_on=(1, 0), by=anne).is_ready


def test_a_clue_that_matters_to_the_speaker_may_be_kept_knowingly(
    named: Statement, anne: Person
) -> None:
    words, why = "Jeg er samisk, og det så de.", {"samisk": "Det er viktig for den som sa det."}

    assert masking.mask(named, words=words, kept={}, based_on=(1, 0), by=anne).open_hits > 0
    assert masking.mask(named, words=words, kept=why, based_on=(1, 1), by=anne).open_hits == 0


def test_a_new_wording_afterwards_must_be_masked_again(named: Statement, anne: Person) -> None:
    mask_as(named, "Behandleren min lytter.", by=anne)
    statements.change_wording(
        named, words="Marit lytter alltid.", based_on=1, reason=Reason.CORRECTED, by=anne
    )

    named.refresh_from_db()
    assert not named.is_read and not named.is_ready


def test_raw_words_are_not_changed_by_masking(named: Statement, anne: Person) -> None:
    mask_as(named, "Behandleren min lytter.", by=anne)

    assert named.raw_wordings.get().read("words") == "Psykologen min, Marit Hauglie, lytter."


def test_two_who_mask_at_once_both_keep_their_wording(
    read_aloud: UserMeeting, named: Statement, anne: Person, frida: Person
) -> None:
    masking.mask(named, words="Behandleren lytter.", kept={}, based_on=(1, 0), by=anne)
    masking.mask(named, words="En fagperson lytter.", kept={}, based_on=(1, 0), by=frida)
    other = read_aloud.statements.get(position=2)
    mask_as(other, "Ingen spurte.", by=anne)

    assert {v.read("words") for v in named.masked_wordings.all()} == {
        "Behandleren lytter.",
        "En fagperson lytter.",
    }
    with pytest.raises(ValidationError, match="two wordings"):
        meetings.finish_masking(read_aloud, by=anne)
    masking.choose_masked(named, number=2, by=anne)
    named.refresh_from_db()
    assert named.masked_number == 2
    assert meetings.finish_masking(read_aloud, by=anne).state == MeetingState.MASKED


def test_the_same_masking_sent_twice_is_done_once(named: Statement, anne: Person) -> None:
    for _click in range(2):
        masking.mask(named, words="Behandleren lytter.", kept={}, based_on=(1, 0), by=anne)

    assert named.masked_wordings.count() == 1


def test_an_error_in_the_finder_blocks(
    named: Statement, anne: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> list[object]:
        raise RuntimeError("the word list is missing")

    monkeypatch.setattr("brukerstemmen.voices.finding.find", broken)

    with pytest.raises(RuntimeError):
        mask_as(named, "Behandleren lytter.", by=anne)
    named.refresh_from_db()
    assert not named.is_ready


def test_names_around_the_meeting_are_known(named: Statement, anne: Person, dag: Person) -> None:
    masked = mask_as(named, "Han på Solbakken heter Dag.", by=anne)

    assert masked.open_hits >= 1


def test_outsiders_do_not_mask(named: Statement, cecilie: Person, dag: Person) -> None:
    for who in (cecilie, dag):
        with pytest.raises(PermissionDenied):
            mask_as(named, "Behandleren lytter.", by=who)


def test_masking_waits_for_the_writing(meeting: UserMeeting, anne: Person) -> None:
    said = statements.write_down(meeting, words="Ingen spurte.", by=anne)

    with pytest.raises(ValidationError):
        mask_as(said, "Ingen spurte.", by=anne)


def test_a_name_that_came_with_a_later_wording_is_found_in_what_was_ready(
    meeting: UserMeeting, anne: Person
) -> None:
    first, second = (
        statements.write_down(meeting, words=words, by=anne)
        for words in ("Da sa xandrine noe.", "Ingen spurte.")
    )
    meetings.finish_writing(meeting, by=anne)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=anne)
    mask_as(first, "Da sa xandrine noe.", by=anne)
    statements.change_wording(
        second, words="Søsteren min Xandrine spurte.", based_on=1, reason=Reason.CORRECTED, by=anne
    )
    mask_as(second, "Noen spurte.", by=anne)

    with pytest.raises(ValidationError, match="point at somebody"):
        meetings.finish_masking(meeting, by=anne)

    first.refresh_from_db()
    assert not first.is_ready


def test_reading_aloud_comes_first_unless_the_lead_has_gone_on_with_a_sentence(
    written: UserMeeting, anne: Person
) -> None:
    for statement, words in zip(
        written.statements.all(), ["Behandleren lytter.", "Ingen spurte."], strict=True
    ):
        mask_as(statement, words, by=anne)
    with pytest.raises(ValidationError, match="read aloud"):
        meetings.finish_masking(written, by=anne)

    pass_need(written.evaluation, "reading_aloud", why="Gruppa møtes ikke igjen.", by=anne)
    assert meetings.finish_masking(written, by=anne).state == MeetingState.MASKED
