"""A centre's own Word template as the base of a document: its looks, and nothing else of it.

Kept are styles, page, header and footer. Removed is everything that tells of earlier documents
or people (text, properties, comments, thumbnail, tracked editing) and every link by which Word
would fetch something. Templates with macros are refused.
"""

import io
import re
import zipfile
from enum import StrEnum

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.opc.rel import Relationships
from docx.oxml.ns import nsmap, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from brukerstemmen.voices.notes.archive import Archive
from brukerstemmen.voices.notes.reading import Unreadable

from .looks import dress

LARGEST = 5 * 1024 * 1024  # bytes
A4 = Mm(210), Mm(297)
MARGIN = Mm(25)
_TYPES = "[Content_Types].xml"
_WORD = b"application/vnd.openxmlformats-officedocument.wordprocessingml."
_TOLD_OF_OTHERS = (
    "/thumbnail",
    "/core-properties",
    "/extended-properties",
    "/custom-properties",
    "/customXml",
    "/glossaryDocument",
    "/comments",
    "/commentsExtended",
    "/commentsIds",
    "/commentsExtensible",
    "/people",
    "/attachedTemplate",
    "/mailMergeSource",
    "/footnotes",
    "/endnotes",
    "/stylesWithEffects",
)
_SETTINGS_TOLD = (
    "attachedTemplate",
    "mailMerge",
    "trackRevisions",
    "rsids",
    "docVars",
    "footnotePr",
    "endnotePr",
)
# By these Word tells who changed what. What was taken away goes, what was added stays.
_TAKEN_AWAY = {"del", "moveFrom", "cellDel", "cellIns", "cellMerge", "numberingChange", "rsid"}
_ADDED = {"ins", "moveTo"}
_TOLD_OF_CHANGES = re.compile(
    r"(?:\w+PrChange|tblGridChange|comment\w+|(?:move|custom)\w+Range\w+)"
)
_NOTES = {"footnoteReference", "endnoteReference"}


class Why(StrEnum):
    """Why a template cannot be used."""

    NOT_WORD = "not_word"
    MACROS = "macros"
    FETCHES = "fetches"  # it would load something from elsewhere when opened


class UnusableTemplate(Exception):
    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why


def emptied(template: bytes | None) -> WordDocument:
    """An empty document with the looks of the template, or with plain ones if there is none.

    template: a .docx or .dotx file. Raises UnusableTemplate.
    """
    document = _plain() if template is None else _document(template)
    _forget_text(document)
    _forget_others(document)
    return document


def _plain() -> WordDocument:
    document = Document()
    page = document.sections[0]
    page.page_width, page.page_height = A4
    page.left_margin = page.right_margin = MARGIN
    dress(document)
    return document


def _document(template: bytes) -> WordDocument:
    if len(template) > LARGEST:
        raise UnusableTemplate(Why.NOT_WORD)
    try:
        Archive(template).xml(_TYPES)
        return Document(io.BytesIO(_as_document(template)))
    except (Unreadable, ValueError, KeyError, SyntaxError, AttributeError):
        raise UnusableTemplate(Why.NOT_WORD) from None


def _as_document(template: bytes) -> bytes:
    """The same file, saying that it is a document where it said it was a template."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(saved, "w") as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == _TYPES:
                if b"macroEnabled" in content or b"vbaProject" in content:
                    raise UnusableTemplate(Why.MACROS)
                content = content.replace(_WORD + b"template.main", _WORD + b"document.main")
            new.writestr(part.filename, content)
    return saved.getvalue()


def _forget_text(document: WordDocument) -> None:
    body = document.element.body
    for element in list(body):
        if element.tag != qn("w:sectPr"):
            body.remove(element)


def _forget_others(document: WordDocument) -> None:
    package = document.part.package
    settings = document.settings.element
    for name in _SETTINGS_TOLD:
        for element in settings.findall(qn(f"w:{name}")):
            settings.remove(element)
    _drop(package.rels)
    for identity in settings.xpath("*[local-name()='docId']"):
        settings.remove(identity)
    for part in package.iter_parts():
        _drop(part.rels)
        if isinstance(part, XmlPart):
            _forget_changes(part.element)
        for relation in part.rels.values():
            if relation.is_external and relation.reltype != RELATIONSHIP_TYPE.HYPERLINK:
                raise UnusableTemplate(Why.FETCHES)


def _forget_changes(root: BaseOxmlElement) -> None:
    for element in list(root.iter(f"{{{nsmap['w']}}}*")):
        name = element.tag.rpartition("}")[2]
        for mark in [one for one in element.attrib if "}rsid" in one]:
            del element.attrib[mark]
        holder = element.getparent()
        if holder is None:
            continue
        if name in _ADDED:
            for child in list(element):
                element.addprevious(child)
        if name in _TAKEN_AWAY | _ADDED | _NOTES or _TOLD_OF_CHANGES.fullmatch(name):
            holder.remove(element)


def _drop(relations: Relationships) -> None:
    for identity, relation in list(relations.items()):
        if relation.reltype.endswith(_TOLD_OF_OTHERS):
            del relations[identity]
