"""The nouns of the public site. All Z0: whatever stands here may be read by everybody, or by the
editors before it is published; nothing here can reach a zone above."""

from brukerstemmen.library.models.co_reading import CoReading, EditorProfile
from brukerstemmen.library.models.feedback import Change, Said, SaidKind, SaidStanding
from brukerstemmen.library.models.figures import Figure
from brukerstemmen.library.models.freshness import Freshness
from brukerstemmen.library.models.pages import (
    AdvicePage,
    ChecklistPage,
    DegreePage,
    DoorPage,
    ExamplePage,
    GuidePage,
    HomePage,
    Label,
    LibraryPage,
    MethodPage,
    NewsPage,
    OrganisationPage,
    ReflectionPage,
    SectionPage,
    Shows,
    TemplatePage,
    TextPage,
)
from brukerstemmen.library.models.pictures import Picture, PictureRendition
from brukerstemmen.library.models.publications import (
    Copy,
    PublicationFinding,
    PublicationMeasure,
    PublicationMethod,
    PublicationPage,
    PublicationQuote,
    PublicationTheme,
    ServiceKind,
)
from brukerstemmen.library.models.search import (
    IndexedPage,
    IndexedStem,
    IndexedWord,
    Posting,
)
from brukerstemmen.library.models.sites import SiteProfile

__all__ = [
    "AdvicePage",
    "Change",
    "ChecklistPage",
    "CoReading",
    "Copy",
    "DegreePage",
    "DoorPage",
    "EditorProfile",
    "ExamplePage",
    "Figure",
    "Freshness",
    "GuidePage",
    "HomePage",
    "IndexedPage",
    "IndexedStem",
    "IndexedWord",
    "Label",
    "LibraryPage",
    "MethodPage",
    "NewsPage",
    "OrganisationPage",
    "Picture",
    "PictureRendition",
    "Posting",
    "PublicationFinding",
    "PublicationMeasure",
    "PublicationMethod",
    "PublicationPage",
    "PublicationQuote",
    "PublicationTheme",
    "ReflectionPage",
    "Said",
    "SaidKind",
    "SaidStanding",
    "SectionPage",
    "ServiceKind",
    "Shows",
    "SiteProfile",
    "TemplatePage",
    "TextPage",
]
