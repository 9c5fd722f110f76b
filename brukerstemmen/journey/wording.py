"""The sentences that steps, needs and acts have on screen."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brukerstemmen.evaluations.needs import Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.stages import Act

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


@dataclass(frozen=True)
class StepWords:
    """What happens in a step that has no page of its own yet: sentences, in their order."""

    lead: Words
    happens: tuple[Words, ...]


STEPS_TO_COME: dict[Step, StepWords] = {
    Step.DIALOGUE: StepWords(
        _("Those who use the service and those who work there meet as equals."),
        (
            _("The findings are read aloud, one at a time."),
            _("Those who use the service speak first. Then those who work there answer."),
            _("You write down what you agree on, and where you see it differently."),
            _("The service says what it will do, by whom and when."),
        ),
    ),
    Step.FOLLOW_UP: StepWords(
        _("Those who took part get to know what became of what they said."),
        (
            _("The service tells what it has done, and why something was not done."),
            _("After some months you ask users whether they notice a difference."),
            _("Everyone who wanted it gets a letter in plain words."),
            _("In the end the words as they were said are destroyed."),
        ),
    ),
}
