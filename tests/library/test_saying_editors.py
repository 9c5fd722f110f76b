"""The editors' pages for what readers say: seen by those of the site, done by verbs alone."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.cache import caches
from django.test import Client

from brukerstemmen.library.actions import saying
from brukerstemmen.library.models import Change, Said, SaidStanding, SiteProfile, TextPage
from brukerstemmen.people.models import Organisation, Person
from tests.library.bokmal import bokmal

# Wagtail's own templates ask for variables that are not always there.
pytestmark = pytest.mark.ignore_template_errors

LIST = "/rediger/innspill/"
WORDS = "På Oppdal fant vi ikke malen."


@pytest.fixture(autouse=True)
def _nothing_pressed_yet() -> None:
    caches["pages"].clear()


@pytest.fixture
def said(page: TextPage, clock_at: object) -> Said:
    made = saying.say(page, "content", WORDS)
    assert made is not None
    return made


@pytest.fixture
def editor(
    edda: Person, centre: Organisation, page: TextPage, signed_in: Callable[[Person], Client]
) -> Client:
    SiteProfile.objects.get().owners.add(centre)
    return signed_in(edda)


@pytest.fixture
def act(editor: Client, said: Said) -> Callable[..., int]:
    """Do something with what was said; the status of the answer."""

    def do(name: str, **given: object) -> int:
        return editor.post(f"{LIST}{said.pk}/", {"act": name, **given}).status_code

    return do


def test_the_menu_counts_what_nobody_has_read(editor: Client, said: Said) -> None:
    assert f"{bokmal('What readers say')} (1)" in editor.get(LIST).text

    Said.objects.update(standing=SaidStanding.READ)
    assert f"{bokmal('What readers say')} (1)" not in editor.get(LIST).text


def test_the_list_can_be_sorted_out(editor: Client, said: Said, page: TextPage) -> None:
    other = saying.say(page, "design", "Skriften er for liten.")
    assert other is not None
    Said.objects.filter(pk=other.pk).update(standing=SaidStanding.READ)

    new = editor.get(f"{LIST}results/", {"standing": "new"}).text
    assert WORDS in new and "Skriften" not in new
    assert "Skriften" in editor.get(f"{LIST}results/", {"kind": "design"}).text
    assert WORDS in editor.get(f"{LIST}results/", {"page": page.pk}).text
    assert WORDS in editor.get(LIST, {"standing": "nonsense", "page": "x"}).text


def test_from_new_to_public(act: Callable[..., int], editor: Client, said: Said) -> None:
    seen = editor.get(f"{LIST}{said.pk}/").text
    assert WORDS in seen and bokmal("Let everybody read it") not in seen, "answer first"

    assert act("read") == 302
    assert act("answer", answer="Takk. Vi flytter den.") == 302
    assert "«Oppdal»" in editor.get(f"{LIST}{said.pk}/").text
    assert act("publish", words=WORDS) == 422, "the finder saw a place"
    assert act("publish", words=WORDS, kept=["Oppdal"]) == 302

    said.refresh_from_db()
    assert (said.standing, said.public_words, said.words) == ("public", WORDS, "")


def test_what_was_typed_comes_back(act: Callable[..., int], editor: Client, said: Said) -> None:
    act("answer", answer="Takk.")

    answer = editor.post(
        f"{LIST}{said.pk}/", {"act": "publish", "words": "Kari Nordmann sa det ikke."}
    )

    assert answer.status_code == 422
    assert "Kari Nordmann sa det ikke." in answer.text
    told = bokmal("This may point at somebody: %(found)s. Say it in other words.")
    assert told % {"found": "«Kari Nordmann»"} in answer.text


def test_names_are_taken_out_of_what_is_proposed(
    editor: Client, page: TextPage, edda: Person
) -> None:
    said = saying.say(page, "content", "Kari Nordmann på tlf 41 23 45 67 sa det.")
    assert said is not None
    editor.get(LIST)
    saying.answer(said, "Takk.", by=Person.objects.get(pk=edda.pk))

    shown = editor.get(f"{LIST}{said.pk}/").text

    assert "[navn] på tlf [telefonnummer] sa det." in shown


def test_pressed_twice_is_done_once(act: Callable[..., int], said: Said, page: TextPage) -> None:
    assert [act("read"), act("read")] == [302, 302]
    assert [act("answer", answer="Takk."), act("answer", answer="Takk.")] == [302, 302]
    assert [act("change", what="Malen er flyttet.", page=page.pk) for _press in "ab"] == [302, 302]
    assert Change.objects.count() == 1
    assert [act("set_aside"), act("set_aside")] == [302, 302]


@pytest.mark.parametrize(
    ("name", "given", "status"),
    [
        ("answer", {"answer": ""}, 422),
        ("answer", {"answer": "x" * 3000}, 422),
        ("publish", {"words": WORDS}, 422),
        ("change", {"what": "", "page": ""}, 422),
        ("change", {"what": "Hei", "page": "99999"}, 422),
        ("delete", {}, 302),
        ("", {}, 302),
    ],
)
def test_what_does_not_fit_changes_nothing(
    act: Callable[..., int], said: Said, name: str, given: dict[str, str], status: int
) -> None:
    assert act(name, **given) == status

    said.refresh_from_db()
    assert said.standing == SaidStanding.NEW and not Change.objects.exists()


def test_only_editors_of_the_site_know_of_it(
    editor: Client,
    mikkel: Person,
    cecilie: Person,
    said: Said,
    signed_in: Callable[[Person], Client],
) -> None:
    one = f"{LIST}{said.pk}/"
    co_reader, staff = signed_in(mikkel), signed_in(cecilie)

    assert editor.get(one).status_code == 200
    for at in (LIST, one, "/rediger/endringer/"):
        assert co_reader.get(at).status_code in {302, 403}
        assert WORDS not in co_reader.get(at, follow=True).text
        assert staff.get(at).status_code == 404
        assert Client().get(at).status_code == 302
    assert co_reader.post(one, {"act": "set_aside"}).status_code in {302, 403}
    said.refresh_from_db()
    assert said.standing == SaidStanding.NEW


def test_an_editor_of_another_site_does_not_see_it(editor: Client, said: Said) -> None:
    editor.get(LIST)
    for group in Group.objects.all():
        group.page_permissions.all().delete()

    assert WORDS not in editor.get(LIST).text
    assert editor.get(f"{LIST}{said.pk}/").status_code == 404


def test_a_change_is_told_and_put_better(editor: Client, page: TextPage) -> None:
    assert editor.get("/rediger/endringer/ny/").status_code == 200
    told = editor.post("/rediger/endringer/ny/", {"what": "Nye satsar.", "page": page.pk})
    assert told.status_code == 302
    change = Change.objects.get()

    at = f"/rediger/endringer/{change.pk}/"
    assert "Nye satsar." in editor.get(at).text
    assert editor.post(at, {"what": "Kari Nordmann"}).status_code == 422
    assert editor.post(at, {"what": "Nye satser."}).status_code == 302
    assert "Nye satser." in editor.get("/rediger/endringer/").text


def test_the_list_costs_the_same_however_long(
    editor: Client,
    said: Said,
    page: TextPage,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    editor.get(f"{LIST}results/")
    for number in range(15):
        saying.say(page, "content", f"Ting {number}")

    with django_assert_max_num_queries(30):
        editor.get(f"{LIST}results/")
