"""The words that roles, hindrances and acts have on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.people.access import Role
from brukerstemmen.people.standing import Hindrance
from brukerstemmen.privacy import ethics, independence

ROLES: dict[Role, Promise | str] = {
    Role.ADMINISTRATOR: _("Administrator"),
    Role.STAFF: _("Staff at the centre"),
    Role.PAYROLL: _("Payroll"),
    Role.LEAD: _("Lead"),
    Role.INTERVIEWER: _("Interviewer"),
    Role.SERVICE_CONTACT: _("Contact in the service"),
    Role.CLIENT_LEADER: _("Leader at the client"),
}
HINDRANCES: dict[Hindrance, Promise | str] = {
    ethics.Reason.NO_GUIDELINES: _(
        "The centre has no ethical guidelines yet. An administrator of the centre adopts them."
    ),
    ethics.Reason.GUIDELINES_NOT_ACCEPTED: _("You have not said yes to the ethical guidelines."),
    ethics.Reason.NEW_GUIDELINES_NOT_ACCEPTED: _(
        "The ethical guidelines are new, and the 14 days for reading them are over."
    ),
    ethics.Reason.PLEDGE_NOT_SIGNED: _("You have not signed the pledge of confidentiality here."),
    independence.Reason.EMPLOYED_BY_SERVICE: _(
        "You work in the service that is evaluated. Those who work there do not see what users"
        " have said. That protects them, and you."
    ),
    independence.Reason.EMPLOYED_BY_CLIENT: _(
        "You work for the one who ordered the evaluation. Those who work there do not see what"
        " users have said. That protects them, and you."
    ),
    independence.Reason.DECLARED_TIE: _(
        "You have said that you have ties that cannot be set aside. Then you do not see what"
        " users have said here."
    ),
}
ACTS: dict[str, Promise | str] = {
    "code.given": _("Personal code given"),
    "code.revoked": _("Personal code taken back"),
    "comment.given": _("Comment on facts in a report"),
    "comment.replied": _("A comment on facts was replied to"),
    "company.ended": _("An interpreter or companion does not come along any more"),
    "company.signed": _("An interpreter or companion signed the pledge"),
    "consent.answered": _("Consent answered by a participant"),
    "contact.read": _("Names and contact read"),
    "contact.written": _("Contact written down"),
    "entry.alarm": _("Very many wrong codes in an hour"),
    "invitation.described": _("Invitation described"),
    "measures.handed_over": _("Measures agreed on in the dialogue handed to the service"),
    "participant.withdrawn": _("A participant withdrew; statements were taken away"),
    "payment.registered": _("A payment was registered"),
    "payment.struck": _("A payment was struck"),
    "payments.copied": _("A list of payments was taken along"),
    "payments.exported": _("Payments handed to payroll"),
    "payments.read": _("Payments read"),
    "rate.set": _("Rate set"),
    "report.published": _("Report published for everybody"),
    "report.released": _("Report released to the service and to those who took part"),
    "report.taken_up": _("A new edition of a report begun"),
    "slip.answered": _("Somebody who replied was called back"),
    "slip.forgotten": _("A reply was deleted"),
    "slip.replied": _("Somebody replied on a slip"),
    "slips.made": _("Slips made"),
    "slips.revoked": _("Slips taken back"),
    "validation.opened": _("Words offered to those who said them"),
    "validation.texted": _("Texts sent to those whose words wait"),
    "wall.opened": _("Picture for the wall opened"),
    "words.answered": _("A participant answered about their own words"),
    "words.answered_for": _("An answer was written down for a participant"),
    "words.offered": _("People were told that their words wait for them"),
    "answer.given": _("The service answered findings"),
    "answer.given_for": _("An answer was written down for the service"),
    "answers.asked_for": _("The service was asked to answer"),
    "matters.put": _("Findings put to the service"),
    "measure.added": _("Measure added"),
    "measure.changed": _("Measure changed"),
    "measure.step_taken": _("A measure went a step further"),
    "agreement.signed": _("Agreement signed"),
    "centre.described": _("Centre described"),
    "centre.logo_changed": _("Logo changed"),
    "centre.set_up": _("Centre set up"),
    "centre.template_changed": _("Word template changed"),
    "consent.registered": _("Consents registered"),
    "dialogue.described": _("Dialogue meeting described"),
    "dialogue.new_voices": _("A meeting for new voices from the dialogue begun"),
    "dialogue.opened": _("Dialogue meeting opened"),
    "dialogue.planned": _("Dialogue meeting planned"),
    "dialogue.prepared": _("One side prepared for the dialogue"),
    "dialogue.proposed": _("Measure proposed in the dialogue"),
    "dialogue.seated": _("Who will be in the dialogue, in numbers"),
    "dialogue.settled": _("A finding talked about in the dialogue"),
    "dialogue.told": _("Users told who will be in the dialogue"),
    "door.not_yet": _("Sent to what had to come first"),
    "door.refused": _("Turned away"),
    "draft.built": _("Draft built"),
    "evaluation.anchored": _("Anchoring gone through"),
    "evaluation.client_named": _("Client named"),
    "evaluation.described": _("Evaluation described"),
    "evaluation.started": _("Evaluation started"),
    "evaluation.stopped": _("Evaluation stopped"),
    "evaluation.taken_up": _("Evaluation taken up again"),
    "finding.looked_at": _("Finding looked at after something was taken away"),
    "finding.looked_for_contrary": _("Said whether other voices were looked for"),
    "finding.removed": _("Finding removed"),
    "finding.rested": _("Statements chosen for a finding"),
    "finding.rewritten": _("Finding changed"),
    "finding.settled": _("Said what became of a finding"),
    "finding.written": _("Finding written"),
    "guide.begun": _("Version of the guide begun"),
    "guide.locked": _("Guide approved and locked"),
    "guidelines.accepted": _("Guidelines accepted"),
    "guidelines.adopted": _("Guidelines adopted"),
    "member.told": _("Told of own experience or none"),
    "minority_view.kept": _("A view that not all share was kept"),
    "minority_view.taken_back": _("A view that not all share was taken back"),
    "minutes.approved": _("One side approved the minutes"),
    "minutes.taken_back": _("Approval of minutes fell, since something was changed"),
    "minutes.written": _("Minutes of a dialogue meeting written"),
    "need.passed": _("Went on without something"),
    "notes.taken_in": _("Notes taken in"),
    "pledge.signed": _("Pledge signed"),
    "quote.dropped": _("Quote taken off the list"),
    "quote.proposed": _("Quote proposed for a report"),
    "quote.read": _("Quote read and found fit for print"),
    "quote.refused": _("Quote kept out of the reports"),
    "progress.told": _("The service was told how far the work has come"),
    "raw.read": _("Words read as they were said"),
    "recognition.tested": _("Somebody tried whether anybody can be recognised"),
    "report.approved": _("Report approved by one of the team"),
    "report.begun": _("Report begun"),
    "report.followed": _("Translation of a report brought up to date"),
    "report.written": _("Section of a report written"),
    "role.ended": _("Role ended"),
    "role.given": _("Role given"),
    "staff.ended": _("Role at the centre ended"),
    "staff.invited": _("Invited to the centre"),
    "step.done_elsewhere": _("Step marked as done elsewhere"),
    "theme.added": _("Theme added"),
    "theme.looked_at": _("Theme looked at after something was taken away"),
    "theme.removed": _("Theme taken away"),
    "tie.declared": _("Ties declared"),
    "user_meeting.debriefed": _("Interviewers talked together afterwards"),
    "user_meeting.finish_masking": _("Masking finished"),
    "user_meeting.finish_reading_aloud": _("Reading aloud finished"),
    "user_meeting.finish_writing": _("Writing finished"),
    "user_meeting.hold": _("Meeting opened"),
    "user_meeting.planned": _("Meeting planned"),
    "user_meeting.reopen_masking": _("Masking taken up again"),
    "user_meeting.write_more": _("Writing taken up again"),
}


def act(what: str) -> Promise | str:
    """An act in words; one that nobody has given words stands as it is."""
    return ACTS.get(what, what)
