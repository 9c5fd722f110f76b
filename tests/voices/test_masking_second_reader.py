"""Where clues pile up one reader is not enough: somebody besides the one who masked reads too."""

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.journey.waiting import _for_second_reader
from brukerstemmen.masking.spans import Label, Span, Why
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.voices import clues
from brukerstemmen.voices.actions import (
    masking,
    meetings,
    second_reading,
    statements,
    validation,
)
from brukerstemmen.voices.actions.naming import choose_everywhere
from brukerstemmen.voices.finding import Hit
from brukerstemmen.voices.models import KeptHit, Participant, SecondReading, Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.names import Meant
from brukerstemmen.voices.second_reading import Because, Clue, because, pile_up
from brukerstemmen.voices.showing.second_reading import turn_of
from brukerstemmen.voices.states import MeetingState, Second, StatementState, asked
from brukerstemmen.voices.wording.meetings import IT_MATTERS
from tests.cast import mask_as

MANY = "Jeg er samisk og jobber som jordmor."
ONE = "Jeg er samisk, og ingen spurte."
NONE = "Ingen spurte meg."
WHY = "Det er dette saken handler om."


def clue(why: Why, label: Label = Label.QUASI, text: str = "", score: float = 0.7) -> Clue:
    return Clue(text or why, Span(0, 4, label, score, "rules", why))


PLACE = clue(Why.PLACE_IN_LIST, Label.PLACE, score=1)
AGE = clue(Why.TELLS_AGE, Label.AGE, score=1)
DAY = clue(Why.LOOKS_LIKE_DATE, Label.DATE, score=1)
ORIGIN, WORK = clue(Why.TELLS_ORIGIN), clue(Why.RARE_WORK)
FEW, ILL = clue(Why.WORD_OF_FEW), clue(Why.RARE_CONDITION)


@pytest.mark.parametrize(
    ("here", "elsewhere", "why"),
    [
        ([], [], []),
        ([ORIGIN], [], []),
        ([ORIGIN, WORK], [], [Because.TOGETHER]),
        ([ORIGIN, clue(Why.TELLS_ORIGIN)], [], []),  # the same words twice are one clue
        ([ORIGIN, clue(Why.RARE_WORK, score=0.3)], [], []),  # the finder itself doubts it
        ([ORIGIN, AGE], [], [Because.TOGETHER]),
        ([PLACE, clue(Why.PLACE_IN_LIST, Label.PLACE, "Oslo")], [], []),
        ([PLACE, DAY], [], []),
        ([PLACE, AGE, DAY], [], [Because.TOGETHER]),
        ([ORIGIN], [WORK], []),
        ([FEW], [ILL], [Because.SAME_PERSON]),
        ([ORIGIN], [WORK, PLACE], [Because.SAME_PERSON]),
        ([], [FEW, ILL, WORK], []),
        ([clue(Why.NAME_IN_LIST, Label.PERSON)], [FEW, ILL], []),
        ([Clue("samisk", ORIGIN.span, "x", matters=True)], [], [Because.MATTERS]),
    ],
)
def test_when_clues_pile_up(here: list[Clue], elsewhere: list[Clue], why: list[Because]) -> None:
    assert because(here, elsewhere) == why


some_clues = st.lists(
    st.builds(
        clue, st.sampled_from(Why), st.sampled_from(Label), st.text("ab"), st.floats(0.01, 1)
    ),
    max_size=5,
)


@given(here=some_clues, more=some_clues, elsewhere=some_clues)
def test_more_clues_never_need_fewer_readers(
    here: list[Clue], more: list[Clue], elsewhere: list[Clue]
) -> None:
    assert pile_up(here) <= pile_up([*here, *more])
    assert bool(because(here)) <= bool(because([*here, *more], elsewhere))


@given(now=st.sampled_from(Second), is_wanted=st.booleans())
def test_what_is_read_anew_is_judged_anew(now: Second, is_wanted: bool) -> None:
    after = asked(now, is_wanted=is_wanted, is_read_anew=True)

    assert after is (Second.WANTED if is_wanted else Second.NOT_ASKED)


def keep_all(
    statement: Statement, words: str, *, by: Person, why: str = WHY, raw: int | None = None
) -> Statement:
    """Mask with these words, and keep whatever is found in them."""
    from brukerstemmen.voices.finding import context_of, hits_in

    statement.refresh_from_db()
    kept = {hit.text: why for hit in hits_in(words, "nb", context_of(statement.work))}
    seen = (raw or statement.raw_number, statement.masked_number)
    return masking.mask(statement, words=words, kept=kept, based_on=seen, by=by)


@pytest.fixture
def two(read_aloud: UserMeeting) -> tuple[Statement, Statement]:
    first, second = read_aloud.statements.order_by("position")
    return first, second


@pytest.fixture
def piled(two: tuple[Statement, Statement], anne: Person) -> Statement:
    """Anne has masked both, and left several clues in the first."""
    mask_as(two[1], NONE, by=anne)
    return keep_all(two[0], MANY, by=anne)


def test_where_clues_pile_up_nothing_goes_on_before_somebody_else_has_read(
    read_aloud: UserMeeting, piled: Statement, anne: Person, frida: Person
) -> None:
    assert piled.is_for_second and not piled.is_ready
    assert piled.state_now is StatementState.READ_BACK  # not even told to be masked
    assert set(read_aloud.statements.for_second_reader()) == {piled}
    assert not read_aloud.statements.waiting().exists()  # the first reader is done
    with pytest.raises(ValidationError, match="besides the one who masked"):
        meetings.finish_masking(read_aloud, by=anne)

    after = second_reading.let_stand(piled, based_on=1, by=frida)

    assert after.is_ready and after.state_now is StatementState.DEIDENTIFIED
    assert meetings.finish_masking(read_aloud, by=anne).state == MeetingState.MASKED
    assert JournalEntry.objects.filter(what="second_reading.let_stand").count() == 1


def test_one_clue_needs_no_second_reader_unless_it_matters(
    two: tuple[Statement, Statement], anne: Person
) -> None:
    assert keep_all(two[0], ONE, by=anne).is_ready

    with translation.override("nn"):
        nynorsk = f"{IT_MATTERS} Ho seier det sjølv."
    assert keep_all(two[0], ONE, why=nynorsk, by=anne).is_for_second
    assert keep_all(two[0], ONE, why=str(IT_MATTERS), by=anne).is_for_second


def test_look_again_goes_back_to_the_first_with_the_words(
    read_aloud: UserMeeting, piled: Statement, anne: Person, frida: Person
) -> None:
    back = second_reading.look_again(piled, why="Si heller «i helsevesenet».", based_on=1, by=frida)

    assert back.is_given_back and not back.is_ready
    assert set(read_aloud.statements.waiting()) == {piled}
    said = SecondReading.objects.get()
    assert (said.read("why"), said.reader, said.stands) == (
        "Si heller «i helsevesenet».",
        frida,
        False,
    )
    with pytest.raises(ValidationError, match="look at some statements again"):
        meetings.finish_masking(read_aloud, by=anne)

    assert keep_all(piled, ONE, by=anne).is_ready
    assert meetings.finish_masking(read_aloud, by=anne).state == MeetingState.MASKED


def test_read_again_with_the_same_clues_the_second_is_asked_again(
    piled: Statement, anne: Person, frida: Person
) -> None:
    second_reading.look_again(piled, why="Er hun kjent?", based_on=1, by=frida)
    again = keep_all(piled, MANY + " Mange vet det.", by=anne)

    assert again.is_for_second
    assert second_reading.let_stand(again, based_on=2, by=frida).is_ready


def test_never_the_one_who_masked_and_never_the_service(
    piled: Statement, anne: Person, dag: Person, eli: Person, cecilie: Person
) -> None:
    for who in (anne, dag, eli, cecilie):
        with pytest.raises(PermissionDenied):
            second_reading.let_stand(piled, based_on=1, by=who)
        with pytest.raises(PermissionDenied):
            second_reading.look_again(piled, why="Se på det.", based_on=1, by=who)
    assert not SecondReading.objects.exists()


def test_whoever_masks_it_anew_is_the_first_now(
    piled: Statement, anne: Person, frida: Person
) -> None:
    anew = keep_all(piled, MANY + " Mange vet det.", by=frida)

    with pytest.raises(PermissionDenied):
        second_reading.let_stand(anew, based_on=2, by=frida)
    assert second_reading.let_stand(anew, based_on=2, by=anne).is_ready


def test_a_choice_for_the_whole_meeting_is_no_reading(
    read_aloud: UserMeeting, two: tuple[Statement, Statement], anne: Person, frida: Person
) -> None:
    asked_about = keep_all(two[0], f"{MANY} I Trondheim.", by=anne)
    assert asked_about.is_for_second
    choose_everywhere(read_aloud, Meant("Trondheim", instead="en by"), by=frida)

    asked_about.refresh_from_db()
    latest = asked_about.masked_wordings.get(number=2)
    assert latest.reason == Reason.EVERYWHERE and "en by" in latest.read("words").lower()
    assert asked_about.is_for_second
    for who, is_hers in ((anne, False), (frida, True)):
        evaluation = read_aloud.evaluation
        assert bool(list(_for_second_reader(who, [evaluation]))) is is_hers
        assert bool(turn_of(read_aloud, who).mine) is is_hers
    with pytest.raises(PermissionDenied):
        second_reading.let_stand(asked_about, based_on=2, by=anne)
    # On a team of two there would be nobody else.
    assert second_reading.let_stand(asked_about, based_on=2, by=frida).is_ready


def test_whoever_wrote_at_the_same_time_is_a_first_reader_once_that_is_chosen(
    two: tuple[Statement, Statement], anne: Person, frida: Person
) -> None:
    keep_all(two[0], MANY, by=anne)
    kept = {"samisk": WHY, "jobber som jordmor": WHY}
    words = f"{MANY} Mange vet det."
    masking.mask(two[0], words=words, kept=kept, based_on=(1, 0), by=frida)
    mine = Statement.objects.read_first_by
    assert list(mine(anne)) == [two[0]] and not mine(frida)

    masking.choose_masked(two[0], number=2, by=anne)
    assert list(mine(frida)) == [two[0]] and not mine(anne)


def test_what_stands_stays_when_a_name_is_replaced_everywhere(
    read_aloud: UserMeeting, two: tuple[Statement, Statement], anne: Person, frida: Person
) -> None:
    one = keep_all(two[0], f"{MANY} I Trondheim.", by=anne)
    second_reading.let_stand(one, based_on=1, by=frida)

    choose_everywhere(read_aloud, Meant("Trondheim", instead="en by"), by=anne)

    one.refresh_from_db()
    assert one.masked_number == 2 and one.is_ready


def test_words_that_changed_meanwhile_are_read_again(
    piled: Statement, anne: Person, frida: Person
) -> None:
    keep_all(piled, MANY + " Mange vet det.", by=anne)

    with pytest.raises(ValidationError, match="have changed since"):
        second_reading.let_stand(piled, based_on=1, by=frida)


@pytest.mark.parametrize("why", ["", "  ", "x" * 1001])
def test_look_again_needs_words(piled: Statement, frida: Person, why: str) -> None:
    with pytest.raises(ValidationError, match="should be looked at"):
        second_reading.look_again(piled, why=why, based_on=1, by=frida)
    piled.refresh_from_db()
    assert piled.is_for_second


def test_a_second_press_is_refused_and_counts_once(
    read_aloud: UserMeeting, piled: Statement, frida: Person
) -> None:
    second_reading.let_stand(piled, based_on=1, by=frida)
    with pytest.raises(ValidationError):
        second_reading.let_stand(piled, based_on=1, by=frida)

    read_aloud.refresh_from_db()
    assert (read_aloud.second_stood, read_aloud.second_back) == (1, 0)


@pytest.fixture
def one_voice(two: tuple[Statement, Statement]) -> tuple[Statement, Statement]:
    """Both were said by the same person."""
    speaker = Participant.objects.filter(statements__isnull=False).first()
    Statement.objects.filter(pk__in=[one.pk for one in two]).update(speaker=speaker)
    return two


def test_what_one_person_has_said_in_all_counts(
    one_voice: tuple[Statement, Statement], anne: Person
) -> None:
    first, second = one_voice
    assert keep_all(first, "Jeg er den eneste som har sagt fra.", by=anne).is_ready
    assert keep_all(second, "Jeg har Huntingtons sykdom.", by=anne).is_for_second
    first.refresh_from_db()
    assert first.is_for_second

    keep_all(second, NONE, by=anne)
    first.refresh_from_db()
    assert first.is_ready and first.state_now is StatementState.DEIDENTIFIED


def test_what_is_known_later_to_be_said_by_one_person_counts(
    read_aloud: UserMeeting, two: tuple[Statement, Statement], anne: Person
) -> None:
    first, second = two
    speakers = Participant.objects.order_by("number")
    for one in two:
        statements.place(one, speaker=None, speaker_known=True, by=anne)
    keep_all(first, "Jeg er den eneste som har sagt fra.", by=anne)
    keep_all(second, "Jeg har Huntingtons sykdom.", by=anne)
    meetings.finish_masking(read_aloud, by=anne)

    assert statements.place(first, speaker=speakers[0], speaker_known=True, by=anne).is_ready
    placed = statements.place(second, speaker=speakers[0], speaker_known=True, by=anne)
    assert placed.is_for_second
    assert placed not in validation.to_be_offered(read_aloud.evaluation)

    moved = statements.place(placed, speaker=speakers[1], speaker_known=True, by=anne)
    assert moved.is_ready and moved in validation.to_be_offered(read_aloud.evaluation)


def test_who_did_not_say_it_after_all_is_not_counted_by_it(
    one_voice: tuple[Statement, Statement], anne: Person
) -> None:
    first, second = one_voice
    keep_all(first, "Jeg er den eneste som har sagt fra.", by=anne)
    keep_all(second, "Jeg har Huntingtons sykdom.", by=anne)

    statements.place(second, speaker=None, speaker_known=True, by=anne)

    for one in one_voice:
        one.refresh_from_db()
        assert one.is_ready and one.state_now is StatementState.DEIDENTIFIED


def test_a_clue_is_what_it_was_kept_as_though_the_finder_cuts_otherwise_today(
    two: tuple[Statement, Statement], anne: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Jeg er jordmor og var med i Kirkens Bymisjon."
    first, last = words.index("jordmor"), words.index("Kirkens")
    work = Span(first, first + 7, Label.QUASI, 0.7, "rules", Why.RARE_WORK)
    whole = Span(last, len(words) - 1, Label.ORG, 0.9, "tagger", Why.READ_BY_MODEL)
    cut = [replace(whole, end=last + 7), replace(whole, start=last + 8)]
    sees = lambda *spans: lambda *_: [Hit(s, words[s.start : s.end]) for s in spans]  # noqa: E731
    monkeypatch.setattr(masking, "hits_in", sees(work, whole))
    kept = {"jordmor": WHY, "Kirkens Bymisjon": WHY}
    monkeypatch.setattr(clues, "hits_in", sees(work, *cut))

    read = masking.mask(two[0], words=words, kept=kept, based_on=(1, 0), by=anne)

    assert read.is_for_second
    found = clues.clues_in(Statement.objects.filter(pk=read.pk), read.user_meeting)[read.pk]
    assert [(clue.text, clue.span) for clue in found] == [
        ("jordmor", work),
        ("Kirkens Bymisjon", whole),
    ]
    other = statements.place(read, speaker=None, speaker_known=True, by=anne)
    assert other.is_for_second  # also when it lies under another key


def test_what_was_kept_before_that_was_written_down_counts_as_it_is_found(
    piled: Statement, anne: Person
) -> None:
    KeptHit.objects.update(found=b"")

    found = clues.clues_in(Statement.objects.filter(pk=piled.pk), piled.user_meeting)[piled.pk]
    assert [clue.text for clue in found] == ["samisk", "jobber som jordmor"]


def test_two_people_are_two(two: tuple[Statement, Statement], anne: Person) -> None:
    first, second = two
    assert keep_all(first, "Jeg er den eneste som har sagt fra.", by=anne).is_ready
    assert keep_all(second, "Jeg har Huntingtons sykdom.", by=anne).is_ready


def test_a_reading_that_is_taken_back_asks_for_nobody(piled: Statement, anne: Person) -> None:
    taken = masking.take_back(piled, by=anne)

    assert taken.second_now is Second.NOT_ASKED and not taken.is_read


def test_words_that_wait_for_a_second_reader_are_not_offered(
    read_aloud: UserMeeting, piled: Statement, frida: Person, anne: Person
) -> None:
    assert piled.speaker is not None
    UserMeeting.objects.filter(pk=read_aloud.pk).update(state=MeetingState.MASKED)
    assert piled not in validation.to_be_offered(read_aloud.evaluation)

    second_reading.let_stand(piled, based_on=1, by=frida)
    assert piled in validation.to_be_offered(read_aloud.evaluation)
