"""Taking in notes: looked at first, saved once, and bad files change nothing."""

import io
import uuid
import zipfile
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import ImportPreview, Statement, UserMeeting
from brukerstemmen.voices.notes import writing
from brukerstemmen.voices.notes.reading import Reason, Unreadable
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views.frame import at
from tests.cast import TODAY
from tests.voices.conftest import queries, raw_reads

NOTES = "+ D01 De spurte hva jeg trengte.\n− D02 Ingen ringte tilbake.\n→ Ring samme dag.\n"


def handed_in(pasted: str = "", file: tuple[str, bytes] | None = None) -> dict[str, object]:
    form: dict[str, object] = {"pasted": pasted, "once": str(uuid.uuid4())}
    if file:
        form["file"] = SimpleUploadedFile(*file)
    return form


@pytest.fixture
def preview(browser: Client, meeting: UserMeeting) -> str:
    """The address of a preview of three statements."""
    return browser.post(at("import_notes", meeting), handed_in(NOTES)).url


def test_pasted_notes_are_shown_before_anything_is_saved(browser: Client, preview: str) -> None:
    page = browser.get(preview).content.decode()

    assert "3 statements were understood." in page and "Take in 3 statements" in page
    assert "Ingen ringte tilbake." in page and "D02" in page
    assert not Statement.objects.exists()
    assert raw_reads() == 1


def test_a_yes_takes_them_in_and_two_are_one(browser: Client, preview: str) -> None:
    for _click in range(2):
        browser.post(preview, {})

    said = Statement.objects.order_by("position")
    assert [(one.kind, one.speaker and one.speaker.code) for one in said] == [
        ("good", "D01"),
        ("not_good", "D02"),
        ("proposal", None),
    ]


def test_handing_in_twice_makes_one_preview(browser: Client, meeting: UserMeeting) -> None:
    form = handed_in(NOTES)

    for _click in range(2):
        browser.post(at("import_notes", meeting), form)

    assert ImportPreview.objects.count() == 1


def test_everything_in_one_go_until_the_masking(
    browser: Client, meeting: UserMeeting, preview: str
) -> None:
    answer = browser.post(preview, {"that_is_all": "on", "read_aloud_on": TODAY.isoformat()})

    assert answer.url == at("mask", meeting)
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.READ_ALOUD


def test_a_day_to_come_takes_nothing_in(browser: Client, preview: str) -> None:
    later = TODAY.replace(year=TODAY.year + 1).isoformat()

    answer = browser.post(preview, {"that_is_all": "on", "read_aloud_on": later})

    assert answer.status_code == 422 and "The day has not come yet." in answer.content.decode()
    assert not Statement.objects.exists()


def test_a_speaker_who_is_not_registered_is_a_choice(browser: Client, meeting: UserMeeting) -> None:
    address = browser.post(at("import_notes", meeting), handed_in("+ D01 Bra.\n+ D44 Fint.")).url
    page = browser.get(address).content.decode()
    assert "Not registered in this meeting:" in page and "D44" in page
    assert at("consent", meeting) in page

    assert browser.post(address, {}).status_code == 422
    assert not Statement.objects.exists()

    browser.post(address, {"unknown_as_nobody": "on"})
    assert [one.speaker and one.speaker.code for one in Statement.objects.all()] == ["D01", None]


def test_registering_them_leads_back_to_the_notes(browser: Client, meeting: UserMeeting) -> None:
    address = browser.post(at("import_notes", meeting), handed_in("+ D06 Bra.")).url
    way = f"{at('consent', meeting)}?notater={address.rstrip('/').rpartition('/')[2]}"
    assert way in browser.get(address).content.decode()
    yes = {"new_people": "1", "channel": "paper", "on": TODAY.isoformat(), "text_version": "1"}

    answer = browser.post(way, {**yes, "once": str(uuid.uuid4())})

    assert answer.url == address
    assert "Not registered" not in browser.get(address).content.decode()


def test_lines_not_understood_are_listed_with_number_and_reason(
    browser: Client, meeting: UserMeeting
) -> None:
    notes = "Kari: Jeg ble hørt.\nD01 +\nD02 + Bra."
    page = browser.get(browser.post(at("import_notes", meeting), handed_in(notes)).url)

    troubles = page.context["understood"].troubles
    assert {trouble.line for trouble in troubles} >= {2}
    assert "Line 2" in page.content.decode()
    assert "There are no words on this line." in page.content.decode()


def test_columns_can_be_told(browser: Client, meeting: UserMeeting) -> None:
    table = "A;B;C\nEn lang historie om dagen min;D01;bra\nEnda en lang historie;D02;bra\n"
    form = handed_in(file=("notater.csv", table.encode("cp1252")))
    address = browser.post(at("import_notes", meeting), form).url
    assert "What do the columns hold?" in browser.get(address).content.decode()

    told = {"column-0": "words", "column-1": "", "column-2": "kind"}
    page = browser.get(address, told).content.decode()
    assert 'name="column-2" value="kind"' in page
    browser.post(address, {name: field for name, field in told.items() if field})

    assert set(Statement.objects.values_list("kind", "speaker")) == {("good", None)}


def packed(name: str, size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, b" " * size)
    return made.getvalue()


BAD = {
    "other type": ("bilde.png", b"\x89PNG", "We cannot read this kind of file."),
    "damaged": ("notater.docx", b"PK\x03\x04 nothing", "damaged"),
    "too much inside": ("notater.docx", packed("word/document.xml", 210 * 2**20), "too much"),
    "empty": ("notater.txt", b"", "Paste your notes, or choose a file."),
    "too large": ("notater.txt", b"a" * (5 * 2**20 + 1), "larger than 5 MB"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_gets_a_plain_message_and_changes_nothing(
    browser: Client, meeting: UserMeeting, kind: str
) -> None:
    name, content, message = BAD[kind]

    answer = browser.post(at("import_notes", meeting), handed_in(file=(name, content)))

    assert answer.status_code == 422
    assert message in answer.content.decode()
    assert not ImportPreview.objects.exists() and not Statement.objects.exists()


def test_what_was_pasted_stands_when_the_file_was_too_large(
    browser: Client, meeting: UserMeeting
) -> None:
    form = handed_in(file=("notater.txt", b"a" * (5 * 2**20 + 1)))
    form["pasted"] = "D01 + Bra."

    answer = browser.post(at("import_notes", meeting), form)

    assert answer.status_code == 422 and "D01 + Bra." in answer.content.decode()


def test_a_paste_too_large_to_be_read_gets_an_answer(browser: Client, meeting: UserMeeting) -> None:
    answer = browser.post(at("import_notes", meeting), handed_in("a" * (5 * 2**20)))

    assert answer.status_code == 422
    assert "5 MB" in answer.content.decode()


def test_a_request_too_large_does_not_open_the_door_to_others(
    meeting: UserMeeting, dag: Person, signed_in: Callable[[Person], Client]
) -> None:
    answer = signed_in(dag).post(at("import_notes", meeting), handed_in("a" * (5 * 2**20)))

    assert answer.status_code == 404


def test_the_token_is_asked_for_all_the_same(
    meeting: UserMeeting, anne: Person, signed_in: Callable[[Person], Client]
) -> None:
    client = signed_in(anne)
    client.handler.enforce_csrf_checks = True

    assert client.post(at("import_notes", meeting), handed_in(NOTES)).status_code == 403
    assert not ImportPreview.objects.exists()


def test_what_takes_too_long_is_said_plainly_and_stays(
    browser: Client, meeting: UserMeeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(*_args: object, **_more: object) -> None:
        raise Unreadable(Reason.TOO_SLOW)

    monkeypatch.setattr("brukerstemmen.voices.actions.importing.read_pasted", slow)

    answer = browser.post(at("import_notes", meeting), handed_in(NOTES))

    assert answer.status_code == 422
    assert "It took too long to read." in answer.content.decode()
    assert "Ingen ringte tilbake." in answer.content.decode()


def test_nothing_at_all_is_asked_for_again(browser: Client, meeting: UserMeeting) -> None:
    assert browser.post(at("import_notes", meeting), handed_in()).status_code == 422


def test_a_very_long_statement_is_divided_and_no_word_is_lost(
    browser: Client, meeting: UserMeeting
) -> None:
    long = " ".join(f"ord{number}" for number in range(1500))
    address = browser.post(at("import_notes", meeting), handed_in(f"+ D01 {long}")).url

    browser.post(address, {})

    words = [
        wording.read("words")
        for one in Statement.objects.order_by("position")
        for wording in one.raw_wordings.all()
    ]
    assert len(words) > 1 and " ".join(words) == long


@pytest.mark.parametrize(("name", "ending"), [("notes_docx", "docx"), ("notes_csv", "csv")])
def test_an_empty_template_to_fill_in(
    browser: Client, meeting: UserMeeting, name: str, ending: str
) -> None:
    answer = browser.get(at(name, meeting))

    assert answer.status_code == 200
    assert answer["Content-Disposition"].endswith(f'.{ending}"')


def test_another_persons_preview_in_another_evaluation_is_not_found(
    browser: Client, meeting: UserMeeting
) -> None:
    assert browser.get(at("preview", meeting, uuid.uuid4())).status_code == 404


def test_few_and_many_lines_take_the_same_queries(browser: Client, meeting: UserMeeting) -> None:
    def counted(lines: int) -> int:
        notes = "\n".join(f"+ D01 Dette er utsagn {line}." for line in range(lines))
        return queries(browser, browser.post(at("import_notes", meeting), handed_in(notes)).url)

    assert counted(60) == counted(3)


def test_a_file_of_word_is_read(browser: Client, meeting: UserMeeting) -> None:
    from brukerstemmen.voices.kinds import Kind
    from brukerstemmen.voices.notes.reading import Row

    content = writing.write_docx([Row(1, "De så meg.", "D01", Kind.GOOD)])
    address = browser.post(
        at("import_notes", meeting), handed_in(file=("notater.docx", content))
    ).url

    browser.post(address, {})

    said = Statement.objects.get()
    assert (said.kind, said.speaker.code) == ("good", "D01")
