"""The tables of figures in `docs/masking.md`, written between its markers."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.masking.goals import held_against

DOCS = Path(__file__).resolve().parents[2] / "docs" / "masking.md"
BEGIN, END = "<!-- figures:start -->", "<!-- figures:end -->"
COUNTED = {"all": "all names", "pointing": "names that may point at somebody"}
Told = Mapping[str, Any]
Rows = Iterable[Iterable[str]]


def write(found: Mapping[str, Told], path: Path = DOCS) -> None:
    """Put the figures between the markers; the rest of the page stays as people wrote it."""
    text = path.read_text(encoding="utf-8")
    before, after = text.split(BEGIN)[0], text.split(END)[1]
    path.write_text(f"{before}{BEGIN}\n\n{markdown(found)}\n{END}{after}", encoding="utf-8")


def markdown(found: Mapping[str, Told]) -> str:
    """The goals, and a table for every set that was measured."""
    goals = _table(
        "Held against the goals", ["", "goal", "measured", "reached"], held_against(found)
    )
    sets = (line for name, table in TABLES.items() if name in found for line in table(found[name]))
    return "\n".join([*goals, *sets])


def percent(figure: Told | None) -> str:
    """A share as people read it, with its interval.

    >>> percent({"share": 0.9712, "of": 500, "interval": [0.96, 0.98]})
    '97.1 (96.0–98.0)'
    """
    if not figure or figure.get("share") is None:
        return "–"
    shown = f"{100 * figure['share']:.1f}"
    if not figure.get("interval"):
        return shown
    low, high = figure["interval"]
    return f"{shown} ({100 * low:.1f}–{100 * high:.1f})"


def _table(title: str, head: Iterable[str], rows: Rows) -> Iterator[str]:
    head = list(head)
    yield f"### {title}\n"
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _column in head)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def _norne(told: Told) -> Iterator[str]:
    parts = [
        (f"{lang} {casing}", told[lang][casing])
        for lang in ("nb", "nn")
        for casing in ("cased", "lower")
    ]
    head = ["", *(name for name, _part in parts)]
    yield from _table(
        "NorNE, development part: per cent, 95 % interval",
        head,
        _norne_rows([p for _n, p in parts]),
    )


def _norne_rows(parts: list[Told]) -> Rows:
    for limit in ("at 0.5", "at 0.05"):
        for what in ("token_recall", "mention_recall", "mask_precision", "words_masked"):
            yield [f"{_words(what)}, {limit}", *(percent(part[limit][what]) for part in parts)]
    for wanted in ("0.95", "0.9", "0.85", "0.76"):
        cells = [_at_precision(part["at_precision"].get(wanted)) for part in parts]
        yield [f"token recall where masks are right {100 * float(wanted):.0f} %", *cells]
    for kind in ("PERSON", "PLACE", "ORG"):
        yield [
            f"{kind}, mention recall, at 0.5 / 0.05",
            *(_two(part["by_type"][kind]) for part in parts),
        ]
    persons = [part["propagated"]["persons_fully_masked"] for part in parts]
    for limit in ("at 0.5", "at 0.05"):
        label = f"PERSON fully masked in documents of 40 sentences, {limit}"
        yield [label, *(percent(one[limit]) for one in persons)]


def _at_precision(figure: Told | None) -> str:
    if not figure:
        return ""
    if figure["share"] is None:
        return "never so right"
    return f"{percent(figure)}, from {figure['threshold']:.3f}"


def _two(figures: Told | None) -> str:
    if not figures:
        return "–"
    shares = [figures[limit]["share"] for limit in ("at 0.5", "at 0.05")]
    return " / ".join("–" if one is None else f"{100 * one:.1f}" for one in shares)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _set_a(told: Told) -> Iterator[str]:
    yield from _meetings("Meeting set A", told)


def _set_b(told: Told) -> Iterator[str]:
    yield from _meetings("Meeting set B, kept from those who write rules", told)


def _meetings(name: str, told: Told) -> Iterator[str]:
    parts = ["as said", "lower-cased"]
    limits = ("at 0.5", "at 0.05")
    rows = [
        [f"{_words(what)}, {limit}", *(percent(told[part][limit][what]) for part in parts)]
        for limit in limits
        for what in told["as said"][limit]
    ]
    rows += [
        [f"clues flagged, {limit}", *(percent(told[p]["clues_flagged"][limit]) for p in parts)]
        for limit in limits
    ]
    title = f"{name}, {told['statements']} statements: per cent, 95 % interval"
    yield from _table(title, ["", *parts], rows)
    head = ["", "of", "at 0.5 / 0.05"]
    yield from _table(f"{name}: mention recall", head, _apart(told["as said"]))


def _apart(told: Told) -> Rows:
    for way in ("by_type", "by_language", "by_style", "by_casing"):
        for name, figures in told[way].items():
            yield [f"{way[3:]} {name}", _of(figures), _two(figures)]


def _of(figures: Told | None) -> str:
    return str(figures["at 0.5"]["of"]) if figures else "0"


def _hard(told: Told) -> Iterator[str]:
    rows = [[limit, percent(figure)] for limit, figure in told["words_masked"].items()]
    title = f"Harmless sentences, {told['sentences']}: per cent of words masked"
    yield from _table(title, ["", "words masked"], rows)


def _origins(told: Told) -> Iterator[str]:
    for which in ("new", "known"):
        yield from _names(which, told[which])


def _names(which: str, told: Told) -> Iterator[str]:
    columns = [(c, limit) for c in ("cased", "lower") for limit in ("at 0.5", "at 0.05")]
    parts = [told[casing][limit] for casing, limit in columns]
    rows = [
        [origin.replace("_", ", "), *(percent(part["token_recall"][origin]) for part in parts)]
        for origin in parts[0]["token_recall"]
    ]
    rows.append(["**gap**", *(f"{100 * part['gap']:.1f}" for part in parts)])
    head = ["origin", *(f"{casing}, {limit}" for casing, limit in columns)]
    yield from _table(f"{told['names']} {which} names by origin: token recall", head, rows)


def _identifiers(told: Told) -> Iterator[str]:
    limits = ("at 0.5", "at 0.05")
    rows = [
        [f"{name}", *(percent(figures[limit]) for limit in limits)]
        for way in ("by_form", "by_language")
        for name, figures in told[way].items()
    ]
    title = f"{told['identifiers']} identifiers: per cent found over their whole length"
    yield from _table(title, ["", *limits], rows)
    weak = [
        [name, _two(figures)]
        for name, figures in told["by_kind_and_form"].items()
        if figures["at 0.5"]["share"] < 1
    ]
    yield from _table("Kinds that are not always found", ["", "at 0.5 / 0.05"], weak)


def _demo(told: Told) -> Iterator[str]:
    rows = [
        ["planted traces found", percent(told["traces_found"])],
        ["words masked where nothing is planted", percent(told["words_masked_in_clean"])],
    ]
    yield from _table("The demo", ["", "per cent"], rows)


def _side_by_side(told: Told) -> Iterator[str]:
    there = [name for name, cost in told["cost"].items() if isinstance(cost, Mapping)]
    costs = [told["cost"][name] for name in there]
    rows = [[_words(what), *(f"{cost[what]:g}" for cost in costs)] for what in costs[0]]
    for texts, found in told["found"].items():
        for counted, says in COUNTED.items():
            figures = [found[name][counted] for name in there]
            for what in ("token_recall", "mask_precision"):
                cells = [percent(one[what]) for one in figures]
                rows.append([f"{texts}, {says}: {_words(what)}", *cells])
            ours = [percent(one.get("ours_at_this_precision")) for one in figures]
            rows.append([f"{texts}, {says}: ours where it is as right", *ours])
    title = f"Side by side; the cost on NorNE's development part, {told['words']} words"
    yield from _table(title, ["", *map(_words, there)], rows)


TABLES: dict[str, Callable[[Told], Iterator[str]]] = {
    "norne": _norne,
    "set-a": _set_a,
    "set-b": _set_b,
    "hard": _hard,
    "origins": _origins,
    "identifiers": _identifiers,
    "demo": _demo,
    "side by side": _side_by_side,
}
