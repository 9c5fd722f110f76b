"""Who is who in a meeting."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brukerstemmen.masking.engine import propagate
from brukerstemmen.masking.replace import Naming
from brukerstemmen.masking.spans import Label

WORDS = st.sampled_from(["Kari", "Karis", "Vik", "Ola", "Andrea", "Andreas", "dr.", "K.", "42", ""])
WRITTEN = st.lists(WORDS, max_size=3).map(" ".join) | st.text(max_size=15)


def learnt(*texts):
    naming = Naming()
    naming.learn_meeting(zip(texts, propagate(texts, "nb"), strict=True))
    return naming


def test_people_are_numbered_as_they_come():
    naming = learnt("Marit Hauglie ringte.", "Trond kom. Marit gikk.")

    assert [naming.person(name) for name in ("Marit", "Trond")] == ["Person 1", "Person 2"]


@pytest.mark.parametrize(
    "written",
    ["Hauglie", "marit", "Marits", "HAUGLIES", "Marit Hauglie", "dr. Hauglie", "M. Hauglie"],
)
def test_a_person_is_the_same_in_every_form(written):
    assert learnt("Ola kom.", "Marit Hauglie ringte.").person(written) == "Person 2"


def test_a_whole_name_in_a_later_text_joins_its_parts():
    naming = learnt("Marit kom.", "Hauglie gikk.", "Marit Hauglie ringte.")

    assert naming.person("Marit") == naming.person("Hauglie") == naming.person("Marit Hauglie")


def test_a_name_that_ends_with_s_is_no_possessive():
    naming = learnt("Andrea kom.", "Så kom Andreas.", "Lars gikk.")

    assert len({naming.person(name) for name in ("Andrea", "Andreas", "Lars")}) == 3


def test_two_people_with_one_first_name_are_two_and_the_name_alone_may_be_both():
    naming = learnt("Marit Hauglie kom.", "Marit Lund gikk.")

    assert naming.person("Marit Hauglie") != naming.person("Marit Lund")
    assert naming.numbers(Label.PERSON, "Marit") == (1, 2)


def test_one_letter_wrong_is_still_the_same_person_unless_it_is_a_name_itself():
    naming = learnt("Kåre Tveitmoen kom.", "Kristina gikk.")

    assert naming.person("Tveitmone") != "Person 1"  # two letters changed places
    assert naming.person("Tveitmoem") == "Person 1"
    assert naming.person("Kristin") != naming.person("Kristina")


def test_a_meeting_is_taken_up_again_where_it_was_left():
    before = learnt("Marit Hauglie ringte Trond.", "Sletta treffsted")

    again = Naming.of(before.rows())

    assert again.things == before.things
    assert again.person("Hauglie") == "Person 1"


def test_nothing_of_a_name_is_in_its_label():
    assert learnt("Zebedeus Kari kom.").person("Kari") == learnt("Ola Vik kom.").person("Ola")


@given(st.lists(WRITTEN, max_size=12))
def test_a_number_once_given_stays(names):
    naming = Naming()

    first = [naming.number(Label.PERSON, name) for name in names]

    assert set(first) == set(range(1, len(naming.things.get(Label.PERSON, [])) + 1))
    for name, number in zip(names, first, strict=True):
        assert number in naming.numbers(Label.PERSON, name)
