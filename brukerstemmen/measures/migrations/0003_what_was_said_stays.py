"""What a service has answered, and each step of its measures, stays as it was said."""

from typing import ClassVar

from django.db import migrations

from brukerstemmen.people import guards

STAYS = ("measures_answer", "measures_answeredmatter", "measures_measurestep")


def guard(_apps, schema_editor):
    for table in STAYS:
        guards.let_it_stay(schema_editor, table, "id")


def let_go(_apps, schema_editor):
    for table in STAYS:
        guards.let_it_go(schema_editor, table)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("measures", "0002_steps_on_behalf")]

    operations: ClassVar = [migrations.RunPython(guard, let_go)]
