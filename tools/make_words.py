"""Build the word files of the tagger from the Debian package wnorwegian: `make words`.

The package is fetched with apt when the files are built, never when the product runs.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from brukerstemmen.masking.words import FOLDER

PACKAGE = "wnorwegian"
FORMS = ("usr/share/dict/bokmaal", "usr/share/dict/nynorsk")
LONGEST = 24  # letters; longer words are compounds nobody repeats


def main() -> None:
    """Fetch, unpack, sort and write."""
    with tempfile.TemporaryDirectory() as folder:
        found = set(_fetched(Path(folder)))
    ordinary = {word for word in found if word.islower()}
    proper = {word.lower() for word in found if word.istitle()}
    for name, entries in (("ordinary", ordinary), ("proper", proper)):
        marisa_trie.Trie(sorted(entries)).save(str(FOLDER / f"{name}.marisa"))
        print(f"{name}: {len(entries)} words")


def _fetched(folder: Path) -> Iterator[str]:
    subprocess.run(["apt-get", "download", "-qq", PACKAGE], cwd=folder, check=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)
    for name in FORMS:
        yield from _words((folder / name).read_text(encoding="latin-1"))


def _words(text: str) -> Iterator[str]:
    for word in text.splitlines():
        if 1 < len(word) <= LONGEST and word.replace("-", "").isalpha():
            yield word


if __name__ == "__main__":
    main()
