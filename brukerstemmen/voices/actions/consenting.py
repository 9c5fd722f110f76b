"""A yes for each purpose, by the person at their own door or written down on their behalf."""

from collections.abc import Mapping

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record, record_later
from brukerstemmen.people.models import Person
from brukerstemmen.privacy import consent
from brukerstemmen.privacy.consent import Act, Channel, Purpose, State
from brukerstemmen.voices import texts
from brukerstemmen.voices.models import ConsentDecision, Invitation, Participant
from brukerstemmen.voices.states import QUOTABLE, StatementState

# Who has said yes once may have said something, also when that yes has run out since.
HAS_WORDS_HERE = frozenset({State.GIVEN, State.EXPIRED})


def states_of(participant: Participant) -> dict[Purpose, State | None]:
    """What the person has said to each purpose, as it stands today."""
    told = [row.as_decision() for row in participant.decisions.all()]
    return consent.states(told, on=clock.today())


def allows(participant: Participant | None, purpose: Purpose) -> bool:
    """Whether a yes to this purpose holds today. Words without a speaker have nobody's yes."""
    if participant is None:
        return False
    told = [row.as_decision() for row in participant.decisions.all()]
    return consent.allows(told, purpose, on=clock.today())


def asked_of(invitation: Invitation | None) -> list[Purpose]:
    """The purposes people here are asked about: those there is use for, and no more."""
    asked = [Purpose.TAKE_PART, Purpose.QUOTES, Purpose.CONTACT_AGAIN]
    if invitation and invitation.asks_recording:
        asked.append(Purpose.RECORDING)
    if invitation and invitation.asks_research:
        asked.append(Purpose.RESEARCH)
    return asked


def enter_decision(
    participant: Participant,
    purpose: Purpose,
    act: Act,
    *,
    channel: Channel,
    by: Person | None,
    text_version: str = "",
) -> ConsentDecision:
    """One row in the list of decisions, dated today.

    text_version: what was shown; for a withdrawal the version of the last decision.
    Raises ValidationError for a yes that would have ended before it is given.
    """
    version = text_version or _last_version(participant)
    invitation = Invitation.objects.filter(evaluation=participant.evaluation_id).first()
    until = invitation.words_until if invitation and act is Act.GIVE else None
    if until is not None and until < clock.today():
        raise ValidationError(_("The day named in the invitation has passed."))
    return ConsentDecision.objects.create(
        participant=participant,
        purpose=purpose,
        act=act,
        on=clock.today(),
        until=until,
        text_version=version,
        channel=channel,
        registered_by=by,
    )


def _last_version(participant: Participant) -> str:
    last = participant.decisions.order_by("on", "pk").last()
    return last.text_version if last else texts.FIRST_VERSION


@transaction.atomic
def answer_consent(
    participant: Participant, answers: Mapping[Purpose, bool], *, text_version: str
) -> None:
    """What a person has answered at their own door, purpose by purpose.

    Raises ValidationError if something was not answered, or if the person is gone.
    """
    participant = _open(participant)
    _answer(participant, answers, text_version, Channel.OWN_LINK, by=None)
    record_later(what="consent.answered", about=participant)


@transaction.atomic
def answer_consent_on_behalf(
    participant: Participant,
    answers: Mapping[Purpose, bool],
    *,
    text_version: str,
    channel: Channel,
    by: Person,
) -> None:
    """The same, told on paper or by telephone, and marked so.

    Raises PermissionDenied or ValidationError.
    """
    require(by, Permission.WRITE_DOWN, participant)
    if not channel.on_behalf:
        raise ValidationError(_("Say how you were told."))
    participant = _open(participant)
    _answer(participant, answers, text_version, channel, by=by)
    record(by=by, what="consent.registered", about=participant.evaluation, count=1)


def _open(participant: Participant) -> Participant:
    participant = Participant.objects.select_for_update().get(pk=participant.pk)
    if participant.is_withdrawn:
        raise ValidationError(_("%(code)s has withdrawn.") % {"code": participant.code})
    return participant


def _answer(
    participant: Participant,
    answers: Mapping[Purpose, bool],
    text_version: str,
    channel: Channel,
    by: Person | None,
) -> None:
    invitation = Invitation.objects.filter(evaluation=participant.evaluation_id).first()
    if missing := [purpose for purpose in asked_of(invitation) if purpose not in answers]:
        raise ValidationError({purpose.value: _("Choose yes or no.") for purpose in missing})
    now = states_of(participant)
    _refuse_yes_after_no(participant, answers)
    if now[Purpose.TAKE_PART] in HAS_WORDS_HERE and not answers[Purpose.TAKE_PART]:
        # It would leave their words behind: to leave is to withdraw, which takes everything.
        told = _("You take part now. To leave, choose to withdraw: then your words go with you.")
        raise ValidationError({Purpose.TAKE_PART.value: told})
    for purpose in asked_of(invitation):
        act = _act(now[purpose], says_yes=answers[purpose])
        if act is not None:
            enter_decision(
                participant, purpose, act, channel=channel, by=by, text_version=text_version
            )
    if not answers[Purpose.QUOTES]:
        count_only(participant)


def _refuse_yes_after_no(participant: Participant, answers: Mapping[Purpose, bool]) -> None:
    """Decisions carry a day and no hour, and a no is stronger: a new yes holds from tomorrow."""
    no_today = participant.decisions.filter(on=clock.today(), act__in=[Act.DECLINE, Act.WITHDRAW])
    refused = [
        purpose
        for purpose in map(Purpose, no_today.values_list("purpose", flat=True))
        if answers.get(purpose)
    ]
    if refused:
        told = _("You said no to this today. You can say yes from tomorrow.")
        raise ValidationError({purpose.value: told for purpose in refused})


def count_only(participant: Participant) -> None:
    """What they have said goes on to count, and is not quoted."""
    quotable = participant.statements.filter(state__in=[state.value for state in QUOTABLE])
    quotable.update(state=StatementState.COUNT_ONLY, answered_number=F("masked_number"))


def let_quotes_run_out() -> int:
    """A yes to quotes that named a last day is over: what was said counts only. A chore.
    Returns how many people's."""
    people = Participant.objects.filter(statements__state__in=[one.value for one in QUOTABLE])
    over = [
        person
        for person in people.distinct().prefetch_related("decisions")
        if not allows(person, Purpose.QUOTES)
    ]
    for person in over:
        count_only(person)
    return len(over)


def _act(state: State | None, *, says_yes: bool) -> Act | None:
    """What an answer does, None where it changes nothing."""
    if says_yes:
        return None if state is State.GIVEN else Act.GIVE
    if state is State.GIVEN:
        return Act.WITHDRAW
    return None if state in {State.DECLINED, State.WITHDRAWN} else Act.DECLINE


@transaction.atomic
def tell_guardian(participant: Participant, *, by: Person) -> None:
    """Those who care for somebody under 16 have been told. Raises PermissionDenied."""
    require(by, Permission.WRITE_DOWN, participant)
    Participant.objects.filter(pk=participant.pk, is_young=True).update(
        guardian_told_on=clock.today()
    )
