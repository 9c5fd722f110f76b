"""After erasure nothing of a participant can be read, and a database from before serves nobody."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.test import Client

from brukerstemmen.analysis.models import Evidence, Finding, Theme
from brukerstemmen.followups.actions.replying import take_back
from brukerstemmen.followups.models import Reply
from brukerstemmen.followups.wanting import wanting
from brukerstemmen.people import ledger, opening
from brukerstemmen.people.daily import do_chores
from brukerstemmen.people.models import ErasedKey, Person
from brukerstemmen.people.narrowing import narrowed
from brukerstemmen.people.tasks import daily
from brukerstemmen.privacy.consent import Channel
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.reports.actions import releasing
from brukerstemmen.reports.assembling import assemble
from brukerstemmen.reports.document import to_json
from brukerstemmen.reports.models import (
    QuoteClearance,
    QuoteSource,
    ReleasedQuote,
    ReleasedReport,
)
from brukerstemmen.voices.actions import validation, withdrawal
from brukerstemmen.voices.models import NameChoice, Participant, Statement
from brukerstemmen.voices.states import Answer
from tests.cast import TODAY, mask_as
from tests.following import rows_of
from tests.house import lives
from tests.house.lives import Life
from tests.house.test_doors import ALL
from tests.world import PREFIX, World, place_of

Captured = Callable[..., object]


@pytest.fixture
def life(world: World, anne: Person) -> Life:
    return lives.live_through(world, by=anne)


def leave_by_themselves(life: Life, _by: Person) -> None:
    """As at their own door: no account, no key opened, and no more rights than a visitor's."""
    with narrowed(Zone.Z4_IDENTITY, visitor=True), opening.shut():
        withdrawal.withdraw(life.participant)


def leave_by_telephone(life: Life, by: Person) -> None:
    with narrowed(Zone.Z4_IDENTITY), opening.shut():
        withdrawal.withdraw_on_behalf(life.participant, channel=Channel.PHONE, by=by)


def strike(life: Life) -> Statement:
    """They take away the statement that has been printed, at their own door."""
    person = Participant.objects.get(pk=life.participant.pk)
    statement = person.statements.get(pk=life.printed)
    own = frozenset({person.raw_key_id, person.masked_key_id, person.evaluation.key_id})
    with (
        narrowed(Zone.Z3_RAW, visitor=True),
        opening.opened(Zone.Z3_RAW, by="request", reason="own_take_away", only=own),
    ):
        validation.answer(statement, Answer.TAKE_AWAY, based_on=0, by_self=person)
    return statement


@contextmanager
def then_restored(committed: Captured) -> Iterator[None]:
    """What is done inside is committed and in the ledger; then comes the database from before."""
    before = transaction.savepoint()
    with committed(execute=True):
        yield
    transaction.savepoint_rollback(before)
    lives.as_from_another_start()


def test_there_is_a_trace_of_them_in_every_room(life: Life) -> None:
    """Otherwise the tests here would prove nothing."""
    tables = {one.place.table for one in life.recorded}

    assert tables == {
        "voices_rawwording",
        "voices_maskedwording",
        "voices_kepthit",
        "analysis_memo",
        "analysis_minorityview",
        "reports_quoteclearance",
        "followups_reply",
        "followups_replywords",
        "followups_maskedreply",
        "voices_contact",
        "voices_companion",
        "voices_importpreview",
    }
    assert lives.opens(life.recorded) == len(life.recorded) >= 30
    assert lives.readable(life.birds) == life.birds and len(life.birds) >= 20
    assert life.participant.codes.exists() and life.participant.offer
    assert len(life.out) == 1 and ways_back(life) == {"evidence", "clearance", "source"}
    assert life.participant.minority_views.count() == 2
    assert rows_of(life.participant) == {"replies": True, "feedback": True}


@pytest.mark.parametrize("leave", [leave_by_themselves, leave_by_telephone])
def test_who_has_left_is_read_nowhere(
    leave: Callable[[Life, Person], None],
    world: World,
    life: Life,
    anne: Person,
    signed_in: Callable[[Person], Client],
    caplog: pytest.LogCaptureFixture,
) -> None:
    leave(life, anne)

    assert lives.opens(life.recorded) == 0
    assert not lives.readable(life.birds)
    exports = lives.exports_of(world, signed_in(anne))
    assert not lives.traces(life.birds, logged=caplog.text, exports=exports)
    person = Participant.objects.get(pk=life.participant.pk)
    assert person.is_withdrawn and not person.statements.exists()
    for trace in (person.codes, person.presences, person.companions):
        assert not trace.exists()
    assert not hasattr(person, "contact") and not hasattr(person, "offer")
    assert not person.minority_views.exists()
    assert rows_of(person) == {"replies": False, "feedback": False}
    assert not wanting(world.evaluation).filter(pk=person.pk).exists(), "nobody writes to them"
    assert {decision.act for decision in person.decisions.all()} == {"give", "withdraw"}


def ways_back(life: Life) -> set[str]:
    """What leads from the printed statement, or to it."""
    rows = {"evidence": Evidence, "clearance": QuoteClearance, "source": QuoteSource}
    return {name for name, row in rows.items() if row.objects.filter(statement=life.printed)}


def printed_next(world: World, by: Person) -> tuple[str, list[str]]:
    """The next edition as it would be now, and what hinders it."""
    report = lives.next_edition(world, by=by)
    return json.dumps(to_json(assemble(report))), releasing.hinders(report)


def _gone(world: World, life: Life, leave: Callable[..., object]) -> set[str]:
    """What the next edition must not tell; who leaves takes the view along that was printed."""
    if leave is strike:
        return life.of[life.printed]
    return life.birds | {bird for bird in world.released if place_of(bird) == "minority"}


@pytest.mark.parametrize("leave", [leave_by_themselves, leave_by_telephone, strike])
def test_what_has_gone_out_stays_out_and_is_not_used_again(
    leave: Callable[..., object], world: World, life: Life, anne: Person
) -> None:
    (out,), matter = life.out, world.parts["matter"]
    before = list(ReleasedReport.objects.order_by("pk").values_list("pk", "content"))
    told = printed_next(world, anne)[0]
    assert out in told and "minority" in told

    leave(life) if leave is strike else leave(life, anne)

    assert list(ReleasedReport.objects.order_by("pk").values_list("pk", "content")) == before
    assert ReleasedQuote.objects.get(words=out).matter_id == matter, "as was told before the yes"
    assert not ways_back(life)
    finding = Finding.objects.get(pk=life.finding.pk)
    theme = Theme.objects.get(pk=world.parts["theme"])
    assert finding.affected_on == theme.affected_on == TODAY
    told, hindered = printed_next(world, anne)
    assert not [bird for bird in _gone(world, life, leave) if bird in told]
    assert out not in told and any("Look at it again" in reason for reason in hindered)


def test_an_answer_on_a_slip_that_is_taken_away_is_read_nowhere(
    world: World,
    anne: Person,
    signed_in: Callable[[Person], Client],
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: Captured,
) -> None:
    """By the receipt alone; and a database from before does not bring it back."""
    there = Reply.objects.get(pk=world.parts["new_reply"])
    own = frozenset({there.key_id, there.raw_key_id})
    found = list(lives.sealed_under(set(own)))
    recorded, birds = (
        [one for one, _row, _said in found],
        {b for *_rest, said in found for b in said},
    )
    assert {place_of(bird) for bird in birds} == {"newnotices", "newmissing"}
    assert lives.opens(recorded) == len(recorded) == 3

    with then_restored(django_capture_on_commit_callbacks):
        with (
            narrowed(Zone.Z3_RAW, visitor=True),
            opening.opened(Zone.Z3_RAW, by="request", reason="receipt", only=own),
        ):
            take_back(there)
        assert not Reply.objects.filter(pk=there.pk).exists()
        assert lives.opens(recorded) == 0 and not lives.readable(birds)
        exports = lives.exports_of(world, signed_in(anne))
        assert not lives.traces(birds, logged=caplog.text, exports=exports)
    call_command("replay_erasures", stdout=StringIO())

    assert not Reply.objects.filter(pk=there.pk).exists() and lives.opens(recorded) == 0
    kept = Reply.objects.get(pk=world.parts["own_reply"])
    assert kept.words.read("notices") and kept.masked.read("notices"), "another's stands"


def test_what_others_have_said_is_read_as_before(world: World, life: Life, anne: Person) -> None:
    # Notes that wait may hold their words in whichever meeting they were put, and a name chosen for
    # a whole meeting may be one they said. Nobody knows whose they are, so they go too.
    chosen = {
        row.read(column) for row in NameChoice.objects.all() for column in row.sealed_columns()
    }
    waiting = chosen & world.canaries | {
        bird for bird in world.canaries if bird.startswith((f"{PREFIX}pasted", f"{PREFIX}file"))
    }
    assert len(chosen & world.canaries) >= 2
    theirs = lives.readable(set(world.canaries) - life.birds - waiting)
    leave_by_telephone(life, anne)

    assert lives.readable(theirs) == theirs and not lives.readable(waiting)


def test_a_statement_that_is_taken_away_is_gone_and_the_others_stand(life: Life) -> None:
    struck = strike(life)

    gone = life.of[struck.pk]
    assert len(gone) >= 6 and not lives.readable(gone)
    assert lives.opens(life.recorded) < len(life.recorded)
    of_words = [one for one in life.recorded if _is_words(one)]
    assert lives.opens(of_words) == 0, "what stays is sealed under other keys"
    for pk, birds in life.of.items():
        if pk != struck.pk:
            assert lives.readable(birds) == birds
    assert not Statement.objects.filter(pk=struck.pk).exists()


def _is_words(one: lives.Sealed) -> bool:
    return one.place.table not in {"voices_contact", "voices_companion", "voices_importpreview"}


def test_a_database_from_before_serves_nobody_until_the_replay(
    life: Life,
    anne: Person,
    world: World,
    client: Client,
    signed_in: Callable[[Person], Client],
    django_capture_on_commit_callbacks: Captured,
) -> None:
    with then_restored(django_capture_on_commit_callbacks):
        leave_by_themselves(life, anne)
    assert lives.readable(life.birds) == life.birds, "the backup has it all"

    browser = signed_in(anne)
    for who in (client, browser):
        _is_turned_away_everywhere(who)
    for refusing in (do_chores, daily.call, _build_report(world)):
        with pytest.raises(ledger.Behind):
            refusing()

    told = StringIO()
    with opening.shut():
        call_command("replay_erasures", stdout=told)

    assert "people who had left: 1 erased again" in told.getvalue()
    assert client.get("/").status_code == 200
    assert lives.opens(life.recorded) == 0
    assert not lives.readable(life.birds) and not ways_back(life)
    exports = lives.exports_of(world, browser)
    assert not lives.traces(life.birds, logged="", exports=exports)
    person = Participant.objects.get(pk=life.participant.pk)
    assert person.is_withdrawn and person.decisions.filter(act="withdraw").exists()
    call_command("replay_erasures", stdout=told)
    assert told.getvalue().splitlines()[-1].startswith("Nothing was missing")


def _is_turned_away_everywhere(who: Client) -> None:
    knocked = [f"/{route}" for _name, _pattern, route in ALL if not set(route) & set("<(")]
    assert len(knocked) > 20
    for address in knocked:
        answer = who.get(address)
        assert answer.status_code == who.post(address).status_code == 503
        assert answer["Retry-After"]
        assert "Stengt" in answer.content.decode() and "Closed" in answer.content.decode()


def _build_report(world: World) -> Callable[[], object]:
    arguments = [str(world.parts["slug"]), "--out", "never.docx", "--by", "anne@example.com"]
    return lambda: call_command("build_report", *arguments)


def test_a_statement_that_was_taken_away_does_not_come_back_with_a_backup(
    life: Life, anne: Person, django_capture_on_commit_callbacks: Captured
) -> None:
    with then_restored(django_capture_on_commit_callbacks):
        struck = strike(life)
    assert Statement.objects.filter(pk=struck.pk).exists()

    call_command("replay_erasures", stdout=StringIO())

    assert not Statement.objects.filter(pk=struck.pk).exists()
    of_words = [one for one in life.recorded if _is_words(one)]
    assert lives.opens(of_words) == 0
    person = Participant.objects.get(pk=life.participant.pk)
    assert not person.is_withdrawn and person.statements.exists()
    assert not person.statements.quotable().exists(), "their words are lost with the backup"
    left = person.statements.get(state="reworded")
    mask_as(left, "Dette sa jeg på nytt.", by=anne)
    newest = left.masked_wordings.order_by("number").last()
    assert newest.read("words") == "Dette sa jeg på nytt.", "what comes now has a key"


def test_a_stop_between_commit_and_ledger_is_mended_the_same_day(life: Life, anne: Person) -> None:
    leave_by_themselves(life, anne)  # in a test the commit does not come
    assert not ledger.outside() and len(ledger.inside()) > 5

    assert ledger.complete_outside() == len(ledger.inside())

    assert ledger.outside() == ledger.inside()
    assert ledger.complete_outside() == 0


def test_a_line_that_was_cut_off_is_entered_anew(
    life: Life, anne: Person, settings: object
) -> None:
    leave_by_themselves(life, anne)
    ledger.complete_outside()
    file = settings.ERASURE_LEDGER_FILE
    file.write_text(file.read_text()[:-7])
    assert len(ledger.inside() - ledger.outside()) == 1

    assert ledger.complete_outside() == 1

    assert ledger.outside() == ledger.inside()
    assert not ledger.is_behind()


def test_erasing_twice_is_erasing_once(life: Life, anne: Person) -> None:
    leave_by_themselves(life, anne)
    entries = ErasedKey.objects.count()

    leave_by_themselves(life, anne)
    leave_by_telephone(life, anne)

    assert ErasedKey.objects.count() == entries
