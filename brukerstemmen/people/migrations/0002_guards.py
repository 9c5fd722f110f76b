from django.db import migrations

from brukerstemmen.people import guards

FOCUS_AREAS = {
    "adults": "Voksne",
    "children": "Barn og unge",
    "work": "Arbeid og rehabilitering",
    "research": "Forskning og fagutvikling",
}


def forwards(apps, schema_editor):
    guards.install(schema_editor)
    focus_area = apps.get_model("people", "FocusArea")
    for key, name in FOCUS_AREAS.items():
        focus_area.objects.get_or_create(key=key, defaults={"name": name})


def backwards(apps, schema_editor):
    guards.remove(schema_editor)


class Migration(migrations.Migration):
    dependencies = [("people", "0001_initial")]
    operations = [migrations.RunPython(forwards, backwards)]
