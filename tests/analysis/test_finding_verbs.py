"""Writing findings, what they rest on, how they read before, and who may take what away."""

from dataclasses import replace
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Lack, Looked, Stance, lacks
from brukerstemmen.analysis.models import Evidence, Finding, MinorityView, Theme
from brukerstemmen.analysis.showing.findings import rests_of
from brukerstemmen.evaluations.actions.starting import start_evaluation
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.people.models import JournalEntry, Person
from brukerstemmen.people.wording import ACTS
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import Statement, UserMeeting
from tests.analysis.found import TEXT, stands
from tests.cast import TODAY, prepare


def rested(finding: Finding, stance: Stance = Stance.SUPPORTS) -> set[Statement]:
    return {row.statement for row in finding.evidence.filter(stance=stance)}


@pytest.fixture
def other(evaluation: Evaluation, anne: Person) -> Evaluation:
    made = start_evaluation(title="", services=["X"], centre=evaluation.work.centre, by=anne)
    prepare(made, anne)
    return made


def test_a_finding_is_written_last_and_sealed(
    found: Finding, three: list[Theme], evaluation: Evaluation, anne: Person
) -> None:
    made = verbs.write_finding(
        evaluation, TEXT, turn=Turn.IMPROVE, theme=three[0], is_single=True, by=anne
    )

    made = stands(made)
    assert (made.position, made.theme, made.is_single, made.version) == (2, three[0], True, 1)
    assert made.read("title") == "Brev er vanskelige"
    assert b"vanskelige" not in bytes(made.title)
    assert JournalEntry.objects.filter(what="finding.written").count() == 2


@pytest.mark.parametrize(
    ("text", "field"),
    [
        (FindingText(title=" \n"), "title"),
        (FindingText(title="o" * 201), "title"),
        (replace(TEXT, good="o" * 4001), "good"),
    ],
)
def test_text_that_is_not_right_is_refused(
    text: FindingText, field: str, evaluation: Evaluation, anne: Person
) -> None:
    with pytest.raises(ValidationError) as refusal:
        verbs.write_finding(evaluation, text, turn=Turn.KEEP, by=anne)

    assert set(refusal.value.message_dict) == {field}
    assert not evaluation.findings.exists()


def test_a_theme_of_another_evaluation_is_refused(
    found: Finding, other: Evaluation, evaluation: Evaluation, anne: Person
) -> None:
    theirs = themes.add_themes(other, ["Fremmed"], by=anne)[0]

    with pytest.raises(ValidationError, match="another evaluation"):
        verbs.write_finding(evaluation, TEXT, turn=Turn.KEEP, theme=theirs, by=anne)
    with pytest.raises(ValidationError, match="another evaluation"):
        verbs.rewrite_finding(found, TEXT, theme=theirs, by=anne)
    assert stands(found).version == 1


def test_how_it_read_before_is_kept_with_what_changed_it(
    found: Finding, three: list[Theme], anne: Person
) -> None:
    made = verbs.rewrite_finding(
        found, TEXT, turn=Turn.STOP, theme=three[1], what=" Ny lesning. ", based_on=1, by=anne
    )

    assert (made.version, made.turn, made.theme, made.read("good")) == (2, "stop", three[1], "")
    before = made.versions.get()
    assert (before.number, before.on, before.by) == (1, TODAY, anne)
    assert (before.read("good"), before.read("what")) == ("Et smil i døra.", "Ny lesning.")


def test_what_is_left_out_stays_and_the_same_words_are_no_new_version(
    found: Finding, three: list[Theme], anne: Person
) -> None:
    verbs.rewrite_finding(found, TEXT, theme=three[0], is_single=True, by=anne)
    for _click in range(2):
        verbs.rewrite_finding(found, TEXT, by=anne)

    made = stands(found)
    assert (made.version, made.turn, made.theme, made.is_single) == (2, "keep", three[0], True)
    assert verbs.rewrite_finding(found, TEXT, theme=None, by=anne).theme is None
    assert JournalEntry.objects.filter(what="finding.rewritten").count() == 1


def test_an_old_page_overwrites_nothing(found: Finding, anne: Person, frida: Person) -> None:
    verbs.rewrite_finding(found, TEXT, based_on=1, by=frida)

    with pytest.raises(ValidationError) as refusal:
        verbs.rewrite_finding(found, FindingText(title="Mitt"), based_on=1, by=anne)

    assert refusal.value.code == verbs.STALE
    assert stands(found).read("title") == TEXT.title


def test_it_rests_on_what_is_chosen_and_nothing_else(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    verbs.rest_on(found, said[:3], by=anne)
    verbs.rest_on(found, said[1:2], stance=Stance.CONTRARY, by=anne)
    verbs.rest_on(found, [said[0], said[4]], by=anne)

    assert rested(found) == {said[0], said[4]}
    assert rested(found, Stance.CONTRARY) == {said[1]}
    assert stands(found).looked == Looked.FOUND


def test_twice_the_same_choice_is_one_act(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    for _click in range(2):
        verbs.rest_on(found, [said[0], said[0]], by=anne)

    assert Evidence.objects.count() == 1
    assert JournalEntry.objects.filter(what="finding.rested").count() == 1


def test_what_is_not_ready_or_not_of_here_carries_nothing(
    found: Finding, read_aloud: UserMeeting, other: Evaluation, anne: Person
) -> None:
    theirs = verbs.write_finding(other, TEXT, turn=Turn.KEEP, by=anne)
    for finding in (found, theirs):
        with pytest.raises(ValidationError, match="ready"):
            verbs.rest_on(finding, read_aloud.statements.all(), by=anne)


def test_people_are_counted_once_and_an_unknown_speaker_is_nobody(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    verbs.rest_on(found, [said[0], said[3], said[4]], by=anne)
    told = rests_of([stands(found)])[found.pk]

    assert (told.statements, told.people) == (3, 1)
    assert lacks(told) == [Lack.EVIDENCE, Lack.CONTRARY]


def test_a_statement_that_is_masked_anew_carries_nothing_meanwhile(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    verbs.rest_on(found, said[:2], by=anne)
    Statement.objects.filter(pk=said[0].pk).update(open_hits=1)

    assert rests_of([stands(found)])[found.pk].statements == 1


def test_what_findings_rest_on_is_always_one_query(
    found: Finding, said: list[Statement], evaluation: Evaluation, anne: Person
) -> None:
    for number in range(4):
        made = verbs.write_finding(evaluation, TEXT, turn=Turn.KEEP, by=anne)
        verbs.rest_on(made, said[: number + 1], by=anne)
    all_of_them = list(evaluation.findings.all())
    with CaptureQueriesContext(
        connection,
    ) as asked:
        told = rests_of(all_of_them)

    assert len(asked) == 1
    assert [told[one.pk].statements for one in all_of_them] == [0, 1, 2, 3, 4]


def test_somebody_says_that_others_were_looked_for(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    assert verbs.say_looked(found, Looked.NONE_FOUND, by=anne).looked == Looked.NONE_FOUND
    verbs.rest_on(found, said[:1], stance=Stance.CONTRARY, by=anne)

    with pytest.raises(ValidationError, match="something else"):
        verbs.say_looked(found, Looked.NONE_FOUND, by=anne)
    verbs.rest_on(found, [], stance=Stance.CONTRARY, by=anne)
    assert stands(found).looked == Looked.NOT_YET


@pytest.mark.parametrize("standing", [Standing.NUANCED, Standing.DISPUTED])
def test_a_nuance_and_two_views_are_words(standing: Standing, found: Finding, anne: Person) -> None:
    with pytest.raises(ValidationError) as refusal:
        verbs.settle(found, standing, nuance=" ", by=anne)
    assert "nuance" in refusal.value.message_dict

    for _click in range(2):
        made = verbs.settle(found, standing, nuance="Epikrisen kommer sent.", what="5", by=anne)
    assert (made.standing, made.read("nuance")) == (standing, "Epikrisen kommer sent.")
    before = made.versions.get()
    assert (before.because, before.read("nuance"), before.read("what")) == ("dialogue", "", "5")


def test_a_participants_view_is_taken_back_only_when_they_say_so(
    found: Finding, said: list[Statement], anne: Person, frida: Person
) -> None:
    view = verbs.keep_minority_view(found, "Ikke for meg.", holder=said[0].speaker, by=anne)
    assert view.key_id == said[0].speaker.masked_key_id

    with pytest.raises(ValidationError, match="holds the view"):
        verbs.take_back_minority_view(view, by=anne)
    with pytest.raises(ValidationError, match="only they"):
        verbs.remove_finding(found, by=anne)
    for _click in range(2):
        verbs.take_back_minority_view(view, told_by_holder=True, by=frida)
    assert not MinorityView.objects.exists()
    assert JournalEntry.objects.filter(what="minority_view.taken_back").count() == 1


def test_a_view_of_the_team_is_taken_back_by_its_own_holder(
    found: Finding, anne: Person, frida: Person
) -> None:
    view = verbs.keep_minority_view(found, "Jeg leser det annerledes.", by=frida)

    with pytest.raises(PermissionDenied):
        verbs.take_back_minority_view(view, told_by_holder=True, by=anne)
    verbs.take_back_minority_view(view, by=frida)
    assert not found.minority_views.exists()


def test_a_view_is_held_by_somebody_who_takes_part(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    withdrawal.withdraw(said[0].speaker)

    with pytest.raises(ValidationError, match="takes part"):
        verbs.keep_minority_view(found, "Nei.", holder=said[0].speaker, by=anne)
    with pytest.raises(ValidationError):
        verbs.keep_minority_view(found, " ", by=anne)


def test_who_leaves_takes_evidence_and_view_along_and_the_finding_is_marked(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    verbs.rest_on(found, said[:2], by=anne)
    verbs.keep_minority_view(found, "Ikke for meg.", holder=said[0].speaker, by=anne)
    withdrawal.withdraw(said[0].speaker)

    made = stands(found)
    assert (made.affected_on, rested(made), made.minority_views.count()) == (TODAY, {said[1]}, 0)
    assert lacks(rests_of([made])[made.pk]) == [Lack.EVIDENCE, Lack.CONTRARY, Lack.AFFECTED]
    for _click in range(2):
        verbs.look_at_finding(found, by=anne)
    assert stands(found).affected_on is None
    assert JournalEntry.objects.filter(what="finding.looked_at").count() == 1


def test_findings_change_places(found: Finding, evaluation: Evaluation, anne: Person) -> None:
    second, third = (
        verbs.write_finding(evaluation, TEXT, turn=Turn.KEEP, by=anne) for _ in range(2)
    )
    verbs.move_finding(third, up=True, by=anne)
    verbs.move_finding(found, up=True, by=anne)
    verbs.move_finding(found, up=False, by=anne)

    assert list(evaluation.findings.all()) == [third, found, second]


def test_a_finding_is_removed_unless_others_have_been_given_it(
    found: Finding, anne: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verbs, "HELD_BY", [lambda finding: finding.pk == found.pk])
    with pytest.raises(ValidationError, match="It stays"):
        verbs.remove_finding(found, by=anne)
    monkeypatch.setattr(verbs, "HELD_BY", [])

    verbs.remove_finding(found, by=anne)
    assert not Finding.objects.exists()


def test_outsiders_and_the_service_find_nothing(
    found: Finding, said: list[Statement], anne: Person, cecilie: Person, dag: Person, hans: Person
) -> None:
    view = verbs.keep_minority_view(found, "Nei.", by=anne)
    refused = [
        partial(verbs.write_finding, found.evaluation, TEXT, turn=Turn.KEEP),
        partial(verbs.rewrite_finding, found, TEXT),
        partial(verbs.rest_on, found, said),
        partial(verbs.say_looked, found, Looked.NONE_FOUND),
        partial(verbs.settle, found, Standing.CONFIRMED),
        partial(verbs.keep_minority_view, found, "Ja."),
        partial(verbs.take_back_minority_view, view),
        partial(verbs.look_at_finding, found),
        partial(verbs.move_finding, found, up=True),
        partial(verbs.remove_finding, found),
    ]
    for deed in refused:
        for who in (cecilie, dag, hans):
            with pytest.raises(PermissionDenied):
                deed(by=who)
    assert stands(found).version == 1


def test_each_act_has_words_and_names_no_finding(
    found: Finding, said: list[Statement], anne: Person
) -> None:
    verbs.rest_on(found, said, by=anne)
    verbs.settle(found, Standing.CONFIRMED, by=anne)
    verbs.say_looked(found, Looked.NOT_LOOKED, by=anne)
    verbs.remove_finding(found, by=anne)

    lines = JournalEntry.objects.filter(what__startswith="finding.")
    assert {line.what for line in lines} < set(ACTS)
    assert not [line for line in lines if str(found.pk) in line.about]
