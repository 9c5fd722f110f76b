"""The service comments on facts in a report, and the centre replies. Both stay as they were said;
neither changes nor removes anything in the report."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from brukerstemmen.measures.models import Matter
from brukerstemmen.people import clock
from brukerstemmen.people.access import Permission
from brukerstemmen.people.gates import require
from brukerstemmen.people.journal import record
from brukerstemmen.people.models import Person
from brukerstemmen.reports.models import CommentOutcome, CommentRound, FactComment, ReleasedReport
from brukerstemmen.reports.pointing import refuse_what_points

LONGEST = 4000  # characters


@transaction.atomic
def comment(
    released: ReleasedReport, text: str, *, matter: Matter | None = None, by: Person
) -> FactComment:
    """What the service says about facts in a report. The same words sent twice are one comment.

    Raises PermissionDenied, or ValidationError outside the round, or without words.
    """
    require(by, Permission.COMMENT, released)
    around = CommentRound.objects.select_for_update(of=("self",)).filter(report=released).first()
    if around is None:
        raise ValidationError(_("This report is not open for comments."))
    if around.until < clock.today():
        raise ValidationError(_("The day for comments has passed. Call the centre instead."))
    if matter is not None and matter.work_id != released.work_id:
        raise ValidationError({"matter": _("The finding belongs to another evaluation.")})
    text = _checked(text, _("Write what is not right."))
    same = FactComment.objects.filter(report=released, by=by, matter=matter, text=text)
    if (there := same.first()) is not None:
        return there
    last = FactComment.objects.filter(report=released).aggregate(last=Max("number"))["last"] or 0
    made = FactComment.objects.create(
        report=released, matter=matter, number=last + 1, text=text, by=by, on=clock.today()
    )
    record(by=by, what="comment.given", about=released)
    return made


@transaction.atomic
def reply(comment: FactComment, *, outcome: CommentOutcome, text: str, by: Person) -> FactComment:
    """What the centre says to it, and whether the report is changed. Said once.

    Raises PermissionDenied, or ValidationError without an outcome or words, for words that point at
    somebody, or if it is replied to already.
    """
    comment = FactComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    require(by, Permission.RELEASE, comment)
    if outcome == CommentOutcome.WAITING:
        raise ValidationError({"outcome": _("Say whether the report is changed or stands.")})
    text = _checked(text, _("Write what you say to the service."))
    refuse_what_points(comment.work, text, "text")
    if comment.replied_on is not None:
        if (comment.outcome, comment.reply) == (outcome, text):
            return comment
        raise ValidationError(_("Somebody has replied already. What was said stands."))
    comment.outcome, comment.reply = CommentOutcome(outcome), text
    comment.replied_by, comment.replied_on = by, clock.today()
    comment.save(update_fields=["outcome", "reply", "replied_by", "replied_on"])
    record(by=by, what="comment.replied", about=comment.report)
    return comment


def _checked(text: str, needed: str) -> str:
    text = text.strip().replace("\x00", "").replace("\r\n", "\n")
    if not text:
        raise ValidationError({"text": needed})
    if len(text) > LONGEST:
        raise ValidationError({"text": _("This is very long. Make it shorter.")})
    return text
