"""The words people use in notes, in bokmål, nynorsk and English, and the names of columns."""

import re
import unicodedata

from brukerstemmen.voices.kinds import Kind

from .reading import Field


def _words(listed: str) -> list[str]:
    return [word.strip() for word in listed.split(",")]


# Words that stand for a kind in a cell, or before a colon: "Ikke bra: ..."
KIND_WORDS: dict[str, Kind] = {
    **dict.fromkeys(_words("bra, positivt, pluss, good, plus"), Kind.GOOD),
    **dict.fromkeys(
        _words("ikke bra, ikkje bra, negativt, minus, not good, not_good, bad"), Kind.NOT_GOOD
    ),
    **dict.fromkeys(_words("forslag, framlegg, fremlegg, proposal, suggestion"), Kind.PROPOSAL),
    **dict.fromkeys(
        _words("annet, annet viktig, anna, anna viktig, other, other important"), Kind.OTHER
    ),
}

# The turns of a question guide, which as headings say the kind of what stands below.
KIND_HEADINGS: dict[str, Kind] = {
    **KIND_WORDS,
    **dict.fromkeys(
        _words("hva er bra, det som er bra, kva er bra, what is good, what's good"), Kind.GOOD
    ),
    **dict.fromkeys(
        _words(
            "hva er ikke bra, det som ikke er bra, kva er ikkje bra, det som ikkje er bra, "
            "what is not good, what's not good"
        ),
        Kind.NOT_GOOD,
    ),
    **dict.fromkeys(
        _words(
            "hvordan kan det bli bedre, hva kan bli bedre, korleis kan det bli betre, "
            "kva kan bli betre, how can it be better, how could it be better, proposals"
        ),
        Kind.PROPOSAL,
    ),
}

# The group, or somebody the note-taker did not see: a statement without speaker.
NOBODY_IN_PARTICULAR = frozenset(
    _words(
        "ukjent, ukjend, ukjent/gruppa, ukjend/gruppa, gruppa, gruppen, gruppe, alle, flere, "
        "fleire, felles, unknown, unknown/group, group, the group, all, several"
    )
)

COLUMN_NAMES: dict[str, Field] = {
    **dict.fromkeys(
        _words(
            "utsagn, utsegn, utsegner, tekst, rånotat, notat, notater, sitat, ord, ytring, "
            "hva ble sagt, hva som ble sagt, kva vart sagt, statement, statements, words, text, "
            "note, notes, quote, what was said"
        ),
        Field.WORDS,
    ),
    **dict.fromkeys(
        _words(
            "deltaker, deltakar, deltagar, deltager, delt, kode, deltakerkode, deltakarkode, "
            "hvem, kven, hvem sa det, kven sa det, speaker, participant, participant code, "
            "informant, code"
        ),
        Field.SPEAKER,
    ),
    **dict.fromkeys(
        _words(
            "type, kind, slag, bra, tegn, teikn, fortegn, sign, +, +/-, +/−, pluss/minus, "
            "bra/ikke bra, bra / ikke bra, bra/ikkje bra"
        ),
        Field.KIND,
    ),
    **dict.fromkeys(_words("tema, theme, emne, topic, kategori, category"), Field.THEME),
    **dict.fromkeys(_words("spørsmål, spørsmal, spm, question"), Field.QUESTION),
}

# Facts about the meeting, which are no statements.
METADATA = re.compile(
    r"(?:dato|date|sted|stad|place|tid|time|klokkeslett|klokka|møte|brukermøte|meeting|til stede|"
    r"tilstede|til stades|present|skriver|skrivar|referent|intervjuer|intervjuar|intervjuere|"
    r"intervjuarar|interviewer|interviewers|note-taker|møteleder|møteleiar|tjeneste|teneste|"
    r"service)\s*:",
    re.IGNORECASE,
)
TITLES = re.compile(
    r"(?:brukermøte|gruppemøte|møte|notat|notater|notatar|referat|user meeting|notes)\b",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?:(?P<theme>tema|theme|emne|topic)|(?P<question>spørsmål|spørsmal|question))"
    r"(?:\s*\d{1,2})?\s*:(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)
ASKING = frozenset(
    _words(
        "hva, hvem, hvordan, hvorfor, hvor, når, hvilke, hvilken, hvilket, kva, kven, korleis, "
        "kvifor, kor, kvar, what, who, how, why, where, when, which"
    )
)

# What the writer calls columns and kinds; the reader knows them all.
COLUMN_LABELS: dict[str, dict[Field, str]] = {
    "nb": {
        Field.SPEAKER: "Deltaker",
        Field.KIND: "Type",
        Field.THEME: "Tema",
        Field.QUESTION: "Spørsmål",
        Field.WORDS: "Utsagn",
    },
    "nn": {
        Field.SPEAKER: "Deltakar",
        Field.KIND: "Type",
        Field.THEME: "Tema",
        Field.QUESTION: "Spørsmål",
        Field.WORDS: "Utsegn",
    },
    "en": {
        Field.SPEAKER: "Participant",
        Field.KIND: "Kind",
        Field.THEME: "Theme",
        Field.QUESTION: "Question",
        Field.WORDS: "Statement",
    },
}
KIND_LABELS: dict[str, dict[Kind, str]] = {
    "nb": {
        Kind.GOOD: "bra",
        Kind.NOT_GOOD: "ikke bra",
        Kind.PROPOSAL: "forslag",
        Kind.OTHER: "annet",
    },
    "nn": {
        Kind.GOOD: "bra",
        Kind.NOT_GOOD: "ikkje bra",
        Kind.PROPOSAL: "framlegg",
        Kind.OTHER: "anna",
    },
    "en": {
        Kind.GOOD: "good",
        Kind.NOT_GOOD: "not good",
        Kind.PROPOSAL: "proposal",
        Kind.OTHER: "other",
    },
}

# In a cell of its own a sign cannot be a bullet, so hyphens and rings are certain there.
CELL_SIGNS: dict[str, Kind] = {
    **dict.fromkeys(("+", "＋", "➕", "(+)"), Kind.GOOD),
    **dict.fromkeys(("-", "−", "–", "—", "÷", "➖", "(-)"), Kind.NOT_GOOD),
    **dict.fromkeys(("→", "->", "-->", "=>", "⇒", "➔", "➜", "\uf0e0", "\uf0e8"), Kind.PROPOSAL),
    **dict.fromkeys(("○", "◯", "⚪", "o", "O", "0", "◦"), Kind.OTHER),
}

_SPACES = re.compile(r"\s+")


def folded(text: str) -> str:
    """The text for comparing words: small letters, single spaces, no colon or full stop at the end.

    >>> folded("  Hva er  ikke bra? ")
    'hva er ikke bra'
    """
    plain = unicodedata.normalize("NFC", text).casefold()
    return _SPACES.sub(" ", plain).strip(" *_:.?!")


def kind_of(cell: str) -> Kind | None:
    """The kind a cell of its own stands for, or None if it is none of ours.

    >>> kind_of("Ikkje bra"), kind_of("−"), kind_of("kanskje")
    (<Kind.NOT_GOOD: 'not_good'>, <Kind.NOT_GOOD: 'not_good'>, None)
    """
    plain = cell.strip()
    if plain in CELL_SIGNS:
        return CELL_SIGNS[plain]
    return KIND_WORDS.get(folded(plain))


def field_of(name: str) -> Field | None:
    """What a column with this heading holds, or None if the heading is not known."""
    return COLUMN_NAMES.get(folded(name))
