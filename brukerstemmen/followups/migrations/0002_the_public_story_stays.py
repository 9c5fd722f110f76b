"""What happened, as everybody has read it, is never changed; another edition comes beside it."""

from typing import ClassVar

from django.db import migrations

from brukerstemmen.people import guards

TABLE = "followups_whathappened"


def guard(_apps, schema_editor):
    guards.let_it_stay(schema_editor, TABLE, "id")


def let_go(_apps, schema_editor):
    guards.let_it_go(schema_editor, TABLE)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("followups", "0001_initial")]

    operations: ClassVar = [migrations.RunPython(guard, let_go)]
