"""The sets the repository keeps: meetings, harmless sentences, names by origin, the demo."""

import json
from itertools import cycle

from benchmarks.masking.pieces import Mention, Piece
from brukerstemmen.masking.spans import Label
from tests.masking import samples
from tests.masking.identifiers import examples
from tests.masking.set_a import MeetingStatement, meeting_statements

CARRIERS = ("Jeg fikk hjelp av {}.", "Det var {} som ringte.", "{} sa at jeg kunne komme.")
TIMES = 3  # sentences a name is put into
EACH = 12  # identifiers of each kind, form and language


def set_a() -> list[Piece]:
    """The statements of meeting set A; a group is a meeting."""
    return [_statement(one) for one in meeting_statements()]


def _statement(one: MeetingStatement) -> Piece:
    mentions = tuple(
        Mention(mark.start, mark.end, mark.label.value, mark.entity, mark.label is not Label.QUASI)
        for mark in one.marks
    )
    tags = {"style": one.style, "part": "even" if one.held_out else "odd"}
    return Piece(one.id, one.meeting, one.lang, one.text, mentions, tags)


def hard() -> list[Piece]:
    """Sentences that point at nobody, each a group of its own."""
    return [
        Piece(f"{path.stem}-{number}", f"{path.stem}-{number}", line[:2], line[3:])
        for path in sorted(samples.HERE.glob("hard_negatives*.txt"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if line and not line.startswith("#")
    ]


def demo() -> list[Piece]:
    """The demo's statements. Their traces are letters, not places in the text: see `traces`."""
    return [
        Piece(
            one["id"], one["id"], one["lang"], one["text"], tags={"traces": " ".join(one["traces"])}
        )
        for one in samples.demo_statements()
    ]


def origins() -> list[Piece]:
    """Every name in a few sentences that could hold anybody; a group is a name."""
    sentences = cycle(_carriers())
    pieces = []
    for origin, names in _names().items():
        for name in names:
            for number in range(TIMES):
                lang, carrier = next(sentences)
                pieces.append(_carried(origin, name, number, lang, carrier))
    return pieces


def _carried(origin: str, name: str, number: int, lang: str, carrier: str) -> Piece:
    start = carrier.index("{}")
    mention = Mention(start, start + len(name), Label.PERSON.value, name)
    text = carrier.replace("{}", name, 1)
    label = f"{origin}-{name}-{number}"
    return Piece(label, f"{origin} {name}", lang, text, (mention,), {"origin": origin})


def identifiers() -> list[Piece]:
    """Made-up identifiers in a sentence, each a group of its own."""
    return [
        Piece(
            f"{one.kind}-{number}",
            f"{number}",
            one.lang,
            one.text,
            (Mention(one.start, one.end, one.label.value, f"{number}"),),
            {"kind": one.kind, "form": one.form},
        )
        for number, one in enumerate(examples(EACH))
    ]


def _names() -> dict[str, list[str]]:
    """The names of each origin from every file that holds such."""
    names: dict[str, list[str]] = {}
    for file in ("names_by_origin.json", "names_new.json"):
        path = samples.HERE / file
        if path.exists():
            for origin, some in json.loads(path.read_text(encoding="utf-8")).items():
                names.setdefault(origin, []).extend(some)
    return names


def _carriers() -> list[tuple[str, str]]:
    path = samples.HERE / "carriers.txt"
    if not path.exists():
        return [("nb", carrier) for carrier in CARRIERS]
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(line[:2], line[3:]) for line in lines if "{}" in line and not line.startswith("#")]
