"""Icons inline: no request, and they take the colour of the text."""

import json
from functools import cache

from django import template
from django.contrib.staticfiles import finders
from django.core.exceptions import ImproperlyConfigured
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@cache
def _drawings() -> dict[str, str]:
    """Name of icon -> the markup inside its <svg>; written by frontend/build.mjs."""
    file = finders.find("dist/icons.json")
    if not file:
        raise ImproperlyConfigured("The front end is not built: npm ci && npm run build")
    with open(file, encoding="utf-8") as drawings:
        return json.load(drawings)


@register.simple_tag
def icon(name: str, title: str = "") -> SafeString:
    """The icon as <svg>: silent for screen readers, or spoken as `title`.

    Raises ImproperlyConfigured for a name that frontend/icons.txt does not have.
    """
    if name not in _drawings():
        raise ImproperlyConfigured(f"No icon {name!r}: add it to frontend/icons.txt and build")
    spoken = f'role="img" aria-label="{escape(title)}"' if title else 'aria-hidden="true"'
    return mark_safe(  # noqa: S308 - drawings are our own build, the title is escaped
        f'<svg class="icon" viewBox="0 0 24 24" focusable="false" {spoken}>'
        f"{_drawings()[name]}</svg>"
    )
