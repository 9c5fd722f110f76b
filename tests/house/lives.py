"""Somebody who has left a trace in every room, and whether any of it can still be read."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import mail
from django.db import connection
from django.test import Client
from django.urls import reverse

from brukerstemmen.analysis.actions import findings, themes
from brukerstemmen.analysis.models import Finding, Theme
from brukerstemmen.people import opening
from brukerstemmen.people.models import Person, SealedModel, SealingKey
from brukerstemmen.privacy import consent, sealing
from brukerstemmen.privacy.consent import Purpose
from brukerstemmen.reports.actions import approving, clearing, releasing
from brukerstemmen.reports.models import Report
from brukerstemmen.reports.states import Check, ReportKind
from brukerstemmen.voices.actions import (
    consenting,
    importing,
    meetings,
    statements,
    validation,
)
from brukerstemmen.voices.models import ImportPreview, Participant, Statement, UserMeeting
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as
from tests.house.test_canaries import by_table, forms_of
from tests.world import PREFIX, Aviary, World, mask_with_a_kept_name

# What holds words that have been let out, as they were.
OUT = frozenset({"reports_releasedreport", "reports_releasedquote"})


@dataclass(frozen=True)
class Sealed:
    """A ciphertext as it stood: where, and under which key."""

    place: sealing.Place
    blob: bytes
    key: object


@dataclass
class Life:
    """birds: every word of theirs that stood somewhere, `of` a statement those of that one.

    printed: the statement that has been let out, in the words `out`.
    """

    participant: Participant
    finding: Finding
    birds: set[str] = field(default_factory=set)
    out: set[str] = field(default_factory=set)
    printed: object = None
    of: dict[object, set[str]] = field(default_factory=dict)
    recorded: list[Sealed] = field(default_factory=list)
    wrapped: list[bytes] = field(default_factory=list)


def live_through(world: World, *, by: Person) -> Life:
    """The participant of the world says more, sees it masked, and answers. A finding rests on it,
    one of it is printed, and they hold another view of the finding."""
    spoken = Statement.objects.get(pk=world.parts["done"])
    life = Life(spoken.speaker, Finding.objects.get(pk=world.parts["finding"]))
    consenting.answer_consent_on_behalf(
        life.participant,
        {Purpose.TAKE_PART: True, Purpose.QUOTES: True, Purpose.CONTACT_AGAIN: True},
        text_version="1",
        channel=consent.Channel.PHONE,
        by=by,
    )
    bird = Aviary()
    said = [_say(world, life, bird, by=by) for _time in range(2)]
    printed = _say(world, life, bird, names=False, by=by)
    validation.open_round(world.evaluation, deadline=TODAY + timedelta(days=14), by=by)
    first, second, printed = (Statement.objects.get(pk=one.pk) for one in [*said, printed])
    seen = {"based_on": first.masked_number, "by_self": life.participant}
    validation.answer(first, Answer.YES, **seen)
    validation.answer(second, Answer.CHANGE, words=bird("ownwords"), **seen)
    validation.answer(printed, Answer.YES, **seen)
    _let_out(world, life, printed, bird, by=by)
    findings.keep_minority_view(life.finding, bird("otherview"), holder=life.participant, by=by)
    _record(life)
    return life


def _let_out(world: World, life: Life, said: Statement, bird: Aviary, *, by: Person) -> None:
    """Two read it, with a reason why it may be printed, and a new edition goes out with it."""
    finding, readers = life.finding, [Person.objects.get(name=name) for name in ("Siv", "Frida")]
    rests = [*Statement.objects.filter(evidence__finding=finding), said]
    findings.rest_on(finding, rests, by=by)
    quote = clearing.propose_quote(said, finding, by=by)
    for reader in readers:
        clearing.read_quote(quote, set(Check), why=bird("whyprinted"), by=reader)
    report = next_edition(world, by=by)
    for reader in readers:
        approving.approve_report(report, by=reader)
    released = releasing.release(report, comment_until=TODAY, by=by)
    life.printed = said.pk
    life.out = {one.words for one in released.quotes.all() if one.words.startswith(PREFIX)}


def next_edition(world: World, *, by: Person) -> Report:
    """The process report, open to be written once more."""
    report = Report.objects.get(evaluation=world.evaluation, kind=ReportKind.PROCESS)
    return releasing.begin_new_edition(report, by=by)


def _say(world: World, life: Life, bird: Aviary, *, names: bool = True, by: Person) -> Statement:
    """Several raw wordings, one of them before it is known who spoke; masked twice; on the
    board, with a note; and once more in notes that wait. names: one is kept in it."""
    meeting = _another_meeting(world, life, by=by)
    statement = statements.write_down(meeting, words=bird("rawone"), by=by)
    statements.place(statement, speaker=life.participant, speaker_known=True, by=by)
    for number, reason in ((1, "corrected"), (1, "corrected"), (2, "corrected")):
        statements.change_wording(
            statement, words=bird("rawmore"), based_on=number, reason=reason, by=by
        )
    notes = f"+ {life.participant.code} {bird('waiting')}"
    importing.preview(meeting, pasted=notes, by=by)
    meetings.finish_writing(meeting, by=by)
    meetings.finish_reading_aloud(meeting, elsewhere_on=TODAY, by=by)
    statement.refresh_from_db()
    statements.choose_wording(statement, number=4, by=by)
    _mask_twice(statement, bird, names=names, by=by)
    meetings.finish_masking(meeting, by=by)
    statement.refresh_from_db()
    themes.sort(statement, list(Theme.objects.filter(evaluation=world.evaluation)), by=by)
    themes.note(statement, text=bird("note"), by=by)
    return statement


def _another_meeting(world: World, life: Life, *, by: Person) -> UserMeeting:
    made = meetings.plan_meeting(world.evaluation, name="Enda et møte", planned_on=TODAY, by=by)
    meetings.register_consent(
        made,
        new_people=1,
        also=[life.participant],
        channel=consent.Channel.PAPER,
        on=TODAY,
        text_version="1",
        by=by,
    )
    return meetings.hold(made, on=TODAY, nobody_from_service=True, by=by)


def _mask_twice(statement: Statement, bird: Aviary, *, names: bool, by: Person) -> None:
    mask_as(statement, bird("maskedone"), by=by)
    if not names:
        mask_as(statement, bird("maskedtwo"), by=by)
        return
    statement.refresh_from_db()
    mask_with_a_kept_name(statement, bird, by=by, based_on=(4, 1))


def keys_of(participant: Participant) -> set[object]:
    """Every key that seals something of theirs."""
    previews = ImportPreview.objects.filter(user_meeting__presences__participant=participant)
    return {
        participant.raw_key_id,
        participant.masked_key_id,
        participant.contact.key_id,
        *participant.companions.values_list("key", flat=True),
        *previews.values_list("key", flat=True),
    }


def sealed_under(theirs: set[object]) -> Iterator[tuple[Sealed, SealedModel, set[str]]]:
    """What is sealed under one of these keys, the row it stands in, and the canaries in it."""
    for place, row, column in sealed_columns():
        if row.key_id in theirs:
            said = {word for word in re.findall(r"[a-z]+", row.read(column)) if PREFIX in word}
            yield Sealed(place, bytes(getattr(row, column)), row.key_id), row, said


def _record(life: Life) -> None:
    theirs = keys_of(life.participant)
    for sealed, row, words in sealed_under(theirs):
        life.recorded.append(sealed)
        life.birds |= words
        if statement := _statement_of(row):
            life.of.setdefault(statement, set()).update(words)
    rows = SealingKey.objects.filter(pk__in=theirs)
    life.wrapped = [bytes(row.wrapped) for row in rows]


def _statement_of(row: SealedModel) -> object:
    wording = getattr(row, "wording", row)
    return getattr(wording, "statement_id", None)


def sealed_columns() -> Iterator[tuple[sealing.Place, SealedModel, str]]:
    """Every sealed column of every row of every table that holds something."""
    for model in apps.get_models():
        if issubclass(model, SealedModel):
            for row in model._default_manager.all():
                for column in model.sealed_columns():
                    if bytes(getattr(row, column) or b""):
                        yield row._place(column), row, column


def opens(recorded: Iterable[Sealed]) -> int:
    """How many of these ciphertexts any key that is still there opens, in their place."""
    keys = []
    for key in SealingKey.objects.filter(wrapped__isnull=False):
        try:
            keys.append(opening.key_of(key))
        except (opening.Destroyed, sealing.Tampered):
            continue
    keys.append(opening.outermost()[0])
    return sum(1 for one in recorded if any(_opens(one, key) for key in keys))


def _opens(one: Sealed, key: bytes) -> bool:
    try:
        sealing.unseal(one.blob, key=key, place=one.place)
    except sealing.Tampered:
        return False
    return True


def readable(birds: set[str]) -> set[str]:
    """Those of the words that anybody with every key can still read somewhere."""
    said = " ".join(row.read(column) for _place, row, column in sealed_columns())
    return {bird for bird in birds if bird in said}


def traces(birds: set[str], *, logged: str, exports: Iterable[bytes]) -> list[str]:
    """Where one of the words stands in plain text: tables, files, letters, log or exports. Not
    where it was let out: that stays."""
    places = {
        "tables": [
            value for table, values in by_table().items() if table not in OUT for value in values
        ],
        "files": [path.read_bytes() for path in Path(settings.VAR).rglob("*") if path.is_file()],
        "letters": [repr(vars(letter)).encode() for letter in mail.outbox],
        "log": [logged.encode()],
        "exports": list(exports),
    }
    forms = [form for bird in birds for form in forms_of(bird)]
    return [
        place for place, held in places.items() if any(f in value for value in held for f in forms)
    ]


def exports_of(world: World, browser: Client) -> list[bytes]:
    """The draft as page, document and numbers, with what is packed inside them, and the report as
    it would go out now."""
    found = []
    slug = world.parts["slug"]
    for name in ("draft", "document", "numbers_csv", "numbers_xlsx", "preview"):
        of_kind = [ReportKind.PROCESS] if name == "preview" else []
        answer = browser.get(reverse(f"reports:{name}", args=[slug, *of_kind]))
        assert answer.status_code == 200, name
        found.append(answer.content)
        if answer.content.startswith(b"PK"):
            with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
                found += [packed.read(part) for part in packed.namelist()]
    return found


def as_from_another_start() -> None:
    """What the connection remembers of the ledger, a new one would not know."""
    if hasattr(connection, "ledger_in_order"):
        del connection.ledger_in_order
