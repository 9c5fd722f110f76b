from typing import ClassVar

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("people", "0004_centre_address")]

    operations: ClassVar = [
        migrations.AlterField(
            "erasedkey",
            "kind",
            models.CharField(
                choices=[
                    ("key", "Key"),
                    ("participant", "Participant"),
                    ("statement", "Statement"),
                ],
                max_length=12,
            ),
        )
    ]
