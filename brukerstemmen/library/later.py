"""What pages and blocks ask for when they are shown. The room fills this in when it is ready
(`library.apps`), so that the nouns need not know what shows them."""

from collections.abc import Callable
from typing import Any

# For a page: (page, request) to values for its template.
OF_PAGES: list[Callable[[Any, Any], dict[str, Any]]] = []
# For a block, by its name: (value, page or None) to values for its template.
OF_BLOCKS: dict[str, Callable[[Any, Any], dict[str, Any]]] = {}

# For a page that is being written: values to look at before it goes out.
OF_EDITING: list[Callable[[Any], dict[str, Any]]] = []


def of_page(page: Any, request: Any) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for tell in OF_PAGES:
        told |= tell(page, request)
    return told


def of_block(name: str, value: Any, page: Any) -> dict[str, Any]:
    return OF_BLOCKS[name](value, page) if name in OF_BLOCKS else {}


def of_editing(page: Any) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for tell in OF_EDITING:
        told |= tell(page)
    return told
