"""The internal draft: what is ready and nothing else, the same as page, document and numbers."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.models import Coding, Theme
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import CentreProfile, JournalEntry, Person
from brukerstemmen.reports.actions.draft import build_draft
from brukerstemmen.reports.building import draft_of
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from tests.cast import LATER
from tests.crowd import crowd
from tests.world import PREFIX, World

DOORS = ["draft", "document", "numbers_csv", "numbers_xlsx"]


def at(evaluation: Evaluation, name: str = "draft") -> str:
    return reverse(f"reports:{name}", args=[evaluation.work.slug])


@pytest.fixture
def client(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    return signed_in(anne)


@pytest.fixture
def two(evaluation: Evaluation, anne: Person) -> list[Theme]:
    return themes.add_themes(evaluation, ["Å bli møtt", "=Plan()"], by=anne)


def text_of(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)


# What stands in it


def test_statements_stand_under_theme_and_kind(
    masked: UserMeeting, two: list[Theme], evaluation: Evaluation, anne: Person
) -> None:
    good, _not_good = masked.statements.all()
    themes.sort(good, two, by=anne)

    draft = build_draft(evaluation, by=anne)

    assert [part.name for part in draft.themes] == ["Å bli møtt", "=Plan()"]
    assert [line.words for line in draft.themes[0].good] == ["Behandleren min lytter."]
    assert draft.themes[1].good == draft.themes[0].good
    assert [line.words for line in draft.unsorted] == ["Ingen spurte hva jeg ville."]
    assert draft.waiting == 0


def test_a_statement_nobody_has_marked_is_not_lost(
    masked: UserMeeting, two: list[Theme], evaluation: Evaluation, anne: Person
) -> None:
    statement = masked.statements.get(position=1)
    Statement.objects.filter(pk=statement.pk).update(kind="", language="nn")
    themes.sort(statement, two[:1], by=anne)

    (line,) = draft_of(evaluation).themes[0].unmarked

    assert line.lang == "nn"


def test_few_people_are_not_told_and_neither_is_how_often_they_came(
    masked: UserMeeting, two: list[Theme], evaluation: Evaluation, anne: Person
) -> None:
    themes.sort(masked.statements.get(position=1), two[:1], by=anne)

    draft = draft_of(evaluation)

    assert (draft.numbers.people, draft.numbers.attendances) == (None, None)
    assert [part.people for part in draft.themes] == [None, 0]
    assert [part.statements for part in draft.themes] == [1, 0]


def test_the_promise_is_the_evaluations_own_or_that_of_its_degree(
    evaluation: Evaluation, anne: Person
) -> None:
    nothing = draft_of(evaluation).promise
    of_degree = draft_of(starting.describe(evaluation, degree="involve", by=anne)).promise
    own = draft_of(starting.describe(evaluation, promise="Vi leser opp.", by=anne)).promise

    assert nothing == ""
    assert of_degree
    assert own == "Vi leser opp."


def test_that_a_draft_was_built_is_journalled_without_a_word(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    build_draft(evaluation, by=anne)

    entry = JournalEntry.objects.latest("pk")
    assert (entry.what, entry.work, entry.by) == ("draft.built", evaluation.work, anne)


# What never stands in it


@settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    states=st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 2), st.booleans()), min_size=8, max_size=8
    )
)
def test_what_is_not_ready_never_stands_in_it(
    states: list[tuple[int, int, bool]],
    meeting: UserMeeting,
    evaluation: Evaluation,
    anne: Person,
) -> None:
    """Whatever is unresolved, unread or changed since: left out, and counted as waiting."""
    Statement.objects.filter(user_meeting=meeting).delete()
    made = crowd(meeting, 8, by=anne)
    theme = evaluation.themes.first() or themes.add_themes(evaluation, ["Tema"], by=anne)[0]
    Coding.objects.bulk_create(
        Coding(statement=one, theme=theme, by=anne)
        for one, (_hits, _newer, lies_here) in zip(made, states, strict=True)
        if lies_here
    )
    for one, (open_hits, newer, _lies_here) in zip(made, states, strict=True):
        Statement.objects.filter(pk=one.pk).update(open_hits=open_hits, raw_number=1 + newer)
    ready = {one.position for one, state in zip(made, states, strict=True) if not any(state[:2])}

    draft = draft_of(evaluation)

    lines = [line for part in draft.themes for _kind, some in part.lines() for line in some]
    told = {int(line.words.split("Utsagn ")[1].rstrip(".")) for line in (*lines, *draft.unsorted)}
    assert told == ready
    assert draft.waiting == 8 - len(ready)


def said_in(content: bytes) -> str:
    """Everything a file says, packed or not."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode()
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return "".join(file.read(name).decode(errors="replace") for name in file.namelist())


@pytest.mark.parametrize("name", DOORS)
def test_no_raw_word_and_no_note_stands_in_any_of_its_forms(
    name: str, world: World, client: Client
) -> None:
    said = said_in(client.get(at(world.evaluation, name)).content)

    for place in ("raw", "unspoken", "openraw", "changed", "rival", "pasted", "memo", "reason"):
        assert f"{PREFIX}{place}" not in said
    assert f"{PREFIX}themename" in said
    assert (f"{PREFIX}masked" in said) == (name in {"draft", "document"})


def test_the_words_of_an_older_masking_do_not_come_back(
    masked: UserMeeting, evaluation: Evaluation, anne: Person
) -> None:
    statement = masked.statements.get(position=1)
    current = statement.masked_wordings.get()
    newer = MaskedWording(
        statement=statement, number=2, reason="masked", author=anne, on=current.on, key=current.key
    )
    newer.seal(words="Den nye.")
    newer.save(force_insert=True)
    Statement.objects.filter(pk=statement.pk).update(masked_number=2)

    assert "Den nye." in [line.words for line in draft_of(evaluation).unsorted]
    assert len(draft_of(evaluation).unsorted) == 2


def test_words_whose_key_is_destroyed_make_no_line(
    masked: UserMeeting, evaluation: Evaluation
) -> None:
    key = masked.statements.get(position=1).speaker.masked_key
    key.wrapped = None
    key.save()

    (line,) = draft_of(evaluation).unsorted

    assert line.words == "Ingen spurte hva jeg ville."


# Its doors


@pytest.mark.parametrize("name", DOORS)
@pytest.mark.parametrize("who", ["cecilie", "dag", "eli", "gro", "hans", "inger"])
def test_those_without_a_role_on_the_team_find_no_draft(
    name: str, who: str, evaluation: Evaluation, signed_in: Callable, request
) -> None:
    assert signed_in(request.getfixturevalue(who)).get(at(evaluation, name)).status_code == 404


@pytest.mark.parametrize("name", DOORS)
def test_before_the_pledge_there_is_no_draft(
    name: str, evaluation: Evaluation, anne: Person, person: Callable, signed_in: Callable
) -> None:
    from brukerstemmen.people.access import Role
    from brukerstemmen.people.actions.team import give_role

    new = person("Jon")
    give_role(evaluation.work, new, Role.INTERVIEWER, until=LATER, by=anne)

    answer = signed_in(new).get(at(evaluation, name))

    assert answer.status_code == 302
    assert reverse("people:ready", args=[evaluation.work.slug]) in answer["Location"]


def test_the_page_says_that_it_is_internal_and_leads_to_the_files(
    masked: UserMeeting, two: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    answer = client.get(at(evaluation))
    page = answer.content.decode()

    assert answer.context["words"].internal in page
    assert "Behandleren min lytter." in page
    assert all(at(evaluation, name) in page for name in DOORS[1:])


def test_an_evaluation_where_nothing_is_ready_has_an_empty_draft(
    written: UserMeeting, evaluation: Evaluation, client: Client
) -> None:
    answer = client.get(at(evaluation))

    assert answer.context["is_empty"]
    assert answer.context["waiting"]
    assert all(client.get(at(evaluation, name)).status_code == 200 for name in DOORS)


def test_the_document_is_a_word_file_with_the_same_words(
    masked: UserMeeting, two: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    answer = client.get(at(evaluation, "document"))

    assert answer["Content-Disposition"].endswith('.docx"')
    assert "Behandleren min lytter." in text_of(answer.content)


def test_a_template_that_cannot_be_used_does_not_stop_the_document(
    masked: UserMeeting, evaluation: Evaluation, client: Client
) -> None:
    CentreProfile.objects.update(word_template=b"not a document")

    answer = client.get(at(evaluation, "document"))

    assert "Behandleren min lytter." in text_of(answer.content)


def test_numbers_are_neutralised_against_formulas(
    masked: UserMeeting, two: list[Theme], evaluation: Evaluation, client: Client
) -> None:
    rows = csv.reader(
        io.StringIO(client.get(at(evaluation, "numbers_csv")).content.decode("utf-8-sig")),
        delimiter=";",
    )

    assert [row[0] for row in rows][1:] == ["Å bli møtt", "'=Plan()"]


# How heavy it is


def test_a_draft_asks_as_little_for_six_thousand_as_for_sixty(
    meeting: UserMeeting, two: list[Theme], evaluation: Evaluation, anne: Person
) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            draft_of(evaluation)
        return len(asked)

    crowd(meeting, 60, by=anne)
    few = queries()
    made = crowd(meeting, 5940, by=anne)
    Coding.objects.bulk_create(
        Coding(statement=one, theme=two[place % 2], by=anne) for place, one in enumerate(made)
    )

    assert queries() == few
    assert few < 25
    assert sum(part.statements for part in draft_of(evaluation).themes) == 5940


# The command


@pytest.mark.parametrize(("format", "reads"), [("docx", text_of), ("html", bytes.decode)])
def test_a_command_writes_the_draft_to_a_file(
    format: str,
    reads: Callable[[bytes], str],
    masked: UserMeeting,
    evaluation: Evaluation,
    frida: Person,
    tmp_path: Path,
) -> None:
    file = tmp_path / f"utkast.{format}"

    call_command(
        "build_report", evaluation.work.slug, format=format, out=file, by=frida.email, verbosity=0
    )

    assert "Behandleren min lytter." in reads(file.read_bytes())


@pytest.mark.parametrize(
    ("slug", "by"),
    [
        ("no-such", "anne@example.com"),
        ("solbakken", "nobody@example.com"),
        ("solbakken", "cecilie@example.com"),
    ],
)
def test_the_command_refuses_those_who_may_not(
    slug: str, by: str, masked: UserMeeting, cecilie: Person, tmp_path: Path
) -> None:
    file = tmp_path / "utkast.docx"

    with pytest.raises(CommandError):
        call_command("build_report", slug, out=file, by=by)
    assert not file.exists()


def test_a_place_that_cannot_be_written_is_told_plainly(
    masked: UserMeeting, evaluation: Evaluation, anne: Person, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="could not be written"):
        call_command(
            "build_report", evaluation.work.slug, out=tmp_path / "no" / "x.docx", by=anne.email
        )
