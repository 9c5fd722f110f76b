"""Nothing is brought in without a reason, and nothing in the repository names a machine."""

import json
import re

import pytest

from tests.house.source import ROOT, files, name_of, text_of

REASONS = ROOT / "docs" / "dependencies.md"
# Written in pieces, so that this file does not hold what it forbids.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "yarn" + "pkg.com"]
PLACES = ["/wo" + "rk/", "/ro" + "ot/", "/home" + "/", "/op" + "t/"]
NO_TEXT = {".png", ".woff2", ".docx", ".xlsx", ".jpg", ".zip", ".ico", ".crfsuite", ".marisa"}
ADDRESS = re.compile("|".join(re.escape(host) for host in HOSTS))
PLACE = re.compile("|".join(rf"(?<![\w./>-]){place}" for place in PLACES))


def asked_for() -> set[str]:
    """The names in requirements/*.in and package.json, without versions and extras."""
    names = set()
    for source in (ROOT / "requirements").glob("*.in"):
        for line in text_of(source).splitlines():
            if name := re.match(r"[a-z0-9][a-z0-9._-]*", line.strip(), re.IGNORECASE):
                names.add(name[0].lower())
    package = json.loads(text_of(ROOT / "package.json"))
    return names | set(package.get("dependencies", {})) | set(package.get("devDependencies", {}))


def explained() -> dict[str, list[str]]:
    """Each row of the table: name, then reason and licence."""
    rows = (line.strip("|").split("|") for line in text_of(REASONS).splitlines())
    cells = ([cell.strip() for cell in row] for row in rows if len(row) >= 3)
    return {row[0].strip("`"): row[1:] for row in cells if row[0].startswith("`")}


def test_every_dependency_has_its_reason_and_licence():
    table = explained()

    assert asked_for() == set(table)
    assert not [name for name, cells in table.items() if not all(cells)]


@pytest.mark.parametrize("name", ["uv", "app", "dev", "bench", "encoder", "encoder-training"])
def test_pins_carry_hashes(name):
    lines = text_of(ROOT / "requirements" / f"{name}.txt").splitlines()
    pins = [line for line in lines if re.match(r"\w", line)]

    assert pins
    assert not [line for line in pins if not line.endswith("\\") or "==" not in line]


def test_the_tests_run_what_the_product_runs():
    """dev.txt holds every pin of app.txt at the same version."""
    app, dev = (
        set(re.findall(r"^[\w.\[\]-]+==[\w.]+", text_of(ROOT / "requirements" / file), re.M))
        for file in ("app.txt", "dev.txt")
    )

    assert app <= dev


def test_the_tests_run_the_encoder_as_the_extra_does():
    extra, dev = (
        set(re.findall(r"^[\w.\[\]-]+==[\w.]+", text_of(ROOT / "requirements" / file), re.M))
        for file in ("encoder.txt", "dev.txt")
    )

    assert extra <= dev


def readable():
    for path in files():
        if path.suffix not in NO_TEXT:
            yield name_of(path), text_of(path)


def test_no_file_names_a_registry():
    assert not [name for name, text in readable() if ADDRESS.search(text)]


def test_no_file_names_a_place_on_somebodys_machine():
    assert not [name for name, text in readable() if PLACE.search(text)]


def test_the_lock_file_holds_no_addresses():
    assert '"resolved"' not in text_of(ROOT / "package-lock.json")
