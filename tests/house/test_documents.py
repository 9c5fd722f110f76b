"""What is written about the house is true of the house."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT, files, text_of

DOCUMENTS = [path for path in files() if path.suffix == ".md"]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
INVARIANTS = 31


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(path: Path):
    own = [link for link in LINK.findall(text_of(path)) if not re.match(r"\w+:", link)]

    assert not [link for link in own if not (path.parent / link).exists()]


def test_decisions_are_numbered_and_have_the_same_parts():
    assert [path.name[:4] for path in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]
    for path in DECISIONS:
        headings = re.findall(r"^## (.+)$", text_of(path), re.MULTILINE)
        assert headings == ["Context", "Decision", "Consequences"], path.name


def invariants() -> list[tuple[int, str]]:
    rows = re.findall(r"^\| (\d+) \|(.*)$", text_of(ROOT / "docs" / "invariants.md"), re.MULTILINE)
    return [(int(number), rest) for number, rest in rows]


def test_every_invariant_has_its_row():
    assert [number for number, _rest in invariants()] == list(range(1, INVARIANTS + 1))


def test_every_invariant_names_a_test_that_exists_or_says_that_it_comes():
    for number, rest in invariants():
        named = TEST.findall(rest)
        assert named or "comes with a later issue" in rest, number
        for name, function in named:
            path = ROOT / name
            assert path.exists(), (number, name)
            assert f"def {function}" in text_of(path), (number, name, function)


def test_generated_documents_are_current():
    command = [sys.executable, "-m", "tools.write_docs", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr
