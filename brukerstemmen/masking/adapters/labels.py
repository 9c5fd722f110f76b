"""What other detectors call what they find, and what we call it."""

import re

from brukerstemmen.masking.spans import Label

SAME: dict[Label, tuple[str, ...]] = {
    Label.PERSON: ("PER", "NAME", "NAVN"),
    Label.PLACE: ("LOC", "GPE", "GPE_LOC", "LOCATION", "CITY", "COUNTRY", "STED"),
    Label.ADDRESS: ("STREET_ADDRESS", "STREET", "ADRESSE"),
    Label.ORG: ("ORGANIZATION", "ORGANISATION", "GPE_ORG", "FAC", "FACILITY", "HOSPITAL"),
    Label.PHONE: ("PHONE_NUMBER", "TELEPHONE", "FAX", "TELEFON"),
    Label.EMAIL: ("EMAIL_ADDRESS", "E_MAIL", "EPOST"),
    Label.URL: ("DOMAIN_NAME", "IP_ADDRESS", "MAC_ADDRESS"),
    Label.ID_NUMBER: ("ID", "SSN", "NO_FODSELSNUMMER", "PASSPORT", "MEDICAL_LICENSE", "FNR"),
    Label.DATE: ("DATE_TIME", "TIME", "DATO", "BIRTHDATE"),
    Label.AGE: ("ALDER",),
    Label.HANDLE: ("USERNAME", "USER_NAME"),
    Label.VEHICLE: ("LICENSE_PLATE", "PLATE"),
    Label.ACCOUNT: ("IBAN_CODE", "IBAN", "CREDIT_CARD", "BANK_ACCOUNT", "CRYPTO"),
    Label.QUASI: ("NRP", "NORP", "MISC", "PROFESSION", "TITLE"),
}
OURS = {name: label for label, names in SAME.items() for name in (label.value, *names)}


def ours(label: str) -> Label:
    """Our label for somebody else's. One we do not know is a clue: a person looks at it.

    >>> [ours(label).value for label in ("B-PER", "phone number", "US_SSN", "ROCKET")]
    ['PERSON', 'PHONE', 'ID_NUMBER', 'QUASI']
    """
    plain = re.sub(r"^[BILU]-", "", label.upper())
    plain = re.sub(r"[\W_]+", "_", plain).strip("_")
    for name in (plain, re.sub(r"^[A-Z]{2}_", "", plain)):
        if name in OURS:
            return OURS[name]
    return Label.QUASI
