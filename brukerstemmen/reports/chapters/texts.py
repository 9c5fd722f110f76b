"""Text that people have written, as parts of a document."""

from brukerstemmen.people.paragraphs import Block, blocks
from brukerstemmen.reports.document import Bullets, Heading, Paragraph, Part


def parts_of(text: str, level: int = 3) -> list[Part]:
    """Headings, paragraphs and lists. level: of the headings in it.

    >>> [part.kind for part in parts_of("What we saw\\n\\nPeople were met.\\n\\n- one\\n- two")]
    ['heading', 'paragraph', 'bullets']
    """
    return [_part(block, level) for block in blocks(text)]


def _part(block: Block, level: int) -> Part:
    if block.kind == "list":
        return Bullets(block.items)
    return Heading(block.text, level) if block.kind == "heading" else Paragraph(block.text)


def paragraphs_of(text: str) -> list[Part]:
    """Short texts in which nothing is a heading: paragraphs and lists.

    >>> [part.kind for part in paragraphs_of("They were met\\n\\n- one")]
    ['paragraph', 'bullets']
    """
    return [Paragraph(part.text) if isinstance(part, Heading) else part for part in parts_of(text)]


def chapter(title: str, parts: list[Part]) -> list[Part]:
    """A chapter with its heading; nothing where there is nothing in it."""
    return [Heading(title), *parts] if parts else []


def lines_of(text: str) -> tuple[str, ...]:
    """One point a line."""
    return tuple(line for each in text.splitlines() if (line := each.strip().removeprefix("- ")))
