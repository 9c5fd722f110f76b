"""The rooms stand in the order of the way a voice travels; nothing points upwards."""

import subprocess
import sys
from pathlib import Path

from django.apps import apps

from tests.house.source import PACKAGE, ROOT, storeys


def room_of(model) -> str | None:
    """The room a model lives in; None for another package's."""
    package, _, rest = model.__module__.partition(".")
    return rest.split(".")[0] if package == "brukerstemmen" else None


def pointers():
    """Every field of ours that points at one of our models, through tables included."""
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and room_of(model):
                for target in {field.related_model, getattr(field.remote_field, "through", None)}:
                    if target and room_of(target):
                        yield model, field, target


def test_foreign_keys_point_downwards():
    upwards = [
        f"{model.__name__}.{field.name} -> {target.__name__}"
        for model, field, target in pointers()
        if room_of(model) != room_of(target)
        and storeys()[room_of(model)] <= storeys()[room_of(target)]
    ]

    assert not upwards


def test_every_room_has_its_storey():
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}

    assert rooms <= set(storeys())


def test_the_import_contracts_hold():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout
