"""The sentences of findings: what they lack, and whether other voices were looked for."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.analysis.evidence import Lack, Looked, Rests

Words = Promise | str
_LACKS: dict[Lack, Words] = {
    Lack.TITLE: _("It has no title yet."),
    Lack.TURN_TEXT: _("Nothing is written of what is good, not good, or could be better."),
    Lack.EVIDENCE: _("It rests on no statements yet."),
    Lack.CONTRARY: _("Nobody has looked for voices that say something else."),
    Lack.QUESTION: _("It has no question for the dialogue."),
    Lack.AFFECTED: _("Something it rests on was taken back."),
}
_TOO_FEW: Words = _("It needs statements from two people, or the mark of a single experience.")
_LOOK_AGAIN: Words = _("What said something else is gone. Look once more.")
LOOKED: dict[Looked, Words] = {
    Looked.NOT_YET: _("Nobody has looked yet."),
    Looked.FOUND: _("These say something else."),
    Looked.NONE_FOUND: _("The team has looked for others, and found none."),
    Looked.NOT_LOOKED: _("Nobody has looked. The report says so."),
}
READINGS: dict[str, Words] = {
    "title": _("Title"),
    "good": _("What is good"),
    "not_good": _("What is not good"),
    "better": _("How it could be better"),
    "question": _("A question for the dialogue"),
    "nuance": _("What the dialogue added"),
}


def lack_in_words(lack: Lack, rests: Rests) -> Words:
    """What is missing, as it is for this finding."""
    if lack is Lack.EVIDENCE and rests.statements:
        return _TOO_FEW
    if lack is Lack.CONTRARY and rests.looked is Looked.FOUND:
        return _LOOK_AGAIN
    return _LACKS[lack]
