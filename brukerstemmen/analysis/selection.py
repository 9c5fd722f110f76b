"""What somebody has asked to see on the board, told in the address itself."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from brukerstemmen.voices.models.statements import StatementKind

WITHOUT_THEME = "none"


@dataclass(frozen=True)
class Selection:
    """theme: "" for all, "none" for those without, or the id of one. form: the plain version."""

    theme: str = ""
    kind: str = ""
    page: int = 1
    form: bool = False

    @classmethod
    def read(cls, query: Mapping[str, Any]) -> "Selection":
        """What the address says. What it cannot mean is left out, never an error."""
        page = query.get("page", "")
        return cls(
            theme=_theme(query.get("theme", "")),
            kind=kind if (kind := query.get("kind", "")) in StatementKind.values else "",
            page=int(page) if page.isdecimal() and len(page) < 7 else 1,
            form=query.get("form") == "1",
        )

    def but(self, **changes: Any) -> str:
        """The same with something else, on the first page, as the end of an address."""
        return replace(self, **{"page": 1, **changes}).query

    @property
    def is_one_theme(self) -> bool:
        return self.theme not in {"", WITHOUT_THEME}

    @property
    def query(self) -> str:
        asked = {
            "theme": self.theme,
            "kind": self.kind,
            "page": self.page if self.page > 1 else "",
            "form": "1" if self.form else "",
        }
        told = urlencode({name: value for name, value in asked.items() if value})
        return f"?{told}" if told else ""

    @property
    def other_way(self) -> str:
        """The same statements as a board, or as a plain form."""
        return replace(self, form=not self.form).query

    @property
    def other_parameters(self) -> str:
        """Everything but the page, ready for `components/pagination.html`."""
        query = replace(self, page=1).query.removeprefix("?")
        return f"{query}&" if query else ""


def _theme(asked: str) -> str:
    if asked == WITHOUT_THEME:
        return asked
    try:
        return str(uuid.UUID(asked))
    except ValueError:
        return ""
