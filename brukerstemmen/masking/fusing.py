"""Rules and trained models weighed against each other, word by word, with fitted weights.

The weights stand in `fusion.json`, fitted by `make models` on the development part of NorNE, so
that a score is a chance: of ten words with 0.9 about nine name somebody or something. Where there
is an encoder, the models say the mean of its chances and the tagger's, and the weights are those
that were fitted to that and lie beside it.
"""

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from brukerstemmen.masking import lexicon, words
from brukerstemmen.masking.encoder import folder
from brukerstemmen.masking.encoder.reader import encoder, mean
from brukerstemmen.masking.ordinary import asked_about, is_ordinary
from brukerstemmen.masking.reading import Reading
from brukerstemmen.masking.replace import PLACEHOLDER, stood_in
from brukerstemmen.masking.spans import LONGEST_TEXT, Label, Span, TextTooLong, Why
from brukerstemmen.masking.tagger.tagging import Route, Tagged, tag

SOURCE = "tagger.crf"
WEIGHTS = Path(__file__).with_name("fusion.json")
MASK, CHECK = 0.5, 0.05  # from the first it is masked, from the second it is asked about
NAMES = (Label.PERSON, Label.PLACE, Label.ORG)  # in the order of the tagger's labels
BETWEEN = (" ", "", "-", ". ", ".")  # what may stand inside a name
IN_A_BODY = (*BETWEEN, "- ", "- og ")  # "Arbeids- og velferdsetaten"
EVIDENCE = 0.15  # a rule less sure than that only asks
A_CLUE = 0.3  # from this score a clue says more about its words than a guess of the models
UNREAD = "en"  # the models know no English
SURE = 7.0  # logit of the most a model is believed
# What may stand right before a name, "ring Kari", or right after it.
AROUND_NAMES = ("kin", "roles", "saying_verbs", "acting_verbs", "human_verbs", "before_people")
PARTICLE = re.compile(r"\b(?:[Vv]on(?: der)?|[Vv]an(?: der)?|[Aa]f|ibn|bint) $")
LONGEST_PARTICLE = 8  # characters, the space after it among them
# A word, an expression of ours, a word.
BESIDE = re.compile(
    rf"(?:[^\W\d_]+[ ,.]{{0,2}})?(?:{PLACEHOLDER.pattern})(?:[ ,.]{{0,2}}[^\W\d_]+)?"
)
# What the weights were fitted for beside the models. Other rules decide the label, too.
WEIGHED = frozenset(
    {
        Why.NAME_IN_LIST,
        Why.NAME_WHO_SAYS,
        Why.CAPITAL_LETTER,
        Why.PLACE_IN_LIST,
        Why.PLACE_ENDING,
        Why.INSTITUTION_NAME,
    }
)


@dataclass(frozen=True, slots=True)
class Judged:
    """A token with what speaks for its being a name.

    evidence: what the fitted weights are for. rule: the strongest name rule that hit it.
    ordinary: whether models alone may ask about it, but not mask it.
    """

    tagged: Tagged
    evidence: Mapping[str, float]
    rule: Span | None
    ordinary: bool


def fuse(reading: Reading, hits: Iterable[Span]) -> list[Span]:
    """The hits of the rules, with those on names weighed against the models, and the models' own.

    Positions are those of the folded text. Raises TextTooLong above LONGEST_TEXT characters.
    """
    if len(reading.text) > LONGEST_TEXT:
        raise TextTooLong(f"more than {LONGEST_TEXT:,} characters")
    found = list(hits)
    if reading.lang == UNREAD:
        return found
    clues = _covered(reading.text, _clues_without_names(found))
    others = [hit for hit in found if hit.label not in NAMES]
    names = _names(reading.text, judged(reading, found), clues)
    return [*others, *(_with_particle(reading.text, span) for span in names)]


def judged(reading: Reading, hits: Sequence[Span]) -> list[Judged]:
    """Every token with its evidence, in reading order."""
    tagged = read_by_models(stood_in(reading.text))
    at = {word.start: word for word in reading.words}
    rules = _by_token(tagged, [hit for hit in hits if hit.label in NAMES])
    chances = [_logit(sum(one.chances[: len(NAMES)])) for one in tagged]
    strongest = [max(some, key=_strength, default=None) for some in rules]
    return [
        Judged(
            one,
            {
                **_said_by_models(chances, index),
                "misc": _logit(one.chances[len(NAMES)]),
                **_said_by_rules(rules[index]),
                **_said_by_dictionaries(one),
            },
            strongest[index],
            is_ordinary(reading, one, at, strongest[index]),
        )
        for index, one in enumerate(tagged)
    ]


def read_by_models(text: str) -> list[Tagged]:
    """Every token with the chances the models give it: the tagger's, or the mean of two."""
    tagged, reader = list(tag(text)), encoder()
    if reader is None:
        return tagged
    return [
        replace(one, chances=mean(one.chances, other))
        for one, other in zip(tagged, reader.read(text), strict=True)
    ]


def _strength(hit: Span) -> tuple[bool, float, int, str]:
    return hit.why not in WEIGHED, hit.score, hit.end - hit.start, hit.label


def _by_token(tagged: Sequence[Tagged], hits: Sequence[Span]) -> list[list[Span]]:
    """For each token the hits that touch it."""
    found: list[list[Span]] = [[] for _ in tagged]
    at = {place: index for index, one in enumerate(tagged) for place in range(*one.token[:2])}
    for hit in hits:
        for index in sorted({at[place] for place in range(hit.start, hit.end) if place in at}):
            found[index].append(hit)
    return found


def _logit(chance: float) -> float:
    if chance <= 0 or chance >= 1:
        return -SURE if chance <= 0 else SURE
    return max(-SURE, min(SURE, math.log(chance / (1 - chance))))


def _said_by_models(chances: Sequence[float], index: int) -> Mapping[str, float]:
    return {
        "model": chances[index],
        "before": chances[index - 1] if index else -SURE,
        "after": chances[index + 1] if index + 1 < len(chances) else -SURE,
    }


def _said_by_rules(hits: Iterable[Span]) -> Mapping[str, float]:
    sure = (hit for hit in hits if hit.score >= EVIDENCE)
    return {f"rule.{hit.why}": 1.0 for hit in sure if hit.why in WEIGHED}


def _said_by_dictionaries(one: Tagged) -> Mapping[str, float]:
    word = one.token.text
    if not word[0].isalpha():
        return {"sign": 1.0}
    inside = word[0].isupper() and not one.opens
    ordinary = words.is_word(word.lower())
    return {
        "capital": float(inside),
        "ordinary": float(ordinary),
        "proper": float(words.is_proper(word.lower())),
        "capital.unknown": float(inside and not ordinary),
    }


def weights() -> Mapping[str, Mapping[str, float]]:
    """For each route the weight of each kind of evidence."""
    beside = folder.folder()
    return _weights(WEIGHTS if beside is None else beside / folder.WEIGHTS)


@cache
def _weights(path: Path) -> Mapping[str, Mapping[str, float]]:
    fitted: Mapping[str, Mapping[str, float]] = json.loads(path.read_text())["weights"]
    return fitted


def scores(text: str, tokens: Sequence[Judged]) -> list[float]:
    """The chance of each token that it names somebody, a place or a body.

    An ordinary word is only asked about, unless what stands right beside it is surely a name.
    """
    found = [chance(one) for one in tokens]
    surely = [not one.ordinary and sure >= MASK for one, sure in zip(tokens, found, strict=True)]
    onwards = range(1, len(tokens))
    for index, beside in (*((i, i - 1) for i in onwards), *((i - 1, i) for i in reversed(onwards))):
        if surely[beside] and found[index] >= MASK and _are_beside(text, tokens, index, beside):
            surely[index] = True
    return [
        asked_about(found[index]) if one.ordinary and not surely[index] else found[index]
        for index, one in enumerate(tokens)
    ]


def _are_beside(text: str, tokens: Sequence[Judged], *indexes: int) -> bool:
    first, second = (tokens[index].tagged.token for index in sorted(indexes))
    return text[first.end : second.start] in BETWEEN


def chance(one: Judged) -> float:
    """What the weights make of the evidence.

    A rule that saw more than a capital and a verb is believed; the others are at least shown.
    """
    fitted = weights()[one.tagged.route]
    total = fitted["bias"]
    for name, value in one.evidence.items():
        total += fitted.get(name, 0.0) * value
    fused = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    if one.rule is None or one.rule.why is Why.CAPITAL_LETTER:
        return fused
    return max(fused, _at_least(one, one.rule))


def _at_least(one: Judged, rule: Span) -> float:
    """The score a rule alone gives: in a text with capitals a strange small word is asked about."""
    if rule.why is Why.NAME_WHO_SAYS:
        return CHECK
    strange = rule.why is Why.UNKNOWN_WORD and one.tagged.route is Route.CASED
    return asked_about(rule.score) if strange else rule.score


def _names(text: str, tokens: Sequence[Judged], clues: bytearray) -> Iterator[Span]:
    """Stretches of neighbouring tokens with one label and in one band of scores."""
    run: list[tuple[Span, Judged]] = []
    beside = _beside_expressions(text)
    for one, score in zip(tokens, scores(text, tokens), strict=True):
        span = _span(one, score)
        if span is None:
            continue
        if _is_a_guess(span) and (clues[span.start] or (one.ordinary and beside[span.start])):
            continue  # a clue says more about it, or it is only read so beside what was taken out
        if _is_a_guess(span) and _is_said_by_all(one):
            continue
        if run and _is_a_guess(span) and _does_something(text, run[-1][0], span, one):
            continue
        if run and not _goes_on(text, run[-1][0], span):
            yield from _whole(run)
            run = []
        run.append((span, one))
    yield from _whole(run)


def _whole(run: Sequence[tuple[Span, Judged]]) -> Iterator[Span]:
    """One span for the run, without the small words that stand before and after a name."""
    inside = [at for at, (_span, one) in enumerate(run) if not _goes_around_names(one)]
    if inside:
        parts = [span for span, _one in run[inside[0] : inside[-1] + 1]]
        surest = max(parts, key=lambda part: part.score)
        yield replace(surest, start=parts[0].start, end=parts[-1].end)


def _clues_without_names(hits: Iterable[Span]) -> Iterator[Span]:
    """Clues, but what may as well be the name of a council or party: the models decide on it.

    The mere word of some field may be a name, too: "Foss", "Ulv".
    """
    for hit in hits:
        if hit.label is Label.QUASI and hit.why is not Why.SINGLE_ROLE and hit.score >= A_CLUE:
            yield hit


def _with_particle(text: str, span: Span) -> Span:
    """ "Overlege von Ahlefeld": what of a name stands before its last part."""
    before = PARTICLE.search(text, max(0, span.start - LONGEST_PARTICLE), span.start)
    if before is None or span.label is not Label.PERSON:
        return span
    return replace(span, start=before.start())


def _beside_expressions(text: str) -> bytearray:
    """Where a word stands right beside an expression that was put in for something."""
    beside = bytearray(len(text))
    for match in BESIDE.finditer(text):
        beside[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return beside


def _is_a_guess(span: Span) -> bool:
    return span.why is Why.READ_BY_MODEL and span.score < MASK


def _is_said_by_all(one: Judged) -> bool:
    """ "NAV", "DPS-en", "Sobril", "Æ": asked about, they would be in every other statement."""
    word = one.tagged.token.text.lower()
    if word.split("-")[0] in lexicon.words("said_by_all", "medicines"):
        return True
    spoken = word in lexicon.words("function_words_spoken") and word not in lexicon.names()
    return spoken and (one.tagged.opens or one.tagged.token.text.islower())


def _span(one: Judged, score: float) -> Span | None:
    token = one.tagged.token
    if score < CHECK or not any(map(str.isalnum, token.text)):
        return None
    label = _label(one)
    by_rule = one.rule and (one.rule.why is not Why.CAPITAL_LETTER or score < MASK)
    if one.rule and by_rule and one.rule.label is label:
        return Span(token.start, token.end, label, score, one.rule.source, one.rule.why)
    return Span(token.start, token.end, label, score, SOURCE, Why.READ_BY_MODEL)


def _goes_around_names(one: Judged) -> bool:
    """ "broren min yngve", "navnet mitt": the models take what stands beside a name for it."""
    text = one.tagged.token.text
    lower = text.lower()
    if one.rule or lower in lexicon.words("name_particles"):
        return False
    if one.tagged.route is not Route.CASELESS:
        small = text == lower and lower in lexicon.function_words()
        return small or lower in lexicon.words("before_people")
    return lower in lexicon.function_words() or lower in lexicon.words(*AROUND_NAMES)


def _does_something(text: str, last: Span, span: Span, one: Judged) -> bool:
    """ "Solveig hugsar": a word without a capital, right after the name of somebody with one."""
    follows = last.label is Label.PERSON and text[last.end : span.start] == " "
    small = one.tagged.token.text
    return (
        follows
        and text[last.start].isupper()
        and one.rule is None
        and span.label is Label.PERSON
        and small.islower()
        and small not in lexicon.words("name_particles")
        and words.is_word(small)
    )


def _label(one: Judged) -> Label:
    """The kind that models and rule together make likeliest; a rule that is sure decides."""
    if one.rule and one.rule.why not in WEIGHED:
        return one.rule.label
    votes = dict(zip(NAMES, one.tagged.chances, strict=False))
    if one.rule:
        votes[one.rule.label] += one.rule.score / 2
    return max(NAMES, key=votes.__getitem__)


def _goes_on(text: str, last: Span, span: Span) -> bool:
    between = text[last.end : span.start]
    same_band = (last.score >= MASK) == (span.score >= MASK)
    inside = IN_A_BODY if span.label is Label.ORG else BETWEEN
    return last.label is span.label and same_band and between in inside


def _covered(text: str, hits: Iterable[Span]) -> bytearray:
    covered = bytearray(len(text))
    for hit in hits:
        covered[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    return covered
