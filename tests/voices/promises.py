"""What must hold about people's words, whatever has happened: asked after each step of a run."""

import uuid
from collections import defaultdict
from typing import TYPE_CHECKING

from brukerstemmen.analysis.counting import totals
from brukerstemmen.analysis.models import Memo
from brukerstemmen.people import clock, ledger
from brukerstemmen.people.models import SealedModel, SealingKey
from brukerstemmen.privacy.consent import Act, Purpose
from brukerstemmen.voices.actions import codes, consenting
from brukerstemmen.voices.models import (
    Companion,
    Contact,
    ImportPreview,
    KeptHit,
    MaskedWording,
    NameChoice,
    Offer,
    Participant,
    PersonalCode,
    Presence,
    RawWording,
    SecondReading,
    Statement,
)

if TYPE_CHECKING:
    from tests.voices.lifecycle import Lifecycle

HOLDS_WORDS: tuple[type[SealedModel], ...] = (
    RawWording,
    MaskedWording,
    KeptHit,
    Memo,
    ImportPreview,
    NameChoice,
    SecondReading,
    Contact,
    Companion,
)
TRACES = (Statement, Presence, PersonalCode, Offer, Contact, Companion)


def all_hold(run: "Lifecycle") -> None:
    there = list(Statement.objects.select_related("speaker").order_by("pk"))
    rows = {
        model: list(model._default_manager.select_related("key__outer__outer"))
        for model in HOLDS_WORDS
    }
    counts_add_up_and_nothing_comes_back(run, there)
    who_has_left_has_left_nothing(run)
    what_is_gone_is_read_nowhere(run, rows)
    raw_words_are_never_overwritten(run, rows[RawWording])
    nobodys_words_lie_under_anothers_key(run, there, rows)
    a_quote_has_its_speakers_yes_to_these_very_words(run, there, rows[MaskedWording])
    every_destroyed_key_is_in_the_ledger(run)


def counts_add_up_and_nothing_comes_back(run: "Lifecycle", there: list[Statement]) -> None:
    assert {one.pk: one.speaker_id for one in there} == {
        pk: said.speaker for pk, said in run.said.items()
    }
    assert not run.struck & {one.pk for one in there}
    counted = totals(run.evaluation)
    assert counted.statements == len(run.said)
    assert counted.unspoken == sum(said.speaker is None for said in run.said.values())
    assert counted.people == Participant.objects.taking_part().count()


def who_has_left_has_left_nothing(run: "Lifecycle") -> None:
    if not run.left:
        return
    left = Participant.objects.filter(pk__in=run.left).select_related("raw_key", "masked_key")
    for person in left.prefetch_related("decisions"):
        assert person.is_withdrawn
        assert person.raw_key.wrapped is None and person.masked_key.wrapped is None
        acts = {row.act for row in person.decisions.all() if row.purpose == Purpose.TAKE_PART}
        assert acts >= {Act.GIVE, Act.WITHDRAW}, "the proof stands"
    for model in TRACES:
        whose = "speaker" if model is Statement else "participant"
        assert not model._default_manager.filter(**{f"{whose}__in": run.left}).exists()


def what_is_gone_is_read_nowhere(run: "Lifecycle", rows: dict[type, list[SealedModel]]) -> None:
    if run.gone:
        said = " ".join(
            row.read(column) for held in rows.values() for row in held for column in _columns(row)
        )
        assert not [words for words in run.gone if words in said]


def _columns(row: SealedModel) -> list[str]:
    return [name for name in row.sealed_columns() if name != "source_name"]


def raw_words_are_never_overwritten(run: "Lifecycle", rows: list[SealedModel]) -> None:
    there: dict[uuid.UUID, dict[int, str]] = {pk: {} for pk in run.said}
    for row in rows:
        there[row.statement_id][row.number] = row.read("words")
    assert there == {pk: said.raw for pk, said in run.said.items()}


def nobodys_words_lie_under_anothers_key(
    run: "Lifecycle", there: list[Statement], rows: dict[type, list[SealedModel]]
) -> None:
    under: dict[uuid.UUID, set[tuple[str, object]]] = defaultdict(set)
    wordings = {row.pk: row.statement_id for row in rows[MaskedWording]}
    masked_too = (MaskedWording, Memo, SecondReading)
    for kind, model in (("raw", RawWording), *(("masked", model) for model in masked_too)):
        for row in rows[model]:
            under[row.statement_id].add((kind, row.key_id))
    for row in rows[KeptHit]:
        under[wordings[row.wording_id]].add(("masked", row.key_id))
    around = run.evaluation
    for one in there:
        whose = one.speaker
        raw, masked = (
            (whose.raw_key_id, whose.masked_key_id) if whose else (around.raw_key_id, around.key_id)
        )
        assert ("raw", raw) in under[one.pk] <= {("raw", raw), ("masked", masked)}


def a_quote_has_its_speakers_yes_to_these_very_words(
    run: "Lifecycle", there: list[Statement], rows: list[SealedModel]
) -> None:
    quotable = set(Statement.objects.quotable().values_list("pk", flat=True))
    masked = {(row.statement_id, row.number): row for row in rows}
    for one in there:
        assert one.is_quotable == (one.pk in quotable)
        if one.pk in quotable:
            assert one.is_ready
            words = masked[one.pk, one.masked_number].read("words")
            assert words and words == run.said[one.pk].agreed
            with clock.at(run.day):
                assert consenting.allows(one.speaker, Purpose.QUOTES)


def every_destroyed_key_is_in_the_ledger(run: "Lifecycle") -> None:
    destroyed = SealingKey.objects.filter(wrapped__isnull=True).values_list("pk", flat=True)
    entered = ledger.inside()
    assert {("key", key) for key in destroyed} <= entered
    assert {("participant", pk) for pk in run.left} <= entered
    assert {("statement", pk) for pk in run.taken_away} <= entered


def only_the_newest_code_enters(run: "Lifecycle") -> None:
    """Asked where something has happened to codes: it is a question for each code there was."""
    for pk, given in run.given.items():
        with clock.at(run.day):
            entered = [bool(codes.enter_with_token(one.token)) for one in given[-2:]]
        assert not any(entered[:-1])
        assert entered[-1] == (pk not in run.left)
