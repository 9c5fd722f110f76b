"""Putting findings to the service, and its answers."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.measures.actions import answer_matters, ask_for_answers, put_to_service
from brukerstemmen.measures.models import Answer, Matter
from brukerstemmen.measures.states import Says
from brukerstemmen.people.models import JournalEntry, Person, Work
from tests.cast import TODAY

from .conftest import SOON, named, told


def test_what_is_put_again_keeps_its_place_and_its_answers(
    work: Work, matters: list[Matter], anne: Person, eli: Person
) -> None:
    answer_matters(matters, says=Says.YES, given_by="Leder DPS", by=eli)
    first, second = matters
    anew = [told(1, "Ny ordlyd", id=second.pk), told(2, id=first.pk), told(3)]

    put = put_to_service(work, anew, quarter="2026-2", by=anne)

    assert [row.pk for row in put[:2]] == [second.pk, first.pk]
    assert list(work.matters.values_list("number", flat=True)) == [1, 2, 3]
    assert put[0].answers.count() == 1 and put[2].answers.count() == 0
    assert put[0].quarter == "2026-2"


def test_what_is_not_put_again_stays_behind(
    work: Work, matters: list[Matter], anne: Person
) -> None:
    put_to_service(work, [told(1, "Noe nytt")], quarter="2026-2", by=anne)

    titles = list(work.matters.values_list("title", flat=True))
    assert titles[0] == "Noe nytt" and set(titles[1:]) == {row.title for row in matters}


def test_the_same_again_changes_nothing(work: Work, matters: list[Matter], anne: Person) -> None:
    before = list(work.matters.values())
    same = [
        told(row.number, row.title, id=row.pk, good=row.good, question=row.question)
        for row in matters
    ]

    put_to_service(work, same, quarter="2026-4", by=anne)

    assert list(work.matters.values()) == before


def test_only_the_lead_puts(
    work: Work, matters: list[Matter], frida: Person, eli: Person, dag: Person
) -> None:
    for who in (frida, eli, dag):
        with pytest.raises(PermissionDenied):
            put_to_service(work, [told(3)], quarter="2026-1", by=who)
        with pytest.raises(PermissionDenied):
            ask_for_answers(work, answer_by=SOON, by=who)


def test_two_in_one_place_and_strangers_are_refused(
    work: Work, matters: list[Matter], anne: Person
) -> None:
    for wrong in (
        [told(1), told(1)],
        [told(0)],
        [told(1, id=named("fremmed"))],
        [told(1, id=matters[0].pk), told(2, id=matters[0].pk)],
    ):
        with pytest.raises(ValidationError):
            put_to_service(work, wrong, quarter="2026-1", by=anne)
    assert work.matters.count() == 2


def test_asked_again_the_day_moves_but_not_how_long_it_has_waited(
    work: Work, matters: list[Matter], anne: Person, clock_at: object
) -> None:
    ask_for_answers(work, answer_by=SOON, by=anne)
    clock_at(TODAY + timedelta(days=10))

    asking = ask_for_answers(work, answer_by=SOON + timedelta(days=7), by=anne)

    assert (asking.asked_on, asking.answer_by) == (TODAY, SOON + timedelta(days=7))
    with pytest.raises(ValidationError, match="passed"):
        ask_for_answers(work, answer_by=TODAY, by=anne)


def test_nobody_is_asked_about_nothing(work: Work, anne: Person) -> None:
    with pytest.raises(ValidationError, match="Nothing"):
        ask_for_answers(work, answer_by=SOON, by=anne)


def test_the_leader_answers_several_at_once(matters: list[Matter], eli: Person) -> None:
    answer = answer_matters(matters, says=Says.YES, given_by=" Leder  DPS ", by=eli)

    assert list(answer.matters.all()) == matters
    assert (answer.given_by, answer.on_behalf, answer.on) == ("Leder DPS", False, TODAY)
    entry = JournalEntry.objects.get(what="answer.given")
    assert (entry.count, entry.by) == (2, eli)


def test_the_lead_writes_down_for_the_service(matters: list[Matter], anne: Person) -> None:
    answer = answer_matters(matters[:1], says=Says.YES, given_by="Leder DPS", by=anne)

    assert answer.on_behalf and answer.registered_by == anne
    assert JournalEntry.objects.filter(what="answer.given_for").exists()


def test_nobody_else_answers(
    matters: list[Matter], dag: Person, frida: Person, cecilie: Person, hans: Person
) -> None:
    for who in (dag, frida, cecilie, hans):
        with pytest.raises(PermissionDenied):
            answer_matters(matters, says=Says.YES, given_by="Leder DPS", by=who)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("says", [says for says in Says if says is not Says.YES])
def test_everything_but_yes_has_a_reason(says: Says, matters: list[Matter], eli: Person) -> None:
    more = {"clarified_by": "Budsjett", "clarified_on": SOON}
    with pytest.raises(ValidationError) as refused:
        answer_matters(matters, says=says, given_by="Leder", reason=" ", by=eli, **more)

    assert set(refused.value.message_dict) == {"reason"}
    assert answer_matters(
        matters, says=says, given_by="Leder", reason="Fordi …", by=eli, **more
    ).reason


def test_what_must_be_clarified_has_a_who_and_a_when(matters: list[Matter], eli: Person) -> None:
    def say(**more: object) -> Answer:
        return answer_matters(
            matters,
            says=Says.TO_BE_CLARIFIED,
            given_by="Leder",
            reason="Vi vet ikke",
            by=eli,
            **more,
        )

    for field, more in {
        "clarified_by": {"clarified_on": SOON},
        "clarified_on": {"clarified_by": "Helseforetaket"},
    }.items():
        with pytest.raises(ValidationError) as refused:
            say(**more)
        assert set(refused.value.message_dict) == {field}
    with pytest.raises(ValidationError, match="passed"):
        say(clarified_by="Helseforetaket", clarified_on=TODAY - timedelta(days=1))
    assert say(clarified_by="Helseforetaket", clarified_on=SOON).clarified_on == SOON


def test_a_name_is_no_function(matters: list[Matter], eli: Person) -> None:
    for wrong in ("Eli", "Leder, Eli", "eli@example.com", "", "x" * 121):
        with pytest.raises(ValidationError) as refused:
            answer_matters(matters, says=Says.YES, given_by=wrong, by=eli)
        assert set(refused.value.message_dict) == {"given_by"}


def test_a_new_answer_stands_beside_the_old(matters: list[Matter], eli: Person) -> None:
    answer_matters(matters, says=Says.NO, reason="Ikke i år", given_by="Leder", by=eli)
    answer_matters(matters[:1], says=Says.YES, given_by="Leder", by=eli)

    said = [answer.says for answer in matters[0].answers.order_by("number")]
    assert said == [Says.NO, Says.YES]
    assert [answer.says for answer in matters[1].answers.all()] == [Says.NO]


def test_a_double_click_answers_once(matters: list[Matter], eli: Person) -> None:
    once = named("en gang")
    for _click in range(2):
        answer_matters(matters, says=Says.YES, given_by="Leder", once=once, by=eli)

    assert Answer.objects.count() == 1


def test_findings_of_two_evaluations_are_not_answered_together(
    matters: list[Matter], elsewhere: Matter, eli: Person
) -> None:
    for chosen in ([*matters, elsewhere], []):
        with pytest.raises(ValidationError) as refused:
            answer_matters(chosen, says=Says.YES, given_by="Leder", by=eli)
        assert set(refused.value.message_dict) == {"matters"}
    with pytest.raises(PermissionDenied):
        answer_matters([elsewhere], says=Says.YES, given_by="Leder", by=eli)
