import django.db.models.deletion
from django.db import migrations, models

from brukerstemmen.people import opening
from brukerstemmen.privacy import sealing
from brukerstemmen.privacy.zones import Zone


def make_keys(apps, schema_editor):
    """A key for the link from code to person, under the centre's, for evaluations from before."""
    keys = apps.get_model("people", "SealingKey")
    profiles = apps.get_model("people", "CentreProfile")
    for evaluation in apps.get_model("evaluations", "Evaluation").objects.all():
        of_centre = profiles.objects.get(centre=evaluation.work.centre_id).key
        outermost, _id = opening.outermost()
        around = sealing.unwrap(
            bytes(of_centre.wrapped), outer=outermost, inner_id=str(of_centre.pk)
        )
        key = keys(content_zone=Zone.Z4_IDENTITY, outer=of_centre)
        key.wrapped = sealing.wrap(
            sealing.new_key(), outer=around, outer_id=str(of_centre.pk), inner_id=str(key.pk)
        )
        key.save()
        evaluation.identity_key = key
        evaluation.save(update_fields=["identity_key"])


def _field(**more):
    return models.ForeignKey(
        on_delete=django.db.models.deletion.PROTECT,
        related_name="+",
        to="people.sealingkey",
        **more,
    )


class Migration(migrations.Migration):
    # The data and the column are changed apart: PostgreSQL refuses both in one transaction.
    atomic = False

    dependencies = [
        ("evaluations", "0001_initial"),
        ("people", "0003_visits_and_ledger"),
    ]

    operations = [
        migrations.AddField("evaluation", "identity_key", _field(null=True)),
        migrations.RunPython(make_keys, migrations.RunPython.noop),
        migrations.AlterField("evaluation", "identity_key", _field()),
    ]
