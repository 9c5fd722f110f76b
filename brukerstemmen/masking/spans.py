"""What the finder answers with: where, what, how sure, and why."""

from dataclasses import dataclass
from enum import StrEnum


class Label(StrEnum):
    """What kind of thing it is."""

    PERSON = "PERSON"
    PLACE = "PLACE"
    ADDRESS = "ADDRESS"
    ORG = "ORG"
    PHONE = "PHONE"
    EMAIL = "EMAIL"
    URL = "URL"
    ID_NUMBER = "ID_NUMBER"  # of a person: national numbers, passports, journals, cases
    DATE = "DATE"
    AGE = "AGE"
    HANDLE = "HANDLE"  # a name on the net: @kari_88
    VEHICLE = "VEHICLE"  # a number plate
    ACCOUNT = "ACCOUNT"  # a bank account or a card
    QUASI = "QUASI"  # a clue that needs a person's judgement, never replaced by a machine


DIRECT = frozenset(Label) - {Label.QUASI}


class Why(StrEnum):
    """Why it was found; a fixed set, so that the pages can say it in every language."""

    NAME_IN_LIST = "name_in_list"
    TITLE_BEFORE_NAME = "title_before_name"
    RELATION_BEFORE_NAME = "relation_before_name"
    SAYS_A_NAME = "says_a_name"
    NAME_WHO_SAYS = "name_who_says"
    LOCAL_NAME = "local_name"
    NEARLY_LOCAL_NAME = "nearly_local_name"
    FOUND_ELSEWHERE = "found_elsewhere"
    CAPITAL_LETTER = "capital_letter"
    INITIALS = "initials"
    UNKNOWN_WORD = "unknown_word"
    PLACE_IN_LIST = "place_in_list"
    PLACE_ENDING = "place_ending"
    LOCAL_PLACE = "local_place"
    INSTITUTION_NAME = "institution_name"
    LOOKS_LIKE_ADDRESS = "looks_like_address"
    LOOKS_LIKE_PHONE = "looks_like_phone"
    LOOKS_LIKE_EMAIL = "looks_like_email"
    LOOKS_LIKE_URL = "looks_like_url"
    LOOKS_LIKE_USER_NAME = "looks_like_user_name"
    LOOKS_LIKE_DATE = "looks_like_date"
    YEAR_OF_BIRTH = "year_of_birth"
    TELLS_AGE = "tells_age"
    LOOKS_LIKE_NATIONAL_ID = "looks_like_national_id"
    LONG_NUMBER = "long_number"
    LOOKS_LIKE_ACCOUNT = "looks_like_account"
    LOOKS_LIKE_NUMBER_PLATE = "looks_like_number_plate"
    READ_BY_MODEL = "read_by_model"
    OTHER_DETECTOR = "other_detector"
    WORD_OF_FEW = "word_of_few"
    RARE_WORK = "rare_work"
    TELLS_WORKPLACE = "tells_workplace"
    SINGLE_ROLE = "single_role"
    PERSON_AT_OFFICE = "person_at_office"
    KNOWN_BEFORE = "known_before"
    SPOKEN_LANGUAGE = "spoken_language"
    TELLS_ORIGIN = "tells_origin"  # ethnic origin: an indirect clue and a special category at once
    SPECIAL_CATEGORY = "special_category"
    RARE_CONDITION = "rare_condition"
    KNOWN_EVENT = "known_event"
    FAMILY_TOLD = "family_told"


LONGEST_TEXT = 100_000  # characters, about fifteen thousand words: what answers in seconds


class TextTooLong(ValueError):
    """A statement or a chapter is read, not a library."""


@dataclass(frozen=True)
class Span:
    """A stretch of text that may point at somebody.

    start, end: character positions in the text as it was given, end not included.
    score: above 0, at most 1. From 0.5 it is worth masking unseen; below, worth a look.
    source: which detector found it, e.g. "rules.phone".
    Raises ValueError if the stretch is empty or the score is out of range.
    """

    start: int
    end: int
    label: Label
    score: float
    source: str
    why: Why

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError("a span covers at least one character")
        if not 0 < self.score <= 1:
            raise ValueError("a score lies above 0 and is at most 1")


@dataclass(frozen=True)
class Context:
    """What is known around a text: better than any word list.

    local_names: names of the people around the meeting, whole or in parts.
    local_places: names of the services and places it is about.
    known: names found elsewhere in the same meeting.
    tagger: whether the trained model reads too, beside the rules.
    The three lists match whatever the case and with a Norwegian or English possessive, unless the
    name is an ordinary word as well ("Dag"): then only where it has a capital.
    """

    local_names: frozenset[str] = frozenset()
    local_places: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    tagger: bool = False
