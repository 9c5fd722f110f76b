import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("library", "0003_the_archive")]

    operations = [
        migrations.CreateModel(
            name="IndexedPage",
            fields=[
                (
                    "page",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="indexed",
                        serialize=False,
                        to="library.librarypage",
                    ),
                ),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="library.homepage",
                    ),
                ),
                ("kind", models.CharField(max_length=16)),
                ("text", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="IndexedStem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stem", models.CharField(max_length=64)),
                (
                    "home",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="library.homepage",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="IndexedWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("word", models.CharField(max_length=64)),
                (
                    "stem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="words",
                        to="library.indexedstem",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Posting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("weight", models.PositiveSmallIntegerField()),
                (
                    "page",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="library.indexedpage",
                    ),
                ),
                (
                    "stem",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="postings",
                        to="library.indexedstem",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["stem", "page", "weight"], name="pages_by_stem"),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="indexedstem",
            constraint=models.UniqueConstraint(fields=("home", "stem"), name="one_row_a_stem"),
        ),
        migrations.AddConstraint(
            model_name="indexedword",
            constraint=models.UniqueConstraint(fields=("stem", "word"), name="one_row_a_word"),
        ),
    ]
