"""Words are ciphertext in the database, bound to their row, and opened only with a capability."""

import secrets

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from brukerstemmen.evaluations.models import Evaluation
from brukerstemmen.people import opening
from brukerstemmen.people.middleware import zones
from brukerstemmen.people.models import SealedField, SealedModel, SealingKey
from brukerstemmen.privacy.sealing import Tampered
from brukerstemmen.privacy.zones import Zone
from brukerstemmen.voices.models import MaskedWording, RawWording, UserMeeting

BOARD = "/arbeid/deler/"  # in Z2, and there without an evaluation


def test_words_come_back_as_they_were_said(written: UserMeeting) -> None:
    words = [version.read("words") for version in RawWording.objects.all()]

    assert sorted(words) == sorted(
        ["Psykologen min, Marit Hauglie, lytter.", "Ingen spurte hva jeg ville."]
    )


def test_the_table_holds_no_words(written: UserMeeting) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT words FROM voices_rawwording")
        blobs = [bytes(row[0]) for row in cursor.fetchall()]

    assert blobs and not any(b"Hauglie" in blob or b"spurte" in blob for blob in blobs)


def test_words_swapped_between_rows_are_refused(written: UserMeeting) -> None:
    first, second = RawWording.objects.all()[:2]
    first.words, second.words = second.words, first.words
    first.key, second.key = second.key, first.key
    first.save()
    second.save()

    for version in RawWording.objects.all():
        with pytest.raises(Tampered):
            version.read("words")


def test_a_key_swapped_in_is_refused(written: UserMeeting) -> None:
    first, second = RawWording.objects.all()[:2]
    SealingKey.objects.filter(pk=first.key_id).update(wrapped=second.key.wrapped)

    with opening.opened(Zone.Z3_RAW, by="test", reason="fresh"), pytest.raises(Tampered):
        RawWording.objects.get(pk=first.pk).read("words")


def test_every_kind_of_flipped_bit_is_refused(written: UserMeeting) -> None:
    version = RawWording.objects.all()[0]
    blob = bytes(version.words)
    for _round in range(64):
        at = secrets.randbelow(len(blob))
        version.words = blob[:at] + bytes([blob[at] ^ 1 << secrets.randbelow(8)]) + blob[at + 1 :]
        with pytest.raises(Tampered):
            version.read("words")


@pytest.mark.parametrize(
    "zone", [Zone.Z0_PUBLIC, Zone.Z1_RELEASED, Zone.Z2_MASKED, Zone.Z5_OPERATION]
)
def test_raw_words_open_only_in_the_raw_zone(written: UserMeeting, zone: Zone) -> None:
    version = RawWording.objects.all()[0]

    with opening.opened(zone, by="test", reason="too low"), pytest.raises(opening.NotAllowed):
        version.read("words")


def test_masked_words_open_in_the_masked_zone(masked: UserMeeting) -> None:
    with opening.opened(Zone.Z2_MASKED, by="test", reason="board"):
        assert MaskedWording.objects.all()[0].read("words")


def test_without_a_capability_nothing_opens(evaluation: Evaluation) -> None:
    token = opening._capability.set(None)
    try:
        with pytest.raises(opening.NotAllowed):
            evaluation.read("scope") or evaluation.key.plain()
    finally:
        opening._capability.reset(token)


def test_destroying_a_key_leaves_no_words(written: UserMeeting) -> None:
    version = RawWording.objects.select_related("statement__speaker").all()[0]
    SealingKey.objects.filter(pk=version.key_id).update(wrapped=None)

    with opening.opened(Zone.Z3_RAW, by="test", reason="fresh"):
        assert RawWording.objects.get(pk=version.pk).read("words") == ""


def test_a_key_that_was_used_before_opens_nothing_once_it_is_destroyed(
    written: UserMeeting,
) -> None:
    version = RawWording.objects.all()[0]
    assert version.read("words")

    SealingKey.objects.filter(pk=version.key_id).update(wrapped=None)

    assert RawWording.objects.get(pk=version.pk).read("words") == ""


@pytest.mark.parametrize(("path", "opens"), [("/", False), ("/konto/login/", False), (BOARD, True)])
def test_a_request_opens_what_its_own_zone_may_whatever_is_open_around_it(
    db: None, rf: RequestFactory, path: str, opens: bool
) -> None:
    def view(request: HttpRequest) -> HttpResponse:
        try:
            opening.demand(Zone.Z2_MASKED)
        except opening.NotAllowed:
            return HttpResponse("no")
        return HttpResponse("yes")

    with opening.opened(Zone.Z4_IDENTITY, by="test", reason="a capability left behind"):
        response = zones(view)(rf.get(path))

    assert response.content == (b"yes" if opens else b"no")


def test_a_participant_has_two_keys_and_shares_none(written: UserMeeting) -> None:
    people = list(written.evaluation.participants.all())
    keys = {key for person in people for key in (person.raw_key_id, person.masked_key_id)}

    assert len(keys) == 2 * len(people)


def test_free_text_about_people_is_sealed_or_it_is_not_there() -> None:
    """In Z2 to Z4 a column holds words only as ciphertext."""
    from django.apps import apps
    from django.db import models

    for model in apps.get_models():
        zone = getattr(model, "zone", None)
        if zone not in {Zone.Z2_MASKED, Zone.Z3_RAW, Zone.Z4_IDENTITY}:
            continue
        for field in model._meta.concrete_fields:
            if isinstance(field, models.BinaryField):
                assert isinstance(field, SealedField) and issubclass(model, SealedModel)
            if isinstance(field, models.TextField | models.CharField | models.JSONField):
                assert field.choices or field.name in NOT_WORDS[model._meta.label], field


# Columns with text that nobody has written about anybody.
NOT_WORDS = {
    "evaluations.PassedNeed": {"need"},
    "voices.ConsentDecision": {"text_version"},
    "people.WrongGuesses": {"mark"},
    "voices.Contact": {"needs"},  # names from a fixed list, with commas between
    "voices.Invitation": {"telephone"},  # of the centre
    "voices.PersonalCode": {"mark", "link_mark"},
    "voices.SlipSheet": {"mark", "link_mark"},
    "voices.WallCode": {"mark", "link_mark"},
    "analysis.CodingStep": {"before", "after"},
    "reports.ReportApproval": {"reading"},  # a hash of all that was read
    "reports.QuoteClearance": {"checked"},  # from a fixed list
    # A status, and the title of a measure, which the service wrote and which is out already.
    "followups.AskedAbout": {"claimed", "title"},
    "followups.FeltSlips": {"mark", "link_mark"},
    "followups.Reply": {"receipt_mark"},
}
