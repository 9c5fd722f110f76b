"""What a name, a kind of statement or a theme looks like: signs and theme colours."""

from zlib import crc32

from django import template

register = template.Library()

FACE_COLOURS = ("accent", "leire", "sol", "plomme")
THEME_COLOURS = (
    "accent",
    "sol",
    "plomme",
    "leire",
    "success",
    "info",
    "warning",
    "danger",
    "neutral",
)
KIND_SIGNS = {"good": "+", "not_good": "−", "proposal": "→", "other": "○"}
KIND_COLOURS = {
    "good": "success",
    "not_good": "leire",
    "proposal": "accent",
    "other": "neutral",
}


@register.filter
def initials(name: object) -> str:
    """The first letters of the first and the last name, as on a badge."""
    words = str(name).split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


@register.filter
def face_colour(name: object) -> str:
    """The same colour every time for the same name, on every machine."""
    return FACE_COLOURS[crc32(str(name).encode()) % len(FACE_COLOURS)]


@register.filter
def theme_colour(number: int) -> str:
    """The colour of the theme with this number, counted from 1; the tenth begins again."""
    return THEME_COLOURS[(int(number) - 1) % len(THEME_COLOURS)]


@register.filter
def theme_key(number: int) -> str:
    """The digit that gives this theme on the board: 1 to 9, 0 for the tenth, none after."""
    return str(int(number) % 10) if int(number) <= 10 else ""


@register.filter
def kind_sign(kind: str) -> str:
    return KIND_SIGNS.get(kind, KIND_SIGNS["other"])


@register.filter
def kind_colour(kind: str) -> str:
    return KIND_COLOURS.get(kind, KIND_COLOURS["other"])


@register.filter
def places(total: int) -> range:
    """1, 2, … up to the total: for a row of pieces."""
    return range(1, int(total) + 1)


@register.filter
def words(text: str) -> list[str]:
    """The words of a text, to loop over in a template."""
    return text.split()
