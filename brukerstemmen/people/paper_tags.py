"""The language of each part of a tagged print file, which its maker leaves out."""

from collections.abc import Iterator
from typing import Any

_TAGS = {"p": "/P", "blockquote": "/BlockQuote"}  # what may be in another language than the rest


def say_languages(document: Any, pdf: Any) -> None:
    """Write the `lang` of paragraphs and quotes into their tags.

    document, pdf: WeasyPrint's, just before the file is written. Boxes and tags come in the same
    order, since one is made from the other.
    """
    boxes = [box for page in document.pages for box in _boxes(page._page_box)]
    tags = [one for one in pdf.objects if isinstance(one, dict) and one.get("S") in _TAGS.values()]
    if len(boxes) != len(tags):
        return  # a file without languages is better than none; a test tells
    for box, tag in zip(boxes, tags, strict=True):
        if lang := box.element.attrib.get("lang"):
            import pydyf

            tag["Lang"] = pydyf.String(lang)


def _boxes(box: Any) -> Iterator[Any]:
    from weasyprint.formatting_structure.boxes import BlockLevelBox

    if isinstance(box, BlockLevelBox) and box.element is not None and box.element_tag in _TAGS:
        yield box
    for child in getattr(box, "children", ()):
        yield from _boxes(getattr(child, "_box", child))
