"""One choice for a name in the whole meeting: it passes nothing, and obeys the same rules."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from brukerstemmen.people.models import Person, SealingKey
from brukerstemmen.voices import finding
from brukerstemmen.voices.actions import masking, meetings, naming, statements, withdrawal
from brukerstemmen.voices.models import NameChoice, ReadingFigures, Statement, UserMeeting
from brukerstemmen.voices.models.statements import Reason
from brukerstemmen.voices.names import Meant, key_of, names_among
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views import masking as masking_doors
from brukerstemmen.voices.views.frame import at
from tests.cast import TODAY, mask_as
from tests.voices.test_masking_doors import all_of, sheet

SAID = (
    "Søsteren min Xandrine lytter.",
    "Xandrines ord hjalp meg.",
    "Jeg spurte xandrine om hjelp.",
)
INSTEAD = Meant("Xandrine", instead="en i familien")


@pytest.fixture
def three(meeting: UserMeeting, anne: Person) -> list[Statement]:
    """Three statements with the same name."""
    people = [presence.participant for presence in meeting.presences.all()]
    found = [
        statements.write_down(meeting, words=words, speaker=people[0], by=anne) for words in SAID
    ]
    meetings.finish_writing(meeting, by=anne)
    meeting.refresh_from_db()
    return found


def test_a_choice_is_shown_in_what_waits_and_passes_nothing(
    browser: Client, meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    naming.choose_everywhere(meeting, INSTEAD, by=anne)

    shown = browser.get(at("mask", meeting)).context["sheets"]
    assert [one.words for one in shown] == [
        "Søsteren min en i familien lytter.",
        "En i familiens ord hjalp meg.",
        "Jeg spurte en i familien om hjelp.",
    ]
    assert not meeting.statements.exclude(masked_number=0).exists()
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=anne)
    with pytest.raises(ValidationError, match="not been read"):
        meetings.finish_masking(meeting, by=anne)


def test_what_was_read_with_the_name_in_it_gets_a_version_more(
    meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    mask_as(three[0], SAID[0], by=anne)
    mask_as(three[1], "Noens ord hjalp meg.", by=anne)

    outcome = naming.choose_everywhere(meeting, INSTEAD, by=anne)

    assert (outcome.changed, outcome.refused) == (1, [])
    for one in three:
        one.refresh_from_db()
    assert [one.masked_number for one in three] == [2, 1, 0]
    now = three[0].masked_wordings.get(number=2)
    assert "Xandrine" not in now.read("words") and "en i familien" in now.read("words")
    assert ReadingFigures.objects.count() == 2  # a choice is no reading


def test_a_name_kept_everywhere_carries_its_reason(
    browser: Client, meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    mask_as(three[2], SAID[2], by=anne)
    why = "Navnet på huset vårt."

    naming.choose_everywhere(meeting, Meant("Xandrine", why=why), by=anne)

    three[2].refresh_from_db()
    assert three[2].is_ready
    shown = browser.get(at("mask", meeting)).context["sheets"]
    assert all(why in [left.reason for left in one.left] for one in shown)


def test_a_masked_meeting_stays_as_it_is_and_says_so(masked: UserMeeting, anne: Person) -> None:
    version = masked.statements.get(position=1).masked_wordings.get()
    assert masked.state == MeetingState.MASKED

    before = version.read("words")
    naming.choose_everywhere(masked, Meant("Marit Hauglie", instead="legen"), by=anne)

    assert [v.read("words") for v in version.statement.masked_wordings.all()] == [before]


@pytest.mark.parametrize(
    "meant",
    [
        Meant("Xandrine"),
        Meant("", instead="noen"),
        Meant("Xandrine", instead="noen", why="begge deler"),
        Meant("Xandrine", instead="Kari Nordvik"),
    ],
)
def test_a_choice_that_says_nothing_or_names_another_is_refused(
    meeting: UserMeeting, three: list[Statement], anne: Person, meant: Meant
) -> None:
    with pytest.raises(ValidationError):
        naming.choose_everywhere(meeting, meant, by=anne)

    assert not NameChoice.objects.exists()


def test_outsiders_choose_nothing(
    meeting: UserMeeting, three: list[Statement], dag: Person, cecilie: Person
) -> None:
    for who in (dag, cecilie):
        with pytest.raises(PermissionDenied):
            naming.choose_everywhere(meeting, INSTEAD, by=who)
        with pytest.raises(PermissionDenied):
            naming.forget_choice(meeting, "Xandrine", by=who)


def test_a_new_choice_replaces_the_old_and_the_old_key_is_destroyed(
    meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    naming.choose_everywhere(meeting, INSTEAD, by=anne)
    first = NameChoice.objects.get().key_id

    naming.choose_everywhere(meeting, Meant("xandrines", instead="noen"), by=anne)
    assert NameChoice.objects.get().read("instead") == "noen"
    assert SealingKey.objects.get(pk=first).wrapped is None

    naming.forget_choice(meeting, "Xandrine", by=anne)
    assert not NameChoice.objects.exists()


def test_a_choice_for_a_name_nobody_says_any_more_is_listed_and_can_be_taken_back(
    browser: Client, meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    naming.choose_everywhere(meeting, INSTEAD, by=anne)
    [row] = browser.get(at("mask", meeting)).context["names"]
    assert row.chosen and not row.is_unused
    for one in three:
        words = "Noen lytter."
        statements.change_wording(one, words=words, based_on=1, reason=Reason.CORRECTED, by=anne)

    answer = browser.get(at("mask", meeting))
    [row] = answer.context["names"]
    assert row.is_unused and row.name.text == "Xandrine"
    assert "No longer used" in answer.content.decode()

    browser.post(at("mask", meeting), {"name-1": "Xandrine", "everywhere": "undo-1"})
    assert not NameChoice.objects.exists()
    assert not browser.get(at("mask", meeting)).context["names"]


def test_when_somebody_leaves_nothing_is_left_of_the_names(
    meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    naming.choose_everywhere(meeting, INSTEAD, by=anne)
    key = NameChoice.objects.get().key_id

    withdrawal.withdraw(three[0].speaker)

    assert not NameChoice.objects.exists()
    assert SealingKey.objects.get(pk=key).wrapped is None


def test_the_press_keeps_what_somebody_has_typed(
    browser: Client, meeting: UserMeeting, three: list[Statement]
) -> None:
    first, second = (browser.get(at("mask", meeting)).context["sheets"])[:2]
    form = all_of(
        sheet(three[0], "Xandrine lytter alltid, skrev jeg selv."), sheet(three[1], second.words)
    )
    told = {"name-1": "Xandrine", "instead-1": "en venn", "everywhere": "instead-1"}

    answer = browser.post(at("mask", meeting), {**form, **told, "read": ""})

    shown = {one.pk: one.words for one in answer.context["sheets"]}
    assert shown[three[0].pk] == "En venn lytter alltid, skrev jeg selv."
    assert shown[three[1].pk] == "En venns ord hjalp meg." and first.words
    page = answer.content.decode()
    assert "This is chosen for the whole meeting." in page and "→ en venn" in page

    answer = browser.post(at("mask", meeting), {**told, "everywhere": "undo-1"})
    assert "The choice is taken back." in answer.content.decode()
    assert not NameChoice.objects.exists()


PRESS = {"name-1": "Xandrine", "instead-1": "en venn", "everywhere": "instead-1", "read": ""}
MINE, THEIRS = "Hun lytter alltid, skrev jeg.", "En i familien lytter."


def test_words_typed_for_what_a_colleague_masks_meanwhile_stay_and_overwrite_nothing(
    browser: Client, meeting: UserMeeting, three: list[Statement], frida: Person
) -> None:
    mask_as(three[0], THEIRS, by=frida)
    assert three[0].masked_wordings.get().read("words") == THEIRS

    answer = browser.post(at("mask", meeting), {**all_of(sheet(three[0], MINE)), **PRESS})

    [shown] = [one for one in answer.context["sheets"] if one.pk == three[0].pk]
    assert (shown.words, shown.seen) == (MINE, "1-0")
    browser.post(at("mask", meeting), all_of(sheet(three[0], MINE, seen=shown.seen)))
    three[0].refresh_from_db()
    assert three[0].masked_number == 1
    assert three[0].masked_wordings.get(number=2).rival_of == 1


def test_what_nobody_has_typed_is_shown_as_the_colleague_left_it(
    browser: Client, meeting: UserMeeting, three: list[Statement], frida: Person
) -> None:
    first = browser.get(at("mask", meeting)).context["sheets"][0]
    mask_as(three[0], THEIRS, by=frida)

    told = {**all_of(sheet(three[0], first.words), vis="alle"), **PRESS}
    [shown] = [
        one
        for one in browser.post(at("mask", meeting), told).context["sheets"]
        if one.pk == three[0].pk
    ]
    assert (shown.words, shown.seen) == (THEIRS, "1-1")

    told = {**all_of(sheet(three[0], THEIRS, seen="1-1")), **PRESS}
    sheets = browser.post(at("mask", meeting), told).context["sheets"]
    assert three[0].pk not in [one.pk for one in sheets]  # it waits no more, nothing is typed


def test_what_is_refused_remembers_what_it_was_written_beside(
    browser: Client, meeting: UserMeeting, three: list[Statement], frida: Person
) -> None:
    mask_as(three[0], THEIRS, by=frida)

    answer = browser.post(at("mask", meeting), all_of(sheet(three[0], "  ")))

    assert [one.seen for one in answer.context["sheets"]] == ["1-0"]


def test_one_press_reads_what_was_said_in_the_meeting_once(
    browser: Client,
    meeting: UserMeeting,
    three: list[Statement],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = list[UserMeeting]()

    def counted(meeting: UserMeeting) -> finding.Gathered:
        read.append(meeting)
        return found(meeting)

    found = finding.gather
    monkeypatch.setattr(finding, "gather", counted)
    monkeypatch.setattr(masking_doors, "gather", counted)
    told = {**sheet(three[0], "Noen lytter."), "read": str(three[0].pk)}

    assert (
        browser.post(at("mask", meeting), told, headers={"HX-Request": "true"}).status_code == 200
    )
    assert len(read) == 1


def test_enter_in_the_list_of_names_presses_nobodys_button(
    browser: Client, meeting: UserMeeting, three: list[Statement]
) -> None:
    page = browser.get(at("mask", meeting)).content.decode()

    buttons = re.findall(r'<button[^>]*type="submit"[^>]*form="mask-form"[^>]*>', page)
    assert " disabled" in buttons[0] and not any(" disabled" in one for one in buttons[1:])


def test_a_reading_is_taken_back_and_must_be_done_again(
    meeting: UserMeeting, three: list[Statement], anne: Person
) -> None:
    mask_as(three[0], "Noen lytter.", by=anne)

    masking.take_back(three[0], by=anne)

    three[0].refresh_from_db()
    assert not three[0].is_ready and three[0].masked_wordings.count() == 1
    assert mask_as(three[0], "Noen lytter.", by=anne).is_ready
    assert ReadingFigures.objects.count() == 2  # both were readings; nobody knows of what
    with pytest.raises(ValidationError):
        masking.take_back(three[1], by=anne)


def test_a_masked_meeting_takes_nothing_back(
    masked: UserMeeting, anne: Person, dag: Person
) -> None:
    for who, refused in ((anne, ValidationError), (dag, PermissionDenied)):
        with pytest.raises(refused):
            masking.take_back(masked.statements.get(position=1), by=who)


def test_names_are_counted_in_every_form(
    browser: Client, meeting: UserMeeting, three: list[Statement]
) -> None:
    names = browser.get(at("mask", meeting)).context["names"]

    assert [(row.name.text, row.name.times) for row in names] == [("Xandrine", 3)]
    assert key_of("Xandrines") == key_of("xandrine") and names_among([], []) == []


def test_figures_hold_numbers_only_and_are_shown(
    browser: Client, meeting: UserMeeting, three: list[Statement]
) -> None:
    pk = three[0].pk
    form = {**sheet(three[0], "Søsteren min lytter."), f"seconds-{pk}": "14", "read": str(pk)}
    browser.post(at("mask", meeting), form)
    form = {**sheet(three[1], "[navn] ord hjalp meg."), f"seconds-{three[1].pk}": "9999"}
    browser.post(at("mask", meeting), {**form, "read": str(three[1].pk)})

    first, second = ReadingFigures.objects.order_by("seconds")
    assert (first.seconds, first.proposed, first.changed) == (14, 1, 1)
    assert (second.seconds, second.accepted) == (600, 1)
    page = browser.get(at("mask", meeting)).content.decode()
    assert "On average 307 s for each statement." in page and "written anew: 1" in page
