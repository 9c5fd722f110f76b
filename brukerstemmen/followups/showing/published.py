"""What everybody may read: the newest edition of each story. Nothing is opened here."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef
from django.db.models.fields.json import KT
from django.urls import reverse

from brukerstemmen.followups.models import WhatHappened
from brukerstemmen.followups.showing.told import StoryShown, shown
from brukerstemmen.followups.story import from_json
from brukerstemmen.measures.wording import told_quarter
from brukerstemmen.people.models import Work
from brukerstemmen.reports.showing.released import BESIDE_PUBLIC


@dataclass(frozen=True)
class Edition:
    """A story as a list shows it."""

    row: WhatHappened

    @property
    def title(self) -> str:
        return str(self.row.headline)  # type: ignore[attr-defined]

    @property
    def centre(self) -> str:
        return str(self.row.teller)  # type: ignore[attr-defined]

    @property
    def when(self) -> str:
        return told_quarter(self.row.quarter)


def _newest() -> Any:
    later = WhatHappened.objects.filter(
        work=OuterRef("work"), language=OuterRef("language"), edition__gt=OuterRef("edition")
    )
    return WhatHappened.objects.filter(~Exists(later)).select_related("work")


def stories() -> list[Edition]:
    """Every story that is out, the newest first. One query; what they tell is not read."""
    rows = _newest().defer("content")
    listed = rows.annotate(headline=KT("content__title"), teller=KT("content__centre"))
    return [Edition(row) for row in listed.order_by("-quarter", "work__title")]


def published(slug: str) -> WhatHappened | None:
    """The edition that holds; None where nothing is published."""
    found: WhatHappened | None = _newest().filter(work__slug=slug).order_by("-language").first()
    return found


def told_in(row: WhatHappened) -> StoryShown:
    """What was frozen, in words of now."""
    return shown(from_json(row.content), row.language)


def editions_of(work: Work) -> list[WhatHappened]:
    """All editions of one work, the newest first."""
    rows = WhatHappened.objects.filter(work=work).defer("content")
    return list(rows.order_by("-edition"))


def address_of(work: Work) -> str:
    """Where everybody can read it; "" as long as it is not published."""
    if not WhatHappened.objects.filter(work=work).exists():
        return ""
    return reverse("followups:story", args=[work.slug])


def be_ready() -> None:
    """Tell the public report where it stands. Called once, when the app is ready."""
    if address_of not in BESIDE_PUBLIC:
        BESIDE_PUBLIC.append(address_of)
