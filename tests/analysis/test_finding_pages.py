"""The pages of findings: what they tell, what is kept when something is not right, who gets in."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brukerstemmen.analysis.actions import findings as verbs
from brukerstemmen.analysis.actions import themes
from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.evidence import Looked, Stance
from brukerstemmen.analysis.models import Finding, Theme
from brukerstemmen.evaluations.actions.starting import start_evaluation
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.measures.models import Standing, Turn
from brukerstemmen.people.models import Person
from brukerstemmen.voices.actions import withdrawal
from brukerstemmen.voices.models import Statement
from tests.analysis.board import at
from tests.analysis.found import TEXT, here, text_of
from tests.cast import prepare

READING = [  # doors that only show something
    "finding",
    "finding_edit",
    "finding_evidence",
    "finding_remove",
    "minority_keep",
]


def test_the_list_says_what_each_finding_lacks(
    found: Finding, said: list[Statement], three: list[Theme], anne: Person, client: Client
) -> None:
    verbs.rest_on(found, [said[0], said[3]], by=anne)

    page = text_of(client, at(found.evaluation, "findings"))

    assert "Rests on 2 statements from 1 person" in page
    assert "It needs statements from two people" in page
    assert "Nobody has looked for voices that say something else." in page
    assert "It has no question" not in page
    assert "Themes without a finding Å bli møtt Informasjon Plan" in page
    assert "2 of 5" in page


def test_a_finding_that_lacks_nothing_says_so(
    found: Finding, said: list[Statement], anne: Person, client: Client
) -> None:
    verbs.rest_on(found, said[:2], by=anne)
    verbs.say_looked(found, Looked.NONE_FOUND, by=anne)

    for address in (at(found.evaluation, "findings"), here(found)):
        assert "Nothing is missing." in text_of(client, address)
    assert "The team has looked for others, and found none." in text_of(client, here(found))


def test_the_list_has_a_fixed_number_of_queries(
    found: Finding, said: list[Statement], three: list[Theme], anne: Person, client: Client
) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(at(found.evaluation, "findings"))
        return len(queries)

    asked()
    few = asked()
    for number in range(5):
        made = verbs.write_finding(
            found.evaluation, TEXT, turn=Turn.STOP, theme=three[number % 2], by=anne
        )
        verbs.rest_on(made, said[number:], by=anne)

    assert asked() == few


def test_the_page_and_the_choice_have_a_fixed_number_of_queries(
    found: Finding, said: list[Statement], three: list[Theme], anne: Person, client: Client
) -> None:
    def asked(name: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            client.get(here(found, name))
        return len(queries)

    verbs.rest_on(found, said[:1], by=anne)
    verbs.rewrite_finding(found, TEXT, by=anne)
    verbs.keep_minority_view(found, "Nei.", holder=said[0].speaker, by=anne)
    few = [asked(name) for name in ("finding", "finding", "finding_evidence")]
    verbs.rest_on(found, said, by=anne)
    for number in range(4):
        verbs.rewrite_finding(found, FindingText(title=f"Lesning {number}"), by=anne)
        verbs.keep_minority_view(found, "Nei.", holder=said[number].speaker, by=anne)
        themes.sort(said[number], three, by=anne)

    assert [asked("finding"), asked("finding_evidence")] == few[1:]


def test_the_page_shows_how_it_read_before(found: Finding, anne: Person, client: Client) -> None:
    verbs.settle(found, Standing.NUANCED, nuance="Brevet kommer sent.", what="Svar 5", by=anne)

    page = text_of(client, here(found))

    assert "Nuanced in the dialogue" in page
    assert "Version 2 · What was said in the dialogue : Svar 5" in page.replace(
        "dialogue:", "dialogue :"
    )
    assert "Before Nothing was written. After Brevet kommer sent." in page


def test_the_team_says_whether_it_has_looked(
    found: Finding, said: list[Statement], anne: Person, client: Client
) -> None:
    door = here(found, "finding_looked")
    assert "Nobody has looked yet." in text_of(client, here(found))
    for told in ("nonsense", "not_looked"):
        client.post(door, {"looked": told})
    assert "Nobody has looked. The report says so." in text_of(client, here(found))

    verbs.rest_on(found, said[:1], stance=Stance.CONTRARY, by=anne)
    client.post(door, {"looked": "none_found"})
    assert "There are statements here that say something else." in text_of(client, here(found))


def test_a_finding_that_lost_something_is_marked_until_somebody_has_looked(
    found: Finding, said: list[Statement], anne: Person, client: Client
) -> None:
    verbs.rest_on(found, said[:2], by=anne)
    withdrawal.withdraw(said[0].speaker)
    told = "Something it rests on was taken back"
    assert told in text_of(client, at(found.evaluation, "findings"))
    page = text_of(client, here(found))
    assert told in page and "smil i døra" in page and "møtt med et smil" not in page

    for _click in range(2):
        assert client.post(here(found, "finding_looked_at")).url == here(found)
    assert told not in text_of(client, here(found))


def test_views_are_kept_and_taken_back_by_their_holders(
    found: Finding,
    said: list[Statement],
    frida: Person,
    client: Client,
    signed_in: Callable[[Person], Client],
) -> None:
    keep = here(found, "minority_keep")
    speaker = said[0].speaker
    client.post(keep, {"words": "Ikke for meg.", "holder": speaker.pk})
    signed_in(frida).post(keep, {"words": "Jeg leser det annerledes."})
    assert client.post(keep, {"words": " ", "holder": "x"}).status_code == 422
    hers, theirs = found.minority_views.order_by("holder")
    if hers.holder_id:
        hers, theirs = theirs, hers

    page = text_of(client, here(found))
    assert f"Held by {speaker.code}" in page and "Held by Frida" in page
    assert client.post(here(found, "minority_take_back", hers.pk)).status_code == 403
    back = here(found, "minority_take_back", theirs.pk)
    assert "Ikke for meg." in text_of(client, back)
    assert client.post(back).status_code == 422
    assert client.post(back, {"told": "on"}).url == here(found)
    assert client.post(back, {"told": "on"}).status_code == 404
    signed_in(frida).post(here(found, "minority_take_back", hers.pk))
    assert not found.minority_views.exists()


def test_names_in_what_the_team_wrote_are_pointed_at(
    found: Finding, anne: Person, client: Client
) -> None:
    assert "This may point at somebody" not in text_of(client, here(found))
    verbs.rewrite_finding(found, FindingText(title="Marit Hauglie lytter"), by=anne)

    assert "This may point at somebody Marit Hauglie" in text_of(client, here(found))


def test_findings_are_moved_and_removed(
    found: Finding, anne: Person, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = verbs.write_finding(found.evaluation, TEXT, turn=Turn.KEEP, by=anne)
    client.post(here(second, "finding_move"), {"up": "1"})
    assert list(found.evaluation.findings.all()) == [second, found]

    remove = here(found, "finding_remove")
    assert "Small handlinger" not in text_of(client, remove)
    monkeypatch.setattr(verbs, "HELD_BY", [lambda finding: True])
    assert "It stays." in client.post(remove, follow=True).content.decode()
    shown = client.get(remove, follow=True)
    assert "It stays." in shown.content.decode() and remove not in shown.content.decode()
    monkeypatch.setattr(verbs, "HELD_BY", [])
    client.post(remove)
    assert list(Finding.objects.all()) == [second]


def test_the_board_leads_to_the_findings(
    found: Finding, said: list[Statement], three: list[Theme], client: Client
) -> None:
    evaluation = found.evaluation
    board = client.get(at(evaluation) + f"?theme={three[0].pk}").content.decode()

    assert at(evaluation, "findings") in board
    assert at(evaluation, "finding_new") + f"?theme={three[0].pk}" in board


def test_an_empty_list_says_what_a_finding_is(evaluation: Evaluation, client: Client) -> None:
    page = text_of(client, at(evaluation, "findings"))

    assert "No findings yet" in page and "Write a finding" in page


def test_nobody_outside_the_team_finds_the_doors(
    found: Finding,
    said: list[Statement],
    cecilie: Person,
    dag: Person,
    hans: Person,
    gro: Person,
    signed_in: Callable[[Person], Client],
) -> None:
    view = verbs.keep_minority_view(
        found,
        "Nei.",
        holder=said[0].speaker,
        by=found.evaluation.work.grants.get(role="lead").person,
    )
    addresses = [here(found, name) for name in READING]
    addresses += [at(found.evaluation, name) for name in ("findings", "finding_new")]
    addresses.append(here(found, "minority_take_back", view.pk))
    posts = [here(found, name) for name in ("finding_looked", "finding_looked_at", "finding_move")]
    for who in (cecilie, dag, hans, gro):
        browser = signed_in(who)
        assert {browser.get(address).status_code for address in addresses} == {404}
        assert {browser.post(address).status_code for address in addresses + posts} == {404}


def test_a_finding_of_another_evaluation_is_not_there(
    found: Finding, evaluation: Evaluation, anne: Person, client: Client
) -> None:
    other = start_evaluation(title="", services=["X"], centre=evaluation.work.centre, by=anne)
    prepare(other, anne)

    assert client.get(at(other, "finding", found.pk)).status_code == 404
