"""The words of this room's addresses: kinds of reports, and their sections."""

from django.urls import register_converter

from brukerstemmen.reports.states import ReportKind, Section

KINDS = {"prosess": ReportKind.PROCESS, "slutt": ReportKind.FINAL}
SECTIONS = {
    "sammendrag": Section.SUMMARY,
    "bakgrunn": Section.BACKGROUND,
    "hensikt": Section.AIMS,
    "metode": Section.METHOD,
    "dialog": Section.DIALOGUE,
    "anbefalinger": Section.RECOMMENDATIONS,
    "oppfolging": Section.FOLLOW_UP,
    "lettlest": Section.EASY,
}
_WORDS = {value: word for word, value in (*KINDS.items(), *SECTIONS.items())}


class KindInAddress:
    """`<kind:kind>`: a `ReportKind`."""

    regex = "|".join(KINDS)

    def to_python(self, word: str) -> ReportKind:
        return KINDS[word]

    def to_url(self, kind: str) -> str:
        return _WORDS[ReportKind(kind)]


class SectionInAddress:
    """`<section:section>`: a `Section`."""

    regex = "|".join(SECTIONS)

    def to_python(self, word: str) -> Section:
        return SECTIONS[word]

    def to_url(self, section: str) -> str:
        return _WORDS[Section(section)]


register_converter(KindInAddress, "kind")
register_converter(SectionInAddress, "section")
