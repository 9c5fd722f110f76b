"""What somebody with a code is shown of what they said, and that it is never anybody else's."""

from datetime import timedelta

from django.urls import reverse

from brukerstemmen.analysis.actions import findings
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Stance
from brukerstemmen.measures.actions import answer_matters, ask_for_answers, hand_over, take_step
from brukerstemmen.measures.felt import Verdict
from brukerstemmen.measures.models import FeedbackLine, Turn
from brukerstemmen.measures.states import Says, Status
from brukerstemmen.people import clock
from brukerstemmen.reports.actions import releasing
from brukerstemmen.voices.actions import validation
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY
from tests.journey import life_cast
from tests.journey.life_cast import SOON, feel, own
from tests.reports import clearing_cast, releasing_cast
from tests.voices.own import comes_in, text_of

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released
talked = releasing_cast.talked
slug, matter, measure = life_cast.slug, life_cast.matter, life_cast.measure


def test_before_anything_has_gone_out_we_have_not_come_that_far(anne, said, looked):
    client = comes_in(said[0].speaker, by=anne)

    assert "We have not come that far yet." in text_of(client, own("own_fates"))
    page = text_of(client, own("own_fate", said[0].pk))
    assert "We have not come that far yet" in page
    assert "Å bli hørt betyr mye" not in page


def test_the_one_who_spoke_sees_what_became_of_it(anne, said, finding, matter, measure):
    ask_for_answers(matter.work, answer_by=SOON, by=anne)
    client = comes_in(said[1].speaker, by=anne)
    with clock.at(TODAY + timedelta(days=3)):
        waits = text_of(comes_in(said[2].speaker, by=anne), own("own_fate", said[2].pk))
    answer_matters([matter], says=Says.NO, reason="Vi har ikke folk.", given_by="leder", by=anne)
    feel(measure, Verdict.FELT, anne)
    page = text_of(client, own("own_fate", said[1].pk))

    assert "It was asked 3 days ago." in waits
    for words in (
        "Ingen spurte hva jeg ville.",
        "Å bli hørt betyr mye",
        "Vi har ikke folk.",
        "Lytte i ti minutter",
        "Users notice it",
        "Nå spør de.",
    ):
        assert words in page, words
    for other in (said[0], said[2], said[3], said[4]):
        assert str(other.pk) not in page
    assert "Behandleren min lytter" not in page  # printed, and somebody else's
    assert "The service has answered" in text_of(client, own("own_fates"))


def test_a_no_comes_with_its_reason_whatever_else_is_written(anne, eli, said, measure):
    take_step(measure, Status.REJECTED, reason="Det er ikke penger.", said_by="leder", by=eli)
    FeedbackLine.objects.create(measure=measure, number=1, words="Nei.", by=anne, on=TODAY)
    page = text_of(comes_in(said[0].speaker, by=anne), own("own_fate", said[0].pk))

    assert "Det er ikke penger." in page
    assert "Users have not been asked yet" not in page


def test_why_it_went_over_to_somebody_else_is_for_those_who_come_after(anne, eli, said, measure):
    take_step(measure, Status.REJECTED, reason="Det er ikke penger.", said_by="leder", by=eli)
    hand_over(
        measure, owner="Enhetsleder", person=None, reason="Hun ble syk.", said_by="leder", by=eli
    )
    page = text_of(comes_in(said[0].speaker, by=anne), own("own_fate", said[0].pk))

    assert "Det er ikke penger." in page
    assert "Hun ble syk." not in page


def test_words_that_are_printed_are_known_to_be(anne, said, released):
    page = text_of(comes_in(said[0].speaker, by=anne), own("own_fate", said[0].pk))

    assert "What you said stands in the report" in page


def test_what_is_in_no_finding_gets_an_honest_sentence(anne, siv, frida, said, finding, ready):
    findings.rest_on(finding, said[:4], by=anne)
    releasing.release(releasing_cast.write_and_approve(ready, siv, frida), by=anne)
    page = text_of(comes_in(said[4].speaker, by=anne), own("own_fate", said[4].pk))

    assert "Heard, and not in a finding" in page
    assert "Thank you for saying it." in page


def test_words_that_wait_in_a_finding_not_out_yet_are_not_told_to_lead_nowhere(
    anne, said, finding, released
):
    findings.rest_on(finding, said[:4], by=anne)
    later = findings.write_finding(
        finding.evaluation, FindingText(title="Noe nytt"), turn=Turn.KEEP, by=anne
    )
    findings.rest_on(later, said[4:], by=anne)
    page = text_of(comes_in(said[4].speaker, by=anne), own("own_fate", said[4].pk))

    assert "We have not come that far yet" in page
    assert "Noe nytt" not in page


def test_a_voice_against_is_told_that_it_stands(anne, said, finding, released):
    findings.rest_on(finding, said[:4], by=anne)
    findings.rest_on(finding, said[4:], stance=Stance.CONTRARY, by=anne)
    page = text_of(comes_in(said[4].speaker, by=anne), own("own_fate", said[4].pk))

    assert "You said something else than this, and that stands too" in page


def test_anothers_words_have_no_fate_here(anne, said, released):
    client = comes_in(said[0].speaker, by=anne)

    assert client.get(own("own_fate", said[1].pk)).status_code == 404
    assert client.get(own("own_fate", released.pk)).status_code == 404


def test_without_a_code_there_is_the_entrance(client, said):
    for address in (own("own_fates"), own("own_fate", said[0].pk)):
        assert client.get(address).headers["Location"] == reverse("voices:entrance")


def test_own_new_words_are_not_shown_before_they_are_read(anne, said, released):
    validation.answer_on_behalf(
        said[1], Answer.CHANGE, based_on=1, words="Marit spurte aldri.", by=anne
    )
    client = comes_in(said[1].speaker, by=anne)

    assert "Marit" not in text_of(client, own("own_fate", said[1].pk))
    assert "not ready to read yet" in text_of(client, own("own_fates"))


def test_their_own_page_and_their_words_lead_there(anne, said):
    client = comes_in(said[0].speaker, by=anne)

    assert own("own_fates") in text_of(client, reverse("voices:own_home"))
    assert own("own_fate", said[0].pk) in text_of(client, reverse("voices:own_words"))


def test_who_has_said_nothing_yet_is_not_asked_to_look(anne, meeting):
    somebody = meeting.presences.first().participant
    client = comes_in(somebody, by=anne)

    assert own("own_fates") not in text_of(client, reverse("voices:own_home"))
    assert "Nothing you have said is written down yet." in text_of(client, own("own_fates"))
