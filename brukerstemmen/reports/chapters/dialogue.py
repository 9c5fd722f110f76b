"""What users and staff said together. Only of meetings whose minutes both sides have approved."""

import random
import uuid
from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from brukerstemmen.dialogues.models import Dialogue, DialogueReply, DialogueState, Outcome
from brukerstemmen.dialogues.showing.counting import outcomes_that_count, replies_that_count
from brukerstemmen.dialogues.sides import ReplyType, Side, place
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.masking.language import guess
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.reports import said_by
from brukerstemmen.reports.chapters.texts import lines_of, parts_of
from brukerstemmen.reports.document import Bullets, Heading, Paragraph, Part, Quote
from brukerstemmen.reports.gathering import PrintedFinding

Came = dict[Side, int]


def approved(evaluation: Evaluation) -> list[Dialogue]:
    """The meetings that count, with their seats."""
    rows = Dialogue.objects.filter(evaluation=evaluation, state=DialogueState.APPROVED)
    return list(rows.select_related("key__outer__outer").prefetch_related("seats__key__outer"))


def words_of(evaluation: Evaluation) -> list[str]:
    """Everything that was said and may be printed, in no order of its own."""
    return sorted(row.read("words") for row in replies_that_count(evaluation))


def what_was_said(
    evaluation: Evaluation,
    dialogues: Sequence[Dialogue],
    findings: Iterable[PrintedFinding],
    text: str,
) -> list[Part]:
    """text: what the team has written about it, which comes first."""
    written = parts_of(text)
    if not dialogues:
        return written or [
            Paragraph(_("There has been no dialogue meeting that both sides agree on."))
        ]
    k = CentreProfile.objects.get(centre=evaluation.work.centre_id).smallest_group
    groups = _large_groups(dialogues, k) | {(side, "") for side in _large_sides(dialogues, k)}
    return [*written, *_rooms(dialogues, k), *_by_finding(evaluation, groups, findings)]


def _rooms(dialogues: Sequence[Dialogue], k: int) -> list[Part]:
    parts: list[Part] = [Heading(_("Who was there"), 3)]
    for dialogue in dialogues:
        if people := _people(_came(dialogue), k):
            parts.append(Paragraph(people))
        if rules := lines_of(dialogue.read("ground_rules")):
            parts += [Heading(_("What was agreed on before we began"), 3), Bullets(rules)]
    parts.append(Paragraph(_("Users and staff had prepared on their own before they met.")))
    prepared = all(one.prepared_users_on and one.prepared_service_on for one in dialogues)
    return parts if prepared else parts[:-1]


def _came(dialogue: Dialogue) -> Came:
    came: Came = defaultdict(int)
    for seats in dialogue.seats.all():
        came[Side(seats.side)] += seats.came or 0
    return came


def _people(came: Came, k: int) -> str:
    """A number only where it is k or more; the others are there in words, without a number."""
    there = [side for side in sorted(came, key=place) if came[side]]
    if not there:
        return ""
    told = [said_by.people(side, came[side] if came[side] >= k else None) for side in there]
    return _("In the room were %(people)s.") % {"people": _joined(told)}


def _joined(told: list[str]) -> str:
    if len(told) == 1:
        return told[0]
    return _("%(several)s and %(last)s") % {"several": ", ".join(told[:-1]), "last": told[-1]}


def _by_finding(
    evaluation: Evaluation, groups: set[tuple[Side, str]], findings: Iterable[PrintedFinding]
) -> list[Part]:
    replies = _replies(evaluation)
    outcomes = {row.finding_id: row for row in outcomes_that_count(evaluation)}
    parts: list[Part] = []
    for finding in findings:
        said = [part for row in replies[finding.pk] for part in _reply(row, groups)]
        recognised = _recognised(outcomes.get(finding.pk))
        if said or recognised:
            parts += [Heading(f"{finding.number}. {finding.title}", 3), *recognised, *said]
    return parts


def _replies(evaluation: Evaluation) -> dict[uuid.UUID, list[DialogueReply]]:
    """By finding. Shuffled, and then by what is done with them: the order of the room is gone."""
    rows = list(replies_that_count(evaluation))
    random.SystemRandom().shuffle(rows)
    types = list(ReplyType)
    rows.sort(key=lambda row: (types.index(ReplyType(row.type)), place(Side(row.side))))
    under: dict[uuid.UUID, list[DialogueReply]] = defaultdict(list)
    for row in rows:
        under[row.finding_id].append(row)
    return under


def _reply(row: DialogueReply, groups: set[tuple[Side, str]]) -> list[Part]:
    """A function is told only where a large enough group in the room had it."""
    side, function = Side(row.side), " ".join(row.read("function").split())
    may_stand = bool(function) and (side, function.casefold()) in groups
    by = said_by.who(
        side, function if may_stand else "", ReplyType(row.type), few=(side, "") not in groups
    )
    words = row.read("words")
    return [Paragraph(by), Quote(words, guess(words))] if words else []


def _large_groups(dialogues: Sequence[Dialogue], k: int) -> set[tuple[Side, str]]:
    found: dict[tuple[Side, str], int] = defaultdict(int)
    for dialogue in dialogues:
        for seats in dialogue.seats.all():
            where = " ".join(seats.read("where").split()).casefold()
            key = (Side(seats.side), where)
            found[key] = max(found[key], seats.came or 0)
    return {key for key, came in found.items() if came >= k and key[1]}


def _large_sides(dialogues: Sequence[Dialogue], k: int) -> set[Side]:
    came = [_came(dialogue) for dialogue in dialogues]
    return {side for side in Side if any(one.get(side, 0) >= k for one in came)}


def _recognised(outcome: Outcome | None) -> list[Part]:
    """What users and staff recognise is told apart: one does not speak for the other."""
    if outcome is None:
        return []
    users, service = outcome.users_recognise, outcome.service_recognises
    if users and service:
        return [Paragraph(_("The users recognise this, and so does the service."))]
    told = [_by_users(users), _by_service(service)]
    return [Paragraph(sentence) for sentence in told if sentence]


def _by_users(recognise: bool | None) -> str:
    if recognise is None:
        return ""
    return (
        _("The users recognise this.") if recognise else _("The users do not recognise all of it.")
    )


def _by_service(recognises: bool | None) -> str:
    if recognises is None:
        return ""
    return (
        _("The service recognises this.")
        if recognises
        else _("The service does not recognise all of it.")
    )
