"""Who noted a statement, beside it in Z2: a quote is cleared by others than that one."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def tell_who(apps, schema_editor):
    first = apps.get_model("voices", "RawWording").objects.filter(
        statement=models.OuterRef("pk"), number=1
    )
    apps.get_model("voices", "Statement").objects.update(
        noted_by=models.Subquery(first.values("author")[:1])
    )


class Migration(migrations.Migration):
    # The column and the data are changed apart: PostgreSQL refuses both in one transaction.
    atomic = False

    dependencies = [
        ("voices", "0003_texts_and_replies"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="noted_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.RunPython(tell_who, migrations.RunPython.noop),
    ]
