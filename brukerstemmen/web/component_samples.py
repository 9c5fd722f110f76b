"""Sample data for the page that shows every part. People, places and words are invented.

The words are Norwegian on purpose: they stand for what people write into the product, which is
never translated, and Norwegian words are the long ones.
"""

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.utils.translation import gettext_lazy as _

QUESTION = "Hva har hjulpet deg mens du har vært her?"
WORDS = (
    "Jeg visste ikke hvem som var kontakten min før tredje dag. "
    "Da hadde jeg allerede bestemt meg for å reise."
)
THEMES = (
    ("Å bli møtt", "Blikk, tone, å bli tatt på alvor", 11),
    ("Informasjon", "Hva som skal skje, og hvem som gjør hva", 9),
    ("Medvirkning i egen plan", "Å få være med og bestemme", 8),
    ("Tid og ventetid", "Ventetid, hastverk, ro til å snakke", 7),
    ("Mat, rom og ro", "Omgivelsene på stedet", 5),
    ("Pårørende", "Familie og venner", 4),
    ("Erfaringskonsulent", "Ansatte med egen erfaring", 4),
    ("Utskriving", "Overgangen hjem", 3),
)
SAID = (
    ("De spurte hva jeg trengte, ikke bare hva som feilet meg.", "good", (1,)),
    ("Planen min var skrevet ferdig da jeg kom inn i rommet.", "not_good", (2, 3)),
    ("Ha noen med egen erfaring på jobb om natta.", "proposal", ()),
    ("Jeg fikk være i fred de første dagene. Det var riktig for meg.", "other", (5,)),
)

ROAD = (
    ("Avtale", "outside"),
    ("Forberede", "done"),
    ("Invitere", "done"),
    ("Møter", "now"),
    ("Temaer", "next"),
    ("Rapport", "next"),
    ("Dialogmøte", "next"),
    ("Oppfølging", "next"),
)
MISSING = [
    {
        "sentence": "Frida har ikke skrevet under på taushetsløftet.",
        "hard": True,
        "url": "#road",
        "link": "Be Frida om å skrive under",
    },
    {
        "sentence": "Færre har sagt ja enn dere ønsket.",
        "pass_url": "#road",
        "need": "consents",
    },
    "Datoen for dialogmøtet er ikke satt.",
]
TODO = [
    {"label": "Minn deltakerne på møte 3", "url": "#road", "note": "Deg · 24. november"},
    {"label": "Les opp 8 utsagn fra møte 2", "url": "#road", "note": "Nina og Jonas"},
]
MEETINGS = [
    {
        "name": "Møte 1",
        "when": "29. oktober",
        "note": "6 deltakere · 32 utsagn lest opp",
        "done": True,
        "tag": "Ferdig",
        "tone": "success",
    },
    {
        "name": "Møte 2",
        "url": "#road",
        "when": "12. november",
        "note": "5 deltakere · 8 utsagn venter",
        "done": True,
        "action_url": "#road",
        "action": "Les opp 8",
    },
    {
        "name": "Møte 3",
        "when": "26. november",
        "note": "5 har sagt ja",
        "next": True,
        "tag": "Neste",
        "tone": "sol",
    },
]
CRUMBS = [
    {"label": "Evalueringer", "url": "#road"},
    {"label": "Elvesund dagsenter", "url": "#road"},
    {"label": "Møter", "url": "#road"},
]
TABS = [
    {"label": "Alle", "url": "#voices", "current": True, "count": 71},
    {"label": "Uten tema", "url": "#voices", "count": 27},
    {"label": "Mine", "url": "#voices", "count": None},
]


class SampleForm(forms.Form):
    """One field of every sort that pages use."""

    service = forms.CharField(label=_("Name of the service"), max_length=80)
    contact = forms.EmailField(
        label=_("E-mail"), required=False, help_text=_("Only the lead of the evaluation sees it.")
    )
    scope = forms.CharField(
        label=_("What is it about?"), widget=forms.Textarea(attrs={"rows": 3}), required=False
    )
    until = forms.DateField(label=_("The last day"), widget=forms.DateInput())
    size = forms.IntegerField(label=_("How many people"), min_value=0, required=False)
    degree = forms.ChoiceField(
        label=_("Degree of involvement"),
        choices=[("", "–"), ("involve", "Involvere"), ("work", "Samarbeide")],
    )
    tie = forms.ChoiceField(
        label=_("Do you have a tie to the service?"),
        help_text=_("We do not ask why."),
        choices=[("no", "Nei"), ("handled", "Ja, kan håndteres"), ("yes", "Ja")],
        widget=forms.RadioSelect,
    )
    purposes = forms.MultipleChoiceField(
        label=_("What do you say yes to?"),
        choices=[("part", "Å delta"), ("quotes", "Sitater"), ("again", "Ny kontakt")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    alone = forms.BooleanField(label=_("Nobody from the service is in the room"))


class NotesForm(forms.Form):
    notes = forms.FileField(label=_("Your notes"))


class AnswerForm(forms.Form):
    wording = forms.ChoiceField(
        label=QUESTION,
        choices=[
            ("yes", "Ja, slik er det"),
            ("change", "Nei, jeg vil endre"),
            ("skip", "Hopp over"),
        ],
        widget=forms.RadioSelect,
    )


def samples() -> dict[str, Any]:
    """The context of `web/components.html`."""
    filled = {"contact": "ikke en adresse", "degree": "involve"}
    return {
        "form": SampleForm(prefix="empty"),
        "wrong_form": SampleForm(filled),
        "notes_form": NotesForm(),
        "answer_form": AnswerForm(prefix="answer"),
        "page": Paginator(range(120), 50).page(2),
        "question": QUESTION,
        "words": WORDS,
        "kinds": ["good", "not_good", "proposal", "other"],
        "tones": ["info", "success", "warning", "danger"],
        **_road(),
        **_people(),
        **_material(),
    }


def _road() -> dict[str, Any]:
    return {
        "steps": [
            {"number": number, "name": name, "state": state, "url": "#road"}
            for number, (name, state) in enumerate(ROAD, start=1)
        ],
        "missing": MISSING,
        "todo": TODO,
        "meetings": MEETINGS,
        "crumbs": CRUMBS,
        "tabs": TABS,
    }


def _people() -> dict[str, Any]:
    return {
        "team": [
            {"name": "Nina Aas", "role": "Intervjuer, egen erfaring"},
            {"name": "Jonas Berg", "role": "Intervjuer, egen erfaring"},
            {"name": "Marit Holm", "role": "Prosjektleder", "url": "#people"},
            {"name": "Tove Lie", "role": "Kontakt i tjenesten. Ser ikke utsagn"},
        ],
        "cast": [
            {"pk": 1, "name": "Anne Moen", "role": "Leder evalueringen"},
            {
                "pk": 2,
                "name": "Frida Sand",
                "role": "Intervjuer",
                "about": "Har selv brukt tjenesten",
            },
            {"pk": 3, "name": "Dag Vik", "role": "Kontakt i tjenesten"},
        ],
        "facts": [
            {"term": "Deltakere", "value": 11},
            {"term": "Utsagn lest av et menneske", "value": 63, "of": 71},
            {"term": "Pårørende", "hidden": True},
        ],
        "long_facts": [
            {"term": "Oppdragsgiver", "value": "Elvesund kommune, helse og mestring"},
            {"term": "Grunnlag", "value": "Avtale av 3. september 2026"},
        ],
        "saved_states": ["saved", "saving", "offline", "not_saved"],
        "slip_lines": [
            "Noen vil høre hva du mener. Du bestemmer selv om du vil bli med.",
            "Adressen gir deg mer å lese, og du kan svare ja eller nei.",
        ],
    }


def _material() -> dict[str, Any]:
    themes = [
        {"pk": number, "name": name, "definition": definition, "count": count}
        for number, (name, definition, count) in enumerate(THEMES, start=1)
    ]
    return {
        "themes": themes,
        "said": [
            {
                "pk": number,
                "number": 44 + number,
                "words": words,
                "kind": kind,
                "speaker": f"D{number:02}",
                "theme_list": " ".join(map(str, given)),
                "themes": [themes[pk - 1] for pk in given],
            }
            for number, (words, kind, given) in enumerate(SAID, start=1)
        ],
        "hit_labels": [
            {"label": "PERSON", "name": "Navn", "count": 1},
            {"label": "PLACE", "name": "Sted", "count": 1},
            {"label": "DATE", "name": "Dato", "count": None},
        ],
        "board_progress": "44 av 71 er sortert",
    }
