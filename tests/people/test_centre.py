"""Running the centre: those who operate it, and nobody else, and never any words."""

import re
import zipfile
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

import brukerstemmen
from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import filetypes
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import centre as actions
from brukerstemmen.people.actions import setup
from brukerstemmen.people.models import CentreProfile, Grant, Organisation, Person
from brukerstemmen.people.standing import latest_guideline, roles_today
from brukerstemmen.people.wording import ACTS
from brukerstemmen.voices.states import TRANSITIONS
from tests.cast import LATER, TODAY

HERE = "/arbeid/senteret/"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40
JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40
SignedIn = Callable[[Person], Client]
PAGES = ["", "om/", "inviter/", "retningslinjer/", "journal/"]


@pytest.fixture
def profile(centre: Organisation) -> CentreProfile:
    return CentreProfile.objects.get(centre=centre)


def docx(*names: str) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return made.getvalue()


WORD = docx("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize("page", PAGES)
def test_the_administrator_sees_the_pages(inger: Person, signed_in: SignedIn, page: str) -> None:
    assert signed_in(inger).get(f"{HERE}{page}").status_code == 200


@pytest.mark.parametrize("who", ["anne", "frida", "cecilie", "dag", "eli", "hans", "gro"])
def test_nobody_else_does(
    request: pytest.FixtureRequest, centre: Organisation, who: str, signed_in: SignedIn
) -> None:
    client = signed_in(request.getfixturevalue(who))
    for page in [*PAGES, "logo/", "mal/"]:
        assert client.get(f"{HERE}{page}").status_code == 404
        assert client.post(f"{HERE}{page}", {"remove": "1"}).status_code == 404


def test_the_verbs_ask_too(centre: Organisation, anne: Person) -> None:
    with pytest.raises(PermissionDenied):
        actions.describe_centre(centre, by=anne, telephone="1")
    with pytest.raises(PermissionDenied):
        actions.change_logo(centre, b"", by=anne)
    with pytest.raises(PermissionDenied):
        actions.change_word_template(centre, b"", by=anne)
    with pytest.raises(PermissionDenied):
        actions.renew_guidelines(centre, text="x", by=anne)
    with pytest.raises(PermissionDenied):
        actions.end_staff_role(setup.centre_work(centre).grants.get(person=anne), by=anne)


def test_the_centre_is_described(
    profile: CentreProfile, inger: Person, signed_in: SignedIn
) -> None:
    told = {
        "name": "Senteret Hør",
        "telephone": "73 00 00 00",
        "post_address": "Postboks 12, 7001 Trondheim",
        "support_contact": "Kari, 73 00 00 01",
        "smallest_group": "8",
    }
    page = signed_in(inger).post(f"{HERE}om/", told, follow=True).content.decode()

    profile.refresh_from_db()
    assert (profile.centre.name, profile.smallest_group) == ("Senteret Hør", 8)
    assert setup.centre_work(profile.centre).title == "Senteret Hør"
    assert all(text in page for text in told.values())


def test_a_centre_never_lowers_the_floor(
    profile: CentreProfile, inger: Person, signed_in: SignedIn
) -> None:
    told = {"name": "Senteret Lytt", "telephone": "12", "smallest_group": "5"}
    answer = signed_in(inger).post(f"{HERE}om/", told)

    profile.refresh_from_db()
    assert answer.status_code == 422 and 'value="12"' in answer.content.decode()
    assert profile.smallest_group == 6


def test_two_centres_do_not_have_the_same_name(
    centre: Organisation, gro: Person, inger: Person, signed_in: SignedIn
) -> None:
    told = {"name": "Et annet senter", "smallest_group": "6"}
    answer = signed_in(inger).post(f"{HERE}om/", told)

    centre.refresh_from_db()
    assert answer.status_code == 422 and centre.name == "Senteret Lytt"


@pytest.mark.parametrize(("data", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg")])
def test_a_logo_is_served_with_the_type_it_has(
    centre: Organisation, inger: Person, signed_in: SignedIn, data: bytes, kind: str
) -> None:
    client = signed_in(inger)
    client.post(f"{HERE}logo/", {"logo": SimpleUploadedFile("a.html", data, "text/html")})

    answer = Client().get(f"/logo/{centre.pk}/")
    assert (answer.content, answer["Content-Type"]) == (data, kind)
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "max-age" in answer["Cache-Control"]
    client.post(f"{HERE}logo/", {"remove": "1"})
    assert Client().get(f"/logo/{centre.pk}/").status_code == 404


@pytest.mark.parametrize("data", [b"<svg onload='x'/>", b"GIF89a", b"", PNG + b"\0" * 300_000])
def test_what_is_no_such_picture_is_refused(
    profile: CentreProfile, inger: Person, signed_in: SignedIn, data: bytes
) -> None:
    answer = signed_in(inger).post(f"{HERE}logo/", {"logo": SimpleUploadedFile("logo.png", data)})

    profile.refresh_from_db()
    assert answer.status_code == 422 and not profile.logo_type


def test_a_file_that_is_far_too_large_is_told_plainly(inger: Person, signed_in: SignedIn) -> None:
    huge = SimpleUploadedFile("mal.docx", WORD + b"\0" * 6_000_000)
    answer = signed_in(inger).post(f"{HERE}mal/", {"template": huge})

    assert answer.status_code == 422 and "larger than 5 MB" in answer.content.decode()


def test_a_word_template_is_kept_and_taken_away(
    profile: CentreProfile, inger: Person, signed_in: SignedIn
) -> None:
    client = signed_in(inger)
    client.post(f"{HERE}mal/", {"template": SimpleUploadedFile("mal.docx", WORD)})
    profile.refresh_from_db()
    assert bytes(profile.word_template) == WORD

    client.post(f"{HERE}mal/", {"remove": "1"})

    profile.refresh_from_db()
    assert not profile.word_template


@pytest.mark.parametrize(
    "data",
    [
        b"plain text",
        WORD[: len(WORD) // 2],
        docx("word/document.xml"),
        docx("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    ],
)
def test_what_is_no_word_document_is_refused(
    profile: CentreProfile, inger: Person, signed_in: SignedIn, data: bytes
) -> None:
    answer = signed_in(inger).post(f"{HERE}mal/", {"template": SimpleUploadedFile("m.docx", data)})

    profile.refresh_from_db()
    assert answer.status_code == 422 and not profile.word_template


def test_a_word_document_that_unpacks_to_a_mountain_is_refused() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("word/document.xml", b"\0" * (filetypes.UNPACKED_BYTES + 1))

    assert not filetypes.is_word_document(made.getvalue())


def test_staff_are_invited_once(inger: Person, signed_in: SignedIn) -> None:
    client = signed_in(inger)
    told = {"name": "Kari", "email": "Kari@example.com", "role": "staff", "until": str(LATER)}
    for _time in range(2):
        assert client.post(f"{HERE}inviter/", told).status_code == 302

    kari = Person.objects.get(email__iexact="kari@example.com")
    assert roles_today(kari) == {Role.STAFF}
    assert not kari.has_usable_password()


@pytest.mark.parametrize(
    "change",
    [
        {"email": "ikke en adresse"},
        {"until": str(TODAY - timedelta(days=1))},
        {"role": "lead"},
        {"name": ""},
    ],
)
def test_an_invitation_that_is_not_right_comes_back_as_it_was(
    inger: Person, signed_in: SignedIn, change: dict[str, str]
) -> None:
    told = {"name": "Kari", "email": "k@example.com", "role": "staff", "until": str(LATER)}
    answer = signed_in(inger).post(f"{HERE}inviter/", told | change)

    assert answer.status_code == 422
    assert (told | change)["email"] in answer.content.decode()
    assert not Person.objects.filter(name="Kari").exists()


def test_a_role_is_ended_after_a_question(anne: Person, inger: Person, signed_in: SignedIn) -> None:
    client, grant = signed_in(inger), anne.grants.get()
    address = f"{HERE}roller/{grant.pk}/avslutt/"
    assert "Anne" in client.get(address).content.decode()
    assert roles_today(anne) == {Role.STAFF}

    client.post(address)

    assert roles_today(anne) == set()
    assert client.get(address).status_code == 404


def test_the_last_administrator_stays(inger: Person, signed_in: SignedIn) -> None:
    address = f"{HERE}roller/{inger.grants.get().pk}/avslutt/"
    answer = signed_in(inger).post(address)

    assert answer.status_code == 422 and "look after the centre" in answer.content.decode()
    assert roles_today(inger) == {Role.ADMINISTRATOR}


def test_roles_of_other_centres_and_of_evaluations_are_not_ended_here(
    gro: Person, frida: Person, inger: Person, signed_in: SignedIn
) -> None:
    client = signed_in(inger)
    for grant in Grant.objects.filter(person__in=[gro, frida]):
        assert client.post(f"{HERE}roller/{grant.pk}/avslutt/").status_code == 404


def test_a_new_version_of_the_guidelines(
    centre: Organisation, inger: Person, signed_in: SignedIn
) -> None:
    client = signed_in(inger)
    same = client.post(f"{HERE}retningslinjer/", {"text": "Vi lytter først.\r\n"})
    assert same.status_code == 422 and "the same text" in same.content.decode()

    client.post(f"{HERE}retningslinjer/", {"text": "Vi lytter først og sist."})

    latest = latest_guideline(centre.pk)
    assert latest is not None
    assert (latest.version, latest.text) == (2, "Vi lytter først og sist.")


def test_the_journal_tells_deeds_in_words_and_of_this_centre_only(
    evaluation: Evaluation, frida: Person, gro: Person, inger: Person, signed_in: SignedIn
) -> None:
    actions.invite_staff(
        evaluation.work.centre,
        name="Kari",
        email="k@example.com",
        role=Role.STAFF,
        until=LATER,
        by=inger,
    )
    page = signed_in(inger).get(f"{HERE}journal/").content.decode()

    assert "Evaluation started" in page and "Anne" in page and "Solbakken" in page
    assert "Invited to the centre" in page
    assert "Et annet senter" not in page and "Gro" not in page


def test_every_act_has_words() -> None:
    """Whatever a verb or a door writes in the journal can be read by people."""
    package = Path(brukerstemmen.__file__).parent
    written = re.compile(r'(?:what|read_is_journalled)="([a-z_]+\.[a-z_]+)"')
    acts = {act for file in package.rglob("*.py") for act in written.findall(file.read_text())}

    acts |= {f"user_meeting.{transition}" for transition in TRANSITIONS}

    assert not acts - set(ACTS)


def test_the_page_asks_as_often_for_two_as_for_twenty(
    centre: Organisation,
    inger: Person,
    person: Callable[..., Person],
    signed_in: SignedIn,
    django_assert_num_queries: Callable,
) -> None:
    client = signed_in(inger)
    client.get(HERE)
    with django_assert_num_queries(40, exact=False) as few:
        client.get(HERE)
    for number in range(18):
        person(f"Kollega{number}", Role.STAFF)

    with django_assert_num_queries(len(few)):
        client.get(HERE)
