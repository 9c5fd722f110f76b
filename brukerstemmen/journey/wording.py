"""The sentences that steps, needs and acts have on screen."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.next_act import Act
from brukerstemmen.reports.states import ReportKind

Words = Promise | str

NEEDS: dict[Need, Words] = {
    Need.CLIENT: _("It is not said who ordered the evaluation."),
    Need.AGREEMENT: _("The agreement is not signed."),
    Need.DEGREE: _("It is not said how much those who take part can decide."),
    Need.PROMISE: _("There is no promise to those who take part."),
    Need.ANCHORING: _("The service is not fully prepared to receive what comes."),
    Need.TWO_INTERVIEWERS: _("There are fewer than two interviewers."),
    Need.OWN_EXPERIENCE: _("No interviewer has told of own experience as a user."),
    Need.GUIDE: _("The question guide is not approved."),
    Need.PEOPLE: _("Fewer people have said yes than you wanted."),
    Need.READING_ALOUD: _("There are statements the group has not heard read aloud."),
    Need.MASKING: _("There are statements that may still point at somebody."),
    Need.GIVING_BACK: _("There are words that those who said them have not been given back."),
    Need.SORTING: _("There are statements without a theme."),
    Need.FINDINGS: _("No findings are written yet."),
    Need.EVIDENCE: _("There are findings that do not rest on enough yet."),
    Need.AFFECTED: _("There are findings that have lost something they rest on."),
    Need.QUESTIONS: _("There are findings without a question for the dialogue."),
    Need.QUOTES: _("There are quotes that two people have not read."),
    Need.RECOGNITION: _("Nobody has tested lately whether anybody can be recognised."),
    Need.APPROVALS: _("Two people have not said yes to the process report."),
    Need.BALANCE: _("There are far fewer users than staff in the dialogue meeting."),
    Need.TOLD: _("Users have not been told who will be in the dialogue meeting."),
    Need.PREPARATION: _("Users and staff have not each had their own preparation."),
    Need.MINUTES: _("The minutes are not approved by both sides."),
    Need.HANDING_OVER: _("The service has not been given what was agreed on in the dialogue."),
    Need.ANSWERS: _("There are findings the service has not answered."),
    Need.FINAL_RECOGNITION: _("Nobody has tested lately whether the final report shows anybody."),
    Need.FINAL_APPROVALS: _("Two people have not said yes to the final report."),
    Need.ROUNDS: _("No day is set for asking users whether they notice a difference."),
    Need.ASKING_USERS: _("The day has come to ask users, and they are not asked."),
    Need.READING_REPLIES: _("There are replies from users that nobody has read."),
    Need.TELLING: _("Nobody has been told what users said when they were asked."),
    Need.FEEDBACK: _("There are people who wanted to hear what it led to, and have not."),
}


@dataclass(frozen=True)
class ActWords:
    """title: what to do, as a heading. why: one or two sentences. button: what the button says.

    "%(meeting)s" is the meeting it is in, such as "meeting 2".
    """

    title: Words
    why: Words
    button: Words


ACTS: dict[Act, ActWords] = {
    Act.WRITE: ActWords(
        _("Write down what is said in %(meeting)s"),
        _("Write as people speak, or take in notes that exist already."),
        _("Open %(meeting)s"),
    ),
    Act.READ_ALOUD: ActWords(
        _("Read aloud for those in %(meeting)s"),
        _("Everyone hears what is written, and can change it before it goes on."),
        _("Read aloud"),
    ),
    Act.MASK: ActWords(
        _("Take away what may point at somebody in %(meeting)s"),
        _("A person reads every statement. Only then can it be sorted and used."),
        _("Go to the masking"),
    ),
    Act.NEW_WORDS: ActWords(
        _("Read the new words in %(meeting)s"),
        _("Somebody has written what they said anew. A person reads it before it can be used."),
        _("Read the new words"),
    ),
    Act.SECOND: ActWords(
        _("A second reader is needed in %(meeting)s"),
        _("Several clues are left. Somebody besides the one who masked reads them too."),
        _("See who reads"),
    ),
    Act.OPEN: ActWords(
        _("Open %(meeting)s"),
        _("The day has come. Write down who says yes to taking part, then begin."),
        _("Open %(meeting)s"),
    ),
    Act.SORT: ActWords(
        _("Sort the statements into themes"),
        _("Find out together what people talk about. A statement may lie under several themes."),
        _("Go to the themes"),
    ),
    Act.GIVE_BACK: ActWords(
        _("Give the words back"),
        _("Those who said them see how they will stand, and choose. Only a yes may be quoted."),
        _("Words given back"),
    ),
    Act.PREPARE_MEETING: ActWords(
        _("Prepare %(meeting)s"),
        _("See who leads and who writes, and that everyone knows when and where."),
        _("See %(meeting)s"),
    ),
    Act.DRAFT: ActWords(
        _("Read the draft"),
        _("Everything that is ready lies under its theme. Read it together in the team."),
        _("Read the draft"),
    ),
    Act.LOOK_AT_FINDINGS: ActWords(
        _("Look at findings that have lost something"),
        _("Something they rest on was taken away. Read them again, and see whether they hold."),
        _("See the findings"),
    ),
    Act.FIND: ActWords(
        _("Write down what you have found"),
        _("What is good, what is not, what could be better. Each finding rests on statements."),
        _("Go to the findings"),
    ),
    Act.MEND_FINDINGS: ActWords(
        _("Make the findings ready"),
        _("Some lack statements to rest on, a look for other voices, or a question to talk about."),
        _("Go to the findings"),
    ),
    Act.WRITE_REPORT: ActWords(
        _("Write the process report"),
        _("The findings are in it already. You write what they come from, and how you worked."),
        _("Go to the process report"),
    ),
    Act.CLEAR_QUOTES: ActWords(
        _("Choose quotes, and read them two together"),
        _("Two people ask of each quote whether it can show who spoke. One has own experience."),
        _("Go to the quotes"),
    ),
    Act.TEST: ActWords(
        _("Test whether anybody can be recognised"),
        _("Somebody who knows the service tries to name those who speak. Nobody should be named."),
        _("Go to the test"),
    ),
    Act.APPROVE: ActWords(
        _("Read the process report, and say yes"),
        _("Two people say yes to it as it stands. One of them has own experience."),
        _("Read the process report"),
    ),
    Act.RELEASE: ActWords(
        _("Let the process report go out"),
        _("Those who took part and the service get it in the same moment."),
        _("See what goes out"),
    ),
    Act.PLAN_DIALOGUE: ActWords(
        _("Plan the dialogue meeting"),
        _("Users and staff talk about the findings as equals. Ask as many users as staff."),
        _("Plan a dialogue meeting"),
    ),
    Act.RUN_DIALOGUE: ActWords(
        _("Prepare and hold the dialogue meeting"),
        _("Each side prepares on its own. In the room you take one finding at a time."),
        _("See the dialogue meeting"),
    ),
    Act.WRITE_MINUTES: ActWords(
        _("Write the minutes of the dialogue meeting"),
        _("What you agreed on, and where you see it differently. Short, and in plain words."),
        _("Go to the minutes"),
    ),
    Act.APPROVE_MINUTES: ActWords(
        _("Get a yes to the minutes from both sides"),
        _("What was agreed on counts when both users and the service have said yes."),
        _("Go to the minutes"),
    ),
    Act.HAND_OVER: ActWords(
        _("Hand over what was agreed on"),
        _("Both sides have said yes to the minutes. Now the measures become the service’s own."),
        _("See the measures from the dialogue"),
    ),
    Act.ASK: ActWords(
        _("Ask the service to answer every finding"),
        _("Give them a day. A no is an answer too, when it says why."),
        _("Answers from the service"),
    ),
    Act.AWAIT_ANSWERS: ActWords(
        _("See which findings have no answer"),
        _("Remind the service, or write down what they tell you."),
        _("Answers from the service"),
    ),
    Act.WRITE_FINAL: ActWords(
        _("Write the final report"),
        _("Findings, dialogue and measures are in it already. You write what ties them together."),
        _("Go to the final report"),
    ),
    Act.CLEAR_MORE_QUOTES: ActWords(
        _("Read the quotes that wait"),
        _("Two people ask of each quote whether it can show who spoke. One has own experience."),
        _("Go to the quotes"),
    ),
    Act.TEST_AGAIN: ActWords(
        _("Test once more whether anybody can be recognised"),
        _("The last test is too old for the final report, or somebody could be named."),
        _("Go to the test"),
    ),
    Act.APPROVE_FINAL: ActWords(
        _("Read the final report, and say yes"),
        _("Two people say yes to it as it stands. One of them has own experience."),
        _("Read the final report"),
    ),
    Act.RELEASE_FINAL: ActWords(
        _("Let the final report go out"),
        _("Those who took part and the service get it in the same moment."),
        _("See what goes out"),
    ),
    Act.READ_FELT: ActWords(
        _("Read what users have answered"),
        _("Take away what may point at somebody, so that the team can use the words."),
        _("Go to the follow-up"),
    ),
    Act.TELL_FELT: ActWords(
        _("Tell what users say"),
        _("The service and those who took part get to know, in words, what is felt."),
        _("Go to the follow-up"),
    ),
    Act.ASK_USERS: ActWords(
        _("Ask users whether they notice a difference"),
        _("The day you agreed on has come. Three plain questions, on a slip or behind the code."),
        _("Go to the follow-up"),
    ),
    Act.PLAN_ROUNDS: ActWords(
        _("Set the days for asking users"),
        _("The final report is out. After some months users say whether the change is felt."),
        _("Go to the follow-up"),
    ),
    Act.TELL_BACK: ActWords(
        _("Tell those who wanted to hear what it led to"),
        _("A page behind the code, a letter on paper, a text, a call. All are equally good."),
        _("Go to the feedback"),
    ),
    Act.CLOSE: ActWords(
        _("Prepare the closing"),
        _("Users are asked and told. In the end everything that leads to people is destroyed."),
        _("See what is left before closing"),
    ),
    Act.CLOSED: ActWords(
        _("The evaluation is closed"),
        _("No code leads to a person any more. What was released, and what happened, stays."),
        _("See what was deleted"),
    ),
    Act.FOLLOW: ActWords(
        _("Follow what the service does"),
        _("See how the measures go, and what those who took part are to be told."),
        _("See the measures"),
    ),
    Act.AGREE: ActWords(
        _("Write down what you have agreed on"),
        _("Who ordered it, what it is about and what you promise. You can fill in more later."),
        _("Fill in"),
    ),
    Act.MAKE_GUIDE: ActWords(
        _("Make the question guide"),
        _("Open questions about what is good, what is not, and how it could be better."),
        _("Go to the guide"),
    ),
    Act.PLAN_MEETING: ActWords(
        _("Plan the first meeting"),
        _("A meeting that has been held already can be written in as well."),
        _("New meeting"),
    ),
}


REPORTS: dict[ReportKind, Words] = {
    ReportKind.PROCESS: _("Process report"),
    ReportKind.FINAL: _("Final report"),
}
# What each step means for those who work in the service, when they are told it is there.
FOR_SERVICE: dict[Step, Words] = {
    Step.AGREEMENT: _("We are agreeing on what the evaluation is about, and what we promise."),
    Step.PREPARING: _("The questions are being made. Tell us what you would like to know."),
    Step.INVITING: _("People are being invited. You hand out slips; who says yes stays with us."),
    Step.MEETINGS: _("We are listening to those who use the service. You do not need to prepare."),
    Step.THEMES: _("We are putting together what people have told us."),
    Step.REPORT: _(
        "We are writing down what we have found. You and those who spoke get it at once."
    ),
    Step.DIALOGUE: _("Users and staff meet as equals and talk about what was found."),
    Step.FOLLOW_UP: _("You answer what was found, and do what you have said yes to."),
}
