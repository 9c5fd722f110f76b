"""Other words for a person: who they are to the speaker rather than what they are called."""

import re
from dataclasses import dataclass

from brukerstemmen.masking.replace.around import Around, Offer, Words, any_of, noun_after
from brukerstemmen.masking.replace.placeholders import PERSON, bracketed
from brukerstemmen.masking.replace.possessive import owned
from brukerstemmen.masking.spans import Label

_OWNER = (
    r"(?:min|mi|mitt|mine|vår|vårt|våre|hans|hennes|hennar|deres|deira|din|di|ditt|sin|si|sitt)"
)
_MY = r"(?:my|our|his|her|their|your|the)"
_WHO = any_of("kin", "roles")
_TITLE = r"(?:dr|doktor|doctor|fru|frøken|herr|mr|mrs|ms|miss)\.?"
# "naboen min, ", "broren min ", "my neighbour, ", "fastlegen min, dr. "
RELATION = re.compile(
    rf"\b(?P<relation>(?:(?P<my>{_MY}) )?(?P<who>{_WHO})(?: (?P<owner>{_OWNER}))?)\.?"
    rf"(?P<gap>, ?|: ?| )(?:{_TITLE} )?$",
    re.IGNORECASE,
)
# "saksbehandleren på NAV, ": the name is said beside it and can go.
APPOSITION = re.compile(rf"\b(?P<who>{_WHO})\b[^.!?,;\n]{{0,40}}, (?:{_TITLE} )?$", re.IGNORECASE)
TITLE = re.compile(rf"\b(?P<who>{_TITLE}) $", re.IGNORECASE)
SAYS_OWN_NAME = re.compile(
    r"(?P<says>\b(?:jeg|eg) (?:heter|heiter|hette|heitte|het)|\bmy name is"
    r"|\bna[vm]net mitt er) $",
    re.IGNORECASE,
)
GOES_ON = re.compile(r",? (?:og|and|men|but) |[.!] ?")
# What closes the name again: "(Østmo) i Tangvåg,".
CLOSES = re.compile(
    r"(?: (?:i|på|fra|frå|ved|hos|in|at|from) [A-ZÆØÅ][\w-]*(?: [A-ZÆØÅ][\w-]*)?)?,"
)


@dataclass(frozen=True)
class Kind:
    """People who may be told of in the same neutral words. at_work: it is their work."""

    pattern: re.Pattern[str]
    words: Words
    at_work: bool = False


def _kind(words: str, nb: str, nn: str, en: str, *, at_work: bool = False) -> Kind:
    said = {"nb": nb.split("|"), "nn": nn.split("|"), "en": en.split("|")}
    return Kind(re.compile(rf"(?:{words})\w*", re.IGNORECASE), said, at_work)


# The first that fits decides. "{s}" is whose: "min", "vår" or nothing.
KINDS = (
    _kind("fastleg", "legen{s}|en lege|en fagperson", "legen{s}|ein lege|ein fagperson",
          "{s} doctor|a doctor|a professional", at_work=True),
    _kind("dr|doktor|doctor|over?leg|lege|turnusleg|tilsynsleg",
          "legen{s}|behandleren{s}|en lege|en fagperson",
          "legen{s}|behandlaren{s}|ein lege|ein fagperson",
          "{s} doctor|a doctor|a professional", at_work=True),
    _kind("psyk|psych|terapeut|behandl|therap|sosionom|sykepl|sjukepl|hjelpepl|vernepl|miljø|ergo|fysio"
          "|nurse|helses|nattevakt|vakta?$|primærk|kontaktp|støttek",
          "behandleren{s}|en fagperson|en ansatt", "behandlaren{s}|ein fagperson|ein tilsett",
          "{s} therapist|a professional|a member of staff", at_work=True),
    _kind("erfaring", "en med egen erfaring|en fagperson|en ansatt",
          "ein med eiga erfaring|ein fagperson|ein tilsett",
          "someone with own experience|a member of staff", at_work=True),
    _kind("nabo|neighbo", "en nabo|en jeg kjenner,", "ein nabo|ein eg kjenner,",
          "a neighbour|somebody I know"),
    _kind("ven|kompis|kamerat|friend|romkam|bestev", "en venn|en jeg kjenner,",
          "ein ven|ein eg kjenner,", "a friend|somebody I know"),
    _kind("medpas", "en annen pasient|en jeg kjenner,", "ein annan pasient|ein eg kjenner,",
          "another patient"),
    _kind("kolleg", "en på jobben|en jeg kjenner,", "ein på jobben|ein eg kjenner,", "a colleague"),
    _kind("kjærest|kona|kone|mann(?:en)?$|ektef|ektem|samboer|sambu|eks|partner|wife|husband"
          "|boyfr|girlfr|ex\\b", "partneren{s}|en som står meg nær,|en i familien",
          "partnaren{s}|ein som står meg nær,|ein i familien",
          "{s} partner|somebody close to me"),
    _kind("sønn|son|datter|dotter|barn|unge|gutt|guten|jent|baby|child|daughter",
          "barnet{s}|en i familien", "barnet{s}|ein i familien", "{s} child|a relative"),
    _kind(any_of("kin"), "en i familien|en slektning|en som står meg nær,",
          "ein i familien|ein slektning|ein som står meg nær,", "a relative|somebody close to me"),
    _kind(any_of("roles"), "en ansatt|en fagperson", "ein tilsett|ein fagperson",
          "a member of staff|a professional", at_work=True),
)  # fmt: skip
ANYBODY: Words = {
    "nb": ("en jeg kjenner", "en person"),
    "nn": ("ein eg kjenner", "ein person"),
    "en": ("somebody I know", "a person"),
}
OWN_NAME: Words = {
    "nb": ("Jeg sier gjerne hvem jeg er", "Jeg heter [navn]"),
    "nn": ("Eg seier gjerne kven eg er", "Eg heiter [namn]"),
    "en": ("I gladly say who I am", "My name is [name]"),
}


def kind_of(word: str) -> Kind | None:
    """Which kind of people a word such as "psykologen" names."""
    if not re.fullmatch(_WHO + r"|" + _TITLE, word, re.IGNORECASE):
        return None
    return next((kind for kind in KINDS if kind.pattern.fullmatch(word.rstrip("."))), None)


def offer(around: Around) -> Offer:
    """Words for a hit that is a person."""
    for attempt in (_own_name, _related, _beside, _titled):
        if found := attempt(around):
            return found
    return around.offer(_possessive(around, _unrelated(around)))


def neutral(around: Around, who: str, owner: str) -> list[str]:
    """What somebody of this kind may be called. owner: "min" or "my"; "" if nobody is told."""
    kind = kind_of(who)
    if not kind:
        return []
    said = around.say(kind.words)
    if around.lang == "en":
        return [word.format(s=owner or "the").strip() for word in said]
    return [word.format(s=f" {_form(owner, word)}" if owner else "") for word in said]


def _form(owner: str, word: str) -> str:
    """The owner's word as what is owned asks for it: "kona mi" but "partneren min"."""
    forms = {"mi": "min", "mitt": "min", "di": "din", "ditt": "din", "si": "sin", "sitt": "sin"}
    plain = forms.get(owner.lower(), owner.lower())
    is_neuter = word.startswith("barnet")
    neuters = {"min": "mitt", "din": "ditt", "sin": "sitt", "vår": "vårt"}
    return neuters.get(plain, plain) if is_neuter else plain


def _related(around: Around) -> Offer | None:
    match = around.preceded(RELATION)
    if not match:
        return None
    owner = match.group("owner") or match.group("my") or ""
    comma = match.group("gap").startswith(",")
    tail = CLOSES.match(around.after) if comma else None
    end = "," if tail else ""
    relation, who = match.group("relation"), match.group("who")
    if re.fullmatch(_TITLE, who, re.IGNORECASE):
        relation = ""
    words = [relation, *neutral(around, who, owner)]
    label = f"{PERSON} {_number(around)}"
    words.insert(3, f"{relation}{match.group('gap')}{label}{end}" if relation else label)
    said = [word for word in words if word]
    kind = kind_of(who)
    if kind and kind.at_work and relation:
        around.naming.roles.setdefault(_number(around), who.lower())
    back = len(around.before) - match.start()
    return around.offer(_possessive(around, said), back, len(tail.group()) if tail else 0)


def _beside(around: Around) -> Offer | None:
    match = around.preceded(APPOSITION)
    if not match or around.after[:1] != ",":
        return None
    title = len(around.before) - around.before.rindex(",")
    label = f"{PERSON} {_number(around)}"
    words = ["", f", {label},", f", {bracketed(Label.PERSON, around.lang)},"]
    return around.offer(words, title, 1)


def _titled(around: Around) -> Offer | None:
    match = around.preceded(TITLE)
    if not match:
        return None
    words = [*neutral(around, match.group("who"), ""), f"{PERSON} {_number(around)}"]
    return around.offer(_possessive(around, words), len(match.group()))


def _own_name(around: Around) -> Offer | None:
    match = around.preceded(SAYS_OWN_NAME)
    if not match:
        return None
    on = GOES_ON.match(around.after)
    tail = on.group() if on else ""
    words = ["", *(f"{word}{tail}" for word in around.say(OWN_NAME))]
    return around.offer(words, len(match.group()), len(tail))


def _unrelated(around: Around) -> list[str]:
    """Two people may share a name: then both are offered."""
    numbers = around.naming.numbers(Label.PERSON, around.written)
    role = around.naming.roles.get(numbers[0], "")
    labels = [f"{PERSON} {number}" for number in numbers[:2]]
    by_role = [role, *neutral(around, role, "")[:1]] if role else []
    return [*labels, *by_role, *around.say(ANYBODY), bracketed(Label.PERSON, around.lang)]


def _possessive(around: Around, words: list[str]) -> list[str]:
    if not around.naming.is_possessive(around.written, known_only=True):
        return words
    noun = noun_after(around)
    return [owned(word, around.lang, noun) for word in words] if noun else words


def _number(around: Around) -> int:
    return around.naming.number(Label.PERSON, around.written)
