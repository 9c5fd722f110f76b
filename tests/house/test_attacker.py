"""What goes out over time narrows no hidden count; without the protection much is narrowed.

The evaluations are drawn anew, with the same seed each time. `NIGHTLY=1` draws 2,000 of them.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random

import pytest

from brukerstemmen.privacy.disclosure import Group, Published, publish
from brukerstemmen.reports.counts import from_json, to_json
from tests.house.attacker import FEW, NEARLY_ALL, Seen, attack

SEED = 7
SIZE = 2_000 if os.environ.get("NIGHTLY") else 300
THEMES = [f"T{number}" for number in range(1, 10)]


@dataclass(frozen=True)
class Voice:
    """Somebody who takes part: how many statements they have said under each theme."""

    part: str
    said: dict[str, int]


@dataclass(frozen=True)
class Story:
    """An evaluation: who is there at each release, and what each release is about."""

    k: int
    speakers_known: bool
    releases: tuple[tuple[str | None, tuple[Voice, ...]], ...]  # the part, None for the whole


def drawn(random: Random, *, parts: bool = False) -> Story:
    k = random.choice([6, 6, 6, 6, 7, 8])
    themes = THEMES[: random.choice([2, 3, 3, 4, 4, 5, 6, 9])]
    weights = [random.choice([1, 2, 4, 8]) for _ in themes]
    # People who speak of one thing only are the easiest to work out.
    most_themes = random.choice([1, 1, 2, 4])
    most_statements = random.choice([1, 3])

    def voice() -> Voice:
        chosen = random.choices(themes, weights, k=random.randint(1, most_themes))
        said = {theme: random.randint(1, most_statements) for theme in chosen}
        return Voice(random.choice("AB") if parts else "", said)

    voices = [voice() for _ in range(random.choice([5, 9, 13, 16, 19, 19, 24, 32, 45]))]
    releases = []
    for number in range(random.randint(2 if parts else 1, 4)):
        if number:
            voices = [one for one in voices if random.random() > random.choice([0, 0.04, 0.1])]
            voices += [voice() for _ in range(random.choice([0, 0, 0, 1, 3]))]
        releases.append((random.choice([None, "A", "B"]) if parts else None, tuple(voices)))
    return Story(k, random.random() > 0.05, tuple(releases))


def stories(size: int = SIZE, *, parts: bool = False) -> Iterator[Story]:
    random = Random(SEED + parts)
    for _ in range(size):
        yield drawn(random, parts=parts)


def counted(story: Story, number: int, *, protect: bool) -> Published:
    """The counts as they are at one release."""
    part, voices = story.releases[number]
    there = [voice for voice in voices if part in (None, voice.part)]
    groups: dict[str, Group] = {}
    for voice in there:
        for theme, statements in voice.said.items():
            so_far = groups.get(theme, Group(0))
            groups[theme] = Group(so_far.people + 1, so_far.statements + statements)
    return publish(
        len(there),
        groups,
        statements=sum(group.statements for group in groups.values()),
        speakers_known=story.speakers_known,
        k=story.k,
        protect_by_hiding_more=protect,
    )


def once(story: Story, *, protect: bool = True) -> list[Published]:
    """As the product does: counted at the first release, read back at all others; the part that
    comes first has numbers, the others words."""
    kept = to_json(counted(story, 0, protect=protect))
    first = story.releases[0][0]
    return [
        from_json(kept) if part == first else Published(k=story.k)
        for part, _there in story.releases
    ]


def anew(story: Story, *, protect: bool = True) -> list[Published]:
    """As it must never be done: counted again each time."""
    return [counted(story, number, protect=protect) for number in range(len(story.releases))]


def seen(published: Published, part: str | None) -> Seen:
    """What is on the page, handed over as plain numbers and words."""
    return Seen(
        k=published.k,
        people=published.people,
        groups={
            name: told if isinstance(told, int) else told.value
            for name, told in published.groups.items()
        },
        statements=published.statements,
        statements_in=published.statements_in,
        part=part,
    )


def read_by_the_attacker(story: Story, releases: Sequence[Published]) -> list[Seen]:
    parts = [part for part, _there in story.releases]
    return [seen(one, part) for one, part in zip(releases, parts, strict=True)]


def has_hidden(releases: Sequence[Published]) -> bool:
    return any(not isinstance(told, int) for one in releases for told in one.groups.values())


def outcome(told: Callable[[Story], list[Published]], *, size: int, parts: bool) -> tuple[int, int]:
    """How many of the evaluations with something hidden are narrowed, and how many there are."""
    narrowed = hidden = 0
    for story in stories(size, parts=parts):
        releases = told(story)
        if has_hidden(releases):
            hidden += 1
            narrowed += bool(attack(read_by_the_attacker(story, releases)))
    return narrowed, hidden


@pytest.mark.parametrize("parts", [False, True], ids=["whole", "with parts"])
def test_nothing_that_is_hidden_is_narrowed(parts):
    narrowed, hidden = outcome(once, size=SIZE, parts=parts)

    assert hidden > SIZE / 6
    assert narrowed == 0


@pytest.mark.parametrize(
    ("told", "parts", "size", "share"),
    [
        pytest.param(lambda story: once(story, protect=False), False, 120, 0.25, id="table always"),
        pytest.param(lambda story: anew(story, protect=False), False, 60, 0.25, id="neither"),
        pytest.param(lambda story: anew(story, protect=False), True, 40, 0.25, id="neither, parts"),
        pytest.param(anew, False, 90, 0.03, id="counted anew"),
        pytest.param(anew, True, 90, 0.03, id="counted anew, parts"),
    ],
)
def test_the_attacker_finds_what_is_not_protected(told, parts, size, share):
    narrowed, hidden = outcome(told, size=size, parts=parts)

    assert narrowed > hidden * share, f"{narrowed} of {hidden}"


def read(people: int, groups: dict[str, int | str], statements: int | None = None) -> Seen:
    return Seen(k=6, people=people, groups=groups, statements=statements)


def test_what_the_attacker_finds_is_right():
    """Three small examples that a person can work out."""
    [found] = attack([read(19, {"T1": 8, "T2": 7, "T5": FEW})])
    assert (found.group, found.found) == ("T5", (4, 5))  # 19 - 8 - 7 = 4

    [found] = attack([read(19, {"T1": 10, "T2": 12, "T3": FEW}, statements=25)])
    assert (found.group, found.found) == ("T3", (1, 3))  # 25 - 10 - 12 = 3


def test_who_withdraws_is_found_by_comparing():
    before = read(20, {"T1": 12, "T2": NEARLY_ALL, "T3": 6}, statements=90)
    after = read(19, {"T1": 12, "T2": NEARLY_ALL, "T3": FEW}, statements=88)

    assert [one.found for one in attack([before, after]) if one.group == "T3"] == [(5, 5)]


def test_who_joins_is_allowed_for():
    assert attack([read(19, {"T1": 10, "T2": 9}), read(20, {"T1": 11, "T2": 9})]) == []
