"""Plain Django forms in the design system's markup."""

from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField
from django.middleware.csrf import get_token
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def post_token(context: Context) -> SafeString | str:
    """The CSRF field. Unlike `csrf_token` it also works in what is included with `only`."""
    request = getattr(context, "request", None)
    if request is None:
        return ""
    field = '<input type="hidden" name="csrfmiddlewaretoken" value="{}">'
    return format_html(field, get_token(request))


@register.filter
def control_kind(field: BoundField) -> str:
    """choices, checkbox, select, textarea, file or text: what decides the markup around it."""
    widget = field.field.widget
    kinds: list[tuple[str, type | tuple[type, ...]]] = [
        ("choices", (forms.RadioSelect, forms.CheckboxSelectMultiple)),
        ("checkbox", forms.CheckboxInput),
        ("select", forms.Select),
        ("textarea", forms.Textarea),
        ("file", forms.FileInput),
    ]
    return next((name for name, types in kinds if isinstance(widget, types)), "text")


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The control itself, with the design system's class and the browser's own date picker."""
    widget = field.field.widget
    if isinstance(widget, forms.DateInput):
        widget.input_type, widget.format = "date", "%Y-%m-%d"
    return field.as_widget(attrs={"class": _with_class(widget.attrs)})


@register.simple_tag
def options(field: BoundField) -> list[dict[str, Any]]:
    """Each radio button or tick box of a group: its control, its label and its id."""
    found = []
    for one in field.subwidgets:
        attributes = one.data["attrs"]
        attributes["class"] = _with_class(attributes)
        found.append({"control": one.tag(), "label": one.choice_label, "id": one.id_for_label})
    return found


def _with_class(attributes: dict[str, Any]) -> str:
    return f"{attributes.get('class', '')} ds-input".strip()
