"""Comments on facts: the service says what it thinks is wrong, the centre replies, nothing goes."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brukerstemmen.measures.models import Matter
from brukerstemmen.people.models import JournalEntry
from brukerstemmen.reports.actions import commenting, releasing
from brukerstemmen.reports.models import CommentOutcome, FactComment, ReleasedQuote
from tests.cast import TODAY
from tests.reports import clearing_cast, releasing_cast

said, finding, siv = clearing_cast.said, clearing_cast.finding, clearing_cast.siv
proposed, cleared = clearing_cast.proposed, clearing_cast.cleared
looked, ready, released = releasing_cast.looked, releasing_cast.ready, releasing_cast.released

ASKS = "Vi ber om at det første sitatet tas ut."
SAYS = "Sitatet stilles ikke ut: den som sa det, har sagt ja til ordene."


@pytest.fixture
def given(released, dag):
    return commenting.comment(released, ASKS, by=dag)


def test_a_wish_to_take_words_out_is_kept_and_takes_nothing_out(given, released, anne):
    commenting.reply(given, outcome=CommentOutcome.KEPT, text=SAYS, by=anne)

    kept = FactComment.objects.get()
    assert (kept.number, kept.text, kept.outcome, kept.reply) == (1, ASKS, "kept", SAYS)
    assert (kept.on, kept.replied_on, kept.replied_by) == (TODAY, TODAY, anne)
    assert ReleasedQuote.objects.filter(report=released).count() == 1
    assert JournalEntry.objects.filter(what__startswith="comment.").count() == 2


def test_both_on_the_service_side_may_comment(released, dag, eli):
    commenting.comment(released, ASKS, by=dag)
    commenting.comment(released, "Navnet på avdelingen er feil.", by=eli)

    assert [one.number for one in FactComment.objects.all()] == [1, 2]


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie", "gro", "inger"])
def test_nobody_else_comments(released, who, request):
    with pytest.raises(PermissionDenied):
        commenting.comment(released, ASKS, by=request.getfixturevalue(who))


@pytest.mark.parametrize("who", ["dag", "eli", "frida", "gro"])
def test_only_the_lead_replies(given, who, request):
    with pytest.raises(PermissionDenied):
        commenting.reply(
            given, outcome=CommentOutcome.CHANGED, text="Ja.", by=request.getfixturevalue(who)
        )


def test_the_same_sent_twice_is_one(given, released, dag):
    assert commenting.comment(released, ASKS, by=dag) == given
    assert FactComment.objects.count() == 1


def test_it_may_be_about_a_finding(released, dag):
    matter = Matter.objects.get()

    assert commenting.comment(released, ASKS, matter=matter, by=dag).matter == matter


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4001])
def test_words_are_needed_and_not_too_many(released, dag, text):
    with pytest.raises(ValidationError):
        commenting.comment(released, text, by=dag)


def test_after_the_last_day_it_is_closed(released, dag, clock_at):
    clock_at(TODAY + timedelta(days=1))

    with pytest.raises(ValidationError):
        commenting.comment(released, ASKS, by=dag)


def test_without_a_round_nothing_is_open(ready, anne, dag):
    with pytest.raises(ValidationError):
        commenting.comment(releasing.release(ready, by=anne), ASKS, by=dag)


def test_what_the_centre_has_said_stands(given, anne):
    commenting.reply(given, outcome=CommentOutcome.KEPT, text=SAYS, by=anne)
    commenting.reply(given, outcome=CommentOutcome.KEPT, text=SAYS, by=anne)

    with pytest.raises(ValidationError):
        commenting.reply(given, outcome=CommentOutcome.CHANGED, text="Jo.", by=anne)


@pytest.mark.parametrize(("outcome", "text"), [("waiting", "Ja."), ("kept", " ")])
def test_a_reply_says_what_happens_and_why(given, anne, outcome, text):
    with pytest.raises(ValidationError):
        commenting.reply(given, outcome=CommentOutcome(outcome), text=text, by=anne)
