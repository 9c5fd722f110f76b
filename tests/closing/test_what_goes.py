"""Every model that holds raw words or who somebody is goes at closing, or the build fails."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from brukerstemmen.closing.destroying import AT_CLOSING, OWN_LAW, Goes, register
from brukerstemmen.closing.papers import PAPERS
from brukerstemmen.closing.states import Kind
from brukerstemmen.people.models import SealedModel
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import Contact

CLOSE_TO_A_PERSON = {Zone.Z3_RAW, Zone.Z4_IDENTITY}
Models = Iterable[type[models.Model]]


def that_nobody_takes_away(among: Models) -> set[str]:
    close = {m._meta.label for m in among if getattr(m, "zone", None) in CLOSE_TO_A_PERSON}
    return close - {goes.model._meta.label for goes in AT_CLOSING} - OWN_LAW


def test_every_model_close_to_a_person_goes_at_closing_or_has_a_law_of_its_own() -> None:
    everything = list(apps.get_models(include_auto_created=True))

    assert not that_nobody_takes_away(everything)
    assert {m._meta.label for m in everything} >= OWN_LAW


@isolate_apps("brukerstemmen.voices")
def test_a_model_that_nobody_thought_of_is_found() -> None:
    class Recording(models.Model):
        zone = Zone.Z3_RAW

        class Meta:
            app_label = "voices"

    assert that_nobody_takes_away([Recording, Contact]) == {"voices.Recording"}


def test_what_goes_is_named_once_and_has_a_way_to_its_work() -> None:
    named = [goes.model for goes in AT_CLOSING]

    assert len(named) == len(set(named))
    for model in (*named, *PAPERS):
        assert hasattr(model, "path_to_work"), model
    for goes in AT_CLOSING:
        assert not goes.own_keys or issubclass(goes.model, SealedModel)


def test_to_register_again_changes_nothing() -> None:
    before = list(AT_CLOSING)

    register(Goes(Kind.LINK, Contact, own_keys=True))

    assert before == AT_CLOSING
