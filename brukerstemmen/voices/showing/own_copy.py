"""Everything about one participant in one piece, to take along: to read, and for machines."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from brukerstemmen.people import clock
from brukerstemmen.voices.models import Participant, PersonalCode
from brukerstemmen.voices.showing import own_data as data
from brukerstemmen.voices.showing import own_kept
from brukerstemmen.voices.showing.own_words import OwnWords, Version, own_words, versions_of


@dataclass(frozen=True)
class Said:
    """One statement with all its wordings."""

    one: OwnWords
    versions: list[Version]


@dataclass(frozen=True)
class Everything:
    """All that is kept about a participant."""

    made_on: date
    participant: Participant
    reach: data.Reach | None
    company: list[data.Company]
    answers: list[data.Answered]
    meetings: list[date]
    code: PersonalCode | None
    told: data.Told | None
    said: list[Said]
    looks: list[data.Look]
    kept: data.Kept
    more: list[own_kept.Part]


def everything(participant: Participant) -> Everything:
    """The same number of queries, however much there is."""
    words = own_words(participant)
    versions = versions_of([one.statement for one in words])
    return Everything(
        made_on=clock.today(),
        participant=participant,
        reach=data.reach_of(participant),
        company=data.company_of(participant),
        answers=data.answers_of(participant),
        meetings=data.meeting_days(participant),
        code=data.code_of(participant),
        told=data.told_of_words(participant),
        said=[Said(one, versions.get(one.pk, [])) for one in words],
        looks=data.looks_at(participant),
        kept=data.kept_until(participant),
        more=own_kept.parts_of(participant),
    )


def as_json(all_of_it: Everything) -> dict[str, Any]:
    """The copy for machines. Days as YYYY-MM-DD; the words of states as a person reads them."""
    own, reach, code = all_of_it.participant, all_of_it.reach, all_of_it.code
    return {
        "made_on": all_of_it.made_on,
        "under_16": own.is_young,
        "guardian_told_on": own.guardian_told_on,
        "wants_to_be_named": own.wants_to_be_named,
        "contact": _plain(reach) if reach else None,
        "company": [_plain(one) for one in all_of_it.company],
        "answers": [_plain(one) for one in all_of_it.answers],
        "meetings": all_of_it.meetings,
        "code": {"given_on": code.issued_on, "until": code.until} if code else None,
        "told_of_words": _plain(all_of_it.told) if all_of_it.told else None,
        "statements": [_statement(said) for said in all_of_it.said],
        "looked": [_plain(one) for one in all_of_it.looks],
        "kept_until": _plain(all_of_it.kept),
        "more": [_part(part) for part in all_of_it.more],
    }


def _part(part: own_kept.Part) -> dict[str, Any]:
    return {"title": part.title, "lines": [_plain(line) for line in part.lines]}


def _plain(row: Any) -> dict[str, Any]:
    return dict(vars(row))


def _statement(said: Said) -> dict[str, Any]:
    return {
        "number": said.one.number,
        "language": said.one.statement.language,
        "kind": said.one.statement.kind,
        "state": said.one.state,
        "wordings": [_plain(version) for version in said.versions],
    }
