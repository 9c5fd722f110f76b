"""The sets the repository keeps: meetings, harmless sentences, names by origin, the demo."""

from itertools import cycle

from benchmarks.masking.pieces import Mention, Piece, casing_of
from brukerstemmen.masking.spans import Label
from tests.masking import samples
from tests.masking.identifiers import examples
from tests.masking.set_a import MeetingStatement, meeting_statements
from tests.masking.set_b import kept_statements

TIMES = 3  # sentences a name is put into
EACH = 12  # identifiers of each kind, form and language


def set_a() -> list[Piece]:
    """The statements of meeting set A; a group is a meeting."""
    return [_statement(one) for one in meeting_statements()]


def set_b() -> list[Piece]:
    """The statements of meeting set B, which is kept from those who write rules."""
    return [_statement(one) for one in kept_statements()]


def _statement(one: MeetingStatement) -> Piece:
    mentions = tuple(
        Mention(mark.start, mark.end, mark.label.value, mark.entity, mark.label is not Label.QUASI)
        for mark in one.marks
    )
    return Piece(one.id, one.meeting, one.lang, one.text, mentions, {"style": one.style})


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


def origins(names: dict[str, list[str]]) -> list[Piece]:
    """Every name in a few sentences that could hold anybody; a group is a name."""
    sentences = cycle(one for one in samples.carriers() if casing_of(one[1]) == "cased")
    return [
        _carried(origin, name, number, *next(sentences))
        for origin, several in names.items()
        for name in several
        for number in range(TIMES)
    ]


def _carried(origin: str, name: str, number: int, lang: str, carrier: str) -> Piece:
    start = carrier.index("{}")
    text, written = samples.carried(carrier, name)
    mention = Mention(start, start + len(written), Label.PERSON.value, name)
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
