"""Doors to taking in notes: handing them in, looking at what was understood, saying yes."""

import uuid
from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.core.exceptions import (
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
    ValidationError,
)
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on, say_if_too_large
from brukerstemmen.people.gates import reach
from brukerstemmen.voices.actions import importing as verbs
from brukerstemmen.voices.forms.meetings import ColumnsForm, NotesForm, TakeInForm
from brukerstemmen.voices.models import ImportPreview, UserMeeting
from brukerstemmen.voices.notes import writing
from brukerstemmen.voices.notes.reading import Reason, Row
from brukerstemmen.voices.showing import meetings, notes
from brukerstemmen.voices.states import MeetingState
from brukerstemmen.voices.views.frame import (
    NOT_RIGHT,
    at,
    meeting_of,
    sent,
    shown,
)
from brukerstemmen.voices.wording import meetings as wording

ROWS_ON_A_PAGE = 100
READ_AND_FORGET = 64 * 1024 * 1024  # bytes of a request that is too large, so that it is answered
P = Permission


@csrf_exempt
@require_http_methods(["GET", "POST"])
def import_notes(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """Paste notes or choose a file. A request too large to be read gets an answer all the same.

    Too large to be read is also too large to look for the token in; nothing is done with it.
    """
    try:
        request.POST  # noqa: B018 - reads the request
    except (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent):
        _read_to_the_end(request)
        meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
        form = NotesForm()
        return _notes_page(request, meeting, form, wording.UNREADABLE[Reason.TOO_LARGE])
    return _hand_in(request, slug=slug, number=number)


def _read_to_the_end(request: HttpRequest) -> None:
    """A browser shows the answer only when it has been let to say what it had to say."""
    left = READ_AND_FORGET
    with suppress(Exception):
        while left > 0 and (chunk := request.META["wsgi.input"].read(64 * 1024)):
            left -= len(chunk)


@csrf_protect
def _hand_in(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    if request.method == "GET":
        return _notes_page(request, meeting, NotesForm())
    form = NotesForm(request.POST, request.FILES)
    say_if_too_large(form, request, "file")
    if form.is_valid():
        told, file = form.cleaned_data, form.cleaned_data["file"]
        try:
            row = verbs.preview(
                meeting,
                pasted=told["pasted"],
                content=file.read() if file else b"",
                name=file.name if file else "",
                once=told["once"],
                by=request.user,
            )
            return redirect(at("preview", meeting, row.pk))
        except ValidationError as refusal:
            put_on(form, refusal)
    return _notes_page(request, meeting, form)


def _notes_page(
    request: HttpRequest, meeting: UserMeeting, form: NotesForm, trouble: Any = ""
) -> HttpResponse:
    return shown(
        request,
        "voices/import.html",
        meeting,
        _("Take in notes"),
        NOT_RIGHT if form.is_bound or trouble else 200,
        form=form,
        trouble=trouble,
        is_open=meeting.state_now is MeetingState.HELD,
        present=meetings.present(meeting),
    )


def _preview_of(request: HttpRequest, meeting: UserMeeting, pk: uuid.UUID) -> ImportPreview:
    return reach(ImportPreview.objects, request.user, P.WRITE_DOWN, pk=pk, user_meeting=meeting)


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, slug: str, number: int, preview: uuid.UUID) -> HttpResponseBase:
    """What was understood of the notes, before anything is saved; a yes takes them in."""
    meeting = meeting_of(request, slug, number, P.WRITE_DOWN)
    row = _preview_of(request, meeting, preview)
    if row.taken_in is not None:
        return redirect(at("write", meeting))
    chosen = request.POST if request.method == "POST" else request.GET
    try:
        reading = verbs.reading_of(row)
        columns = ColumnsForm(reading.columns, chosen if _says(chosen) else None)
        if mapping := columns.mapping():
            reading = verbs.reading_of(row, mapping)
    except ValidationError as refusal:
        messages.warning(request, " ".join(refusal.messages))
        return redirect(at("import_notes", meeting))
    form = TakeInForm(sent(request), initial={"that_is_all": _is_first(meeting)})
    if request.method == "POST" and form.is_valid():
        try:
            return _taken_in(request, meeting, row, columns, form)
        except ValidationError as refusal:
            put_on(form, refusal)
    shown_rows = Paginator(reading.rows, ROWS_ON_A_PAGE).get_page(request.GET.get("page"))
    return shown(
        request,
        "voices/preview.html",
        meeting,
        _("What we understood"),
        NOT_RIGHT if form.is_bound else 200,
        form=form,
        columns=columns if len(columns.fields) > 1 else None,
        preview=row,
        present=meetings.present(meeting),
        understood=notes.understood(reading, meeting),
        page=shown_rows,
        mapping=[(f"column-{index}", field.value) for index, field in mapping.items()],
        query="".join(f"column-{index}={field.value}&" for index, field in mapping.items()),
    )


def _says(chosen: Any) -> bool:
    return any(name.startswith("column-") for name in chosen)


def _is_first(meeting: UserMeeting) -> bool:
    """Notes taken into an empty meeting are most often all there is."""
    return not meeting.statements.exists()


def _taken_in(
    request: HttpRequest,
    meeting: UserMeeting,
    row: ImportPreview,
    columns: ColumnsForm,
    form: TakeInForm,
) -> HttpResponseBase:
    taken = verbs.take_in(row, by=request.user, mapping=columns.mapping(), **form.cleaned_data)
    messages.success(
        request,
        ngettext("%(number)s statement is taken in.", "%(number)s statements are taken in.", taken)
        % {"number": taken},
    )
    if form.cleaned_data["read_aloud_on"]:
        return redirect(at("mask", meeting))
    return redirect(at("meeting" if form.cleaned_data["that_is_all"] else "write", meeting))


@require_safe
def notes_docx(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """An empty table in Word, to fill in."""
    meeting_of(request, slug, number, P.SEE_MATERIAL)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    empty = [Row(line, "") for line in range(1, 16)]
    return _template(writing.write_docx(empty, language=_language()), kind, "docx")


@require_safe
def notes_csv(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """The same for a spreadsheet."""
    meeting_of(request, slug, number, P.SEE_MATERIAL)
    return _template(writing.write_csv([], language=_language()), "text/csv", "csv")


def _language() -> str:
    now = (get_language() or "nb")[:2]
    return now if now in {"nb", "nn", "en"} else "nb"


def _template(content: bytes, kind: str, ending: str) -> HttpResponse:
    name = f'attachment; filename="notater.{ending}"'
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": name})
