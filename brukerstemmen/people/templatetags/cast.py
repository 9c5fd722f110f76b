"""The demo's people, for the sign-in page."""

from django import template
from django.conf import settings

from brukerstemmen.people.cast import on_offer

register = template.Library()


@register.simple_tag
def demo_cast() -> list[dict[str, str]]:
    """The cast as `components/cast.html` takes it; nobody outside the demo."""
    if not settings.DEMO:
        return []
    return [{"pk": str(p.pk), "name": p.name, "role": p.cast_line} for p in on_offer()]
