"""Ages, services, numbers of cases, names on the net, addresses and days, however they are told.

What is marked need only be covered, whatever it is taken for: "NAV Skjervøy" may be two hits.
"""

from collections import defaultdict

import pytest

from brukerstemmen.masking.engine import find
from brukerstemmen.masking.spans import Context, Label
from tests.masking import samples

CHECK, MASKED = 0.05, 0.5
SENTENCES = samples.marked_kinds()
KINDS = (
    Label.AGE,
    Label.ORG,
    Label.ID_NUMBER,
    Label.HANDLE,
    Label.ADDRESS,
    Label.DATE,
)


def weakest(sentence, start, end, tagger):
    """The score from which every letter and digit between start and end is covered."""
    best = [0.0] * len(sentence.text)
    for span in find(sentence.text, sentence.lang, Context(tagger=tagger)):
        if span.label is not Label.QUASI:
            for at in range(span.start, span.end):
                best[at] = max(best[at], span.score)
    return min(best[at] for at in range(start, end) if sentence.text[at].isalnum())


@pytest.fixture(scope="module", params=[False, True], ids=["rules", "with the models"])
def by_kind(request):
    found = defaultdict(list)
    for sentence in SENTENCES:
        for start, end, label in sentence.stretches:
            score = weakest(sentence, start, end, request.param)
            found[label].append((score, sentence.text[start:end], sentence.text))
    return found


def test_there_are_enough_of_each_kind():
    marked = [label for sentence in SENTENCES for _start, _end, label in sentence.stretches]

    assert len(SENTENCES) >= 200
    assert {label for label in KINDS if marked.count(label) >= 25} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_nearly_all_of_a_kind_is_at_least_shown(by_kind, kind):
    missed = [one for one in by_kind[kind] if one[0] < CHECK]

    assert len(missed) <= 0.05 * len(by_kind[kind]), missed


@pytest.mark.parametrize("statements", [samples.marked_more, samples.marked_third])
def test_nearly_all_of_what_is_said_in_meetings_is_at_least_shown(statements):
    stretches = [(one, *mark) for one in statements() for mark in one.stretches]

    missed = [
        (one.text[start:end], one.text)
        for one, start, end, _label in stretches
        if weakest(one, start, end, tagger=True) < CHECK
    ]

    assert len(missed) <= 0.05 * len(stretches), missed


def test_sums_and_counts_are_no_ages_nor_numbers_of_cases():
    """At most 1.5 % of the words of sentences that only count something are masked unseen."""
    words = touched = 0
    disturbed = []
    harmless = (samples.harmless_kinds, samples.harmless_more, samples.harmless_third)
    for lang, text in (sentence for some in harmless for sentence in some()):
        spans = [span for span in find(text, lang) if span.score >= MASKED]
        words += len(text.split())
        touched += sum(len(text[span.start : span.end].split()) for span in spans)
        disturbed += [(text, span.label.value) for span in spans]

    assert touched / words <= 0.015, disturbed


@pytest.mark.parametrize(
    "text",
    [
        "Det kostet 54 kroner.",
        "Jeg kommer tilbake om 54 dager.",
        "I 12 år har jeg ventet.",
        "Jeg tar 40 mg om kvelden.",
        "Vi er fem på gruppa.",
        "Prisen er 35.",
        "Klokka var 14 da de kom.",
        "Planen er fire år gammel.",
    ],
)
def test_what_is_counted_is_no_age(text):
    assert Label.AGE not in {span.label for span in find(text, "nb")}
