"""The words that steps have on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.questions import Warning
from brukerstemmen.evaluations.steps import Step

STEPS: dict[Step, Promise | str] = {
    Step.AGREEMENT: _("Agreement"),
    Step.PREPARING: _("Prepare"),
    Step.INVITING: _("Invite"),
    Step.MEETINGS: _("Meetings"),
    Step.THEMES: _("Themes"),
    Step.REPORT: _("Report"),
    Step.DIALOGUE: _("Dialogue meeting"),
    Step.FOLLOW_UP: _("Follow-up"),
}
WARNINGS: dict[Warning, Promise | str] = {
    Warning.CLOSED: _("This can be answered with yes or no. Try to begin with what or how."),
    Warning.LEADING: _("This may lead people to one answer."),
    Warning.DOUBLE: _("This asks about two things at once."),
}
# What each degree of involvement promises those who take part. A centre may write its own.
PROMISES: dict[str, Promise | str] = {
    "inform": _("We tell you what happens, and why."),
    "consult": _("We listen to you, and tell you what it led to."),
    "involve": _("What you say is used, and you can see where it ended up."),
    "collaborate": _("We look for solutions together, and use as much of your advice as we can."),
    "empower": _("What you decide is what will be done."),
}
# What the lead went on without, in a few words.
NEEDS: dict[Need, Promise | str] = {
    Need.CLIENT: _("Who ordered it"),
    Need.AGREEMENT: _("A signed agreement"),
    Need.DEGREE: _("How much people can decide"),
    Need.PROMISE: _("A promise to those who take part"),
    Need.ANCHORING: _("Everything in place in the service"),
    Need.TWO_INTERVIEWERS: _("Two interviewers"),
    Need.OWN_EXPERIENCE: _("An interviewer with own experience"),
    Need.GUIDE: _("An approved guide"),
    Need.PEOPLE: _("As many people as wanted"),
    Need.READING_ALOUD: _("Reading aloud"),
    Need.MASKING: _("Masking"),
    Need.GIVING_BACK: _("Giving the words back"),
    Need.SORTING: _("A theme for every statement"),
    Need.FINDINGS: _("Findings"),
    Need.EVIDENCE: _("Enough for every finding to rest on"),
    Need.AFFECTED: _("A look at findings that have lost something"),
    Need.QUESTIONS: _("A question for the dialogue in every finding"),
    Need.QUOTES: _("Two readers for every quote"),
    Need.RECOGNITION: _("A test of whether anybody can be recognised"),
    Need.APPROVALS: _("A yes to the process report from two people"),
    Need.BALANCE: _("As many users as staff in the room"),
    Need.TOLD: _("Telling users who will be in the room"),
    Need.PREPARATION: _("Own preparation for each side"),
    Need.MINUTES: _("Minutes approved by both sides"),
    Need.HANDING_OVER: _("Handing over what was agreed on"),
    Need.ANSWERS: _("An answer to every finding"),
    Need.FINAL_RECOGNITION: _("A test of whether anybody can be recognised in the final report"),
    Need.FINAL_APPROVALS: _("A yes to the final report from two people"),
}
