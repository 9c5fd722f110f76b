"""Two desks at once: what goes out is what everybody had said yes to, and goes out once.

SQLite lets one transaction in at a time, so that only PostgreSQL has these moments.
"""

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.measures.actions import answer_matters
from brukerstemmen.measures.actions.answering import reading_of
from brukerstemmen.measures.models import Answer, Matter
from brukerstemmen.measures.states import Says
from brukerstemmen.reports.actions import releasing
from brukerstemmen.reports.models import QuoteSource, ReleasedCounts, ReleasedReport
from brukerstemmen.voices.actions import withdrawal
from tests.reports import clearing_cast, releasing_cast
from tests.reports.releasing_cast import write_and_approve
from tests.voices.test_at_the_same_time import meanwhile

pytestmark = [pytest.mark.postgres_only, pytest.mark.django_db(transaction=True)]
said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released


def test_two_who_release_at_once_release_once(ready, anne):
    second = meanwhile(
        lambda: releasing.release(ready, by=anne), lambda: releasing.release(ready, by=anne)
    )

    assert isinstance(second.exception(), ValidationError)
    assert (ReleasedReport.objects.count(), ReleasedCounts.objects.count()) == (1, 1)


def test_who_leaves_first_is_not_released(ready, said, anne):
    release = meanwhile(
        lambda: withdrawal.withdraw(said[0].speaker), lambda: releasing.release(ready, by=anne)
    )

    assert isinstance(release.exception(), ValidationError)
    assert not ReleasedReport.objects.exists()


def test_who_leaves_meanwhile_waits_and_leaves_no_way_back(ready, said, anne):
    leaving = meanwhile(
        lambda: releasing.release(ready, by=anne), lambda: withdrawal.withdraw(said[0].speaker)
    )

    assert leaving.exception() is None
    assert ReleasedReport.objects.exists()
    assert not QuoteSource.objects.exists()


def test_who_leaves_first_is_not_published(released, said, anne):
    publishing = meanwhile(
        lambda: withdrawal.withdraw(said[0].speaker),
        lambda: releasing.publish_report(released, by=anne),
    )

    assert isinstance(publishing.exception(), ValidationError)
    assert not ReleasedReport.objects.filter(is_public=True).exists()


def test_an_answer_waits_for_the_words_it_is_about(released, ready, looked, siv, frida, anne, eli):
    matters = list(Matter.objects.all())
    read = reading_of(matters)
    releasing.begin_new_edition(ready, by=anne)
    text = releasing_cast.findings.FindingText(title="Noe annet", good="Noe.", question="Hva?")
    releasing_cast.findings.rewrite_finding(looked, text, by=siv)
    write_and_approve(ready, siv, frida)

    answer = meanwhile(
        lambda: releasing.release(ready, by=anne),
        lambda: answer_matters(matters, says=Says.YES, given_by="Leder", read=read, by=eli),
    )

    assert isinstance(answer.exception(), ValidationError)
    assert not Answer.objects.exists()
