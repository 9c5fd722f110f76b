"""Notes as people send them, made on the spot."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.notes.parsing import parse_pasted
from brukerstemmen.voices.notes.reading import Reading, Row

DEMO = Path(__file__).parents[3] / "brukerstemmen" / "journey" / "demo"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


@pytest.fixture(scope="session")
def demo() -> list[Row]:
    """The sixty statements of the demo project, with themes and without line numbers."""
    with (DEMO / "notes.csv").open(encoding="utf-8", newline="") as file:
        return [
            Row(0, told["words"], told["speaker"], Kind(told["kind"]), told["theme"])
            for told in csv.DictReader(file, delimiter=";")
        ]


@pytest.fixture
def read() -> Callable[[str], Reading]:
    """Read a text whose lines stand under each other in the test."""
    return lambda text: parse_pasted(text.strip("\n"))


@pytest.fixture
def archive() -> Callable[..., bytes]:
    def made(parts: dict[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
        saved = io.BytesIO()
        with zipfile.ZipFile(saved, "w", packing) as file:
            for name, content in parts.items():
                file.writestr(name, content)
        return saved.getvalue()

    return made


@pytest.fixture
def word(archive: Callable[..., bytes]) -> Callable[..., bytes]:
    """A Word document around this body, written by hand as XML."""

    def made(body: str, head: str = "", **parts: str) -> bytes:
        return archive(
            {
                "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r1" '
                f'Type="{OFFICE}" Target="word/document.xml"/></Relationships>',
                "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
                **{f"word/{name}.xml": content for name, content in parts.items()},
            }
        )

    return made


@pytest.fixture
def paragraph() -> Callable[..., str]:
    def made(text: str, properties: str = "", bold: bool = False) -> str:
        weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
        lines = escape(text).split("\n")
        told = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
        return f"<w:p><w:pPr>{properties}</w:pPr><w:r>{weight}{told}</w:r></w:p>"

    return made
