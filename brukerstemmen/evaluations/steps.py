"""The eight steps on screen, in order. Derived from what has happened, never stored as a state."""

from enum import StrEnum


class Step(StrEnum):
    AGREEMENT = "agreement"
    PREPARING = "preparing"
    INVITING = "inviting"
    MEETINGS = "meetings"
    THEMES = "themes"
    REPORT = "report"
    DIALOGUE = "dialogue"
    FOLLOW_UP = "follow_up"
