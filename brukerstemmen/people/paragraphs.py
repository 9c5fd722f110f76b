"""Plain text as the parts a page is made of: headings, paragraphs, lists. Nothing is marked up.

Empty lines divide. A single line without an end sign is a heading; lines that begin with "- " are
a list.
"""

from dataclasses import dataclass, field

_ENDS = (".", "!", "?", ":", ";", ",")


@dataclass(frozen=True)
class Block:
    """kind: heading, paragraph or list."""

    kind: str
    text: str = ""
    items: tuple[str, ...] = field(default=())


def blocks(text: str) -> list[Block]:
    """The parts of a text, in order.

    >>> [block.kind for block in blocks("What we value\\n\\nWe listen.\\n\\n- one\\n- two")]
    ['heading', 'paragraph', 'list']
    """
    parts = "\n".join(line.strip() for line in text.splitlines()).split("\n\n")
    return [_block(part.strip()) for part in parts if part.strip()]


def _block(part: str) -> Block:
    lines = part.splitlines()
    if all(line.startswith("- ") for line in lines):
        return Block("list", items=tuple(line.removeprefix("- ").strip() for line in lines))
    question = part.endswith("?") and len(part) < 60
    if len(lines) == 1 and len(part) < 80 and (question or not part.endswith(_ENDS)):
        return Block("heading", text=part)
    return Block("paragraph", text=" ".join(lines))
