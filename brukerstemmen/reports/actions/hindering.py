"""What hinders a report from going out, in sentences the team can act on. None can be passed."""

import uuid
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brukerstemmen.analysis.evidence import Lack, lacks
from brukerstemmen.analysis.models import Finding
from brukerstemmen.analysis.showing.findings import rests_of
from brukerstemmen.dialogues.finder import NOT_READ
from brukerstemmen.dialogues.models import DialogueState
from brukerstemmen.people import clock
from brukerstemmen.privacy.overlap import copied
from brukerstemmen.reports.actions.approving import readers_of
from brukerstemmen.reports.assembling import Material, material_of
from brukerstemmen.reports.models import QuoteClearance, Report
from brukerstemmen.reports.passages import floor_of, known_in, passages_of, sizes_of
from brukerstemmen.reports.pointing import Pointing
from brukerstemmen.reports.recognised import judge
from brukerstemmen.reports.states import (
    OUT,
    Recognised,
    ReportKind,
    counts_as_tested,
    is_approved,
)
from brukerstemmen.reports.taken_back import lacks_a_yes
from brukerstemmen.reports.unreleased import runs_not_let_out
from brukerstemmen.reports.written import texts_of
from brukerstemmen.voices.finding import TOO_LONG, is_too_long


def hinders(report: Report) -> list[str]:
    """Everything that stops this report from going out today; empty where nothing does."""
    rows = Report.objects.select_related("evaluation__work__centre")
    return hindrances_of(material_of(rows.get(pk=report.pk)))


def hindrances_of(material: Material) -> list[str]:
    """The same, of what has been read already."""
    return list(dict.fromkeys(_all(material)))


def _all(material: Material) -> Iterator[str]:
    yield from _unfinished(material.report)
    yield from _untested(material)
    yield from _findings(material)
    yield from _yeses(material)
    yield from _dialogue(material)
    yield from _words(material)
    yield from _few(material)


def _unfinished(report: Report) -> Iterator[str]:
    if report.state in OUT:
        yield _("This report has gone out. Begin a new edition to change it.")
    if report.evaluation.is_stopped:
        yield _("The evaluation is stopped.")
    if not is_approved(readers_of(report)):
        yield _(
            "Two different people must have read it as it stands and said yes, one of them with"
            " own experience of being a user."
        )
    if report.is_outdated:
        yield _("What this is translated from has been changed. Go through the translation.")
    elif report.translated_from is not None and report.translated_from.state not in OUT:
        yield _("What this is translated from has not gone out. Release that first.")


def _untested(material: Material) -> Iterator[str]:
    """Where there are several tests of the newest day, each of them must have named nobody."""
    tests = list(material.evaluation.recognition_tests.order_by("on"))
    newest = [test for test in tests if test.on == tests[-1].on]
    if not newest:
        yield _("Nobody has tried yet whether anybody can be recognised.")
    elif any(test.result == Recognised.SOMEBODY for test in newest):
        yield _("Somebody could be recognised. Change the quotes, and let somebody try again.")
    elif not counts_as_tested(newest[0].on, Recognised.NOBODY, on=clock.today()):
        yield _("It is long since anybody tried whether somebody can be recognised. Try again.")
    elif _is_older_than_a_quote(material):
        yield _("A quote was cleared after the test of whether anybody can be recognised.")


def _is_older_than_a_quote(material: Material) -> bool:
    tested = material.evaluation.recognition_tests.order_by("on").last()
    if tested is None:
        return False
    later = QuoteClearance.objects.filter(statement__in=_printed(material), second_on__gt=tested.on)
    return later.exists()


def _findings(material: Material) -> Iterator[str]:
    if material.report.translated_from_id is not None:
        return
    findings = list(Finding.objects.filter(evaluation=material.evaluation))
    if not findings:
        yield _("There is no finding yet.")
    rests = rests_of(findings)
    for number, finding in enumerate(findings, start=1):
        for lack in lacks(rests[finding.pk]):
            yield f"{_('Finding %(number)s') % {'number': number}}: {_lacking(lack)}"


def _yeses(material: Material) -> Iterator[str]:
    if lacks_a_yes(_printed(material)):
        yield _("Somebody who is quoted does not say yes to it any more. That quote must come out.")


def _printed(material: Material) -> list[uuid.UUID]:
    return [quote.statement for finding in material.findings for quote in finding.quotes]


def _lacking(lack: Lack) -> str:
    told = {
        Lack.TITLE: _("it has no title."),
        Lack.TURN_TEXT: _("nothing is written about what is good, not good or could be better."),
        Lack.EVIDENCE: _("it rests on too little: two statements by two people."),
        Lack.CONTRARY: _("say whether somebody has looked for voices that say something else."),
        Lack.QUESTION: _("it has no question for the dialogue."),
        Lack.AFFECTED: _("something it rested on was taken away. Look at it again."),
    }
    return told[lack]


def _dialogue(material: Material) -> Iterator[str]:
    if material.report.kind != ReportKind.FINAL:
        return
    open_ = [DialogueState.HELD, DialogueState.MINUTES]
    for row in material.evaluation.dialogues.filter(state__in=open_):
        told = _("Both sides have not approved the minutes of dialogue meeting %(number)s yet.")
        yield told % {"number": row.number}


def _words(material: Material) -> Iterator[str]:
    pointing, kept = Pointing(material.work), runs_not_let_out(material)
    for written in texts_of(material):
        if not written.text:
            continue
        if is_too_long(written.text):
            yield f"{written.where}: {TOO_LONG}"
            continue
        if names := pointing.names_in(written):
            told = _("%(where)s: this may point at somebody: %(found)s.")
            yield told % {"where": written.where, "found": _listed(names)}
        if counts := pointing.counts_in(written):
            told = _("%(where)s: this tells how few there were: %(found)s. Say it in other words.")
            yield told % {"where": written.where, "found": _listed(counts)}
        if not written.by_service and (words := copied(written.text, kept)):
            told = _("%(where)s: somebody said this, and it is not let out as a quote: %(found)s.")
            yield told % {"where": written.where, "found": _listed([words])}
    if not pointing.is_thorough:
        yield str(NOT_READ)


def _few(material: Material) -> Iterator[str]:
    """What together fits few. Only where the team has said that few fit is it certain, so where
    nobody has, nothing is read."""
    known, floor = known_in(sizes_of(material)), floor_of(material.work)
    if not any(one.is_few(floor) and not one.let_stand for one in known):
        return
    if count := len(judge(passages_of(material), known, floor=floor).certain):
        told = ngettext(
            "%(number)s combination fits fewer than %(floor)s people. Look under “Could anybody"
            " recognise somebody?”.",
            "%(number)s combinations fit fewer than %(floor)s people. Look under “Could anybody"
            " recognise somebody?”.",
            count,
        )
        yield told % {"number": count, "floor": floor}


def _listed(found: list[str]) -> str:
    return ", ".join(f"«{one}»" for one in found)
