"""The people of the demo, their centres, and where they work."""

from dataclasses import dataclass

from brukerstemmen.people import starter
from brukerstemmen.people.access import Role
from brukerstemmen.people.actions import cast, centre, setup, team
from brukerstemmen.people.models import Organisation, Person
from brukerstemmen.people.models.organisations import OrganisationKind

LYTT = "Kompetansesenteret Lytt (demo)"
UTKIKK = "Senteret Utkikk (demo)"
DPS, MUNICIPALITY = "Elvesund DPS", "Elvesund kommune, enhet for psykisk helse og rus"
UNITS = {
    DPS: ["Elvesund DPS poliklinikk", "Elvesund DPS døgnenhet", "Elvesund DPS ambulant team"],
    MUNICIPALITY: ["Sletta treffsted", "Steinbakken boliger"],
}


@dataclass(frozen=True)
class Character:
    """Somebody in the cast. role: at the centre, None for those who come in through a project."""

    key: str
    name: str
    line: str
    role: Role | None = Role.STAFF
    at: str = LYTT


CAST = (
    Character("ingunn", "Ingunn Røsvik", "Leder evalueringen i Elvesund (demo)"),
    Character(
        "tor_eirik", "Tor-Eirik Lund", "Intervjuer i Elvesund, har egen brukererfaring (demo)"
    ),
    Character("nadia", "Nadia Hessen", "Intervjuer i Elvesund og på Nordli, egen erfaring (demo)"),
    Character(
        "siv", "Siv Aune", "Intervjuer i Elvesund, skal i gang i Tangvåg, egen erfaring (demo)"
    ),
    Character("jonas", "Jonas Haugland", "Leder to andre evalueringer, ser ikke Elvesund (demo)"),
    Character("berit", "Berit Solhaug", "Kontaktperson i tjenesten, fagutvikler (demo)", role=None),
    Character("turid", "Turid Aasheim", "Leder hos oppdragsgiveren i kommunen (demo)", role=None),
    Character("roar", "Roar Lien", "Var leder i kommunen til et lederbytte (demo)", role=None),
    Character("ragnhild", "Ragnhild Moe", "Administrator på senteret (demo)", Role.ADMINISTRATOR),
    Character(
        "marte", "Marte Sandvik", "Leder et annet senter, ser ingenting herfra (demo)", at=UTKIKK
    ),
    Character("edda", "Edda Vik", "Skriver de åpne sidene for senteret (demo)", Role.EDITOR),
    Character(
        "mikkel",
        "Mikkel Strøm",
        "Leser sidene med egen erfaring før de går ut (demo)",
        Role.CO_READER,
    ),
)
EMPLOYED = (Role.STAFF, Role.EDITOR, Role.CO_READER)
ADMINISTRATORS = {LYTT: "ragnhild", UTKIKK: "marte"}
TELEPHONE = "20 55 00 10"  # invented; numbers in use are thought not to begin so
POST_ADDRESS = "Lyttegata 1, 0000 Elvesund"  # invented, with a number no post office has


class Cast:
    """Everybody, once `arrive` has been called."""

    def __init__(self) -> None:
        self.people: dict[str, Person] = {}
        self.centres: dict[str, Organisation] = {}

    def __getitem__(self, key: str) -> Person:
        return self.people[key]

    @property
    def lytt(self) -> Organisation:
        return self.centres[LYTT]

    def arrive(self) -> None:
        """Two centres with their guidelines and people, and the services they know."""
        for name in (LYTT, UTKIKK):
            self.centres[name] = setup.set_up_centre(name=name)
            setup.adopt_guidelines(self.centres[name], text=starter.guidelines(), by=None)
        for place, one in enumerate(CAST, start=1):
            self.people[one.key] = self._account(one, place)
        for at, key in ADMINISTRATORS.items():
            work = setup.centre_work(self.centres[at])
            team.grant_role(work, self[key], Role.ADMINISTRATOR, until=setup.FOR_EVER)
        centre.describe_centre(
            self.lytt, post_address=POST_ADDRESS, telephone=TELEPHONE, by=self["ragnhild"]
        )
        for one in CAST:
            if one.role in EMPLOYED:
                self._employ(one, one.role, by=self[ADMINISTRATORS[one.at]])
        self._register_services()

    def _account(self, one: Character, place: int) -> Person:
        email = f"{one.key.replace('_', '-')}@example.com"
        person = setup.make_account(name=one.name, email=email, password=None)
        return cast.introduce(person, order=place, line=one.line)

    def _employ(self, one: Character, role: Role, *, by: Person) -> None:
        centre.invite_staff(
            self.centres[one.at],
            name=one.name,
            email=self[one.key].email,
            role=role,
            until=setup.FOR_EVER,
            by=by,
        )

    def _register_services(self) -> None:
        for name, kind in (
            (DPS, OrganisationKind.TRUST),
            (MUNICIPALITY, OrganisationKind.MUNICIPALITY),
        ):
            whole = team.register_organisation(name=name, kind=kind, centre=self.lytt)
            for unit in UNITS[name]:
                team.register_organisation(
                    name=unit, kind=OrganisationKind.SERVICE, centre=self.lytt, part_of=whole
                )
