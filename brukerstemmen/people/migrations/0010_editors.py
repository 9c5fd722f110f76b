from typing import ClassVar

from django.db import migrations, models

from brukerstemmen.people import guards

INSIDE = ["administrator", "staff", "payroll", "editor", "co_reader", "lead", "interviewer"]
SERVICE = ["service_contact", "client_leader"]
ROLES = [*INSIDE, *SERVICE]
NAME = "the_side_follows_from_the_role"


def take_away_guards(apps, schema_editor):
    guards.let_go_of_sides(schema_editor)


def put_back_guards(apps, schema_editor):
    guards.guard_sides(schema_editor)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("people", "0009_groups_of_the_public_site")]

    operations: ClassVar = [
        migrations.RunPython(take_away_guards, put_back_guards),
        migrations.AlterField(
            "grant",
            "role",
            models.CharField(
                choices=[(role, role) for role in ROLES], max_length=20, verbose_name="role"
            ),
        ),
        migrations.RemoveConstraint("grant", NAME),
        migrations.AddConstraint(
            "grant",
            models.CheckConstraint(
                condition=models.Q(role__in=SERVICE, side="service")
                | models.Q(role__in=INSIDE, side="inside"),
                name=NAME,
            ),
        ),
        migrations.RunPython(put_back_guards, take_away_guards),
    ]
