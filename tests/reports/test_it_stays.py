"""What has gone out, and what the service has said, is never changed: the database refuses it to
everybody, whatever a verb gets wrong."""

from collections.abc import Callable

import pytest
from django.db import DatabaseError, connection, transaction

from brukerstemmen.reports.actions import commenting, releasing
from brukerstemmen.reports.models import CommentOutcome, FactComment, ReleasedReport
from tests.world import World

CHANGES = [
    "UPDATE reports_releasedreport SET content = '{}'",
    "UPDATE reports_releasedreport SET quarter = '2020-1'",
    "UPDATE reports_releasedreport SET work_id = work_id",
    "UPDATE reports_releasedquote SET words = 'noe annet'",
    "UPDATE reports_releasedcounts SET content = '{}'",
    "UPDATE reports_factcomment SET text = 'noe annet'",
    "UPDATE measures_answer SET says = 'yes'",
    "UPDATE measures_answeredmatter SET matter_id = matter_id",
    "UPDATE measures_measurestep SET reason = ''",
]
STAYS = [
    "reports_releasedreport",
    "reports_releasedquote",
    "reports_releasedcounts",
    "reports_factcomment",
    "measures_answer",
    "measures_answeredmatter",
    "measures_measurestep",
]


def stands() -> dict[str, list[tuple[object, ...]]]:
    found = {}
    with connection.cursor() as cursor:
        for table in STAYS:
            cursor.execute(f'SELECT * FROM "{table}"')
            found[table] = cursor.fetchall()
    return found


def refused(deed: str) -> None:
    with pytest.raises(DatabaseError, match="gone out stays"), transaction.atomic():
        connection.cursor().execute(deed)


def test_nobody_changes_or_takes_away_what_has_gone_out(world: World) -> None:
    before = stands()
    assert all(before.values())

    for deed in [*CHANGES, *(f'DELETE FROM "{table}"' for table in STAYS)]:
        refused(deed)

    assert stands() == before


@pytest.mark.sqlite_only
def test_nothing_takes_the_place_of_what_has_gone_out(world: World) -> None:
    for table in STAYS:
        refused(f'REPLACE INTO "{table}" SELECT * FROM "{table}"')


def test_a_report_is_still_published_and_a_comment_still_gets_its_reply(
    world: World, anne, clock_at: Callable[..., None]
) -> None:
    comment = FactComment.objects.get(pk=world.parts["comment"])
    released = ReleasedReport.objects.get(pk=world.parts["report"])

    commenting.reply(comment, outcome=CommentOutcome.KEPT, text="Det står.", by=anne)
    assert releasing.publish_report(released, by=anne).is_public
