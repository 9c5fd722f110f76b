"""Could anybody recognise somebody? What is gathered, what the team says, and what stops."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukerstemmen.masking.mosaic import Attribute, Piece
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.reports.actions import recognising, releasing, writing
from brukerstemmen.reports.assembling import material_of
from brukerstemmen.reports.models import GroupSize, Report
from brukerstemmen.reports.passages import known_in, passages_of, sizes_of
from brukerstemmen.reports.recognised import judge
from brukerstemmen.reports.states import Section
from tests.reports import clearing_cast, recognising_cast, releasing_cast
from tests.reports.recognising_cast import BOTH, NIGHT, STUDENT
from tests.reports.releasing_cast import write_and_approve

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked = releasing_cast.looked
two_quotes, both_cleared = recognising_cast.two_quotes, recognising_cast.both_cleared
ready, two_fit = recognising_cast.ready, recognising_cast.two_fit


def combinations(report):
    material = material_of(report)
    judged = judge(passages_of(material), known_in(sizes_of(material)), floor=6)
    return {frozenset(fit.pieces) for fit in (*judged.certain, *judged.doubtful)}


def test_without_sizes_there_are_notes_only(ready):
    assert combinations(ready) == {frozenset({NIGHT}), frozenset({STUDENT})}
    assert releasing.hinders(ready) == []


def test_what_one_person_said_in_two_quotes_is_put_together(ready, frida):
    for piece in (NIGHT, STUDENT):
        recognising.say_size(ready.evaluation, frozenset({piece}), 20, by=frida)

    assert combinations(ready) == {BOTH}


def test_what_fits_few_stops_the_release(ready, two_fit, anne):
    assert "1 combination fits fewer than 6" in " ".join(releasing.hinders(ready))
    with pytest.raises(ValidationError, match="fits fewer than 6"):
        releasing.release(ready, by=anne)


def test_another_number_lets_it_go(ready, two_fit, frida, anne):
    recognising.say_size(ready.evaluation, BOTH, None, by=frida)

    assert GroupSize.objects.count() == 1
    assert releasing.release(ready, by=anne)


def test_a_lead_lets_it_go_with_a_reason(ready, two_fit, anne):
    recognising.let_stand(two_fit, "Begge har lest det og vil at det står.", by=anne)

    assert releasing.hinders(ready) == []
    assert releasing.release(ready, by=anne)
    assert JournalEntry.objects.filter(what="group.let_stand").count() == 1


def test_other_words_let_it_go(ready, two_fit, both_cleared, frida, siv, anne):
    clearing_cast.clearing.drop_quote(both_cleared, by=anne)
    ready = write_and_approve(ready, siv, frida)

    assert releasing.hinders(ready) == []


def test_a_decision_is_about_one_number(ready, two_fit, anne, frida):
    recognising.let_stand(two_fit, "Begge vil at det står.", by=anne)
    row = recognising.say_size(ready.evaluation, BOTH, 1, by=frida)

    assert (row.decided_by, row.decided_on, row.read("why")) == (None, None, "")
    assert releasing.hinders(ready)


def test_quotes_that_are_out_already_count_too(ready, both_cleared, anne, frida, siv):
    releasing.release(ready, by=anne)
    clearing_cast.clearing.drop_quote(both_cleared, by=anne)
    recognising.say_size(ready.evaluation, BOTH, 2, by=frida)
    releasing.begin_new_edition(ready, by=anne)
    ready = write_and_approve(ready, siv, frida)

    assert "fits fewer" in " ".join(releasing.hinders(ready))


def test_what_the_team_writes_counts_and_paragraphs_stand_alone(ready, frida):
    writing.write_section(ready, Section.SUMMARY, "En student var der.\n\nEn veteran.", by=frida)
    material = material_of(ready)
    texts = [one for one in passages_of(material) if one.door == "reports:section"]

    veteran = Piece(Attribute.ROLE, "veteran")
    assert [one.pieces for one in texts] == [frozenset({STUDENT}), frozenset({veteran})]
    assert all(one.parts == ("process", "summary") for one in texts)


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_only_the_team_says_sizes(ready, request, who):
    with pytest.raises(PermissionDenied):
        recognising.say_size(ready.evaluation, BOTH, 9, by=request.getfixturevalue(who))
    assert not GroupSize.objects.exists()


def test_only_a_lead_lets_it_stand(ready, two_fit, frida):
    with pytest.raises(PermissionDenied):
        recognising.let_stand(two_fit, "Det går bra.", by=frida)


@pytest.mark.parametrize("size", [0, -1, 10_000])
def test_a_size_is_a_number_of_people(ready, frida, size):
    with pytest.raises(ValidationError, match="number from 1"):
        recognising.say_size(ready.evaluation, BOTH, size, by=frida)


def test_a_size_fits_with_what_was_said_before(ready, two_fit, frida):
    with pytest.raises(ValidationError, match="more words never fit more"):
        recognising.say_size(ready.evaluation, frozenset({NIGHT}), 1, by=frida)
    assert recognising.say_size(ready.evaluation, frozenset({NIGHT}), 2, by=frida)


def test_of_nothing_no_size_is_said(ready, frida):
    with pytest.raises(ValidationError, match="what it is"):
        recognising.say_size(ready.evaluation, frozenset(), 3, by=frida)


@pytest.mark.parametrize(
    ("why", "match"),
    [
        (" ", "Write in a sentence"),
        ("a" * 501, "very long"),
        ("Kari Nordmann vil at det står.", "may point at somebody"),
    ],
)
def test_a_reason_is_a_sentence_that_names_nobody(two_fit, anne, why, match):
    with pytest.raises(ValidationError, match=match):
        recognising.let_stand(two_fit, why, by=anne)


def test_what_fits_enough_needs_no_decision(ready, anne, frida):
    row = recognising.say_size(ready.evaluation, BOTH, 6, by=frida)

    with pytest.raises(ValidationError, match="nothing to decide"):
        recognising.let_stand(row, "Det går bra.", by=anne)


def test_pieces_and_reasons_are_sealed(two_fit, anne):
    row = recognising.let_stand(two_fit, "Begge vil at det står.", by=anne)
    row.refresh_from_db()

    assert b"student" not in bytes(row.pieces)
    assert row.read("pieces") == "role:student|unit:døgn"
    assert row.read("why") == "Begge vil at det står."


def test_gathering_takes_a_fixed_number_of_queries(ready, both_cleared, anne):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            material = material_of(Report.objects.get(pk=ready.pk))
            assert passages_of(material)
            known_in(sizes_of(material))
        return len(asked)

    many = queries()
    clearing_cast.clearing.drop_quote(both_cleared, by=anne)
    assert queries() == many
