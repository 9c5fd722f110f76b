"""Build the word files from Debian's packages of words, Norwegian and English: `make words`.

The packages are fetched with apt when the files are built, never when the product runs.
"""

import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie

from brukerstemmen.masking.words import FOLDER

NORWEGIAN, ENGLISH = ("wnorwegian",), ("wamerican", "wbritish")
FORMS = ("usr/share/dict/bokmaal", "usr/share/dict/nynorsk")
ENGLISH_FORMS = ("usr/share/dict/american-english", "usr/share/dict/british-english")
LONGEST = 24  # letters; longer words are compounds nobody repeats


def main() -> None:
    """Fetch, unpack, sort and write."""
    with tempfile.TemporaryDirectory() as folder:
        found = set(_fetched(Path(folder), NORWEGIAN, FORMS, "latin-1"))
        english = set(_fetched(Path(folder), ENGLISH, ENGLISH_FORMS, "utf-8"))
    ordinary = {word for word in found if word.islower()}
    proper = {word.lower() for word in found if word.istitle()}
    english = {word for word in english if word.islower()}
    for name, entries in (("ordinary", ordinary), ("proper", proper), ("english", english)):
        marisa_trie.Trie(sorted(entries)).save(str(FOLDER / f"{name}.marisa"))
        print(f"{name}: {len(entries)} words")


def _fetched(
    folder: Path, packages: tuple[str, ...], forms: tuple[str, ...], encoding: str
) -> Iterator[str]:
    subprocess.run(["apt-get", "download", "-qq", *packages], cwd=folder, check=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", str(package), str(folder)], check=True)
    for name in forms:
        yield from _words((folder / name).read_text(encoding=encoding))


def _words(text: str) -> Iterator[str]:
    for word in text.splitlines():
        if 1 < len(word) <= LONGEST and word.replace("-", "").isalpha():
            yield word


if __name__ == "__main__":
    main()
