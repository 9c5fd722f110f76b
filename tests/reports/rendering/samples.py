"""A report as it may be: every kind of part, three languages, shown and hidden counts."""

import io

from PIL import Image

from brukerstemmen.reports.document import (
    Bar,
    Bullets,
    Chart,
    Document,
    Heading,
    Paragraph,
    Quote,
    Table,
)

SUMMARY = "Åtte personer har snakket om å bli møtt, sju om å få tak i noen."
REPORT = Document(
    title="Sammen om overgangene",
    subtitle="Sluttrapport fra Bruker Spør Bruker",
    centre="Kompetansesenteret Lytt",
    service="Elvesund DPS og Elvesund kommune",
    quarter="2025-2",
    language="nb",
    front=(("Skrevet av", "To intervjuere med egen erfaring og en prosjektleder"),),
    parts=(
        Heading("Sammendrag"),
        Paragraph(
            "Tjue personer har fortalt hvordan det er å få hjelp i Elvesund. Det meste handler om "
            "små ting: å bli sett, å få vite hva som skjer, og at noen ringer tilbake."
        ),
        Paragraph("Brukere og ansatte har snakket om funnene sammen, og blitt enige om tiltak."),
        Heading("Slik gjorde vi det"),
        Paragraph(
            "Intervjuerne har selv vært brukere av slike tjenester. Det som ble sagt, ble skrevet "
            "ned og lest opp før noen gikk hjem."
        ),
        Bullets(
            (
                "Fire gruppeintervjuer og to samtaler med én person.",
                "Ingen fra tjenesten var i rommet.",
                "Bare det noen har sagt ja til, står her som sitat.",
            )
        ),
        Chart(
            "Hvor mange som har snakket om hvert tema",
            SUMMARY,
            (
                Bar("Å bli møtt", 8, "8 personer"),
                Bar("Å få tak i noen når det haster", 7, "7 personer"),
                Bar("Planer og møter", None, "5 eller færre"),
                Bar(
                    "Brev, rettigheter og alt det andre som kommer i posten", None, "5 eller færre"
                ),
                Bar("Språk", 0, "ingen"),
            ),
            ("Tema", "Personer"),
        ),
        Heading("Funn"),
        Heading("Små menneskelige handlinger betyr mye", 3),
        Heading("Det som er bra", 4),
        Paragraph("Folk husker den som tok seg tid. Det trengs ikke mange minutter."),
        Quote(
            "Nattevakta satt på gulvet ved siden av meg. Hun sa ikke noe lurt. Hun ble sittende."
        ),
        Quote("Ho sa at ho ikkje visste. Det var første gong nokon sa det.", "nn"),
        Heading("Det som ikke er bra", 4),
        Paragraph("Å bli snakket om, mens en sitter der, gjør det motsatte."),
        Quote("They talked about me as if I was not there.", "en"),
        Heading("Utskrivning kommer brått", 3),
        Paragraph("Fredag er vanskeligst. Telefonen mandag er det ingen som har ansvar for."),
        Bullets(("Snakk om siste dag den første uka.", "Gi ett ark med hvem en kan ringe."), True),
        Heading("Tiltak"),
        Bullets(("Dette er avtalt.", "Dette følges opp om et halvt år."), True),
        Table(
            "Avtalte tiltak",
            ("Tiltak", "Fra funn", "Hvem", "Frist", "Slik merker du det"),
            (
                (
                    "Innsjekkingsskjerm og avstandslinje i ekspedisjonen",
                    "7",
                    "Leder DPS",
                    "1. mai 2025",
                    "Ingen sier navnet ditt høyt",
                ),
                (
                    "Hjemreisesamtale og ett ark ved utskrivning",
                    "6",
                    "Seksjonsleder døgn",
                    "1. april 2025",
                    "Du får arket med deg",
                ),
                ("Kveldstelefon alle dager", "2", "Helseforetaket", "", "Avslått i år"),
            ),
        ),
    ),
    easy=(
        Heading("Hva folk sa"),
        Paragraph("Det betyr mye at noen har tid."),
        Quote("Hun ble sittende. Det var det."),
        Heading("Hva som skal skje nå"),
        Bullets(
            ("Noen ringer deg dagen etter at du har reist hjem.", "Du slipper å si navnet ditt.")
        ),
    ),
)


def logo() -> bytes:
    """A small picture that tells which program made it."""
    saved = io.BytesIO()
    exif = Image.Exif()
    exif[0x0131] = "kanarifugl"  # the program
    Image.new("RGB", (320, 110), "#0b5b5e").save(saved, format="JPEG", exif=exif)
    return saved.getvalue()
