"""A finding's addresses, how it stands, and what a page says without its markup."""

import re
from html import unescape

from django.test import Client

from brukerstemmen.analysis.actions.findings import FindingText
from brukerstemmen.analysis.models import Finding
from tests.analysis.board import at

TEXT = FindingText(title="Brev er vanskelige", not_good="Ingen forstår dem.")


def here(finding: Finding, name: str = "finding", *more: object) -> str:
    return at(finding.evaluation, name, finding.pk, *more)


def stands(finding: Finding) -> Finding:
    return Finding.objects.get(pk=finding.pk)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())
