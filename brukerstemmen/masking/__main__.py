"""The engine on the command line: text in, one statement a line; JSON out, one line each."""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.language import guess
from brukerstemmen.masking.lexicon import LANGUAGES
from brukerstemmen.masking.replace import suggest
from brukerstemmen.masking.spans import Context

UNREADABLE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Read each file (or standard input) as one meeting and print what was found, line by line."""
    chosen = _parser().parse_args(arguments)
    try:
        context = Context(
            local_names=_lines_of(chosen.names), local_places=_lines_of(chosen.places)
        )
        meetings = [(str(path), path.read_text(encoding="utf-8-sig")) for path in chosen.files]
        meetings = meetings or [("-", sys.stdin.read())]
    except (OSError, UnicodeError) as problem:
        print(f"Cannot read the text: {problem}", file=sys.stderr)
        return UNREADABLE
    for name, text in meetings:
        for row in _rows(name, text, chosen.lang, context):
            print(json.dumps(row, ensure_ascii=False))
    return 0


def _rows(name: str, text: str, lang: str | None, context: Context) -> Iterator[dict[str, object]]:
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    lang = lang or guess(text)
    found = propagate([line for _number, line in lines], lang, context)
    for (number, line), spans in zip(lines, found, strict=True):
        yield {
            "file": name,
            "line": number,
            "lang": lang,
            "spans": [asdict(span) for span in spans],
            "suggestion": suggest(line, spans, lang),
        }


def _lines_of(path: Path | None) -> frozenset[str]:
    if path is None:
        return frozenset()
    return frozenset(line for line in path.read_text(encoding="utf-8").splitlines() if line)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m brukerstemmen.masking", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="text files; none: standard input")
    parser.add_argument("--lang", choices=LANGUAGES, help="default: guessed from each file")
    parser.add_argument("--names", type=Path, help="file with names around the meeting")
    parser.add_argument("--places", type=Path, help="file with places it is about")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
