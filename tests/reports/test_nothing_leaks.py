"""Nothing reaches a report but words their speakers have said yes to, that two people have read
for print, as they stand: over generated evaluations, and in every file that is made."""

import io
import os
import re
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import transaction
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from brukerstemmen.measures import planning, spreadsheet
from brukerstemmen.people import clock
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.actions import clearing, releasing, writing
from brukerstemmen.reports.assembling import assemble
from brukerstemmen.reports.document import Document, from_json
from brukerstemmen.reports.models import ReleasedReport, Report
from brukerstemmen.reports.rendering import as_docx, as_html, as_pdf
from brukerstemmen.reports.states import Recognised, ReportKind
from tests.reports import clearing_cast
from tests.reports.releasing_cast import write_and_approve
from tests.reports.stories import Round, Story, Team, Teller, plans
from tests.world import PREFIX

siv, tor = clearing_cast.siv, clearing_cast.tor
NIGHTLY = bool(os.environ.get("NIGHTLY"))
# What the team itself writes for the report; the world has a canary in each of them.
WRITTEN_FOR_PRINT = {"promise", "reach", "theme", "themename", "guidetheme", "question"} | {
    *("title", "good", "notgood", "better", "dialoguequestion", "view", "summary")  # of findings
}


@pytest.fixture
def team(anne, frida, siv, tor) -> Team:
    return Team(anne, frida, siv, tor)


@contextmanager
def undone(tmp_path) -> Iterator[None]:
    """What is erased in one story is not missing in the next one's database."""
    file = tmp_path / f"{uuid.uuid4()}.ledger"
    with override_settings(ERASURE_LEDGER_FILE=file), transaction.atomic():
        yield
        transaction.set_rollback(True)


def plain(text: str) -> str:
    """Without the line ends and hyphens that paper puts into a word."""
    return re.sub(r"[\s\u00ad-]", "", text)


def birds_in(text: str, story: Story, world) -> set[str]:
    text = plain(text)
    return {bird for bird in story.bird.given | world.canaries if bird in text}


def texts_of(document: Document, *, files: bool = True, on_paper: bool = False) -> dict[str, str]:
    """Everything that is made of a document, as text."""
    made = {f"html {easy}": str(as_html(document, easy=easy)) for easy in (False, True)}
    for easy in (False, True) if files else ():
        with zipfile.ZipFile(io.BytesIO(as_docx(document, easy=easy))) as file:
            parts = {name: file.read(name).decode(errors="replace") for name in file.namelist()}
        look_for_traces(parts)
        made |= {f"docx {easy} {name}": text for name, text in parts.items()}
        if on_paper:
            made[f"pdf {easy}"] = text_of_pdf(as_pdf(document, easy=easy))
    return made


def text_of_pdf(file: bytes) -> str:
    reader = PdfReader(io.BytesIO(file))
    told = reader.metadata or {}
    assert not told.get("/Author")
    assert not reader.attachments
    return "".join(page.extract_text() for page in reader.pages) + str(dict(told))


def look_for_traces(parts: dict[str, str]) -> None:
    """No author, no tracked change, no comment, no file inside the file."""
    core = parts["docProps/core.xml"]
    for name in ("dc:creator", "cp:lastModifiedBy"):
        assert not re.search(rf"<{name}>[^<]+<", core), core
    body = "".join(text for name, text in parts.items() if name.startswith("word/"))
    assert not re.search(r"<w:(ins|del|moveFrom|moveTo|commentReference)\b|w:author=", body)
    assert not [name for name in parts if "comments" in name or "embeddings" in name]


def drafts(evaluation, by) -> Iterator[Report]:
    """Each kind of report, and a translation."""
    for kind in ReportKind:
        for language in ("nb", "en"):
            yield writing.begin_report(evaluation, kind, language=language, by=by)


def released_in(story: Story, evaluation, team: Team) -> ReleasedReport:
    clearing.register_test(
        evaluation, result=Recognised.NOBODY, tester="En fra brukerrådet", by=team.frida
    )
    draft = writing.begin_report(evaluation, ReportKind.PROCESS, by=team.siv)
    write_and_approve(draft, team.siv, team.frida)
    return releasing.release(draft, comment_until=clock.today(), by=team.anne)


def rows_of(zones: set[Zone]) -> Iterator[tuple[str, dict[str, object]]]:
    for model in apps.get_models():
        if getattr(model, "zone", None) in zones:
            for row in model._base_manager.values():
                yield model._meta.label, row


def everything_inside() -> set[str]:
    """Every random id that stands in a row of Z2 to Z4."""
    inside = {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}
    rows = rows_of(inside)
    ids = {str(row["id"]) for _model, row in rows if isinstance(row.get("id"), uuid.UUID)}
    return ids | {one.replace("-", "") for one in ids}


SENT_BY_THE_SERVICE = {"measures.Answer", "measures.MeasureStep", "reports.FactComment"}
DAYS_THAT_ARE_TOLD = {
    "reports.CommentRound",
    "measures.Asking",
    "measures.Measure",
    "measures.MeasureHolder",  # since when somebody in the service answers for it
    "measures.FeedbackLine",  # when the centre wrote its sentence
}


def look_at_released_rows() -> str:
    """No code of a participant, no id from inside, no day. Returns all of it as text."""
    told, inside = [], everything_inside()
    for model, row in rows_of({Zone.Z1_RELEASED}):
        if not model.startswith(("measures.", "reports.")):
            continue
        text = repr(row)
        assert not re.search(r"\bD\d\d\b", text), model
        assert not [one for one in inside if one in text], model
        if model not in SENT_BY_THE_SERVICE | DAYS_THAT_ARE_TOLD:
            assert not re.search(r"datetime\.|\b20\d\d-\d\d-\d\d\b", text), model
        told.append(text)
    return "\n".join(told)


@given(
    told=st.lists(plans, min_size=1, max_size=5),
    around=st.sampled_from(Round),
)
@settings(
    max_examples=150 if NIGHTLY else 6,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_only_what_may_be_printed_is(world, evaluation, team, tmp_path, told, around):
    with undone(tmp_path):
        story = Teller(evaluation, team).tell(told, around)

        for draft in drafts(evaluation, team.siv):
            # All files are made of the same document; the Word file of one is enough here.
            files = draft.kind == ReportKind.FINAL and draft.language == "nb"
            for file, text in texts_of(assemble(draft), files=files).items():
                found = {bird for bird in birds_in(text, story, world) if is_said(bird)}
                assert found <= story.printed, f"{draft} {file}"
                assert not re.search(r"\bD\d\d\b", text), file
                if file in {"html False", "docx False word/document.xml"}:
                    has_quotes = draft.language == "nb"
                    assert found == (story.printed if has_quotes else set()), f"{draft} {file}"


def is_said(bird: str) -> bool:
    """Whether the word was said by somebody, or stands where only the team reads."""
    return not any(bird.startswith(f"{PREFIX}{place}") for place in WRITTEN_FOR_PRINT)


@given(
    told=st.lists(plans, min_size=1, max_size=5),
    around=st.sampled_from(Round),
)
@settings(
    max_examples=30 if NIGHTLY else 2,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    deadline=None,
)
def test_what_is_released_leads_nowhere(world, evaluation, team, tmp_path, told, around):
    with undone(tmp_path):
        story = Teller(evaluation, team).tell(told, around)
        released = released_in(story, evaluation, team)

        rows = look_at_released_rows()
        assert {bird for bird in birds_in(rows, story, world) if is_said(bird)} == story.printed
        for file, text in texts_of(from_json(released.content), on_paper=True).items():
            found = {bird for bird in birds_in(text, story, world) if is_said(bird)}
            assert found <= story.printed, file
            if file == "pdf False":
                assert found == story.printed
        look_at_the_plan(evaluation, story, world)


def look_at_the_plan(evaluation, story, world) -> None:
    """What the service does about it is in its own words."""
    with zipfile.ZipFile(
        io.BytesIO(spreadsheet.write_xlsx(planning.plan_of(evaluation.work)))
    ) as file:
        text = "".join(file.read(name).decode(errors="replace") for name in file.namelist())
    assert not {bird for bird in birds_in(text, story, world) if is_said(bird)}
    assert not re.search(r"<(dc:creator|cp:lastModifiedBy)>[^<]+<", text)
