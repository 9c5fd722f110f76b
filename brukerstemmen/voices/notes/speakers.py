"""Speaker codes. A participant is known in the material by a code only: D01, D02 …"""

import re

MOST_SPEAKERS = 999

CODE = r"d\s?0*(?P<short>\d{1,3})"
LONG = (
    r"(?:deltaker|deltakar|deltagar|deltager|delt|informant|participant)\.?\s*(?:nr\.?|no\.?)?\s*"
)
_SPEAKER = re.compile(rf"(?:{CODE}|{LONG}0*(?P<long>\d{{1,3}}))", re.IGNORECASE)


def speaker_code(text: str) -> str | None:
    """The code that is written here, in its one form, or None if this is no code.

    A name is no code. Numbers run from 1 to 999.

    >>> [speaker_code(text) for text in ("d1", "D 01", "Deltaker 1", "Kari", "D0")]
    ['D01', 'D01', 'D01', None, None]
    """
    found = _SPEAKER.fullmatch(text.strip().strip("()[]:").strip())
    if found is None:
        return None
    number = int(found["short"] or found["long"])
    return f"D{number:02d}" if 1 <= number <= MOST_SPEAKERS else None
