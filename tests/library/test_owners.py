"""Whose a site is: said when it is made, or found when the first editor comes."""

from brukerstemmen.library.actions import editors
from brukerstemmen.library.models import HomePage, SiteProfile
from brukerstemmen.people.actions import setup
from brukerstemmen.people.models import Organisation, Person


def groups_of(person: Person) -> list[str]:
    return [name.partition(":")[2] for name in person.groups.values_list("name", flat=True)]


def test_a_site_made_before_the_centre_belongs_to_the_only_one(
    home: HomePage, centre: Organisation, edda: Person
) -> None:
    editors.mirror(edda)

    assert list(SiteProfile.objects.get().owners.all()) == [centre]
    assert groups_of(edda) == ["editor"]


def test_where_there_are_several_centres_nobody_takes_it(
    home: HomePage, centre: Organisation, edda: Person
) -> None:
    setup.set_up_centre(name="Et annet senter")

    editors.mirror(edda)

    assert not SiteProfile.objects.get().owners.exists()
    assert groups_of(edda) == []


def test_a_site_that_has_an_owner_keeps_it(
    home: HomePage, centre: Organisation, edda: Person
) -> None:
    other = setup.set_up_centre(name="Et annet senter")
    SiteProfile.objects.get().owners.set([other])

    editors.mirror(edda)

    assert groups_of(edda) == []
    assert list(SiteProfile.objects.get().owners.all()) == [other]
