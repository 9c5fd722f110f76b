"""Who may follow what was said to what became of it, how far, and what each is shown."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.measures.actions import add_measure, answer_matters, ask_for_answers
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import Matter, Turn
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people import clock
from brukerstemmen.people.access import Role
from brukerstemmen.people.keys import destroy
from brukerstemmen.privacy import consent
from brukerstemmen.reports.actions import releasing
from brukerstemmen.reports.models import FindingMatter
from brukerstemmen.voices.actions import validation, withdrawal
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY
from tests.journey import life_cast
from tests.journey.life_cast import SOON, feel, own, team
from tests.reports import clearing_cast, releasing_cast
from tests.reports.releasing_cast import agree_on
from tests.voices.own import comes_in, text_of

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
talked = releasing_cast.talked
slug, matter, measure = life_cast.slug, life_cast.matter, life_cast.measure


def test_the_team_walks_from_the_words_to_what_was_told_back(
    signed_in, anne, slug, said, finding, released, talked, matter, measure
):
    agree_on(talked, anne)
    ask_for_answers(matter.work, answer_by=SOON, by=anne)
    with clock.at(TODAY + timedelta(days=12)):
        answer_matters([matter], says=Says.PARTLY, reason="Det tar tid.", given_by="leder", by=anne)
        feel(measure, Verdict.FELT, anne)
        client = signed_in(anne)
        page = text_of(client, team("life_story", slug, finding.pk))

    for words in (
        "Behandleren min lytter når jeg sier noe.",
        "Å bli hørt betyr mye",
        "Det visste vi ikke.",  # said by staff in the room
        "Noen ganger går det.",  # what came of it there
        "Ti minutter i uka",  # proposed there
        "Det tar tid.",
        "The first answer came after 12 days.",
        "Lytte i ti minutter",
        "Users notice it",
        "Nå spør de.",
    ):
        assert words in page, words
    assert team("life_statement", slug, said[0].pk) in page


def test_how_long_a_finding_has_waited_is_counted_in_days(signed_in, anne, slug, matter):
    ask_for_answers(matter.work, answer_by=SOON, by=anne)
    with clock.at(TODAY + timedelta(days=9)):
        page = text_of(signed_in(anne), team("life_stories", slug))

    assert "has waited 9 days" in page


def test_before_it_has_gone_out_it_says_so(signed_in, anne, slug, looked):
    page = text_of(signed_in(anne), team("life_story", slug, looked.pk))

    assert "Not given to the service yet." in page
    assert "No measure yet." in page


def test_a_statement_that_no_finding_rests_on_has_a_page_too(signed_in, anne, slug, said):
    page = text_of(signed_in(anne), team("life_statement", slug, said[0].pk))

    assert "Behandleren min lytter når jeg sier noe." in page
    assert "No finding rests on it." in page


def test_what_has_gone_out_keeps_its_name_when_words_are_deleted(
    signed_in, anne, slug, evaluation, finding, released
):
    destroy([evaluation.key_id])
    page = text_of(signed_in(anne), team("life_story", slug, finding.pk))

    assert "Å bli hørt betyr mye" in page


def test_only_the_newest_line_back_holds(signed_in, anne, slug, finding, measure):
    feel(measure, Verdict.TOO_FEW, anne)
    feel(measure, Verdict.HALFWAY, anne, number=2)
    page = text_of(signed_in(anne), team("life_story", slug, finding.pk))

    assert "Nå spør de. 2" in page
    assert "Nå spør de. 1" not in page
    assert "Half way, users say" in page


def test_what_is_taken_back_is_gone_from_the_story(
    signed_in, anne, slug, said, finding, released, dag, matter
):
    withdrawal.withdraw_on_behalf(said[0].speaker, channel=consent.Channel.PHONE, by=anne)
    page = text_of(signed_in(anne), team("life_story", slug, finding.pk))

    assert "Behandleren min lytter" not in page
    assert "Something was taken back on" in page
    assert "1 quote was taken back after it had been printed." in page
    assert signed_in(anne).get(team("life_statement", slug, said[0].pk)).status_code == 404
    # What the service has been given, it has.
    service = reverse("journey:service_life", args=[slug, matter.pk])
    assert "Behandleren min lytter" in text_of(signed_in(dag), service)


def test_when_everybody_has_taken_theirs_back_it_is_said(
    signed_in, anne, slug, said, finding, released
):
    for one in said:
        withdrawal.withdraw_on_behalf(one.speaker, channel=consent.Channel.PHONE, by=anne)
    page = text_of(signed_in(anne), team("life_story", slug, finding.pk))

    assert "has been taken back by those who said it" in page


def test_what_has_gone_out_keeps_words_to_rest_on(anne, said, finding, released):
    with pytest.raises(ValidationError, match="at least one statement"):
        findings.rest_on(finding, [], by=anne)
    with pytest.raises(ValidationError, match="at least one statement"):
        findings.rest_on(finding, said, stance=Stance.CONTRARY, by=anne)

    findings.rest_on(finding, said[:1], by=anne)
    assert finding.evidence.count() == 1


def test_the_page_says_why_the_last_words_stay(signed_in, anne, slug, said, finding, released):
    findings.rest_on(finding, said[:1], by=anne)
    address = reverse("analysis:finding_evidence", args=[slug, finding.pk])
    pk = str(said[0].pk)
    client = signed_in(anne)
    answer = client.post(
        f"{address}?theme=all", {"shown": [pk], "was": [pk], "go": "done"}, follow=True
    )

    assert finding.evidence.count() == 1
    assert "at least one statement" in answer.content.decode()


@pytest.mark.parametrize("name", ["life_stories", "life_story", "life_statement", "life_measure"])
def test_the_story_is_the_teams(
    signed_in, anne, frida, cecilie, gro, hans, dag, inger, slug, said, finding, measure, name
):
    which = {
        "life_stories": [],
        "life_story": [finding.pk],
        "life_statement": [said[0].pk],
        "life_measure": [measure.pk],
    }[name]
    address = team(name, slug, *which)
    answers = {
        who.name: signed_in(who).get(address).status_code
        for who in (anne, frida, cecilie, gro, hans, dag, inger)
    }

    assert answers.pop("Anne") == answers.pop("Frida") == 200
    assert set(answers.values()) <= {403, 404}, answers


def test_the_service_sees_what_has_gone_out_and_nothing_else(
    signed_in, anne, dag, slug, said, finding, talked, matter, measure
):
    feel(measure, Verdict.FELT, anne)
    page = text_of(signed_in(dag), reverse("journey:service_life", args=[slug, matter.pk]))

    assert "Å bli hørt betyr mye" in page
    assert "Behandleren min lytter når jeg sier noe." in page  # printed in the report
    assert "Lytte i ti minutter" in page
    assert "Users notice it" in page
    for words in (
        "Ingen spurte hva jeg ville.",  # said, and not printed
        "Det visste vi ikke.",  # noted in the room
        "Noen ganger går det.",  # nobody has approved it yet
        str(finding.pk),
        *(str(one.pk) for one in said),
    ):
        assert words not in page, words


def test_the_service_gets_the_same_whatever_is_not_released(
    signed_in, anne, dag, slug, said, finding, matter
):
    client = signed_in(dag)
    address = reverse("journey:service_life", args=[slug, matter.pk])
    before = text_of(client, address)

    findings.rewrite_finding(finding, FindingText(title="Noe helt annet"), by=anne)
    findings.rest_on(finding, said[:2], by=anne)
    withdrawal.withdraw_on_behalf(said[4].speaker, channel=consent.Channel.PHONE, by=anne)

    assert main_of(text_of(client, address)) == main_of(before)


def main_of(page: str) -> str:
    return page.partition("<main")[2].partition("</main>")[0]


def test_others_find_no_story_of_the_service(signed_in, anne, dag, gro, joins, slug, matter):
    address = reverse("journey:service_life", args=[slug, matter.pk])

    assert signed_in(gro).get(address).status_code == 404
    assert signed_in(anne).get(address).status_code == 404
    elsewhere = reverse("journey:service_life", args=["et-annet-sted", matter.pk])
    assert signed_in(dag).get(elsewhere).status_code == 404
    assert signed_in(joins("Leder", Role.CLIENT_LEADER)).get(address).status_code == 200


def test_only_the_newest_edition_of_the_report_speaks(
    signed_in, anne, siv, frida, dag, slug, said, ready, matter
):
    """A quote that a new edition has left out is not shown to the service here either."""
    validation.answer_on_behalf(said[0], Answer.COUNT_ONLY, based_on=1, by=anne)
    releasing.begin_new_edition(ready, by=anne)
    releasing_cast.write_and_approve(ready, siv, frida)
    releasing.release(ready, by=anne)

    page = text_of(signed_in(dag), reverse("journey:service_life", args=[slug, matter.pk]))
    assert "Behandleren min lytter" not in page


def test_pages_ask_the_same_number_of_times_however_much_there_is(
    signed_in, anne, dag, evaluation, slug, said, finding, matter, measure
):
    """As many questions for three findings and three measures as for one of each."""
    readers = {
        team("life_stories", slug): signed_in(anne),
        team("life_story", slug, finding.pk): signed_in(anne),
        team("life_statement", slug, said[0].pk): signed_in(anne),
        team("life_measure", slug, measure.pk): signed_in(anne),
        reverse("journey:service_life", args=[slug, matter.pk]): signed_in(dag),
        own("own_fates"): comes_in(said[0].speaker, by=anne),
        own("own_fate", said[1].pk): comes_in(said[1].speaker, by=anne),
    }
    feel(measure, Verdict.FELT, anne)
    before = {address: asked(client, address) for address, client in readers.items()}

    more(evaluation, said, anne)

    assert {address: asked(client, address) for address, client in readers.items()} == before


def asked(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(
        connection,
    ) as told:
        assert client.get(address).status_code == 200, address
    return len(told)


def more(evaluation, said, by) -> None:
    """Two findings more that have gone out, each with a measure, steps and what is felt."""
    for number in (2, 3):
        row = findings.write_finding(
            evaluation, FindingText(title=f"Funn {number}"), turn=Turn.KEEP, by=by
        )
        findings.rest_on(row, said, by=by)
        findings.say_looked(row, Looked.NONE_FOUND, by=by)
        put = Matter.objects.create(
            work=evaluation.work, number=number, title=f"Funn {number}", quarter="2026-1"
        )
        FindingMatter.objects.create(finding=row, matter=put)
        first = Matter.objects.get(work=evaluation.work, number=1)
        made = add_measure(
            evaluation.work,
            [put, first],
            title=f"Tiltak {number}",
            owner="leder",
            deadline=SOON,
            notice="Det merkes.",
            status=Status.PLANNED,
            said_by="leder",
            by=by,
        )
        feel(made, Verdict.HALFWAY, by, number=number)
