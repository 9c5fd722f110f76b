from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("library", "0001_the_public_site")]

    operations = [
        migrations.AddField(
            model_name="said",
            name="set_aside_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="said",
            name="day",
            field=models.DateField(db_index=True, verbose_name="day"),
        ),
        migrations.AlterField(
            model_name="said",
            name="standing",
            field=models.CharField(
                choices=[
                    ("new", "Not read yet"),
                    ("read", "Read"),
                    ("answered", "Answered"),
                    ("public", "Shown in public"),
                    ("set_aside", "Set aside"),
                ],
                default="new",
                max_length=10,
                verbose_name="how far it has come",
            ),
        ),
        migrations.AddConstraint(
            model_name="said",
            constraint=models.CheckConstraint(
                condition=~Q(standing="public")
                | (~Q(public_words="") & ~Q(answer="") & Q(words="")),
                name="shown_feedback_has_words_and_an_answer",
            ),
        ),
        migrations.AddConstraint(
            model_name="said",
            constraint=models.CheckConstraint(
                condition=Q(standing="set_aside", set_aside_on__isnull=False)
                | (~Q(standing="set_aside") & Q(set_aside_on__isnull=True)),
                name="what_is_set_aside_has_a_day",
            ),
        ),
    ]
