"""Doors to telling those who took part: the sentences, the letter, who has heard, and on paper."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.followups import tasks
from brukerstemmen.followups.actions import feedback as verbs
from brukerstemmen.followups.actions import lines as line_verbs
from brukerstemmen.followups.forms.telling import LetterForm, LinesForm, numbers_from, ways_from
from brukerstemmen.followups.models import ParticipantFeedback
from brukerstemmen.followups.showing import feedback as showing
from brukerstemmen.followups.showing import published
from brukerstemmen.followups.states import Way
from brukerstemmen.followups.wanting import newest_letter, standing
from brukerstemmen.followups.wording import WAYS
from brukerstemmen.people import gates, paper
from brukerstemmen.people.access import Permission
from brukerstemmen.people.forms.refusals import put_on
from brukerstemmen.reports.views.frame import NOT_RIGHT, evaluation_of, page

P = Permission


def at(evaluation: Evaluation, name: str = "feedback") -> str:
    return reverse(f"followups:{name}", args=[evaluation.work.slug])


def path_of(evaluation: Evaluation) -> list[tuple[str, str]]:
    return [(_("Tell people what it led to"), at(evaluation))]


def _letter(evaluation: Evaluation) -> ParticipantFeedback:
    letter = newest_letter(evaluation)
    if letter is None:
        raise Http404
    return letter


def _is_another(request: HttpRequest, letter: ParticipantFeedback) -> bool:
    """Whether what is sent is about a letter before this: from a page that stood open. Whoever
    heard of that one has not heard of this."""
    if request.POST.get("letter", str(letter.number)) == str(letter.number):
        return False
    messages.warning(request, _("A new letter was written meanwhile. Nobody has heard of it yet."))
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(request: HttpRequest, slug: str) -> HttpResponseBase:
    """How far it has come, and who is to hear in which way."""
    if request.method == "POST":
        return _keep(request, evaluation_of(request, slug, P.ANSWER_FOR))
    evaluation = evaluation_of(request, slug, P.FOLLOW_UP)
    letter = newest_letter(evaluation)
    lines = showing.lines_of(evaluation.work)
    return page(
        request,
        "followups/feedback.html",
        evaluation,
        _("Tell people what it led to"),
        letter=letter,
        standing=standing(evaluation),
        people=showing.people_of(letter) if letter else [],
        new=showing.new_since(letter) if letter else 0,
        ways=[(way.value, WAYS[way]) for way in Way],
        lines=len(lines),
        written=sum(1 for line in lines if line.words),
        editions=published.editions_of(evaluation.work),
        leads=gates.holds(request.user, P.RELEASE, evaluation),
        may_tell=gates.holds(request.user, P.ANSWER_FOR, evaluation),
    )


@transaction.atomic
def _keep(request: HttpRequest, evaluation: Evaluation) -> HttpResponse:
    """What was chosen and ticked for each. Those who have read it meanwhile have heard."""
    letter = _letter(evaluation)
    if _is_another(request, letter):
        return redirect(at(evaluation))
    if "take_along" in request.POST:
        verbs.take_along(letter, by=request.user)
        return redirect(at(evaluation))
    ways, told = ways_from(request.POST), numbers_from(request.POST, "told")
    tried = numbers_from(request.POST, "tried") - told
    for one in showing.people_of(letter):
        if one.is_told:
            continue
        if way := ways.get(one.number):
            verbs.choose_way(one.row, way, by=request.user)
        if one.number in told:
            verbs.say_told(one.row, by=request.user)
        elif one.number in tried:
            verbs.say_not_reached(one.row, by=request.user)
    messages.success(request, _("Saved."))
    return redirect(at(evaluation))


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_lines(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One sentence for each measure, all on one page."""
    evaluation = evaluation_of(request, slug, P.RELEASE)
    lines = showing.lines_of(evaluation.work)
    form = LinesForm(request.POST if request.method == "POST" else None, lines=lines)
    if form.is_bound and form.is_valid() and _write(form, lines, request.user):
        messages.success(request, _("Saved."))
        return redirect(at(evaluation))
    return page(
        request,
        "followups/feedback_lines.html",
        evaluation,
        _("One sentence for each measure"),
        NOT_RIGHT if form.is_bound else 200,
        path=path_of(evaluation),
        form=form,
        lines=lines,
    )


def _write(form: LinesForm, lines: list[showing.MeasureLine], by: Any) -> bool:
    """Keep those that say something new. False, with the reasons, where one cannot be kept."""
    for line in lines:
        words = form.cleaned_data[line.name]
        try:
            if words and words != line.words:
                line_verbs.write_line(line.row, words, by=by)
        except ValidationError as refusal:
            form.add_error(line.name, refusal.messages)
    return not form.errors


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_letter(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The team's own words around what is built; changed as long as nobody has had it."""
    evaluation = evaluation_of(request, slug, P.RELEASE)
    letter = newest_letter(evaluation)
    changes = letter is not None and "nytt" not in request.GET and _is_unread(letter)
    form = LetterForm(
        request.POST if request.method == "POST" else None,
        initial=_written(letter) if letter and changes else None,
        rounds=evaluation.follow_ups.all(),
    )
    if form.is_bound and form.is_valid() and _begin(form, evaluation, letter, changes, request):
        return redirect(at(evaluation))
    return page(
        request,
        "followups/feedback_letter.html",
        evaluation,
        _title(letter),
        NOT_RIGHT if form.is_bound else 200,
        path=path_of(evaluation),
        form=form,
        changes=changes,
        again=letter is not None and not changes,
        told=showing.built(evaluation.work),
    )


def _title(letter: ParticipantFeedback | None) -> str:
    """The same as the link that leads there."""
    if letter is None:
        return _("Write the letter")
    return _("Change the letter, or write a new one")


def _is_unread(letter: ParticipantFeedback) -> bool:
    return not any(one.is_told or one.was_tried for one in showing.people_of(letter))


def _written(letter: ParticipantFeedback) -> dict[str, Any]:
    before, after = verbs.words_of(letter)
    return {"words": before, "after": after, "follow_up": letter.follow_up_id}


def _begin(
    form: LetterForm,
    evaluation: Evaluation,
    letter: ParticipantFeedback | None,
    changes: bool,
    request: HttpRequest,
) -> bool:
    said = {name: form.cleaned_data[name] for name in ("words", "after")}
    try:
        if letter is not None and changes:
            verbs.change_letter(letter, by=request.user, **said)
        else:
            about = form.cleaned_data["follow_up"]
            verbs.begin_feedback(evaluation, follow_up=about, by=request.user, **said)
    except ValidationError as refusal:
        put_on(form, refusal)
        return False
    messages.success(request, _("The letter stands behind the codes now."))
    return True


@require_safe
def feedback_read(request: HttpRequest, slug: str) -> HttpResponse:
    """The letter as it reads: to look at, and to read aloud on the telephone."""
    evaluation = evaluation_of(request, slug, P.FOLLOW_UP)
    return page(
        request,
        "followups/feedback_read.html",
        evaluation,
        _("Read the letter"),
        path=path_of(evaluation),
        letter=showing.letter_of(_letter(evaluation)),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_letters(request: HttpRequest, slug: str) -> HttpResponseBase:
    """A letter for each who is told by post, to print; then: they are posted."""
    evaluation = evaluation_of(request, slug, P.ANSWER_FOR)
    to_all, letter = request.GET.get("til") == "alle", _letter(evaluation)
    printed = showing.printed_for(letter, to_all=to_all)
    if request.method == "POST":
        if _is_another(request, letter):
            return redirect(at(evaluation, "feedback_letters"))
        # Those whose letters stood on the page, and nobody who has come since.
        posted = set(request.POST.getlist("posted"))
        rows = [row for row, _one in printed if row.participant.code in posted]
        for row in rows:
            verbs.say_told(row, way=Way.POST, by=request.user)
        said = ngettext("%(n)s letter is posted.", "%(n)s letters are posted.", len(rows))
        messages.success(request, said % {"n": len(rows)})
        return redirect(at(evaluation))
    return page(
        request,
        "followups/feedback_letters.html",
        evaluation,
        _("Letters to print"),
        path=path_of(evaluation),
        letter=letter,
        people=[row.participant.code for row, _one in printed],
        letters=[letter for _row, letter in printed],
        to_all=to_all,
        can_make_pdf=paper.can_make(),
    )


@require_safe
def feedback_letters_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The same letters as a file for the printer."""
    evaluation = evaluation_of(request, slug, P.ANSWER_FOR)
    to_all = request.GET.get("til") == "alle"
    printed = showing.printed_for(_letter(evaluation), to_all=to_all)
    if not printed or not paper.can_make():
        raise Http404
    letters = [letter for _row, letter in printed]
    made = paper.pdf_of("followups/letters_paper.html", {"letters": letters})
    headers = {"Content-Disposition": f'attachment; filename="{_("letters")}.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback_texts(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Short texts: who gets one, what it says, and how it went. By number."""
    evaluation = evaluation_of(request, slug, P.RELEASE)
    letter = _letter(evaluation)
    if request.method == "POST":
        verbs.queue_texts(letter, by=request.user)
        tasks.send_texts.enqueue(str(letter.pk))
        messages.success(request, _("The texts are on their way. Look here again in a minute."))
        return redirect(at(evaluation, "feedback_texts"))
    return page(
        request,
        "followups/feedback_texts.html",
        evaluation,
        _("Short texts"),
        path=path_of(evaluation),
        texts=showing.texts_of(letter),
    )
