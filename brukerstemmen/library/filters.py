"""Which pages of a list a reader wants to see. The address holds it, so that it can be sent on:
`?grad=involve&niva=service`.

A label is (kind, key), as in `library.labels`. Within one kind any will do, and every kind that is
chosen must fit: advice to involve *or* to collaborate, *and* for relatives.
"""

from collections.abc import Iterable, Mapping, Sequence

Label = tuple[str, str]

# What each kind is called in addresses. These are in links that people have sent: never changed.
PARAMETERS = {
    "degree": "grad",
    "level": "niva",
    "entrance": "inngang",
    "target": "hvem",
    "phase": "fase",
    "focus": "satsing",
    "field": "felt",
}


def chosen(asked: Mapping[str, Sequence[str]], known: Iterable[Label]) -> tuple[Label, ...]:
    """What an address asks for, in the order the labels are known. What is not known is left out.

    >>> chosen({"niva": ["service"], "grad": ["best"]}, [("level", "service")])
    (('level', 'service'),)
    """
    return tuple(
        (kind, key)
        for kind, key in known
        if kind in PARAMETERS and key in asked.get(PARAMETERS[kind], ())
    )


def query(labels: Iterable[Label]) -> str:
    """The end of the address that asks for these labels; nothing where there are none.

    >>> query([("degree", "involve"), ("target", "relative")])
    '?grad=involve&hvem=relative'
    """
    asked = "&".join(f"{PARAMETERS[kind]}={key}" for kind, key in labels)
    return f"?{asked}" if asked else ""


def without(labels: Iterable[Label], label: Label) -> tuple[Label, ...]:
    """The others.

    >>> without([("degree", "involve"), ("target", "relative")], ("degree", "involve"))
    (('target', 'relative'),)
    """
    return tuple(other for other in labels if other != label)


def by_kind(labels: Iterable[Label]) -> dict[str, tuple[str, ...]]:
    """The keys of each kind, in the order they come.

    >>> by_kind([("degree", "involve"), ("degree", "empower")])
    {'degree': ('involve', 'empower')}
    """
    sorted_out: dict[str, tuple[str, ...]] = {}
    for kind, key in labels:
        sorted_out[kind] = (*sorted_out.get(kind, ()), key)
    return sorted_out


def keeps(labels: Iterable[Label], wanted: Iterable[Label]) -> bool:
    """Whether a page with these labels is among those a reader wants.

    >>> keeps([("degree", "involve")], [("degree", "involve"), ("degree", "empower")])
    True
    >>> keeps([("degree", "involve")], [("degree", "involve"), ("target", "child")])
    False
    """
    has = set(labels)
    return all(any((kind, key) in has for key in keys) for kind, keys in by_kind(wanted).items())


def offers(found: Iterable[Label], picked: Iterable[Label]) -> dict[str, tuple[str, ...]]:
    """What a list can be sorted by: kinds where its pages differ, and those already picked from.

    >>> offers([("degree", "inform"), ("degree", "involve"), ("level", "service")], [])
    {'degree': ('inform', 'involve')}
    """
    used = set(by_kind(picked))
    return {kind: keys for kind, keys in by_kind(found).items() if len(keys) > 1 or kind in used}
