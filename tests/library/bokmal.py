"""Pages whose language is that of their address are read in bokmål, whatever a test reads."""

from django.utils import translation


def bokmal(text: str) -> str:
    """A text of the code as such a page says it."""
    with translation.override("nb"):
        return translation.gettext(text)
