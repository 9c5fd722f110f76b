"""Where on the road a thing is done: the address of each step, need and act."""

from django.urls import NoReverseMatch, reverse

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.next_act import Act

# Steps whose rooms are not built yet are explained on a page of their own, under this name.
EXPLAINED: dict[str, Step] = {
    "dialogmote": Step.DIALOGUE,
    "oppfolging": Step.FOLLOW_UP,
}
_STEPS: dict[Step, str] = {
    Step.AGREEMENT: "evaluations:describe",
    Step.PREPARING: "evaluations:guide",
    Step.INVITING: "voices:invitation",
    Step.MEETINGS: "voices:meetings",
    Step.THEMES: "analysis:board",
    Step.REPORT: "reports:draft",
}
_NEEDS: dict[Need, str] = {
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
    Need.FINDINGS: "analysis:board",
    Need.EVIDENCE: "analysis:board",
    Need.AFFECTED: "analysis:board",
    Need.QUESTIONS: "analysis:board",
    Need.QUOTES: "reports:draft",
    Need.RECOGNITION: "reports:draft",
    Need.APPROVALS: "reports:draft",
    Need.BALANCE: "reports:draft",
    Need.TOLD: "reports:draft",
    Need.PREPARATION: "reports:draft",
    Need.MINUTES: "reports:draft",
    Need.ANSWERS: "reports:draft",
    Need.FINAL_RECOGNITION: "reports:draft",
    Need.FINAL_APPROVALS: "reports:draft",
}
_ACTS: dict[Act, str] = {
    Act.WRITE: "voices:write",
    Act.READ_ALOUD: "voices:read_aloud",
    Act.MASK: "voices:mask",
    Act.NEW_WORDS: "voices:mask",
    Act.OPEN: "voices:meeting",
    Act.SORT: "analysis:board",
    Act.GIVE_BACK: "voices:validation",
    Act.PREPARE_MEETING: "voices:meeting",
    Act.DRAFT: "reports:draft",
    Act.AGREE: "evaluations:describe",
    Act.MAKE_GUIDE: "evaluations:guide",
    Act.PLAN_MEETING: "voices:plan",
}


def of_step(step: Step, slug: str) -> str:
    if step in _STEPS:
        return reverse(_STEPS[step], args=[slug])
    name = next(name for name, explained in EXPLAINED.items() if explained is step)
    return reverse("journey:step", args=[slug, name])


def of_need(need: Need, slug: str) -> str:
    return reverse(_NEEDS[need], args=[slug])


def of_act(act: Act, slug: str, meeting: int | None) -> str:
    return reverse(
        _ACTS.get(act, "reports:draft"), args=[slug] if meeting is None else [slug, meeting]
    )


def of_service(name: str, slug: str, *more: object) -> str:
    """A page of the service in another room."""
    try:
        return reverse(name, args=[slug, *more])
    except NoReverseMatch:
        return reverse("journey:service_evaluation", args=[slug])
