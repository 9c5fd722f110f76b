"""Notes by the command line: all of them or none, with a plain reason."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import meetings
from brukerstemmen.voices.models import Statement, UserMeeting

NOTES = "D01 + Vi har god tid, du.\nD02 - Jeg ventet i fjorten uker.\n"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    file = tmp_path / "notater.txt"
    file.write_text(NOTES, encoding="utf-8")
    return file


def take_in(evaluation: Evaluation, file: Path, by: str = "anne@example.com", **more) -> str:
    said = StringIO()
    call_command("import_notes", evaluation.work.slug, "1", file, by=by, stdout=said, **more)
    return said.getvalue()


def test_notes_from_a_file_become_statements(
    meeting: UserMeeting, evaluation: Evaluation, notes: Path
) -> None:
    said = take_in(evaluation, notes)

    kinds = [(one.speaker.code, one.kind) for one in meeting.statements.order_by("position")]
    assert kinds == [("D01", "good"), ("D02", "not_good")]
    assert said.startswith("2 ")
    assert "fjorten" not in said


def test_speakers_who_are_not_there_stop_it_unless_they_may_be_unknown(
    meeting: UserMeeting, evaluation: Evaluation, notes: Path
) -> None:
    notes.write_text("D99 + Vi har god tid.\n", encoding="utf-8")

    with pytest.raises(CommandError, match="D99"):
        take_in(evaluation, notes)
    none = Statement.objects.count()
    take_in(evaluation, notes, unknown_as_nobody=True)

    assert none == 0
    assert Statement.objects.get().speaker is None


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("notater.pdf", b"%PDF-1.7"),
        ("notater.docx", b"PK\x03\x04 damaged"),
        ("notater.txt", b""),
        ("notater.txt", b"o" * (settings.UPLOAD_BYTES + 1)),
    ],
    ids=["another type", "damaged", "empty", "huge"],
)
def test_a_bad_file_changes_nothing(
    name: str, content: bytes, meeting: UserMeeting, evaluation: Evaluation, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes(content)

    with pytest.raises(CommandError) as refusal:
        take_in(evaluation, file)
    assert len(str(refusal.value)) > 10
    assert not Statement.objects.exists()


def test_a_file_that_is_not_there_is_told_plainly(
    meeting: UserMeeting, evaluation: Evaluation, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="could not be read"):
        take_in(evaluation, tmp_path / "no.txt")


@pytest.mark.parametrize("by", ["nobody@example.com", "cecilie@example.com", "dag@example.com"])
def test_those_who_may_not_write_take_in_nothing(
    by: str,
    meeting: UserMeeting,
    evaluation: Evaluation,
    notes: Path,
    cecilie: Person,
    dag: Person,
) -> None:
    with pytest.raises(CommandError):
        take_in(evaluation, notes, by=by)
    assert not Statement.objects.exists()


def test_a_meeting_that_is_not_open_takes_nothing_in(
    written: UserMeeting, evaluation: Evaluation, notes: Path
) -> None:
    with pytest.raises(CommandError):
        take_in(evaluation, notes)
    assert written.statements.count() == 2


def test_a_meeting_to_come_takes_nothing_in(
    evaluation: Evaluation, anne: Person, notes: Path
) -> None:
    meetings.plan_meeting(evaluation, name="Senere", by=anne)

    with pytest.raises(CommandError):
        take_in(evaluation, notes)
