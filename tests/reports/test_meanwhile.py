"""What happens between a yes and the day a report goes out, or is put before everybody."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.dialogues.actions import planning, room
from brukerstemmen.dialogues.actions.planning import SeatsTold
from brukerstemmen.dialogues.sides import ReplyType, Side
from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions.telling import tell_service
from brukerstemmen.people.models import CentreProfile
from brukerstemmen.privacy.consent import Channel, Purpose
from brukerstemmen.privacy.disclosure import Published
from brukerstemmen.reports import counts
from brukerstemmen.reports.actions import approving, commenting, releasing, writing
from brukerstemmen.reports.actions.approving import readers_of
from brukerstemmen.reports.assembling import Material, reading_of
from brukerstemmen.reports.chapters import dialogue as said_together
from brukerstemmen.reports.counts import Counted
from brukerstemmen.reports.gathering import findings_of
from brukerstemmen.reports.models import CommentOutcome, ReleasedCounts, ReleasedReport
from brukerstemmen.reports.states import is_approved
from brukerstemmen.reports.written import texts_of
from brukerstemmen.voices.actions import validation, withdrawal
from brukerstemmen.voices.models import ConsentDecision
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY
from tests.reports import clearing_cast, releasing_cast
from tests.reports.releasing_cast import agree_on, write_and_approve
from tests.reports.test_counts import SHOWN

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
talked, final = releasing_cast.talked, releasing_cast.final


def _leave(said, anne, clock_at):
    withdrawal.withdraw(said[0].speaker)


def _take_back(said, anne, clock_at):
    withdrawal.take_back(said[0].speaker, Purpose.QUOTES, channel=Channel.OWN_LINK, by=None)


def _take_away(said, anne, clock_at):
    said[0].refresh_from_db()
    validation.answer_on_behalf(said[0], Answer.TAKE_AWAY, based_on=1, by=anne)


def _only_count(said, anne, clock_at):
    said[0].refresh_from_db()
    validation.answer_on_behalf(said[0], Answer.COUNT_ONLY, based_on=1, by=anne)


def _run_out(said, anne, clock_at):
    """The last day of the yes is over, and the nightly chore has not come yet."""
    ConsentDecision.objects.filter(participant=said[0].speaker).update(until=TODAY)
    clock_at(TODAY + timedelta(days=1))


TAKEN_BACK = [_leave, _take_back, _take_away, _only_count, _run_out]


@pytest.mark.parametrize("change", TAKEN_BACK)
def test_words_taken_back_since_are_not_put_before_everybody(
    change, released, said, anne, clock_at
):
    change(said, anne, clock_at)

    with pytest.raises(ValidationError):
        releasing.publish_report(released, by=anne)

    assert not ReleasedReport.objects.filter(is_public=True).exists()


def test_a_view_taken_back_since_is_not_put_before_everybody(ready, looked, said, siv, frida, anne):
    view = findings.keep_minority_view(looked, "Jeg ser det annerledes.", by=anne)
    for person in (siv, frida):
        approving.approve_report(ready, by=person)
    released = releasing.release(ready, by=anne)
    findings.take_back_minority_view(view, by=anne)

    with pytest.raises(ValidationError):
        releasing.publish_report(released, by=anne)


def test_the_page_says_why_it_is_not_published(released, said, anne, signed_in, evaluation):
    withdrawal.withdraw(said[0].speaker)
    address = reverse("reports:publish", args=[evaluation.work.slug, released.pk])

    answer = signed_in(anne).post(address, follow=True)
    assert "taken back since" in answer.content.decode()
    assert not ReleasedReport.objects.filter(is_public=True).exists()


def test_an_edition_that_is_replaced_is_not_published(released, ready, siv, frida, anne):
    releasing.begin_new_edition(ready, by=anne)
    write_and_approve(ready, siv, frida)
    newer = releasing.release(ready, by=anne)

    with pytest.raises(ValidationError):
        releasing.publish_report(released, by=anne)
    assert releasing.publish_report(newer, by=anne).is_public


@pytest.mark.parametrize("change", TAKEN_BACK)
def test_words_taken_back_after_the_yes_do_not_go_out(change, ready, said, anne, clock_at):
    change(said, anne, clock_at)

    with pytest.raises(ValidationError):
        releasing.release(ready, by=anne)


def test_a_translation_waits_for_what_it_is_translated_from(ready, evaluation, siv, frida, anne):
    english = writing.begin_report(evaluation, ready.kind, language="en", by=siv)
    writing.follow(english, by=siv)
    write_and_approve(english, siv, frida)

    with pytest.raises(ValidationError):
        releasing.release(english, by=anne)

    releasing.release(ready, by=anne)
    assert releasing.release(english, by=anne).language == "en"


def test_an_approver_reads_what_is_approved(ready, looked, evaluation, frida, siv, signed_in):
    """A finding that is changed while the page stands open was not read."""
    client = signed_in(frida)
    writing.write_section(ready, "aims", "Noe nytt.", by=siv)
    address = reverse("reports:report", args=[evaluation.work.slug, ready.kind])
    form = next(
        one for one in client.get(address).content.decode().split("<form") if "/godkjenn/" in one
    )
    sent = {
        part.split('name="')[1].split('"')[0]: part.split('value="')[1].split('"')[0]
        for part in form.split("<input")[1:]
    }
    findings.rewrite_finding(
        looked, FindingText(title="Noe annet", good="Noe.", question="Hva?"), by=siv
    )
    at = reverse("reports:report_approve", args=[evaluation.work.slug, ready.kind])
    client.post(at, sent)

    ready.refresh_from_db()
    assert not [one for one in readers_of(ready) if one.person == frida.pk]


def test_a_void_yes_does_not_stand_among_the_others(
    ready, looked, evaluation, frida, siv, signed_in
):
    findings.rewrite_finding(
        looked, FindingText(title="Noe annet", good="Noe.", question="Hva?"), by=siv
    )
    page = signed_in(frida).get(reverse("reports:report", args=[evaluation.work.slug, ready.kind]))

    assert "/godkjenn/" in page.content.decode()
    assert not is_approved(readers_of(ready))


def test_the_name_of_a_theme_is_read_and_approved(ready):
    def told(name, quarter=""):
        counted = Counted(Published(people=12, groups={name: 8}), 2, quarter)
        return Material(ready, {}, [], counted)

    assert "Kari Nordmann" in [one.text for one in texts_of(told("Kari Nordmann"))]
    assert reading_of(told("Samtaler")) != reading_of(told("Brev"))
    # What has gone out stays as it is, and is no reason to ask anew.
    assert reading_of(told("Samtaler", "2025-4")) == reading_of(told("Brev", "2025-4"))


def test_what_the_evaluation_says_of_itself_is_approved(ready, evaluation, anne):
    starting.describe(evaluation, not_reached="De som bor langt unna.", by=anne)

    assert any("said yes" in reason for reason in releasing.hinders(ready))


def test_a_centre_that_hides_more_hides_more_of_the_room(talked, evaluation, anne):
    CentreProfile.objects.update(smallest_group=13)
    planning.set_seats(
        talked, [SeatsTold(Side.USER, 12, 12), SeatsTold(Side.STAFF, 13, 13, where="døgn")], by=anne
    )
    agree_on(talked, anne)
    met = said_together.approved(evaluation)
    told = [
        part.text
        for part in said_together.what_was_said(evaluation, met, [], "")
        if hasattr(part, "text")
    ]

    assert not [text for text in told if "12" in text]
    assert [text for text in told if "13" in text]


def _part(whole, title, centre, anne):
    made = starting.start_evaluation(title=title, services=[title], centre=centre, by=anne)
    return starting.describe(made, part_of=whole, by=anne)


def test_a_part_of_a_part_is_of_the_family(evaluation, centre, anne):
    part = _part(evaluation, "Bydel", centre, anne)
    lesser = _part(part, "Avdeling", centre, anne)
    whole = {one.work_id for one in (evaluation, part, lesser)}

    for one in (evaluation, part, lesser):
        assert set(counts.family(one).values_list("pk", flat=True)) == whole


def test_nobody_leaves_a_family_that_has_told_its_numbers(evaluation, centre, anne):
    part = _part(evaluation, "Bydel", centre, anne)
    told = counts.to_json(SHOWN, 6)
    ReleasedCounts.objects.create(work=evaluation.work, quarter="2025-4", content=told)

    with pytest.raises(ValidationError):
        starting.describe(part, part_of=None, by=anne)
    assert starting.describe(part, part_of=evaluation, by=anne).part_of == evaluation


@pytest.mark.parametrize("text", ["Det var Kari Nordmann som sa det.", "To deltakere sa det."])
def test_a_reply_to_the_service_points_at_nobody(text, released, eli, anne):
    given = commenting.comment(released, "Hvem sa dette?", by=eli)

    with pytest.raises(ValidationError):
        commenting.reply(given, outcome=CommentOutcome.KEPT, text=text, by=anne)


def test_a_word_to_the_service_on_the_way_points_at_nobody(evaluation, anne):
    with pytest.raises(ValidationError):
        tell_service(evaluation.work, step=Step.MEETINGS, note="Kari Nordmann venter.", by=anne)


@pytest.mark.parametrize(("came", "told"), [(2, False), (6, True)])
def test_few_relatives_are_not_told_of_as_such(came, told, talked, looked, evaluation, anne):
    """Somebody who read that a relative said it would have two to choose between."""
    seats = [SeatsTold(Side.USER, 12, 12), SeatsTold(Side.RELATIVE, came, came)]
    planning.set_seats(talked, seats, by=anne)
    room.note_reply(
        talked, looked, side=Side.RELATIVE, type=ReplyType.RECOGNISES, words="Slik er det.", by=anne
    )
    agree_on(talked, anne)
    met, found = said_together.approved(evaluation), findings_of(evaluation)
    parts = said_together.what_was_said(evaluation, met, found, "")

    said = [part.text for part in parts if part.kind == "paragraph" and "recognises" in part.text]
    assert any("A relative" in one for one in said) is told
    assert len(said) == 1


@pytest.mark.parametrize("place", [1, 2, 3])
def test_what_is_not_let_out_as_a_quote_is_not_written_as_ours(place, ready, siv, frida):
    """Said yes to and not cleared, only counted, and not answered."""
    words = clearing_cast.SAID[place][0].rstrip(".")
    writing.write_section(ready, "summary", f"Noen fortalte at «{words.upper()}».", by=siv)
    for person in (siv, frida):
        approving.approve_report(ready, by=person)

    reasons = releasing.hinders(ready)
    assert len(reasons) == 1
    assert "Summary" in reasons[0]
    assert " ".join(words.casefold().split()[:7]) in reasons[0]


def test_what_is_let_out_may_be_told_of_again(ready, siv, frida):
    writing.write_section(ready, "summary", f"Én sa: «{clearing_cast.SAID[0][0]}»", by=siv)
    for person in (siv, frida):
        approving.approve_report(ready, by=person)

    assert not [one for one in releasing.hinders(ready) if "let out" in one]
