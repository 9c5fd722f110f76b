"""What the team reads about quotes, sections and reports in the making."""

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.masking import pieces
from brukerstemmen.masking.mosaic import Attribute
from brukerstemmen.masking.spans import Why
from brukerstemmen.reports.states import Check, Recognised, ReportKind, ReportState, Section

Words = Promise | str
CHECKS: dict[Check, Words] = {
    Check.RARE_EVENT: _("Can a rare event show who it is?"),
    Check.DIALECT: _("Can dialect, or a way of speaking, show who it is?"),
    Check.THIRD_PERSON: _("Does it tell of somebody else, such as a relative or another user?"),
    Check.STAFF_NAMED: _("Can somebody who works there be recognised, also when it is praise?"),
    Check.DAY: _("Does it tell which day or time it was?"),
    Check.PLACE: _("Does it tell a place, such as where somebody lives or works?"),
    Check.FAMILY: _("Can something about the family show who it is?"),
    Check.ORDER_OF_EVENTS: _("Can the order in which things happened show who it is?"),
}
SECTIONS: dict[Section, Words] = {
    Section.SUMMARY: _("Summary"),
    Section.BACKGROUND: _("Background"),
    Section.AIMS: _("Aims and questions"),
    Section.METHOD: _("Method"),
    Section.DIALOGUE: _("What users and staff said together"),
    Section.RECOMMENDATIONS: _("Recommendations"),
    Section.FOLLOW_UP: _("How it is followed up"),
    Section.EASY: _("Easy to read, two pages"),
}
HINTS: dict[Section, Words] = {
    Section.SUMMARY: _("The most important, on half a page. Many read only this."),
    Section.BACKGROUND: _("Why the evaluation was made, and who asked for it."),
    Section.AIMS: _("What you wanted to find out. The findings come below it by themselves."),
    Section.METHOD: _("How you went about it, and who was not reached."),
    Section.DIALOGUE: _(
        "How it was to talk together. What became of each finding is put in by itself."
    ),
    Section.RECOMMENDATIONS: _("What you advise. The measures agreed on are put in by themselves."),
    Section.FOLLOW_UP: _("When you come back, and how those who took part get to know."),
    Section.EASY: _(
        "Two pages that everyone can read: short sentences, ordinary words, one thing at a time."
    ),
}
KINDS: dict[ReportKind, Words] = {
    ReportKind.PROCESS: _("Process report"),
    ReportKind.FINAL: _("Final report"),
}
STATES: dict[ReportState, Words] = {
    ReportState.DRAFT: _("Being written"),
    ReportState.TEAM_APPROVED: _("Approved by the team"),
    ReportState.OUT_FOR_COMMENTS: _("Out for comments on facts"),
    ReportState.APPROVED: _("Approved"),
    ReportState.DELIVERED: _("Delivered"),
    ReportState.PUBLISHED: _("Published"),
}
RESULTS: dict[Recognised, Words] = {
    Recognised.NOBODY: _("Nobody could be named"),
    Recognised.SOMEBODY: _("Somebody could be named: quotes must be changed"),
}


class NotYet(StrEnum):
    """Why a statement cannot be put forward as a quote."""

    WAITS = "waits"
    NOT_ANSWERED = "not_answered"
    COUNT_ONLY = "count_only"
    NOBODY_KNOWN = "nobody_known"
    ELSEWHERE = "elsewhere"


NOT_YET: dict[NotYet, Words] = {
    NotYet.WAITS: _("Waits: the words are being masked, or are on their way to the one who spoke."),
    NotYet.NOT_ANSWERED: _("Not answered. It counts, but without a yes it is not printed."),
    NotYet.COUNT_ONLY: _("Counts only. The one who said it does not want it printed."),
    NotYet.NOBODY_KNOWN: _("Nobody is known to have said it, so nobody can say yes."),
    NotYet.ELSEWHERE: _("Is put forward under another finding."),
}


class Standing(StrEnum):
    """How far a quote has come today."""

    CLEARED = "cleared"
    UNREAD = "unread"
    ONE_READER = "one_reader"
    NO_EXPERIENCE = "no_experience"
    REFUSED = "refused"
    CHANGED = "changed"
    TAKEN_BACK = "taken_back"
    LOOSE = "loose"


STANDINGS: dict[Standing, tuple[Words, str]] = {  # in words, and the tone they are shown in
    Standing.CLEARED: (_("Cleared for print"), "success"),
    Standing.UNREAD: (_("Nobody has read it yet"), "neutral"),
    Standing.ONE_READER: (_("One has read it, one more must"), "info"),
    Standing.NO_EXPERIENCE: (_("Must be read by somebody with own experience"), "info"),
    Standing.REFUSED: (_("Kept out"), "neutral"),
    Standing.CHANGED: (_("The words have been changed"), "warning"),
    Standing.TAKEN_BACK: (_("The yes of the one who said it does not hold any more"), "warning"),
    Standing.LOOSE: (_("The finding does not rest on it any more"), "warning"),
}
SPECIAL = frozenset(
    {Why.SPOKEN_LANGUAGE, Why.TELLS_ORIGIN, Why.SPECIAL_CATEGORY, Why.RARE_CONDITION}
)
SPECIAL_CATEGORY = _(
    "Language, ethnic origin, faith and illness are special categories in the law. Where few share"
    " them, they show who it is. Ask the one who said it, or choose another quote."
)
FEW_SPEAK_SO = _(
    "Few of those who took part speak this language. The words alone may show who it is."
)
ATTRIBUTES: dict[Attribute, Words] = {
    Attribute.ROLE: _("Role"),
    Attribute.AGE_BAND: _("Age"),
    Attribute.UNIT: _("Unit"),
    Attribute.EVENT: _("Something that happened"),
    Attribute.LANGUAGE: _("Language or people"),
}
AGES: dict[str, Words] = {  # the bands that are no decade
    pieces.CHILD: _("under ten years"),
    pieces.TEENS: _("in their teens"),
    pieces.YOUNG: _("young"),
    pieces.OLD: _("old"),
    pieces.VERY_OLD: _("over a hundred years"),
}
IN_A_DECADE = _("in their %(decade)ss")
