"""NorNE, the annotated newspapers, blogs and reports: read from where somebody has laid them.

The texts may not be republished, so nothing here keeps or prints them: the folder is given on the
command line and holds `nob-dev.conllu.xz` and `nno-dev.conllu.xz`.
"""

import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.masking.pieces import Mention, Piece

LANGUAGES = {"nb": "nob", "nn": "nno"}
SENTENCES = 40  # to a document: about what one meeting says
KINDS = {
    "PER": "PERSON",
    "LOC": "PLACE",
    "GPE_LOC": "PLACE",
    "GPE_ORG": "PLACE",
    "ORG": "ORG",
}


@dataclass(frozen=True)
class Token:
    """form: as written. name: "O", "B-PER", "I-PER". glued: no space after it."""

    form: str
    name: str
    glued: bool


def sentences(folder: Path, lang: str, part: str = "dev") -> Iterator[list[Token]]:
    """The sentences of one part, in their order."""
    tokens: list[Token] = []
    with lzma.open(folder / f"{LANGUAGES[lang]}-{part}.conllu.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                tokens.append(_token(line))
            elif tokens:
                yield tokens
                tokens = []
    if tokens:
        yield tokens


def _token(line: str) -> Token:
    columns = line.rstrip("\n").split("\t")
    told = dict(pair.split("=", 1) for pair in columns[9].split("|") if "=" in pair)
    return Token(columns[1], told.get("name", "O"), told.get("SpaceAfter") == "No")


def pieces(folder: Path, lang: str, part: str = "dev") -> list[Piece]:
    """Each sentence as plain text with its names marked; a group is a document of forty."""
    return [
        _piece(tokens, lang, number) for number, tokens in enumerate(sentences(folder, lang, part))
    ]


def _piece(tokens: list[Token], lang: str, number: int) -> Piece:
    text, words = "", []
    for token in tokens:
        words.append((len(text), len(text) + len(token.form)))
        text += token.form if token.glued else f"{token.form} "
    group = f"{lang}-{number // SENTENCES}"
    counted = tuple(word for word in words if any(map(str.isalnum, text[word[0] : word[1]])))
    name = f"{lang}-{number}"
    return Piece(name, group, lang, text.rstrip(), tuple(_mentions(tokens, words)), {}, counted)


def _mentions(tokens: list[Token], words: list[tuple[int, int]]) -> Iterator[Mention]:
    """Names over their whole length, however many words."""
    for first, last, kind in _names(tokens):
        start, end = words[first][0], words[last][1]
        yield Mention(start, end, KINDS.get(kind, kind), f"{start}", wanted=kind in KINDS)


def stretches(tokens: list[Token]) -> list[tuple[int, int, str]]:
    """The names that must be found: first token, the one after the last, and our label."""
    return [(first, last + 1, KINDS[kind]) for first, last, kind in _names(tokens) if kind in KINDS]


def _names(tokens: list[Token]) -> Iterator[tuple[int, int, str]]:
    """First token, last token and NorNE's own type of every name."""
    open_kind, first = "", 0
    for at, token in enumerate([*tokens, Token("", "O", glued=False)]):
        begun, kind = token.name[:1], token.name[2:]
        if open_kind and not (begun == "I" and kind == open_kind):
            yield first, at - 1, open_kind
            open_kind = ""
        if begun in ("B", "I") and not open_kind:
            open_kind, first = kind, at
