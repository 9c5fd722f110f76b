"""Statements side by side with what may point at somebody, and the wording that may go on."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from django.db.models import Count, F
from django.utils.functional import Promise

from brukerstemmen.masking.spans import Context, Label
from brukerstemmen.voices.finding import Hit, hits_in, suggestion
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.models.statements import READY
from brukerstemmen.voices.showing.words import contested_among, said
from brukerstemmen.voices.states import StatementState
from brukerstemmen.voices.wording import meetings as wording

SURE, LIKELY = 0.8, 0.5  # from these scores on a hit is called sure, or likely


@dataclass(frozen=True)
class Piece:
    """A stretch of the original: plain, or marked. is_decided: a person has seen to it."""

    text: str
    hit: Hit | None = None
    is_decided: bool = False

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
        return f"{self.statement.raw_number}-{self.statement.masked_number}"


@dataclass(frozen=True)
class Typed:
    """What somebody sent that could not be saved: it stands in the page again."""

    words: str
    kept: Mapping[str, str]
    errors: list[str]


def sheets(
    statements: Sequence[Statement],
    context: Context,
    typed: Mapping[uuid.UUID, Typed] | None = None,
    *,
    is_masked: bool = False,
) -> list[Sheet]:
    """These statements, ready to be read. Five queries.

    is_masked: the masking of their meeting is finished; what is new since is read all the same.
    """
    masked = _masked(statements)
    contested = contested_among(statements) | _masked_contested(statements)
    return [
        _sheet(
            one.statement,
            one.words,
            masked.get(one.pk),
            context,
            is_contested=one.pk in contested,
            is_shut=is_masked and one.statement.is_ready,
            typed=(typed or {}).get(one.pk),
        )
        for one in said(statements)
    ]


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
) -> Sheet:
    kept: Mapping[str, str] = {}
    if typed is not None:
        words, kept = typed.words, typed.kept
    elif statement.is_read and masked is not None:
        words = masked.read("words")
        kept = {hit.read("text"): hit.read("why") for hit in masked.kept_hits.all()}
    else:
        words = suggestion(raw, statement.language, context)
    hits = {hit.text: hit for hit in hits_in(words, statement.language, context)}
    open_texts = {text for text in hits if text not in kept}
    marked = pieces(raw, hits_in(raw, statement.language, context))
    if statement.is_read:
        marked = [replace(one, is_decided=one.text not in open_texts) for one in marked]
    return Sheet(
        statement=statement,
        pieces=marked,
        words=words,
        left=[Left(hit, kept.get(text, "")) for text, hit in hits.items()],
        is_contested=is_contested,
        is_shut=is_shut,
        is_changed=masked is not None and not statement.is_read,
        errors=typed.errors if typed else [],
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
    """How many statements there are, wait, are ready, and are read with something left."""
    rows = Statement.objects.filter(user_meeting=meeting)
    told = rows.aggregate(all=Count("pk"), ready=Count("pk", filter=READY))
    left = rows.with_unresolved_hits().count()
    return {**told, "waiting": told["all"] - told["ready"], "left": left}
