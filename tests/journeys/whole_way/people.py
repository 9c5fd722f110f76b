"""All the people concerned, each in a window of their own, and the calendar they share.

Everybody finds their way by the words on screen. The clock stands still while they walk, and is
moved between two stations; nothing else is done for them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from tests.journeys.visitor import Visitor
from tests.journeys.walk import Walk

LEAD, INTERVIEWER, SECOND = "Ingunn Røsvik", "Tor-Eirik Lund", "Siv Aune"
RECRUITER, LEADER = "Berit Solhaug", "Turid Aasheim"
SERVICE = "Elvesund DPS poliklinikk"
CLIENT = "Elvesund kommune, enhet for psykisk helse og rus"
TITLE = "Fra time til time ved poliklinikken"


@dataclass
class Everyone:
    """Who walks. `codes` are the personal codes, by the number of those who have one."""

    open_window: Callable[[], Visitor]
    let_it_be: Callable[[date], None]
    first_day: date
    folder: Path  # where what somebody takes home is kept
    home: str = ""  # the address of the evaluation, once it has one
    codes: dict[int, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)  # other codes somebody has on a slip
    _windows: dict[str, Walk] = field(default_factory=dict)
    _here: set[str] = field(default_factory=set)  # those who have signed in today
    _day: int = 0

    def __post_init__(self) -> None:
        self.on_day(0)

    def on_day(self, day: int) -> None:
        """Let it be so many days after the first one. Everybody has been home in between."""
        self._day = day
        self._here.clear()
        self.let_it_be(self.today)

    @property
    def today(self) -> date:
        return self.first_day + timedelta(days=self._day)

    def day(self, days: int = 0) -> str:
        """A day from today, as somebody at a keyboard says it."""
        return str(self.today + timedelta(days=days))

    def sit_down(self, name: str) -> Walk:
        """One of the cast at their desk; the window stays open for the next time."""
        if name not in self._windows:
            self._windows[name] = self.somebody()
        walk = self._windows[name]
        if name not in self._here:
            walk.page.context.clear_cookies()
            walk.go("/konto/login/")
            walk.become(name)
            self._here.add(name)
        return walk

    def somebody(self) -> Walk:
        """Somebody without account, in a window that has been nowhere."""
        return Walk(self.open_window())

    def enters(self, code: str) -> Walk:
        """Somebody types a code at the entrance."""
        walk = self.somebody()
        walk.go("/d/")
        walk.write("Your code", code.replace("-", " ").lower())
        walk.press("Open")
        return walk

    @property
    def lead(self) -> Walk:
        return self.sit_down(LEAD)

    @property
    def interviewer(self) -> Walk:
        return self.sit_down(INTERVIEWER)

    @property
    def second(self) -> Walk:
        return self.sit_down(SECOND)

    @property
    def leader(self) -> Walk:
        """The one who leads at the client."""
        return self.sit_down(LEADER)


Station = Callable[[Everyone], None]
