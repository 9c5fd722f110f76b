"""From blocks as written in start content to the blocks of a page."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.blocks import StreamValue

from brukerstemmen.library import markdown, reading
from brukerstemmen.library.models import LibraryPage

At = tuple[str, ...]
_RICH = {"text", "meaning", "what"}
_LISTS = {
    "steps": "steps",
    "checklist": "items",
    "questions": "questions",
    "fields": "fields",
    "links": "links",
    "terms": "terms",
    "timeline": "events",
    "figures": "keys",
    "doors": "doors",
}


class Filling:
    """Fills pages of one language. pages: language and address to the page's number."""

    def __init__(self, language: str, pages: dict[tuple[str, At], int]) -> None:
        self.language, self.pages = language, pages

    def body(self, blocks: Iterable[dict[str, Any]]) -> StreamValue:
        block = LibraryPage._meta.get_field("body").stream_block
        return block.to_python(
            [{"type": told["block"], "value": self._value(told)} for told in blocks]
        )

    def _value(self, told: dict[str, Any]) -> dict[str, Any]:
        kind = told["block"]
        value = {key: found for key, found in told.items() if key != "block"}
        value.setdefault("title", "")
        if kind in {"text", "tip", "letter", "logo"}:
            value["text"] = self._rich(value["text"])
        elif shape := self._shapes().get(kind):
            name = _LISTS[kind]
            value[name] = [shape(one) for one in value[name]]
        return value

    def _shapes(self) -> dict[str, Callable[[dict[str, Any]], dict[str, Any]]]:
        return {
            "steps": lambda one: {"title": one["title"], "text": self._rich(one.get("text", ""))},
            "terms": lambda one: {"term": one["term"], "meaning": self._rich(one["meaning"])},
            "timeline": lambda one: {
                "when": one["when"],
                "what": self._rich(one["what"]),
                "source": one.get("source", ""),
            },
            "links": self._link,
            "doors": lambda one: {
                "title": one["title"],
                "text": one.get("text", ""),
                "links": [self._link(link) for link in one.get("links", [])],
            },
        }

    def _link(self, one: dict[str, Any]) -> dict[str, Any]:
        to = one["to"]
        page = self._page(to) if to.startswith("/") else None
        return {
            "label": one["label"],
            "page": page,
            "address": None if page else to,
            "why": one.get("why", ""),
        }

    def _rich(self, text: str) -> str:
        return markdown.rich(text, self._attributes)

    def _attributes(self, address: str) -> str:
        if address.startswith("/"):
            return f'linktype="page" id="{self._page(address)}"'
        return markdown.to_address(address)

    def _page(self, address: str) -> int:
        """The page at an address here: in the language of the text, else in bokmål.

        Raises NotUnderstood for an address that leads nowhere.
        """
        at = tuple(part for part in address.partition("#")[0].split("/") if part)
        if at and at[0] in reading.LANGUAGES:
            at = at[1:]
        for language in (self.language, "nb"):
            if (language, at) in self.pages:
                return self.pages[(language, at)]
        raise reading.NotUnderstood(f"{self.language}: {address} leads nowhere")
