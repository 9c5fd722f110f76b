"""What has gone out stays as it is, and so does what the service has commented.

A report may still be published, or marked as outdated; a comment gets its reply.
"""

from typing import ClassVar

from django.db import migrations

from brukerstemmen.people import guards

# The primary key of each table, and the columns that are never changed; none named: all.
STAYS = {
    "reports_releasedreport": (
        "id",
        "id",
        "work_id",
        "kind",
        "language",
        "edition",
        "quarter",
        "content",
    ),
    "reports_releasedquote": ("id",),
    "reports_releasedcounts": ("work_id",),
    "reports_factcomment": ("id", "id", "report_id", "matter_id", "number", "text", "by_id"),
}


def guard(_apps, schema_editor):
    for table, (key, *columns) in STAYS.items():
        guards.let_it_stay(schema_editor, table, key, *columns)


def let_go(_apps, schema_editor):
    for table in STAYS:
        guards.let_it_go(schema_editor, table)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("reports", "0003_what_an_approval_is_of")]

    operations: ClassVar = [migrations.RunPython(guard, let_go)]
