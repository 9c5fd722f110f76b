"""A participant is a code with two keys, and nothing more may be written about them."""

from brukerstemmen.voices.models import ConsentDecision, Participant, Presence


def names(model: type) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}  # type: ignore[attr-defined]


def test_there_is_no_place_for_a_diagnosis_a_number_or_a_background() -> None:
    """A new field about a participant needs a decision of its own, and a change here."""
    assert names(Participant) == {
        "id",
        "evaluation",
        "number",
        "raw_key",
        "masked_key",
        "is_young",  # a text of their own, and guardians who are told; gone with withdrawal
        "guardian_told_on",
        "wants_to_be_named",
        "withdrawn_on",
    }
    assert names(Presence) == {"id", "user_meeting", "participant"}
    assert names(ConsentDecision) == {
        "id",
        "participant",
        "purpose",
        "act",
        "on",
        "until",
        "text_version",
        "channel",
        "registered_by",
    }


def test_nothing_about_a_participant_has_a_time_finer_than_the_day() -> None:
    for model in (Participant, Presence, ConsentDecision):
        kinds = {field.get_internal_type() for field in model._meta.concrete_fields}
        assert "DateTimeField" not in kinds and "TimeField" not in kinds
