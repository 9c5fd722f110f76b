"""What a page says, as plain text: for search, which weighs a heading more than a line of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils import translation
from wagtail import blocks
from wagtail.fields import RichTextField
from wagtail.rich_text import get_text_for_indexing

from brukerstemmen.library import deciding, kinds
from brukerstemmen.library.models import DoorPage, LibraryPage, PublicationPage, Shows

# These show what stands elsewhere, and it is found there.
_SHOW_OTHERS = frozenset({"pages", "figures"})
_ENDS = (".", "!", "?", ":", "…")


@dataclass
class Plain:
    """text: all that the page says below its first paragraph, headings too, in order."""

    title: str
    summary: str
    labels: str = ""
    headings: list[str] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Every part a sentence, so that an extract can begin at one."""
        return " ".join(one if one.endswith(_ENDS) else f"{one}." for one in self.parts)


def plain(page: LibraryPage) -> Plain:
    """What a page says, in its own language. The page is of its own kind, not only a row of all."""
    with translation.override(page.locale.language_code):
        labels = [kinds.word(page.kind_key), *(label.word for label in page.labels.all())]
    told = Plain(page.title, page.summary, " ".join(labels))
    told.parts += _own_fields(page)
    for child in page.body:
        if child.block_type not in _SHOW_OTHERS:
            for name, said in _said(child.block, child.value):
                told.parts.append(said)
                told.headings += [said] if name == "title" else []
                told.terms += [said] if name == "term" else []
    if isinstance(page, PublicationPage):
        told.headings += (of_report := _of_report(page))
        told.parts += of_report
    if isinstance(page, DoorPage) and page.shows == Shows.HELPER:
        told.parts += _asked_by_helper(page.locale.language_code)
    return told


def _own_fields(page: LibraryPage) -> list[str]:
    """The words in the fields that only its kind has."""
    fields = [
        one
        for one in type(page)._meta.local_concrete_fields
        if isinstance(one, models.CharField | models.TextField)
        and not isinstance(one, models.URLField)
        and not one.choices
    ]
    return [said for one in fields if (said := _without_tags(one, getattr(page, one.name)))]


def _without_tags(told_in: Any, said: str) -> str:
    return _one_line(said) if isinstance(told_in, RichTextField) else said.strip()


def _one_line(rich: str) -> str:
    return " ".join(get_text_for_indexing(rich).split())


def _said(block: Any, value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text in a block, in order, with the name of its field."""
    if isinstance(block, blocks.StructBlock):
        for child, inner in block.child_blocks.items():
            yield from _said(inner, value.get(child), child)
    elif isinstance(block, blocks.ListBlock):
        for one in value:
            yield from _said(block.child_block, one, name)
    elif said := _text(block, value):
        yield name, said


def _text(block: Any, value: Any) -> str:
    if isinstance(block, blocks.RichTextBlock):
        return _one_line(value.source) if value else ""
    return value.strip() if isinstance(block, blocks.CharBlock) and value else ""


def _of_report(page: PublicationPage) -> list[str]:
    """Its themes, and what each finding is called. Never quotes: words can be taken back."""
    themes = page.themes.values_list("name", flat=True)
    return [*themes, *page.findings.values_list("title", flat=True)]


def _asked_by_helper(language: str) -> list[str]:
    table = deciding.load()
    words = [one.text for one in table.questions]
    words += [said for one in table.degrees.values() for said in (one.name, one.means)]
    words += [one.name for one in table.arenas.values()]
    return [one.said_in(language) for one in words]
