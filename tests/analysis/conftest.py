"""Three themes, a statement that is ready, and Anne in her browser."""

from collections.abc import Callable

import pytest
from django.test import Client

from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.models import Theme
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people.models import Person
from brukerstemmen.voices.models import Statement, UserMeeting


@pytest.fixture
def three(evaluation: Evaluation, anne: Person) -> list[Theme]:
    return themes.add_themes(evaluation, ["Å bli møtt", "Informasjon", "Plan"], by=anne)


@pytest.fixture
def first(masked: UserMeeting) -> Statement:
    return masked.statements.get(position=1)


@pytest.fixture
def client(signed_in: Callable[[Person], Client], anne: Person) -> Client:
    return signed_in(anne)
