"""Making the internal draft of an evaluation from what is ready: masked, and read by a person.

The same number of queries however much was said. What may still point at somebody is left out
and counted as waiting; it cannot come in, since only ready statements are asked for.
"""

import uuid
from collections import defaultdict

from django.db.models import F
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from brukerstemmen.analysis.counting import ThemeCount, per_theme, totals
from brukerstemmen.analysis.models import Coding
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.evaluations.wording import PROMISES
from brukerstemmen.people import clock
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.people.models.work import Part
from brukerstemmen.privacy.disclosure import shown
from brukerstemmen.reports.content import Draft, Line, Numbers, ThemePart
from brukerstemmen.voices.kinds import Kind
from brukerstemmen.voices.models import MaskedWording, Statement, UserMeeting
from brukerstemmen.voices.models.meetings import Kind as MeetingKind
from brukerstemmen.voices.states import MeetingState, reached

# Where the lines of each kind stand in a theme. A statement nobody has marked has the kind "".
_PLACES = {
    Kind.GOOD.value: "good",
    Kind.NOT_GOOD.value: "not_good",
    Kind.PROPOSAL.value: "proposals",
    Kind.OTHER.value: "other",
    "": "unmarked",
}


def draft_of(evaluation: Evaluation) -> Draft:
    """The draft as it stands today, in the language of now. Asks nobody: `actions` does."""
    profile = CentreProfile.objects.get(centre=evaluation.work.centre_id)
    ready = _ready(evaluation)
    lines, under = _lines(evaluation, ready), _lies_under(evaluation)
    statements = [one for one in ready if one.pk in lines]
    counted, held = totals(evaluation), _held(evaluation)
    people = shown(counted.people, profile.smallest_group)
    return Draft(
        title=evaluation.work.title,
        centre=evaluation.work.centre.name,
        service=_services(evaluation),
        made_on=clock.today(),
        language=get_language() or "nb",
        promise=evaluation.read("promise") or str(PROMISES.get(evaluation.degree, "")),
        numbers=Numbers(
            people=people,
            attendances=None if people is None else counted.attendances,
            meetings=len(held),
            statements=counted.statements,
            unspoken=counted.unspoken,
        ),
        themes=tuple(
            _theme_part(count, statements, lines, under, profile.smallest_group)
            for count in per_theme(evaluation)
        ),
        waiting=counted.statements - len(ready),
        unsorted=tuple(lines[one.pk] for one in statements if not under[one.pk]),
        method=tuple(_method(held, profile.smallest_group)),
    )


def _ready(evaluation: Evaluation) -> list[Statement]:
    """The statements that may be read, in the order they were said."""
    rows = Statement.objects.filter(user_meeting__evaluation=evaluation).ready()
    return list(rows.order_by("user_meeting__meeting__number", "position"))


def _lines(evaluation: Evaluation, statements: list[Statement]) -> dict[uuid.UUID, Line]:
    """Their masked words as they stand now. Words that are erased make no line."""
    found = {one.pk: one for one in statements}
    wordings = MaskedWording.objects.filter(
        statement__user_meeting__evaluation=evaluation, number=F("statement__masked_number")
    ).prefetch_related("key__outer__outer")
    return {
        one.pk: Line(words, one.language, one.is_quotable)
        for wording in wordings
        if (one := found.get(wording.statement_id)) and (words := wording.read("words"))
    }


def _lies_under(evaluation: Evaluation) -> dict[uuid.UUID, set[uuid.UUID]]:
    """For each statement, the themes it lies under."""
    under: dict[uuid.UUID, set[uuid.UUID]] = defaultdict(set)
    codings = Coding.objects.filter(theme__evaluation=evaluation)
    for statement, theme in codings.values_list("statement", "theme"):
        under[statement].add(theme)
    return under


def _theme_part(
    count: ThemeCount,
    statements: list[Statement],
    lines: dict[uuid.UUID, Line],
    under: dict[uuid.UUID, set[uuid.UUID]],
    smallest_group: int,
) -> ThemePart:
    here: dict[str, list[Line]] = defaultdict(list)
    for one in statements:
        if count.theme.pk in under[one.pk]:
            here[_PLACES[one.kind]].append(lines[one.pk])
    return ThemePart(
        name=count.theme.read("name"),
        definition=count.theme.read("definition"),
        people=shown(count.people, smallest_group),
        statements=count.statements,
        quotable=count.quotable,
        **{place: tuple(said) for place, said in here.items()},
    )


def _services(evaluation: Evaluation) -> str:
    rows = evaluation.work.party_rows.filter(part=Part.SERVICE).order_by("pk")
    return ", ".join(rows.values_list("organisation__name", flat=True))


def _held(evaluation: Evaluation) -> list[UserMeeting]:
    return [
        meeting
        for meeting in UserMeeting.objects.filter(evaluation=evaluation)
        if reached(meeting.state_now, MeetingState.HELD)
    ]


def _method(held: list[UserMeeting], smallest_group: int) -> list[str]:
    """How it was made, as sentences."""
    heard = sum(1 for one in held if reached(one.state_now, MeetingState.READ_ALOUD))
    groups = sum(1 for one in held if one.kind == MeetingKind.GROUP)
    told = [*_meetings_told(groups, len(held) - groups)]
    if held:
        told.append(_("Nobody from the service was in the room."))
    if heard:
        told.append(
            _("What was said was read aloud to those who were there, in %(n)s of %(all)s meetings.")
            % {"n": heard, "all": len(held)}
        )
    return [
        *told,
        _("What may point at somebody is taken away. A person has read every statement here."),
        _("A statement may lie under several themes, so numbers of themes cannot be added."),
        _("What is marked as such may be quoted: the one who said it has said yes to the words."),
        _("It is people that are counted. %(number)s or fewer are not shown.")
        % {"number": smallest_group - 1},
    ]


def _meetings_told(groups: int, single: int) -> list[str]:
    told = []
    if groups:
        text = ngettext(
            "%(n)s group interview was held.", "%(n)s group interviews were held.", groups
        )
        told.append(text % {"n": groups})
    if single:
        text = ngettext(
            "%(n)s individual interview was held.", "%(n)s individual interviews were held.", single
        )
        told.append(text % {"n": single})
    return told
