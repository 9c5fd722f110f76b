"""A file has one subject, a function one thought, and a name says what lies inside."""

import ast
from pathlib import Path

import pytest

from tests.house.source import ROOT, files, name_of, text_of, tree_of, written_python

LONGEST_FILE, LONGEST_FUNCTION = 400, 40
JUDGED = {".py", ".ts", ".mjs", ".js", ".css", ".html", ".sh"}
MADE_BY_TOOLS = ("frontend/theme/", "docs/generated/")
NAMELESS = {"utils", "util", "helpers", "helper", "manager", "managers", "misc", "common", "base"}


def judged() -> list[Path]:
    written = {path for path in files() if path.suffix in JUDGED and path.suffix != ".py"}
    written |= set(written_python())
    return sorted(path for path in written if not name_of(path).startswith(MADE_BY_TOOLS))


def lines_of(node: ast.AST) -> int:
    return node.end_lineno - node.lineno + 1


def test_no_file_is_too_long():
    long = {name_of(path): len(text_of(path).splitlines()) for path in judged()}

    assert not {name: lines for name, lines in long.items() if lines > LONGEST_FILE}


def test_no_function_is_too_long():
    long = [
        f"{name_of(path)}:{node.name} {lines_of(node)}"
        for path in written_python()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and lines_of(node) > LONGEST_FUNCTION
    ]

    assert not long


def test_every_file_has_a_name_of_its_own_kind():
    assert not [name_of(path) for path in written_python() if path.stem in NAMELESS]


@pytest.mark.parametrize("folder", ["brukerstemmen", "tools", "benchmarks", "tests"])
def test_every_module_says_what_it_is(folder):
    mute = [
        name_of(path)
        for path in written_python()
        if ROOT / folder in path.parents
        and path.stem != "apps"
        and "commands" not in path.parts  # these have their help
        and text_of(path).strip()
        and not ast.get_docstring(tree_of(path))
    ]

    assert not mute
