"""The law is plain Python that a lawyer can read: no framework, typed strictly, explained."""

import ast
from pathlib import Path

from tests.house.source import (
    PACKAGE,
    ROOT,
    name_of,
    product_python,
    settings_of_tools,
    tree_of,
)

LAW_BY_NAME = {"stages", "states", "notes", "balance", "access", "honorarium"}
# Sentences are part of the law; to translate them is all it takes from Django.
WORDS_ONLY = {"django.utils.translation", "django.utils.functional", "django_stubs_ext"}


def law_files() -> list[Path]:
    """What mypy judges strictly, as pyproject.toml lists it."""
    found = []
    for name in settings_of_tools()["mypy"]["files"]:
        path = ROOT / name
        found += sorted(path.rglob("*.py")) if path.is_dir() else [path]
    return found


def part_of_room(path: Path) -> str:
    """The file or folder right below the room, without its ending."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[1] if len(parts) > 1 else ""


def test_every_law_is_judged_strictly():
    by_name = {path for path in product_python() if part_of_room(path) in LAW_BY_NAME}
    at_home = {path for path in product_python() if {"privacy", "masking"} & set(path.parts)}

    assert by_name | at_home <= set(law_files())


def test_what_is_listed_as_law_exists():
    assert not [name_of(path) for path in law_files() if not path.exists()]


def imports_of(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def test_the_law_knows_no_framework():
    strays = [
        f"{name_of(path)} imports {name}"
        for path in law_files()
        for name in imports_of(path)
        if name.split(".")[0].startswith("django") and name not in WORDS_ONLY
    ]

    assert not strays


def test_the_law_explains_itself():
    mute = [
        f"{name_of(path)}:{node.name}"
        for path in law_files()
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]

    assert not mute
