"""What goes out is read by the trained models too: no list holds every name. Without them nothing
goes out, and it is said."""

import pytest
from django.core.exceptions import ValidationError

from brukerstemmen.evaluations.steps import Step
from brukerstemmen.journey.actions.telling import tell_service
from brukerstemmen.reports.actions import releasing, writing
from brukerstemmen.reports.models import ReleasedReport
from brukerstemmen.reports.pointing import Pointing, refuse_what_points
from brukerstemmen.reports.showing import making
from brukerstemmen.reports.states import Section
from brukerstemmen.reports.written import Written
from tests import reading
from tests.reports import clearing_cast, releasing_cast

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready = releasing_cast.looked, releasing_cast.ready
models, real = reading.models, reading.real

TEXT = f"Ifølge {reading.NAME} var ventetida lang."
UNREAD = "do not answer now"
# In no list of names we have; found by how Norwegian uses them.
IN_NO_LIST = ["Zarghuna", "Ojaswini", "Dragomira", "Habtamu", "Okonjo", "Xoriyo", "Brattskar"]


@pytest.mark.usefixtures("real")
def test_a_name_from_anywhere_stops_as_a_norwegian_one_does(evaluation):
    pointing = Pointing(evaluation.work)

    for name in ("Ola", *IN_NO_LIST):
        written = Written("Sammendrag", f"Ifølge {name} var ventetida lang.", "nb")
        assert pointing.names_in(written) == [name]
    assert (
        pointing.names_in(Written("Sammendrag", "Ventetida på Poliklinikken var lang.", "nb")) == []
    )
    assert pointing.is_thorough


def test_in_english_which_the_models_do_not_know_a_capital_is_enough(evaluation):
    pointing = Pointing(evaluation.work)

    for name in ("Ola", *IN_NO_LIST):
        written = Written("Summary", f"According to {name} the waiting was long.", "en")
        assert pointing.names_in(written) == [name]
    told = "In March users met Norwegian staff at the DPS. The English summary is short."
    assert pointing.names_in(Written("Summary", told, "en")) == []


def test_a_name_only_the_models_know_stops_a_report(ready, anne, models):
    models.answers = False
    writing.write_section(ready, Section.SUMMARY, TEXT, based_on=ready.version, by=anne)
    models.answers = True

    assert Section.SUMMARY in making.must_be_rewritten(ready)
    with pytest.raises(ValidationError, match=f"may point at somebody: «{reading.NAME}»"):
        releasing.release(ready, by=anne)


def test_nothing_goes_out_that_they_have_not_read(ready, anne, models):
    models.answers = False
    assert [one for one in releasing.hinders(ready) if UNREAD in one]

    with pytest.raises(ValidationError, match=UNREAD):
        releasing.release(ready, by=anne)

    models.answers = True
    assert releasing.hinders(ready) == []
    assert releasing.release(ready, by=anne) == ReleasedReport.objects.get()


def test_what_is_told_the_service_is_read_by_them_too(evaluation, anne, models):
    with pytest.raises(ValidationError, match=reading.NAME):
        tell_service(evaluation.work, step=Step.MEETINGS, note=TEXT, by=anne)
    models.answers = False
    with pytest.raises(ValidationError, match=UNREAD) as refusal:
        refuse_what_points(evaluation.work, "Vi begynner i uke 12.", "note")
    assert list(refusal.value.message_dict) == ["note"]

    assert tell_service(evaluation.work, step=Step.MEETINGS, note="", by=anne)


def test_what_they_merely_ask_about_stops_nothing(evaluation, models):
    refuse_what_points(evaluation.work, f"Vi begynner {reading.MAYBE} i uke 12.", "note")


def test_switched_off_the_rules_alone_decide(ready):
    assert releasing.hinders(ready) == []
