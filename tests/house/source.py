"""The repository as the house tests read it: files git knows or would take, syntax trees, rooms."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "brukerstemmen"
TEMPLATES = "templates"


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository, also those that are not committed yet."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    found = (ROOT / name for name in said.split("\0") if name)
    return tuple(sorted(path for path in found if path.is_file()))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(text_of(path))


def written_python() -> list[Path]:
    """Python that people wrote: everything but migrations."""
    return [path for path in files() if path.suffix == ".py" and "migrations" not in path.parts]


def product_python() -> list[Path]:
    return [path for path in written_python() if PACKAGE in path.parents]


@cache
def templates() -> dict[str, Path]:
    """Each template by the name Django knows it by."""
    found = {}
    for path in files():
        if PACKAGE in path.parents and TEMPLATES in path.parts:
            folder = path.parts.index(TEMPLATES)
            found["/".join(path.parts[folder + 1 :])] = path
    return found


def html() -> Iterator[tuple[str, str]]:
    """Name and text of every template that becomes HTML."""
    for name, path in templates().items():
        if path.suffix in {".html", ".svg"}:
            yield name, text_of(path)


@cache
def settings_of_tools() -> dict:
    return tomllib.loads(text_of(ROOT / "pyproject.toml"))["tool"]


@cache
def storeys() -> dict[str, int]:
    """Each room and how high it stands, from the import contract itself."""
    first = settings_of_tools()["importlinter"]["contracts"][0]
    levels: dict[str, int] = {}
    for height, layer in enumerate(reversed(first["layers"])):
        for room in layer.replace("|", ":").split(":"):
            levels[room.strip(" ()")] = height
    return levels
