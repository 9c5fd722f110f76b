"""A story in words, for the page behind the code, the letter, the preview and everybody."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.followups.story import Finding, Measure, Round, Story, Told
from brukerstemmen.measures.models import Standing
from brukerstemmen.measures.states import Says
from brukerstemmen.measures.wording import (
    SAYS,
    SAYS_TONES,
    STATUS_TONES,
    STATUSES,
    VERDICT_TONES,
    VERDICTS,
    told_quarter,
)
from brukerstemmen.voices.models.participants import Language

Words = Promise | str


@dataclass(frozen=True)
class MeasureShown:
    """claimed is what the service says, felt what users say; earlier: what they said before."""

    row: Measure

    @property
    def claimed(self) -> Words:
        return STATUSES[self.row.status]

    @property
    def tone(self) -> str:
        return STATUS_TONES[self.row.status]

    @property
    def felt(self) -> Words:
        """Nothing where the service has said no: then there is nothing to notice."""
        newest = None if self.row.is_no else self.row.newest
        return VERDICTS[newest.verdict] if newest else ""

    @property
    def felt_tone(self) -> str:
        return VERDICT_TONES[self.row.newest.verdict] if self.row.newest else ""

    @property
    def earlier(self) -> list[dict[str, Words]]:
        """What was said in the rounds before that, the newest first; nothing where it is a no."""
        newest = None if self.row.is_no else self.row.newest
        if newest is None:
            return []
        before = (told for told in reversed(self.row.felt) if told.round < newest.round)
        return [_earlier(told) for told in before]

    @property
    def deadline(self) -> date | None:
        return date.fromisoformat(self.row.deadline) if self.row.deadline else None


def _earlier(told: Told) -> dict[str, Words]:
    return {"claimed": STATUSES[told.claimed], "felt": VERDICTS[told.verdict]}


@dataclass(frozen=True)
class FindingShown:
    row: Finding
    measures: list[MeasureShown]

    @property
    def parts(self) -> list[dict[str, str]]:
        """What was said, under one heading each, without those that say nothing."""
        disputed = self.row.standing == Standing.DISPUTED
        nuance = _("Both views") if disputed else _("What the dialogue added")
        told = [
            (_("What is good"), self.row.good),
            (_("What is not good"), self.row.not_good),
            (_("How it could be better"), self.row.better),
            (nuance, self.row.nuance),
        ]
        return [{"term": term, "value": said} for term, said in told if said]

    @property
    def says(self) -> Words:
        return SAYS[Says(self.row.says)] if self.row.says else ""

    @property
    def says_tone(self) -> str:
        return SAYS_TONES[Says(self.row.says)] if self.row.says else ""

    @property
    def clarified_on(self) -> date | None:
        return date.fromisoformat(self.row.clarified_on) if self.row.clarified_on else None


@dataclass(frozen=True)
class No:
    """What the answer was no to, and why. word: how the no is called."""

    title: str
    word: Words
    reason: str


@dataclass(frozen=True)
class StoryShown:
    story: Story
    findings: list[FindingShown]
    noes: list[No]
    rounds: list[str]
    loose: list[MeasureShown]  # measures that answer no finding any more
    language: str  # the one the words are written in


def shown(story: Story, language: str = Language.NB) -> StoryShown:
    """The story, with states and headings in the language of now. language: of its own words."""
    of_some = {number for finding in story.findings for number in finding.measures}
    return StoryShown(
        story=story,
        findings=[
            FindingShown(one, [MeasureShown(each) for each in story.measures_of(one)])
            for one in story.findings
        ],
        noes=_noes(story),
        rounds=[_round(one) for one in story.rounds],
        loose=[MeasureShown(one) for one in story.measures if one.number not in of_some],
        language=language,
    )


def _noes(story: Story) -> list[No]:
    refused = [No(one.title, SAYS[Says.NO], one.reason) for one in story.findings if one.is_no]
    noes = [No(one.title, STATUSES[one.status], one.reason) for one in story.measures if one.is_no]
    return refused + noes


def _round(one: Round) -> str:
    """When users were asked, and how many answered as far as that may be told."""
    when = {"quarter": told_quarter(one.quarter)}
    if one.replies is None:
        asked = _("We asked in %(quarter)s whether a change is felt.") % when
    else:
        asked = ngettext(
            "We asked in %(quarter)s whether a change is felt. %(n)s person answered.",
            "We asked in %(quarter)s whether a change is felt. %(n)s people answered.",
            one.replies,
        ) % (when | {"n": one.replies})
    return f"{asked} {one.note}".strip()
