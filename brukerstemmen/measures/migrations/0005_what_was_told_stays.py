"""What users said together, and what people were told of a measure, stays as it was told."""

from typing import ClassVar

from django.db import migrations

from brukerstemmen.people import guards

STAYS = ("measures_followuptold", "measures_felttold", "measures_feedbackline")


def guard(_apps, schema_editor):
    for table in STAYS:
        guards.let_it_stay(schema_editor, table, "id")


def let_go(_apps, schema_editor):
    for table in STAYS:
        guards.let_it_go(schema_editor, table)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("measures", "0004_following_up")]

    operations: ClassVar = [migrations.RunPython(guard, let_go)]
