"""Bring the .po files in step with the source: new texts in, gone ones out, translations kept.

    python -m tools.collect_messages

Bokmål and nynorsk both hold every text of a room; English is the source itself. Sorted and
without line numbers or dates, so that two people's changes seldom meet.
"""

import sys
from pathlib import Path

import polib
from django.conf import settings

from tools.texts import Text, rooms, texts_of_room

LANGUAGES = ("nb", "nn")
HEADER = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "MIME-Version": "1.0",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def catalogue_path(room: Path, language: str) -> Path:
    return room / "locale" / language / "LC_MESSAGES" / "django.po"


def entries(path: Path) -> dict[Text, polib.POEntry]:
    """What a catalogue holds; nothing if there is none yet."""
    if not path.exists():
        return {}
    found = polib.pofile(str(path))
    return {Text(e.msgid, e.msgctxt, e.msgid_plural or None): e for e in found if not e.obsolete}


def says(entry: polib.POEntry) -> bool:
    """Whether it is translated, all forms, and not only guessed at."""
    forms = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
    return bool(forms) and all(forms) and not entry.fuzzy


def rewrite(room: Path, language: str) -> int:
    """Write one catalogue anew; tell how many texts wait for a translator."""
    path = catalogue_path(room, language)
    kept = entries(path)
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Language": language, **HEADER}
    for text in sorted(texts_of_room(room), key=lambda text: (text.words, text.context or "")):
        catalogue.append(kept.get(text) or _untranslated(text))
    if catalogue:
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
    else:
        path.unlink(missing_ok=True)
    return sum(not says(entry) for entry in catalogue)


def _untranslated(text: Text) -> polib.POEntry:
    entry = polib.POEntry(msgid=text.words, msgctxt=text.context)
    if text.plural:
        entry.msgid_plural, entry.msgstr_plural = text.plural, {0: "", 1: ""}
    return entry


def main() -> int:
    settings.configure(USE_I18N=True)
    for room in rooms():
        for language in LANGUAGES:
            if missing := rewrite(room, language):
                print(f"{room.name} {language}: {missing} texts wait for a translation")
    return 0


if __name__ == "__main__":
    sys.exit(main())
