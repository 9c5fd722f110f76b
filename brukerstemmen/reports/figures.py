"""The numbers of a draft as tables, the same for the page, the document and the spreadsheet."""

from dataclasses import dataclass

from .content import Draft, Words

Cell = str | int


@dataclass(frozen=True)
class Figures:
    """A table with a caption. The first column names the row, the others are numbers or words."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def totals(draft: Draft, words: Words) -> Figures:
    """People, meetings and statements over the whole evaluation."""
    numbers = draft.numbers
    return Figures(
        words.numbers_caption,
        (words.what, words.number),
        (
            (words.people, _people(numbers.people, words)),
            (words.attendances, _people(numbers.attendances, words)),
            (words.meetings, numbers.meetings),
            (words.statements, numbers.statements),
            (words.unspoken, numbers.unspoken),
        ),
    )


def by_theme(draft: Draft, words: Words) -> Figures:
    """People and statements by theme, and how many lines of each kind may be read.

    No sum: one person may speak to several themes, and statements that wait are not in the kinds.
    """
    header = (words.theme, words.people, words.statements, words.may_be_quoted)
    kinds = (words.good, words.not_good, words.proposals, words.other, words.unmarked)
    return Figures(
        words.by_theme,
        header + kinds,
        tuple(
            (
                theme.name,
                _people(theme.people, words),
                theme.statements,
                theme.quotable,
                len(theme.good),
                len(theme.not_good),
                len(theme.proposals),
                len(theme.other),
                len(theme.unmarked),
            )
            for theme in draft.themes
        ),
    )


def _people(count: int | None, words: Words) -> Cell:
    return words.too_few if count is None else count
