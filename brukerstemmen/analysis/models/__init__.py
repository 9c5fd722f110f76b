"""What there is at storey 6: themes, and findings with the statements they rest on."""

from .findings import Evidence, Finding, FindingVersion, MinorityView
from .themes import Coding, CodingStep, GoodMark, Memo, Theme

__all__ = [
    "Coding",
    "CodingStep",
    "Evidence",
    "Finding",
    "FindingVersion",
    "GoodMark",
    "Memo",
    "MinorityView",
    "Theme",
]
