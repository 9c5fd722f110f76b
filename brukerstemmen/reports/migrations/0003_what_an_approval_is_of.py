from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reports", "0002_versions_of_sections")]

    operations = [
        migrations.AddField(
            model_name="reportapproval",
            name="reading",
            field=models.CharField(default="", max_length=64),
        ),
    ]
