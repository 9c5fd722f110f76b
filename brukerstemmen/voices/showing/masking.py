"""Statements side by side with what may point at somebody, and the wording that may go on."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Count, F
from django.utils.functional import Promise

from brukerstemmen.masking.replace import Naming, notes
from brukerstemmen.masking.spans import Context, Label
from brukerstemmen.voices.finding import (
    MASKED_UNSEEN,
    TOO_LONG,
    Hit,
    hits_in,
    is_too_long,
    offer_for,
)
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import FOR_SECOND, READY
from brukerstemmen.voices.names import NOTHING_CHOSEN, Choices, first_wording
from brukerstemmen.voices.showing.given_back import Asked, asked_about
from brukerstemmen.voices.showing.words import contested_among, said
from brukerstemmen.voices.states import StatementState
from brukerstemmen.voices.wording import meetings as wording

MOST_OFFERED = 3  # more to choose from takes longer than writing
SURE, LIKELY = 0.8, MASKED_UNSEEN  # from these scores on a hit is called sure, or likely


@dataclass(frozen=True)
class Piece:
    """A stretch of the original: plain, or marked. is_decided: a person has seen to it."""

    text: str
    hit: Hit | None = None
    is_decided: bool = False
    stands: bool = False  # it is in the wording that goes on

    @property
    def label(self) -> str:
        return self.hit.span.label.upper() if self.hit else ""

    @property
    def name(self) -> Promise | str:
        return wording.LABELS[self.hit.span.label] if self.hit else ""

    @property
    def why(self) -> Promise | str:
        return wording.FOUND_BECAUSE[self.hit.span.why] if self.hit else ""

    @property
    def score(self) -> str:
        score = self.hit.span.score if self.hit else 0
        return "sure" if score >= SURE else "likely" if score >= LIKELY else "unsure"


@dataclass(frozen=True)
class Left:
    """Something that still stands in the wording. reason: why it may be kept, as written."""

    hit: Hit
    reason: str = ""
    stretch: str = ""  # what the words that are offered stand in place of; it holds the hit
    instead: tuple[str, ...] = ()  # what it may be called, the best first
    noted: tuple[Promise | str, ...] = ()  # what to know about it besides why it was found

    @property
    def is_clue(self) -> bool:
        """It points at somebody only together with other things, and may matter to the speaker."""
        return self.hit.span.label is Label.QUASI

    @property
    def is_to_be_checked(self) -> bool:
        """Too unsure to be masked before a person has looked."""
        return self.hit.span.score < MASKED_UNSEEN

    @property
    def text(self) -> str:
        return self.hit.text

    @property
    def may_be_kept(self) -> bool:
        return self.hit.may_be_kept

    @property
    def name(self) -> Promise | str:
        return wording.LABELS[self.hit.span.label]

    @property
    def why(self) -> Promise | str:
        return wording.FOUND_BECAUSE[self.hit.span.why]


@dataclass(frozen=True)
class Sheet:
    """One statement to read. words: the saved wording, or one that is suggested."""

    statement: Statement
    pieces: list[Piece]
    words: str
    left: list[Left]
    is_contested: bool = False
    is_changed: bool = False  # the original has been changed since somebody masked it
    is_shut: bool = False  # the meeting is masked, and so is this: nothing to read now
    errors: list[str] = field(default_factory=list)
    asked: Asked | None = None  # a second reader has asked to look at it again
    typed_on: str = ""  # the versions that stood beside it when the words in it were typed

    @property
    def pk(self) -> uuid.UUID:
        return self.statement.pk

    @property
    def number(self) -> int:
        return self.statement.position

    @property
    def speaker(self) -> str:
        return self.statement.speaker.code if self.statement.speaker else ""

    @property
    def is_reworded(self) -> bool:
        """The one who said it has given new words."""
        return self.statement.state_now is StatementState.REWORDED

    @property
    def seen(self) -> str:
        """The versions this page shows, so that a change made meanwhile is noticed."""
        return self.typed_on or f"{self.statement.raw_number}-{self.statement.masked_number}"


@dataclass(frozen=True)
class Typed:
    """What somebody sent that is not saved: it stands in the page again.

    words: None where nobody has changed what stood there.
    based_on: the versions they were written beside, as in `Sheet.seen`; "" for those of now.
    """

    words: str | None
    kept: Mapping[str, str]
    errors: list[str]
    based_on: str = ""


def saved_words(typed: Mapping[uuid.UUID, Typed]) -> dict[uuid.UUID, str]:
    """The masked wordings that stood in the page, where it showed what was saved."""
    rows = MaskedWording.objects.filter(statement__in=list(typed), statement__masked_number__gt=0)
    return {
        row.statement_id: row.read("words")
        for row in rows.select_related("key__outer__outer")
        if typed[row.statement_id].based_on.endswith(f"-{row.number}")
    }


def sheets(
    statements: Sequence[Statement],
    context: Context,
    typed: Mapping[uuid.UUID, Typed] | None = None,
    *,
    is_masked: bool = False,
    choices: Choices = NOTHING_CHOSEN,
    naming: Naming | None = None,
) -> list[Sheet]:
    """These statements, ready to be read. Five queries.

    choices: what was chosen for names of their meeting. naming: who is who in it.
    is_masked: the masking of their meeting is finished; what is new since is read all the same.
    """
    masked = _masked(statements)
    contested = contested_among(statements) | _masked_contested(statements)
    asked = asked_about(statements)
    found = [
        _sheet(
            one.statement,
            one.words,
            masked.get(one.pk),
            context,
            is_contested=one.pk in contested,
            is_shut=is_masked and one.statement.is_ready,
            typed=(typed or {}).get(one.pk),
            choices=choices,
            naming=naming,
        )
        for one in said(statements)
    ]
    return [replace(sheet, asked=asked.get(sheet.pk)) for sheet in found]


def _masked(statements: Sequence[Statement]) -> dict[uuid.UUID, MaskedWording]:
    versions = MaskedWording.objects.filter(
        statement__in=statements, number=F("statement__masked_number")
    ).select_related("key__outer__outer")
    related = versions.prefetch_related("kept_hits__key__outer__outer")
    return {version.statement_id: version for version in related}


def _masked_contested(statements: Sequence[Statement]) -> set[uuid.UUID]:
    rivals = MaskedWording.objects.filter(statement__in=statements, rival_of__isnull=False)
    return set(rivals.values_list("statement", flat=True))


def _sheet(
    statement: Statement,
    raw: str,
    masked: MaskedWording | None,
    context: Context,
    *,
    is_contested: bool,
    is_shut: bool,
    typed: Typed | None,
    choices: Choices,
    naming: Naming | None,
) -> Sheet:
    words, kept = _wording(statement, raw, masked, context, typed, choices)
    hits = _standing(words, statement.language, context)
    open_texts = {text for text in hits if text not in kept}
    marked = pieces(raw, hits_in(raw, statement.language, context))
    if statement.is_read:
        marked = [replace(one, is_decided=one.text not in open_texts) for one in marked]
    marked = [replace(one, stands=one.text in hits) for one in marked]
    return Sheet(
        statement=statement,
        pieces=marked,
        words=words,
        left=[
            _left(words, hit, statement.language, kept.get(hit.text, ""), naming)
            for hit in hits.values()
        ],
        is_contested=is_contested,
        is_shut=is_shut,
        is_changed=masked is not None and not statement.is_read,
        errors=_errors(words, typed),
        typed_on=typed.based_on if typed and typed.words is not None else "",
    )


def _wording(
    statement: Statement,
    raw: str,
    masked: MaskedWording | None,
    context: Context,
    typed: Typed | None,
    choices: Choices,
) -> tuple[str, Mapping[str, str]]:
    """What stands in the page: what was typed, what is saved, or what is suggested; and what is
    kept in it, with the reasons."""
    if typed is not None and typed.words is not None:
        return typed.words, typed.kept
    reasons = {text: why for text, why in typed.kept.items() if why} if typed else {}
    if statement.is_read and masked is not None:
        saved = {hit.read("text"): hit.read("why") for hit in masked.kept_hits.all()}
        return masked.read("words"), saved | reasons
    words, chosen = first_wording(raw, statement.language, context, choices)
    return words, chosen | reasons


def _standing(words: str, language: str, context: Context) -> dict[str, Hit]:
    """What stands in the wording, each once; `_errors` says where nobody has looked."""
    if is_too_long(words):
        return {}
    return {hit.text: hit for hit in hits_in(words, language, context)}


def _errors(words: str, typed: Typed | None) -> list[str]:
    told = typed.errors if typed else []
    return [*told, str(TOO_LONG)] if is_too_long(words) else told


def _left(words: str, hit: Hit, language: str, reason: str, naming: Naming | None) -> Left:
    offered = offer_for(words, hit, language, naming)
    # To leave all of it out is a choice too, but never the one nearest at hand.
    best = sorted(offered.words, key=lambda said: not said)
    return Left(
        hit,
        reason,
        stretch=words[offered.start : offered.end],
        instead=tuple(best[:MOST_OFFERED]),
        noted=tuple(wording.NOTES[note] for note in notes(words, hit.span, language)),
    )


def pieces(words: str, hits: Sequence[Hit]) -> list[Piece]:
    """The words cut where the hits begin and end; together they are the words again."""
    found, at = [], 0
    for hit in sorted(hits, key=lambda hit: hit.span.start):
        if hit.span.start < at:
            continue
        found += [Piece(words[at : hit.span.start]), Piece(hit.text, hit)]
        at = hit.span.end
    return [piece for piece in (*found, Piece(words[at:])) if piece.text]


@dataclass(frozen=True)
class LabelCount:
    label: str
    name: Promise | str
    count: int


def legend(shown: Sequence[Sheet]) -> list[LabelCount]:
    """What kinds of hits there are on the page, and how many of each."""
    counts: dict[Label, int] = {}
    for sheet in shown:
        for piece in sheet.pieces:
            if piece.hit:
                label = piece.hit.span.label
                counts[label] = counts.get(label, 0) + 1
    return [LabelCount(label.upper(), wording.LABELS[label], counts[label]) for label in counts]


def counts(meeting: UserMeeting) -> dict[str, int]:
    """How many statements there are, wait, are ready, and are read with something left; second:
    wait for a second reader."""
    rows = Statement.objects.filter(user_meeting=meeting)
    told = rows.aggregate(
        all=Count("pk"),
        ready=Count("pk", filter=READY),
        second=Count("pk", filter=FOR_SECOND),
    )
    left = rows.with_unresolved_hits().count()
    return {**told, "waiting": told["all"] - told["ready"] - told["second"], "left": left}
