"""The law of harvesting by OAI-PMH 2.0: what a harvester may ask, and how it is told no.
Plain values in, plain values out. One format, oai_dc; days are the finest grain; no sets."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

PREFIX = "oai_dc"
A_LOT = 100  # records in one answer; the rest comes with a token
# What each verb needs, and what it may have besides.
ARGUMENTS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "Identify": (frozenset(), frozenset()),
    "ListMetadataFormats": (frozenset(), frozenset({"identifier"})),
    "ListSets": (frozenset(), frozenset({"resumptionToken"})),
    "GetRecord": (frozenset({"identifier", "metadataPrefix"}), frozenset()),
    "ListRecords": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"})),
    "ListIdentifiers": (frozenset({"metadataPrefix"}), frozenset({"from", "until", "set"})),
}
_LISTS = frozenset({"ListRecords", "ListIdentifiers"})
_TOKEN = re.compile(r"(?P<after>\d{1,18})\.(?P<since>[\d-]{10})?\.(?P<until>[\d-]{10})?")


class Refused(Exception):
    """code: one of the protocol's own. The sentence is for the one who runs the harvester."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


@dataclass(frozen=True)
class Wanted:
    """verb: of `ARGUMENTS`. after: the number of the last record that was told; 0 at first."""

    verb: str
    identifier: str = ""
    since: date | None = None
    until: date | None = None
    after: int = 0


def wanted(arguments: Mapping[str, list[str]]) -> Wanted:
    """What is asked for. Raises Refused.

    >>> wanted({"verb": ["ListRecords"], "metadataPrefix": ["oai_dc"], "from": ["2025-03-01"]})
    Wanted(verb='ListRecords', identifier='', since=datetime.date(2025, 3, 1), until=None, after=0)
    >>> wanted({"verb": ["ListRecords"], "resumptionToken": ["100.."]}).after
    100
    """
    if any(len(values) != 1 for values in arguments.values()):
        raise Refused("badArgument", "Each argument may stand once.")
    asked = {name: values[0] for name, values in arguments.items()}
    verb = asked.pop("verb", "")
    if verb not in ARGUMENTS:
        raise Refused("badVerb", "The verb is missing, or is none of the protocol's.")
    if verb == "ListSets" or "set" in asked:
        raise Refused("noSetHierarchy", "There are no sets here.")
    if verb in _LISTS and "resumptionToken" in asked:
        return _resumed(verb, asked)
    _require_whole(verb, asked)
    since, until = _day(asked.get("from")), _day(asked.get("until"))
    if since and until and since > until:
        raise Refused("badArgument", "from is later than until.")
    return Wanted(verb, asked.get("identifier", ""), since, until)


def _require_whole(verb: str, asked: Mapping[str, str]) -> None:
    needed, besides = ARGUMENTS[verb]
    if needed - set(asked) or set(asked) - needed - besides:
        raise Refused("badArgument", "An argument is missing, or one too many is there.")
    if asked.get("metadataPrefix", PREFIX) != PREFIX:
        raise Refused("cannotDisseminateFormat", "The only format here is oai_dc.")


def _resumed(verb: str, asked: Mapping[str, str]) -> Wanted:
    found = _TOKEN.fullmatch(asked["resumptionToken"])
    if len(asked) > 1:
        raise Refused("badArgument", "resumptionToken stands alone.")
    if found is None:
        raise Refused("badResumptionToken", "That token was not made here.")
    try:
        since, until = _day(found["since"]), _day(found["until"])
    except Refused as wrong:
        raise Refused("badResumptionToken", "That token was not made here.") from wrong
    return Wanted(verb, since=since, until=until, after=int(found["after"]))


def token(asked: Wanted, after: int) -> str:
    """What brings the rest.

    >>> token(Wanted("ListRecords", since=date(2025, 3, 1)), 200)
    '200.2025-03-01.'
    """
    return f"{after}.{asked.since or ''}.{asked.until or ''}"


def _day(told: str | None) -> date | None:
    if not told:
        return None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", told):
        raise Refused("badArgument", "A day is written YYYY-MM-DD.")
    try:
        return date.fromisoformat(told)
    except ValueError as wrong:
        raise Refused("badArgument", "There is no such day.") from wrong
