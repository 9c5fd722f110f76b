"""Those who took part in the demo project, for the sign-in page."""

from django import template
from django.conf import settings

from brukerstemmen.journey.demo.door import AT_THE_DOOR

register = template.Library()


@register.simple_tag
def demo_participants() -> list[dict[str, str]]:
    """Them as `components/cast.html` takes them; nobody outside the demo."""
    if not settings.DEMO:
        return []
    return [{"pk": code, "name": code, "role": line} for code, line in AT_THE_DOOR.items()]
