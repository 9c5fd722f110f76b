"""Letters to staff: one for each reason, sent once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import clock, notices, tasks
from brukerstemmen.people.models import Person, Sending, Work
from brukerstemmen.people.notices import Letter, notify

KIND = "test.something_waits"
SOME = 3


@pytest.fixture(autouse=True)
def _a_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(
        notices.KINDS, KIND, lambda told: Letter("Something waits", f"Number {told['number']}.")
    )


def ask(to: Person, about: Work, number: int = 1) -> None:
    key, told = f"{KIND}:{number}", {"number": str(number)}
    notify(to, KIND, key=key, about=about, path="/arbeid/", told=told)


def test_the_same_reason_is_one_letter(anne: Person, evaluation: Evaluation) -> None:
    for _again in range(3):
        ask(anne, evaluation.work)
    assert tasks.send_notices.call()["sent"] == 1
    ask(anne, evaluation.work)
    assert tasks.send_notices.call()["sent"] == 0
    (letter,) = mail.outbox
    assert "Number 1." in str(letter.body) and "/arbeid/" in str(letter.body)


def test_an_unknown_kind_is_a_bug(anne: Person, evaluation: Evaluation) -> None:
    with pytest.raises(KeyError):
        notify(anne, "nobody.knows", key="x", about=evaluation.work, path="/")


def test_who_has_no_role_there_any_more_gets_none(anne: Person, evaluation: Evaluation) -> None:
    ask(anne, evaluation.work)
    evaluation.work.grants.filter(person=anne).delete()
    assert tasks.send_notices.call() == {"sent": 0, "dropped": 1, "failed": 0}
    assert not mail.outbox


def test_one_that_failed_is_tried_again_and_not_for_ever(
    anne: Person, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: EmailMessage, fail_silently: bool = False) -> int:
        raise OSError(anne.email)

    monkeypatch.setattr(EmailMessage, "send", refuse)
    ask(anne, evaluation.work)
    for _day in range(20):
        tasks.send_notices.call()
    row = Sending.objects.get()
    assert (row.state, row.tries) == (Sending.State.FAILED, 8)


def test_asking_puts_one_task_before_the_worker(anne: Person, evaluation: Evaluation) -> None:
    for number in range(SOME):
        ask(anne, evaluation.work, number)
    assert DBTaskResult.objects.filter(task_path=tasks.send_notices.module_path).count() == 1


def test_a_worker_takes_up_what_it_died_with_and_leaves_what_others_do(db: None) -> None:
    for name in ("one", "two"):
        tasks.send_notices.enqueue()
        DBTaskResult.objects.ready().first().claim(name)  # type: ignore[union-attr]
    tasks.begin_work("one")
    running = DBTaskResult.objects.running()
    assert [task.worker_ids for task in running] == [["two"]]
    with clock.at(timezone.now() + timedelta(hours=7)):
        tasks.begin_work("one")
    assert not DBTaskResult.objects.running().exists()
