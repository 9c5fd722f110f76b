"""The engine on the command line: texts as JSON lines in, what was found as JSON lines out."""

import argparse
import signal
import socket
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO

from brukerstemmen.masking.adapters.asking import AdapterFailed
from brukerstemmen.masking.adapters.joining import beside, detector
from brukerstemmen.masking.answering import Wanted, answers
from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.serving import serve
from brukerstemmen.masking.spans import Context
from brukerstemmen.masking.wire import lines_of

FAILED = 2  # as argparse ends when the arguments are wrong


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer every line of the files, or of standard input.

    0: all were answered. 2: some line, a list or a file could not be read; the rest is answered.
    """
    chosen = _parser().parse_args(arguments)
    if chosen.serve:
        return _serve()
    failed = False
    with ExitStack() as open_files:
        try:
            wanted = _wanted(chosen)
            streams: list[BinaryIO] = [
                open_files.enter_context(path.open("rb")) for path in chosen.files
            ]
        except (OSError, UnicodeError, AdapterFailed) as problem:
            print(f"Cannot begin: {_told(problem)}", file=sys.stderr)
            return FAILED
        for answered in answers(_lines(streams or [sys.stdin.buffer]), wanted):
            print(answered.line, flush=True)
            failed = failed or answered.is_refusal
    return FAILED if failed else 0


def _serve() -> int:
    try:
        line = socket.socket(fileno=sys.stdin.fileno())
    except OSError:
        print("Cannot begin: --serve wants a socket as standard input", file=sys.stderr)
        return FAILED
    with line:
        serve(line)
    return 0


def _lines(streams: Iterable[BinaryIO]) -> Iterator[bytes]:
    for stream in streams:
        yield from lines_of(stream)


def _wanted(chosen: argparse.Namespace) -> Wanted:
    context = Context(
        local_names=_entries(chosen.list),
        local_places=_entries(chosen.places),
        tagger=not chosen.rules_only,
    )
    return Wanted(
        context=context,
        threshold=chosen.threshold,
        explain=chosen.explain,
        one_meeting=chosen.one_meeting,
        find=beside([*map(detector, chosen.also)]) if chosen.also else propagate,
    )


def _entries(paths: Iterable[Path]) -> frozenset[str]:
    """One entry a line; what begins with # is a remark."""
    lines = (
        line.strip() for path in paths for line in path.read_text(encoding="utf-8-sig").splitlines()
    )
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _told(problem: Exception) -> str:
    """What went wrong, without what stood in the file."""
    return "a list is not UTF-8" if isinstance(problem, UnicodeError) else str(problem)


def _share(value: str) -> float:
    with suppress(ValueError):
        if 0 <= (number := float(value)) <= 1:
            return number
    raise argparse.ArgumentTypeError("a number from 0 to 1 is wanted")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m brukerstemmen.masking", description=__doc__)
    add = parser.add_argument
    add("files", nargs="*", type=Path, help="JSON lines with id and text; none: standard input")
    add("--threshold", type=_share, default=0.05, help="leave out what scores less (0.05)")
    add("--explain", action="store_true", help="say in plain words why each was found")
    add("--one-meeting", action="store_true", help="a name told in one line is found in all")
    add("--rules-only", action="store_true", help="without the trained model")
    add("--list", type=Path, default=[], action="append", help="names around, one a line")
    add("--places", type=Path, default=[], action="append", help="places it is about, one a line")
    add("--also", default=[], action="append", help="another detector: a command or an address")
    add("--serve", action="store_true", help="answer who started this, over a socket it gave")
    return parser


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` is no error
    raise SystemExit(main())
