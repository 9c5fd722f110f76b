"""The draft as its page shows it: the same parts as the document, with headings filled in."""

from typing import Any

from brukerstemmen.reports.content import Draft, ThemePart, Words
from brukerstemmen.reports.figures import by_theme, totals


def page_of(draft: Draft, words: Words) -> dict[str, Any]:
    """The context of `reports/_draft.html`."""
    return {
        "draft": draft,
        "words": words,
        "waiting": words.waiting.format(count=draft.waiting) if draft.waiting else "",
        "made_on": draft.made_on.strftime(words.date_format),
        "totals": totals(draft, words),
        "by_theme": by_theme(draft, words),
        "themes": [_theme(theme, words) for theme in draft.themes],
        "is_empty": not draft.unsorted
        and not any(lines for theme in draft.themes for _kind, lines in theme.lines()),
    }


def _theme(theme: ThemePart, words: Words) -> dict[str, Any]:
    return {
        "name": theme.name,
        "definition": theme.definition,
        "people": words.too_few if theme.people is None else theme.people,
        "statements": theme.statements,
        "kinds": [{"heading": words.kind(kind), "lines": lines} for kind, lines in theme.lines()],
    }
