"""The internal draft as a Word document: real headings, real tables, nothing about who wrote it."""

from collections.abc import Iterable

from .content import Draft, Line, ThemePart, Words
from .figures import Figures, by_theme, totals
from .wordfile import WordFile


def write_docx(draft: Draft, *, words: Words, template: bytes | None = None) -> bytes:
    """The draft as .docx.

    words: the fixed wording in the draft's language.
    template: the centre's own .docx or .dotx, for its looks. Raises UnusableTemplate.
    """
    file = WordFile(template, language=draft.language, own_style=words.statement_style)
    _Writer(file, draft, words).write()
    return file.saved(made_on=draft.made_on)


class _Writer:
    def __init__(self, file: WordFile, draft: Draft, words: Words) -> None:
        self._file, self._draft, self._words = file, draft, words

    def write(self) -> None:
        draft, words = self._draft, self._words
        self._file.describe(draft.title, made_on=draft.made_on)
        self._warn()
        self._file.number_pages(words.page)
        self._front()
        self._numbers()
        for theme in draft.themes:
            self._theme(theme)
        if draft.unsorted:
            self._file.heading(words.unsorted, 1)
            self._lines(draft.unsorted)
        if draft.method:
            self._file.heading(words.method, 1)
            for sentence in draft.method:
                self._file.paragraph(sentence, "List Bullet")

    def _warn(self) -> None:
        """The warning above, on every kind of page."""
        for header, _footer in self._file.frames():
            first = header.paragraphs[0] if header.paragraphs else header.add_paragraph()
            style = self._file.style("Header")
            warning = first.insert_paragraph_before(self._words.internal, style)
            warning.runs[0].bold = True

    def _front(self) -> None:
        draft, words = self._draft, self._words
        self._file.heading(draft.title, 0)
        self._file.paragraph(words.internal).runs[0].bold = True
        for label, told in (
            (words.centre, draft.centre),
            (words.service, draft.service),
            (words.made_on, draft.made_on.strftime(words.date_format)),
        ):
            self._file.paragraph(f"{label}: {told}")
        if draft.promise:
            self._file.heading(words.promise, 1)
            self._file.paragraph(draft.promise)

    def _numbers(self) -> None:
        draft, words = self._draft, self._words
        self._file.heading(words.in_numbers, 1)
        self._table(totals(draft, words))
        if draft.waiting:
            self._file.paragraph(words.waiting.format(count=draft.waiting))
        if draft.themes:
            self._table(by_theme(draft, words))

    def _table(self, figures: Figures) -> None:
        self._file.table(figures.caption, figures.header, figures.rows)

    def _theme(self, theme: ThemePart) -> None:
        words = self._words
        self._file.heading(theme.name, 1)
        if theme.definition:
            self._file.paragraph(theme.definition)
        people = words.too_few if theme.people is None else theme.people
        told = f"{words.people}: {people} · {words.statements}: {theme.statements}"
        self._file.paragraph(told)
        for kind, lines in theme.lines():
            self._file.heading(words.kind(kind), 2)
            self._lines(lines)

    def _lines(self, lines: Iterable[Line]) -> None:
        empty = True
        for line in lines:
            empty = False
            told = f"{self._words.opening}{line.words}{self._words.closing}"
            paragraph = self._file.paragraph(told, self._words.statement_style, lang=line.lang)
            if line.quotable:
                paragraph.add_run(f" [{self._words.may_be_quoted}]").italic = True
        if empty:
            self._file.paragraph(self._words.nothing)
