"""How far what a reader said has come, and what may be done with it next. No framework.

new → read → answered → public; what is no use to anybody, or hurts somebody, is set aside, from
anywhere, and goes some days later. Nothing is public without an answer.
"""

from enum import StrEnum


class Standing(StrEnum):
    """How far the editors have come with it."""

    NEW = "new"
    READ = "read"
    ANSWERED = "answered"
    PUBLIC = "public"
    SET_ASIDE = "set_aside"


class Act(StrEnum):
    """What an editor does with it."""

    READ = "read"
    ANSWER = "answer"
    PUBLISH = "publish"
    SET_ASIDE = "set_aside"


class Lack(StrEnum):
    """What there must be before everybody can read it."""

    WORDS = "words"
    ANSWER = "answer"


S = Standing
_MAY: dict[Act, dict[Standing, Standing]] = {
    # To read what was set aside is to take it up again.
    Act.READ: {S.NEW: S.READ, S.SET_ASIDE: S.READ},
    # An answer that everybody can read may be put better, and stays where it is.
    Act.ANSWER: {
        S.NEW: S.ANSWERED,
        S.READ: S.ANSWERED,
        S.ANSWERED: S.ANSWERED,
        S.PUBLIC: S.PUBLIC,
    },
    Act.PUBLISH: {S.ANSWERED: S.PUBLIC, S.PUBLIC: S.PUBLIC},
    Act.SET_ASIDE: {
        S.NEW: S.SET_ASIDE,
        S.READ: S.SET_ASIDE,
        S.ANSWERED: S.SET_ASIDE,
        S.PUBLIC: S.SET_ASIDE,
    },
}


def after(now: Standing, act: Act) -> Standing | None:
    """Where it stands after an act; None if that cannot be done with it now. To do twice what is
    done is no mistake.

    >>> after(Standing.ANSWERED, Act.PUBLISH), after(Standing.NEW, Act.PUBLISH)
    (<Standing.PUBLIC: 'public'>, None)
    >>> after(Standing.READ, Act.READ)
    <Standing.READ: 'read'>
    """
    leads = _MAY[act]
    return now if now in leads.values() else leads.get(now)


def acts(now: Standing) -> list[Act]:
    """What may be done with it now.

    >>> [act.value for act in acts(Standing.SET_ASIDE)]
    ['read']
    """
    return [act for act in Act if now in _MAY[act]]


def lacks(words: str, answer: str) -> list[Lack]:
    """What is not there yet before everybody can read it.

    >>> lacks("Lenka virker ikke.", " ")
    [<Lack.ANSWER: 'answer'>]
    """
    there = {Lack.WORDS: words.strip(), Lack.ANSWER: answer.strip()}
    return [lack for lack, told in there.items() if not told]
