"""Starting, filling in and stopping an evaluation, by its pages."""

import uuid
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from brukerstemmen.evaluations.actions import starting
from brukerstemmen.evaluations.models import Evaluation, PassedNeed
from brukerstemmen.evaluations.needs import HARD, Need
from brukerstemmen.evaluations.steps import Step
from brukerstemmen.people.models import Organisation, Person
from tests.cast import TODAY

SignedIn = Callable[[Person], Client]
NEW = "/arbeid/evalueringer/ny/"
HERE = "/arbeid/evalueringer/solbakken/om/"
LEADS_ONLY = ["endre/", "oppdragsgiver/", "avtale/", "forankring/", "gjort-utenfor/", "stopp/"]


def started(**more: object) -> dict[str, object]:
    return {"service": "Sletta treffsted", "once": str(uuid.uuid4()), **more}


def test_the_name_of_the_service_is_enough(anne: Person, signed_in: SignedIn) -> None:
    answer = signed_in(anne).post(NEW, started())

    made = Evaluation.objects.get()
    assert answer["Location"] == f"/arbeid/evalueringer/{made.work.slug}/"
    assert made.work.title == "Sletta treffsted"
    assert made.work.roles_of(anne) == {"lead"}


def test_a_double_click_starts_one(anne: Person, signed_in: SignedIn) -> None:
    client, told = signed_in(anne), started()
    first, second = (client.post(NEW, told) for _click in range(2))

    assert Evaluation.objects.count() == 1
    assert first["Location"] == second["Location"]


def test_beginning_midway_with_all_that_is_known(anne: Person, signed_in: SignedIn) -> None:
    signed_in(anne).post(
        NEW,
        started(
            title="Treffstedene",
            client="Elvesund kommune",
            more_services="Brua\n\n Torget ",
            done_elsewhere=["agreement", "inviting"],
        ),
    )

    made = Evaluation.objects.get()
    parties = set(made.work.parties.values_list("name", flat=True))
    assert parties == {"Sletta treffsted", "Brua", "Torget", "Elvesund kommune"}
    assert set(made.done_elsewhere.values_list("step", flat=True)) == {"agreement", "inviting"}


def test_without_a_name_nothing_starts_and_nothing_typed_is_lost(
    anne: Person, signed_in: SignedIn
) -> None:
    answer = signed_in(anne).post(NEW, started(service=" ", client="Elvesund kommune"))

    body = answer.content.decode()
    assert answer.status_code == 422 and "Elvesund kommune" in body
    assert '<details class="panel fold-up" open>' in body, "what was typed can be seen"
    assert not Evaluation.objects.exists()


def test_an_evaluation_called_as_the_door_gets_an_address_of_its_own(
    anne: Person, signed_in: SignedIn
) -> None:
    answer = signed_in(anne).post(NEW, started(service="Ny"))

    assert answer["Location"] != NEW
    assert signed_in(anne).get(f"{answer['Location']}om/").status_code == 200


def test_who_works_for_two_centres_says_for_which(
    anne: Person, gro: Person, signed_in: SignedIn
) -> None:
    other = gro.grants.get().work
    gro.grants.create(
        role="staff", side="inside", work=anne.grants.get().work, since=TODAY, until=TODAY
    )
    client = signed_in(gro)
    assert "For which centre?" in client.get(NEW).content.decode()

    client.post(NEW, started(centre=str(other.pk)))

    assert Evaluation.objects.get().work.centre == other.centre


@pytest.mark.parametrize("who", ["dag", "eli", "inger", "hans", "frida"])
def test_who_is_not_staff_starts_nothing(
    request: pytest.FixtureRequest, who: str, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))

    assert client.get(NEW).status_code == 404
    assert client.post(NEW, started()).status_code == 404


@pytest.mark.parametrize("page", ["", *LEADS_ONLY])
def test_the_lead_sees_every_page(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn, page: str
) -> None:
    assert signed_in(anne).get(f"{HERE}{page}").status_code == 200


def test_the_team_reads_and_only_the_lead_changes(
    evaluation: Evaluation, frida: Person, signed_in: SignedIn
) -> None:
    client = signed_in(frida)
    page = client.get(HERE)
    assert page.status_code == 200 and "/om/endre/" not in page.content.decode()
    for door in [*LEADS_ONLY, "uten/", "ta-opp-igjen/"]:
        assert client.post(f"{HERE}{door}", {"reason": "x"}).status_code == 403


def test_who_leads_something_else_may_not_change_this(
    evaluation: Evaluation, frida: Person, centre: Organisation, signed_in: SignedIn
) -> None:
    """Frida leads another one, so the door is hers to knock on; here she interviews."""
    frida.grants.create(
        role="staff",
        side="inside",
        work=evaluation.work.centre.work.get(kind="centre"),
        since=TODAY,
        until=TODAY + timedelta(days=9),
    )
    starting.start_evaluation(title="", services=["Brua"], centre=centre, by=frida)

    client = signed_in(frida)

    for door in [*LEADS_ONLY, "uten/", "ta-opp-igjen/"]:
        assert client.post(f"{HERE}{door}", {"reason": "x"}).status_code == 403
    assert client.get("/arbeid/evalueringer/brua/om/").status_code == 200


@pytest.mark.parametrize("who", ["dag", "eli", "cecilie", "gro", "hans", "inger"])
def test_nobody_else_knows_of_it(
    evaluation: Evaluation, request: pytest.FixtureRequest, who: str, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    for page in ["", *LEADS_ONLY]:
        assert client.get(f"{HERE}{page}").status_code == 404


def described(page: object, **more: object) -> dict[str, object]:
    """What the form would send: the marks of what was shown, and something in each field."""
    form = page.context["form"]  # type: ignore[attr-defined]
    return {
        **dict(form.seen_now),
        "title": "Solbakken",
        "people_wanted": "15",
        "legal_basis": "consent",
        **more,
    }


def test_it_is_described_as_things_become_known(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(anne)
    told = described(
        client.get(f"{HERE}endre/"),
        title="Solbakken døgn",
        scope="Å være innlagt.",
        degree="involve",
        people_wanted="20",
        dialogue_on="2026-09-01",
        not_reached="De som ikke snakker norsk.",
    )
    page = client.post(f"{HERE}endre/", told, follow=True).content.decode()

    assert "Solbakken døgn" in page and "Å være innlagt." in page
    assert "De som ikke snakker norsk." in page
    assert "What you say is used" in page, "the promise of the degree, when none is written"


def test_a_promise_of_ones_own_stands_and_the_usual_one_follows_the_degree(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}endre/"
    for degree, written, promise in [
        ("inform", "", "We tell you what happens, and why."),
        ("consult", "We tell you what happens, and why.", "We listen to you"),
        ("empower", "Dere bestemmer halvparten.", "Dere bestemmer halvparten."),
    ]:
        client.post(there, described(client.get(there), degree=degree, promise=written))
        evaluation.refresh_from_db()
        assert evaluation.read("promise").startswith(promise)


def test_two_who_write_at_once_both_keep_their_words(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}endre/"
    page = client.get(there)
    starting.describe(evaluation, scope="Det den andre skrev.", by=anne)

    answer = client.post(there, described(page, scope="Det jeg skrev."))

    body = answer.content.decode()
    assert answer.status_code == 422
    assert "Det den andre skrev." in body and "Det jeg skrev." in body
    evaluation.refresh_from_db()
    assert evaluation.read("scope") == "Det den andre skrev."

    again = described(answer, scope="Det den andre skrev. Det jeg skrev.")
    assert client.post(there, again).status_code == 302


def test_bad_values_come_back_with_what_was_typed(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}endre/"
    told = described(client.get(there), scope="Om innleggelse.", dialogue_on="i morgen")

    answer = client.post(there, told)

    assert answer.status_code == 422
    assert "Om innleggelse." in answer.content.decode() and "i morgen" in answer.content.decode()


def test_a_large_commission_has_parts(
    evaluation: Evaluation, anne: Person, centre: Organisation, signed_in: SignedIn
) -> None:
    part = starting.start_evaluation(title="", services=["Brua"], centre=centre, by=anne)
    client, there = signed_in(anne), "/arbeid/evalueringer/brua/om/endre/"

    client.post(there, described(client.get(there), title="Brua", part_of=str(evaluation.pk)))

    part.refresh_from_db()
    assert part.part_of == evaluation
    assert "Brua" in client.get(HERE).content.decode()
    assert "Solbakken" in client.get("/arbeid/evalueringer/brua/om/").content.decode()


def test_nothing_is_a_part_of_itself(
    evaluation: Evaluation, anne: Person, centre: Organisation
) -> None:
    part = starting.start_evaluation(title="", services=["Brua"], centre=centre, by=anne)
    starting.describe(part, part_of=evaluation, by=anne)

    for whole in (evaluation, part):
        with pytest.raises(ValidationError, match="part of itself"):
            starting.describe(evaluation, part_of=whole, by=anne)


def test_agreement_client_and_anchoring(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(anne)
    wrong = client.post(f"{HERE}avtale/", {"on": str(TODAY + timedelta(days=1))})
    assert wrong.status_code == 422

    client.post(f"{HERE}avtale/", {"on": str(TODAY), "report_is_shared": "on"})
    client.post(f"{HERE}oppdragsgiver/", {"client": "Elvesund kommune"})
    client.post(f"{HERE}forankring/", {"points": ["leader", "staff_told"]})
    client.post(f"{HERE}forankring/", {"points": ["leader"]})

    evaluation.refresh_from_db()
    assert evaluation.agreement.signed_on == TODAY
    assert evaluation.work.parties.filter(name="Elvesund kommune").exists()
    assert list(evaluation.anchoring.values_list("point", flat=True)) == ["leader"]


def test_done_elsewhere_takes_a_day_for_each_step(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(anne), f"{HERE}gjort-utenfor/"
    told = {"agreement": "on", "agreement_on": "2026-01-15", "meetings_on": "2026-02-01"}
    client.post(there, told)
    assert dict(evaluation.done_elsewhere.values_list("step", "on")) == {
        "agreement": TODAY.replace(month=1, day=15)
    }

    for day in ("", str(TODAY + timedelta(days=1))):
        answer = client.post(there, told | {"meetings": "on", "meetings_on": day})
        assert answer.status_code == 422
    client.post(there, {})

    assert not evaluation.done_elsewhere.exists()


def test_a_soft_need_is_passed_with_one_sentence(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(anne)
    client.post(f"{HERE}uten/", {"need": "agreement", "reason": "Underskrives i mai."})

    passed = PassedNeed.objects.get()
    assert (passed.need, passed.read("why")) == ("agreement", "Underskrives i mai.")
    page = client.get(HERE).content.decode()
    assert "A signed agreement" in page and "Underskrives i mai." in page


@pytest.mark.parametrize(
    ("need", "reason"),
    [("masking", "Vi har dårlig tid."), ("agreement", "  "), ("tull", "Fordi."), ("", "")],
)
def test_a_hard_stop_is_never_passed_and_a_sentence_is_needed(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn, need: str, reason: str
) -> None:
    answer = signed_in(anne).post(f"{HERE}uten/", {"need": need, "reason": reason})

    assert answer["Location"] == "/arbeid/evalueringer/solbakken/"
    assert not PassedNeed.objects.exists()


def test_the_verb_refuses_every_hard_stop(evaluation: Evaluation, anne: Person) -> None:
    assert Need.MASKING in HARD
    for need in HARD:
        with pytest.raises(ValidationError, match="must be in place"):
            starting.pass_need(evaluation, need, why="Fordi.", by=anne)


def test_stopping_needs_a_reason_and_it_can_be_taken_up_again(
    evaluation: Evaluation, anne: Person, signed_in: SignedIn
) -> None:
    client = signed_in(anne)
    assert client.post(f"{HERE}stopp/", {"reason": "  "}).status_code == 422
    evaluation.refresh_from_db()
    assert not evaluation.is_stopped

    page = client.post(f"{HERE}stopp/", {"reason": "Tjenesten legges ned."}, follow=True)
    evaluation.refresh_from_db()
    assert evaluation.is_stopped and "Tjenesten legges ned." in page.content.decode()

    client.post(f"{HERE}ta-opp-igjen/")
    evaluation.refresh_from_db()
    assert not evaluation.is_stopped


def test_the_page_asks_as_often_for_one_reason_as_for_five(
    evaluation: Evaluation,
    anne: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: Callable,
    django_assert_num_queries: Callable,
) -> None:
    client = signed_in(anne)
    starting.pass_need(evaluation, Need.GUIDE, why="Kommer.", by=anne)
    client.get(HERE)
    with django_assert_max_num_queries(40) as few:
        client.get(HERE)
    for need in (Need.CLIENT, Need.DEGREE, Need.PROMISE, Need.PEOPLE):
        starting.pass_need(evaluation, need, why="Kommer.", by=anne)
    starting.mark_done_elsewhere(evaluation, Step.AGREEMENT, on=TODAY, by=anne)

    with django_assert_num_queries(len(few)):
        client.get(HERE)
