"""The deletion log only grows: no line of it is changed or taken away."""

from typing import ClassVar

from django.db import migrations

from brukerstemmen.people import guards

TABLE = "closing_deletion"


def guard(_apps, schema_editor):
    guards.let_it_only_grow(schema_editor, TABLE, "id")


def let_go(_apps, schema_editor):
    guards.let_it_go(schema_editor, TABLE)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("closing", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(guard, let_go)]
