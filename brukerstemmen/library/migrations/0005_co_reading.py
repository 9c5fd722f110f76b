"""Co-reading of pages before they go out, and who wants to be named to readers."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("library", "0004_what_search_looks_in"),
        ("people", "0010_editors"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="EditorProfile",
            fields=[
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "is_shown",
                    models.BooleanField(default=False, verbose_name="show my name to readers"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CoReading",
            fields=[
                (
                    "task_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtailcore.task",
                    ),
                ),
                (
                    "site",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="co_reading",
                        to="wagtailcore.site",
                    ),
                ),
            ],
            options={"verbose_name": "co-reading", "verbose_name_plural": "co-readings"},
            bases=("wagtailcore.task",),
        ),
    ]
