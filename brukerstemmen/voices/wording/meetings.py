"""The sentences that states and reasons have on screen."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from brukerstemmen.masking.replace import Note
from brukerstemmen.masking.spans import Label
from brukerstemmen.masking.spans import Why as FoundWhy
from brukerstemmen.privacy.consent import Channel, Purpose, State
from brukerstemmen.voices.notes.reading import Field, Reason, Why
from brukerstemmen.voices.second_reading import Because
from brukerstemmen.voices.states import Hinder, MeetingState

HINDERS: dict[Hinder, Promise | str] = {
    Hinder.NO_CONSENT: _("Everyone who takes part must have said yes first."),
    Hinder.GUARDIAN_NOT_TOLD: _(
        "Those who care for people under 16 must be told first. Mark it when it is done."
    ),
    Hinder.SERVICE_IN_ROOM: _("Confirm that nobody from the service is in the room."),
    Hinder.NO_STATEMENTS: _("Nothing is written down yet."),
    Hinder.NOT_READ_BACK: _("Some statements have not been read aloud."),
    Hinder.UNRESOLVED_HITS: _("Some statements may still point at somebody."),
    Hinder.UNREAD: _("Some statements have not been read by a person."),
    Hinder.RIVALS: _("Some statements have two wordings. Choose one."),
    Hinder.GIVEN_BACK: _("A second reader has asked you to look at some statements again."),
    Hinder.SECOND_READING: _(
        "Somebody besides the one who masked must read the statements where clues pile up."
    ),
}
STATES: dict[MeetingState, Promise | str] = {
    MeetingState.PLANNED: _("Planned"),
    MeetingState.HELD: _("Writing down"),
    MeetingState.WRITTEN: _("Written down"),
    MeetingState.READ_ALOUD: pgettext_lazy("state of a meeting", "Read aloud"),
    MeetingState.MASKED: _("Masked"),
}
# Why a file or a text could not be read at all.
UNREADABLE: dict[Reason, Promise | str] = {
    Reason.EMPTY: _("There is no text in it."),
    Reason.TOO_LARGE: _("This is too large. The most we can take at once is 5 MB."),
    Reason.NOT_THIS_TYPE: _(
        "We cannot read this kind of file. Use Word (.docx), text (.txt, .md) or a table (.csv)."
    ),
    Reason.DAMAGED: _("The file seems to be damaged. Open it, save it anew, and try again."),
    Reason.TOO_MUCH_INSIDE: _(
        "There is too much in it. Divide it, and take in one part at a time."
    ),
    Reason.NOT_TEXT: _("This does not look like text. Save it as Word, text or CSV."),
    Reason.TOO_SLOW: _("It took too long to read. Paste the text, or divide the file."),
}
# Why a line of the notes is shown among those not understood.
PROBLEMS: dict[Why, Promise | str] = {
    Why.NO_WORDS: _("There are no words on this line. It is not taken in."),
    Why.SPEAKER: _(
        "We do not know who this is. The words are taken in, as said by somebody not known."
    ),
    Why.KIND: _("We do not know this kind. The words are taken in without one."),
    Why.NO_MARK: _("This stands alone, without sign or speaker. It is taken in as a statement."),
    Why.CELLS: _("We do not know which cell holds the words. It is not taken in."),
    Why.QUOTES: _("A quotation mark is missing. It is taken in as it stands."),
    Why.NOT_READ: _("Pictures, footnotes and comments are not read. It is not taken in."),
}
FIELDS: dict[Field, Promise | str] = {
    Field.WORDS: _("What was said"),
    Field.SPEAKER: _("Who said it"),
    Field.KIND: _("Kind"),
    Field.THEME: _("Theme"),
    Field.QUESTION: _("Question"),
}
LABELS: dict[Label, Promise | str] = {
    Label.PERSON: pgettext_lazy("points at somebody", "name"),
    Label.PLACE: pgettext_lazy("points at somebody", "place"),
    Label.ADDRESS: pgettext_lazy("points at somebody", "address"),
    Label.PHONE: pgettext_lazy("points at somebody", "telephone"),
    Label.EMAIL: pgettext_lazy("points at somebody", "e-mail"),
    Label.URL: pgettext_lazy("points at somebody", "web address"),
    Label.DATE: pgettext_lazy("points at somebody", "day"),
    Label.AGE: pgettext_lazy("points at somebody", "age"),
    Label.ID_NUMBER: pgettext_lazy("points at somebody", "identity number"),
    Label.ORG: pgettext_lazy("points at somebody", "workplace or institution"),
    Label.HANDLE: pgettext_lazy("points at somebody", "user name"),
    Label.VEHICLE: pgettext_lazy("points at somebody", "number plate"),
    Label.ACCOUNT: pgettext_lazy("points at somebody", "account number"),
    Label.QUASI: pgettext_lazy("points at somebody", "clue"),
}
FOUND_BECAUSE: dict[FoundWhy, Promise | str] = {
    FoundWhy.NAME_IN_LIST: _("It stands in a list of names."),
    FoundWhy.TITLE_BEFORE_NAME: _("A title stands before it."),
    FoundWhy.RELATION_BEFORE_NAME: _("A word such as mother or friend stands before it."),
    FoundWhy.SAYS_A_NAME: _("Somebody says what a person is called."),
    FoundWhy.NAME_WHO_SAYS: _("It looks like the name of somebody who speaks."),
    FoundWhy.LOCAL_NAME: _("Somebody on the team or around the service is called this."),
    FoundWhy.NEARLY_LOCAL_NAME: _("It is nearly the name of somebody around the service."),
    FoundWhy.FOUND_ELSEWHERE: _("The same name is said elsewhere in the meeting."),
    FoundWhy.CAPITAL_LETTER: _("It has a capital letter and may be a name."),
    FoundWhy.INITIALS: _("These look like the first letters of a name."),
    FoundWhy.UNKNOWN_WORD: _("No dictionary has this word. It may be a name."),
    FoundWhy.PLACE_IN_LIST: _("It stands in a list of places."),
    FoundWhy.PLACE_ENDING: _("It ends like the name of a place."),
    FoundWhy.LOCAL_PLACE: _("It is the name of the service, or of its place."),
    FoundWhy.INSTITUTION_NAME: _("It looks like the name of an institution."),
    FoundWhy.LOOKS_LIKE_ADDRESS: _("It looks like an address."),
    FoundWhy.LOOKS_LIKE_PHONE: _("It looks like a telephone number."),
    FoundWhy.LOOKS_LIKE_EMAIL: _("It looks like an e-mail address."),
    FoundWhy.LOOKS_LIKE_URL: _("It looks like a web address."),
    FoundWhy.LOOKS_LIKE_USER_NAME: _("It looks like a user name."),
    FoundWhy.LOOKS_LIKE_DATE: _("It tells which day."),
    FoundWhy.YEAR_OF_BIRTH: _("It tells when somebody was born."),
    FoundWhy.TELLS_AGE: _("It tells how old somebody is."),
    FoundWhy.LOOKS_LIKE_ACCOUNT: _("It looks like an account or a card."),
    FoundWhy.LOOKS_LIKE_NUMBER_PLATE: _("It looks like a number plate."),
    FoundWhy.READ_BY_MODEL: _("A model that has read much Norwegian takes it for a name."),
    FoundWhy.OTHER_DETECTOR: _("Another program that looks for names has found it."),
    FoundWhy.LOOKS_LIKE_NATIONAL_ID: _("It looks like an identity number."),
    FoundWhy.LONG_NUMBER: _("It is a long number."),
    FoundWhy.WORD_OF_FEW: _("Few people can say this of themselves."),
    FoundWhy.RARE_WORK: _("Few people have this work."),
    FoundWhy.TELLS_WORKPLACE: _("It tells where somebody works."),
    FoundWhy.SINGLE_ROLE: _("There is often only one with this role."),
    FoundWhy.PERSON_AT_OFFICE: _("It tells at which office somebody is."),
    FoundWhy.KNOWN_BEFORE: _("It tells that people know each other from before."),
    FoundWhy.SPOKEN_LANGUAGE: _("It tells which language somebody speaks."),
    FoundWhy.TELLS_ORIGIN: _(
        "It tells of a language or an origin that few share here, and that the law protects "
        "specially."
    ),
    FoundWhy.SPECIAL_CATEGORY: _("It tells something that few know of others, such as faith."),
    FoundWhy.RARE_CONDITION: _("Few people have this."),
    FoundWhy.KNOWN_EVENT: _("It tells of something that others may have heard of."),
    FoundWhy.FAMILY_TOLD: _("It tells of a family that others may know."),
}
# Why a statement is read by a second person.
SECOND_BECAUSE: dict[Because, Promise | str] = {
    Because.TOGETHER: _("Several clues stand in it, and together they say more."),
    Because.SAME_PERSON: _("The same person has left other clues elsewhere in the meeting."),
    Because.MATTERS: _("A clue is kept because it matters to the one who said it."),
}
# The reason that stands ready for keeping a clue.
IT_MATTERS = _("It matters to the one who said it.")
# What people are asked about, as the team names it.
PURPOSES: dict[Purpose, Promise | str] = {
    Purpose.TAKE_PART: _("Taking part"),
    Purpose.RECORDING: _("Sound recording"),
    Purpose.QUOTES: _("Being quoted, without name"),
    Purpose.CONTACT_AGAIN: _("Being contacted again"),
    Purpose.RESEARCH: _("Use in research"),
}
CONSENT: dict[State | None, Promise | str] = {
    State.OFFERED: _("Asked, no answer yet"),
    State.GIVEN: pgettext_lazy("consent", "Yes"),
    State.DECLINED: pgettext_lazy("consent", "No"),
    State.WITHDRAWN: _("Taken back"),
    State.EXPIRED: _("The yes has run out"),
    None: _("Not asked"),
}
TAKING_PART: dict[State | None, Promise | str] = {
    State.OFFERED: _("Asked, no answer yet"),
    State.GIVEN: _("Takes part"),
    State.DECLINED: _("Has said no"),
    State.WITHDRAWN: _("Has taken the yes back"),
    State.EXPIRED: _("The yes has run out"),
    None: _("No yes yet"),
}
CHANNELS: dict[Channel, Promise | str] = {
    Channel.OWN_LINK: _("themselves"),
    Channel.PAPER: _("on paper"),
    Channel.PHONE: _("by telephone"),
    Channel.IN_PERSON: _("told to one of us"),
}
# What to know about a hit besides why it was found. It stops nothing.
NOTES: dict[Note, Promise | str] = {
    Note.PRAISED_AT_WORK: _(
        "Praise is masked too: a name that stands in praise is missed where there is criticism."
    ),
    Note.OWN_NAME: _(
        "The speaker says their own name. Whoever wants to stand forth by name does so outside the"
        " report, where it shows nobody else."
    ),
    Note.MAY_MATTER_TO_SPEAKER: _(
        "This may matter to the one who said it. Then keep it, knowing that they may be recognised."
    ),
}
NOT_FROM_HERE = _("This cannot be done now. Look at where the meeting stands, and try again.")
EMPTY = _("Write what was said first.")


def sentences(reasons: list[Hinder]) -> list[Promise | str]:
    return [HINDERS[reason] for reason in reasons]
