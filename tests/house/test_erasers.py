"""Whatever has a path to a participant is taken away when they leave, or the build fails."""

from collections.abc import Iterable

from django.apps import apps
from django.db import models
from django.test.utils import isolate_apps

from brukerstemmen.voices.erasing import ERASERS
from brukerstemmen.voices.models import MaskedWording, Participant, Statement
from brukerstemmen.voices.personal_data import STAYS_AS_PROOF

Models = Iterable[type[models.Model]]


def with_a_path(among: Models) -> set[str]:
    """The models that lead to a participant or a statement, by whatever way and however far."""
    reached: set[type[models.Model]] = {Participant, Statement}
    waiting = set(among) - reached
    while further := {model for model in waiting if _points_at(model) & reached}:
        reached |= further
        waiting -= further
    return {model._meta.label for model in reached}


def _points_at(model: type[models.Model]) -> set[type[models.Model]]:
    fields = [*model._meta.get_fields(include_hidden=True), *model._meta.private_fields]
    forward = [field for field in fields if getattr(field, "remote_field", None)]
    return {field.remote_field.model for field in forward if not field.auto_created}


def without_eraser(among: Models) -> set[str]:
    covered = frozenset[str]().union(*(eraser.covers for eraser in ERASERS))
    return with_a_path(among) - covered - STAYS_AS_PROOF


def everything() -> list[type[models.Model]]:
    return list(apps.get_models(include_auto_created=True))


def test_every_model_with_a_path_to_a_participant_has_an_eraser() -> None:
    assert len(with_a_path(everything())) >= 12
    assert not without_eraser(everything())


@isolate_apps("brukerstemmen.voices")
def test_a_model_that_nobody_thought_of_is_found_however_far_away_it_stands() -> None:
    class Recording(models.Model):
        said_by = models.ManyToManyField(Participant, related_name="+")

        class Meta:
            app_label = "voices"

    class Remark(models.Model):
        wording = models.ForeignKey(MaskedWording, models.CASCADE, related_name="+")

        class Meta:
            app_label = "voices"

    class Reply(models.Model):
        remark = models.OneToOneField(Remark, models.CASCADE, related_name="+")

        class Meta:
            app_label = "voices"

    found = without_eraser([*everything(), Reply, Remark, Recording])

    assert found == {"voices.Reply", "voices.Remark", "voices.Recording"}


def test_erasers_name_models_that_are_there() -> None:
    there = {model._meta.label for model in everything()}

    for eraser in ERASERS:
        assert eraser.covers <= there
    assert there >= STAYS_AS_PROOF


def test_no_model_is_erased_by_two_rooms_or_kept_and_erased() -> None:
    named = [label for eraser in ERASERS for label in eraser.covers] + sorted(STAYS_AS_PROOF)

    assert len(named) == len(set(named))
