"""How long the pages take that look across evaluations, for somebody who leads 1, 10 or 100 of
them; and the overview of one, which must not care how many there are."""

from collections.abc import Callable
from functools import partial

from django.urls import reverse

from benchmarks import whole_stories
from benchmarks.pages import opening_of, signed_in_as, told_of

Open = Callable[[], object]
ACROSS = {
    "my page": "journey:workspace",
    "list of evaluations": "journey:evaluations",
    "promises": "journey:promises",
    "calendar": "journey:calendar",
}


def across(page: str, number: int) -> Open:
    whole_stories.among(number)
    return opening_of(reverse(page), signed_in_as(whole_stories.lead()))


def one_of(number: int) -> Open:
    slug = whole_stories.among(number)[0].work.slug
    address = reverse("journey:evaluation", args=[slug])
    return opening_of(address, signed_in_as(whole_stories.lead()))


def for_service(number: int) -> Open:
    whole_stories.among(number)
    return opening_of(reverse("journey:service"), signed_in_as(whole_stories.contact()))


def measures(number: int) -> dict[str, Callable[[], Open]]:
    end = told_of(number)
    return {
        **{f"open {name}, {end}": partial(across, page, number) for name, page in ACROSS.items()},
        f"open overview of one, {end}": partial(one_of, number),
        f"open front page of the service, {end}": partial(for_service, number),
    }
