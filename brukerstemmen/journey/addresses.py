"""Where on the road a thing is done: the address of each step, need and act."""

from django.urls import reverse

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.next_act import Act
from brukerstemmen.people import clock
from brukerstemmen.reports.states import ReportKind

PROCESS, FINAL = ReportKind.PROCESS, ReportKind.FINAL
# The name of a door, with the report it is about if it is a report's.
Place = str | tuple[str, ReportKind]

_STEPS: dict[Step, Place] = {
    Step.AGREEMENT: "evaluations:describe",
    Step.PREPARING: "evaluations:guide",
    Step.INVITING: "voices:invitation",
    Step.MEETINGS: "voices:meetings",
    Step.THEMES: "analysis:board",
    Step.REPORT: ("reports:report", PROCESS),
    Step.DIALOGUE: "dialogues:dialogues",
    Step.FOLLOW_UP: "followups:rounds",
}
_NEEDS: dict[Need, Place] = {
    Need.CLIENT: "evaluations:describe",
    Need.AGREEMENT: "evaluations:describe",
    Need.DEGREE: "evaluations:describe",
    Need.PROMISE: "evaluations:describe",
    Need.ANCHORING: "evaluations:describe",
    Need.TWO_INTERVIEWERS: "evaluations:team",
    Need.OWN_EXPERIENCE: "evaluations:team",
    Need.GUIDE: "evaluations:guide",
    Need.PEOPLE: "voices:meetings",
    Need.READING_ALOUD: "voices:meetings",
    Need.MASKING: "voices:meetings",
    Need.GIVING_BACK: "voices:validation",
    Need.SORTING: "analysis:board",
    Need.FINDINGS: "analysis:findings",
    Need.EVIDENCE: "analysis:findings",
    Need.AFFECTED: "analysis:findings",
    Need.QUESTIONS: "analysis:findings",
    Need.QUOTES: "reports:quotes",
    Need.RECOGNITION: "reports:recognition",
    Need.APPROVALS: ("reports:report", PROCESS),
    Need.BALANCE: "dialogues:dialogues",
    Need.TOLD: "dialogues:dialogues",
    Need.PREPARATION: "dialogues:dialogues",
    Need.MINUTES: "dialogues:dialogues",
    Need.HANDING_OVER: "dialogues:dialogues",
    Need.ANSWERS: "measures:for_service",
    Need.FINAL_RECOGNITION: "reports:recognition",
    Need.FINAL_APPROVALS: ("reports:report", FINAL),
    Need.ROUNDS: "followups:rounds",
    Need.ASKING_USERS: "followups:rounds",
    Need.READING_REPLIES: "followups:rounds",
    Need.TELLING: "followups:rounds",
    Need.FEEDBACK: "followups:feedback",
}
_ACTS: dict[Act, Place] = {
    Act.WRITE: "voices:write",
    Act.READ_ALOUD: "voices:read_aloud",
    Act.MASK: "voices:mask",
    Act.NEW_WORDS: "voices:mask",
    Act.SECOND: "voices:second_reading",
    Act.OPEN: "voices:meeting",
    Act.SORT: "analysis:board",
    Act.GIVE_BACK: "voices:validation",
    Act.PREPARE_MEETING: "voices:meeting",
    Act.DRAFT: "reports:draft",
    Act.LOOK_AT_FINDINGS: "analysis:findings",
    Act.FIND: "analysis:findings",
    Act.MEND_FINDINGS: "analysis:findings",
    Act.WRITE_REPORT: ("reports:report", PROCESS),
    Act.CLEAR_QUOTES: "reports:quotes",
    Act.TEST: "reports:recognition",
    Act.APPROVE: ("reports:report", PROCESS),
    Act.RELEASE: ("reports:release", PROCESS),
    Act.PLAN_DIALOGUE: "dialogues:dialogues",
    Act.RUN_DIALOGUE: "dialogues:dialogues",
    Act.WRITE_MINUTES: "dialogues:dialogues",
    Act.APPROVE_MINUTES: "dialogues:dialogues",
    Act.HAND_OVER: ("reports:release", PROCESS),
    Act.ASK: "measures:for_service",
    Act.AWAIT_ANSWERS: "measures:for_service",
    Act.WRITE_FINAL: ("reports:report", FINAL),
    Act.CLEAR_MORE_QUOTES: "reports:quotes",
    Act.TEST_AGAIN: "reports:recognition",
    Act.APPROVE_FINAL: ("reports:report", FINAL),
    Act.RELEASE_FINAL: ("reports:release", FINAL),
    Act.READ_FELT: "followups:rounds",
    Act.TELL_FELT: "followups:rounds",
    Act.ASK_USERS: "followups:rounds",
    Act.PLAN_ROUNDS: "followups:rounds",
    Act.TELL_BACK: "followups:feedback",
    Act.CLOSE: "closing:closing",
    Act.FOLLOW: "measures:for_service_measures",
    Act.CLOSED: "closing:closing",
    Act.AGREE: "evaluations:describe",
    Act.MAKE_GUIDE: "evaluations:guide",
    Act.PLAN_MEETING: "voices:plan",
}
# Only the lead lets things out of the house; the others see the same thing from where they are.
_BESIDE_THE_LEAD: dict[Act, Place] = {
    Act.RELEASE: ("reports:report", PROCESS),
    Act.HAND_OVER: "dialogues:dialogues",
    Act.RELEASE_FINAL: ("reports:report", FINAL),
}


def of_step(step: Step, slug: str) -> str:
    return _at(_STEPS[step], slug)


def of_need(need: Need, slug: str) -> str:
    return _at(_NEEDS[need], slug)


def of_act(act: Act, slug: str, meeting: int | None, *, leads: bool = True) -> str:
    """leads: whether it is for the lead, who may let things out of the house."""
    place = _ACTS[act] if leads else _BESIDE_THE_LEAD.get(act, _ACTS[act])
    return _at(place, slug, *([] if meeting is None else [meeting]))


def of_sheet(slug: str) -> str:
    """The yearly sheet of this year."""
    return reverse("journey:yearly", args=[slug, clock.today().year])


def _at(place: Place, slug: str, *more: object) -> str:
    name, about = (place, []) if isinstance(place, str) else (place[0], [place[1]])
    return reverse(name, args=[slug, *about, *more])
